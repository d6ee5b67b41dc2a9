// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Invented certificates; every person and number in them is made up.

use chrono::{Days, NaiveDate};
use document::{CertificatePaper, PaperUnit};
use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

const NAMES: [&str; 6] = [
    "Siti",
    "Ñoman Šimić",
    "I Gusti Ngurah Agung Putu Wiraadhitama Kusumanegara",
    "Muḥammad Ḥusain",
    "Zoë & Renée",
    "Ni Luh Ketut Ayu",
];
const ISSUERS: [&str; 3] = [
    "LSP Las Nusantara",
    "SMK Negeri 3 \"Boga\" Čakra",
    "Lembaga Sertifikasi Profesi Pihak Pertama Politeknik Perkapalan dan Pengelasan Bawah Air Nusantara",
];
const TITLES: [&str; 4] = ["Las SMAW pelat", "Produksi roti", "Olahan bandeng", "Tata boga — tingkat II"];

pub fn some_paper(dice: &mut StdRng) -> CertificatePaper {
    let pick = |dice: &mut StdRng, of: &[&str]| (*of.choose(dice).expect("there are some")).to_owned();
    let day = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day") + Days::new(dice.random_range(0..900));
    let title = pick(dice, &TITLES);
    let number = format!("{:014X}", dice.random::<u64>() >> 8);
    let units = (1..=dice.random_range(1..30)).map(|at| PaperUnit {
        code: dice.random_bool(0.7).then(|| format!("C.24LAS01.{at:03}.1")),
        title: format!("Unit {at}"),
        jp: Some(dice.random_range(1..80)),
        result: Some("Kompeten".into()),
    });
    let units = units.collect();
    CertificatePaper {
        kind_title_id: "Sertifikat Kompetensi".into(),
        kind_title_en: "Certificate of Competence".into(),
        issuer_name: pick(dice, &ISSUERS),
        issuer_lines: vec!["Jalan Contoh 1, Surabaya".into()],
        learner_name: pick(dice, &NAMES),
        birth: dice.random_bool(0.5).then(|| "Jombang, 19 Agustus 1995".to_owned()),
        programme_id: title.clone(),
        programme_en: title,
        statement_id: "telah dinyatakan kompeten.".into(),
        statement_en: "was assessed competent.".into(),
        units,
        total_jp: None,
        place: "Surabaya".into(),
        issued_on_id: day.to_string(),
        issued_on_en: day.to_string(),
        valid_until_id: None,
        valid_until_en: None,
        // A letter that is no certificate says so in a frame of its own, which moves what follows.
        letter: dice.random_bool(0.2).then(|| {
            ("Surat ini bukan sertifikat kompetensi.".to_owned(), "This letter is no certificate.".to_owned())
        }),
        signer_name: "Nuraini Kusumawardani, M.T.".into(),
        signer_post: "Ketua".into(),
        qr_url: format!("https://periksa.example/c/{number}"),
        offline_code: some_code(dice),
        credential_json: format!(r#"{{"number":"{number}","type":["VerifiableCredential"]}}"#).into_bytes(),
        number,
        attachment_name: "sertifikat.json".into(),
        specimen: dice.random_bool(0.2),
        document_date: day,
    }
}

/// As long as the signed code of a certificate is, in the letters that a square code holds best.
fn some_code(dice: &mut StdRng) -> String {
    const LETTERS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let length = dice.random_range(200..305);
    let letters = (0..length).map(|_| char::from(*LETTERS.choose(dice).expect("there are some")));
    // Readers may leave out a space at the end.
    format!("SERT1:{}X", letters.collect::<String>())
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Invented papers for the tests; every person and number in them is made up.

use chrono::NaiveDate;
use document::{
    Block, CertificatePaper, LabelledText, LetterPaper, Letterhead, PaperSize, PaperUnit, RollFact,
    RollPaper, RollRow, ShareBar, Signer,
};

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 14).expect("a day in the calendar")
}

pub fn unit(code: &str, title: &str, jp: i32) -> PaperUnit {
    PaperUnit { code: Some(code.into()), title: title.into(), jp: Some(jp), result: Some("Kompeten".into()) }
}

pub fn certificate() -> CertificatePaper {
    CertificatePaper {
        kind_title_id: "Sertifikat Pelatihan".into(),
        kind_title_en: "Certificate of Training".into(),
        issuer_name: "UPT Balai Latihan Kerja Mojokerto".into(),
        issuer_lines: vec!["Dinas Tenaga Kerja dan Transmigrasi Provinsi Jawa Timur".into()],
        learner_name: "Rahmat Wibisono".into(),
        birth: Some("Jombang, 19 Agustus 1995".into()),
        programme_id: "Juru Las Pelat SMAW".into(),
        programme_en: "SMAW Plate Welding".into(),
        statement_id: "telah menyelesaikan pelatihan selama 136 jam pelajaran dan dinyatakan kompeten pada empat unit yang tertulis di halaman kedua.".into(),
        letter: None,
        statement_en: "has completed 136 training hours and was assessed competent in the four units listed below.".into(),
        units: vec![
            unit("C.24LAS01.001.1", "Melaksanakan persiapan tempat kerja", 24),
            unit("C.24LAS01.004.1", "Menyiapkan bahan dan alat las", 16),
            unit("C.24LAS01.011.1", "Mengelas pelat posisi 1F dan 2F", 56),
            unit("C.24LAS01.012.1", "Mengelas pelat posisi 3F", 40),
        ],
        total_jp: Some(136),
        number: "7F3K-9QTM-2VXA".into(),
        place: "Mojokerto".into(),
        issued_on_id: "14 September 2026".into(),
        issued_on_en: "14 September 2026".into(),
        valid_until_id: Some("14 September 2029".into()),
        valid_until_en: Some("14 September 2029".into()),
        signer_name: "Nuraini Kusumawardani, M.T.".into(),
        signer_post: "Kepala UPT".into(),
        qr_url: "https://cek.example/s/7F3K-9QTM-2VXA".into(),
        offline_code: longest_code(),
        credential_json: br#"{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"]}"#.to_vec(),
        attachment_name: "sertifikat.json".into(),
        specimen: false,
        document_date: day(),
    }
}

pub fn letterhead() -> Letterhead {
    Letterhead {
        parent_offices: vec![
            "Kementerian Imigrasi dan Pemasyarakatan Republik Indonesia".into(),
            "Kantor Wilayah Direktorat Jenderal Pemasyarakatan Jawa Timur".into(),
        ],
        office: "Lembaga Pemasyarakatan Kelas IIB Mojokerto".into(),
        detail_lines: vec!["Jalan Taman Siswa 10, Mojokerto 61321".into()],
    }
}

pub fn roll(paper: PaperSize, expected: usize, session_labels: &[&str]) -> RollPaper {
    let fact = |label: &str, value: &str| RollFact { label: label.into(), value: value.into() };
    let row = |index: usize| RollRow {
        name: format!("Peserta Contoh {}", index + 1),
        number: Some(format!("BL-{}", 2600 + index)),
        sex: Some(if index.is_multiple_of(3) { "P" } else { "L" }.into()),
    };
    RollPaper {
        letterhead: letterhead(),
        title: "Daftar hadir: Budidaya lele, teori".into(),
        batch: "Budidaya lele, angkatan 4".into(),
        facts: vec![
            fact("Hari, tanggal", "Kamis, 12 November 2026"),
            fact("Ruang", "Ruang kelas B"),
            fact("Instruktur", "Agung Nugroho, BLK Mojokerto"),
            fact("Pukul", "13.00–15.15 WIB (3 JP)"),
        ],
        session_labels: session_labels.iter().map(|label| (*label).into()).collect(),
        rows: (0..expected).map(row).collect(),
        blank_row_count: 2,
        sheet_code: Some("4QX2-81KD".into()),
        place_date: "Mojokerto, 12 November 2026".into(),
        signer: Signer { post: "Instruktur".into(), name: "Agung Nugroho".into() },
        footer: "Dicetak oleh Ratih W. pada 12 November 2026, 09.40 WIB".into(),
        paper,
        specimen: false,
        document_date: day(),
    }
}

pub fn letter() -> LetterPaper {
    let words = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<String>>();
    let labelled = |label: &str, texts: &[&str]| LabelledText { label: label.into(), texts: words(texts) };
    LetterPaper {
        letterhead: letterhead(),
        title: "Keputusan Kepala Lembaga Pemasyarakatan Kelas IIB Mojokerto".into(),
        number: "Nomor W15.PAS.PAS21-120.PK.01.04.02 Tahun 2026".into(),
        place_date: "Mojokerto, 12 November 2026".into(),
        body: vec![
            Block::Centered("tentang penetapan peserta pelatihan budidaya lele angkatan 4".into()),
            Block::Labelled(vec![
                labelled(
                    "Menimbang",
                    &[
                        "bahwa warga binaan berhak mendapatkan pendidikan, pengajaran, dan kegiatan rekreasional serta kesempatan mengembangkan potensi;",
                        "bahwa Tim Pengamat Pemasyarakatan telah bersidang pada 10 November 2026;",
                    ],
                ),
                labelled("Mengingat", &["Undang-Undang Nomor 22 Tahun 2022 tentang Pemasyarakatan"]),
            ]),
            Block::Centered("MEMUTUSKAN:".into()),
            Block::Labelled(vec![
                labelled("KESATU", &["Menetapkan nama di bawah ini sebagai peserta pelatihan."]),
                labelled("KEDUA", &["Keputusan ini berlaku sejak tanggal ditetapkan."]),
            ]),
            Block::Heading("Daftar peserta".into()),
            Block::Paragraph("Urutan menurut hasil sidang.".into()),
            Block::Table {
                columns: words(&["No.", "Nama", "Pelatihan", "Alasan"]),
                rows: vec![
                    words(&[
                        "1",
                        "Ahmad Fauzan",
                        "Budidaya lele",
                        "Minat pertama, bebas tujuh bulan setelah pelatihan selesai",
                    ]),
                    words(&["2", "Bagus Setiadi", "Budidaya lele"]),
                ],
            },
            Block::Numbered(words(&["Salinan untuk Kepala Bapas Surabaya.", "Salinan untuk arsip."])),
        ],
        signers: vec![
            Signer {
                post: "Ketua Tim Pengamat Pemasyarakatan".into(),
                name: "Dwi Hartono, S.H.\nNIP 19800101 200501 1 001".into(),
            },
            Signer { post: "Sekretaris".into(), name: "Sri Lestari, S.Sos.".into() },
            Signer {
                post: "Kepala Lembaga Pemasyarakatan".into(),
                name: "Bambang Irawan, A.Md.I.P., S.H., M.H.".into(),
            },
        ],
        footer: "Seksi Kegiatan Kerja dan Bimbingan Kerja".into(),
        specimen: false,
        paper: PaperSize::A4,
        document_date: day(),
    }
}

/// A note to the press: quotes, places for photographs, shares as bars.
pub fn note() -> LetterPaper {
    let bar =
        |label: &str, words: &str, percent| ShareBar { label: label.into(), words: words.into(), percent };
    LetterPaper {
        title: "Siaran Pers".into(),
        number: String::new(),
        body: vec![
            Block::Centered("Dua lembaga membuka pelatihan las".into()),
            Block::Code("K7QM 2F9T X4RD W8HN".into()),
            Block::Paragraph("Mojokerto, 12 November 2026. Enam belas peserta memulai pelatihan.".into()),
            Block::Quote {
                words: "Kami menyiapkan bengkel dan bahan sejak September.".into(),
                speaker: "Ratih Wulandari, Kepala Seksi".into(),
            },
            Block::Bars(vec![
                bar("Guru pengajar", "120 dari 160 JP", 75),
                bar("Bahan", "300 dari 16 paket", 255),
            ]),
            Block::PhotoPlaces(vec!["Penandatanganan".into(), "Bengkel las".into(), "Foto bersama".into()]),
            Block::Heading("Narahubung".into()),
            Block::Paragraph("Seksi Kegiatan Kerja".into()),
        ],
        signers: Vec::new(),
        ..letter()
    }
}

/// As many letters of the dense mode as the second code of a certificate ever holds.
pub fn longest_code() -> String {
    const LETTERS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let letter = |place: usize| char::from(LETTERS[(place * place * 31 + place * 7 + 11) % LETTERS.len()]);
    format!("SERT1:{}X", (0..304).map(letter).collect::<String>())
}

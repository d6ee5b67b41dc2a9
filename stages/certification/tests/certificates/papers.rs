// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The paper as printed: read back by other programs, searched for words, its code scanned, its file tampered with.

use std::path::{Path, PathBuf};
use std::process::Command;

use credential::register::{CodeAnswer, Register};
use credential::stigma_words_in;
use programme::facts::CertificateKind;

use crate::world::{RAHMAT, REGISTER, batch, day, in_a_world, issued, person};

/// A folder for the files of one test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        let path = std::env::temp_dir().join(format!("certificate-{}", uuid::Uuid::new_v4()));
        std::fs::create_dir(&path).expect("a folder for the test");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).expect("the folder can be removed");
    }
}

pub fn output(program: &str, arguments: &[&Path]) -> String {
    let output = Command::new(program).args(arguments).output();
    let output =
        output.unwrap_or_else(|error| panic!("{program}: {error}; install poppler-utils and zbar-tools"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the program writes UTF-8")
}

#[tokio::test]
async fn the_paper_says_who_and_what_and_never_where_from() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let pdf = house.get("nur", &format!("/certificates/{number}/pdf")).await.expect(200);
        assert_eq!(pdf.header("content-type"), "application/pdf");
        let folder = Folder::new();
        let file = folder.0.join("paper.pdf");
        std::fs::write(&file, &pdf.bytes).unwrap();
        let text = output("pdftotext", &[&file, Path::new("-")]);
        for fact in [
            "Rahmat Wibisono",
            "UPT BLK Mojokerto",
            "Sertifikat Kompetensi",
            "Mojokerto, 24 November 2026",
            "Nuraini Kusumawardani, M.T.",
            "September–Oktober 2026",
            "Kompeten",
            &number,
        ] {
            assert!(text.contains(fact), "{fact} is not on the paper: {text}");
        }
        let json = house.get("", &format!("/c/{number}/credential.json")).await.expect(200).body;
        let inside = credential::read_attachment(&pdf.bytes).unwrap();
        assert_eq!(String::from_utf8(inside).unwrap(), json, "the paper carries the very credential");
        let facts = output("pdfinfo", &[&file]);
        let (added, seal) = seal_of(&pdf.bytes);
        let seal = String::from_utf8_lossy(&seal).into_owned();
        assert!(seal.contains("UPT BLK Mojokerto"), "the issuer sealed the paper");
        for face in [&text, &json, &facts, &added, &seal] {
            assert_eq!(stigma_words_in(face), Vec::<String>::new(), "{face}");
            assert!(!face.contains(REGISTER), "{face}");
        }
        let again = house.get("galih", &format!("/certificates/{number}/pdf")).await.expect(200);
        assert_eq!(again.bytes, pdf.bytes, "printed again, the same bytes");
        Command::new("pdftoppm")
            .args(["-png", "-r", "150", "-f", "1", "-l", "1"])
            .arg(&file)
            .arg(folder.0.join("page"))
            .status()
            .unwrap();
        let picture = std::fs::read_dir(&folder.0).unwrap().map(|entry| entry.unwrap().path());
        let picture = picture.filter(|path| path.extension().is_some_and(|end| end == "png")).last().unwrap();
        let scanned = output("zbarimg", &[Path::new("--raw"), Path::new("-q"), &picture]);
        assert_eq!(scanned.trim(), format!("https://contoh.example/c/{number}"));
    })
    .await;
}

/// What was appended to a paper when it was sealed, and the seal itself.
fn seal_of(pdf: &[u8]) -> (String, Vec<u8>) {
    let text = String::from_utf8_lossy(pdf);
    let added = text.split_once("%%EOF\n").expect("a paper ends, and its seal follows").1;
    let hex = added.split_once("/Contents<").and_then(|(_, rest)| rest.split_once('>')).expect("a seal").0;
    let byte = |place: usize| u8::from_str_radix(&hex[place..place + 2], 16).expect("hex digits");
    (added.to_owned(), (0..hex.len()).step_by(2).map(byte).collect())
}

/// The credential without what is the learner's own.
fn without_learner(credential: &str) -> serde_json::Value {
    let mut document: serde_json::Value = serde_json::from_str(credential).expect("a credential is JSON");
    for own in [
        "/id",
        "/credentialSubject/licenseNumber",
        "/credentialSubject/narrative",
        "/credentialSubject/identifier/0/identityHash",
        "/credentialStatus/0/statusListIndex",
        "/credentialStatus/1/statusListIndex",
        "/proof/0/proofValue",
        "/proof/1/proofValue",
    ] {
        *document.pointer_mut(own).unwrap_or_else(|| panic!("{own} is there")) = "".into();
    }
    document
}

#[tokio::test]
async fn who_learned_behind_a_gate_holds_the_same_as_who_never_was() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let db = &house.house.db;
        let outside = batch(db, "LAS-2", 2, CertificateKind::Competence).await;
        let sql = "UPDATE programme SET host_id = issuer_id WHERE code = 'PROG-2'";
        store::run(db.writer(), sql, []).await.unwrap();
        issued(&house).await;
        house.post("nur", "/batches/LAS-2/certificates", &[("day", "24-11-2026")]).await.expect(303);
        let of_person =
            certification::facts::certificates_of_person(db.read(), person(RAHMAT)).await.unwrap();
        let inside = of_person.iter().map(|certificate| certificate.batch).find(|of| *of != outside).unwrap();
        let mut faces = Vec::new();
        for of in [inside, outside] {
            let (number, pdf, credential) =
                certification::facts::all_for_export(db.read(), of).await.unwrap().remove(0);
            let folder = Folder::new();
            let file = folder.0.join("paper.pdf");
            std::fs::write(&file, &pdf).unwrap();
            let text = output("pdftotext", &[&file, Path::new("-")]).replace(&number, "");
            // Of the seal itself the last digits are a number of chance, and one in some is shorter; the room is not.
            faces.push((without_learner(&credential), text, seal_of(&pdf).1.len()));
        }
        assert_eq!(faces[0], faces[1], "nothing tells the two apart");
    })
    .await;
}

#[tokio::test]
async fn a_paper_whose_credential_was_touched_is_refused() {
    in_a_world(CertificateKind::Training, |house| async move {
        let number = issued(&house).await;
        let on = house.house.db.read();
        let pdf = house.get("nur", &format!("/certificates/{number}/pdf")).await.expect(200).bytes;
        let trust = certification::facts::trust_list(on).await.unwrap();
        assert!(certification::verify_file(&pdf, day("2026-11-24"), &trust).is_valid());
        let credential = credential::read_attachment(&pdf).unwrap();
        let (start, length) = embedded_stream(&pdf);
        let mut refused = 0;
        for place in (start..start + length).step_by(length / 40) {
            let mut changed = pdf.clone();
            changed[place] ^= 1;
            let unchanged = credential::read_attachment(&changed).is_ok_and(|inside| inside == credential);
            let valid = certification::verify_file(&changed, day("2026-11-24"), &trust).is_valid();
            assert!(unchanged || !valid, "byte {place} of the file inside may be changed");
            refused += usize::from(!valid);
        }
        assert!(refused > 20, "the flips hit the file inside: {refused}");
        assert_eq!(certification::facts::certificates_of_person(on, person(RAHMAT)).await.unwrap().len(), 1);
    })
    .await;
}

/// Where the bytes of the embedded file begin, and how many they are.
fn embedded_stream(pdf: &[u8]) -> (usize, usize) {
    let find = |what: &[u8], from: usize| {
        pdf[from..].windows(what.len()).position(|window| window == what).map(|at| at + from)
    };
    let dictionary = find(b"/EmbeddedFile", 0).expect("the paper has a file inside");
    let start = find(b"stream", dictionary).expect("and its bytes") + b"stream".len() + 1;
    let end = find(b"endstream", start).expect("which end");
    (start, end - start)
}

/// A checker without a network: the code from the printed page, and the register's file as it was fetched some days ago.
#[tokio::test]
async fn the_code_on_the_paper_is_checked_with_a_file_alone() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let pdf = house.get("nur", &format!("/certificates/{number}/pdf")).await.expect(200);
        let folder = Folder::new();
        let (file, picture) = (folder.0.join("paper.pdf"), folder.0.join("page"));
        std::fs::write(&file, &pdf.bytes).unwrap();
        let second = ["-r", "150", "-png", "-singlefile", "-f", "2", "-l", "2"].map(Path::new);
        output("pdftoppm", &[second.as_slice(), &[&file, &picture]].concat());
        let code = output("zbarimg", &[Path::new("-q"), Path::new("--raw"), &picture.with_extension("png")]);
        let fetched = house.get("", "/c/register.json").await.expect(200);
        assert_eq!(stigma_words_in(&fetched.body), Vec::<String>::new());
        let (register, did) = Register::open(fetched.body.as_bytes(), None).expect("a signed register");
        let at = |text: &str| (day(text).and_hms_opt(12, 0, 0).unwrap().and_utc(), day(text));
        let (now, today) = at("2026-11-25");
        let CodeAnswer::Holds(read) = register.check(&code, now, today) else { panic!("{code}") };
        assert_eq!(
            (read.facts.number.as_str(), read.facts.learner.as_str(), read.issuer_name.as_str()),
            (number.as_str(), "Rahmat Wibisono", "UPT BLK Mojokerto")
        );
        house.at(day("2026-12-01"));
        let fields = [("day", "01-12-2026"), ("reason", "Hasil uji dipalsukan")];
        house.post("nur", &format!("/certificates/{number}/revocation"), &fields).await.expect(303);
        let fetched = house.get("", "/c/register.json").await.expect(200);
        let (newer, _) = Register::open(fetched.body.as_bytes(), Some(&did)).expect("of the same register");
        let (now, today) = at("2026-12-02");
        assert!(matches!(newer.check(&code, now, today), CodeAnswer::Revoked(_)));
        assert!(matches!(register.check(&code, now, today), CodeAnswer::Holds(_)), "what it cannot know");
        let (now, today) = at("2026-12-10");
        assert!(matches!(register.check(&code, now, today), CodeAnswer::StatusUnknown(_)), "too old to tell");
    })
    .await;
}

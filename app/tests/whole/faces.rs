// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every face of every certificate of the stories, and everything else that is shown outside, read as text: none says where its
//! holder was, in a word, in a header, in a file's name or by a register number.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use access::Role;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use credential::{read_code, stigma_words_in};
use store::FromQueryResult;
use uuid::Uuid;

use crate::demo_house::{Answer, DemoHouse, Site};

#[derive(FromQueryResult)]
struct Issued {
    number: String,
    pdf: Vec<u8>,
    issuer_id: Uuid,
    issuer: String,
}

/// What is shown outside besides certificates.
const OUTSIDE: [&str; 10] = [
    "/c",
    "/c/ambil",
    "/c/periksa.html",
    "/c/register.json",
    "/c/log/key",
    "/c/log/checkpoint",
    "/c/not/there",
    "/c/-/style.css",
    "/c/status/1/revocation",
    "/c/status/1/suspension",
];

#[tokio::test]
async fn nothing_shown_outside_says_where_a_holder_was() {
    let demo = DemoHouse::new().await;
    let site = Site::on(&demo.house, bekal::demo::DAY);
    let on = demo.house.db.read();
    let sql = "SELECT c.number, c.pdf, c.issuer_id, o.code AS issuer FROM certificate c \
               JOIN organisation o ON o.id = c.issuer_id ORDER BY c.number";
    let issued: Vec<Issued> = store::rows(on, sql, []).await.expect("certificates");
    assert!(issued.len() > 100, "{}", issued.len());
    let registers = registers(&demo).await;
    assert!(registers.len() > 100, "{}", registers.len());

    let mut read = Read::default();
    for path in OUTSIDE {
        read.page(&site, path).await;
    }
    let mut chosen = 0;
    let mut insiders = BTreeMap::new();
    for one in &issued {
        if !insiders.contains_key(&one.issuer) {
            insiders.insert(&one.issuer, site.person_with(&one.issuer, Role::TrainingHead).await);
            read.page(&site, &format!("/c/did/{}/did.json", one.issuer_id)).await;
        }
        for end in ["", "?bahasa=en", "/credential.json", "/proof.txt"] {
            read.page(&site, &format!("/c/{}{end}", one.number)).await;
        }
        let insider = &insiders[&one.issuer];
        let selection = site.get(insider, &format!("/certificates/{}/sd-jwt", one.number)).await;
        read.headers(&one.number, &selection);
        // A few were signed with a key that is retired by now.
        if selection.status.is_success() {
            chosen += 1;
            read.text(&one.number, decoded(&selection.body));
        }
        let pdf = site.get(insider, &format!("/certificates/{}/pdf", one.number)).await;
        read.headers(&one.number, &pdf);
    }
    let trust = certification::facts::trust_list(on).await.expect("issuers");
    for (place, one) in issued.iter().enumerate() {
        let file = demo.folder.join("face.pdf");
        std::fs::write(&file, &one.pdf).expect("written");
        read.text(&one.number, output("pdftotext", &[&file, Path::new("-")]));
        read.text(&one.number, output("pdfinfo", &[&file]));
        // Drawing a page takes long, and the codes of one issuer are all alike.
        if place % 8 == 0 {
            let code = printed_code(&demo.folder, &one.number);
            let code = read_code(&code, &trust).unwrap_or_else(|cause| panic!("{}: {cause:?}", one.number));
            read.text(&one.number, format!("{code:?}"));
        }
    }
    assert!(chosen > 100, "{chosen}");
    assert!(read.texts.len() > issued.len() * 9, "{}", read.texts.len());
    read.holds_nothing_of(&registers);
}

#[derive(Default)]
struct Read {
    /// Where it was read, and what.
    texts: Vec<(String, String)>,
}

impl Read {
    async fn page(&mut self, site: &Site, path: &str) {
        let answer = site.get("", path).await;
        self.headers(path, &answer);
        self.text(path, answer.body);
    }

    fn headers(&mut self, of: &str, answer: &Answer) {
        let line = |(name, value): (&_, &_)| format!("{name:?}: {value:?}");
        let lines: Vec<String> = answer.headers.iter().map(line).collect();
        assert!(lines.len() > 3, "{of}: {lines:?}");
        self.text(of, lines.join("\n"));
    }

    fn text(&mut self, of: &str, text: String) {
        self.texts.push((of.to_owned(), text));
    }

    fn holds_nothing_of(&self, registers: &[String]) {
        let mut found = Vec::new();
        for (of, text) in &self.texts {
            found.extend(stigma_words_in(text).into_iter().map(|word| format!("{of}: {word}")));
            let told = registers.iter().filter(|register| text.contains(*register));
            found.extend(told.map(|register| format!("{of}: {register}")));
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

async fn registers(demo: &DemoHouse) -> Vec<String> {
    #[derive(FromQueryResult)]
    struct Row {
        register: String,
    }
    let sql = "SELECT DISTINCT register FROM episode WHERE register <> ''";
    let found: Vec<Row> = store::rows(demo.house.db.read(), sql, []).await.expect("registers");
    found.into_iter().map(|row| row.register).collect()
}

/// The parts of a file with chosen facts, taken out of their coding.
fn decoded(file: &str) -> String {
    let parts = file.split(['.', '~']).filter_map(|part| URL_SAFE_NO_PAD.decode(part.trim()).ok());
    let text = parts.map(|part| String::from_utf8_lossy(&part).into_owned()).collect::<Vec<_>>().join("\n");
    assert!(text.contains("vct"), "{text}");
    text
}

/// The code that is printed on the second page of the paper in the folder.
fn printed_code(folder: &Path, number: &str) -> String {
    let file = folder.join("face.pdf");
    let picture = folder.join("face.png");
    let stem = folder.join("face");
    let page = ["-png", "-r", "150", "-f", "2", "-l", "2", "-singlefile"].map(Path::new);
    output("pdftoppm", &[&page[..], &[&file, &stem]].concat());
    let codes = output("zbarimg", &[Path::new("--raw"), Path::new("-q"), &picture]);
    let code = codes.lines().find(|line| !line.starts_with("http")).map(str::to_owned);
    code.unwrap_or_else(|| panic!("{number}: no code in {codes}"))
}

fn output(program: &str, arguments: &[&Path]) -> String {
    let output = Command::new(program).args(arguments).output();
    let output =
        output.unwrap_or_else(|error| panic!("{program}: {error}; install poppler-utils and zbar-tools"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the program writes UTF-8")
}

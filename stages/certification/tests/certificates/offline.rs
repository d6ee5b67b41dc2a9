// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The saved page and the engine judge alike: sound codes, changed ones, old registers and other people's.

use chrono::{DateTime, Utc};
use credential::register::{CodeAnswer, Register, RegisterLists};
use credential::status::StatusList;
use credential::{BadgeKind, Cause, CodeFacts, CodeRead, IssuerKey, issue_code, stigma_words_in};
use kernel::day::Day;
use programme::facts::CertificateKind;
use serde_json::{Value, json};

use crate::papers::{Folder, output};
use crate::world::{day, in_a_world, issued};
use std::path::Path;

struct Case {
    code: String,
    register: String,
    now: DateTime<Utc>,
    today: Day,
}

impl Case {
    fn at(code: &str, register: &str, today: &str) -> Self {
        let today = day(today);
        let now = today.and_hms_opt(12, 0, 0).expect("noon").and_utc();
        Self { code: code.to_owned(), register: register.to_owned(), now, today }
    }

    fn to_json(&self) -> Value {
        json!({
            "code": self.code, "register": self.register, "now": self.now.to_rfc3339(), "today": self.today.to_string()
        })
    }

    /// What the engine says, in the words of the page.
    fn expected(&self) -> String {
        let Ok((register, _)) = Register::open(self.register.as_bytes(), None) else {
            return "no register".to_owned();
        };
        let told = |word: &str, read: CodeRead| {
            format!("{word} | {} | {} | {}", read.facts.number, read.facts.learner, read.issuer_name)
        };
        match register.check(&self.code, self.now, self.today) {
            CodeAnswer::Holds(read) => told("holds", read),
            CodeAnswer::Revoked(read) => told("revoked", read),
            CodeAnswer::Suspended(read) => told("suspended", read),
            CodeAnswer::Expired(read, _) => told("expired", read),
            CodeAnswer::NotYetValid(read, _) => told("early", read),
            CodeAnswer::StatusUnknown(read) => told("unknown", read),
            CodeAnswer::Refused(Cause::IssuerUnknown(_)) => "stranger".to_owned(),
            CodeAnswer::Refused(Cause::SignatureMismatch) => "changed".to_owned(),
            CodeAnswer::Refused(_) => "none".to_owned(),
        }
    }
}

fn key() -> IssuerKey {
    IssuerKey::from_seed([7; 32])
}

/// Retired on the day of the register.
fn old_key() -> IssuerKey {
    IssuerKey::from_seed([9; 32])
}

fn facts(place: u32) -> CodeFacts {
    CodeFacts {
        kind: BadgeKind::Competence,
        number: "7F3K-9QTM-2VXA".into(),
        learner: "Siti Nurhaliza Ñuwún ʾAlī 陈".into(),
        achievement: "Juru Las \"2G\" <SMAW>".into(),
        units: 30,
        awarded_on: day("2026-11-20"),
        valid_until: Some(day("2029-11-19")),
        status: Some((300, place)),
    }
}

fn register() -> String {
    let list = |places: &[usize]| {
        let mut list = StatusList::default();
        places.iter().for_each(|place| list.set(*place, true).expect("within the list"));
        list
    };
    let made_at = day("2026-12-01").and_hms_opt(9, 0, 0).expect("a time").and_utc();
    let register = Register {
        made_at,
        holds_until: made_at + chrono::TimeDelta::days(14),
        issuers: vec![
            (key().did(), "LSP \"Las\" Nusantara é".into()),
            (old_key().did(), "LSP \"Las\" Nusantara é".into()),
        ],
        retired: vec![(old_key().did(), made_at)],
        lists: vec![RegisterLists {
            number: 300,
            revocation: list(&[8, 70_000]),
            suspension: list(&[9, 131_071]),
        }],
    };
    register.seal(&IssuerKey::from_seed([50; 32]))
}

fn cases() -> Vec<Case> {
    let register = register();
    let mut cases = Vec::new();
    for place in [7, 8, 9] {
        let code = issue_code(&facts(place), &old_key());
        cases.extend(["2026-12-02", "2029-11-20"].map(|today| Case::at(&code, &register, today)));
    }
    for place in [7, 8, 9, 70_000, 131_071] {
        let code = issue_code(&facts(place), &key());
        for today in ["2026-11-19", "2026-12-02", "2026-12-16", "2029-11-20"] {
            cases.push(Case::at(&code, &register, today));
        }
    }
    let others = [
        CodeFacts { valid_until: None, status: None, ..facts(0) },
        CodeFacts { learner: "W".repeat(90), achievement: "Ł".repeat(90), ..facts(4_000) },
        CodeFacts { status: Some((301, 5)), ..facts(0) },
        CodeFacts { units: 0, number: String::new(), ..facts(0) },
    ];
    cases.extend(others.iter().map(|facts| Case::at(&issue_code(facts, &key()), &register, "2026-12-02")));
    let stranger = issue_code(&facts(7), &IssuerKey::from_seed([8; 32]));
    cases.push(Case::at(&stranger, &register, "2026-12-02"));
    let code = issue_code(&facts(7), &key());
    for at in 0..code.len() {
        let other = if code.as_bytes()[at] == b'7' { "8" } else { "7" };
        let changed = format!("{}{other}{}", &code[..at], &code[at + 1..]);
        cases.push(Case::at(&changed, &register, "2026-12-02"));
        cases.push(Case::at(&code[..at], &register, "2026-12-02"));
    }
    let forged = register.replace("Nusantara", "Nusantera");
    cases.push(Case::at(&code, &forged, "2026-12-02"));
    cases.push(Case::at(&code, "{}", "2026-12-02"));
    cases
}

#[tokio::test]
async fn the_saved_page_says_what_the_engine_says() {
    in_a_world(CertificateKind::Competence, |house| async move {
        issued(&house).await;
        let saved = house.get("", "/c/periksa.html").await.expect(200);
        assert_eq!(saved.header("content-disposition"), "attachment; filename=\"periksa-sertifikat.html\"");
        assert_eq!(stigma_words_in(&saved.body), Vec::<String>::new());
        assert!(!saved.body.contains('@') || !saved.body.contains("@REGISTER@"), "every mark is filled");
        assert!(saved.body.len() < 100_000, "{} bytes", saved.body.len());
        let folder = Folder::new();
        let (page, asked) = (folder.0.join("page.html"), folder.0.join("cases.json"));
        std::fs::write(&page, &saved.body).unwrap();
        let cases = cases();
        let mut all: Vec<Value> = cases.iter().map(Case::to_json).collect();
        let mut without = cases[0].to_json();
        without["register"] = Value::Null;
        all.push(without);
        std::fs::write(&asked, json!(all).to_string()).unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/certificates/offline.mjs");
        let answers = output("node", &[&script, &page, &asked]);
        let mut answers: Vec<&str> = answers.lines().collect();
        let own = answers.pop().expect("the last case");
        assert_eq!(own, "stranger", "the page's own register opens, and knows no such issuer");
        assert_eq!(answers.len(), cases.len());
        let mut seen = std::collections::BTreeSet::new();
        for (case, answer) in cases.iter().zip(answers) {
            assert_eq!(answer, case.expected(), "{} on {}", case.code, case.today);
            seen.insert(answer.split(" | ").next().unwrap_or_default().to_owned());
        }
        let every = [
            "changed",
            "early",
            "expired",
            "holds",
            "no register",
            "none",
            "revoked",
            "stranger",
            "suspended",
            "unknown",
        ];
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), every, "every answer was given once at least");
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every form, code, event, refusal and sentence a page asks for can be said in both languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use desk::{Kind, Say, Words};
use kernel::Lang;
use partnership::facts::{AgreementKind, PartyRole, Progress, Standing};

/// Words at most in one sentence; longer ones are not read to the end.
const SENTENCE_WORDS: usize = 20;

/// Keys, and attributes with their key in front.
fn keys(text: &str) -> BTreeSet<String> {
    let mut key = String::new();
    let mut keys = BTreeSet::new();
    for line in text.lines().filter(|line| line.contains(" = ") && !line.starts_with('#')) {
        let name = line.split(" = ").next().unwrap_or_default().trim();
        match name.strip_prefix('.') {
            Some(attribute) => keys.insert(format!("{key}.{attribute}")),
            None if line.starts_with(' ') => false,
            None => {
                key = name.to_owned();
                keys.insert(key.clone())
            }
        };
    }
    keys
}

/// All text of this room's sources and templates.
fn sources() -> String {
    fn read(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder of this crate") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                read(&path, text);
            } else {
                text.push_str(&fs::read_to_string(&path).expect("text"));
            }
        }
    }
    let mut text = String::new();
    for folder in ["src", "templates"] {
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut text);
    }
    text
}

/// Keys written out in quotes, such as `"agreement-signed"`; the prefixes of codes are not among them.
fn quoted(sources: &str) -> BTreeSet<String> {
    const ROOMS: [&str; 6] =
        ["agreement-", "meeting-", "obligation-", "field-", "problem-", "state-agreement-"];
    const PREFIXES: [&str; 9] = [
        "agreement-kind",
        "agreement-role",
        "agreement-sees",
        "agreement-filter",
        "meeting-item",
        // Beginnings of action keys, to which `actions` of a page adds `.verb`.
        "agreement-agree",
        "agreement-sign",
        "agreement-end",
        "obligation-progress",
    ];
    let is_key = |text: &&str| {
        let plain = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte == b'.');
        plain && ROOMS.iter().any(|room| text.starts_with(room)) && !PREFIXES.contains(text)
    };
    sources.split('"').filter(is_key).map(str::to_owned).collect()
}

/// Keys put together from a code.
fn coded() -> Vec<String> {
    let mut keys: Vec<String> = partnership::EVENTS.iter().map(|event| format!("event-{event}")).collect();
    let mut all = |prefix: &str, codes: &[&str]| {
        keys.extend(codes.iter().map(|code| format!("{prefix}-{}", code.replace('_', "-"))));
    };
    all("state-agreement", Standing::CODES);
    all("agreement-kind", AgreementKind::CODES);
    all("agreement-role", PartyRole::CODES);
    all("agreement-sees", PartyRole::CODES);
    all("agreement-filter", &["all", "preparing", "upcoming", "in_force", "over"]);
    all("meeting-item", &["open", "overdue", "closed"]);
    let progress = [Progress::Delivered, Progress::Late, Progress::Partly, Progress::NotYet];
    all("obligation-progress", &progress.map(Progress::code));
    keys
}

/// Keys of the forms and pages.
fn declared() -> Vec<String> {
    let mut keys: Vec<String> = partnership::pages().iter().map(|page| page.name.replace(' ', "-")).collect();
    for action in partnership::actions() {
        let key = action.name.replace(' ', "-");
        keys.extend([key.clone(), format!("{key}.lead"), format!("{key}.verb")]);
        let labels = action.fields.iter().filter(|field| !matches!(field.kind, Kind::Path));
        keys.extend(labels.map(|field| format!("field-{key}-{}", field.name.replace('_', "-"))));
    }
    keys
}

fn refusals(sources: &str) -> BTreeSet<String> {
    let codes = sources.split('"').filter(|text| text.starts_with("PART-"));
    codes
        .flat_map(|code| {
            [format!("refusal-{}", code.to_lowercase()), format!("refusal-{}.next", code.to_lowercase())]
        })
        .collect()
}

#[test]
fn both_languages_hold_the_same_sentences() {
    let (indonesian, english) = (keys(partnership::WORDS.0), keys(partnership::WORDS.1));
    assert_eq!(indonesian.symmetric_difference(&english).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn all_that_is_asked_for_can_be_said() {
    let words = Words::new(&[desk::WORDS, web::WORDS, partnership::WORDS]).expect("the words can be read");
    let sources = sources();
    let mut wanted = quoted(&sources);
    assert!(wanted.len() > 80, "{wanted:?}");
    assert_eq!(refusals(&sources).len(), 32);
    wanted.extend(refusals(&sources));
    wanted.extend(coded());
    wanted.extend(declared());
    // A label of its own, or the one all rooms share.
    let said = |key: &str| words.try_say(Lang::Id, &Say::new(key)).is_some();
    let shared = |key: &str| {
        let name = key.strip_prefix("field-").and_then(|rest| rest.splitn(3, '-').nth(2));
        name.is_some_and(|name| said(&format!("field-{}", name.trim_start_matches("item-"))))
    };
    let missing: Vec<&String> = wanted.iter().filter(|key| !said(key) && !shared(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_sentence_waits_for_nobody() {
    let sources = sources();
    let mut wanted = quoted(&sources);
    wanted.extend(refusals(&sources));
    wanted.extend(coded());
    wanted.extend(declared());
    let base = |key: &str| key.split('.').next().unwrap_or_default().to_owned();
    let wanted: BTreeSet<String> = wanted.iter().map(|key| base(key)).collect();
    let defined = keys(partnership::WORDS.0);
    let idle: Vec<&String> = defined.iter().filter(|key| !wanted.contains(&base(key))).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn sentences_are_short() {
    for line in partnership::WORDS.0.lines().filter_map(|line| line.split_once(" = ")) {
        for sentence in line.1.split_inclusive(['.', ':', ';']) {
            assert!(sentence.split_whitespace().count() <= SENTENCE_WORDS, "{sentence}");
        }
    }
}

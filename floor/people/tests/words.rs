// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every form, code, event and refusal has its sentences in both languages.

use std::collections::BTreeSet;

use desk::{Kind, Say, Words};
use kernel::Lang;

fn words() -> Words {
    Words::new(&[desk::WORDS, web::WORDS, people::WORDS]).expect("the words can be read")
}

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

#[test]
fn both_languages_hold_the_same_sentences() {
    let (indonesian, english) = (keys(people::WORDS.0), keys(people::WORDS.1));
    assert_eq!(indonesian.symmetric_difference(&english).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn forms_events_and_refusals_can_be_said() {
    let words = words();
    let mut wanted: Vec<String> = people::EVENTS.iter().map(|event| format!("event-{event}")).collect();
    for number in (1..=18).chain([40, 41]) {
        wanted.extend([format!("refusal-peop-{number:02}"), format!("refusal-peop-{number:02}.next")]);
    }
    for action in people::actions() {
        let key = action.name.replace(' ', "-");
        wanted.extend([key.clone(), format!("{key}.lead"), format!("{key}.verb")]);
        for field in action.fields.iter().filter(|field| !matches!(field.kind, Kind::Path)) {
            wanted.push(format!("field-{key}-{}", field.name.replace('_', "-")));
            if let Kind::Codes { prefix, codes } = field.kind {
                wanted.extend(codes.iter().map(|code| format!("{prefix}-{code}")));
            }
        }
    }
    wanted.extend(people::pages().iter().map(|page| page.name.replace(' ', "-")));
    for key in wanted {
        assert!(words.try_say(Lang::Id, &Say::new(&key)).is_some(), "{key}");
    }
}

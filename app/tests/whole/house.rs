// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What must hold for the house as a whole, before anybody has come in.

use std::collections::BTreeSet;

use access::Act;
use bekal::command::{RoomCommands, grammar};
use bekal::{reactions, rooms};
use desk::{Kind, Say, Words};
use kernel::Lang;

/// Acts that no route names: they open sensitive values, or check what a room shows inside another page.
fn acts_without_route() -> Vec<Act> {
    Act::ALL.iter().copied().filter(|act| act.code().starts_with("see.")).collect()
}

#[test]
fn every_event_has_its_answer_and_every_answer_its_event() {
    let events: BTreeSet<&str> = rooms::events().into_iter().collect();
    let answers: BTreeSet<&str> = reactions::TABLE.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(answers.len(), reactions::TABLE.len(), "an event stands twice");
    assert_eq!(events, answers);
}

#[test]
fn every_act_is_the_act_of_a_route() {
    let mut named: BTreeSet<Act> = rooms::actions().iter().map(|action| action.act).collect();
    named.extend(rooms::pages().iter().map(|page| page.act));
    named.extend(acts_without_route());
    let idle: Vec<&str> = Act::ALL.iter().filter(|act| !named.contains(act)).map(|act| act.code()).collect();
    assert!(idle.is_empty(), "rights that nothing asks for: {idle:?}");
}

#[test]
fn commands_and_addresses_are_each_given_once() {
    let names: Vec<&str> = rooms::actions()
        .iter()
        .map(|action| action.name)
        .chain(rooms::pages().iter().map(|page| page.name))
        .collect();
    let different: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(names.len(), different.len(), "two rooms share a command");
    for paths in [
        rooms::actions().iter().map(|action| action.path).collect::<Vec<_>>(),
        rooms::pages().iter().map(|page| page.path).collect::<Vec<_>>(),
    ] {
        let different: BTreeSet<&str> = paths.iter().copied().collect();
        assert_eq!(paths.len(), different.len(), "two rooms share an address");
    }
}

#[test]
fn every_action_field_code_and_event_has_words_in_both_languages() {
    let words = Words::new(&rooms::words()).expect("the words fit together");
    let mut missing = Vec::new();
    let mut want = |keys: &[String]| {
        for lang in [Lang::Id, Lang::En] {
            if keys.iter().all(|key| words.try_say(lang, &Say::new(key.as_str())).is_none()) {
                missing.push(format!("{}: {}", lang.tag(), keys.join(" or ")));
            }
        }
    };
    for action in rooms::actions() {
        let name = action.name.replace(' ', "-");
        for key in [name.clone(), format!("{name}.verb"), format!("{name}.lead")] {
            want(&[key]);
        }
        for field in action.fields.iter().filter(|field| !matches!(field.kind, Kind::Path)) {
            let label = field.name.replace('_', "-");
            want(&[format!("field-{name}-{label}"), format!("field-{label}")]);
            if let Kind::Codes { prefix, codes } = field.kind {
                codes.iter().for_each(|code| want(&[format!("{prefix}-{}", code.replace('_', "-"))]));
            }
        }
    }
    rooms::events().iter().for_each(|event| want(&[format!("event-{event}")]));
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn accounts_are_also_called_users() {
    let words = Words::new(&rooms::words()).expect("the words fit together");
    let commands = RoomCommands { actions: rooms::actions(), pages: rooms::pages() };
    let root = grammar(clap::Command::new("bekal").no_binary_name(true), &commands, &words);
    for verb in ["list", "open", "reset --account x", "roles --account x", "close --account x"] {
        let line = format!("users {verb}");
        let matches = root.clone().try_get_matches_from(line.split(' ')).expect("the command is known");
        assert_eq!(matches.subcommand_name(), Some("account"), "{line}");
    }
}

#[test]
fn both_languages_hold_the_same_keys() {
    for (indonesian, english) in rooms::words() {
        assert_eq!(keys(indonesian), keys(english));
    }
}

/// The keys and attributes of a Fluent file.
fn keys(text: &str) -> BTreeSet<String> {
    let mut last = String::new();
    let mut found = BTreeSet::new();
    for line in text.lines() {
        let Some((name, _)) = line.split_once('=') else { continue };
        let key = name.trim();
        if let Some(attribute) = key.strip_prefix('.').filter(|_| line.starts_with(' ')) {
            found.insert(format!("{last}.{attribute}"));
        } else if key.starts_with("paper-") {
            // Official papers are in Bahasa Indonesia only; a sentence missing in English is said in Indonesian.
        } else if !line.starts_with([' ', '#', '}', '*', '['])
            && key.chars().all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '_')
        {
            last = key.to_owned();
            found.insert(last.clone());
        }
    }
    found
}

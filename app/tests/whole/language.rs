// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Both languages are whole: the same keys with the same variables, no English value that is Indonesian, a way to change
//! on every page, and no page in English that says an Indonesian sentence or the name of a missing one.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use crate::demo_house::{DemoHouse, Site};
use bekal::rooms;
use desk::House;
use kernel::day::Day;

/// A value without its key: text, and the variables in it.
#[derive(Debug, Default)]
struct Value {
    text: String,
    variables: BTreeSet<String>,
}

/// Every key and attribute of a Fluent file with its value.
fn values(text: &str) -> BTreeMap<String, Value> {
    let mut found: BTreeMap<String, Value> = BTreeMap::new();
    let (mut message, mut key) = (String::new(), String::new());
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (name, rest) = line.split_once('=').unwrap_or(("", line));
        let name = name.trim();
        let is_key = |name: &str| {
            !name.is_empty()
                && name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
        };
        let said = if let Some(attribute) = name.strip_prefix('.').filter(|attribute| is_key(attribute)) {
            key = format!("{message}.{attribute}");
            rest
        } else if !line.starts_with(' ') && is_key(name) {
            (message, key) = (name.to_owned(), name.to_owned());
            rest
        } else {
            line
        };
        let value = found.entry(key.clone()).or_default();
        value.text.push_str(said.trim());
        let variables = said.split('$').skip(1).map(|rest| {
            rest.chars()
                .take_while(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
                .collect()
        });
        value.variables.extend(variables);
    }
    found.remove("");
    found
}

fn pairs() -> Vec<(String, Value, Value)> {
    let mut pairs = Vec::new();
    for (indonesian, english) in rooms::words() {
        let mut english = values(english);
        for (key, value) in values(indonesian) {
            let other = english.remove(&key);
            // Official papers are in Bahasa Indonesia only.
            if let Some(other) = other {
                pairs.push((key, value, other));
            } else {
                assert!(key.starts_with("paper-"), "{key} has no English");
            }
        }
        assert!(english.is_empty(), "no Indonesian: {:?}", english.keys());
    }
    pairs
}

#[test]
fn both_languages_ask_for_the_same_values() {
    let pairs = pairs();
    assert!(pairs.len() > 1_000, "{}", pairs.len());
    let differing: Vec<&String> =
        pairs.iter().filter(|(_, id, en)| id.variables != en.variables).map(|(key, ..)| key).collect();
    assert!(differing.is_empty(), "other variables in English: {differing:?}");
}

/// Words that are the same in both languages.
const SAME: &[&str] = &[
    "chrome-menu",
    "form-principle-valid",
    "form-short-mapa-01",
    "office-token-once",
    "people-column-status",
    "product",
    "programme-unit",
];

#[test]
fn no_english_value_is_the_indonesian_one() {
    let is_word = |text: &str| {
        let mut bare = text.to_owned();
        while let Some((front, rest)) = bare.split_once('{') {
            bare = format!("{front}{}", rest.split_once('}').map_or("", |(_, after)| after));
        }
        bare.chars().filter(|letter| letter.is_alphabetic()).count() > 3
    };
    let same: Vec<String> = pairs()
        .into_iter()
        .filter(|(key, id, en)| id.text == en.text && is_word(&id.text) && !SAME.contains(&key.as_str()))
        .map(|(key, id, _)| format!("{key} = {}", id.text))
        .collect();
    assert!(same.is_empty(), "the same in English:\n{}", same.join("\n"));
}

/// Sentences that only Indonesian says: plain text of four words or more.
fn indonesian_sentences() -> Vec<(String, String)> {
    let plain = |value: &Value| !value.text.contains('{') && value.text.split_whitespace().count() >= 4;
    let kept = |key: &str| {
        // What goes to Indonesian papers stays Indonesian on the page that shows it.
        !key.starts_with("report-draft") && !key.starts_with("report-paper") && !key.starts_with("paper-")
    };
    let pairs = pairs().into_iter().filter(|(key, id, en)| plain(id) && id.text != en.text && kept(key));
    pairs.map(|(key, id, _)| (key, escaped(&id.text))).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&#38;")
        .replace('<', "&#60;")
        .replace('>', "&#62;")
        .replace('"', "&#34;")
        .replace('\'', "&#39;")
}

/// Every page somebody can reach by links, in English.
async fn pages_in_english(site: &Site, login: &str) -> Vec<(String, String)> {
    let cookie = format!("{}; bahasa=en", site.sign_in(login).await);
    let pages = rooms::pages();
    let without_parts = pages.iter().map(|page| page.path.to_owned()).filter(|path| !path.contains('{'));
    let mut waiting: VecDeque<String> = without_parts.collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(path) = waiting.pop_front() {
        if path.starts_with("/c") && !path.starts_with("/certificates")
            || !seen.insert(path.clone())
            || seen.len() > 90
        {
            continue;
        }
        let answer = site.get(&cookie, &path).await;
        for link in answer.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let link = link.replace("&amp;", "&").replace("&#38;", "&");
            let is_page = link.starts_with('/') && !link.starts_with("/-/") && !link.contains('#');
            if is_page && !link.contains("tema=") && !link.contains("bahasa=") {
                waiting.push_back(link);
            }
        }
        if answer.body.starts_with("<!doctype html>") {
            found.push((path, answer.body));
        }
    }
    found
}

async fn look(house: &Arc<House>, (login, day): (&str, Day), sentences: &[(String, String)]) -> Vec<String> {
    let site = Site::on(house, day);
    let pages = pages_in_english(&site, login).await;
    assert!(pages.len() > 4, "{login} sees {} pages", pages.len());
    let mut wrong = Vec::new();
    for (path, body) in pages {
        if body.contains('⟦') {
            wrong.push(format!("{login} {path}: a sentence is missing"));
        }
        if !body.contains("<html lang=\"en\"") || !body.contains("bahasa=id") {
            wrong.push(format!("{login} {path}: no way to change the language"));
        }
        for (key, text) in sentences.iter().filter(|(_, text)| body.contains(text.as_str())) {
            wrong.push(format!("{login} {path}: {key} is said in Indonesian: {text}"));
        }
    }
    wrong
}

#[tokio::test]
async fn pages_in_english_are_english() {
    let demo_house = DemoHouse::new().await;
    let sentences = indonesian_sentences();
    assert!(sentences.len() > 300, "{}", sentences.len());
    let day = |year, month, day| Day::from_ymd_opt(year, month, day).expect("a day of the calendar");
    let mut wrong = Vec::new();
    for who in [
        ("giatja.jember", day(2026, 3, 4)),
        ("binadik.jember", day(2026, 3, 4)),
        ("kepsek.smkn3", day(2026, 3, 4)),
        ("asesor.las", day(2026, 5, 12)),
        ("pk.jember", day(2027, 3, 4)),
        ("disnaker.jember", day(2026, 9, 1)),
        ("ditjenpas.pemantau", day(2027, 12, 31)),
        ("admin", day(2027, 12, 31)),
    ] {
        wrong.extend(look(&demo_house.house, who, &sentences).await);
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(demo_house.house.words.missing(), Vec::<String>::new());
}

#[tokio::test]
async fn outside_too_the_language_can_be_changed() {
    let demo_house = DemoHouse::new().await;
    let site = Site::on(&demo_house.house, bekal::demo::DAY);
    for (path, first) in [
        ("/c", "Cek sertifikat"),
        ("/c/0000-0000-0000", "Nomor ini tidak ditemukan"),
        ("/c/-/nothing.css", ""),
        ("/sign-in", "Masuk"),
        ("/nothing-here", ""),
    ] {
        let answer = site.get("", path).await;
        assert!(answer.body.contains("bahasa=en"), "{path} offers no English: {}", answer.body);
        assert!(answer.body.contains("<html lang=\"id\""), "{path}");
        assert!(answer.body.contains(first), "{path} lacks {first}: {}", answer.body);
    }
    for path in ["/c?bahasa=en", "/c/0000-0000-0000?bahasa=en"] {
        let answer = site.get("", path).await;
        assert!(
            answer.body.contains("<html lang=\"en\"") && answer.body.contains("bahasa=id"),
            "{path}: {}",
            answer.body
        );
    }
}

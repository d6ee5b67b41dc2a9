// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates of people in custody and of ordinary learners of the same issuer cannot be told apart: the same fields in the
//! same order, the same public page, the same names in the file; and neither a nearest neighbour nor naive Bayes, asked about one
//! certificate after having learnt all others, guesses better than chance. Planted leaks show that it would be found.

use std::collections::{BTreeMap, BTreeSet};

use crate::demo_house::{DemoHouse, Site};
use bekal::demo;
use serde_json::Value;

/// Custody first, then the ordinary learners of the same issuer.
const PAIRS: [(&str, &str); 2] = [("PKS-JEMBER-ROTI", "SK-SMKN3-UMUM"), ("PKS-KOTABARU-LAS", "SK-BLK-LAS")];

/// The most that may be guessed right.
const MOST: f64 = 0.55;
/// A value seen this often and only on one side betrays it; by chance once in 512 such values.
const TRIVIAL: usize = 10;

/// One certificate as anyone outside can see it.
#[derive(Clone)]
pub struct Paper {
    pub in_custody: bool,
    pub credential: String,
    pub pdf: Vec<u8>,
    pub page: String,
}

/// The names of all members of a JSON text, in the order in which they stand.
pub fn members(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split('"').collect();
    let named = parts
        .windows(2)
        .enumerate()
        .filter(|(place, pair)| place % 2 == 1 && pair[1].trim_start().starts_with(':'));
    named.map(|(_, pair)| pair[0].to_owned()).collect()
}

/// Every name that a PDF uses outside its streams. The tag of a font's subset follows the letters of the learner's own name and is
/// left out.
fn names(pdf: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(pdf);
    let outside = text.split("stream").step_by(2).collect::<String>();
    let name = |rest: &str| -> String {
        let of_letters = |text: &str| text.chars().take_while(char::is_ascii_alphabetic).collect::<String>();
        let tag = of_letters(rest);
        rest[tag.len()..].strip_prefix('+').map_or(tag, of_letters)
    };
    outside.split('/').skip(1).map(name).filter(|name| name.len() > 2).collect()
}

/// The elements of a page, in order.
pub fn elements(page: &str) -> Vec<&str> {
    page.split('<').skip(1).filter_map(|rest| rest.split([' ', '>']).next()).collect()
}

fn leaves(value: &Value, path: &str, out: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| leaves(value, &format!("{path}.{key}"), out))
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(place, value)| leaves(value, &format!("{path}.{place}"), out));
        }
        Value::String(text) => out.push((path.to_owned(), text.clone())),
        Value::Null | Value::Bool(_) | Value::Number(_) => out.push((path.to_owned(), value.to_string())),
    }
}

/// What a suspicious reader would write down about one certificate.
pub fn features(paper: &Paper) -> BTreeSet<String> {
    let value: Value = serde_json::from_str(&paper.credential).expect("a credential is JSON");
    let mut found = Vec::new();
    leaves(&value, "", &mut found);
    let mut features = BTreeSet::new();
    for (path, text) in found {
        let letters = text.chars().count();
        features.insert(format!("{path} is {text}"));
        features.insert(format!("{path} long {}", letters / 3));
        features.insert(format!("{path} begins {}", text.chars().next().unwrap_or(' ')));
        features.insert(format!("{path} words {}", text.split_whitespace().count()));
        if let Ok(day) = text.get(..10).unwrap_or("").parse::<kernel::day::Day>() {
            features.insert(format!("{path} on {}", chrono::Datelike::weekday(&day)));
        }
    }
    features.extend(names(&paper.pdf).into_iter().map(|name| format!("pdf names {name}")));
    features.insert(format!("pdf {}", paper.pdf.len() / 512));
    features.insert(format!("page {}", paper.page.len() / 8));
    features
}

/// Which certificates carry a feature; those that all carry, or one alone, tell nothing and are left out.
fn table(seen: &[BTreeSet<String>]) -> Vec<Vec<bool>> {
    let all: BTreeSet<&String> = seen.iter().flatten().collect();
    let column = |feature: &String| -> Vec<bool> { seen.iter().map(|one| one.contains(feature)).collect() };
    let tells = |column: &Vec<bool>| (2..seen.len()).contains(&column.iter().filter(|has| **has).count());
    all.into_iter().map(column).filter(tells).collect()
}

/// The share of certificates whose side a naive Bayes guesses, each after learning all others.
fn bayes(columns: &[Vec<bool>], sides: &[bool]) -> f64 {
    let guess = |one: usize| {
        let of_side = |side: bool| {
            let all = sides.iter().filter(|other| **other == side).count();
            (all - usize::from(sides[one] == side)) as f64
        };
        let score = |side: bool| -> f64 {
            let term = |column: &Vec<bool>| {
                let with = column.iter().zip(sides).filter(|(has, of)| **has && **of == side).count();
                let with = (with - usize::from(column[one] && sides[one] == side)) as f64;
                let share = (with + 1.0) / (of_side(side) + 2.0);
                if column[one] { share.ln() } else { (1.0 - share).ln() }
            };
            columns.iter().map(term).sum()
        };
        score(true).total_cmp(&score(false))
    };
    share((0..sides.len()).map(guess), sides)
}

/// The same for the most similar other certificate.
fn neighbour(columns: &[Vec<bool>], sides: &[bool]) -> f64 {
    let guess = |one: usize| {
        let alike = |other: usize| columns.iter().filter(|column| column[one] == column[other]).count();
        let others: Vec<(usize, bool)> = (0..sides.len())
            .filter(|other| *other != one)
            .map(|other| (alike(other), sides[other]))
            .collect();
        let best = others.iter().map(|(alike, _)| *alike).max().unwrap_or(0);
        let nearest = others.iter().filter(|(alike, _)| *alike == best);
        nearest.map(|(_, side)| if *side { 1 } else { -1 }).sum::<i32>().cmp(&0)
    };
    share((0..sides.len()).map(guess), sides)
}

/// A tie is half right.
fn share(guesses: impl Iterator<Item = std::cmp::Ordering>, sides: &[bool]) -> f64 {
    let right = guesses.zip(sides).map(|(guess, side)| match (guess, side) {
        (std::cmp::Ordering::Equal, _) => 0.5,
        (std::cmp::Ordering::Greater, true) | (std::cmp::Ordering::Less, false) => 1.0,
        (std::cmp::Ordering::Greater, false) | (std::cmp::Ordering::Less, true) => 0.0,
    });
    right.sum::<f64>() / sides.len() as f64
}

/// Two classifiers look at two pairs: so that the four together see something in chance once in a hundred times, each may
/// only once in four hundred.
const LOTS: usize = 400;

/// What a classifier reaches when sides are dealt out by lot: all lots but the best lie below.
fn by_lot(columns: &[Vec<bool>], sides: &[bool], classify: fn(&[Vec<bool>], &[bool]) -> f64) -> f64 {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut reached: Vec<f64> = (0..LOTS)
        .map(|_| {
            let mut dealt = sides.to_vec();
            for last in (1..dealt.len()).rev() {
                seed ^= seed << 13;
                seed ^= seed >> 7;
                seed ^= seed << 17;
                dealt.swap(last, usize::try_from(seed % (last as u64 + 1)).unwrap_or(0));
            }
            classify(columns, &dealt)
        })
        .collect();
    reached.sort_by(f64::total_cmp);
    reached[LOTS - 2]
}

/// Everything by which the sides could be told apart; empty when they cannot.
fn leaks(papers: &[Paper]) -> Vec<String> {
    let mut found = Vec::new();
    let first = &papers[0];
    let mut differs = |what: &str, is_other: &dyn Fn(&Paper) -> bool| {
        let others = papers.iter().filter(|paper| is_other(paper)).count();
        if others > 0 {
            found.push(format!("{what} of {others} certificates differ from the first"));
        }
    };
    differs("members", &|paper| members(&paper.credential) != members(&first.credential));
    differs("page elements", &|paper| elements(&paper.page) != elements(&first.page));
    let seen: Vec<BTreeSet<String>> = papers.iter().map(features).collect();
    let sides: Vec<bool> = papers.iter().map(|paper| paper.in_custody).collect();
    let mut counts: BTreeMap<&String, (usize, usize)> = BTreeMap::new();
    for (features, in_custody) in seen.iter().zip(&sides) {
        for feature in features {
            let count = counts.entry(feature).or_default();
            if *in_custody { count.0 += 1 } else { count.1 += 1 }
        }
    }
    for (feature, (custody, ordinary)) in counts {
        if custody + ordinary >= TRIVIAL && (custody == 0 || ordinary == 0) {
            found.push(format!("`{feature}` stands on {custody} of custody and {ordinary} ordinary"));
        }
    }
    let columns = table(&seen);
    for (name, classify) in
        [("naive Bayes", bayes as fn(&[Vec<bool>], &[bool]) -> f64), ("nearest neighbour", neighbour)]
    {
        let reached = classify(&columns, &sides);
        let chance = by_lot(&columns, &sides, classify);
        if reached > MOST.max(chance) {
            found.push(format!("{name} is right in {reached:.2}, by lot at most {chance:.2}"));
        }
    }
    found
}

async fn papers_of(demo_house: &DemoHouse, agreement: &str, in_custody: bool) -> Vec<Paper> {
    let on = demo_house.house.db.read();
    let site = Site::on(&demo_house.house, demo::DAY);
    let agreement = partnership::facts::agreement_by_code(on, agreement).await.expect("the database answers");
    let agreement = agreement.expect("the story has been played");
    let mut papers = Vec::new();
    for batch in programme::facts::batches_under(on, agreement.id).await.expect("the database answers") {
        let issued = certification::facts::all_for_export(on, batch.id).await.expect("the database answers");
        for (number, pdf, credential) in issued {
            let page = site.get("", &format!("/c/{number}")).await;
            assert!(page.status.is_success(), "{number}: {}", page.status);
            // What the page repeats of the learner is judged in the credential.
            papers.push(Paper { in_custody, credential, pdf, page: page.body });
        }
    }
    papers
}

/// A leak put on purpose onto every certificate of custody.
fn planted(papers: &[Paper], plant: impl Fn(&mut Paper)) -> Vec<Paper> {
    let mut papers = papers.to_vec();
    papers.iter_mut().filter(|paper| paper.in_custody).for_each(plant);
    papers
}

#[tokio::test]
async fn nothing_tells_who_was_in_custody() {
    let demo_house = DemoHouse::new().await;
    for (custody, ordinary) in PAIRS {
        let mut papers = papers_of(&demo_house, custody, true).await;
        papers.extend(papers_of(&demo_house, ordinary, false).await);
        let inside = papers.iter().filter(|paper| paper.in_custody).count();
        assert!(inside >= 14 && papers.len() - inside >= 14, "{custody}: {inside} of {}", papers.len());
        let found = leaks(&papers);
        assert!(found.is_empty(), "{custody} and {ordinary}:\n{}", found.join("\n"));

        // The same eyes find what is hidden on purpose, however small.
        let field = planted(&papers, |paper| {
            paper.credential = paper.credential.replacen('{', "{\"aaa\":\"1\",", 1);
        });
        assert!(!leaks(&field).is_empty(), "one more member is not seen");
        let series = planted(&papers, |paper| {
            paper.credential = paper.credential.replace("urn:uuid:", "urn:uuid:7");
        });
        assert!(!leaks(&series).is_empty(), "a series of numbers is not seen");
        let page = planted(&papers, |paper| paper.page = paper.page.replacen("<p", "<p><small></small", 1));
        assert!(!leaks(&page).is_empty(), "another page is not seen");
        let weekday = planted(&papers, |paper| {
            paper.credential =
                paper.credential.replace("2026-03-16", "2026-03-17").replace("2026-05-12", "2026-05-13");
        });
        assert!(!leaks(&weekday).is_empty(), "another day is not seen");
        let file = planted(&papers, |paper| paper.pdf.extend_from_slice(b"\n/Lapas true"));
        assert!(!leaks(&file).is_empty(), "another name in the file is not seen");
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Both languages say the same, and lists lead from page to page.

use std::collections::BTreeSet;

use desk::{Form, Teller, Words};
use kernel::Lang;
use web::Paging;

/// Keys, and attributes as `key.attribute`.
fn keys(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut key = "";
    for line in text.lines() {
        let Some((name, _)) = line.split_once(" =") else {
            continue;
        };
        match name.trim().strip_prefix('.') {
            Some(attribute) => found.insert(format!("{key}.{attribute}")),
            None if line.starts_with(|letter: char| letter.is_ascii_lowercase()) => {
                key = name;
                found.insert(key.to_owned())
            }
            None => false,
        };
    }
    found
}

#[test]
fn every_sentence_stands_in_both_languages() {
    let (indonesian, english) = (keys(web::WORDS.0), keys(web::WORDS.1));
    assert!(indonesian.len() > 80, "{}", indonesian.len());
    assert_eq!(indonesian, english);
    Words::new(&[desk::WORDS, web::WORDS]).unwrap();
}

#[test]
fn a_list_of_120_rows_has_three_pages_and_keeps_its_filters() {
    let words = Words::new(&[web::WORDS]).unwrap();
    let t = Teller { words: &words, lang: Lang::Id };
    let form = |page: &str| {
        let mut form = Form::default();
        form.set("q", "roti & kue");
        form.set("state", "");
        form.set("page", page);
        form
    };
    let before = |page| Some(format!("/people?q=roti%20%26%20kue&page={page}"));
    // Asked for, rows skipped, page before, page after.
    for (asked, offset, previous, next) in [
        ("", 0, None, before(2)),
        ("2", 50, before(1), before(3)),
        ("3", 100, before(2), None),
        ("9", 400, before(3), None),
        ("-4", 0, None, before(2)),
        ("x", 0, None, before(2)),
    ] {
        let form = form(asked);
        let paging = Paging::of(&form);
        let pager = paging.pager(t, "/people", &form, 120);
        assert_eq!((paging.offset(), pager.before, pager.after), (offset, previous, next), "{asked:?}");
    }
    let one = Paging::of(&form("")).pager(t, "/people", &form(""), 50);
    assert!(!one.is_needed());
    assert_eq!(one.sentence, "Halaman 1 dari 1, 50 baris");
}

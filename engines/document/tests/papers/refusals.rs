// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the engine refuses to print, and with which words.

use document::{Block, CertificatePaper, DocumentProblem, LetterPaper, render_certificate, render_letter};

use crate::examples::{certificate, letter};

#[test]
fn unprintable_characters_are_named_all_at_once() {
    let paper =
        CertificatePaper { learner_name: "ʾAlī 陈 陈".into(), place: "ꦗꦮ".into(), ..certificate() };
    let problem = render_certificate(&paper).unwrap_err();
    let DocumentProblem::UnprintableCharacters { characters } = &problem else { panic!("{problem}") };
    let mut sorted = characters.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ['ʾ', '陈', 'ꦗ', 'ꦮ']);
    assert_eq!(problem.code(), "DOC-01");
    assert!(problem.to_string().contains("陈 (U+9648)"));
    assert!(problem.sentence_id().contains("Tuliskan dengan huruf Latin"));
}

#[test]
fn empty_parts_are_named_all_at_once() {
    let paper = CertificatePaper { learner_name: " ".into(), number: String::new(), ..certificate() };
    let parts = vec!["learner_name", "number"];
    assert_eq!(render_certificate(&paper), Err(DocumentProblem::Empty { parts }));
    let untitled = LetterPaper { title: String::new(), ..letter() };
    assert_eq!(render_letter(&untitled), Err(DocumentProblem::Empty { parts: vec!["title"] }));
}

#[test]
fn an_address_beyond_the_largest_code_is_refused() {
    let paper = CertificatePaper { qr_url: format!("https://{}", "a".repeat(5000)), ..certificate() };
    assert_eq!(render_certificate(&paper), Err(DocumentProblem::QrTooLong { byte_count: 5008 }));
}

#[test]
fn a_row_wider_than_its_table_is_refused() {
    let mut paper = letter();
    let cells = |count: usize| vec![String::from("x"); count];
    paper.body = vec![Block::Table { columns: cells(2), rows: vec![cells(1), cells(3)] }];
    let problem = DocumentProblem::TooManyCells { row_number: 2, cell_count: 3, column_count: 2 };
    assert_eq!(render_letter(&paper), Err(problem));
}

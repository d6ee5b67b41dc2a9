// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Names as people really bear them: long, of one word, with accents and apostrophes, or looking like markup.

use document::{Block, CertificatePaper, PaperSize, RollRow, render_certificate, render_letter, render_roll};

use crate::examples::{certificate, letter, roll};
use crate::readers::{assert_nothing_leaves_the_page, text};

const NAMES: [&str; 17] = [
    "Suharto",
    "Ng",
    "Siti Nur'aini Mas'ud",
    "Siti Nur’aini Mas’ud",
    "José Peña Da Conceição",
    "Renée Amélie Núñez",
    "Ḥusain Alī Āšiq",
    "I Gusti Ayu Ngurah Agung Putu Dwi Anggraini Kusumawardhani Y",
    "Raden Mas Muhammad Abdurrahman Wahid Kusumadiningrat Saputra",
    "Kusumawardhaninegaraningratdiningratsaputrawijayakusumahadi",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "M. Ali (alias Alî) bin H. Umar, S.Pd., M.Si.",
    "Anak Agung Gde Oka-Wijaya",
    "O'Neil D'Cruz-Fernández",
    "Yohanes Ñamuk Šimić",
    "Zoë Çelik Øvrebø",
    "Nguyễn Thị Hồng",
];

const MARKUP: [&str; 7] = [
    "#panic() Budi",
    "*tebal* _miring_ `kode`",
    "$x$ \"kutip\" \\ @label <tanda>",
    "= Judul // bukan komentar /* juga */",
    "- satu + dua / tiga: empat",
    "#{sys.inputs} -- ~ --- ... [x](y)",
    "https://a.id",
];

#[test]
fn every_name_is_printed_whole_on_two_pages() {
    for name in NAMES {
        let paper =
            render_certificate(&CertificatePaper { learner_name: name.into(), ..certificate() }).unwrap();
        assert_eq!(paper.pages, 2, "{name}");
        assert_nothing_leaves_the_page(&paper);
        let Some(text) = text(&paper) else { return };
        assert!(text.matches(name).count() >= 2, "{name} is not on both pages: {text}");
    }
}

#[test]
fn names_fit_into_the_rows_of_a_roll() {
    let mut paper = roll(PaperSize::A4, 0, &["13.00–14.00", "14.15–15.15", "15.30–16.30"]);
    paper.blank_row_count = 1;
    paper.rows = NAMES
        .into_iter()
        .map(|name| RollRow { name: name.into(), number: Some("BL-2610".into()), sex: Some("L".into()) })
        .collect();
    let printed = render_roll(&paper).unwrap();
    assert_eq!(printed.pages, 1);
    assert_nothing_leaves_the_page(&printed);
}

#[test]
fn text_that_looks_like_markup_prints_as_it_was_typed() {
    for words in MARKUP {
        let paper = CertificatePaper {
            learner_name: words.into(),
            statement_id: words.into(),
            programme_en: words.into(),
            ..certificate()
        };
        let Some(text) = text(&render_certificate(&paper).unwrap()) else {
            return;
        };
        assert_eq!(text.matches(words).count(), 4, "{words} in: {text}");
    }
}

#[test]
fn markup_in_a_letter_or_a_roll_prints_as_it_was_typed() {
    for words in MARKUP {
        let mut paper = letter();
        paper.body = vec![
            Block::Paragraph(words.into()),
            Block::Numbered(vec![words.into()]),
            Block::Table { columns: vec![words.into()], rows: vec![vec![words.into()]] },
        ];
        let Some(found) = text(&render_letter(&paper).unwrap()) else {
            return;
        };
        assert_eq!(found.matches(words).count(), 4, "{words} in: {found}");

        let mut sheet = roll(PaperSize::F4, 3, &[]);
        sheet.rows[1].name = words.into();
        let Some(found) = text(&render_roll(&sheet).unwrap()) else {
            return;
        };
        assert_eq!(found.matches(words).count(), 1, "{words} in: {found}");
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The official letter: everything in it is printed, in order, on as many pages as it takes.

use document::{Block, PaperSize, Signer, render_letter};

use crate::examples::{letter, note};
use crate::readers::{assert_nothing_leaves_the_page, text};

#[test]
fn every_part_of_a_decree_is_printed_in_order() {
    let paper = render_letter(&letter()).unwrap();
    assert_eq!(paper.pages, 1);
    let Some(text) = text(&paper) else { return };
    let order = [
        "Kantor Wilayah",
        "Lembaga Pemasyarakatan Kelas IIB Mojokerto",
        "Keputusan Kepala",
        "Nomor W15.PAS",
        "Menimbang",
        "a. bahwa warga binaan",
        "b. bahwa Tim",
        "Mengingat",
        "MEMUTUSKAN:",
        "KESATU",
        "KEDUA",
        "Daftar peserta",
        "Ahmad Fauzan",
        "2. Salinan untuk arsip.",
        "Mojokerto, 12 November 2026",
        "Ketua Tim",
        "Dwi Hartono, S.H.",
        "NIP 19800101 200501 1 001",
        "Kepala Lembaga",
        "Bambang Irawan",
        "Halaman 1 dari 1",
    ];
    let mut rest = text.as_str();
    for piece in order {
        let Some((_, after)) = rest.split_once(piece) else { panic!("{piece} does not follow in: {rest}") };
        rest = after;
    }
    assert_nothing_leaves_the_page(&paper);
}

#[test]
fn a_long_table_repeats_its_head_on_every_page() {
    for (paper, specimen) in [(PaperSize::A4, false), (PaperSize::F4, true)] {
        let mut long = letter();
        let row = |index: usize| {
            vec![
                index.to_string(),
                format!("Peserta {index}"),
                "Budidaya lele".into(),
                "Minat pertama".into(),
            ]
        };
        let columns = ["No.", "Nama", "Pelatihan", "Alasan"].map(String::from).to_vec();
        long.body = vec![Block::Table { columns, rows: (1..=120).map(row).collect() }];
        (long.paper, long.specimen) = (paper, specimen);
        let printed = render_letter(&long).unwrap();
        assert!(printed.pages >= 3);
        let Some(text) = text(&printed) else { return };
        assert!(text.matches("No. Nama Pelatihan Alasan").count() >= printed.pages - 1);
        assert!(text.contains("120 Peserta 120"));
        assert_nothing_leaves_the_page(&printed);
    }
}

#[test]
fn a_bare_letter_is_a_letter() {
    let mut bare = letter();
    bare.body = vec![
        Block::Table { columns: vec![], rows: vec![] },
        Block::Numbered(vec![]),
        Block::Labelled(vec![]),
    ];
    (bare.number, bare.place_date, bare.footer) = (String::new(), String::new(), String::new());
    bare.signers.clear();
    assert_eq!(render_letter(&bare).unwrap().pages, 1);
    bare.signers.push(Signer::default());
    assert_eq!(render_letter(&bare).unwrap(), render_letter(&bare).unwrap());
}

#[test]
fn a_note_to_the_press_shows_quotes_bars_and_places_for_photographs() {
    let printed = render_letter(&note()).unwrap();
    assert_nothing_leaves_the_page(&printed);
    let Some(text) = text(&printed) else { return };
    let quote = "“Kami menyiapkan bengkel dan bahan sejak September.”";
    for piece in [quote, "Ratih Wulandari, Kepala Seksi", "120 dari 160 JP", "Bengkel las", "Narahubung"] {
        assert!(text.contains(piece), "{piece} is missing in: {text}");
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The attendance roll as the instructor and the scanner get it.

use document::{PaperSize, render_roll};

use crate::examples::roll;
use crate::readers::{assert_nothing_leaves_the_page, qr_codes, text};

const PARTS: [&str; 3] = ["08.00–10.00", "10.15–12.00", "13.00–15.00"];

#[test]
fn every_sheet_repeats_the_head_and_has_its_own_code() {
    for size in [PaperSize::A4, PaperSize::F4] {
        let paper = render_roll(&roll(size, 40, &PARTS)).unwrap();
        assert_eq!(paper.pages, 3);
        assert_nothing_leaves_the_page(&paper);
        for page in 1..=3 {
            let Some(codes) = qr_codes(&paper, page) else {
                return;
            };
            assert_eq!(codes, [format!("4QX2-81KD/{page}")]);
        }
        let Some(text) = text(&paper) else { return };
        assert_eq!(text.matches("Paraf").count(), 3);
        assert_eq!(text.matches("Daftar hadir: Budidaya lele, teori").count(), 3);
        assert!(text.contains("Halaman 1 dari 3") && text.contains("Halaman 3 dari 3"));
        assert!(text.contains("BL-2600") && text.contains("Peserta Contoh 40"));
    }
}

#[test]
fn eighteen_rows_fill_a_sheet_and_the_nineteenth_starts_another() {
    for size in [PaperSize::A4, PaperSize::F4] {
        assert_eq!(render_roll(&roll(size, 16, &PARTS[..2])).unwrap().pages, 1);
        assert_eq!(render_roll(&roll(size, 17, &PARTS[..2])).unwrap().pages, 2);
    }
}

#[test]
fn many_sessions_get_one_box_each() {
    let Some(few) = text(&render_roll(&roll(PaperSize::A4, 1, &PARTS)).unwrap()) else {
        return;
    };
    assert!(few.contains("Silangi satu kotak"));
    let days = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
    let paper = render_roll(&roll(PaperSize::A4, 12, &days)).unwrap();
    let Some(many) = text(&paper) else { return };
    assert!(
        many.contains("Tulis satu huruf") && many.contains("Senin Selasa Rabu Kamis Jumat Sabtu"),
        "{many}"
    );
    assert_nothing_leaves_the_page(&paper);
}

#[test]
fn a_roll_for_nobody_is_still_a_sheet() {
    let mut paper = roll(PaperSize::A4, 0, &[]);
    (paper.blank_row_count, paper.sheet_code) = (0, None);
    assert_eq!(render_roll(&paper).unwrap().pages, 1);
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A list ten times as long as any office's: checked while the person waits.

use std::time::{Duration, Instant};

use access::Role;
use kernel::zone::Zone;
use rust_xlsxwriter::Workbook;
use web::Rooms;
use web::testing::{Plan, on_each_database};

const PLAN: Plan = Plan {
    migrations: &[people::MIGRATIONS],
    rooms: || Rooms { actions: people::actions(), pages: people::pages() },
    words: &[people::WORDS],
    reactions: &[],
    links: &[],
};

const ROWS: u32 = 10_000;

/// Every hundredth row has no day of birth that exists, every fiftieth repeats the one before it.
fn long_list() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let heading =
        ["No", "No. Registrasi", "Nama Lengkap", "Tgl Lahir", "JK", "NIK", "Alamat Asal", "Tgl Ekspirasi"];
    for (column, text) in (0_u16..).zip(heading) {
        sheet.write(0, column, text).expect("a cell");
    }
    for row in 1..=ROWS {
        let number = if row % 50 == 0 { row - 1 } else { row };
        let (day, month, year) = (number % 28 + 1, number % 12 + 1, number % 40 + 60);
        let born_on = format!("{:02}-{month:02}-19{year}", if row % 100 == 7 { 32 } else { day });
        let nik = format!("350903{day:02}{month:02}{year}{:04}", number % 9_000 + 1);
        let cells = [
            row.to_string(),
            format!("B.I {number}/2025"),
            format!("Warga Ke {number}"),
            born_on,
            "L".to_owned(),
            nik,
            "Kabupaten Jember".to_owned(),
            "01-02-2030".to_owned(),
        ];
        for (column, text) in (0_u16..).zip(cells) {
            sheet.write(row, column, text).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

#[tokio::test]
async fn ten_thousand_rows_are_checked_in_ten_seconds() {
    let list = long_list();
    on_each_database(PLAN, |standing| {
        let list = list.clone();
        async move {
            standing.office("lapas-jember", "lapas", Zone::Wib).await;
            standing.account("reg", "lapas-jember", &[Role::Registrar]).await;
            let files = [("file", "panjang.xlsx", list.as_slice())];
            let begun = Instant::now();
            let tried =
                standing.post_file("reg", "/people/import", &[("dry_run", "1")], &files).await.expect(303);
            let took = begun.elapsed();
            assert!(took < Duration::from_secs(10), "took {took:?}");
            assert!(tried.said[0].starts_with("10000 baris diperiksa"), "{:?}", tried.said);
            for counted in ["9700 siap dicatat", "200 berulang", "100 perlu diperbaiki"] {
                assert!(tried.said[0].contains(counted), "{:?}", tried.said);
            }
            let report = standing.get("reg", &tried.location).await.expect(200);
            assert!(
                report.bytes.len() < 100_000,
                "a page of the report, not all of it: {}",
                report.bytes.len()
            );
        }
    })
    .await;
}

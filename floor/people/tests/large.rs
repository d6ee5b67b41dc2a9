// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A list ten times as long as any office's: checked while the person waits.

use std::time::{Duration, Instant};

use access::Role;
use jobs::Worker;
use kernel::zone::Zone;
use people::facts;
use rust_xlsxwriter::Workbook;
use web::Rooms;
use web::testing::{Answer, Plan, Standing, on_each_database};

const PLAN: Plan = Plan {
    migrations: &[people::MIGRATIONS],
    rooms: || Rooms { actions: people::actions(), pages: people::pages() },
    words: &[people::WORDS],
    reactions: &[],
    links: &[],
};

const ROWS: u32 = 10_000;

/// Every hundredth row has no day of birth that exists, every fiftieth repeats the one before it.
fn long_list(rows: u32) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let heading =
        ["No", "No. Registrasi", "Nama Lengkap", "Tgl Lahir", "JK", "NIK", "Alamat Asal", "Tgl Ekspirasi"];
    for (column, text) in (0_u16..).zip(heading) {
        sheet.write(0, column, text).expect("a cell");
    }
    for row in 1..=rows {
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
    let list = long_list(ROWS);
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

/// A house with the queue and a registrar, for long lists.
const WITH_JOBS: Plan = Plan {
    migrations: &[jobs::MIGRATIONS, people::MIGRATIONS],
    rooms: || Rooms {
        actions: [jobs::actions(), people::actions()].concat(),
        pages: [jobs::pages(), people::pages()].concat(),
    },
    words: &[jobs::WORDS, people::WORDS],
    reactions: &[],
    links: &[],
};

fn worker(standing: &Standing) -> Worker {
    let house = std::sync::Arc::clone(&standing.house);
    Worker::new(house, people::job_kinds(), standing.clock(), standing.clock())
}

async fn handed_in(standing: &Standing, list: &[u8], ticks: &[(&str, &str)]) -> Answer {
    standing.post_file("reg", "/people/import", ticks, &[("file", "panjang.xlsx", list)]).await.expect(303)
}

#[tokio::test]
async fn a_long_list_is_put_on_record_by_a_job_in_the_name_of_who_handed_it_in() {
    let list = long_list(2_000);
    on_each_database(WITH_JOBS, |standing| {
        let list = list.clone();
        async move {
            let lapas = standing.office("lapas-jember", "lapas", Zone::Wib).await;
            standing.account("reg", "lapas-jember", &[Role::Registrar]).await;
            standing.account("kplp", "lapas-jember", &[Role::Security]).await;
            standing.account("pengelola", "lapas-jember", &[Role::Admin]).await;
            let answer = handed_in(&standing, &list, &[("skip_bad", "1")]).await;
            let job = answer.location;
            assert!(job.starts_with("/jobs/"), "{job}");
            let page = standing.get("reg", &job).await.expect(200);
            assert!(page.shows("Menunggu giliran"));
            assert_eq!(page.header("refresh"), "3");
            assert_eq!(
                standing.get("reg", &format!("{job}?still=1")).await.expect(200).header("refresh"),
                ""
            );
            standing.get("kplp", &job).await.expect(404);
            let second = handed_in(&standing, &list, &[("skip_bad", "1")]).await;
            assert_eq!(second.location, job, "one list of an office at a time");

            assert_eq!(worker(&standing).drain().await.expect("the queue can be worked"), 1);
            let page = standing.get("reg", &job).await.expect(200);
            assert!(page.shows("1940 orang tercatat dari 2000 baris"), "{}", page.body);
            assert_eq!(page.header("refresh"), "");
            assert!(
                !standing.get("pengelola", &job).await.expect(200).shows("1940 orang"),
                "not hers to read"
            );
            let held = facts::held_at(standing.house.db.read(), lapas).await.expect("people can be read");
            assert_eq!(held.len(), 1_940);
            let report = audit::verify(standing.house.db.read()).await.expect("the log can be read");
            assert_eq!(
                (report.flaws.as_slice(), report.leaves),
                (&[][..], 2),
                "asked for, and put on record"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn rows_to_be_mended_a_closed_account_and_a_cancelled_job_put_nobody_on_record() {
    let list = long_list(1_100);
    on_each_database(WITH_JOBS, |standing| {
        let list = list.clone();
        async move {
            let lapas = standing.office("lapas-jember", "lapas", Zone::Wib).await;
            standing.account("reg", "lapas-jember", &[Role::Registrar]).await;
            let refused = handed_in(&standing, &list, &[]).await.location;
            worker(&standing).drain().await.expect("the queue can be worked");
            let page = standing.get("reg", &refused).await.expect(200);
            assert!(
                page.shows("Ditolak") && page.shows("Belum ada yang dicatat: 11 baris perlu diperbaiki.")
            );

            let cancelled = handed_in(&standing, &list, &[("skip_bad", "1")]).await.location;
            standing.post("reg", &format!("{cancelled}/cancel"), &[]).await.expect(303);
            assert_eq!(worker(&standing).drain().await.expect("the queue can be worked"), 0);
            assert!(standing.get("reg", &cancelled).await.expect(200).shows("Dibatalkan"));

            handed_in(&standing, &list, &[("skip_bad", "1")]).await;
            let sql = "UPDATE account_role SET role = 'security'";
            store::run(standing.house.db.writer(), sql, []).await.expect("a role can change");
            assert_eq!(worker(&standing).drain().await.expect("the queue can be worked"), 1);
            let held = facts::held_at(standing.house.db.read(), lapas).await.expect("people can be read");
            assert!(held.is_empty(), "the right was gone when the job ran");
        }
    })
    .await;
}

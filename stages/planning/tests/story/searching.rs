// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The thorough search in the background: how far it is, ended early with the best so far, cancelled, and told when the facts
//! have changed meanwhile.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jobs::Worker;
use planning::proposal;
use web::testing::{Answer, on_each_database};

use crate::ground::{Ground, plan};
use crate::proposing::{NEW, made, ranked};

const LONGEST: Duration = Duration::from_secs(40);

fn worker(ground: &Ground) -> Worker {
    let house = Arc::clone(&ground.house.house);
    Worker::new(house, planning::job_kinds(), ground.house.clock(), ground.house.clock())
}

async fn asked(ground: &Ground) -> String {
    let fields = [("code", "USUL-1"), ("batches", "LAS-1\nLAS-2"), ("search", "thorough"), ("minutes", "2")];
    let asked = ground.house.post("giatja", NEW, &fields).await.expect(303);
    assert!(asked.location.starts_with("/proposal-searches/"), "{}", asked.location);
    asked.location
}

/// Looks at the page until it says something.
async fn until(ground: &Ground, path: &str, text: &str) -> Answer {
    let begun = Instant::now();
    loop {
        let page = ground.house.get("giatja", path).await.expect(200);
        if page.shows(text) {
            return page;
        }
        assert!(begun.elapsed() < LONGEST, "never said {text}; page:\n{}", page.body);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn cost(ground: &Ground, code: &str) -> i64 {
    let on = ground.house.house.db.read();
    let made =
        proposal::proposal_by_code(on, code).await.expect("proposals can be read").expect("it was kept");
    proposal::total(&proposal::cost_of(on, made.id).await.expect("costs can be read"))
}

async fn is_kept(ground: &Ground) -> bool {
    let on = ground.house.house.db.read();
    proposal::proposal_by_code(on, "USUL-1").await.expect("proposals can be read").is_some()
}

#[tokio::test]
async fn a_search_says_how_far_it_is_and_ended_early_keeps_the_best() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        made(&ground, "USUL-CEPAT").await.expect(303);
        let path = asked(&ground).await;
        let page = ground.house.get("giatja", &path).await.expect(200);
        assert!(page.shows("Menunggu giliran"));
        assert_eq!(page.header("refresh"), "3");
        assert_eq!(
            ground.house.get("giatja", &format!("{path}?still=1")).await.expect(200).header("refresh"),
            ""
        );
        ground.house.get("kablk", &path).await.expect(403);
        ground.house.get("asing", &path).await.expect(404);
        let second = ground.house.post(
            "giatja",
            NEW,
            &[("code", "USUL-2"), ("batches", "LAS-1"), ("search", "thorough")],
        );
        assert_eq!(second.await.expect(303).location, path, "one search of an office at a time");
        let looks = async {
            let page = until(&ground, &path, "Nilai kekurangan jadwal terkecil sejauh ini").await;
            assert!(page.shows("2 orang mendapat kursi") && page.shows("dari 120 detik"));
            let keeping = format!("{path}/keeping");
            ground.house.post("kablk", &keeping, &[]).await.expect(403);
            ground.house.post("giatja", &keeping, &[]).await.expect(303);
            let again = ground.house.post("giatja", &keeping, &[]).await;
            assert_eq!(again.status, 409, "asked for already");
        };
        let worker = worker(&ground);
        let (worked, ()) = tokio::join!(worker.drain(), looks);
        assert_eq!(worked.expect("the queue can be worked"), 1);
        let page = ground.house.get("giatja", &path).await.expect(200);
        assert!(page.shows("2 dari 4 orang") && page.body.contains("href=\"/proposals/USUL-1\""));
        assert_eq!(page.header("refresh"), "");
        let shown = ground.house.get("giatja", "/proposals/USUL-1").await.expect(200);
        assert!(shown.shows("155 poin, terbukti yang terbaik"));
        assert!(
            cost(&ground, "USUL-1").await <= cost(&ground, "USUL-CEPAT").await,
            "never worse than the quick one"
        );
        ground.house.post("giatja", "/proposals/USUL-1/approval", &[]).await.expect(303);
        let report = audit::verify(ground.house.house.db.read()).await.unwrap();
        assert!(report.flaws.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_search_keeps_nothing() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        let path = asked(&ground).await;
        let job = path.replace("/proposal-searches/", "/jobs/");
        let looks = async {
            until(&ground, &path, "Nilai kekurangan jadwal terkecil sejauh ini").await;
            ground.house.post("giatja", &format!("{job}/cancel"), &[]).await.expect(303);
        };
        let worker = worker(&ground);
        let (worked, ()) = tokio::join!(worker.drain(), looks);
        worked.expect("the queue can be worked");
        assert!(ground.house.get("giatja", &path).await.expect(200).shows("Dibatalkan"));
        assert!(!is_kept(&ground).await);
        let late = ground.house.post("giatja", &format!("{path}/keeping"), &[]).await.expect(409);
        assert!(late.shows("sudah berakhir"));
    })
    .await;
}

#[tokio::test]
async fn what_changed_while_it_searched_is_told_and_nothing_is_kept() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        let path = asked(&ground).await;
        let looks = async {
            until(&ground, &path, "Nilai kekurangan jadwal terkecil sejauh ini").await;
            let closed = [("day", "10-02-2026"), ("reason", "Kunjungan")];
            ground.house.post("giatja", "/plans/closed-days", &closed).await.expect(303);
            ground.house.post("giatja", &format!("{path}/keeping"), &[]).await.expect(303);
        };
        let worker = worker(&ground);
        let (worked, ()) = tokio::join!(worker.drain(), looks);
        worked.expect("the queue can be worked");
        assert!(ground.house.get("giatja", &path).await.expect(200).shows("sudah berubah"));
        assert!(!is_kept(&ground).await);
    })
    .await;
}

/// Gives the search that was asked for a time of its own, where its job keeps it: people ask for whole minutes.
async fn shorten(ground: &Ground, path: &str, seconds: u64) {
    #[derive(store::FromQueryResult)]
    struct Row {
        payload: Vec<u8>,
    }
    let house = &ground.house.house;
    let job: uuid::Uuid =
        path.rsplit('/').next().expect("the last part").parse().expect("the job of a search");
    let sql = "SELECT payload FROM job WHERE id = $1";
    let row: Option<Row> = store::one(house.db.read(), sql, [job.into()]).await.expect("jobs can be read");
    let plain =
        house.secrets.open("job", &row.expect("it was enqueued").payload).expect("it is sealed by the house");
    let mut wanted: serde_json::Value = serde_json::from_slice(&plain[8..]).expect("a value without a file");
    assert_eq!(wanted["seconds"], 120, "two minutes were asked for");
    wanted["seconds"] = seconds.into();
    let text = wanted.to_string();
    let plain = [&(text.len() as u64).to_be_bytes(), text.as_bytes()].concat();
    let sealed = house.secrets.seal("job", &plain, [5; 24]);
    ground.write("UPDATE job SET payload = $2 WHERE id = $1", vec![job.into(), sealed.into()]).await;
}

#[tokio::test]
async fn a_search_that_nobody_ends_runs_its_full_time_and_keeps_its_best() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        made(&ground, "USUL-CEPAT").await.expect(303);
        let path = asked(&ground).await;
        shorten(&ground, &path, 8).await;
        let begun = Instant::now();
        let looks = async {
            let page = until(&ground, &path, "dari 8 detik").await;
            assert!(!page.body.contains("href=\"/proposals/USUL-1\""), "there is nothing to see yet");
        };
        let worker = worker(&ground);
        let (worked, ()) = tokio::join!(worker.drain(), looks);
        assert_eq!(worked.expect("the queue can be worked"), 1);
        let took = begun.elapsed();
        assert!(took >= Duration::from_secs(8), "it ended after {took:?}, before its time");
        assert!(took < LONGEST, "it went on for {took:?}");
        let page = ground.house.get("giatja", &path).await.expect(200);
        assert!(page.body.contains("href=\"/proposals/USUL-1\"") && page.header("refresh").is_empty());
        assert!(
            cost(&ground, "USUL-1").await <= cost(&ground, "USUL-CEPAT").await,
            "never worse than the quick one"
        );
        let late = ground.house.post("giatja", &format!("{path}/keeping"), &[]).await.expect(409);
        assert!(late.shows("sudah berakhir"));
        ground.house.post("giatja", "/proposals/USUL-1/approval", &[]).await.expect(303);
    })
    .await;
}

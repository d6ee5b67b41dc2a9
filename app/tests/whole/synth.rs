// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The invented office is as true as a real one: every constraint held, every leaf fits, its pages open.

use std::sync::Arc;

use bekal::house::{self, Place};
use bekal::synth::{Order, office};
use kernel::day::Day;
use store::FromQueryResult;
use uuid::Uuid;

use crate::demo_house::Site;

fn order(seed: &str) -> Order {
    Order {
        people: 900,
        batches: 25,
        marks: 2_000,
        seed: seed.to_owned(),
        uncertified: false,
        ordinary: false,
        today: Day::from_ymd_opt(2026, 11, 25).expect("a day of the calendar"),
    }
}

#[tokio::test]
async fn a_small_office_holds_together() {
    let folder = std::env::temp_dir().join(format!("bekal-synth-{}", Uuid::new_v4()));
    let house =
        house::open(&Place::in_folder(&folder, true).expect("a place")).await.expect("the house opens");
    let made = office(&house, &order("uji")).await.expect("the office is made");
    assert_eq!((made.people, made.batches), (900, 25));
    assert!((2_000..2_600).contains(&made.marks), "{made:?}");
    assert!(made.certificates > 20, "{made:?}");
    let report = audit::verify(house.db.read()).await.expect("the log can be read");
    assert_eq!((report.flaws.as_slice(), report.leaves), (&[][..], made.leaves));
    assert_eq!(clashes(&house).await, 0, "two lessons in one workshop at one time");
    assert!(office(&house, &order("uji")).await.is_err(), "only an empty house is filled");
    let site = Site::on(&house, order("").today);
    let token = site.sign_in("giatja").await;
    for path in
        ["/", "/people", "/people?state=all&page=3", "/batches", "/sessions", "/insight", "/batches/LAS-1"]
    {
        let answer = site.get(&token, path).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.status);
    }
    house.db.clone().close().await.expect("the database closes");
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

async fn clashes(house: &Arc<desk::House>) -> i64 {
    #[derive(FromQueryResult)]
    struct Row {
        count: i64,
    }
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM slot a JOIN slot b ON a.id < b.id AND a.day = b.day \
               AND a.facility_id = b.facility_id AND a.starts < b.ends AND b.starts < a.ends";
    let row: Option<Row> = store::one(house.db.read(), sql, []).await.expect("a count");
    row.expect("a row").count
}

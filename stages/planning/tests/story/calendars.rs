// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A proposal as a grid week by week, the batches over the year, and what of the rooms is free.

use std::collections::BTreeSet;

use chrono::Weekday;
use kernel::day;
use planning::proposal;
use web::testing::on_each_database;

use crate::ground::plan;
use crate::proposing::{made, ranked};

#[tokio::test]
async fn each_session_stands_in_its_week_by_room_instructor_and_batch() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        made(&ground, "USUL-1").await.expect(303);
        let on = ground.house.house.db.read();
        let made = proposal::proposal_by_code(on, "USUL-1").await.unwrap().unwrap();
        let draft = proposal::read_draft(on, &made).await.unwrap();
        let weeks: BTreeSet<_> =
            draft.slots.iter().map(|slot| slot.day.week(Weekday::Mon).first_day()).collect();
        for by in ["room", "instructor", "batch"] {
            let mut shown = 0;
            for week in &weeks {
                let path = format!("/proposals/USUL-1/calendar?by={by}&week={}", day::short(*week));
                let page = ground.house.get("giatja", &path).await.expect(200);
                assert!(page.bytes.len() < 100_000);
                for slot in draft.slots.iter().filter(|slot| slot.day.week(Weekday::Mon).first_day() == *week)
                {
                    let batch = if slot.batch == ground.batch { "LAS-1" } else { "LAS-2" };
                    let name = proposal::slot_name(batch, slot).replace(' ', "+");
                    assert!(page.body.contains(&format!("change?session={name}\"")), "{by}: {name}");
                    shown += 1;
                }
                assert!(page.header("content-security-policy").contains("script-src 'self'"));
                assert_eq!(
                    page.body.matches("<script").count(),
                    1,
                    "one file, nothing written into the page"
                );
            }
            assert_eq!(shown, draft.slots.len());
        }
        ground.house.get("kablk", "/proposals/USUL-1/calendar").await.expect(403);
        // Decided, there is nothing to move.
        ground.house.post("giatja", "/proposals/USUL-1/approval", &[]).await.expect(303);
        let page = ground.house.get("giatja", "/proposals/USUL-1/calendar").await.expect(200);
        assert!(!page.body.contains("change?session="));
    })
    .await;
}

#[tokio::test]
async fn what_is_free_is_what_the_place_allows_without_what_is_laid() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        // Mondays to Wednesdays, 3.45 hours each.
        let empty = ground.house.get("giatja", "/plans/capacity?from=09-02-2026").await.expect(200);
        assert!(empty.shows("11.15 jam kosong") && empty.shows("0 jam terpakai"));
        made(&ground, "USUL-1").await.expect(303);
        let path = "/plans/capacity?from=09-02-2026&proposal=USUL-1";
        let with = ground.house.get("giatja", path).await.expect(200);
        assert!(with.shows("Dihitung seolah-olah usulan USUL-1 berlaku"));
        assert!(with.bytes.len() < 100_000 && with.body != empty.body);
        let still = ground.house.get("giatja", "/plans/capacity?from=09-02-2026").await.expect(200);
        assert!(!still.shows("class=\"h2\""), "a proposal moves nothing");
        ground.house.get("asing", path).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn the_batches_stand_as_bars_over_the_year() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        let page = ground.house.get("giatja", "/plans").await.expect(200);
        assert!(page.shows("Angkatan sepanjang tahun"));
        assert_eq!(page.body.matches("height=\"12\"").count(), 2, "a bar a batch");
    })
    .await;
}

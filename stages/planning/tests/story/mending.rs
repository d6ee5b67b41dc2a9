// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A timetable in force after something happened: shown with what it would take, mended whole or not at all.

use planning::facts::{SlotFact, slots};
use web::testing::{Standing, on_each_database};

use crate::ground::{Ground, day, plan};

pub const REPAIR: &str = "/plans/repair";
const SPREAD: [(&str, &str); 5] = [
    ("weekdays", "Senin, Selasa, Rabu"),
    ("starts", "08.00"),
    ("ends", "11.45"),
    ("facility", "BENGKEL"),
    ("instructor", "INS-LAS"),
];

/// A batch under way: laid on 9, 10, 11 and 16 February, and opened.
pub async fn running(house: Standing) -> Ground {
    let ground = Ground::of(house).await;
    ground.windows().await;
    ground.house.post("kablk", "/batches/LAS-1/timetable/spread", &SPREAD).await.expect(303);
    let sql = "INSERT INTO opening (batch_id, opened_on) VALUES ($1, $2)";
    ground.write(sql, vec![ground.batch.0.into(), day("05-02-2026").into()]).await;
    ground
}

async fn planned(ground: &Ground) -> Vec<SlotFact> {
    slots(ground.house.house.db.read(), ground.batch).await.expect("the database answers")
}

async fn close(ground: &Ground, fields: &[(&str, &str)]) {
    ground.house.post("giatja", "/plans/closed-days", fields).await.expect(303);
}

#[tokio::test]
async fn a_closed_day_moves_its_own_sessions_and_no_others() {
    on_each_database(plan(), async |house| {
        let ground = running(house).await;
        let before = planned(&ground).await;
        let nothing = ground.house.post("giatja", REPAIR, &[("stay", "most")]).await.expect(409);
        assert!(nothing.shows("Tidak ada yang perlu diubah"));
        close(&ground, &[("day", "10-02-2026"), ("reason", "Kunjungan")]).await;
        let page = ground.house.get("giatja", REPAIR).await.expect(200);
        for sentence in [
            "tidak lagi dapat berlangsung",
            "Perubahan paling sedikit",
            "Seimbang",
            "Jadwal terbaik",
            "Terbukti paling sedikit",
        ] {
            assert!(page.shows(sentence), "{sentence}");
        }
        assert_eq!(planned(&ground).await, before, "looking writes nothing");
        let done = ground.house.post("giatja", REPAIR, &[("stay", "most"), ("days", "0")]).await.expect(303);
        assert!(done.said[0].contains("Jadwal diperbaiki"), "{:?}", done.said);
        let after = planned(&ground).await;
        let jp = |slots: &[SlotFact]| slots.iter().map(|slot| slot.jp).sum::<i64>();
        assert_eq!((jp(&before), jp(&after)), (15, 15));
        let closed = day("10-02-2026");
        assert!(after.iter().all(|slot| slot.day != closed));
        let stays = before.iter().filter(|slot| slot.day != closed);
        assert!(stays.clone().count() > 0 && stays.clone().all(|slot| after.contains(slot)));
        let timetable = ground.house.get("instruktur", "/batches/LAS-1/timetable").await.expect(200);
        assert!(timetable.shows("Tidak ada bentrok"));
        for partner in ["kplp", "instruktur"] {
            ground.house.get(partner, REPAIR).await.expect(403);
            ground.house.post(partner, REPAIR, &[("stay", "most")]).await.expect(403);
        }
    })
    .await;
}

#[tokio::test]
async fn who_is_away_teaches_on_other_days() {
    on_each_database(plan(), async |house| {
        let ground = running(house).await;
        let both = [("instructor", "INS-LAS"), ("facility", "KELAS"), ("day", "10-02-2026")];
        ground.house.post("giatja", "/plans/away", &both).await.expect(422);
        let nobody = [("instructor", "SIAPA"), ("day", "10-02-2026")];
        assert!(ground.house.post("giatja", "/plans/away", &nobody).await.expect(422).shows("SIAPA"));
        let away = [("instructor", "ins-las"), ("day", "10-02-2026"), ("until", "16-02-2026")];
        let noted = ground.house.post("giatja", "/plans/away", &away).await.expect(303);
        assert!(noted.said[0].contains("Hamdani tidak tersedia"), "{:?}", noted.said);
        let clashes = ground.house.get("giatja", "/batches/LAS-1/timetable").await.expect(200);
        assert!(clashes.shows("tidak tersedia"), "the checker knows it too");
        ground.house.post("giatja", REPAIR, &[("stay", "weighed")]).await.expect(303);
        let after = planned(&ground).await;
        assert_eq!(after.iter().map(|slot| slot.jp).sum::<i64>(), 15);
        let (from, until) = (day("10-02-2026"), day("16-02-2026"));
        assert!(after.iter().all(|slot| slot.day < from || slot.day > until), "{after:?}");
    })
    .await;
}

#[tokio::test]
async fn what_was_worked_out_from_other_facts_is_not_kept() {
    on_each_database(plan(), async |house| {
        let ground = running(house).await;
        close(&ground, &[("day", "10-02-2026"), ("reason", "Kunjungan")]).await;
        let page = ground.house.get("giatja", REPAIR).await.expect(200);
        let (_, rest) =
            page.body.split_once("name=\"facts.digest\" value=\"").expect("the facts go with the form");
        let digest = rest.split('"').next().expect("a value").to_owned();
        close(&ground, &[("day", "11-02-2026"), ("reason", "Libur")]).await;
        let before = planned(&ground).await;
        let fields = [("stay", "most"), ("facts.digest", digest.as_str())];
        assert!(ground.house.post("giatja", REPAIR, &fields).await.expect(409).shows("sudah berubah"));
        assert_eq!(planned(&ground).await, before);
    })
    .await;
}

#[tokio::test]
async fn where_nothing_holds_the_reasons_are_told_and_nothing_is_moved() {
    on_each_database(plan(), async |house| {
        let ground = running(house).await;
        close(&ground, &[("day", "10-02-2026"), ("until", "31-03-2026"), ("reason", "Perbaikan")]).await;
        let before = planned(&ground).await;
        let page = ground.house.get("giatja", REPAIR).await.expect(200);
        assert!(page.shows("sesi mendatang tidak lagi dapat berlangsung"));
        let refused = ground.house.post("giatja", REPAIR, &[("stay", "free")]).await.expect(409);
        assert!(refused.shows("Jadwal tidak dapat diperbaiki"));
        assert_eq!(planned(&ground).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_session_on_record_stays_and_is_named() {
    on_each_database(plan(), async |house| {
        let ground = running(house).await;
        // What training writes when a session is cancelled ahead of its day.
        ground.write("CREATE TABLE recorded (slot_id UUID NOT NULL REFERENCES slot (id))", vec![]).await;
        ground.write("INSERT INTO recorded (slot_id) SELECT id FROM slot", vec![]).await;
        close(&ground, &[("day", "10-02-2026"), ("reason", "Kunjungan")]).await;
        let before = planned(&ground).await;
        let refused = ground.house.post("giatja", REPAIR, &[("stay", "most")]).await.expect(409);
        assert!(refused.shows("sudah tercatat batal"));
        assert_eq!(planned(&ground).await, before);
    })
    .await;
}

/// Sends the form while somebody else is at work at the same host, who closes a day before leaving it.
async fn while_a_day_is_closed(ground: &Ground, fields: &[(&str, &str)]) -> web::testing::Answer {
    let tx = ground.house.house.db.begin().await.expect("a transaction begins");
    let turn = "INSERT INTO laying_turn (host_id, turns) VALUES ($1, 1) \
                ON CONFLICT (host_id) DO UPDATE SET turns = laying_turn.turns + 1";
    store::run(&tx, turn, [ground.host.0.into()]).await.expect("the turn is free");
    let other = async {
        // Long enough to search; were it not, the day would be closed before the search and the answer the same.
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        let sql = "INSERT INTO closed_day (host_id, day, reason) VALUES ($1, $2, 'Libur')";
        store::run(&tx, sql, [ground.host.0.into(), day("16-02-2026").into()])
            .await
            .expect("a day is closed");
        tx.commit().await.expect("it is written");
    };
    let (answer, ()) = tokio::join!(ground.house.post("giatja", REPAIR, fields), other);
    answer
}

#[tokio::test]
async fn what_changes_while_it_searches_is_searched_for_anew_and_refused_to_one_who_saw_other_facts() {
    on_each_database(plan(), async |house| {
        let ground = running(house).await;
        close(&ground, &[("day", "10-02-2026"), ("reason", "Kunjungan")]).await;
        let page = ground.house.get("giatja", REPAIR).await.expect(200);
        let (_, rest) =
            page.body.split_once("name=\"facts.digest\" value=\"").expect("the facts go with the form");
        let digest = rest.split('"').next().expect("a value").to_owned();
        let before = planned(&ground).await;
        let seen = [("stay", "most"), ("facts.digest", digest.as_str())];
        assert!(while_a_day_is_closed(&ground, &seen).await.expect(409).shows("sudah berubah"));
        assert_eq!(planned(&ground).await, before);
        ground.write("DELETE FROM closed_day WHERE reason = 'Libur'", vec![]).await;
        while_a_day_is_closed(&ground, &[("stay", "most")]).await.expect(303);
        let after = planned(&ground).await;
        assert_eq!(after.iter().map(|slot| slot.jp).sum::<i64>(), 15);
        let closed = [day("10-02-2026"), day("16-02-2026")];
        assert!(after.iter().all(|slot| !closed.contains(&slot.day)), "{after:?}");
    })
    .await;
}

#[tokio::test]
async fn a_batch_does_not_begin_before_its_first_day() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.house.at(day("01-02-2026"));
        ground.windows().await;
        ground.house.post("giatja", "/batches/LAS-1/timetable/spread", &SPREAD).await.expect(303);
        // The week before the batch is open and under the agreement, the week after it is not.
        close(&ground, &[("day", "10-02-2026"), ("reason", "Kunjungan")]).await;
        close(&ground, &[("day", "16-02-2026"), ("until", "31-03-2026"), ("reason", "Perbaikan")]).await;
        let before = planned(&ground).await;
        let refused =
            ground.house.post("giatja", REPAIR, &[("stay", "free"), ("days", "0")]).await.expect(409);
        assert!(refused.shows("Jadwal tidak dapat diperbaiki"));
        assert_eq!(planned(&ground).await, before);
        ground.house.post("giatja", "/plans/reopened-days", &[("day", "16-02-2026")]).await.expect(303);
        ground.house.post("giatja", REPAIR, &[("stay", "free"), ("days", "0")]).await.expect(303);
        let first = planned(&ground).await.iter().map(|slot| slot.day).min();
        assert!(first >= Some(day("09-02-2026")), "{first:?}");
    })
    .await;
}

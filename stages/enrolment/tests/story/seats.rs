// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Leaving and calling in: numbers come free, two calls for one seat have one winner, a release frees every seat.

use enrolment::facts::SeatState;
use kernel::id::BatchId;
use store::{Db, insert, violation};
use uuid::Uuid;
use web::testing::on_each_database;

use crate::ground::{Ground, day, plan};

#[tokio::test]
async fn a_free_seat_goes_to_the_first_reserve_and_to_another_only_with_a_reason() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.decreed().await;
        let seat = async |login: &str, register: &str, end: &str, fields: &[(&str, &str)], status: u16| {
            let person = ground.person_of(register).await;
            ground
                .house
                .post(login, &ground.path(&format!("seats/{person}/{end}")), fields)
                .await
                .expect(status)
        };
        let today = ("day", "12-12-2025");
        let full = seat("giatja", "B.I 192/2025", "promotion", &[today], 409).await;
        assert!(full.shows("Tidak ada kursi kosong."));
        seat("giatja", "B.I 205/2025", "withdrawal", &[today, ("reason", "gone")], 422).await;
        seat("giatja", "B.I 205/2025", "withdrawal", &[today, ("reason", "transferred")], 303).await;
        seat("giatja", "B.I 205/2025", "withdrawal", &[today, ("reason", "transferred")], 409).await;
        let passed = seat("giatja", "B.I 172/2025", "promotion", &[today], 409).await;
        assert!(passed.shows("1 cadangan sebelumnya masih menunggu."));
        let called =
            seat("giatja", "B.I 172/2025", "promotion", &[today, ("reason", "yang pertama sakit")], 303)
                .await;
        assert!(called.said[0].contains("mengisi kursi 2"), "{:?}", called.said);
        seat("giatja", "B.I 172/2025", "promotion", &[today], 409).await;
        seat("kepsek", "B.I 192/2025", "promotion", &[today], 403).await;
        let own = ground.house.get("giatja", &ground.path("seats")).await.expect(200);
        assert!(own.shows("Pindah tempat"));
        let partner = ground.house.get("kepsek", &ground.path("seats")).await.expect(200);
        assert!(!partner.shows("Pindah tempat"), "why somebody left stays in the house");
        let db = ground.house.house.db.read();
        let left = ground.person_of("B.I 205/2025").await;
        let ever = enrolment::facts::ever_seated(db, ground.batch).await.unwrap();
        assert_eq!(ever.len(), 17);
        assert!(ever.iter().any(|person| person.id == left), "who left was once seated");
        assert_eq!(enrolment::facts::participants(db, ground.batch).await.unwrap().len(), 16);
        assert_eq!(ground.house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn of_two_calls_at_once_for_one_seat_one_wins() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.decreed().await;
        let leaver = ground.person_of("B.I 205/2025").await;
        let fields = [("day", "12-12-2025"), ("reason", "ill")];
        ground
            .house
            .post("giatja", &ground.path(&format!("seats/{leaver}/withdrawal")), &fields)
            .await
            .expect(303);
        let (first, second) =
            (ground.person_of("B.I 192/2025").await, ground.person_of("B.I 172/2025").await);
        let call = async |person: kernel::id::PersonId, login: &str| {
            let path = ground.path(&format!("seats/{person}/promotion"));
            ground.house.post(login, &path, &[("day", "12-12-2025"), ("reason", "mendesak")]).await.status
        };
        let (one, other) = tokio::join!(call(first, "giatja"), call(second, "kepala"));
        let mut found = [one, other];
        found.sort_unstable();
        assert_eq!(found, [303, 409], "one is called, one is told that no seat is free");
        let db = ground.house.house.db.read();
        assert_eq!(enrolment::facts::counts(db, ground.batch).await.unwrap().seated, 16);
    })
    .await;
}

#[tokio::test]
async fn who_is_released_leaves_every_running_seat() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.decreed().await;
        let person = ground.person_of("B.I 205/2025").await;
        for (on, expected) in [("28-02-2026", SeatState::Seated), ("27-02-2026", SeatState::Left)] {
            ground.house.at(day(on));
            let desk = ground.house.desk("binadik").await;
            desk.allow(access::Act::PersonRelease, &access::Target::of(ground.host)).unwrap();
            let mut work = desk.begin("person release").await.unwrap();
            enrolment::commands::leave_all_seats(&mut work, person, ("released", day(on)), None)
                .await
                .unwrap();
            work.commit(desk::Done::new("/", desk::Say::new("seat-left-released"))).await.unwrap();
            let seat =
                enrolment::facts::seat_of(desk.house.db.read(), ground.batch, person).await.unwrap().unwrap();
            assert_eq!(seat.state, expected, "a batch that has ended keeps its roll");
        }
    })
    .await;
}

#[tokio::test]
async fn a_decree_printed_again_says_what_it_said() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.decreed().await;
        let paper = async || ground.house.get("kepala", &ground.path("decree/paper")).await.expect(200);
        let decreed = paper().await.printed();
        let row = decreed.lines().find(|line| line.contains("B.I 205/2025")).expect("he has a row");
        assert!(row.contains("Kursi"), "{row}");

        ground.house.at(day("27-02-2026"));
        let person = ground.person_of("B.I 205/2025").await;
        let desk = ground.house.desk("binadik").await;
        desk.allow(access::Act::PersonRelease, &access::Target::of(ground.host)).unwrap();
        let mut work = desk.begin("person release").await.unwrap();
        let left = ("released", day("27-02-2026"));
        enrolment::commands::leave_all_seats(&mut work, person, left, None).await.unwrap();
        work.commit(desk::Done::new("/", desk::Say::new("seat-left-released"))).await.unwrap();
        let sql = "UPDATE episode SET ended_on = $1, end_reason = 'parole' WHERE register = 'B.I 205/2025'";
        ground.write(sql, vec![day("27-02-2026").into()]).await;
        assert_eq!(
            paper().await.printed(),
            decreed,
            "whoever left stands on it, with the number of that day"
        );
    })
    .await;
}

#[tokio::test]
async fn nobody_sits_in_two_batches_at_once() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let other = BatchId(Uuid::from_u128(51));
        ground.batch_with(other, "ROTI-JBR-2", 30).await;
        ground.decreed().await;
        let done = ground
            .house
            .post("giatja", "/batches/ROTI-JBR-2/ranking", &[("field", "roti")])
            .await
            .expect(303);
        assert!(
            done.said[0].starts_with("5 dari 26"),
            "four reserves and one more are free: {:?}",
            done.said
        );
        let page = ground.house.get("giatja", "/batches/ROTI-JBR-2/applicants").await.expect(200);
        assert!(page.shows("Sudah duduk di angkatan ROTI-JBR-1 pada waktu yang sama."));
    })
    .await;
}

#[tokio::test]
async fn a_name_is_a_link_only_where_its_page_opens() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.decreed().await;
        // One who applied and got no seat goes to another prison.
        let person = ground.person_of("A.III 43/2025").await;
        let link = format!("href=\"/people/{person}\"");
        let lists = ["/batches/ROTI-JBR-1/applicants", "/batches/ROTI-JBR-1/applicants?show=others"];
        let shown = async || {
            let mut bodies = Vec::new();
            for list in lists {
                bodies.push(ground.house.get("giatja", list).await.expect(200).body);
            }
            bodies.join("\n")
        };
        assert!(shown().await.contains(&link));
        let away = "UPDATE episode SET office_id = (SELECT id FROM organisation WHERE code = 'lapas-lain') WHERE person_id = $1";
        ground.write(away, vec![person.0.into()]).await;
        let after = shown().await;
        assert!(!after.contains(&link) && after.contains("href=\"/people/"), "the others are still links");
    })
    .await;
}

/// The tables themselves, by rows that no action would write.
#[tokio::test]
async fn the_database_refuses_an_overfull_batch() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.decreed().await;
        let db = &ground.house.house.db;
        let reserve = enrolment::facts::seats(db.read(), ground.batch).await.unwrap()[16].clone();
        refuses(
            db,
            "UPDATE seat SET state = 'seated', number = 17 WHERE state = 'reserve'",
            "seat_number_within",
        )
        .await;
        refuses(
            db,
            "UPDATE seat SET state = 'seated', number = 3 WHERE reserve_position = 1",
            "seat.batch_id, seat.number",
        )
        .await;
        refuses(db, "UPDATE seat SET state = 'seated' WHERE state = 'reserve'", "seat_number_kept").await;
        refuses(db, "UPDATE seat SET number = NULL WHERE number = 3", "seat_number_kept").await;
        refuses(db, "UPDATE seat SET seats = 17 WHERE number = 16", "seat_batch").await;
        refuses(db, "UPDATE batch SET seats = 15", "seat_number_within").await;
        let twice = insert("seat")
            .set("id", Uuid::from_u128(9))
            .set("batch_id", ground.batch.0)
            .set("seats", 16_i64)
            .set("person_id", reserve.person.0)
            .set("decree_id", decree_of(db).await)
            .set("state", "reserve")
            .set("reserve_position", 9_i64)
            .set("since", day("12-12-2025"))
            .run(db.writer())
            .await;
        let refused = violation(&twice.unwrap_err()).unwrap();
        assert!(refused.is("seat_person", "seat.person_id"), "{refused:?}");
    })
    .await;
}

async fn decree_of(db: &Db) -> Uuid {
    #[derive(store::FromQueryResult)]
    struct Row {
        id: Uuid,
    }
    let row: Option<Row> =
        store::one(db.read(), "SELECT id FROM decree", []).await.expect("decrees can be read");
    row.expect("there is one decree").id
}

#[track_caller]
fn named(found: &str, expected: &str) {
    // SQLite names a unique index by its columns, and a foreign key not at all.
    let unique = expected == "seat.batch_id, seat.number" && found.contains("seat_number");
    let foreign = expected == "seat_batch" && found.contains("FOREIGN KEY");
    assert!(found.contains(expected) || unique || foreign, "{found} should be {expected}");
}

async fn refuses(db: &Db, sql: &str, constraint: &str) {
    let error = store::run(db.writer(), sql, []).await.expect_err(sql);
    let found = violation(&error).map_or_else(|| error.to_string(), |violation| violation.name);
    named(&found, constraint);
}

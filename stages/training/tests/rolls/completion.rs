// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From rolls to completion: catch-up, cancellation, attitude to work, and closing with everything open named at once.

use crate::classroom::{day, in_classroom};
use training::facts::{self, Level};

const CLOSE: &str = "/batches/ROTI-1/training/completion";

#[tokio::test]
async fn closing_names_everything_open_and_then_counts_what_was_earned() {
    in_classroom(|room| async move {
        let refused = room.house.post("guru", CLOSE, &[("day", "24-11-2026")]).await.expect(409);
        assert!(
            refused.shows("Sesi 20-11-2026 08.00") && refused.shows("Sesi 24-11-2026 08.00"),
            "every open lesson is named"
        );

        room.hold("2026-11-20", &[]).await;
        room.hold("2026-11-21", &[("Budi Hartono", "S")]).await;
        room.hold("2026-11-23", &[("Budi Hartono", "A")]).await;
        let cancel = [("day", "24-11-2026"), ("starts", "08.00"), ("reason", "listrik padam")];
        room.house.post("giatja", "/batches/ROTI-1/sessions/cancellation", &cancel).await.expect(303);

        let catch_up = |person: &'static str, module: &'static str, jp: &'static str| {
            let room = &room;
            async move {
                let fields = [
                    ("person", person),
                    ("module", module),
                    ("day", "24-11-2026"),
                    ("jp", jp),
                    ("instructor", "GURU"),
                ];
                room.house.post("guru", "/batches/ROTI-1/catch-ups/new", &fields).await
            }
        };
        catch_up("Budi Hartono", "M1", "2").await.expect(303);
        catch_up("Budi Hartono", "M1", "1").await.expect(409);
        catch_up("Budi Hartono", "M2", "1").await.expect(409);
        catch_up("Arif Setiawan", "M3", "2").await.expect(303);
        catch_up("Candra Wijaya", "M3", "2").await.expect(422);

        let done = room.house.post("guru", CLOSE, &[("day", "24-11-2026")]).await.expect(303);
        assert!(done.said.iter().any(|line| line.contains("1 dari 3 orang selesai")), "{:?}", done.said);
        let on = room.db().read();
        let reached = facts::completions(on, room.batch).await.unwrap();
        let of = |person| {
            reached.iter().find(|one| one.person == person).expect("everyone ever seated is counted")
        };
        assert_eq!((of(room.people[0]).jp_earned, of(room.people[0]).complete), (10, true));
        assert_eq!((of(room.people[1]).jp_earned, of(room.people[1]).complete), (4, false));
        assert_eq!(
            (of(room.people[2]).jp_earned, of(room.people[2]).complete),
            (4, false),
            "what he earned before leaving stays"
        );
        assert_eq!(facts::closed_on(on, room.batch).await.unwrap(), Some(day(24)));

        room.house.post("guru", CLOSE, &[("day", "24-11-2026")]).await.expect(409);
        catch_up("Budi Hartono", "M3", "2").await.expect(409);
        room.house.get("guru", &format!("/batches/ROTI-1/ledger/{}", room.people[1])).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn attitude_to_work_is_noted_and_noted_again() {
    in_classroom(|room| async move {
        let record = "/batches/ROTI-1/skills/new";
        room.house.get("guru", record).await.expect(200);
        let fields = [
            ("module", "M3"),
            ("others", "good"),
            ("level.Budi Hartono", "perlu bimbingan"),
            ("note.Budi Hartono", "sering terlambat"),
        ];
        room.house.post("guru", record, &fields).await.expect(303);
        room.house
            .post("guru", record, &[("module", "M3"), ("level.Budi Hartono", "cukup")])
            .await
            .expect(303);
        room.house.post("guru", record, &[("module", "M1"), ("others", "good")]).await.expect(422);
        let on = room.db().read();
        let budi = facts::soft_skills(on, room.batch, room.people[1]).await.unwrap();
        assert_eq!(budi.iter().map(|skill| skill.level).collect::<Vec<_>>(), [Level::Sufficient]);
        let all = facts::skills_of_batch(on, room.batch).await.unwrap();
        assert_eq!(all.len(), 2, "one note in force for each who is seated now");
        let page = room.house.get("giatja", "/batches/ROTI-1/skills").await.expect(200);
        assert!(page.shows("Etos kerja") && page.shows("Baik"));
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_twice_counts_once() {
    in_classroom(|room| async move {
        room.hold("2026-11-20", &[("Budi Hartono", "S")]).await;
        let fields = [
            ("person", "Budi Hartono"),
            ("module", "M1"),
            ("day", "24-11-2026"),
            ("jp", "1"),
            ("instructor", "GURU"),
            ("_once", "satu"),
        ];
        for _ in 0..2 {
            room.house.post("guru", "/batches/ROTI-1/catch-ups/new", &fields).await.expect(303);
        }
        let ledger = facts::ledger(room.db().read(), room.batch, room.people[1]).await.unwrap();
        assert_eq!(ledger.caught_up_jp(), 1);
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Calling the roll through the door: blanks, exceptions, corrections, theory first, and who is kept out.

use crate::classroom::{day, in_classroom};
use kernel::zone::Minute;
use training::facts::{self, Letter, Reason};

const HOLD: &str = "/batches/ROTI-1/sessions/hold";

#[tokio::test]
async fn a_session_is_held_with_its_exceptions() {
    in_classroom(|room| async move {
        let page = room.house.get("guru", &format!("{HOLD}?day=20-11-2026&starts=08.00")).await.expect(200);
        assert!(
            page.shows("Arif Setiawan") && page.shows("Candra Wijaya"),
            "who leaves later was seated then"
        );
        assert!(page.body.contains("name=\"blank\" value=\"H\""), "the blanks can be filled with one button");
        room.hold("2026-11-20", &[("B.I 2/2025", "S sakit"), ("Arif Setiawan", "I bon")]).await;

        let on = room.db().read();
        let session =
            facts::session_at(on, room.batch, day(20), Minute(480)).await.unwrap().expect("it was held");
        let marks = facts::marks_of_session(on, session.id).await.unwrap();
        let of = |person| marks.iter().find(|mark| mark.person == person).expect("everyone has a mark").mark;
        assert_eq!(of(room.people[0]).reason, Some(Reason::Lent));
        assert_eq!(of(room.people[1]).letter, Letter::Sick);
        assert_eq!(of(room.people[2]).letter, Letter::Present);
        assert_eq!(facts::held_count(on, room.batch).await.unwrap(), 1);
        for path in [
            "/sessions",
            "/batches/ROTI-1/sessions",
            "/batches/ROTI-1/sessions/2026-11-20-08.00",
            "/batches/ROTI-1/ledger",
        ] {
            room.house.get("giatja", path).await.expect(200);
        }
        let paper =
            room.house.get("guru", "/batches/ROTI-1/sessions/2026-11-20-08.00/paper").await.expect(200);
        assert!(paper.bytes.starts_with(b"%PDF"), "the roll is a PDF");
    })
    .await;
}

#[tokio::test]
async fn a_mark_once_made_is_corrected_and_never_overwritten() {
    in_classroom(|room| async move {
        let arif = format!("mark.{}", room.people[0]);
        let lesson = [("day", "20-11-2026"), ("starts", "08.00")];
        let send = |more: Vec<(String, String)>| {
            let room = &room;
            async move {
                let mut fields: Vec<(&str, &str)> = lesson.to_vec();
                fields.extend(more.iter().map(|(name, value)| (name.as_str(), value.as_str())));
                room.house.post("guru", HOLD, &fields).await
            }
        };
        send(vec![(arif.clone(), "A".to_owned())]).await.expect(303);
        let again = send(vec![(arif.clone(), "H".to_owned())]).await.expect(422);
        assert!(again.shows("Pakai koreksi"), "another letter is a correction");
        send(vec![("blank".to_owned(), "H".to_owned())]).await.expect(303);
        let on = room.db().read();
        let session =
            facts::session_at(on, room.batch, day(20), Minute(480)).await.unwrap().expect("it was held");
        assert_eq!(facts::marks_count(on, room.batch).await.unwrap(), 3);

        let correction = "/batches/ROTI-1/sessions/correction";
        let person = room.people[0].to_string();
        let mut fields = vec![("person", person.as_str()), ("letter", "I"), ("reason", "clash")];
        fields.extend(lesson);
        room.house.post("guru", correction, &fields).await.expect(422);
        fields.push(("why", "surat panggilan sidang menyusul"));
        room.house.post("guru", correction, &fields).await.expect(303);
        room.house.post("guru", correction, &fields).await.expect(409);

        let versions = facts::mark_versions(on, session.id).await.unwrap();
        let own: Vec<_> = versions.iter().filter(|mark| mark.person == room.people[0]).collect();
        assert_eq!(
            own.iter().map(|mark| mark.mark.letter).collect::<Vec<_>>(),
            [Letter::Absent, Letter::Leave]
        );
        assert_eq!(own[1].by, "guru");
        assert_eq!(facts::marks_count(on, room.batch).await.unwrap(), 3, "one mark is in force for each");
        let shown = room.house.get("giatja", "/batches/ROTI-1/sessions/2026-11-20-08.00").await.expect(200);
        assert!(
            shown.shows("Tanpa kabar") && shown.shows("surat panggilan sidang menyusul"),
            "the trail is on the page"
        );
        assert!(shown.shows("Sidang atau kunjungan"));
        let partner = room.house.get("guru", "/batches/ROTI-1/sessions/2026-11-20-08.00").await.expect(200);
        assert!(
            partner.shows("Izin") && !partner.shows("Sidang atau kunjungan"),
            "a partner sees letters, not reasons"
        );
        assert!(!partner.shows("surat panggilan sidang menyusul"));
    })
    .await;
}

#[tokio::test]
async fn practice_waits_for_theory_and_no_day_is_ahead_of_itself() {
    in_classroom(|room| async move {
        room.hold("2026-11-20", &[]).await;
        let practice = [("day", "23-11-2026"), ("starts", "08.00"), ("blank", "H")];
        let refused = room.house.post("guru", HOLD, &practice).await.expect(409);
        assert!(refused.shows("Teori roti"), "the theory still to be held is named");
        room.hold("2026-11-21", &[]).await;
        room.house.post("guru", HOLD, &practice).await.expect(303);
        let marks = facts::marks_count(room.db().read(), room.batch).await.unwrap();
        assert_eq!(marks, 3 + 3 + 2, "who left on the 23rd is no longer on its roll");

        room.house.at(day(22));
        let ahead = [("day", "24-11-2026"), ("starts", "08.00"), ("blank", "H")];
        room.house.post("guru", HOLD, &ahead).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn only_those_seated_that_day_can_be_marked() {
    in_classroom(|room| async move {
        room.hold("2026-11-20", &[]).await;
        room.hold("2026-11-21", &[]).await;
        let fields = [("day", "23-11-2026"), ("starts", "08.00"), ("except.Candra Wijaya", "H")];
        let answer = room.house.post("guru", HOLD, &fields).await.expect(422);
        assert!(answer.shows("Candra Wijaya bukan peserta pada hari itu."));
        let fields = [("day", "23-11-2026"), ("starts", "08.00"), ("except.Budi Hartono", "S menolak")];
        room.house.post("guru", HOLD, &fields).await.expect(422);
    })
    .await;
}

#[tokio::test]
async fn others_are_kept_out() {
    in_classroom(|room| async move {
        let fields = [("day", "20-11-2026"), ("starts", "08.00"), ("blank", "H")];
        for login in ["kplp", "orang.luar"] {
            let answer = room.house.post(login, HOLD, &fields).await;
            assert!([403, 404].contains(&answer.status), "{login} got {}", answer.status);
        }
        assert_eq!(facts::held_count(room.db().read(), room.batch).await.unwrap(), 0);
        room.house.get("kplp", "/batches/ROTI-1/sessions").await.expect(200);
        let stranger = room.house.get("orang.luar", "/batches/ROTI-1/sessions").await;
        assert!([403, 404].contains(&stranger.status));
    })
    .await;
}

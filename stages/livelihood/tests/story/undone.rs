// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A death recorded of the wrong person, taken back by another hand: what it closed is open again, what was given away is not.

use access::Role;
use audit::{Event, Object};
use desk::{Halt, Reactions, Work};
use enrolment::facts::SeatState;
use kernel::id::PersonId;
use livelihood::facts::ReferralState;
use people::facts::Circumstance;
use store::{run, violation};
use web::Rooms;
use web::testing::{Plan, on_each_database};

use crate::ground::{Ground, day, id, plan};

/// What the door lets the rooms do, as far as these rooms know it.
const REACTIONS: Reactions = &[
    ("PersonDied", |work, event| Box::pin(died(work, event))),
    ("DeathUndone", |work, event| Box::pin(undone(work, event))),
];

async fn died(work: &mut Work<'_>, event: &Event) -> Result<(), Halt> {
    let (person, day) = (PersonId(event.object.id), day("20-11-2025"));
    enrolment::commands::leave_all_seats(work, person, ("died", day), None).await?;
    release::commands::recall(work, person, "handover-recalled-died", day).await?;
    livelihood::commands::lapse_referrals(work, person, day).await?;
    livelihood::commands::end_mentoring(work, person, day).await
}

async fn undone(work: &mut Work<'_>, event: &Event) -> Result<(), Halt> {
    let (person, day) = (PersonId(event.object.id), day("20-11-2025"));
    enrolment::commands::return_to_seats(work, person, ("died", day)).await?;
    release::commands::wait_again(work, person, "handover-recalled-died", day).await?;
    livelihood::commands::renew_referrals(work, person, day).await?;
    livelihood::commands::resume_mentoring(work, person, day).await
}

fn house() -> Plan {
    Plan {
        rooms: || Rooms {
            actions: [people::actions(), livelihood::actions()].concat(),
            pages: [people::pages(), livelihood::pages()].concat(),
        },
        words: &[people::WORDS, enrolment::WORDS, release::WORDS, livelihood::WORDS],
        reactions: REACTIONS,
        ..plan()
    }
}

/// The training runs until the year's end; two are referred, mentored and seated; a pack of the first waits.
async fn running(ground: &Ground) {
    ground.house.account("daftar", "bapas-madiun", &[Role::Registrar]).await;
    ground.house.account("daftar.dua", "bapas-madiun", &[Role::Registrar]).await;
    ground.write("UPDATE batch SET ends_on = $1", vec![day("31-12-2025").into()]).await;
    let sql = "INSERT INTO intake (batch_id, state, field, ranked_on, hearing_id) VALUES ($1, 'decreed', 'jahit', $2, $3)";
    ground.write(sql, vec![id(42).into(), day("08-10-2025").into(), id(43).into()]).await;
    ground.vacancy("MDN-1", "35.77").await;
    for number in [1, 2] {
        let who = Ground::person(number).to_string();
        let fields = [("person", who.as_str()), ("day", "20-11-2025"), ("consent_on", "20-11-2025")];
        ground.house.post("pk", "/vacancies/MDN-1/referral", &fields).await.expect(303);
        let mentor = [("mentor", "pendamping"), ("day", "20-11-2025")];
        ground.house.post("pk", &format!("/people/{who}/mentor"), &mentor).await.expect(303);
    }
    let sql = "INSERT INTO handover (id, code, person_id, from_id, to_id, state, expected_on, prepared_on) \
               SELECT $1, 'ST-1', $2, a.id, b.id, 'prepared', $3, $3 FROM organisation a, organisation b \
               WHERE a.code = 'bapas-madiun' AND b.code = 'bapas-lain'";
    ground.write(sql, vec![id(0x700).into(), Ground::person(1).0.into(), day("20-11-2025").into()]).await;
}

/// Seat, referral, whether a pack waits, mentorings that go on.
async fn standing(ground: &Ground, number: u128) -> (SeatState, ReferralState, bool, usize) {
    let (db, person) = (ground.house.house.db.read(), Ground::person(number));
    let seats = enrolment::facts::seats_of_person(db, person).await.expect("read");
    let referrals = livelihood::facts::referrals(db, person).await.expect("read");
    let pack = release::facts::handover_of(db, person).await.expect("read");
    let mentors = livelihood::facts::mentorings_granted(db, person, ground.house.desk("pk").await.now).await;
    let waits = pack.is_some_and(|pack| pack.state == release::facts::HandoverState::Prepared);
    (seats[0].state, referrals[0].0.state, waits, mentors.expect("read").len())
}

#[tokio::test]
async fn what_a_wrong_entry_closed_is_opened_by_another_hand() {
    on_each_database(house(), async |house| {
        let ground = Ground::of(house).await;
        running(&ground).await;
        let open = (SeatState::Seated, ReferralState::Referred, true, 1);
        assert_eq!(standing(&ground, 1).await, open);
        let death = format!("/people/{}/death", Ground::person(1));
        let undoing = format!("{death}/undoing");
        let reason = [("reason", "Yang wafat orang lain dengan nama yang sama.")];
        assert!(ground.house.post("daftar", &undoing, &reason).await.expect(409).shows("Tidak ada catatan"));
        ground.house.post("daftar", &death, &[("day", "20-11-2025")]).await.expect(303);
        let closed = (SeatState::Left, ReferralState::Lapsed, false, 0);
        assert_eq!(standing(&ground, 1).await, closed);

        // The hand that recorded it, one without the right, and one from elsewhere.
        assert!(ground.house.post("daftar", &undoing, &reason).await.expect(409).shows("Anda sendiri"));
        ground.house.post("pk", &undoing, &reason).await.expect(403);
        assert_ne!(ground.house.post("pk.lain", &undoing, &reason).await.status, 303);
        ground.house.post("daftar.dua", &undoing, &[]).await.expect(422);
        // Nor does the database take the same hand.
        let sql = "UPDATE death SET undone_on = day, undone_by = account_id, undone_name = 'x', undone_reason = 'x'";
        let error = run(ground.house.house.db.writer(), sql, []).await.expect_err("two people");
        assert!(violation(&error).expect("a constraint").is("death_two_people", ""));
        assert_eq!(standing(&ground, 1).await, closed, "nothing was opened on the way");

        let form = ground.house.get("daftar.dua", &undoing).await.expect(200);
        assert!(form.shows("dicatat oleh daftar"), "{}", form.body);
        ground.house.post("daftar.dua", &undoing, &reason).await.expect(303);
        assert_eq!(standing(&ground, 1).await, open);
        let db = ground.house.house.db.read();
        let person = people::facts::person(db, Ground::person(1)).await.expect("read").expect("is there");
        assert_eq!(person.died_on, None);
        let stays = people::facts::episodes(db, Ground::person(1)).await.expect("read");
        assert!(stays[0].ended_on.is_none() && stays[0].end_reason.is_none());
        let entries = people::facts::deaths(db, Ground::person(1)).await.expect("read");
        assert_eq!(entries[0].recorded_by, "daftar", "the entry stays");
        assert_eq!(entries[0].undone.as_ref().map(|undone| undone.by.as_str()), Some("daftar.dua"));
        let log = audit::timeline(db, Object::new("person", Ground::person(1).0), 50).await.expect("read");
        for kind in ["PersonDied", "SeatLeft", "DeathUndone", "SeatReturned"] {
            assert!(log.iter().any(|entry| entry.kind == kind), "{kind}");
        }
        assert!(log.iter().all(|entry| !entry.content.to_string().contains("nama yang sama")));
        let office = ground.house.desk("daftar").await.actor.office_id().expect("an office");
        let told = people::facts::circumstances_at(db, office, day("01-11-2025")).await.expect("read");
        assert!(told.iter().any(|one| one.kind == Circumstance::DeathUndone));
        // And she may die another time.
        ground.house.post("daftar.dua", &death, &[("day", "20-11-2025")]).await.expect(303);
        assert_eq!(people::facts::deaths(db, Ground::person(1)).await.expect("read").len(), 2);
        assert!(audit::verify(db).await.expect("the log can be read").flaws.is_empty());
        assert_eq!(ground.house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_seat_that_was_given_away_stays_given_away() {
    on_each_database(house(), async |house| {
        let ground = Ground::of(house).await;
        running(&ground).await;
        let death = format!("/people/{}/death", Ground::person(2));
        ground.house.post("daftar", &death, &[("day", "20-11-2025")]).await.expect(303);
        let sql = "INSERT INTO person (id, name, name_key, sex, kind, nik_missing) \
                   VALUES ($1, 'Rini', 'rini', 'female', 'client', 'not-yet-asked')";
        ground.write(sql, vec![Ground::person(4).0.into()]).await;
        let sql = "INSERT INTO seat (id, batch_id, seats, person_id, decree_id, state, number, since) \
                   VALUES ($1, $2, 3, $3, $4, 'seated', 2, $5)";
        let on = day("20-11-2025");
        let values =
            vec![id(0x304).into(), id(42).into(), Ground::person(4).0.into(), id(44).into(), on.into()];
        ground.write(sql, values).await;
        let reason = [("reason", "Salah orang.")];
        ground.house.post("kabapas", &format!("{death}/undoing"), &reason).await.expect(303);
        let found = standing(&ground, 2).await;
        assert_eq!(found, (SeatState::Left, ReferralState::Referred, false, 1));
    })
    .await;
}

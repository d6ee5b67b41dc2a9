// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What happens to people at one office and between two: moves, absences, deaths; who may record them, and what each leaves.

use access::Role;
use kernel::day::Day;
use kernel::id::PersonId;
use kernel::person::PersonKind;
use kernel::sensitive::Class;
use kernel::zone::Zone;
use people::facts::{self, Circumstance, EndReason};
use web::Rooms;
use web::testing::{Plan, Standing, on_each_database};

const PLAN: Plan = Plan {
    migrations: &[people::MIGRATIONS],
    rooms: || Rooms { actions: people::actions(), pages: people::pages() },
    words: &[people::WORDS],
    reactions: &[],
    links: &[],
};

fn day(text: &str) -> Day {
    kernel::day::parse(text).expect("a day")
}

/// Two prisons and two probation offices, each with a registrar named after it; one person in the first prison.
async fn house(standing: &Standing) -> PersonId {
    for (code, kind) in [("satu", "lapas"), ("dua", "lapas"), ("bapas-satu", "bapas"), ("bapas-dua", "bapas")]
    {
        standing.office(code, kind, Zone::Wib).await;
        standing.account(code, code, &[Role::Registrar]).await;
    }
    standing.account("giatja", "satu", &[Role::Work]).await;
    standing.account("kplp", "satu", &[Role::Security]).await;
    let fields = [
        ("name", "Ali"),
        ("register", "B.I 1/2026"),
        ("sex", "male"),
        ("nik_missing", "not-yet-asked"),
        ("admitted_on", "1-2-2026"),
        ("expiry_on", "1-2-2029"),
        ("block", "Blok A"),
    ];
    standing.post("satu", "/people/new", &fields).await.expect(303);
    found(standing, "satu", "B.I 1/2026").await
}

async fn found(standing: &Standing, login: &str, text: &str) -> PersonId {
    let desk = standing.desk(login).await;
    facts::resolve(&desk, text).await.expect("somebody is meant").id
}

#[tokio::test]
async fn a_move_ends_one_stay_and_begins_the_next() {
    on_each_database(PLAN, |standing| async move {
        let ali = house(&standing).await;
        let form = format!("/people/{ali}/transfer");
        let go = |to: &'static str, on: &'static str| [("to", to), ("reason", "capacity"), ("day", on)];
        standing.post("giatja", &form, &go("dua", "20-11-2026")).await.expect(403);
        standing.post("dua", &form, &go("dua", "20-11-2026")).await.expect(404);
        standing.post("satu", &form, &go("nirwana", "20-11-2026")).await.expect(422);
        for (to, on) in [
            ("satu", "20-11-2026"),
            ("bapas-satu", "20-11-2026"),
            ("dua", "31-1-2026"),
            ("dua", "25-11-2026"),
        ] {
            standing.post("satu", &form, &go(to, on)).await.expect(409);
        }
        let done = standing.post("satu", &form, &go("dua", "20-11-2026")).await.expect(303);
        assert!(done.said[0].starts_with("Ali pindah ke"), "{:?}", done.said);
        standing.post("satu", &form, &go("dua", "20-11-2026")).await.expect(404);

        let db = standing.house.db.read();
        let stays = facts::episodes(db, ali).await.expect("read");
        assert_eq!(stays.len(), 2);
        let (here, left) = (&stays[0], &stays[1]);
        assert_eq!((here.admitted_on, here.ended_on, &here.register), (day("20-11-2026"), None, &None));
        assert_eq!(
            (left.ended_on, &left.end_reason),
            (Some(day("20-11-2026")), &Some(EndReason::Other("transferred".to_owned())))
        );
        assert_eq!(facts::person(db, ali).await.expect("read").expect("is there").kind, PersonKind::Convict);
        assert_eq!(facts::released_on(db, ali).await.expect("read"), None, "a move is no release");
        let desk = standing.desk("dua").await;
        let target = facts::target(db, ali).await.expect("read");
        let secrets = facts::episode_secrets(db, here.id).await.expect("read").expect("went along");
        let sentence = desk.right(Class::Sentence, &target).expect("the registrar may see the sentence");
        assert_eq!(secrets.expiry_on.open(&sentence), Some(&Some(day("1-2-2029"))));
        assert!(
            desk.right(Class::Block, &target).is_some_and(|right| secrets.block.open(&right) == Some(&None))
        );
        for (office, kind) in [("satu", Circumstance::MovedOut), ("dua", Circumstance::MovedIn)] {
            let office = standing.desk(office).await.actor.office_id().expect("an office");
            let told = facts::circumstances_at(db, office, day("1-11-2026")).await.expect("read");
            assert_eq!(told.iter().map(|one| one.kind).collect::<Vec<_>>(), [kind]);
        }
        let number = format!("/people/{ali}/number");
        standing.post("dua", &number, &[("register", "B.I. 7 / 2026")]).await.expect(303);
        standing.post("dua", &number, &[("register", "B.I 8/2026")]).await.expect(409);
        assert_eq!(found(&standing, "dua", "BI.7/2026").await, ali);
        assert_eq!(found(&standing, "satu", "B.I 1/2026").await, ali, "the old number still finds her");
    })
    .await;
}

#[tokio::test]
async fn who_is_away_is_known_and_why_only_to_those_who_may_know_where() {
    on_each_database(PLAN, |standing| async move {
        let ali = house(&standing).await;
        let form = format!("/people/{ali}/absence");
        let away = [("reason", "hospital"), ("from_on", "20-11-2026"), ("until_on", "22-11-2026")];
        let reversed = [("reason", "court"), ("from_on", "20-11-2026"), ("until_on", "19-11-2026")];
        standing.post("kplp", &form, &reversed).await.expect(422);
        standing.post("giatja", &form, &away).await.expect(403);
        standing.post("kplp", &form, &away).await.expect(303);
        standing.post("kplp", &form, &away).await.expect(409);
        let db = standing.house.db.read();
        for (on, is_away) in
            [("19-11-2026", false), ("20-11-2026", true), ("22-11-2026", true), ("23-11-2026", false)]
        {
            let found = facts::away_on(db, &[ali], day(on)).await.expect("read");
            assert_eq!(!found.is_empty(), is_away, "{on}");
            let fact = facts::open_absence(db, ali).await.expect("read").expect("is away");
            assert_eq!(fact.covers(day(on)), is_away, "{on}");
        }
        let absence = facts::open_absence(db, ali).await.expect("read").expect("is away");
        let target = facts::target(db, ali).await.expect("read");
        let desk = standing.desk("kplp").await;
        let right = desk.right(Class::Block, &target).expect("security knows where people are");
        assert_eq!(absence.reason.open(&right).map(String::as_str), Some("hospital"));
        let history = audit::timeline(db, audit::Object::new("person", ali.0), 50).await.expect("read");
        assert!(!format!("{history:?}").contains("hospital"), "no event tells why");

        let back = format!("/people/{ali}/return");
        standing.post("satu", &back, &[("day", "19-11-2026")]).await.expect(409);
        standing.post("satu", &back, &[("day", "22-11-2026")]).await.expect(303);
        standing.post("satu", &back, &[("day", "22-11-2026")]).await.expect(409);
        let on_the_day = facts::away_on(db, &[ali], day("22-11-2026")).await.expect("read");
        assert!(on_the_day.is_empty(), "the day of being back is no day of absence");
    })
    .await;
}

#[tokio::test]
async fn a_death_ends_what_goes_on_and_nothing_else_is_recorded() {
    on_each_database(PLAN, |standing| async move {
        let ali = house(&standing).await;
        standing
            .post(
                "satu",
                &format!("/people/{ali}/absence"),
                &[("reason", "hospital"), ("from_on", "18-11-2026")],
            )
            .await
            .expect(303);
        let form = format!("/people/{ali}/death");
        standing.post("giatja", &form, &[("day", "20-11-2026")]).await.expect(403);
        standing.post("satu", &form, &[("day", "30-11-2026")]).await.expect(409);
        let done = standing.post("satu", &form, &[("day", "20-11-2026")]).await.expect(303);
        assert!(done.said[0].starts_with("Almarhum Ali wafat"), "{:?}", done.said);
        let db = standing.house.db.read();
        let person = facts::person(db, ali).await.expect("read").expect("is there");
        assert_eq!(person.died_on, Some(day("20-11-2026")));
        let stays = facts::episodes(db, ali).await.expect("read");
        assert_eq!(stays[0].end_reason, Some(EndReason::Other("died".to_owned())));
        assert_eq!(facts::released_on(db, ali).await.expect("read"), None, "nobody was released");
        assert!(facts::open_absence(db, ali).await.expect("read").is_none());
        for (path, fields) in [
            ("death", vec![("day", "20-11-2026")]),
            ("release", vec![("kind", "parole"), ("day", "20-11-2026")]),
            ("transfer", vec![("to", "dua"), ("reason", "other"), ("day", "20-11-2026")]),
            ("absence", vec![("reason", "court"), ("from_on", "20-11-2026")]),
        ] {
            let refused = standing.post("satu", &format!("/people/{ali}/{path}"), &fields).await.expect(409);
            assert!(refused.shows("Orang ini telah wafat"), "{path}: {}", refused.body);
        }
        assert_eq!(standing.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_name_is_put_right_with_a_paper_and_the_old_one_is_still_found() {
    on_each_database(PLAN, |standing| async move {
        let ali = house(&standing).await;
        let form = format!("/people/{ali}/name");
        let fields = [("name", "Aly Rahman"), ("document", "Akta kelahiran"), ("reason", "Salah ketik")];
        standing.post("giatja", &form, &fields).await.expect(403);
        standing.post("dua", &form, &fields).await.expect(404);
        for lacking in 0..3 {
            let mut some = fields;
            some[lacking].1 = "";
            standing.post("satu", &form, &some).await.expect(422);
        }
        standing.post("satu", &form, &[("name", "Ali"), fields[1], fields[2]]).await.expect(422);
        standing.post("satu", &form, &[("name", "1234"), fields[1], fields[2]]).await.expect(422);
        standing.post("satu", &form, &fields).await.expect(303);
        let db = standing.house.db.read();
        let known = facts::person(db, ali).await.unwrap().expect("she is on record");
        assert_eq!((known.name.as_str(), known.aliases.as_slice()), ("Aly Rahman", &["Ali".to_owned()][..]));
        let list = standing.get("satu", "/people?q=Ali").await.expect(200);
        assert!(list.shows("Aly Rahman"), "the old name leads to her");
        let entries = audit::timeline(db, audit::Object::new("person", ali.0), 20).await.unwrap();
        let entry = entries.iter().find(|entry| entry.kind == "NameCorrected").expect("it is recorded");
        assert!(!entry.content.to_string().contains("Al"), "no name in the log: {}", entry.content);
        // Put right once more, and back: the history keeps every turn.
        standing.post("satu", &form, &[("name", "Ali"), fields[1], fields[2]]).await.expect(303);
        let writer = standing.house.db.writer();
        for sql in [
            "UPDATE person SET name = 'Siapa'",
            "UPDATE person SET name = 'Aly Rahman'",
            "DELETE FROM name_correction",
        ] {
            let error =
                store::run(writer, sql, []).await.expect_err("no other way changes a name").to_string();
            assert!(
                error.contains("person_name_corrected") || error.contains("name_correction_kept"),
                "{error}"
            );
        }
        assert_eq!(standing.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms do to stays: a client is received before or after the gate opens, and a number is used once.

use access::{Act, Role, Target};
use desk::{Desk, Done, Halt, Say};
use kernel::day::Day;
use kernel::id::{OrganisationId, PersonId};
use kernel::person::{PersonKind, ReleaseKind};
use kernel::zone::Zone;
use people::{commands, facts};
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

async fn admitted(standing: &Standing, office: OrganisationId, name: &str, number: &str) -> PersonId {
    let fields = [
        ("name", name),
        ("register", number),
        ("sex", "male"),
        ("nik_missing", "not-yet-asked"),
        ("admitted_on", "1-2-2026"),
    ];
    standing.post("reg", "/people/new", &fields).await.expect(303);
    let held = facts::held_at(standing.house.db.read(), office).await.expect("read");
    held.iter().find(|(person, _)| person.name == name).expect("is held").0.id
}

async fn receive(desk: &Desk, person: PersonId, office: OrganisationId, number: &str) -> Result<Done, Halt> {
    let own = desk.actor.office_id().expect("the registrar has an office");
    desk.allow(Act::PersonAdmit, &Target::of(own))?;
    let mut work = desk.begin("receive").await?;
    commands::open_client_episode(&mut work, person, office, Some(number.to_owned()), day("1-11-2026"))
        .await?;
    work.commit(Done::new("/", Say::new("people-said"))).await
}

fn code(result: Result<Done, Halt>) -> Option<&'static str> {
    match result {
        Err(Halt::Refusal(refusal)) => Some(refusal.code),
        Ok(_) => None,
        Err(other) => panic!("neither done nor refused: {other:?}"),
    }
}

#[tokio::test]
async fn a_client_received_before_release_stays_what_she_is_until_the_gate_opens() {
    on_each_database(PLAN, |standing| async move {
        let lapas = standing.office("lapas-jember", "lapas", Zone::Wib).await;
        let bapas = standing.office("bapas-jember", "bapas", Zone::Wib).await;
        standing.account("reg", "lapas-jember", &[Role::Registrar]).await;
        let (ali, budi) = (
            admitted(&standing, lapas, "Ali", "B.I 1/2026").await,
            admitted(&standing, lapas, "Budi", "B.I 2/2026").await,
        );
        let db = standing.house.db.read();
        let desk = standing.desk("reg").await;
        assert_eq!(code(receive(&desk, ali, bapas, "K.I 5 / 2026").await), None);
        assert_eq!(code(receive(&desk, ali, bapas, "K.I 6/2026").await), Some("PEOP-03"), "once is enough");
        assert_eq!(
            code(receive(&desk, budi, bapas, "K.I. 5/2026").await),
            Some("PEOP-05"),
            "the number is taken"
        );
        assert_eq!(facts::person(db, ali).await.expect("read").expect("is there").kind, PersonKind::Convict);
        assert_eq!(
            facts::open_episode(db, ali).await.expect("read").expect("open").office,
            lapas,
            "behind the gate"
        );
        assert_eq!(facts::offices_of(db, ali).await.expect("read").len(), 2, "both offices answer for her");

        let mut work = desk.begin("release").await.expect("a transaction");
        commands::release(&mut work, ali, ReleaseKind::Parole, day("20-11-2026")).await.expect("may leave");
        work.commit(Done::new("/", Say::new("people-said"))).await.expect("is done");
        assert_eq!(facts::person(db, ali).await.expect("read").expect("is there").kind, PersonKind::Client);
        assert_eq!(facts::open_episode(db, ali).await.expect("read").expect("open").office, bapas);
        assert_eq!(facts::offices_of(db, ali).await.expect("read"), [bapas]);
        assert_eq!(
            facts::released_on(db, ali).await.expect("read"),
            Some((day("20-11-2026"), ReleaseKind::Parole))
        );
        let client = facts::open_episode(db, ali).await.expect("read").expect("open");
        assert_eq!(client.register.as_deref(), Some("K.I 5/2026"));
        assert_eq!(
            facts::episodes(db, budi).await.expect("read").len(),
            1,
            "what was refused left nothing behind"
        );
        assert_eq!(facts::released_on(db, budi).await.expect("read"), None);
    })
    .await;
}

#[tokio::test]
async fn seed_rows_stand_in_filled_tables() {
    let steps: Vec<_> =
        [audit::MIGRATIONS, access::MIGRATIONS, desk::MIGRATIONS, people::MIGRATIONS].concat();
    store::testing::on_each_database(&steps, true, |db| async move {
        let seed: OrganisationId = "0193d0b4-0000-7000-8000-00000000a001".parse().expect("an id");
        let held = facts::held_at(db.read(), seed).await.expect("read");
        assert_eq!(held.len(), 1);
        assert_eq!(held[0].0.aliases, ["Benih"]);
        assert_eq!(held[0].1.register.as_deref(), Some("B.I 1/2025"));
    })
    .await;
}

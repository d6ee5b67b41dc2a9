// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The ground of the stories: two prisons in two zones, a training centre, a certification body, and strangers.

use access::{Act, Grant, Role, Target};
use chrono::{DateTime, Duration, Utc};
use desk::{Desk, Dice};
use kernel::Lang;
use kernel::day::Day;
use kernel::zone::Zone;
use partnership::facts::{self, AgreementFact};
use web::Rooms;
use web::testing::{Answer, Plan, Standing};

pub const PLAN: Plan = Plan {
    migrations: &[people::MIGRATIONS, partnership::MIGRATIONS],
    rooms: || Rooms { actions: partnership::actions(), pages: partnership::pages() },
    words: &[partnership::WORDS],
    reactions: &[],
    links: &[],
};

pub const AGREEMENT: &str = "PKS-KOTABARU-LAS";
pub const PAGE: &str = "/agreements/PKS-KOTABARU-LAS";

/// The draft of three; the host is the office of whoever sends it.
pub const DRAFT: [(&str, &str); 8] = [
    ("code", "pks-kotabaru-las"),
    ("title", "Pelatihan las bagi warga binaan"),
    ("kind", "pks"),
    ("parties", "blk-kotabaru | Pelatih\nlsp-las | certifier"),
    ("starts_on", "20-01-2026"),
    ("ends_on", "31-12-2026"),
    ("fields", "las SMAW"),
    ("places", "Bengkel las"),
];

/// Each party with the one who acts for it.
pub const PARTIES: [(&str, &str); 3] =
    [("lapas-kotabaru", "kalapas"), ("blk-kotabaru", "kepala.blk"), ("lsp-las", "lsp")];

pub fn day(text: &str) -> Day {
    kernel::day::parse(text).expect("a day of the calendar")
}

/// The fields with some of them changed or added.
pub fn with<'a>(fields: &[(&'a str, &'a str)], changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    kept.chain(changed).copied().collect()
}

/// The offices and their people, on 19 January 2026.
pub async fn settle(house: &Standing) {
    house.at(day("19-01-2026"));
    for (code, kind, zone) in [
        ("lapas-kotabaru", "lapas", Zone::Wita),
        ("lapas-jember", "lapas", Zone::Wib),
        ("blk-kotabaru", "blk", Zone::Wita),
        ("lsp-las", "lsp", Zone::Wib),
        ("smkn3-jember", "smk", Zone::Wit),
        ("pt-asing", "employer", Zone::Wib),
    ] {
        house.office(code, kind, zone).await;
    }
    for (login, office, role) in [
        ("kalapas", "lapas-kotabaru", Role::Head),
        ("giatja", "lapas-kotabaru", Role::Work),
        ("kplp", "lapas-kotabaru", Role::Security),
        ("kepala.blk", "blk-kotabaru", Role::TrainingHead),
        ("instruktur", "blk-kotabaru", Role::Instructor),
        ("lsp", "lsp-las", Role::Certifier),
        ("asing", "lapas-jember", Role::Head),
        ("kepsek", "smkn3-jember", Role::TrainingHead),
    ] {
        house.account(login, office, &[role]).await;
    }
}

pub async fn drafted(house: &Standing) {
    settle(house).await;
    house.post("giatja", "/agreements/new", &DRAFT).await.expect(303);
}

pub async fn agree(house: &Standing, login: &str, party: &str) -> Answer {
    let fields = [("party", party), ("day", "19-01-2026")];
    house.post(login, "/agreements/PKS-KOTABARU-LAS/agreeing", &fields).await
}

pub async fn agreed(house: &Standing) {
    drafted(house).await;
    for (party, login) in PARTIES {
        agree(house, login, party).await.expect(303);
    }
    house.at(day("20-01-2026"));
}

/// A signature dated 20 January 2026.
pub fn signature<'a>(party: &'a str, number: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("party", party),
        ("number", number),
        ("signer", "Murniati"),
        ("signer_post", "Kepala"),
        ("day", "20-01-2026"),
    ]
}

pub async fn sign(house: &Standing, login: &str, party: &str, number: &str) -> Answer {
    house.post(login, "/agreements/PKS-KOTABARU-LAS/signing", &signature(party, number)).await
}

pub async fn signed(house: &Standing) {
    agreed(house).await;
    for (party, login) in PARTIES {
        sign(house, login, party, &format!("007/{party}/2026")).await.expect(303);
    }
}

pub async fn end(house: &Standing, login: &str, on: &str) -> Answer {
    let fields = [("day", on), ("reason", "Bengkel ditutup.")];
    house.post(login, "/agreements/PKS-KOTABARU-LAS/ending", &fields).await
}

pub async fn agreement(house: &Standing, code: &str) -> AgreementFact {
    let found = facts::agreement_by_code(house.house.db.read(), code).await.expect("agreements can be read");
    found.unwrap_or_else(|| panic!("there is no agreement {code}"))
}

/// The grants of a person's organisation.
pub async fn grants(house: &Standing, login: &str) -> Vec<Grant> {
    house.desk(login).await.actor.grants
}

/// Whether a person reaches people under an agreement at an instant, by list and by single thing.
pub async fn reaches(house: &Standing, login: &str, code: &str, at: DateTime<Utc>) -> bool {
    let fact = agreement(house, code).await;
    let actor = house.desk(login).await.actor;
    let desk = Desk::new(house.house.clone(), actor, Lang::Id, at, Dice::from_seed("reach"));
    let listed = desk.scope(Act::PersonList).is_ok_and(|scope| scope.agreements.contains(&fact.id));
    let single = desk.may(Act::PersonRead, &Target::of(fact.host).under(fact.id));
    assert_eq!(listed, single, "{login} at {at}: list and single thing disagree");
    listed
}

/// One second before.
pub fn second_before(at: DateTime<Utc>) -> DateTime<Utc> {
    at - Duration::seconds(1)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The server is killed again and again while registrars of two prisons move, merge, part and release people in any order.
//! After each kill nothing is half done: stays, kinds, seats, pointers, what offices were told, events and audit agree.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::server::Server;
use bekal::house::{self, Place};
use bekal::rooms;
use desk::Settings;
use sha2::{Digest, Sha256};
use store::{DatabaseAddress, Db, FromQueryResult};
use uuid::Uuid;

const KILLS: usize = 200;
/// Pairs of records with one name and day of birth; each record may be moved or released by itself.
const PAIRS: usize = 24;
/// Records with a seat: the seeded batch has sixteen, of which one is taken.
const SEATED: usize = 15;
const VERIFY_EVERY: usize = 25;

#[tokio::test]
async fn people_change_under_two_hundred_kills_on_sqlite() {
    let folder = std::env::temp_dir().join(format!("bekal-crash-people-{}", Uuid::new_v4()));
    let file = folder.join("bekal.db");
    kill_again_and_again(&folder, &format!("sqlite:{}", file.display())).await;
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[tokio::test]
async fn people_change_under_two_hundred_kills_on_postgres() {
    let Ok(server) = std::env::var("BEKAL_TEST_POSTGRES") else { return };
    let folder = std::env::temp_dir().join(format!("bekal-crash-people-{}", Uuid::new_v4()));
    let name = format!("bekal_{}", Uuid::new_v4().simple());
    let admin = Db::open(&DatabaseAddress::Postgres(server.clone())).await.expect("the server answers");
    store::run(admin.writer(), &format!("CREATE DATABASE {name}"), []).await.expect("a database");
    let (base, _) = server.rsplit_once('/').expect("the address ends in a database name");
    kill_again_and_again(&folder, &format!("{base}/{name}")).await;
    store::run(admin.writer(), &format!("DROP DATABASE {name} WITH (FORCE)"), []).await.expect("and dropped");
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        // Constants of Knuth's MMIX generator.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits fit") % end
    }
}

/// The records and the tokens of the two registrars.
struct World {
    pairs: Vec<(Uuid, Uuid)>,
    tokens: [String; 2],
}

impl World {
    /// One form, by whichever registrar; many are refused, as they are in life.
    fn form(&self, numbers: &mut Numbers) -> (String, String, String) {
        let (kept, second) = self.pairs[numbers.below(PAIRS)];
        let one = if numbers.below(2) == 0 { kept } else { second };
        let office = numbers.below(2);
        let token = self.tokens[office].clone();
        let (path, body) = match numbers.below(12) {
            0..=4 => {
                let to = ["crash-b", "crash-a"][office];
                (format!("/people/{one}/transfer"), format!("to={to}&reason=capacity&day={}", today()))
            }
            5..=7 => (format!("/people/{kept}/merge/{second}"), "reason=Satu+orang".to_owned()),
            8..=10 => (format!("/people/{kept}/part"), "reason=Dua+orang".to_owned()),
            _ => (format!("/people/{one}/release"), format!("kind=full-release&day={}", today())),
        };
        (token, path, format!("{body}&_once={}", Uuid::new_v4()))
    }
}

fn today() -> String {
    kernel::day::short(kernel::zone::Zone::Wib.day_of(bekal::Clock::Now.read()))
}

async fn kill_again_and_again(folder: &Path, database: &str) {
    let address: DatabaseAddress = database.parse().expect("the address can be read");
    let db = Db::open(&address).await.expect("the database opens");
    store::testing::migrate_seeded(&db, &rooms::migrations()).await;
    let world = prepare(folder, database, &db).await;
    let mut numbers = Numbers(20_260_115);
    let mut unanswered: Option<(String, String, String)> = None;
    let mut done = 0;
    for round in 0..KILLS {
        let server = Server::start(folder, database);
        // Sent again, it does its work once, or is told what it did.
        if let Some((token, path, body)) = unanswered.take() {
            server.post(&token, &path, &body).expect("the server answers");
        }
        let pid = server.pid();
        // Where the machine has so much else to do that little is changed between kills, they come later.
        let patience = if done * 3 < round { 4 } else { 1 };
        let delay = Duration::from_micros(2_000 + patience * ((round as u64 * 7_919) % 150_000));
        let killer = std::thread::spawn(move || {
            std::thread::sleep(delay);
            Command::new("kill").args(["-9", &pid.to_string()]).status().expect("kill is there")
        });
        loop {
            let form = world.form(&mut numbers);
            match server.post(&form.0, &form.1, &form.2) {
                Ok(answer) if answer.starts_with("HTTP/1.1 303") => done += 1,
                Ok(answer) if answer.starts_with("HTTP/1.1 4") => {}
                Ok(answer) if answer.starts_with("HTTP/1.1 5") => panic!("{} broke: {answer}", form.1),
                Ok(_) | Err(_) => {
                    unanswered = Some(form);
                    break;
                }
            }
        }
        assert!(killer.join().expect("the killer ends").success());
        server.kill();
        nothing_half(&db, round).await;
    }
    assert!(done > KILLS / 4, "too few changes to prove anything: {done}");
    db.close().await.expect("the database closes");
}

const RELEASED: &str = "('parole', 'conditional-leave', 'leave-before-release', 'assimilation', 'full-release', 'remission-release')";
const HELD: &str = "('convict', 'remand-detainee', 'convicted-child')";

/// Pairs of questions whose answers must be equal.
fn equal() -> Vec<(String, String)> {
    let events = |kind: &str| format!("SELECT COUNT(*) FROM event WHERE kind = '{kind}'");
    let told = |kind: &str| format!("SELECT COUNT(*) FROM circumstance WHERE kind = '{kind}'");
    let pair = |one: &str, other: String| (one.to_owned(), other);
    vec![
        pair("SELECT COUNT(*) FROM episode WHERE end_reason = 'transferred'", events("PersonTransferred")),
        pair("SELECT COUNT(*) FROM transfer", events("PersonTransferred")),
        pair(
            "SELECT COUNT(*) FROM transfer t JOIN episode f ON f.id = t.from_episode JOIN episode b ON b.id = t.to_episode \
             WHERE f.ended_on = t.day AND b.admitted_on = t.day AND f.office_id <> b.office_id",
            "SELECT COUNT(*) FROM transfer".to_owned(),
        ),
        (format!("SELECT COUNT(*) FROM episode WHERE end_reason IN {RELEASED}"), events("PersonReleased")),
        (told("moved-out"), events("PersonTransferred")),
        (told("moved-in"), events("PersonTransferred")),
        (told("released"), events("PersonReleased")),
        // One merge of the seeds has no event.
        pair("SELECT COUNT(*) - 1 FROM person_merge", events("PeopleMerged")),
        pair("SELECT COUNT(*) FROM person_merge WHERE undone_on IS NOT NULL", events("PeopleParted")),
        pair(
            "SELECT COUNT(*) FROM person WHERE merged_into IS NOT NULL",
            "SELECT COUNT(*) FROM person_merge WHERE undone_on IS NULL".to_owned(),
        ),
        pair("SELECT COUNT(*) FROM seat WHERE state = 'left'", events("SeatLeft")),
        pair("SELECT size FROM audit_head", "SELECT COUNT(*) FROM audit_leaf".to_owned()),
        pair("SELECT COUNT(*) FROM event WHERE leaf >= 0", "SELECT COUNT(*) FROM audit_leaf".to_owned()),
    ]
}

/// More of them: what a person is, by her stays, and where she sits.
fn equal_by_stays() -> Vec<(String, String)> {
    let here = format!(
        "EXISTS (SELECT 1 FROM episode e WHERE e.person_id = p.id AND e.ended_on IS NULL AND e.kind IN {HELD})"
    );
    // A stay that went over with a merge may have ended before it, when the seat was another record's.
    let own = "NOT EXISTS (SELECT 1 FROM person_merge_stay m WHERE m.episode_id = e.id)";
    let pair = |one: &str, other: String| (one.to_owned(), other);
    vec![
        // One person of the seeds never had a stay.
        (
            format!(
                "SELECT COUNT(*) FROM person p WHERE p.merged_into IS NULL AND p.kind IN {HELD} AND NOT {here} \
                 AND p.name <> 'Warga Terpisah'"
            ),
            "SELECT 0".to_owned(),
        ),
        (
            format!(
                "SELECT COUNT(*) FROM person p WHERE p.merged_into IS NULL AND p.kind NOT IN {HELD} AND {here}"
            ),
            "SELECT 0".to_owned(),
        ),
        // A pointer has no stay, and no stay ended by a merge that was undone.
        pair(
            "SELECT COUNT(*) FROM episode e JOIN person p ON p.id = e.person_id WHERE p.merged_into IS NOT NULL",
            "SELECT 0".to_owned(),
        ),
        pair(
            "SELECT COUNT(*) FROM episode e JOIN person_merge_stay s ON s.episode_id = e.id JOIN person_merge m ON m.id = s.merge_id \
             WHERE e.end_reason = 'merged' AND NOT EXISTS (SELECT 1 FROM person_merge_stay o JOIN person_merge n ON n.id = o.merge_id \
             WHERE o.episode_id = e.id AND n.undone_on IS NULL)",
            "SELECT 0".to_owned(),
        ),
        // Who left the office sits in no batch of it.
        (
            format!(
                "SELECT COUNT(*) FROM seat s WHERE s.state = 'seated' AND EXISTS (SELECT 1 FROM episode e \
                 WHERE e.person_id = s.person_id AND e.end_reason IN {RELEASED} AND {own})"
            ),
            "SELECT 0".to_owned(),
        ),
        (
            format!(
                "SELECT COUNT(*) FROM seat s JOIN episode e ON e.person_id = s.person_id \
                 JOIN transfer t ON t.from_episode = e.id WHERE s.state = 'seated' AND {own}"
            ),
            "SELECT 0".to_owned(),
        ),
    ]
}

#[derive(FromQueryResult)]
struct Pair {
    one: i64,
    other: i64,
}

async fn nothing_half(db: &Db, round: usize) {
    let on = db.read();
    for (one, other) in equal().into_iter().chain(equal_by_stays()) {
        // Both in one question, so that both see one instant.
        let sql = format!("SELECT CAST(({one}) AS BIGINT) AS one, CAST(({other}) AS BIGINT) AS other");
        let found: Option<Pair> =
            store::one(on, &sql, []).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        let found = found.expect("a count always has one row");
        assert_eq!(found.one, found.other, "round {round}: {one} and {other}");
    }
    if round.is_multiple_of(VERIFY_EVERY) || round + 1 == KILLS {
        let report = audit::verify(on).await.expect("the log can be read");
        assert!(report.flaws.is_empty(), "round {round}: {:?}", report.flaws);
    }
}

/// Two prisons with a registrar each, and pairs of records held in the first.
async fn prepare(folder: &Path, database: &str, db: &Db) -> World {
    let place = Place {
        folder: folder.to_owned(),
        database: database.parse().expect("the address can be read"),
        settings: Settings { public_base: "https://sertifikat.example".to_owned(), specimen: true },
    };
    let house = house::open(&place).await.expect("the house opens");
    house.db.clone().close().await.expect("the database closes");
    let offices = [office(db, "crash-a").await, office(db, "crash-b").await];
    let tokens = [registrar(db, offices[0]).await, registrar(db, offices[1]).await];
    store::run(db.writer(), "UPDATE batch SET ends_on = '2099-12-31' WHERE code = 'SEED-ANGKATAN'", [])
        .await
        .expect("the seeded batch is there");
    let mut pairs = Vec::new();
    for number in 0..PAIRS {
        let kept = record(db, offices[0], number * 2).await;
        let second = record(db, offices[0], number * 2 + 1).await;
        pairs.push((kept, second));
    }
    // No two records of one pair, since one person has one seat in a batch.
    for (number, (kept, _)) in (2_i64..).zip(pairs.iter().take(SEATED)) {
        let sql = "INSERT INTO seat (id, batch_id, seats, person_id, decree_id, state, number, since) \
                   SELECT $1, b.id, b.seats, $2, d.id, 'seated', $3, '2026-11-21' FROM batch b \
                   JOIN decree d ON d.batch_id = b.id WHERE b.code = 'SEED-ANGKATAN'";
        let values = [Uuid::new_v4().into(), (*kept).into(), number.into()];
        store::run(db.writer(), sql, values).await.expect("the seat fits");
    }
    World { pairs, tokens }
}

async fn office(db: &Db, code: &str) -> Uuid {
    let id = Uuid::new_v4();
    let row = store::insert("organisation").set("id", id).set("code", code).set("kind", "lapas");
    let row = row.set("name", code).set("short_name", code).set("zone", "WIB").set("district_code", "35.09");
    row.run(db.writer()).await.expect("the office fits");
    id
}

async fn registrar(db: &Db, office: Uuid) -> String {
    let (account, token, now) = (Uuid::new_v4(), Uuid::new_v4().to_string(), bekal::Clock::Now.read());
    let on = db.writer();
    let row = store::insert("account").set("id", account).set("login", account.to_string());
    let row = row.set("name", "R").set("password_hash", "!").set("organisation_id", office);
    row.run(on).await.expect("the account fits");
    let row = store::insert("account_role").set("account_id", account).set("role", "registrar");
    row.run(on).await.expect("the role fits");
    let hash = Sha256::digest(token.as_bytes()).to_vec();
    let row = store::insert("sign_in").set("token_hash", hash).set("account_id", account);
    row.set("since", now).set("seen_at", now).set("proved_at", now).run(on).await.expect("the sign-in fits");
    token
}

async fn record(db: &Db, office: Uuid, number: usize) -> Uuid {
    let (person, on) = (Uuid::new_v4(), db.writer());
    let admitted = kernel::day::parse("01-02-2026").expect("a day");
    let row = store::insert("person").set("id", person).set("name", format!("Warga {}", number / 2));
    let row = row.set("name_key", format!("warga {}", number / 2)).set("born_on", admitted);
    let row = row.set("sex", "male").set("kind", "convict").set("nik_missing", "not-yet-asked");
    row.run(on).await.expect("the person fits");
    let row = store::insert("episode").set("id", Uuid::new_v4()).set("person_id", person);
    let row =
        row.set("office_id", office).set("kind", "convict").set("register", format!("B.I {number}/2026"));
    row.set("admitted_on", admitted).run(on).await.expect("the stay fits");
    person
}

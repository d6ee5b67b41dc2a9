// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The server is killed without warning, again and again, while people send forms. What was answered is there, what was
//! not is there whole or not at all, and the same form sent again does its work once.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::server::Server;
use bekal::house::{self, Place};
use desk::Settings;
use sha2::{Digest, Sha256};
use store::{DatabaseAddress, FromQueryResult};
use uuid::Uuid;

const KILLS: usize = 100;

/// Registers an employer; true when the answer says that it is done.
fn send(server: &Server, token: &str, name: &str, once: &str) -> bool {
    let body = format!("name={name}&district=35.09&_once={once}");
    server.post(token, "/employers/new", &body).is_ok_and(|answer| answer.starts_with("HTTP/1.1 303"))
}

#[derive(FromQueryResult)]
struct NameRow {
    name: String,
}

#[derive(FromQueryResult)]
struct CountRow {
    count: i64,
}

#[tokio::test]
async fn a_hundred_kills_on_sqlite() {
    let folder = std::env::temp_dir().join(format!("bekal-crash-{}", Uuid::new_v4()));
    let file = folder.join("bekal.db");
    kill_again_and_again(&folder, &format!("sqlite:{}", file.display())).await;
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[tokio::test]
async fn a_hundred_kills_on_postgres() {
    let Ok(server) = std::env::var("BEKAL_TEST_POSTGRES") else { return };
    let folder = std::env::temp_dir().join(format!("bekal-crash-{}", Uuid::new_v4()));
    let name = format!("bekal_{}", Uuid::new_v4().simple());
    let admin =
        store::Db::open(&DatabaseAddress::Postgres(server.clone())).await.expect("the server answers");
    store::run(admin.writer(), &format!("CREATE DATABASE {name}"), [])
        .await
        .expect("a database can be created");
    let (base, _) = server.rsplit_once('/').expect("the address ends in a database name");
    kill_again_and_again(&folder, &format!("{base}/{name}")).await;
    store::run(admin.writer(), &format!("DROP DATABASE {name} WITH (FORCE)"), []).await.expect("and dropped");
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

async fn kill_again_and_again(folder: &Path, database: &str) {
    let token = prepare(folder, database).await;
    let mut acknowledged: BTreeSet<String> = BTreeSet::new();
    let mut unanswered: Vec<(String, String)> = Vec::new();
    for round in 0..KILLS {
        let server = Server::start(folder, database);
        for (name, once) in unanswered.drain(..) {
            assert!(send(&server, &token, &name, &once), "a form sent again is refused");
            acknowledged.insert(name);
        }
        // The kill comes from another thread, at another moment of the writing each time.
        let pid = server.pid();
        let delay = Duration::from_micros(2_000 + (round as u64 * 7_919) % 60_000);
        let killer = std::thread::spawn(move || {
            std::thread::sleep(delay);
            Command::new("kill").args(["-9", &pid.to_string()]).status().expect("kill is there")
        });
        for place in 0.. {
            let (name, once) = (format!("Usaha-{round}-{place}"), Uuid::new_v4().to_string());
            if send(&server, &token, &name, &once) {
                acknowledged.insert(name);
            } else {
                unanswered.push((name, once));
                break;
            }
        }
        assert!(killer.join().expect("the killer ends").success());
        server.kill();
    }
    let server = Server::start(folder, database);
    for (name, once) in unanswered {
        assert!(send(&server, &token, &name, &once));
        acknowledged.insert(name);
    }
    server.kill();
    assert!(acknowledged.len() > KILLS, "too few writes to prove anything: {}", acknowledged.len());
    nothing_lost_nothing_half(folder, database, &acknowledged).await;
}

fn place(folder: &Path, database: &str) -> Place {
    Place {
        folder: folder.to_owned(),
        database: database.parse().expect("the address can be read"),
        settings: Settings { public_base: "https://sertifikat.example".to_owned(), specimen: true },
    }
}

/// A house with one office and one signed-in officer; answers her token.
async fn prepare(folder: &Path, database: &str) -> String {
    let house = house::open(&place(folder, database)).await.expect("the house opens");
    let (office, account, token) = (Uuid::new_v4(), Uuid::new_v4(), Uuid::new_v4().to_string());
    let (on, now) = (house.db.writer(), bekal::Clock::Now.read());
    let row = store::insert("organisation").set("id", office).set("code", "disnaker").set("kind", "disnaker");
    let row = row
        .set("name", "Disnaker")
        .set("short_name", "Disnaker")
        .set("zone", "WIB")
        .set("district_code", "35.09");
    row.run(on).await.expect("the office fits");
    let row = store::insert("account")
        .set("id", account)
        .set("login", "a")
        .set("name", "A")
        .set("password_hash", "!");
    row.set("organisation_id", office).run(on).await.expect("the account fits");
    let row = store::insert("account_role").set("account_id", account).set("role", "labour");
    row.run(on).await.expect("the role fits");
    let hash = Sha256::digest(token.as_bytes()).to_vec();
    let row = store::insert("sign_in").set("token_hash", hash).set("account_id", account).set("since", now);
    row.set("seen_at", now).run(on).await.expect("the sign-in fits");
    house.db.clone().close().await.expect("the database closes");
    token
}

async fn nothing_lost_nothing_half(folder: &Path, database: &str, acknowledged: &BTreeSet<String>) {
    let house = house::open(&place(folder, database)).await.expect("the house opens");
    let on = house.db.read();
    let names: Vec<NameRow> = store::rows(on, "SELECT name FROM employer", []).await.expect("the names");
    let names: BTreeSet<String> = names.into_iter().map(|row| row.name).collect();
    assert_eq!(&names, acknowledged, "what was answered and what is there differ");
    for sql in [
        "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM event WHERE kind = 'EmployerRegistered'",
        "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM once WHERE action = 'employer register' AND done <> ''",
        "SELECT size AS count FROM audit_head",
    ] {
        let row: Option<CountRow> = store::one(on, sql, []).await.expect("a count");
        assert_eq!(row.map(|row| row.count), i64::try_from(names.len()).ok(), "{sql}");
    }
    let report = audit::verify(on).await.expect("the log can be read");
    assert!(report.flaws.is_empty(), "{:?}", report.flaws);
    house.db.clone().close().await.expect("the database closes");
}

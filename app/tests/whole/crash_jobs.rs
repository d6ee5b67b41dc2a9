// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The server is killed without warning while jobs run: none is lost, and none does its work twice.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use access::{Actor, Role};
use bekal::house::{self, Place};
use desk::{Desk, Dice, Form, House, Upload};
use kernel::Lang;
use store::{DatabaseAddress, FromQueryResult};
use uuid::Uuid;

const KILLS: u64 = 25;
const OFFICES: i64 = 8;
const ROWS: i64 = 1_050;
const LONGEST: Duration = Duration::from_secs(300);

#[tokio::test]
async fn jobs_survive_kills_on_sqlite() {
    let folder = std::env::temp_dir().join(format!("bekal-jobs-{}", Uuid::new_v4()));
    let file = folder.join("bekal.db");
    kill_while_jobs_run(&folder, &format!("sqlite:{}", file.display())).await;
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[tokio::test]
async fn jobs_survive_kills_on_postgres() {
    let Ok(server) = std::env::var("BEKAL_TEST_POSTGRES") else { return };
    let folder = std::env::temp_dir().join(format!("bekal-jobs-{}", Uuid::new_v4()));
    let name = format!("bekal_{}", Uuid::new_v4().simple());
    let admin =
        store::Db::open(&DatabaseAddress::Postgres(server.clone())).await.expect("the server answers");
    let create = format!("CREATE DATABASE {name}");
    store::run(admin.writer(), &create, []).await.expect("a database can be created");
    let (base, _) = server.rsplit_once('/').expect("the address ends in a database name");
    kill_while_jobs_run(&folder, &format!("{base}/{name}")).await;
    store::run(admin.writer(), &format!("DROP DATABASE {name} WITH (FORCE)"), []).await.expect("and dropped");
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

async fn kill_while_jobs_run(folder: &Path, database: &str) {
    let house = open(folder, database).await;
    for office in 0..OFFICES {
        hand_in(&house, office).await;
    }
    house.db.clone().close().await.expect("the database closes");
    for round in 0..KILLS {
        let mut server = serve(folder, database);
        std::thread::sleep(Duration::from_millis(150 + (round * 7_919) % 1_200));
        server.kill().expect("the process can be killed");
        server.wait().expect("and is gone");
    }
    let mut server = serve(folder, database);
    let house = open(folder, database).await;
    let begun = Instant::now();
    while count(&house, "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM job WHERE state = 'done'").await
        < OFFICES
    {
        assert!(begun.elapsed() < LONGEST, "the jobs were not done in time");
        retry_the_dead(&house).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    server.kill().expect("the process can be killed");
    server.wait().expect("and is gone");
    nothing_lost_nothing_twice(&house).await;
    house.db.clone().close().await.expect("the database closes");
}

fn serve(folder: &Path, database: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_bekal"))
        .args(["serve", "--listen", "127.0.0.1:0", "--dir"])
        .arg(folder)
        .env("BEKAL_DATABASE", database)
        .env("BEKAL_JOB_LEASE", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the server starts")
}

async fn open(folder: &Path, database: &str) -> Arc<House> {
    let mut place = Place::in_folder(folder, true).expect("a place");
    place.database = database.parse().expect("the address can be read");
    house::open(&place).await.expect("the house opens")
}

fn desk(house: &Arc<House>, actor: Actor) -> Desk {
    Desk::new(Arc::clone(house), actor, Lang::Id, bekal::Clock::Now.read(), Dice::from_system())
}

/// An office with a registrar, who hands in a list too long to be put on record at once.
async fn hand_in(house: &Arc<House>, office: i64) {
    let (organisation, account, on) = (Uuid::new_v4(), Uuid::new_v4(), house.db.writer());
    let code = format!("lapas-{office}");
    let row = store::insert("organisation").set("id", organisation).set("code", code.clone());
    let row = row.set("kind", "lapas").set("name", code.clone()).set("short_name", code.clone());
    row.set("zone", "WIB").run(on).await.expect("the office fits");
    let row = store::insert("account").set("id", account).set("login", format!("reg.{office}"));
    let row = row.set("name", "Petugas").set("password_hash", "!").set("organisation_id", organisation);
    row.run(on).await.expect("the account fits");
    let row = store::insert("account_role").set("account_id", account).set("role", Role::Registrar.code());
    row.run(on).await.expect("the role fits");
    let mut list = "No. Registrasi,Nama Lengkap,Tgl Lahir,JK\n".to_owned();
    for row in 1..=ROWS {
        list.push_str(&format!("B.I {row}/2025,Warga Ke {row},{:02}-05-1990,L\n", row % 28 + 1));
    }
    let actor = access::actor_of(house.db.read(), kernel::id::AccountId(account)).await.expect("accounts");
    let desk = desk(house, actor.expect("the account is open"));
    let mut form = Form::default();
    form.attach("file", Upload { name: "daftar.csv".to_owned(), bytes: list.into_bytes() });
    form.set("skip_bad", "1");
    let done = (people::actions::IMPORT.run)(&desk, &form).await.expect("the list is taken");
    assert!(done.location.starts_with("/jobs/"), "{}", done.location);
}

/// A job whose worker was killed five times lies dead, which is not lost: an administrator has it run again.
async fn retry_the_dead(house: &Arc<House>) {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
    }
    let dead: Vec<Row> =
        store::rows(house.db.read(), "SELECT id FROM job WHERE state = 'dead'", []).await.expect("jobs");
    let retry = jobs::actions().into_iter().find(|action| action.name == "job retry").expect("it is there");
    for row in dead {
        let desk = desk(house, access::actor_without_account("penyiapan", vec![Role::Admin]));
        let mut form = Form::default();
        form.set("job", row.id.to_string());
        (retry.run)(&desk, &form).await.expect("a dead job can be retried");
    }
}

async fn count(house: &House, sql: &str) -> i64 {
    #[derive(FromQueryResult)]
    struct Row {
        count: i64,
    }
    let row: Option<Row> = store::one(house.db.read(), sql, []).await.expect("a count");
    row.expect("a row").count
}

async fn nothing_lost_nothing_twice(house: &House) {
    for (sql, wanted) in [
        ("SELECT CAST(COUNT(*) AS BIGINT) AS count FROM job", OFFICES),
        (
            "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM job WHERE payload IS NULL AND lease IS NULL",
            OFFICES,
        ),
        ("SELECT CAST(COUNT(*) AS BIGINT) AS count FROM event WHERE kind = 'PeopleImported'", OFFICES),
        (
            "SELECT CAST(COUNT(DISTINCT object_id) AS BIGINT) AS count FROM event WHERE kind = 'PeopleImported'",
            OFFICES,
        ),
        ("SELECT CAST(COUNT(*) AS BIGINT) AS count FROM import_report WHERE state = 'written'", OFFICES),
        ("SELECT CAST(COUNT(*) AS BIGINT) AS count FROM person", OFFICES * ROWS),
        ("SELECT CAST(COUNT(*) AS BIGINT) AS count FROM episode", OFFICES * ROWS),
    ] {
        assert_eq!(count(house, sql).await, wanted, "{sql}");
    }
    let report = audit::verify(house.db.read()).await.expect("the log can be read");
    assert!(report.flaws.is_empty(), "{:?}", report.flaws);
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The server is killed without warning while it issues certificates to many: everybody gets one in the end, and nobody two.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use audit::Depth;
use bekal::house::{self, Place};
use bekal::synth::{self, Order};
use desk::{Desk, Dice, Form, House};
use kernel::Lang;
use kernel::zone::Zone;
use store::{DatabaseAddress, FromQueryResult};
use uuid::Uuid;

const KILLS: u64 = 10;
const LONGEST: Duration = Duration::from_secs(400);

#[tokio::test]
async fn issuing_survives_kills_on_sqlite() {
    let folder = std::env::temp_dir().join(format!("bekal-issue-{}", Uuid::new_v4()));
    let file = folder.join("bekal.db");
    kill_while_issuing(&folder, &format!("sqlite:{}", file.display())).await;
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[tokio::test]
async fn issuing_survives_kills_on_postgres() {
    let Ok(server) = std::env::var("BEKAL_TEST_POSTGRES") else { return };
    let folder = std::env::temp_dir().join(format!("bekal-issue-{}", Uuid::new_v4()));
    let name = format!("bekal_{}", Uuid::new_v4().simple());
    let admin =
        store::Db::open(&DatabaseAddress::Postgres(server.clone())).await.expect("the server answers");
    let create = format!("CREATE DATABASE {name}");
    store::run(admin.writer(), &create, []).await.expect("a database can be created");
    let (base, _) = server.rsplit_once('/').expect("the address ends in a database name");
    kill_while_issuing(&folder, &format!("{base}/{name}")).await;
    store::run(admin.writer(), &format!("DROP DATABASE {name} WITH (FORCE)"), []).await.expect("and dropped");
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

async fn kill_while_issuing(folder: &Path, database: &str) {
    let house = open(folder, database).await;
    let today = Zone::Wib.day_of(bekal::Clock::Now.read());
    let (people, seed) = (4_000, "kill".to_owned());
    let order = Order { people, batches: 55, marks: 4_000, seed, uncertified: true, ordinary: false, today };
    synth::office(&house, &order).await.expect("an office");
    let earned = count(&house, EARNED).await;
    assert!(earned > 20, "{earned} certificates prove little");
    ask(&house, today).await;
    let begun = Instant::now();
    for round in 0..KILLS {
        let before = count(&house, ISSUED).await;
        let mut server = serve(folder, database);
        // Somewhere between two transactions or in the midst of one.
        while count(&house, ISSUED).await == before {
            assert!(before < earned, "everybody had one before round {round}");
            assert!(begun.elapsed() < LONGEST, "nothing is issued in round {round}");
            assert_eq!(count(&house, GIVEN_UP).await, 0, "the job was given up in round {round}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        tokio::time::sleep(Duration::from_millis((round * 7_919) % 400)).await;
        server.kill().expect("the process can be killed");
        server.wait().expect("and is gone");
    }
    assert!(count(&house, ISSUED).await < earned, "the kills came too late to prove anything");
    let mut server = serve(folder, database);
    while count(&house, "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM job WHERE state = 'done'").await == 0 {
        assert!(begun.elapsed() < LONGEST, "the certificates were not issued in time");
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    server.kill().expect("the process can be killed");
    server.wait().expect("and is gone");
    everybody_has_one(&house, earned).await;
    house.db.clone().close().await.expect("the database closes");
}

const GIVEN_UP: &str =
    "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM job WHERE state IN ('dead', 'refused', 'cancelled')";
const ISSUED: &str = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM certificate";
/// Who completed the training of a finished batch.
const EARNED: &str = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM completion WHERE complete = TRUE";

async fn everybody_has_one(house: &House, earned: i64) {
    for sql in [
        ISSUED,
        "SELECT CAST(COUNT(DISTINCT number) AS BIGINT) AS count FROM certificate",
        "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM certificate c JOIN status_place p ON p.credential_id = c.credential_id",
        "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM event WHERE kind = 'CertificateIssued'",
        "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM (SELECT DISTINCT batch_id, person_id FROM certificate) c",
    ] {
        assert_eq!(count(house, sql).await, earned, "{sql}");
    }
    let report = audit::verify(house.db.read()).await.expect("the log can be read");
    assert!(report.flaws.is_empty(), "{:?}", report.flaws);
    let differences = house.log.compare(house.db.read(), Depth::Whole).await.expect("compared");
    assert!(differences.is_empty(), "{differences:?}");
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

/// As the head of the training centre would, on the form.
async fn ask(house: &Arc<House>, today: kernel::day::Day) {
    let account = access::account_named(house.db.read(), "kepala.blk").await.expect("accounts");
    let actor = access::actor_of(house.db.read(), account.expect("the account")).await.expect("accounts");
    let mut actor = actor.expect("the account is open");
    actor.entry = access::Entry::Operator;
    let now = bekal::Clock::Now.read();
    let desk = Desk::new(Arc::clone(house), actor, Lang::Id, now, Dice::from_system());
    let mut form = Form::default();
    form.set("day", today.format("%d-%m-%Y").to_string());
    let action = certification::actions().into_iter().find(|action| action.name == "certificate issue-many");
    let done = (action.expect("it is there").run)(&desk, &form).await.expect("the order is taken");
    assert!(done.location.starts_with("/jobs/"), "{}", done.location);
}

async fn count(house: &House, sql: &str) -> i64 {
    #[derive(FromQueryResult)]
    struct Row {
        count: i64,
    }
    let row: Option<Row> = store::one(house.db.read(), sql, []).await.expect("a count");
    row.expect("a row").count
}

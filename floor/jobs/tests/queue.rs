// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The queue in a running house: what was asked for happens, once, as the one who asked; what breaks is tried again and
//! then laid down; what is wanted no more stops.

use std::sync::Arc;
use std::time::Duration;

use access::{Act, Role, Target};
use audit::{Event, Object};
use desk::{Desk, Done, Halt, Refusal, Say};
use jobs::{JobKind, Pace, Payload, Progress, Queued, State, Task, Worker, facts};
use kernel::zone::Zone;
use serde_json::json;
use store::FromQueryResult;
use web::Rooms;
use web::testing::{Plan, Standing, on_each_database};

const WORDS: &str = "job-kind-test-bake = Memanggang\nbaking = Memanggang roti ke-{ $loaf }.\nbaked = Roti sudah jadi.\n\
                     refusal-test-01 = Tepung habis.\n    .next = Beli tepung.\n";

const PLAN: Plan = Plan {
    migrations: &[jobs::MIGRATIONS],
    rooms: || Rooms { actions: jobs::actions(), pages: jobs::pages() },
    words: &[jobs::WORDS, (WORDS, WORDS)],
    reactions: &[],
    links: &[],
};

const BAKE: JobKind = JobKind {
    name: "test bake",
    act: Act::PersonList,
    run: |desk, task, wire| Box::pin(bake(desk, task, wire)),
};

/// Bakes as the payload says. Its effect is one event.
async fn bake(desk: &Desk, task: &Task, progress: &Progress) -> Result<Done, Halt> {
    desk.allow(Act::PersonList, &Target::of(desk.actor.office_id().ok_or(Halt::Missing)?))?;
    match task.payload.value["how"].as_str().unwrap_or_default() {
        "breaks" => return Err(Halt::Fault(anyhow::anyhow!("Misnadi broke the oven"))),
        "panics" => panic!("the oven burns"),
        "no flour" => return Err(Refusal::new("TEST-01").into()),
        "breaks once" if task.attempt == 1 => return Err(Halt::Fault(anyhow::anyhow!("once"))),
        "for ever" => {
            for loaf in 1.. {
                progress.tell(loaf, 0, Say::new("baking").with("loaf", loaf));
                progress.best_so_far(Payload::of(&json!({ "loaf": loaf }))?);
                progress.go_on()?;
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        }
        "part by part" => {
            let mut work = desk.begin("test bake").await?;
            let part = json!({ "attempt": task.attempt });
            work.record(Event::new("BreadBaked", Object::new("job", task.id.0), part)).await?;
            task.keep(&work).await?;
            work.commit(Done::new("/bread", Say::new("baked"))).await?;
            std::future::pending::<()>().await;
        }
        "in vain" => std::future::pending::<()>().await,
        "slowly" => tokio::time::sleep(Duration::from_millis(400)).await,
        _ => {}
    }
    let mut work = desk.begin("test bake").await?;
    work.record(Event::new("BreadBaked", Object::new("job", task.id.0), json!({ "by": desk.actor.login })))
        .await?;
    task.commit(work, Done::new("/bread", Say::new("baked"))).await
}

/// Quick hands, so that the test need not wait.
const QUICK: Pace = Pace {
    look: Duration::from_millis(10),
    report: Duration::from_millis(20),
    lease: Duration::from_millis(300),
};

fn worker(standing: &Standing) -> Worker {
    let house = Arc::clone(&standing.house);
    let real = Arc::new(real_time::now);
    Worker::new(house, vec![BAKE], standing.clock(), real).at_pace(QUICK)
}

/// Leases are real time; this is the one place of the test that asks for it.
mod real_time {
    use std::time::{Duration, UNIX_EPOCH};

    use chrono::{DateTime, Utc};

    /// Time that runs from a fixed day; one test process has one start.
    pub fn now() -> DateTime<Utc> {
        static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
        let since = START.get_or_init(std::time::Instant::now).elapsed();
        (UNIX_EPOCH + Duration::from_secs(1_800_000_000) + since).into()
    }
}

async fn settled(standing: &Standing) {
    standing.office("lapas-jember", "lapas", Zone::Wib).await;
    standing.account("giatja", "lapas-jember", &[Role::Work]).await;
    standing.account("reg", "lapas-jember", &[Role::Registrar]).await;
    standing.account("pengelola", "lapas-jember", &[Role::Admin]).await;
}

async fn ask(standing: &Standing, login: &str, how: &str, key: &str) -> Result<Queued, Halt> {
    let desk = standing.desk(login).await;
    desk.allow(Act::HomeRead, &Target::default()).expect("everybody may");
    let mut work = desk.begin("test").await?;
    let payload = Payload::of(&json!({ "how": how }))?;
    let queued = jobs::enqueue(&mut work, &BAKE, &payload, key).await?;
    work.commit(Done::new(queued.location(), Say::new("baked"))).await?;
    Ok(queued)
}

async fn state(standing: &Standing, queued: Queued) -> State {
    let job = facts::job(standing.house.db.read(), queued.job).await.expect("jobs can be read");
    job.expect("the job is there").state
}

async fn count(standing: &Standing, sql: &str) -> i64 {
    #[derive(FromQueryResult)]
    struct Row {
        count: i64,
    }
    let row: Option<Row> = store::one(standing.house.db.read(), sql, []).await.expect("a count");
    row.expect("a row").count
}

const BAKED: &str = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM event WHERE kind = 'BreadBaked'";

#[tokio::test]
async fn a_job_is_there_with_its_deed_or_not_at_all() {
    on_each_database(PLAN, |standing| async move {
        settled(&standing).await;
        let desk = standing.desk("giatja").await;
        desk.allow(Act::HomeRead, &Target::default()).expect("everybody may");
        let mut work = desk.begin("test").await.expect("a transaction");
        jobs::enqueue(&mut work, &BAKE, &Payload::default(), "k").await.expect("enqueued");
        drop(work);
        assert_eq!(worker(&standing).drain().await.expect("worked"), 0, "the deed was not committed");
        let first = ask(&standing, "giatja", "", "k").await.expect("enqueued");
        let again = ask(&standing, "giatja", "", "k").await.expect("the same");
        assert_eq!((again.job, again.is_new), (first.job, false));
        let other = ask(&standing, "reg", "", "k").await;
        assert!(matches!(other, Err(Halt::Refusal(refusal)) if refusal.code == "JOBS-01"));
        assert_eq!(worker(&standing).drain().await.expect("worked"), 1);
        assert_eq!(state(&standing, first).await, State::Done);
        assert_eq!(count(&standing, BAKED).await, 1);
        assert!(ask(&standing, "reg", "", "k").await.expect("free again").is_new);
    })
    .await;
}

#[tokio::test]
async fn many_workers_do_each_job_once() {
    on_each_database(PLAN, |standing| async move {
        settled(&standing).await;
        for key in 0..20 {
            ask(&standing, "giatja", "", &key.to_string()).await.expect("enqueued");
        }
        let hands: Vec<_> = (0..4)
            .map(|_| {
                let worker = worker(&standing);
                tokio::spawn(async move { worker.drain().await.expect("worked") })
            })
            .collect();
        let mut run = 0;
        for hand in hands {
            run += hand.await.expect("no panic");
        }
        assert_eq!(run, 20);
        assert_eq!(count(&standing, BAKED).await, 20);
    })
    .await;
}

#[tokio::test]
async fn who_is_slow_beyond_the_lease_without_a_sign_commits_nothing() {
    on_each_database(PLAN, |standing| async move {
        settled(&standing).await;
        let queued = ask(&standing, "giatja", "slowly", "k").await.expect("enqueued");
        let slow = worker(&standing);
        let slow = tokio::spawn(async move { slow.drain().await.expect("worked") });
        tokio::time::sleep(Duration::from_millis(100)).await;
        let sql = "UPDATE job SET lease_until = $1 WHERE state = 'running'";
        let past = real_time::now() - chrono::TimeDelta::hours(1);
        assert_eq!(store::run(standing.house.db.writer(), sql, [past.into()]).await.expect("set"), 1);
        worker(&standing).drain().await.expect("worked");
        slow.await.expect("no panic");
        assert_eq!(state(&standing, queued).await, State::Done);
        assert_eq!(count(&standing, BAKED).await, 1, "twice begun, once done");
    })
    .await;
}

/// Has somebody take the job up, and be killed once `sql` counts so many.
async fn killed_once(standing: &Standing, sql: &str, many: i64) {
    let killed = worker(standing);
    let killed = tokio::spawn(async move { killed.drain().await });
    while count(standing, sql).await != many {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    killed.abort();
    // Nobody beats for it any more.
    let sql = "UPDATE job SET lease = $1, lease_until = $2 WHERE state = 'running'";
    let past = real_time::now() - chrono::TimeDelta::hours(1);
    let values = [uuid::Uuid::new_v4().into(), past.into()];
    assert_eq!(store::run(standing.house.db.writer(), sql, values).await.expect("set"), 1);
}

#[tokio::test]
async fn what_keeps_a_part_each_time_is_never_given_up_and_what_keeps_none_is() {
    on_each_database(PLAN, |standing| async move {
        settled(&standing).await;
        ask(&standing, "giatja", "part by part", "k").await.expect("enqueued");
        for kill in 1..=9 {
            killed_once(&standing, BAKED, kill).await;
        }
        assert_eq!(count(&standing, "SELECT attempts AS count FROM job").await, 1);
        store::run(standing.house.db.writer(), "DELETE FROM job", []).await.expect("gone");

        let vain = ask(&standing, "giatja", "in vain", "k").await.expect("enqueued");
        for kill in 1..=5 {
            killed_once(
                &standing,
                "SELECT CAST(COALESCE(SUM(attempts), 0) AS BIGINT) AS count FROM job WHERE state = 'running'",
                kill,
            )
            .await;
        }
        worker(&standing).drain().await.expect("worked");
        assert_eq!(state(&standing, vain).await, State::Dead);
    })
    .await;
}

#[tokio::test]
async fn what_breaks_waits_is_tried_again_and_then_lies_dead_without_its_cause() {
    on_each_database(PLAN, |standing| async move {
        settled(&standing).await;
        let queued = ask(&standing, "giatja", "breaks", "k").await.expect("enqueued");
        let panics = ask(&standing, "giatja", "panics", "p").await.expect("enqueued");
        for attempt in 1..=5 {
            assert_eq!(worker(&standing).drain().await.expect("worked"), 2, "attempt {attempt}");
            assert_eq!(worker(&standing).drain().await.expect("worked"), 0, "it waits");
            store::run(standing.house.db.writer(), "UPDATE job SET due_at = NULL", []).await.expect("waited");
        }
        assert_eq!(
            (state(&standing, queued).await, state(&standing, panics).await),
            (State::Dead, State::Dead)
        );
        assert_eq!(worker(&standing).drain().await.expect("worked"), 0);
        let list = standing.get("pengelola", "/jobs").await.expect(200);
        assert!(
            list.shows("Gagal") && list.shows("program") && list.shows("panic") && !list.shows("Misnadi")
        );
        standing.post("giatja", &format!("/jobs/{}/retry", queued.job), &[]).await.expect(403);
        standing.post("pengelola", &format!("/jobs/{}/retry", queued.job), &[]).await.expect(303);
        assert_eq!(state(&standing, queued).await, State::Queued);
        standing.post("pengelola", &format!("/jobs/{}/cancel", panics.job), &[]).await.expect(303);
        assert_eq!(state(&standing, panics).await, State::Cancelled);
        assert_eq!(count(&standing, BAKED).await, 0);
        let report = audit::verify(standing.house.db.read()).await.expect("the log can be read");
        assert!(report.flaws.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_breaks_once_succeeds_and_what_a_rule_refuses_is_not_tried_again() {
    on_each_database(PLAN, |standing| async move {
        settled(&standing).await;
        let once = ask(&standing, "giatja", "breaks once", "a").await.expect("enqueued");
        let refused = ask(&standing, "giatja", "no flour", "b").await.expect("enqueued");
        worker(&standing).drain().await.expect("worked");
        store::run(standing.house.db.writer(), "UPDATE job SET due_at = NULL", []).await.expect("waited");
        worker(&standing).drain().await.expect("worked");
        assert_eq!(
            (state(&standing, once).await, state(&standing, refused).await),
            (State::Done, State::Refused)
        );
        let page = standing.get("giatja", &refused.location()).await.expect(200);
        assert!(page.shows("Tepung habis.") && page.shows("Beli tepung."));
        assert!(!standing.get("pengelola", &refused.location()).await.expect(200).shows("Tepung habis."));
        standing.get("reg", &refused.location()).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_running_job_tells_how_far_it_is_and_stops_when_cancelled() {
    on_each_database(PLAN, |standing| async move {
        settled(&standing).await;
        let queued = ask(&standing, "giatja", "for ever", "k").await.expect("enqueued");
        let hand = worker(&standing);
        let hand = tokio::spawn(async move { hand.drain().await.expect("worked") });
        let mut page = standing.get("giatja", &queued.location()).await.expect(200);
        for _ in 0..200 {
            if page.shows("Memanggang roti ke-") {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
            page = standing.get("giatja", &queued.location()).await.expect(200);
        }
        assert!(page.shows("Memanggang roti ke-") && page.header("refresh") == "3", "{}", page.body);
        standing.post("giatja", &format!("{}/cancel", queued.location()), &[]).await.expect(303);
        tokio::time::timeout(Duration::from_secs(5), hand).await.expect("it stops").expect("no panic");
        assert_eq!(state(&standing, queued).await, State::Cancelled);
        let house = &standing.house;
        let best = facts::best_so_far(house.db.read(), house, queued.job).await.expect("it opens");
        assert!(best.expect("kept").value["loaf"].as_i64() > Some(0));
    })
    .await;
}

#[tokio::test]
async fn a_right_that_ends_ends_the_job_too() {
    on_each_database(PLAN, |standing| async move {
        settled(&standing).await;
        let queued = ask(&standing, "giatja", "for ever", "k").await.expect("enqueued");
        let hand = worker(&standing);
        let hand = tokio::spawn(async move { hand.drain().await.expect("worked") });
        tokio::time::sleep(Duration::from_millis(100)).await;
        let sql = "UPDATE account SET closed_on = '2026-11-24' WHERE login = 'giatja'";
        store::run(standing.house.db.writer(), sql, []).await.expect("closed");
        tokio::time::timeout(Duration::from_secs(5), hand).await.expect("it stops").expect("no panic");
        assert_eq!(state(&standing, queued).await, State::Refused);
    })
    .await;
}

#[tokio::test]
async fn when_the_program_stops_a_job_goes_back_and_it_is_no_attempt() {
    on_each_database(PLAN, |standing| async move {
        settled(&standing).await;
        let queued = ask(&standing, "giatja", "for ever", "k").await.expect("enqueued");
        let (stop, bell) = tokio::sync::watch::channel(false);
        let running = tokio::spawn(worker(&standing).run(bell));
        for _ in 0..200 {
            if state(&standing, queued).await == State::Running {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        stop.send(true).expect("it listens");
        tokio::time::timeout(Duration::from_secs(5), running).await.expect("it stops").expect("no panic");
        let job = facts::job(standing.house.db.read(), queued.job).await.expect("read").expect("there");
        assert_eq!((job.state, job.attempts), (State::Queued, 0));
    })
    .await;
}

#[tokio::test]
async fn the_database_itself_refuses_what_must_never_be() {
    store::testing::on_each_database(&PLAN.steps(), true, |db| async move {
        let on = db.writer();
        for sql in [
            "UPDATE job SET state = 'asleep'",
            "UPDATE job SET state = 'running'",
            "UPDATE job SET state = 'queued', ended_at = NULL",
            "UPDATE job SET state = 'dead'",
            "UPDATE job SET ended_at = NULL",
            "UPDATE job SET attempts = -1",
        ] {
            assert!(store::run(on, sql, []).await.is_err(), "{sql}");
        }
    })
    .await;
}

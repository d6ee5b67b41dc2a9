// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The log in its folders beside the database, on both databases: what was carried out cannot be taken back unseen.

use std::path::PathBuf;

use audit::tree::{NoteKey, Tile};
use audit::{Author, Depth, Difference, Event, Log, Object, Shelf, append};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use store::testing::on_each_database;
use store::{ConnectionTrait, Db, DbBackend};
use uuid::Uuid;

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("log-{}", Uuid::new_v4())))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn log(folders: &[&Folder]) -> Log {
    let shelves = folders.iter().map(|folder| Shelf::new(&folder.0)).collect();
    Log {
        origin: "contoh.example/c/log".to_owned(),
        seed: [9; 32],
        shelves,
        patience: TimeDelta::minutes(60),
    }
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_795_600_000_000).expect("a time")
}

async fn grow(db: &Db, count: usize) {
    let tx = db.begin().await.expect("a turn to write");
    for number in 0..count {
        let author = Author {
            account: None,
            name: "uji".to_owned(),
            office: None,
            at: now(),
            event_id: Uuid::new_v4(),
            salt: [3; 16],
        };
        let event = Event::new("Tested", Object::new("test", Uuid::from_u128(7)), json!({ "n": number }));
        append(&tx, &author, &event).await.expect("appended");
    }
    tx.commit().await.expect("committed");
}

/// As whoever owns the database can: the guards go first.
async fn tamper(db: &Db, sql: &str) {
    let on = db.writer();
    let guards: &[&str] = match on.get_database_backend() {
        DbBackend::Postgres => &["DROP TRIGGER IF EXISTS audit_leaf_append_only ON audit_leaf"],
        _ => &["DROP TRIGGER IF EXISTS audit_leaf_no_update", "DROP TRIGGER IF EXISTS audit_leaf_no_delete"],
    };
    for statement in guards.iter().copied().chain([sql]) {
        on.execute_unprepared(statement).await.expect("the owner may");
    }
}

#[tokio::test]
async fn what_is_carried_out_agrees_and_grows() {
    on_each_database(audit::MIGRATIONS, false, async |db| {
        let (first, second) = (Folder::new(), Folder::new());
        let log = log(&[&first, &second]);
        assert_eq!(log.compare(db.read(), Depth::Whole).await.expect("compared"), []);
        for (more, size) in [(3, 3), (0, 3), (252, 255), (1, 256), (600, 856)] {
            grow(&db, more).await;
            let anchored = log.anchor(&db, now()).await.expect("carried out");
            assert_eq!((anchored.size, anchored.failed.len()), (size, 0));
            for shelf in &log.shelves {
                let newest = log.newest(shelf).expect("ours").expect("one");
                assert_eq!((newest.size, newest.origin.as_str()), (size, "contoh.example/c/log"));
            }
            assert_eq!(log.compare(db.read(), Depth::Whole).await.expect("compared"), []);
        }
        // Full tiles stand alone; the last is partial.
        assert!(first.0.join("tile/0/002").is_file() && !first.0.join("tile/0/000.p").exists());
        assert_eq!(log.shelves[0].tile(Tile { level: 0, number: 3, width: 88 }).expect("its tile").len(), 88);
        // A database that is ahead is only not carried out yet.
        grow(&db, 5).await;
        assert_eq!(log.compare(db.read(), Depth::Newest).await.expect("compared"), []);
    })
    .await;
}

#[tokio::test]
async fn a_database_set_back_is_named_with_what_it_lacks() {
    on_each_database(audit::MIGRATIONS, false, async |db| {
        let folder = Folder::new();
        let log = log(&[&folder]);
        grow(&db, 300).await;
        log.anchor(&db, now()).await.expect("carried out");
        tamper(&db, "DELETE FROM audit_leaf WHERE number >= 280").await;
        tamper(&db, "DELETE FROM event_about").await;
        tamper(&db, "DELETE FROM event WHERE leaf >= 280").await;
        tamper(&db, "UPDATE audit_head SET size = 280").await;
        let found = log.compare(db.read(), Depth::Newest).await.expect("compared");
        let behind =
            Difference::Behind { folder: folder.0.clone(), first: 280, last: 299, newest_at: Some(now()) };
        assert_eq!(found, [behind]);
        assert!(log.anchor(&db, now()).await.is_err(), "nothing is carried over it");
        // Filled up again with other records, it is as long as before and not the same.
        grow(&db, 40).await;
        let found = log.compare(db.read(), Depth::Newest).await.expect("compared");
        assert_eq!(found, [Difference::Changed { folder: folder.0.clone(), runs: vec![(280, 299)] }]);
        assert!(log.anchor(&db, now()).await.is_err(), "nor then");
    })
    .await;
}

#[tokio::test]
async fn leaves_rewritten_with_their_hashes_are_named() {
    on_each_database(audit::MIGRATIONS, false, async |db| {
        let folder = Folder::new();
        let log = log(&[&folder]);
        grow(&db, 520).await;
        log.anchor(&db, now()).await.expect("carried out");
        tamper(&db, "UPDATE audit_leaf SET hash = salt || salt WHERE number IN (0, 1, 2, 300)").await;
        tamper(&db, "DELETE FROM audit_leaf WHERE number = 519").await;
        let found = log.compare(db.read(), Depth::Whole).await.expect("compared");
        let runs = vec![(0, 2), (300, 300), (519, 519)];
        assert_eq!(found, [Difference::Changed { folder: folder.0.clone(), runs }]);
    })
    .await;
}

#[tokio::test]
async fn a_folder_that_is_gone_damaged_or_anothers_is_named() {
    on_each_database(audit::MIGRATIONS, false, async |db| {
        let (first, second) = (Folder::new(), Folder::new());
        let log = log(&[&first, &second]);
        grow(&db, 260).await;
        log.anchor(&db, now()).await.expect("carried out");

        std::fs::remove_dir_all(&first.0).expect("removed");
        let tile = second.0.join("tile/0/000");
        let mut bytes = std::fs::read(&tile).expect("a tile");
        bytes[100] ^= 1;
        std::fs::write(&tile, bytes).expect("written");
        let found = log.compare(db.read(), Depth::Newest).await.expect("compared");
        assert!(matches!(&found[0], Difference::Gone { signed: 260, .. }), "{found:?}");
        assert!(matches!(&found[1], Difference::Damaged { .. }), "{found:?}");

        let stranger = Log { seed: [8; 32], ..log.clone() };
        let found = stranger.compare(db.read(), Depth::Newest).await.expect("compared");
        // Of the empty folder it cannot say whether anything was there: its checkpoints are another's.
        let [Difference::Damaged { why, .. }] = found.as_slice() else { panic!("{found:?}") };
        assert!(why.contains("not signed by the key of this log"), "{why}");
        // What was lost can be filled again as long as the database leads to its own checkpoint.
        std::fs::remove_dir_all(&second.0).expect("removed");
        assert_eq!(log.refill(&db, now()).await.expect("filled"), 260);
        assert_eq!(log.compare(db.read(), Depth::Whole).await.expect("compared"), []);
        tamper(&db, "UPDATE audit_leaf SET hash = salt || salt WHERE number = 1").await;
        std::fs::remove_dir_all(&first.0).expect("removed");
        assert!(log.refill(&db, now()).await.is_err(), "and no longer");
        assert!(NoteKey::parse(&log.key().written("a")).is_some());
    })
    .await;
}

#[tokio::test]
async fn one_folder_that_cannot_be_written_keeps_no_other_back() {
    on_each_database(audit::MIGRATIONS, false, async |db| {
        let (first, second) = (Folder::new(), Folder::new());
        std::fs::write(&first.0, "a file where the folder should be").expect("written");
        let log = log(&[&first, &second]);
        grow(&db, 2).await;
        let anchored = log.anchor(&db, now()).await.expect("one is enough");
        assert_eq!((anchored.size, anchored.failed.len()), (2, 1));
        std::fs::remove_file(&first.0).expect("removed");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_who_carry_out_at_once_leave_one_tree() {
    on_each_database(audit::MIGRATIONS, false, async |db| {
        let folder = Folder::new();
        let log = log(&[&folder]);
        let writers = (0..4).map(|_| {
            let (db, log) = (db.clone(), log.clone());
            tokio::spawn(async move {
                for _ in 0..60 {
                    grow(&db, 2).await;
                    log.anchor(&db, now()).await.expect("carried out");
                }
            })
        });
        // Whoever looks meanwhile sees nothing amiss.
        let writers = writers.collect::<Vec<_>>();
        while writers.iter().any(|writer| !writer.is_finished()) {
            assert_eq!(log.compare(db.read(), Depth::Newest).await.expect("compared"), []);
        }
        for writer in writers {
            writer.await.expect("it ends");
        }
        log.anchor(&db, now()).await.expect("carried out");
        assert_eq!(log.newest(&log.shelves[0]).expect("ours").expect("one").size, 480);
        assert_eq!(log.compare(db.read(), Depth::Whole).await.expect("compared"), []);
    })
    .await;
}

#[tokio::test]
async fn a_folder_that_fails_for_long_is_remembered_until_it_is_mended() {
    on_each_database(audit::MIGRATIONS, false, async |db| {
        let (good, bad) = (Folder::new(), Folder::new());
        let log = log(&[&good, &bad]);
        // A file where the folder should be: nobody can write into it, not even an administrator.
        std::fs::write(&bad.0, b"").expect("a file");
        let later = |minutes| now() + TimeDelta::minutes(minutes);
        for (minutes, is_long) in [(0, false), (59, false), (60, true), (61, true)] {
            grow(&db, 1).await;
            let anchored = log.anchor(&db, later(minutes)).await.expect("the other folder is written");
            assert_eq!(anchored.failed.len(), 1);
            let stalls = audit::stalls(db.read()).await.expect("read");
            let found: Vec<_> = stalls.iter().map(|stall| (stall.since, stall.is_long)).collect();
            assert_eq!(found, [(now(), is_long)], "after {minutes} minutes");
            assert_eq!(stalls[0].folder, bad.0.to_string_lossy());
        }
        std::fs::remove_file(&bad.0).expect("mended");
        log.anchor(&db, later(62)).await.expect("both are written");
        assert_eq!(audit::stalls(db.read()).await.expect("read"), []);
    })
    .await;
}

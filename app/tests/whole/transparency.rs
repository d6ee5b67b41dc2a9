// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The audit log as those outside see it: every certificate of the stories has a proof that holds, and a database that was
//! set back is not opened.

use std::path::Path;

use audit::Depth;
use audit::tree::{Bundle, Checkpoint, NoteKey, Tile, folded};
use bekal::house::{self, Place};
use store::FromQueryResult;

use crate::demo_house::{DemoHouse, Site};

#[derive(FromQueryResult)]
struct Issued {
    number: String,
    credential: String,
}

#[tokio::test]
async fn the_log_is_proved_outside_and_a_database_set_back_is_not_opened() {
    let demo = DemoHouse::new().await;
    let site = Site::on(&demo.house, bekal::demo::DAY);
    every_certificate_is_proved_to_be_on_record(&demo, &site).await;
    tiles_served_lead_to_the_checkpoint(&demo, &site).await;
    drop(site);
    set_back_it_is_not_opened_and_what_is_missing_is_named(&demo).await;
}

async fn every_certificate_is_proved_to_be_on_record(demo: &DemoHouse, site: &Site) {
    let (name, key) = NoteKey::parse(&site.get("", "/c/log/key").await.body).expect("a key");
    let answer = site.get("", "/c/log/checkpoint").await;
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    let checkpoint = Checkpoint::read(&answer.body, &key).expect("signed by that key");
    assert_eq!(
        (checkpoint.origin.as_str(), name.as_str()),
        ("sertifikat.example/c/log", "sertifikat.example/c/log")
    );

    let sql = "SELECT number, credential FROM certificate ORDER BY number";
    let issued: Vec<Issued> = store::rows(demo.house.db.read(), sql, []).await.expect("certificates");
    assert!(issued.len() > 100, "{}", issued.len());
    for certificate in &issued {
        let answer = site.get("", &format!("/c/{}/proof.txt", certificate.number)).await;
        let bundle =
            Bundle::parse(&answer.body).unwrap_or_else(|problem| panic!("{}: {problem}", certificate.number));
        let (content, proved) = audit::proved(&bundle, &key).expect("it is in the log");
        assert_eq!(proved, checkpoint);
        assert_eq!(content["number"], certificate.number.as_str());
        assert_eq!(
            content["credential_sha256"],
            audit::fingerprint(certificate.credential.as_bytes()).as_str()
        );
        let changed = Bundle { extra: replaced(&bundle.extra, &certificate.number), ..bundle };
        assert!(audit::proved(&changed, &key).is_err(), "a changed content is refused");
    }
    // For what is not there, the page that any unknown number gets.
    for path in
        ["/c/AAAA-AAAA-AAAA/proof.txt", "/c/log/tile/0/999", "/c/log/tile/0/x/y/z", "/c/log/tile/0/000.p/0"]
    {
        let answer = site.get("", path).await;
        assert!(answer.status == 404 && answer.header("content-type").starts_with("text/html"), "{path}");
    }
}

fn replaced(extra: &[u8], number: &str) -> Vec<u8> {
    String::from_utf8_lossy(extra).replace(number, "AAAA-AAAA-AAAA").into_bytes()
}

async fn tiles_served_lead_to_the_checkpoint(demo: &DemoHouse, site: &Site) {
    let log = &demo.house.log;
    let newest = log.newest(&log.shelves[0]).expect("ours").expect("one");
    assert!(newest.size > 512, "{}", newest.size);
    for number in 0..newest.size / 256 {
        let leaves = tile(site, Tile { level: 0, number, width: 256 }).await;
        let above = Tile::holding(1, number, newest.size).expect("it has one above");
        let above = tile(site, above).await;
        assert_eq!(folded(leaves), above[usize::try_from(number % 256).expect("small")]);
    }
    // The rest of the way up is what the compared root says.
    assert_eq!(log.compare(demo.house.db.read(), Depth::Whole).await.expect("compared"), []);
}

async fn tile(site: &Site, tile: Tile) -> Vec<[u8; 32]> {
    let bytes = site.bytes("", &format!("/c/log/{tile}")).await;
    assert_eq!(bytes.len(), tile.width * 32, "{tile}");
    bytes.chunks_exact(32).map(|chunk| chunk.try_into().expect("32 bytes")).collect()
}

/// As after a restore of yesterday's copy; SQLite, where a database is a file.
async fn set_back_it_is_not_opened_and_what_is_missing_is_named(demo: &DemoHouse) {
    demo.house.db.clone().close().await.expect("the database closes");
    let place = Place::in_folder(&demo.folder, true).expect("a place");
    let file = demo.folder.join("bekal.db");
    let yesterday = std::fs::read(&file).expect("the database's file");
    let house = house::open(&place).await.expect("it opens");
    let before = house.log.newest(&house.log.shelves[0]).expect("ours").expect("one").size;
    for name in ["satu", "dua"] {
        add_employer(&place.folder, name).await;
    }
    house.db.clone().close().await.expect("the database closes");
    drop(house);
    for name in ["bekal.db-wal", "bekal.db-shm"] {
        let _ = std::fs::remove_file(demo.folder.join(name));
    }
    std::fs::write(&file, yesterday).expect("yesterday's copy");
    let refused = house::open(&place).await.expect_err("it is behind").to_string();
    let missing = format!("2 records are missing, numbers {before} to {}", before + 1);
    assert!(refused.contains(&missing) && refused.contains("2 catatan hilang"), "{refused}");
    let out = bekal::run(arguments(&demo.folder, &["audit", "verify"])).await;
    assert_eq!(format!("{out:?}"), format!("{:?}", std::process::ExitCode::FAILURE));
}

async fn add_employer(folder: &Path, name: &str) {
    let line = ["--as", "disnaker.jember", "employer", "register", "--name", name, "--district", "35.09"];
    let code = bekal::run(arguments(folder, &line)).await;
    assert_eq!(format!("{code:?}"), format!("{:?}", std::process::ExitCode::SUCCESS));
}

fn arguments(folder: &Path, line: &[&str]) -> Vec<std::ffi::OsString> {
    let head = ["bekal".into(), "--dir".into(), folder.into()];
    head.into_iter().chain(line.iter().map(std::ffi::OsString::from)).collect()
}

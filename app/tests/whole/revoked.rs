// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The certificate of the story `cabut-setelah-kerja`, after its revocation: what strangers, the employer, the offices and
//! a file on a disk say of it.

use std::process::{Command, Output};

use crate::demo_house::{DemoHouse, Site};
use kernel::day::Day;

#[derive(store::FromQueryResult)]
struct Row {
    number: String,
    pdf: Vec<u8>,
}

async fn revoked(demo_house: &DemoHouse) -> Row {
    let sql = "SELECT c.number, c.pdf FROM certificate c JOIN revocation r ON r.certificate_id = c.id \
               JOIN batch b ON b.id = c.batch_id WHERE b.code = 'BANDENG-PTI-1'";
    let found: Option<Row> =
        store::one(demo_house.house.db.read(), sql, []).await.expect("the database answers");
    found.expect("the story revokes a certificate")
}

fn verify(demo_house: &DemoHouse, file: &std::path::Path, offline: bool) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bekal"));
    command.arg("--dir").arg(&demo_house.folder).args(["certificate", "verify"]).arg(file);
    if offline {
        command.arg("--offline");
    }
    command.output().expect("bekal runs")
}

#[tokio::test]
async fn a_revoked_certificate_says_so_wherever_it_is_looked_at() {
    let demo_house = DemoHouse::new().await;
    let certificate = revoked(&demo_house).await;
    let site = Site::on(&demo_house.house, Day::from_ymd_opt(2027, 1, 16).expect("a day of the calendar"));
    let outside = site.get("", &format!("/c/{}", certificate.number)).await;
    assert!(outside.body.contains("Sertifikat ini dicabut") && outside.body.contains("15 Januari 2027"));
    assert!(!outside.body.contains("tertukar"), "the reason stays inside");
    for word in ["Bapas", "klien", "Bandeng Jaya"] {
        assert!(!outside.body.contains(word), "{word}");
    }

    // A file on a disk: with the installation beside it, revoked; alone, what a signature can say and no more.
    let file = demo_house.folder.join("dicabut.pdf");
    std::fs::write(&file, &certificate.pdf).expect("the file can be written");
    let here = verify(&demo_house, &file, false);
    assert_eq!(here.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&here.stdout).contains("dicabut pada 15 Januari 2027"));
    let alone = verify(&demo_house, &file, true);
    let said = String::from_utf8_lossy(&alone.stdout).into_owned();
    assert_eq!(alone.status.code(), Some(0), "{said}");
    assert!(said.contains("penerbit dan pencabutan belum"), "{said}");
    assert!(said.contains(&certificate.number) && said.contains("halaman cek sertifikat"), "{said}");
}

/// The holder's file with chosen facts: it says revoked even where it shows nothing but her name.
#[tokio::test]
async fn a_choice_of_facts_does_not_hide_a_revocation() {
    // Once the issuer's key is replaced, no such file is signed any more with the old one.
    let demo_house = DemoHouse::without("ganti-kunci").await;
    let certificate = revoked(&demo_house).await;
    let site = Site::on(&demo_house.house, Day::from_ymd_opt(2027, 1, 16).expect("a day of the calendar"));
    let issuer = site.sign_in("kepala.blkpati").await;
    let whole = site.get(&issuer, &format!("/certificates/{}/sd-jwt", certificate.number)).await;
    let (file, chosen) = (demo_house.folder.join("utuh.sd-jwt"), demo_house.folder.join("pilihan.sd-jwt"));
    std::fs::write(&file, &whole.body).expect("the file can be written");
    let choose = |shown: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bekal"));
        command.args(["certificate", "choose"]).arg(&file).args(shown);
        command.output().expect("bekal runs")
    };
    let list = String::from_utf8(choose(&[]).stdout).expect("text");
    assert!(list.contains("name\tMurni Astuti") && list.contains(&certificate.number), "{list}");
    assert_eq!(choose(&["--show", "berat"]).status.code(), Some(1), "what is not in it cannot be shown");
    std::fs::write(&chosen, choose(&["--show", "name"]).stdout).expect("the file can be written");

    let here = verify(&demo_house, &chosen, false);
    assert_eq!(here.status.code(), Some(1));
    let said = String::from_utf8_lossy(&here.stdout).into_owned();
    assert!(said.contains("dicabut pada 15 Januari 2027") && !said.contains(&certificate.number), "{said}");
    let alone = verify(&demo_house, &chosen, true);
    let said = String::from_utf8_lossy(&alone.stdout).into_owned();
    assert_eq!(alone.status.code(), Some(0), "{said}");
    assert!(said.contains("Murni Astuti") && !said.contains(&certificate.number), "{said}");
    let forged = whole.body.replacen('~', "~WyJhIiwibmFtZSIsIk9yYW5nIExhaW4iXQ~", 1);
    std::fs::write(&file, forged).expect("the file can be written");
    assert_eq!(verify(&demo_house, &file, true).status.code(), Some(1), "a fact nobody signed");
}

#[tokio::test]
async fn the_job_stays_and_the_employer_sees_no_more_than_anybody() {
    #[derive(store::FromQueryResult)]
    struct Referral {
        code: String,
        state: String,
    }
    let demo_house = DemoHouse::new().await;
    let certificate = revoked(&demo_house).await;
    let sql = "SELECT v.code, f.state FROM referral f JOIN person p ON p.id = f.person_id \
               JOIN vacancy v ON v.id = f.vacancy_id WHERE p.name = 'Murni Astuti'";
    let found: Option<Referral> =
        store::one(demo_house.house.db.read(), sql, []).await.expect("the database answers");
    let referral = found.expect("she was referred");
    assert_eq!(referral.state, "hired");
    let site = Site::on(&demo_house.house, Day::from_ymd_opt(2027, 1, 26).expect("a day of the calendar"));
    let employer = site.sign_in("bandeng.jaya").await;
    let page = site.get(&employer, &format!("/vacancies/{}", referral.code)).await;
    assert!(page.body.contains("Murni Astuti") && !page.body.contains(&certificate.number));
    assert!(!site.get(&employer, "/").await.body.contains("dicabut"));
    let inside = site.get(&employer, &format!("/certificates/{}", certificate.number)).await;
    assert!(inside.is_denied(), "{}", inside.status);
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A small world for the tests: a prison, a training centre, a batch of three of whom one has earned everything.

use std::future::Future;

use access::Role;
use kernel::day::Day;
use kernel::id::{BatchId, PersonId};
use kernel::zone::Zone;
use programme::facts::CertificateKind;
use store::{Db, Insert, insert};
use uuid::Uuid;
use web::Rooms;
use web::testing::{Answer, Plan, Standing, on_each_database};

pub const PLAN: Plan = Plan {
    migrations: &[
        jobs::MIGRATIONS,
        people::MIGRATIONS,
        partnership::MIGRATIONS,
        programme::MIGRATIONS,
        enrolment::MIGRATIONS,
        planning::MIGRATIONS,
        training::MIGRATIONS,
        assessment::MIGRATIONS,
        certification::MIGRATIONS,
    ],
    rooms: || Rooms {
        actions: [jobs::actions(), certification::actions()].concat(),
        pages: [jobs::pages(), certification::pages()].concat(),
    },
    words: &[jobs::WORDS, certification::WORDS],
    reactions: &[],
    links: &[],
};

/// Earned a K on both units and completed the training.
pub const RAHMAT: u128 = 1;
/// Completed the training; one unit is BK.
pub const SARI: u128 = 2;
/// Left halfway.
pub const TONO: u128 = 3;

pub const REGISTER: &str = "B.I 123/2024";

pub fn day(text: &str) -> Day {
    text.parse().expect("a day of the calendar")
}

pub fn person(number: u128) -> PersonId {
    PersonId(id("person", number))
}

fn id(kind: &str, number: u128) -> Uuid {
    let kind = kind.bytes().fold(7_u128, |sum, byte| (sum * 31 + u128::from(byte)) % (1 << 40));
    Uuid::from_u128(kind << 64 | 0x8000_7000_0000_0000 | number)
}

async fn put(row: Insert, db: &Db) {
    row.run(db.writer()).await.expect("the row of the world can be written");
}

/// Runs the test in a house where batch `LAS-1` leads to certificates of this kind.
pub async fn in_a_world<T, F>(kind: CertificateKind, test: T)
where
    T: Fn(Standing) -> F,
    F: Future<Output = ()>,
{
    on_each_database(PLAN, |house| async {
        organisations(&house).await;
        people(&house.house.db).await;
        batch(&house.house.db, "LAS-1", 1, kind).await;
        test(house).await;
    })
    .await;
}

async fn organisations(house: &Standing) {
    let db = &house.house.db;
    let row = |number: u128, code: &'static str, kind: &'static str, name: &'static str| {
        insert("organisation")
            .set("id", id("office", number))
            .set("code", code)
            .set("kind", kind)
            .set("name", name)
            .set("short_name", name)
            .set("zone", Zone::Wib.label())
    };
    put(row(1, "lapas-mojokerto", "prison", "Lapas Kelas IIB Mojokerto").set("district_code", "35.16"), db)
        .await;
    put(row(2, "disnaker", "manpower_office", "Dinas Tenaga Kerja Kabupaten Mojokerto"), db).await;
    let blk = row(3, "blk-mojokerto", "training_centre", "UPT BLK Mojokerto");
    put(
        blk.set("district_code", "35.16").set("address", "Jalan Teladan 5").set("parent_id", id("office", 2)),
        db,
    )
    .await;
    put(row(4, "bapas-madiun", "probation", "Bapas Kelas II Madiun"), db).await;
    house.account("nur", "blk-mojokerto", &[Role::TrainingHead]).await;
    house.account("galih", "lapas-mojokerto", &[Role::Work, Role::Head]).await;
    house.account("maya", "bapas-madiun", &[Role::Counsellor]).await;
    let sql =
        "UPDATE account SET name = 'Nuraini Kusumawardani, M.T.', post = 'Kepala UPT' WHERE login = 'nur'";
    store::run(db.writer(), sql, []).await.expect("the head has a name");
}

async fn people(db: &Db) {
    for (number, name, register) in [
        (RAHMAT, "Rahmat Wibisono", REGISTER),
        (SARI, "Sari Ningsih", "B.I 124/2024"),
        (TONO, "Tono Prasetyo", "B.I 125/2024"),
    ] {
        let row = insert("person")
            .set("id", id("person", number))
            .set("name", name)
            .set("name_key", name.to_lowercase())
            .set("born_on", day("1995-08-19"))
            .set("birth_place", "Jombang")
            .set("sex", "male")
            .set("kind", "convict")
            .set("nik_missing", "not-yet-asked");
        put(row, db).await;
        let stay = insert("episode")
            .set("id", id("episode", number))
            .set("person_id", id("person", number))
            .set("office_id", id("office", 1))
            .set("kind", "convict")
            .set("register", register)
            .set("register_written", register)
            .set("admitted_on", day("2024-02-01"));
        put(stay, db).await;
    }
}

/// A batch that has been trained and judged.
pub async fn batch(db: &Db, code: &'static str, number: u128, kind: CertificateKind) -> BatchId {
    programme_rows(db, code, number, kind).await;
    seat_rows(db, code, number).await;
    result_rows(db, number, kind).await;
    BatchId(id("batch", number))
}

async fn programme_rows(db: &Db, code: &'static str, number: u128, kind: CertificateKind) {
    let agreement = insert("agreement")
        .set("id", id("agreement", number))
        .set("code", format!("PKS-{number}"))
        .set("title", "Pelatihan las")
        .set("kind", "pks")
        .set("host_id", id("office", 1))
        .set("fields", "las")
        .set("places", "Mojokerto")
        .set("starts_on", day("2026-01-01"))
        .set("ends_on", day("2027-12-31"))
        .set("state", "signed");
    put(agreement, db).await;
    let programme = insert("programme")
        .set("id", id("programme", number))
        .set("code", format!("PROG-{number}"))
        .set("title_id", "Juru las pelat SMAW")
        .set("title_en", "SMAW plate welding")
        .set("agreement_id", id("agreement", number))
        .set("host_id", id("office", 1))
        .set("provider_id", id("office", 3))
        .set("issuer_id", id("office", 3))
        .set("standard", "SKKNI 98/2018")
        .set("certificate_kind", kind.code())
        .set("minutes_per_jp", 45_i64)
        .set("completion_percent", 80_i64)
        .set("theory_first", true);
    put(programme, db).await;
    for (place, title, jp) in [(1_i64, "Menyiapkan bahan", 24_i64), (2, "Mengelas pelat posisi 1F", 56)] {
        let at = number * 10 + u128::try_from(place).expect("a place counts from one");
        let unit = insert("programme_unit")
            .set("id", id("unit", at))
            .set("programme_id", id("programme", number))
            .set("position", place)
            .set("code", format!("C.24LAS01.00{place}.1"))
            .set("title", title);
        put(unit, db).await;
        let module = insert("programme_module")
            .set("id", id("module", at))
            .set("programme_id", id("programme", number))
            .set("position", place)
            .set("code", format!("M{place}"))
            .set("title", title)
            .set("kind", "practice")
            .set("jp", jp);
        put(module, db).await;
        put(insert("module_unit").set("module_id", id("module", at)).set("unit_id", id("unit", at)), db)
            .await;
    }
    let batch = insert("batch")
        .set("id", id("batch", number))
        .set("code", code)
        .set("title", "Las angkatan 1")
        .set("programme_id", id("programme", number))
        .set("starts_on", day("2026-09-01"))
        .set("ends_on", day("2026-10-30"))
        .set("seats", 16_i64)
        .set("reserves", 0_i64);
    put(batch, db).await;
}

async fn seat_rows(db: &Db, code: &'static str, number: u128) {
    let hearing = insert("hearing")
        .set("id", id("hearing", number))
        .set("code", format!("SIDANG-{code}"))
        .set("batch_id", id("batch", number))
        .set("held_on", day("2026-08-20"))
        .set("chair", "Ketua")
        .set("members", "");
    put(hearing, db).await;
    let decree = insert("decree")
        .set("id", id("decree", number))
        .set("batch_id", id("batch", number))
        .set("hearing_id", id("hearing", number))
        .set("office_id", id("office", 1))
        .set("number", format!("SK-{number}"))
        .set("decreed_on", day("2026-08-21"))
        .set("signer", "Kepala");
    put(decree, db).await;
    for (place, who) in [(1_i64, RAHMAT), (2, SARI), (3, TONO)] {
        let seat = insert("seat")
            .set("id", id("seat", number * 10 + who))
            .set("batch_id", id("batch", number))
            .set("seats", 16_i64)
            .set("person_id", id("person", who))
            .set("decree_id", id("decree", number))
            .set("state", "seated")
            .set("number", place)
            .set("since", day("2026-08-21"));
        put(seat, db).await;
    }
}

async fn result_rows(db: &Db, number: u128, kind: CertificateKind) {
    let close =
        insert("training_run").set("batch_id", id("batch", number)).set("closed_on", day("2026-10-30"));
    put(close, db).await;
    for (who, percent, complete) in [(RAHMAT, 100_i64, true), (SARI, 90, true), (TONO, 40, false)] {
        let completion = insert("completion")
            .set("batch_id", id("batch", number))
            .set("person_id", id("person", who))
            .set("day", day("2026-10-30"))
            .set("jp_planned", 80_i64)
            .set("jp_earned", percent * 80 / 100)
            .set("percent", percent)
            .set("complete", complete);
        put(completion, db).await;
    }
    if !matches!(kind, CertificateKind::Competence | CertificateKind::School) {
        return;
    }
    let sitting = insert("sitting")
        .set("id", id("sitting", number))
        .set("batch_id", id("batch", number))
        .set("day", day("2026-11-05"))
        .set("kind", if kind == CertificateKind::School { "mastery" } else { "competence" })
        .set("round", 1_i64)
        .set("assessor_name", "Asesor");
    put(sitting, db).await;
    for (who, unit, verdict) in [(RAHMAT, 1, "K"), (RAHMAT, 2, "K"), (SARI, 1, "K"), (SARI, 2, "BK")] {
        judge(db, number, who, unit, verdict).await;
    }
}

/// Gives a verdict in force.
pub async fn judge(db: &Db, batch: u128, who: u128, unit: u128, verdict: &'static str) {
    let row = insert("unit_final")
        .set("batch_id", id("batch", batch))
        .set("person_id", id("person", who))
        .set("unit_id", id("unit", batch * 10 + unit))
        .set("verdict", verdict)
        .set("sitting_id", id("sitting", batch));
    put(row, db).await;
}

/// Sari's missing unit becomes a K.
pub async fn second_try(db: &Db) {
    let sql = "UPDATE unit_final SET verdict = 'K' WHERE person_id = $1";
    store::run(db.writer(), sql, [id("person", SARI).into()]).await.expect("a BK may become a K");
}

/// A row of `certificate` as the tables want it, with what the test changes.
pub fn certificate_row(number: u128, batch: u128, who: u128, kind: &'static str) -> Insert {
    insert("certificate")
        .set("id", id("certificate", number))
        .set("number", format!("RAW0-0000-{number:04}"))
        .set("credential_id", format!("urn:uuid:{number}"))
        .set("kind", kind)
        .set("batch_id", id("batch", batch))
        .set("person_id", id("person", who))
        .set("issuer_id", id("office", 3))
        .set("learner_name", "Seseorang")
        .set("title", "Juru las")
        .set("issued_on", day("2026-11-10"))
        .set("credential", "{}")
        .set("pdf", vec![0_u8])
}

/// A row of `certificate_unit`.
pub fn unit_row(certificate: u128, batch: u128, who: u128, unit: u128) -> Insert {
    insert("certificate_unit")
        .set("certificate_id", id("certificate", certificate))
        .set("batch_id", id("batch", batch))
        .set("person_id", id("person", who))
        .set("unit_id", id("unit", batch * 10 + unit))
}

/// The issuer's key, so that raw certificates have one to point at.
pub async fn key_row(db: &Db) {
    let row = insert("issuer_key").set("organisation_id", id("office", 3)).set("did", "did:key:zTest");
    put(row.set("sealed_seed", vec![0_u8]), db).await;
    signed_rows(db, 3).await;
}

/// Raw certificates 1 to 3 of an office stand in the signer's log.
async fn signed_rows(db: &Db, issuer: u128) {
    let hour = Zone::Wib.at(day("2026-11-24"), 9, 0);
    let counted = insert("signing_hour").set("issuer_id", id("office", issuer)).set("hour", hour);
    put(counted.set("used", 3_i64), db).await;
    for number in 1..=3 {
        let used = insert("signing_use")
            .set("document_id", id("certificate", number))
            .set("face", "credential")
            .set("issuer_id", id("office", issuer))
            .set("hour", hour)
            .set("did", "did:key:zTest")
            .set("digest", "0".repeat(64))
            .set("act", "certificate issue")
            .set("at", hour)
            .set("account_name", "Uji");
        put(used, db).await;
    }
}

pub fn certificate_id(number: u128) -> Uuid {
    id("certificate", number)
}

pub fn acknowledgement_row(batch: u128) -> Insert {
    insert("acknowledgement")
        .set("id", id("acknowledgement", batch))
        .set("batch_id", id("batch", batch))
        .set("decided_on", day("2026-11-10"))
        .set("decision", "Keputusan 12/2026")
}

pub fn acknowledgement_id(batch: u128) -> Uuid {
    id("acknowledgement", batch)
}

/// The issuer's head issues for batch `LAS-1`, with nothing but the day.
pub async fn issue(house: &Standing) -> Answer {
    house.post("nur", "/batches/LAS-1/certificates", &[("day", "24-11-2026")]).await
}

/// Issues and answers the number of Rahmat's certificate.
pub async fn issued(house: &Standing) -> String {
    issue(house).await.expect(303);
    let found = certification::facts::certificates_of_person(house.house.db.read(), person(RAHMAT)).await;
    found.expect("certificates can be read").remove(0).number
}

/// A foundation whose mentors accompany the learners of batch `LAS-1`: `ketua` decides, `pendamping` mentors.
pub async fn foundation(house: &Standing) {
    let db = &house.house.db;
    let row = insert("organisation")
        .set("id", id("office", 9))
        .set("code", "yayasan")
        .set("kind", "yayasan")
        .set("name", "Yayasan Teladan")
        .set("short_name", "Yayasan Teladan")
        .set("zone", Zone::Wib.label())
        .set("district_code", "35.16");
    put(row, db).await;
    let party = insert("agreement_party")
        .set("agreement_id", id("agreement", 1))
        .set("organisation_id", id("office", 9))
        .set("role", "mentor")
        .set("place", 3_i64);
    put(party, db).await;
    house.account("ketua", "yayasan", &[Role::Head, Role::Mentor]).await;
    house.account("pendamping", "yayasan", &[Role::Mentor]).await;
    let sql = "UPDATE account SET post = 'Ketua Yayasan' WHERE login = 'ketua'";
    store::run(db.writer(), sql, []).await.expect("the head has a post");
}

/// A mentor of the foundation confirmed that she accompanied somebody in `LAS-1`.
pub async fn accompany(db: &Db, who: u128, mentor: &str) -> Result<(), store::DbErr> {
    let account = access::account_named(db.read(), mentor).await.expect("accounts can be read");
    accompaniment_row(who, account.expect("the mentor has an account").0, "2026-11-09").run(db.writer()).await
}

/// A row of `accompaniment` in `LAS-1`.
pub fn accompaniment_row(who: u128, mentor: Uuid, on: &str) -> Insert {
    insert("accompaniment")
        .set("batch_id", id("batch", 1))
        .set("person_id", id("person", who))
        .set("foundation_id", id("office", 9))
        .set("since", day("2026-09-01"))
        .set("day", day(on))
        .set("account_id", mentor)
        .set("account_name", "Pendamping")
}

/// The foundation's key, so that raw letters have one to point at.
pub async fn foundation_key_row(db: &Db) {
    let row = insert("issuer_key").set("organisation_id", id("office", 9)).set("did", "did:key:zYayasan");
    put(row.set("sealed_seed", vec![0_u8]), db).await;
    signed_rows(db, 9).await;
}

/// A raw letter of the foundation for somebody in `LAS-1`.
pub fn letter_row(number: u128, who: u128, on: &str) -> Insert {
    insert("certificate")
        .set("id", id("certificate", number))
        .set("number", format!("RAW0-0000-{number:04}"))
        .set("credential_id", format!("urn:uuid:{number}"))
        .set("kind", "acknowledgement")
        .set("batch_id", id("batch", 1))
        .set("person_id", id("person", who))
        .set("issuer_id", id("office", 9))
        .set("learner_name", "Seseorang")
        .set("title", "Pendampingan")
        .set("issued_on", day(on))
        .set("state", "issued")
        .set("credential", "{}")
        .set("pdf", vec![0_u8])
}

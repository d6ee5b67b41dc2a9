// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The ground on which the tests of this room stand: offices, people at work, and one agreement in force.

use access::{Grant, Role};
use chrono::{DateTime, Utc};
use kernel::day::Day;
use kernel::id::{AgreementId, OrganisationId};
use kernel::zone::Zone;
use store::insert;
use uuid::Uuid;
use web::Rooms;
use web::testing::{Plan, Standing};

/// The rooms under test.
pub const PLAN: Plan = Plan {
    migrations: &[partnership::MIGRATIONS, programme::MIGRATIONS],
    rooms: || Rooms { actions: programme::actions(), pages: programme::pages() },
    words: &[programme::WORDS],
    reactions: &[],
    links: &[],
};

pub const AGREEMENT: &str = "PKS-KTB-1";

pub fn day(year: i32, month: u32, of_month: u32) -> Day {
    Day::from_ymd_opt(year, month, of_month).expect("a day of the calendar")
}

pub fn file(path: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../../journeys/data/{path}", env!("CARGO_MANIFEST_DIR")))
        .expect("the file of the journey is there")
}

/// Lapas and BLK Kotabaru with an agreement from 8 January to 30 June 2026, an LSP, and a prison that has no part in it.
/// The day is 8 January 2026.
pub async fn settle(house: &Standing) {
    house.at(day(2026, 1, 8));
    let host = house.office("lapas-kotabaru", "lapas", Zone::Wita).await;
    let blk = house.office("blk-kotabaru", "blk", Zone::Wita).await;
    house.office("lsp-las", "lsp", Zone::Wib).await;
    house.office("lapas-lain", "lapas", Zone::Wita).await;
    house.account("kerja", "lapas-kotabaru", &[Role::Work]).await;
    house.account("jaga", "lapas-kotabaru", &[Role::Security]).await;
    house.account("kepala.blk", "blk-kotabaru", &[Role::TrainingHead]).await;
    house.account("instruktur", "blk-kotabaru", &[Role::Instructor]).await;
    house.account("asesor", "lsp-las", &[Role::Assessor]).await;
    house.account("lain", "lapas-lain", &[Role::Work]).await;
    sign(house, host, blk).await;
}

/// Writes the agreement as signed, with the grant that its signing gives.
async fn sign(house: &Standing, host: OrganisationId, blk: OrganisationId) {
    let tx = house.house.db.begin().await.expect("a transaction begins");
    let id = AgreementId(Uuid::from_u128(0x0193_d0b4_0000_7000_8000_0000_0000_f001));
    let (from, until) = (day(2026, 1, 8), day(2026, 6, 30));
    insert("agreement")
        .set("id", id.0)
        .set("code", AGREEMENT)
        .set("title", "Pelatihan las")
        .set("kind", "pks")
        .set("host_id", host.0)
        .set("fields", "Las")
        .set("places", "Bengkel")
        .set("starts_on", from)
        .set("ends_on", until)
        .set("state", "signed")
        .run(&tx)
        .await
        .expect("the row can be written");
    for (place, organisation, role) in [(1_i64, host, "host"), (2, blk, "trainer")] {
        insert("agreement_party")
            .set("agreement_id", id.0)
            .set("organisation_id", organisation.0)
            .set("role", role)
            .set("place", place)
            .set("agreed_on", from)
            .set("number", format!("NOMOR-{place}"))
            .set("signer", "Kepala")
            .set("signer_post", "Kepala")
            .set("signed_on", from)
            .run(&tx)
            .await
            .expect("the row can be written");
    }
    let instant = |day| -> DateTime<Utc> { Zone::Wita.at(day, 0, 0) };
    let grant = Grant {
        agreement: id,
        grantee: blk,
        host,
        party_role: "trainer".to_owned(),
        from: instant(from),
        until: instant(day(2026, 7, 1)),
    };
    access::give_grants(&tx, &[grant]).await.expect("the grant can be written");
    tx.commit().await.expect("and committed");
}

/// Registers the welding workshop.
pub async fn workshop(house: &Standing) {
    let fields = [("code", "LAS-KTB"), ("name", "Bengkel las"), ("place", "Kotabaru"), ("capacity", "16")];
    let answer = house.post("kerja", "/facilities/new", &fields).await.expect(303);
    assert_eq!(answer.location, "/facilities/LAS-KTB");
}

pub const PROPOSAL: [(&str, &str); 10] = [
    ("code", "LAS-SMAW"),
    ("title_id", "Las SMAW pelat"),
    ("title_en", "SMAW plate welding"),
    ("agreement", AGREEMENT),
    ("provider", "blk-kotabaru"),
    ("issuer", "lsp-las"),
    ("certificate_kind", "competence"),
    ("standard", "SKKNI 98/2018"),
    ("theory_first", "1"),
    ("facility", "LAS-KTB"),
];

/// Proposes the welding programme and sets its curriculum from the workbook.
pub async fn curriculum(house: &Standing) {
    house.post("kerja", "/programmes/new", &PROPOSAL).await.expect(303);
    let book = file("s4/kurikulum.xlsx");
    let path = "/programmes/LAS-SMAW/curriculum";
    let answer =
        house.post_file("kepala.blk", path, &[], &[("file", "kurikulum.xlsx", &book)]).await.expect(303);
    assert!(answer.said[0].contains("10 modul, 160 JP, 5"), "{:?}", answer.said);
}

pub const INSTRUCTOR: [(&str, &str); 6] = [
    ("code", "INS-1"),
    ("name", "Instruktur Contoh"),
    ("organisation", "blk-kotabaru"),
    ("kind", "instructor"),
    ("account", "instruktur"),
    ("hours", "Senin | 08.00 | 12.00\nRabu | 08.00 | 12.00"),
];

pub const BATCH: [(&str, &str); 9] = [
    ("code", "LAS-1"),
    ("title", "Las angkatan 1"),
    ("programme", "LAS-SMAW"),
    ("starts_on", "09-02-2026"),
    ("ends_on", "31-03-2026"),
    ("seats", "16"),
    ("reserves", "4"),
    ("budget_line", "DIPA BLK 2026"),
    ("instructors", "INS-1"),
];

pub const BOOKING: [(&str, &str); 5] = [
    ("day", "02-04-2026"),
    ("place", "Bengkel las"),
    ("scheme", "Las SMAW pelat"),
    ("assessor_organisation", "lsp-las"),
    ("assessor", "asesor"),
];

/// The fields with some changed.
pub fn with<'a>(fields: &[(&'a str, &'a str)], changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    kept.chain(changed).copied().collect()
}

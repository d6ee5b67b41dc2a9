// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A batch whose agreement was ended goes on under another one, and every way not to.

use access::Role;
use kernel::day::Day;
use kernel::id::{AgreementId, OrganisationId};
use programme::facts;
use store::insert;
use uuid::Uuid;
use web::testing::{Standing, on_each_database};

use crate::batch::planned;
use crate::ground::{PLAN, day};

const TAKE_OVER: &str = "/batches/LAS-1/takeover";
const NEXT: AgreementId = AgreementId(Uuid::from_u128(0x0193_d0b4_0000_7000_8000_0000_0000_f002));

async fn office(house: &Standing, code: &str) -> OrganisationId {
    let found = office::facts::by_code(house.house.db.read(), code).await.expect("the database answers");
    found.expect("an office of the ground").id
}

/// The first agreement ends on 1 March; another training body signs on 9 March. The day is 10 March 2026.
async fn ended(house: &Standing) {
    planned(house).await;
    house.account("kepala", "lapas-kotabaru", &[Role::Head]).await;
    house.office("lpk-lain", "lpk", kernel::zone::Zone::Wita).await;
    let sql = "UPDATE agreement SET state = 'ended', ended_on = $1, end_reason = 'Berhenti.'";
    store::run(house.house.db.writer(), sql, [day(2026, 3, 1).into()]).await.expect("it ends");
    agreement(house, day(2026, 3, 9)).await;
    house.at(day(2026, 3, 10));
}

async fn agreement(house: &Standing, signed_on: Day) {
    let db = house.house.db.writer();
    let host = office(house, "lapas-kotabaru").await;
    insert("agreement")
        .set("id", NEXT.0)
        .set("code", "PKS-KTB-2")
        .set("title", "Lanjutan las")
        .set("kind", "pks")
        .set("host_id", host.0)
        .set("fields", "Las")
        .set("places", "Bengkel")
        .set("starts_on", signed_on)
        .set("ends_on", day(2026, 12, 31))
        .set("state", "signed")
        .run(db)
        .await
        .expect("the row can be written");
    let other = office(house, "lpk-lain").await;
    for (place, organisation, role) in [(1_i64, host, "host"), (2, other, "trainer")] {
        insert("agreement_party")
            .set("agreement_id", NEXT.0)
            .set("organisation_id", organisation.0)
            .set("role", role)
            .set("place", place)
            .set("agreed_on", signed_on)
            .set("number", format!("LANJUT-{place}"))
            .set("signer", "Kepala")
            .set("signer_post", "Kepala")
            .set("signed_on", signed_on)
            .run(db)
            .await
            .expect("the row can be written");
    }
}

fn asked<'a>(day: &'a str, provider: &'a str) -> [(&'a str, &'a str); 4] {
    [("agreement", "PKS-KTB-2"), ("day", day), ("provider", provider), ("reason", "Melanjutkan.")]
}

#[tokio::test]
async fn the_batch_stands_under_the_second_agreement_and_both_know_it() {
    on_each_database(PLAN, async |house: Standing| {
        ended(&house).await;
        let on = house.house.db.read();
        let first = facts::batch_by_code(on, "LAS-1").await.unwrap().unwrap().agreement;
        let page = house.get("kepala", "/batches/LAS-1").await.expect(200);
        assert!(page.shows("Lanjutkan angkatan"), "{}", page.body);
        house.get("kepala", TAKE_OVER).await.expect(200);
        let answer = house.post("kepala", TAKE_OVER, &asked("10-03-2026", "lpk-lain")).await.expect(303);
        assert!(answer.said[0].contains("Lanjutan las"), "{:?}", answer.said);

        let batch = facts::batch_by_code(on, "LAS-1").await.unwrap().unwrap();
        assert_eq!((batch.agreement, batch.provider), (NEXT, office(&house, "lpk-lain").await));
        assert_eq!(batch.programme.agreement, first, "the programme stays where it was");
        assert!(facts::batches_under(on, first).await.unwrap().is_empty(), "its partners see it no more");
        for agreement in [first, NEXT] {
            assert_eq!(facts::batches_ever_under(on, agreement).await.unwrap().len(), 1, "both count it");
        }
        let terms = facts::terms(on, &batch).await.unwrap();
        let holds = |of_month| terms.iter().filter(|term| term.holds(day(2026, 3, of_month))).count();
        assert_eq!((holds(1), holds(2), holds(9), holds(10)), (1, 0, 0, 1), "never two, and a gap");
        let page = house.get("kepala", "/batches/LAS-1").await.expect(200);
        assert!(page.shows("Sejak 10 Maret 2026, sebelumnya di bawah Pelatihan las."), "{}", page.body);
        let told = audit::timeline(on, audit::Object::new("batch", batch.id.0), 9).await.unwrap();
        assert!(told.iter().any(|entry| entry.kind == "BatchTakenOver"));
        house.post("kepala", TAKE_OVER, &asked("10-03-2026", "lpk-lain")).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn only_the_head_and_only_what_fits() {
    on_each_database(PLAN, async |house: Standing| {
        ended(&house).await;
        for login in ["kerja", "kepala.blk", "lain"] {
            let answer = house.post(login, TAKE_OVER, &asked("10-03-2026", "lpk-lain")).await;
            assert!([403, 404].contains(&answer.status), "{login} got {}", answer.status);
        }
        let stays = house.post("kepala", TAKE_OVER, &asked("10-03-2026", "")).await.expect(422);
        assert!(stays.shows("Pelaksana harus salah satu pihak"), "{}", stays.body);
        let early = house.post("kepala", TAKE_OVER, &asked("08-03-2026", "lpk-lain")).await.expect(422);
        assert!(early.shows("belum berlaku pada 08-03-2026"), "{}", early.body);
        house.post("kepala", TAKE_OVER, &asked("11-03-2026", "lpk-lain")).await.expect(422);
        let db = house.house.db.writer();
        let sql = "INSERT INTO batch_takeover (batch_id, number, from_agreement_id, agreement_id, provider_id, since, reason) \
                   SELECT b.id, 1, p.agreement_id, $1, p.provider_id, $2, 'X' FROM batch b JOIN programme p ON p.id = b.programme_id";
        let error = store::run(db, sql, [NEXT.0.into(), day(2026, 3, 1).into()]).await.unwrap_err();
        assert!(error.to_string().contains("batch_takeover_fits"), "two agreements on one day: {error}");
        let sql = "UPDATE batch SET agreement_id = $1";
        let error = store::run(db, sql, [NEXT.0.into()]).await.unwrap_err();
        assert!(error.to_string().contains("batch_agreement_by_takeover"), "{error}");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_taken_over_while_the_agreement_carries_it() {
    on_each_database(PLAN, async |house: Standing| {
        planned(&house).await;
        house.account("kepala", "lapas-kotabaru", &[Role::Head]).await;
        house.office("lpk-lain", "lpk", kernel::zone::Zone::Wita).await;
        agreement(&house, day(2026, 1, 8)).await;
        let answer = house.post("kepala", TAKE_OVER, &asked("08-01-2026", "lpk-lain")).await.expect(409);
        assert!(answer.shows("Tidak ada yang perlu dilanjutkan"), "{}", answer.body);
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Each party signs with its own number; the last signature puts the agreement in force and opens the partners' reach.

use access::Act;
use audit::{Event, Object};
use desk::Done;
use kernel::zone::Zone;
use partnership::facts::{AgreementState, Standing as Stands};
use store::{run, violation};
use web::testing::{Standing, on_each_database};

use crate::ground::{
    AGREEMENT, DRAFT, PAGE, PARTIES, PLAN, agreed, agreement, day, grants, reaches, sign, signature, signed,
    with,
};

#[tokio::test]
async fn the_last_signature_puts_it_in_force_and_gives_the_grants() {
    on_each_database(PLAN, async |house: Standing| {
        agreed(&house).await;
        for (party, login) in &PARTIES[..2] {
            let done = sign(&house, login, party, &format!("{party}/1")).await.expect(303);
            assert!(done.said[1].contains("lsp-las"), "{:?}", done.said);
            assert!(grants(&house, "kepala.blk").await.is_empty(), "nothing before the last signature");
        }
        let today = day("20-01-2026");
        assert_eq!(agreement(&house, AGREEMENT).await.standing(today), Stands::PartlySigned);
        let last = sign(&house, "lsp", "lsp-las", "007/LSP").await.expect(303);
        assert!(last.said[1].contains("20 Januari 2026 sampai 31 Desember 2026"), "{:?}", last.said);

        let fact = agreement(&house, AGREEMENT).await;
        assert_eq!((fact.state, fact.standing(today)), (AgreementState::Signed, Stands::InForce));
        let numbers: Vec<_> = fact.parties.iter().filter_map(|party| party.number.as_deref()).collect();
        assert_eq!(numbers, ["lapas-kotabaru/1", "blk-kotabaru/1", "007/LSP"]);
        assert!(grants(&house, "kalapas").await.is_empty(), "the host needs none");
        for (login, role) in [("kepala.blk", "trainer"), ("lsp", "certifier")] {
            let [grant] = grants(&house, login).await.try_into().expect("one grant");
            assert_eq!((grant.agreement, grant.host, grant.party_role.as_str()), (fact.id, fact.host, role));
            assert_eq!(grant.from, Zone::Wita.at(today, 0, 0));
            assert_eq!(grant.until, Zone::Wita.end_of(day("31-12-2026")));
            assert!(reaches(&house, login, AGREEMENT, house.now()).await, "{login}");
        }
        let told =
            audit::timeline(house.house.db.read(), Object::new("agreement", fact.id.0), 100).await.unwrap();
        let kinds: Vec<&str> = told.iter().rev().map(|entry| entry.kind.as_str()).collect();
        assert_eq!(kinds[..4], ["AgreementDrafted", "AgreementAgreed", "AgreementAgreed", "AgreementAgreed"]);
        assert_eq!(kinds[4..], ["AgreementSigned", "AgreementSigned", "AgreementSigned", "AgreementInForce"]);
    })
    .await;
}

#[tokio::test]
async fn an_organisation_never_uses_a_number_twice() {
    on_each_database(PLAN, async |house: Standing| {
        signed(&house).await;
        let path = "/agreements/PKS-2";
        house.post("giatja", "/agreements/new", &with(&DRAFT, &[("code", "PKS-2")])).await.expect(303);
        for (party, login) in PARTIES {
            let fields = [("party", party), ("day", "20-01-2026")];
            house.post(login, &format!("{path}/agreeing"), &fields).await.expect(303);
        }
        let used = signature("blk-kotabaru", "007/blk-kotabaru/2026");
        let refused = house.post("kepala.blk", &format!("{path}/signing"), &used).await.expect(422);
        assert!(refused.shows("“007/blk-kotabaru/2026” sudah dipakai"), "{}", refused.body);
        assert!(agreement(&house, "PKS-2").await.parties.iter().all(|party| party.number.is_none()));
        // Another organisation's number is another number.
        let other = signature("lsp-las", "007/blk-kotabaru/2026");
        house.post("lsp", &format!("{path}/signing"), &other).await.expect(303);

        let blk = agreement(&house, AGREEMENT).await.parties[1].organisation;
        let sql = "UPDATE agreement_party SET number = '007/blk-kotabaru/2026', signer = 'x', signer_post = 'x', \
                   signed_on = '2026-01-20' WHERE organisation_id = $1 AND number IS NULL";
        let raw = run(house.house.db.writer(), sql, [blk.0.into()]).await.expect_err("the table says so too");
        let found = violation(&raw).unwrap_or_else(|| panic!("{raw}"));
        assert!(found.is("agreement_party_number", "agreement_party.number"), "{found:?}");
    })
    .await;
}

#[tokio::test]
async fn a_signature_is_refused_where_it_does_not_belong() {
    on_each_database(PLAN, async |house: Standing| {
        agreed(&house).await;
        let path = format!("{PAGE}/signing");
        let own = signature("lsp-las", "007");
        for (changed, status, sentence) in [
            (("day", "18-01-2026"), 409, "mendahului persetujuan terakhir, 19-01-2026"),
            (("day", "21-01-2026"), 422, "belum tiba"),
            (("party", "smkn3-jember"), 422, "bukan pihak"),
            (("party", "blk-kotabaru"), 409, "bertindak untuk pihak lain"),
            (("number", ""), 422, "wajib diisi"),
            (("signer", ""), 422, "wajib diisi"),
        ] {
            let answer = house.post("lsp", &path, &with(&own, &[changed])).await.expect(status);
            assert!(answer.shows(sentence), "{changed:?}: {}", answer.body);
        }
        sign(&house, "giatja", "lapas-kotabaru", "WP.1").await.expect(403);
        sign(&house, "instruktur", "blk-kotabaru", "BLK.1").await.expect(403);
        sign(&house, "asing", "lapas-kotabaru", "WP.1").await.expect(404);
        house.at(day("01-01-2027"));
        let late = house.post("lsp", &path, &with(&own, &[("day", "01-01-2027")])).await.expect(409);
        assert!(late.shows("sudah lewat masa perjanjian"), "{}", late.body);

        house.at(day("20-01-2026"));
        sign(&house, "lsp", "lsp-las", "007").await.expect(303);
        assert!(sign(&house, "lsp", "lsp-las", "008").await.expect(409).shows("dengan nomor 007"));
        // The host may record a partner's signature.
        sign(&house, "kalapas", "blk-kotabaru", "BLK.1").await.expect(303);
        sign(&house, "kalapas", "lapas-kotabaru", "WP.1").await.expect(303);
        assert!(
            sign(&house, "kalapas", "lapas-kotabaru", "WP.2").await.expect(409).shows("Semua pihak sudah")
        );
    })
    .await;
}

#[tokio::test]
async fn two_who_sign_at_once_sign_in_turn() {
    on_each_database(PLAN, async |house: Standing| {
        agreed(&house).await;
        sign(&house, "kalapas", "lapas-kotabaru", "WP.1").await.expect(303);
        let (blk, lsp) = tokio::join!(
            sign(&house, "kepala.blk", "blk-kotabaru", "B.1"),
            sign(&house, "lsp", "lsp-las", "L.1")
        );
        blk.expect(303);
        lsp.expect(303);
        assert_eq!(agreement(&house, AGREEMENT).await.state, AgreementState::Signed, "one of them came last");
        assert_eq!(grants(&house, "kepala.blk").await.len(), 1);
        assert_eq!(grants(&house, "lsp").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_history_tells_what_this_room_did_by_its_day() {
    on_each_database(PLAN, async |house: Standing| {
        signed(&house).await;
        let fact = agreement(&house, AGREEMENT).await;
        let desk = house.desk("giatja").await;
        desk.allow(Act::AgreementRead, &fact.target()).unwrap();
        let mut work = desk.begin("training complete").await.unwrap();
        let foreign =
            Event::new("TrainingCompleted", Object::new("agreement", fact.id.0), serde_json::json!({}));
        work.record(foreign).await.unwrap();
        work.commit(Done::new(PAGE, "already-done".into())).await.unwrap();
        let page = house.get("giatja", PAGE).await.expect(200);
        assert!(!page.body.contains("TrainingCompleted"), "{}", page.body);
        assert!(page.shows("lsp-las, nomor 007/lsp-las/2026. Dicatat lsp."), "{}", page.body);
        assert!(page.shows("Sisa 345 hari") && page.shows("Hari ini: Berlaku"), "{}", page.body);
    })
    .await;
}

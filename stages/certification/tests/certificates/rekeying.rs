// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A key in other hands: what the log had in time stays valid, everything else is set aside, and the old key helps nobody.

use std::path::PathBuf;

use access::Role;
use audit::Shelf;
use certification::Judged;
use credential::{Badge, BadgeKind, Cause, IssuerKey, Verdict};
use programme::facts::CertificateKind;
use serde_json::Value;
use store::{FromQueryResult, one, run};
use uuid::Uuid;
use web::testing::{Answer, Standing};

use crate::world::{RAHMAT, SARI, in_a_world, issue, issued, person, second_try};

const SIGNER: &str = "/certificates/signers/blk-mojokerto";

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Carries the log out now, as the server does every few seconds.
async fn carry_out(house: &Standing, folder: &Folder) {
    let log = audit::Log { shelves: vec![Shelf::new(&folder.0)], ..house.house.log.clone() };
    log.anchor(&house.house.db, house.now()).await.expect("carried out");
}

/// The key as a thief has it.
async fn stolen(house: &Standing) -> IssuerKey {
    #[derive(FromQueryResult)]
    struct Row {
        sealed_seed: Vec<u8>,
    }
    let row: Option<Row> =
        one(house.house.db.read(), "SELECT sealed_seed FROM issuer_key", []).await.expect("read");
    let seed = house.house.secrets.open("issuer-key", &row.expect("a key").sealed_seed).expect("opened");
    IssuerKey::from_seed(seed.try_into().expect("32 bytes"))
}

fn forged(key: &IssuerKey, number: &str) -> String {
    let badge = Badge {
        id: format!("urn:uuid:{}", Uuid::from_u128(9)),
        issuer_name: "UPT BLK Mojokerto".into(),
        issuer_url: None,
        kind: BadgeKind::Competence,
        learner_name: "Orang Lain".into(),
        achievement_name: "Juru las pelat SMAW".into(),
        achievement_name_en: None,
        description: "Pelatihan".into(),
        criteria: "Kompeten".into(),
        units: Vec::new(),
        number: number.into(),
        // A thief writes any day.
        awarded_on: crate::world::day("2026-11-20"),
        valid_until: None,
        trained: None,
        standard: None,
        verify_url: format!("https://contoh.example/c/{number}"),
        status: None,
    };
    credential::issue(&badge, key)
}

async fn act(house: &Standing, who: &str, what: &str, fields: &[(&str, &str)]) -> Answer {
    house.post(who, &format!("{SIGNER}/{what}"), fields).await
}

async fn number_of(house: &Standing, who: u128) -> String {
    let found = certification::facts::certificates_of_person(house.house.db.read(), person(who)).await;
    found.expect("certificates can be read").remove(0).number
}

async fn judged(house: &Standing, file: &[u8]) -> Judged {
    let today = crate::world::day("2026-11-24");
    certification::judge_file(house.house.db.read(), file, today).await.expect("judged")
}

const DECLARED: [(&str, &str); 3] =
    [("day", "24-11-2026"), ("clock", "09.30"), ("reason", "Salinan kunci ditemukan.")];
const SURE: [(&str, &str); 1] = [("understood", "yes")];

#[tokio::test]
async fn what_the_log_had_in_time_stays_valid_and_the_rest_is_set_aside() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let folder = Folder(std::env::temp_dir().join(format!("rekey-{}", Uuid::new_v4())));
        house.account("wakil", "blk-mojokerto", &[Role::TrainingHead]).await;
        let early = issued(&house).await;
        let chosen = house.get("nur", &format!("/certificates/{early}/sd-jwt")).await.expect(200);
        carry_out(&house, &folder).await;
        let key = stolen(&house).await;
        house.later(60);
        second_try(&house.house.db).await;
        issue(&house).await.expect(303);
        carry_out(&house, &folder).await;
        let late = number_of(&house, SARI).await;
        house.later(60);

        // Said by one, and signing stops; not for the future, and not without a word.
        act(&house, "nur", "compromise/confirmation", &SURE).await.expect(409);
        let future = [("day", "25-11-2026"), ("clock", "09.30"), ("reason", "x")];
        act(&house, "nur", "compromise", &future).await.expect(422);
        assert!(matches!(act(&house, "maya", "compromise", &DECLARED).await.status, 403 | 404));
        act(&house, "nur", "compromise", &DECLARED).await.expect(303);
        assert!(house.get("nur", SIGNER).await.expect(200).shows("melaporkan bahwa kunci ini bocor"));
        let own = act(&house, "nur", "compromise/confirmation", &SURE).await.expect(409);
        assert!(own.shows("Anda sendiri yang melaporkannya"), "{}", own.body);
        act(&house, "wakil", "compromise/confirmation", &[]).await.expect(422);
        assert!(house.get("", &format!("/c/{late}")).await.expect(200).shows("Sertifikat ini sah"));

        // Confirmed by another.
        let done = act(&house, "wakil", "compromise/confirmation", &SURE).await.expect(303);
        assert!(done.said[0].contains("1 sertifikat ditangguhkan"), "{:?}", done.said);
        let page = house.get("", &format!("/c/{early}")).await.expect(200);
        assert!(
            page.shows("Sertifikat ini sah") && page.shows("Tercatat sebelum kunci penerbit diganti"),
            "{}",
            page.body
        );
        let page = house.get("", &format!("/c/{late}")).await.expect(200);
        assert!(page.shows("Sertifikat ini ditangguhkan"), "{}", page.body);
        let signer = house.get("nur", SIGNER).await.expect(200);
        assert!(
            signer.shows(&late) && signer.shows(&key.did()) && signer.shows("1 sertifikat ditangguhkan"),
            "{}",
            signer.body
        );
        house.get("nur", SIGNER).await.expect(200);
        assert!(
            act(&house, "wakil", "compromise/confirmation", &SURE)
                .await
                .expect(409)
                .shows("Tidak ada laporan")
        );

        files_are_told_apart(&house, &key, &early).await;
        the_world_is_told(&house, &key).await;
        let again = house.get("nur", &format!("/certificates/{early}/sd-jwt")).await.expect(200);
        assert_eq!(again.bytes, chosen.bytes, "what was signed before can still be had");
        the_new_key_signs(&house, &key, &late).await;
    })
    .await;
}

/// It takes two before the new key signs; what was set aside is lifted or replaced.
async fn the_new_key_signs(house: &Standing, key: &IssuerKey, late: &str) {
    // It takes two before the new key signs.
    issue(house).await.expect(409);
    let why = [("reason", "Kunci baru.")];
    act(house, "nur", "resumption", &why).await.expect(303);
    act(house, "wakil", "resumption", &why).await.expect(303);
    let lift = [("day", "24-11-2026"), ("reason", "Cocok dengan berita acara.")];
    house.post("nur", &format!("/certificates/{late}/suspension/end"), &lift).await.expect(303);
    let page = house.get("", &format!("/c/{late}")).await.expect(200);
    assert!(page.shows("Diperiksa lagi oleh penerbit"), "{}", page.body);
    let refused = house.get("nur", &format!("/certificates/{late}/sd-jwt")).await.expect(409);
    assert!(refused.shows("kunci yang menandatangani sertifikatnya sudah diganti"), "{}", refused.body);
    let replace = [("day", "24-11-2026"), ("reason", "Kunci lama.")];
    let replaced =
        house.post("nur", &format!("/certificates/{late}/replacement"), &replace).await.expect(303);
    let json = house.get("nur", &format!("{}/json", replaced.location)).await.expect(200);
    assert!(!json.body.contains(&key.did()), "the new key signed");
    assert!(judged(house, &json.bytes).await.verdict.is_valid());
}

/// The file that was issued is valid for ever; one that the thief made is not, under whatever number.
async fn files_are_told_apart(house: &Standing, key: &IssuerKey, early: &str) {
    for kind in ["json", "pdf"] {
        let file = house.get("nur", &format!("/certificates/{early}/{kind}")).await.expect(200);
        let found = judged(house, &file.bytes).await;
        assert!(found.verdict.is_valid() && found.standing.is_some(), "{kind}: {:?}", found.verdict);
    }
    let since = crate::world::day("2026-11-24");
    for number in [early, "AAAA-AAAA-AAAA"] {
        let found = judged(house, forged(key, number).as_bytes()).await;
        let Verdict::Invalid(causes) = &found.verdict else { panic!("{number}: {:?}", found.verdict) };
        assert_eq!(*causes, [Cause::KeyRetired(since)]);
    }
}

/// The register and the document of keys.
async fn the_world_is_told(house: &Standing, key: &IssuerKey) {
    let register: Value =
        serde_json::from_slice(&house.get("", "/c/register.json").await.expect(200).bytes).expect("JSON");
    let issuers = register["issuers"].as_array().expect("issuers");
    let old = issuers.iter().find(|of| of["id"] == key.did()).expect("the old key stays known");
    assert_eq!(old["retired"], "2026-11-24T02:30:00Z");
    assert_eq!(issuers.len(), 2);
    #[derive(FromQueryResult)]
    struct Row {
        organisation_id: Uuid,
        did: String,
    }
    let sql = "SELECT organisation_id, did FROM issuer_key";
    let row: Row = one(house.house.db.read(), sql, []).await.expect("read").expect("a key");
    let path = format!("/c/did/{}/did.json", row.organisation_id);
    let document: Value =
        serde_json::from_slice(&house.get("", &path).await.expect(200).bytes).expect("JSON");
    assert_eq!(document["id"], format!("did:web:contoh.example:c:did:{}", row.organisation_id));
    assert_eq!(document["alsoKnownAs"], serde_json::json!([row.did, key.did()]));
    assert_eq!(document["verificationMethod"][2]["revoked"], "2026-11-24T02:30:00Z");
    assert!(document["verificationMethod"][0].get("revoked").is_none());
    let none = house.get("", &format!("/c/did/{}/did.json", Uuid::from_u128(1))).await.expect(404);
    assert!(none.shows("Cek sertifikat"));
}

#[tokio::test]
async fn the_tables_want_a_second_hand_and_keep_the_history() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let db = &house.house.db;
        house.account("wakil", "blk-mojokerto", &[Role::TrainingHead]).await;
        let number = issued(&house).await;
        let refused = async |sql: &str, by: &str| {
            let error = run(db.writer(), sql, []).await.expect_err(sql).to_string();
            assert!(error.contains(by), "{sql}: {error}");
        };
        refused("UPDATE issuer_key SET did = 'did:key:zOther'", "issuer_key_succeeds").await;
        house.later(60);
        act(&house, "nur", "compromise", &DECLARED).await.expect(303);
        let own = "INSERT INTO retired_key (did, issuer_id, turn, since, recorded, at, account_id, account_name) \
                   SELECT did, issuer_id, turn, since, 0, at, account_id, account_name FROM key_compromise";
        refused(own, "retired_key_second_hand").await;
        act(&house, "wakil", "compromise/confirmation", &SURE).await.expect(303);
        // Nothing was carried out before: everything is looked through.
        let fact = certification::facts::certificates_of_person(db.read(), person(RAHMAT)).await.expect("read");
        assert!(fact[0].number == number && fact[0].suspended_on.is_some());
        refused("UPDATE issuer_key SET did = (SELECT did FROM retired_key)", "issuer_key_succeeds").await;
        refused("DELETE FROM issuer_key", "").await;
        for sql in ["DELETE FROM retired_key", "UPDATE retired_key SET recorded = 9", "DELETE FROM key_compromise"] {
            refused(sql, "").await;
        }
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Under a licensed scheme: no K without evidence, and no decision without another hand; by form, page, event and row.

use access::Role;
use assessment::facts;
use assessment::moderation::draw;

use crate::stories::{GROOVE, Scene, Story, in_scene};

const EVIDENCE: &str = "/batches/A-1/assessment/evidence/new";
const DECIDE: &str = "/batches/A-1/assessment/decision";
pub const MODERATE: &str = "/batches/A-1/assessment/sittings/1/moderation";
const ANSWER: &str = "/batches/A-1/assessment/sittings/1/answer";
const SAIDI: &str = "B.I 92/2025";

pub async fn licensed(scene: &Scene) {
    scene.license().await;
    scene.house.account("manajer", "lsp", &[Role::Certifier]).await;
}

const APPLY: &str = "/batches/A-1/assessment/applications/new";
const AGREE: &str = "/batches/A-1/assessment/agreements/new";

/// Everyone applies with a photograph, and agrees to be observed.
async fn agreed(scene: &Scene) {
    let applied = [("purpose", "certification"), ("day", "20-11-2026"), ("photo", "1")];
    scene.house.post("giatja", APPLY, &applied).await.expect(303);
    scene.house.post("asesor", AGREE, &[("day", "21-11-2026"), ("observation", "1")]).await.expect(303);
}

/// The sheet of the journey, by one kind of evidence.
async fn observe(scene: &Scene) {
    let upload = crate::stories::file("s4/bukti-observasi.csv");
    let fields = [("kind", "observation"), ("day", "22-11-2026")];
    let answer =
        scene.house.post_file("asesor", EVIDENCE, &fields, &[("file", &upload.name, &upload.bytes)]).await;
    let answer = answer.expect(303);
    assert!(answer.said[0].contains("96 bukti dari 16 orang"), "{:?}", answer.said);
}

pub async fn decided(scene: &Scene) {
    agreed(scene).await;
    observe(scene).await;
    scene.send("asesor", DECIDE, "22-11-2026", "s4/hasil-uji.csv").await.expect(303);
}

#[tokio::test]
async fn a_k_rests_on_evidence_of_every_element() {
    in_scene(Story::Welding, |scene| async move {
        licensed(&scene).await;
        let early = scene.send("asesor", DECIDE, "22-11-2026", "s4/hasil-uji.csv").await.expect(409);
        assert!(early.shows("Saidi Rahman belum menyetujui cara ujinya"), "{}", early.body);
        agreed(&scene).await;
        let bare = scene.send("asesor", DECIDE, "22-11-2026", "s4/hasil-uji.csv").await.expect(409);
        assert!(bare.shows("Saidi Rahman: “Unit 1” belum punya bukti"), "{}", bare.body);
        let form = scene.house.get("asesor", EVIDENCE).await.expect(200);
        assert!(form.shows("1. Elemen") && form.shows("Belum memadai"), "{}", form.body);
        let cell = |element: &str| format!("vatm.{GROOVE}/{element}");
        let first = cell("1");
        let one = [("kind", "product"), ("day", "22-11-2026"), ("person", SAIDI), (first.as_str(), "VATM")];
        scene.house.post("asesor", EVIDENCE, &one).await.expect(303);
        let verdict = format!("result.{SAIDI}.{GROOVE}");
        let k = [("day", "22-11-2026"), (verdict.as_str(), "K")];
        let half = scene.house.post("asesor", DECIDE, &k).await.expect(409);
        assert!(half.shows("keempat aturan untuk elemen 2"), "{}", half.body);
        let second = cell("2");
        let rest = [("kind", "question"), ("day", "22-11-2026"), ("person", SAIDI), (second.as_str(), "VAT")];
        scene.house.post("asesor", EVIDENCE, &rest).await.expect(303);
        scene.house.post("asesor", DECIDE, &k).await.expect(409);

        // The database says the same to whoever goes around the room.
        let on = scene.db().writer();
        let account = scene.house.desk("asesor").await.actor.account.expect("an account").0;
        let id = uuid::Uuid::from_u128(77);
        let sql = "INSERT INTO sitting (id, batch_id, day, kind, round, assessor_account, assessor_name) \
                   SELECT $1, id, ends_on, 'competence', 9, $2, 'X' FROM batch";
        store::run(on, sql, [id.into(), account.into()]).await.unwrap();
        let sql = "INSERT INTO unit_result (sitting_id, batch_id, person_id, unit_id, attempt, verdict) \
                   SELECT $1, b.id, $2, u.id, 1, 'K' FROM batch b, programme_unit u WHERE u.code = $3";
        let values = [id.into(), scene.person(SAIDI).0.into(), GROOVE.into()];
        let error = store::run(on, sql, values.clone()).await.unwrap_err();
        assert!(error.to_string().contains("unit_result_needs_evidence"), "{error}");
        let again =
            [("kind", "question"), ("day", "22-11-2026"), ("person", SAIDI), (second.as_str(), "MTAV")];
        scene.house.post("asesor", EVIDENCE, &again).await.expect(303);
        store::run(on, sql, values).await.expect("with both elements it is borne");
        let error = store::run(on, "UPDATE evidence SET note = 'lain'", []).await.unwrap_err();
        assert!(error.to_string().contains("evidence_kept"), "{error}");
        let page = scene.house.get("giatja", "/batches/A-1/assessment/evidence").await.expect(200);
        assert!(page.shows("Pertanyaan, elemen 2, VATM") && page.shows("Cukup"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn who_records_what_and_every_problem_of_a_sheet() {
    in_scene(Story::Welding, |scene| async move {
        let house = &scene.house;
        let one = [("kind", "product"), ("day", "22-11-2026"), ("person", SAIDI), ("vatm.C.24LAS01.001.1", "VATM")];
        let without = house.post("asesor", EVIDENCE, &one).await.expect(409);
        assert!(without.shows("tanpa skema berlisensi"), "{}", without.body);
        licensed(&scene).await;
        for login in ["manajer", "guru", "giatja", "asesor.lain"] {
            let answer = house.post(login, EVIDENCE, &one).await;
            assert!([403, 404].contains(&answer.status), "{login} got {}", answer.status);
        }
        let text = "no_registrasi;nama;C.24LAS01.001.1;C.24LAS01.029.1/7\nB.I 92/2025;Saidi Rahman;K;\nB.I 1/1999;Tiada;VATM;\n";
        let fields = [("kind", "observation"), ("day", "22-11-2026")];
        let answer = house.post_file("asesor", EVIDENCE, &fields, &[("file", "b.csv", text.as_bytes())]).await;
        let answer = answer.expect(422);
        for part in ["C.24LAS01.029.1/7", "Baris 2", "Baris 3"] {
            assert!(answer.shows(part), "{part}: {}", answer.body);
        }
        house.post("asesor", EVIDENCE, &fields).await.expect(422);
        let ahead = [("kind", "observation"), ("day", "25-11-2026"), ("person", SAIDI), ("vatm.C.24LAS01.001.1", "V")];
        house.post("asesor", EVIDENCE, &ahead).await.expect(422);

        let adapt = "/batches/A-1/assessment/adjustments/new";
        let adapted = [("person", SAIDI), ("adaptation", "read_aloud"), ("day", "22-11-2026")];
        assert!(house.get("manajer", adapt).await.expect(200).shows("Soal dibacakan"));
        house.post("asesor", adapt, &adapted).await.expect(303);
        house.post("manajer", adapt, &adapted).await.expect(409);
        assert_ne!(house.post("guru", adapt, &adapted).await.status, 303);
        let page = house.get("asesor", "/batches/A-1/assessment/evidence").await.expect(200);
        assert!(page.shows("Disesuaikan: Soal dibacakan"), "{}", page.body);
        let object = audit::Object::new("person", scene.person(SAIDI).0);
        let told = audit::timeline(scene.db().read(), object, 9).await.unwrap();
        assert!(told.iter().any(|entry| entry.kind == "AdjustmentRecorded"));
    })
    .await;
}

#[tokio::test]
async fn the_sample_comes_from_the_log_and_another_hand_confirms() {
    in_scene(Story::Welding, |scene| async move {
        licensed(&scene).await;
        decided(&scene).await;
        let house = &scene.house;
        let on = scene.db().read();
        let moderations = facts::moderations(on, scene.batch).await.unwrap();
        let found = &moderations[0];
        let leaf = audit::log(on, 9).await.unwrap();
        assert!(
            leaf.iter().any(|line| line.number == found.leaf && line.action == "AssessmentDecided"),
            "{leaf:?}"
        );
        let people: Vec<_> = scene.people.iter().map(|(_, person)| *person).collect();
        let seed: Vec<u8> =
            (0..64).step_by(2).map(|at| u8::from_str_radix(&found.seed[at..at + 2], 16).unwrap()).collect();
        assert_eq!(found.sample, draw(&seed, found.sitting, &people), "anybody can draw it again");
        assert_eq!(facts::awaiting_moderation(on, scene.batch).await.unwrap(), [found.sitting]);

        let say = |outcome: &'static str, day: &'static str| {
            [("outcome", outcome), ("day", day), ("note", "Bukti lengkap.")]
        };
        for login in ["asesor", "guru", "giatja"] {
            let answer = house.post(login, MODERATE, &say("confirm", "23-11-2026")).await;
            assert!([403, 404].contains(&answer.status), "{login} got {}", answer.status);
        }
        let judge = house.desk("asesor").await.actor.account.expect("an account").0;
        let sql = "UPDATE moderation SET state = 'confirmed', moderator_account = $1";
        let error = store::run(scene.db().writer(), sql, [judge.into()]).await.unwrap_err();
        assert!(error.to_string().contains("moderation_another_hand"), "{error}");
        let error =
            store::run(scene.db().writer(), "UPDATE moderation SET leaf = leaf + 1", []).await.unwrap_err();
        assert!(error.to_string().contains("moderation_drawn"), "{error}");

        house.post("asesor", ANSWER, &[("day", "23-11-2026"), ("note", "X")]).await.expect(409);
        house.post("manajer", MODERATE, &say("confirm", "21-11-2026")).await.expect(422);
        house.post("manajer", MODERATE, &say("send_back", "23-11-2026")).await.expect(303);
        house.post("manajer", MODERATE, &say("confirm", "23-11-2026")).await.expect(409);
        house
            .post("asesor", ANSWER, &[("day", "23-11-2026"), ("note", "Foto ditambahkan.")])
            .await
            .expect(303);
        house.post("manajer", MODERATE, &say("confirm", "24-11-2026")).await.expect(303);
        house.post("manajer", MODERATE, &say("send_back", "24-11-2026")).await.expect(409);
        assert!(facts::awaiting_moderation(on, scene.batch).await.unwrap().is_empty());
        let moderator = house.desk("manajer").await.actor.account.expect("an account").0;
        let error = store::run(scene.db().writer(), sql, [moderator.into()]).await.unwrap_err();
        assert!(error.to_string().contains("moderation_is_over"), "{error}");
        let page = house.get("manajer", "/batches/A-1/assessment/sittings/1").await.expect(200);
        for text in ["Foto ditambahkan.", "Disahkan", &found.seed] {
            assert!(page.shows(text), "{text}: {}", page.body);
        }
        assert!(house.get("asesor", "/batches/A-1/assessment").await.expect(200).shows("Moderasi"));
    })
    .await;
}

#[tokio::test]
async fn an_appeal_under_a_scheme_rests_on_evidence_too() {
    in_scene(Story::Welding, |scene| async move {
        licensed(&scene).await;
        decided(&scene).await;
        let house = &scene.house;
        let lodge =
            [("person", "B.I 71/2025"), ("unit", GROOVE), ("day", "23-11-2026"), ("grounds", "Mesin mati.")];
        house.post("giatja", "/batches/A-1/appeals/new", &lodge).await.expect(303);
        let named = [("assessor", "asesor.lain"), ("day", "23-11-2026")];
        house.post("manajer", "/appeals/A-1-B1/assessor", &named).await.expect(303);
        let won = [("outcome", "won"), ("day", "24-11-2026"), ("reason", "Memenuhi WPS.")];
        let bare = house.post("asesor.lain", "/appeals/A-1-B1/decision", &won).await.expect(409);
        assert!(bare.shows("belum punya bukti"), "{}", bare.body);
        let cell = format!("vatm.{GROOVE}");
        let seen =
            [("kind", "product"), ("day", "24-11-2026"), ("person", "B.I 71/2025"), (cell.as_str(), "VATM")];
        house.post("asesor.lain", EVIDENCE, &seen).await.expect(303);
        house.post("asesor.lain", "/appeals/A-1-B1/decision", &won).await.expect(303);
        let open = facts::awaiting_moderation(scene.db().read(), scene.batch).await.unwrap();
        assert_eq!(open.len(), 1, "the appeal was another hand's already; the first sitting still waits");
    })
    .await;
}

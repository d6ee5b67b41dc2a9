// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Before the test: application with missing papers, what candidates say of themselves, the agreement, and the printed forms.

use access::Role;
use assessment::facts;

use crate::stories::{GROOVE, Scene, Story, in_scene};

const LIST: &str = "/batches/A-1/assessment/applications";
const APPLY: &str = "/batches/A-1/assessment/applications/new";
const SELF: &str = "/batches/A-1/assessment/self-assessment/new";
const AGREE: &str = "/batches/A-1/assessment/agreements/new";
const SAIDI: &str = "B.I 92/2025";

async fn licensed(scene: &Scene) {
    scene.license().await;
    scene.house.account("manajer", "lsp", &[Role::Certifier]).await;
}

#[tokio::test]
async fn missing_papers_are_tasks_until_they_come() {
    in_scene(Story::Welding, |scene| async move {
        licensed(&scene).await;
        let house = &scene.house;
        let on = scene.db().read();
        let batch = programme::facts::batch(on, scene.batch).await.unwrap().unwrap();
        assert_eq!(facts::candidates_waiting(on, &batch).await.unwrap(), (0, 16), "nobody has applied");
        let one = [("person", SAIDI), ("purpose", "certification"), ("day", "20-11-2026"), ("identity", "1")];
        house.post("giatja", APPLY, &one).await.expect(303);
        house.post("giatja", APPLY, &one).await.expect(409);
        let all = [
            ("purpose", "certification"),
            ("day", "20-11-2026"),
            ("identity", "1"),
            ("photo", "1"),
            ("education", "1"),
        ];
        let rest = house.post("giatja", APPLY, &all).await.expect(303);
        assert!(rest.said[0].contains("15 peserta"), "{:?}", rest.said);
        assert_eq!(
            facts::candidates_waiting(on, &batch).await.unwrap(),
            (1, 0),
            "the training is known here"
        );
        let page = house.get("giatja", LIST).await.expect(200);
        for text in ["16 dari 16 peserta", "Pasfoto", "Salinan ijazah"] {
            assert!(page.shows(text), "{text}: {}", page.body);
        }
        let papers = format!("{LIST}/{}/papers", scene.person(SAIDI));
        house.post("giatja", &papers, &[("day", "21-11-2026")]).await.expect(422);
        let came = [("day", "21-11-2026"), ("photo", "1"), ("education", "1"), ("identity", "1")];
        let answer = house.post("giatja", &papers, &came).await.expect(303);
        assert!(answer.said[0].contains("2 berkas"), "what was there is not noted twice: {:?}", answer.said);
        assert_eq!(facts::candidates_waiting(on, &batch).await.unwrap(), (0, 0));
        for login in ["asesor", "guru"] {
            let answer = house.post(login, APPLY, &all).await;
            assert!([403, 404].contains(&answer.status), "{login} got {}", answer.status);
        }
        let error = store::run(scene.db().writer(), "DELETE FROM application_paper", []).await.unwrap_err();
        assert!(error.to_string().contains("application_kept"), "{error}");
    })
    .await;
}

#[tokio::test]
async fn what_a_candidate_says_and_agrees_to() {
    in_scene(Story::Welding, |scene| async move {
        licensed(&scene).await;
        let house = &scene.house;
        let cell = format!("can.{GROOVE}/2");
        let says =
            [("day", "20-11-2026"), ("person", SAIDI), ("can.C.24LAS01.001.1", "K"), (cell.as_str(), "BK")];
        let early = house.post("giatja", SELF, &says).await.expect(409);
        assert!(early.shows("Saidi Rahman belum mengajukan permohonan"), "{}", early.body);
        house.post("asesor", AGREE, &[("day", "21-11-2026"), ("observation", "1")]).await.expect(409);
        let applied = [("person", SAIDI), ("purpose", "certification"), ("day", "20-11-2026")];
        house.post("giatja", APPLY, &applied).await.expect(303);
        assert!(house.get("giatja", SELF).await.expect(200).shows("2. Elemen"));
        house.post("giatja", SELF, &says).await.expect(303);
        let again = [("day", "20-11-2026"), ("person", SAIDI), (cell.as_str(), "K")];
        house.post("giatja", SELF, &again).await.expect(303);
        let page = house.get("manajer", LIST).await.expect(200);
        assert!(page.shows("Mampu pada 2 dari 2"), "the latest turn counts: {}", page.body);
        house.post("asesor", AGREE, &[("day", "21-11-2026")]).await.expect(422);
        house.post("asesor", AGREE, &[("day", "21-11-2026"), ("product", "1")]).await.expect(303);
        house.post("asesor", AGREE, &[("day", "21-11-2026"), ("product", "1")]).await.expect(409);
        assert!(house.get("asesor", LIST).await.expect(200).shows("Disetujui"));
        // Nobody is judged without having agreed, the database says too.
        let on = scene.db().writer();
        let account = house.desk("asesor").await.actor.account.expect("an account").0;
        let id = uuid::Uuid::from_u128(78);
        let sql = "INSERT INTO sitting (id, batch_id, day, kind, round, assessor_account, assessor_name) \
                   SELECT $1, id, ends_on, 'competence', 9, $2, 'X' FROM batch";
        store::run(on, sql, [id.into(), account.into()]).await.unwrap();
        let sql = "INSERT INTO unit_result (sitting_id, batch_id, person_id, unit_id, attempt, verdict) \
                   SELECT $1, b.id, $2, u.id, 1, 'BK' FROM batch b, programme_unit u WHERE u.code = $3";
        let values = [id.into(), scene.person("B.I 59/2024").0.into(), GROOVE.into()];
        let error = store::run(on, sql, values).await.unwrap_err();
        assert!(error.to_string().contains("unit_result_needs_agreement"), "{error}");
    })
    .await;
}

#[tokio::test]
async fn forms_print_filled_and_empty() {
    in_scene(Story::Welding, |scene| async move {
        licensed(&scene).await;
        let house = &scene.house;
        let applied = [("purpose", "certification"), ("day", "20-11-2026"), ("photo", "1")];
        house.post("giatja", APPLY, &applied).await.expect(303);
        let empty = "/batches/A-1/assessment/forms/apl-01";
        let filled =
            |form: &str| format!("/batches/A-1/assessment/candidates/{}/{form}", scene.person(SAIDI));
        for (login, path) in [
            ("giatja", empty.to_owned()),
            ("giatja", filled("apl-01")),
            ("manajer", filled("apl-02")),
            ("asesor", filled("ak-01")),
            ("asesor", filled("ia-01")),
            ("asesor", filled("ak-02")),
            ("asesor", filled("ak-03")),
            ("asesor", "/batches/A-1/assessment/forms/ak-03".to_owned()),
            ("asesor", "/batches/A-1/assessment/forms/mapa-01".to_owned()),
            ("asesor", "/batches/A-1/assessment/forms/ak-05".to_owned()),
            ("giatja", "/batches/A-1/assessment/forms/ak-06".to_owned()),
            ("manajer", "/batches/A-1/assessment/forms/pleno-01".to_owned()),
        ] {
            let answer = house.get(login, &path).await.expect(200);
            assert!(answer.body.starts_with("%PDF"), "{login} {path}");
        }
        assert_eq!(house.get("guru", empty).await.status, 404, "a teacher of an unrelated office");
        assert_eq!(house.get("asesor", "/batches/A-1/assessment/forms/x").await.status, 404);
        assert_eq!(
            house.get("asesor", &filled("ak-05")).await.status,
            404,
            "a form of the whole, not of a candidate"
        );
        for path in [APPLY, SELF, LIST, "/batches/A-1/assessment"] {
            let page = house.get("giatja", path).await.expect(200);
            assert!(!page.body.contains('⟦'), "{path}: {}", page.body);
        }
        for path in [AGREE, "/batches/A-1/assessment/evidence"] {
            let page = house.get("asesor", path).await.expect(200);
            assert!(!page.body.contains('⟦'), "{path}: {}", page.body);
        }
    })
    .await;
}

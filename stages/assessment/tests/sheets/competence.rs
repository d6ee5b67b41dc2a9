// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The welders' two tests from the files as they are, and each way a verdict is refused.

use crate::stories::{Story, day, in_scene};
use assessment::facts::{self, Verdict};

const DECIDE: &str = "/batches/A-1/assessment/decision";
const RETRY: &str = "/batches/A-1/assessment/retry";

#[tokio::test]
async fn twelve_at_first_three_more_after_the_second_try() {
    in_scene(Story::Welding, |scene| async move {
        let on = scene.db().read();
        let first = scene.send("asesor", DECIDE, "22-11-2026", "s4/hasil-uji.csv").await.expect(303);
        assert!(first.said[0].contains("12 dari 16"), "{:?}", first.said);
        let counts = facts::counts(on, scene.batch).await.unwrap();
        assert_eq!((counts.assessed, counts.k_people, counts.bk_people), (16, 12, 4));

        let second = scene.send("asesor", RETRY, "24-11-2026", "s4/hasil-uji-2.csv").await.expect(303);
        assert!(second.said.iter().any(|line| line.contains("Jumadi belum kompeten")), "{:?}", second.said);
        let counts = facts::counts(on, scene.batch).await.unwrap();
        assert_eq!((counts.assessed, counts.k_people, counts.bk_people), (16, 15, 1));
        let jumadi = scene.person("B.I 59/2024");
        let verdicts: Vec<Verdict> =
            facts::finals(on, scene.batch, jumadi).await.unwrap().into_iter().map(|(_, one)| one).collect();
        let (k, bk) = (Verdict::Competent, Verdict::NotYet);
        assert_eq!(verdicts, [k, k, k, bk, k]);
        assert!(!facts::all_competent(on, scene.batch, jumadi).await.unwrap());
        let tries = facts::results(on, scene.batch).await.unwrap();
        assert_eq!(tries.len(), 16 * 5 + 5, "the first verdicts stay beside the later ones");

        let page = scene.house.get("asesor", "/batches/A-1/assessment").await.expect(200);
        assert!(page.shows("15 dari 16 orang") && page.shows("Kesempatan ke-2"));
        scene.house.get("asesor", "/assessments").await.expect(200);
        scene.house.get("giatja", "/assessments").await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_k_never_becomes_bk_and_a_first_try_is_first() {
    in_scene(Story::Welding, |scene| async move {
        let early = scene.send("asesor", RETRY, "22-11-2026", "s4/hasil-uji-2.csv").await.expect(409);
        assert!(early.shows("belum pernah diuji"), "nobody has been tested yet");
        scene.send("asesor", DECIDE, "22-11-2026", "s4/hasil-uji.csv").await.expect(303);
        scene.send("asesor", DECIDE, "22-11-2026", "s4/hasil-uji.csv").await.expect(409);
        let cell = "result.B.I 92/2025.C.24LAS01.001.1";
        let again =
            scene.house.post("asesor", RETRY, &[("day", "24-11-2026"), (cell, "BK")]).await.expect(409);
        assert!(again.shows("K tidak berubah lagi"));
        let saidi = scene.person("B.I 92/2025");
        assert!(facts::all_competent(scene.db().read(), scene.batch, saidi).await.unwrap());
        let error =
            store::run(scene.db().writer(), "UPDATE unit_final SET verdict = 'BK' WHERE verdict = 'K'", [])
                .await;
        assert!(error.unwrap_err().to_string().contains("unit_final_keeps_k"), "the database refuses too");
        let error = store::run(scene.db().writer(), "DELETE FROM unit_result", []).await;
        assert!(error.unwrap_err().to_string().contains("unit_result_append_only"));
    })
    .await;
}

#[tokio::test]
async fn who_trained_does_not_judge() {
    in_scene(Story::Welding, |scene| async move {
        let account = scene.house.desk("asesor").await.actor.account.expect("an account").0;
        let sql = "UPDATE instructor SET account_id = $1";
        store::run(scene.db().writer(), sql, [account.into()]).await.unwrap();
        let sql = "INSERT INTO sitting (id, batch_id, day, kind, round, assessor_account, assessor_name) \
                   SELECT $1, id, starts_on, 'competence', 9, $2, 'X' FROM batch";
        let values = [uuid::Uuid::from_u128(9).into(), account.into()];
        let error = store::run(scene.db().writer(), sql, values).await.unwrap_err();
        assert!(error.to_string().contains("sitting_assessor_trained"), "the database says so too: {error}");
        let refused = scene.send("asesor", DECIDE, "22-11-2026", "s4/hasil-uji.csv").await.expect(409);
        assert!(refused.shows("Asesor tidak boleh menilai angkatan yang dilatihnya."));
        assert_eq!(facts::counts(scene.db().read(), scene.batch).await.unwrap().assessed, 0);
    })
    .await;
}

#[tokio::test]
async fn only_the_booked_assessor_from_the_booked_day_on() {
    in_scene(Story::Welding, |scene| async move {
        for login in ["asesor.lain", "guru", "giatja"] {
            let answer = scene.send(login, DECIDE, "22-11-2026", "s4/hasil-uji.csv").await;
            assert!([403, 404].contains(&answer.status), "{login} got {}", answer.status);
        }
        scene.send("asesor", DECIDE, "21-11-2026", "s4/hasil-uji.csv").await.expect(409);
        scene.send("asesor", DECIDE, "25-11-2026", "s4/hasil-uji.csv").await.expect(409);
        assert!(
            facts::sittings(scene.db().read(), scene.batch).await.unwrap().is_empty(),
            "nothing half done"
        );
        scene.send("asesor", DECIDE, "24-11-2026", "s4/hasil-uji.csv").await.expect(303);
        scene.send("asesor", RETRY, "23-11-2026", "s4/hasil-uji-2.csv").await.expect(409);
        let sittings = facts::sittings(scene.db().read(), scene.batch).await.unwrap();
        assert_eq!(sittings.iter().map(|one| (one.round, one.day)).collect::<Vec<_>>(), [(1, day(24))]);
    })
    .await;
}

#[tokio::test]
async fn those_who_did_not_complete_are_named_and_nobody_is_judged() {
    in_scene(Story::Welding, |scene| async move {
        let jumadi = scene.person("B.I 59/2024");
        let sql = "UPDATE completion SET complete = FALSE, percent = 79 WHERE person_id = $1";
        store::run(scene.db().writer(), sql, [jumadi.0.into()]).await.unwrap();
        let refused = scene.send("asesor", DECIDE, "22-11-2026", "s4/hasil-uji.csv").await.expect(409);
        assert!(refused.shows("Jumadi: baru menyelesaikan 79% pelatihan."));
        assert!(facts::assessed(scene.db().read(), scene.batch).await.unwrap().is_empty());
        let form = scene.house.get("asesor", DECIDE).await.expect(200);
        assert!(form.shows("Belum menyelesaikan pelatihan"));
        assert!(!form.body.contains(&format!("result.{jumadi}")), "no choice stands beside him");
    })
    .await;
}

#[tokio::test]
async fn the_sheet_is_read_whole_before_it_is_refused() {
    in_scene(Story::Welding, |scene| async move {
        let text = "Judul;;\nno_registrasi;nama;C.24LAS01.001.1;C.99\nB.I 92/2025;Saidi Rahman;L;\nB.I 1/1999;Tidak Ada;K;\n";
        let files = [("file", "uji.csv", text.as_bytes())];
        let answer = scene.house.post_file("asesor", DECIDE, &[("day", "22-11-2026")], &files).await.expect(422);
        for part in ["C.99", "Baris 3", "Baris 4"] {
            assert!(answer.shows(part), "{part}");
        }
        scene.house.post("asesor", DECIDE, &[("day", "22-11-2026")]).await.expect(422);
        let wrong = scene.send("guru", "/batches/A-1/mastery", "22-11-2026", "s3/penguasaan.csv").await.expect(409);
        assert!(wrong.shows("Sertifikat kompetensi memerlukan uji oleh asesor."));
    })
    .await;
}

#[tokio::test]
async fn once_the_batch_is_open_its_scheme_stays() {
    in_scene(Story::Welding, |scene| async move {
        let on = scene.db().writer();
        let sql = "INSERT INTO opening (batch_id, opened_on) SELECT id, starts_on FROM batch";
        store::run(on, sql, []).await.unwrap();
        store::run(on, "UPDATE batch_assessment SET place = 'Kotabaru'", []).await.expect("the place may move");
        let sql = "INSERT INTO batch_assessment (batch_id, reserved_on, place, assessor_organisation_id, assessor_name) \
                   SELECT batch_id, reserved_on, place, assessor_organisation_id, 'X' FROM batch_assessment";
        let error = store::run(on, sql, []).await.unwrap_err();
        assert!(error.to_string().contains("booking_before_opening"), "{error}");
    })
    .await;
}

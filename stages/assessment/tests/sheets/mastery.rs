// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The bakers' mastery sheets from the files as they are, confirmed by a teacher who taught them.

use crate::stories::{Story, in_scene};
use assessment::facts::{self, SittingKind};

const CONFIRM: &str = "/batches/A-1/mastery";

#[tokio::test]
async fn two_skills_are_missing_at_first_and_none_after_the_second_sheet() {
    in_scene(Story::Bread, |scene| async move {
        let on = scene.db().read();
        let first = scene.send("guru", CONFIRM, "22-11-2026", "s3/penguasaan.csv").await.expect(303);
        assert!(
            first.said.iter().any(|line| line.contains("Misnadi belum kompeten: menghitung harga jual")),
            "{:?}",
            first.said
        );
        let left = "Taufiqur Rohman tidak dinilai: barisnya kosong. pindah sebelum penilaian";
        assert!(first.said.iter().any(|line| line == left), "{:?}", first.said);
        let counts = facts::counts(on, scene.batch).await.unwrap();
        assert_eq!((counts.assessed, counts.k_people, counts.bk_people), (15, 13, 2));
        assert!(!facts::all_competent(on, scene.batch, scene.person("B.I 154/2025")).await.unwrap());

        scene.send("guru", CONFIRM, "24-11-2026", "s3/penguasaan-2.csv").await.expect(303);
        let counts = facts::counts(on, scene.batch).await.unwrap();
        assert_eq!((counts.assessed, counts.k_people, counts.bk_people), (15, 15, 0));
        let sittings = facts::sittings(on, scene.batch).await.unwrap();
        assert_eq!(
            sittings.iter().map(|one| (one.kind, one.round)).collect::<Vec<_>>(),
            [(SittingKind::Mastery, 1), (SittingKind::Mastery, 2),]
        );
        scene.send("guru", CONFIRM, "24-11-2026", "s3/penguasaan-2.csv").await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn only_a_teacher_of_this_batch_confirms() {
    in_scene(Story::Bread, |scene| async move {
        let refused = scene.send("guru.lain", CONFIRM, "22-11-2026", "s3/penguasaan.csv").await.expect(409);
        assert!(refused.shows("Penguasaan hanya dipastikan guru yang mengajar angkatan ini."));
        for login in ["asesor", "giatja"] {
            let answer = scene.send(login, CONFIRM, "22-11-2026", "s3/penguasaan.csv").await;
            assert!([403, 404].contains(&answer.status), "{login} got {}", answer.status);
        }
        let answer = scene
            .send("asesor", "/batches/A-1/assessment/decision", "22-11-2026", "s3/penguasaan.csv")
            .await
            .expect(409);
        assert!(answer.shows("Sertifikat keahlian memerlukan penguasaan yang dipastikan guru."));
        scene.house.get("guru", CONFIRM).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn the_grid_says_the_same_as_the_file() {
    in_scene(Story::Bread, |scene| async move {
        let fields =
            [("day", "22-11-2026"), ("result.B.I 139/2024.sanitasi", "ya"), ("result.Suparjo.K2", "belum")];
        scene.house.post("guru", CONFIRM, &fields).await.expect(303);
        let finals = facts::finals_of_batch(scene.db().read(), scene.batch).await.unwrap();
        let mut verdicts: Vec<&str> = finals.iter().map(|one| one.verdict.code()).collect();
        verdicts.sort_unstable();
        assert_eq!(verdicts, ["BK", "K"]);
        let fields = [("day", "22-11-2026"), ("result.Taufiqur Rohman.K1", "ya")];
        let refused = scene.house.post("guru", CONFIRM, &fields).await.expect(409);
        assert!(refused.shows("Taufiqur Rohman: baru menyelesaikan 33% pelatihan."));
    })
    .await;
}

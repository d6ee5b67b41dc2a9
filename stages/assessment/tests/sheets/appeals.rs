// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An appeal from its lodging to the K, and each way it is refused; by page, event and row.

use access::Role;
use assessment::facts::{self, AppealState, Verdict};

use crate::stories::{Scene, Story, in_scene};

const LODGE: &str = "/batches/A-1/appeals/new";
const ASSIGN: &str = "/appeals/A-1-B1/assessor";
const DECIDE: &str = "/appeals/A-1-B1/decision";
const JUMADI: &str = "B.I 59/2024";
const GROOVE: &str = "C.24LAS01.029.1";

/// Judged on 22 November, the test's day is the 24th; the certification body has somebody at work.
async fn judged(scene: &Scene) {
    scene.house.account("manajer", "lsp", &[Role::Certifier]).await;
    scene
        .send("asesor", "/batches/A-1/assessment/decision", "22-11-2026", "s4/hasil-uji.csv")
        .await
        .expect(303);
}

fn lodging<'a>(person: &'a str, unit: &'a str, day: &'a str) -> [(&'a str, &'a str); 4] {
    [("person", person), ("unit", unit), ("day", day), ("grounds", "Mesin las mati dua kali.")]
}

#[tokio::test]
async fn a_won_appeal_gives_a_k_and_leaves_the_first_verdict_on_record() {
    in_scene(Story::Welding, |scene| async move {
        judged(&scene).await;
        let house = &scene.house;
        let form = house.get("giatja", LODGE).await.expect(200);
        assert!(form.shows("Jumadi"), "who lacks a K can be chosen");
        let lodged = house.post("giatja", LODGE, &lodging(JUMADI, GROOVE, "23-11-2026")).await.expect(303);
        assert!(lodged.said[0].contains("A-1-B1"), "{:?}", lodged.said);
        let named = [("assessor", "asesor.lain"), ("day", "24-11-2026")];
        house.post("manajer", ASSIGN, &named).await.expect(303);
        let won = [("outcome", "won"), ("day", "24-11-2026"), ("reason", "Memenuhi WPS.")];
        let answer = house.post("asesor.lain", DECIDE, &won).await.expect(303);
        assert!(answer.said[0].contains("kini K"), "{:?}", answer.said);

        let on = scene.db().read();
        let appeals = facts::appeals(on, scene.batch).await.unwrap();
        assert_eq!((appeals.len(), appeals[0].state), (1, AppealState::Won));
        let person = scene.person(JUMADI);
        let tries: Vec<(i64, Verdict)> = facts::results(on, scene.batch)
            .await
            .unwrap()
            .into_iter()
            .filter(|one| one.person == person && one.unit == appeals[0].unit)
            .map(|one| (one.attempt, one.verdict))
            .collect();
        assert_eq!(tries, [(1, Verdict::NotYet), (2, Verdict::Competent)], "superseded, not changed");
        let page = house.get("giatja", "/batches/A-1/assessment").await.expect(200);
        assert!(page.shows("Banding diterima") && page.shows("Putusan banding"), "{}", page.body);
        for login in ["giatja", "manajer", "asesor.lain"] {
            let page = house.get(login, "/appeals/A-1-B1").await.expect(200);
            assert!(page.shows("Memenuhi WPS."), "{login}");
        }
        let object = audit::Object::new("appeal", appeals[0].id.0);
        let told: Vec<String> =
            audit::timeline(on, object, 9).await.unwrap().into_iter().map(|entry| entry.kind).collect();
        for kind in ["AppealLodged", "AppealAssigned", "AppealDecided"] {
            assert!(told.iter().any(|known| known == kind), "{kind} in {told:?}");
        }
        house.post("asesor.lain", DECIDE, &won).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn neither_the_one_who_judged_nor_one_who_trained_hears_it() {
    in_scene(Story::Welding, |scene| async move {
        judged(&scene).await;
        let house = &scene.house;
        house.post("giatja", LODGE, &lodging(JUMADI, GROOVE, "24-11-2026")).await.expect(303);
        let name = |login: &'static str| [("assessor", login), ("day", "24-11-2026")];
        let judged = house.post("manajer", ASSIGN, &name("asesor")).await.expect(409);
        assert!(judged.shows("sudah menilai orang ini pada unit yang sama"), "{}", judged.body);
        let taught = house.post("manajer", ASSIGN, &name("guru")).await.expect(409);
        assert!(taught.shows("melatih angkatan ini") && taught.shows("bukan asesor"), "{}", taught.body);
        for login in ["giatja", "asesor", "guru.lain"] {
            let answer = house.post(login, ASSIGN, &name("asesor.lain")).await;
            assert!([403, 404].contains(&answer.status), "{login} got {}", answer.status);
        }
        // The database says the same to whoever goes around the room.
        for login in ["asesor", "guru"] {
            let account = house.desk(login).await.actor.account.expect("an account").0;
            let sql = "UPDATE appeal SET state = 'assigned', assessor_account = $1, assessor_name = 'X', \
                       assigned_on = lodged_on";
            let error = store::run(scene.db().writer(), sql, [account.into()]).await.unwrap_err();
            assert!(error.to_string().contains("appeal_other_assessor"), "{login}: {error}");
        }
        let early = [("outcome", "won"), ("day", "24-11-2026"), ("reason", "X")];
        let answer = house.post("asesor", DECIDE, &early).await;
        assert!([403, 404].contains(&answer.status), "nobody is named yet, so nobody decides");
    })
    .await;
}

#[tokio::test]
async fn only_a_bk_once_and_in_time() {
    in_scene(Story::Welding, |scene| async move {
        judged(&scene).await;
        let house = &scene.house;
        let of_k = house.post("giatja", LODGE, &lodging(JUMADI, "C.24LAS01.001.1", "24-11-2026")).await;
        assert!(of_k.expect(409).shows("atas hasil BK yang berlaku"));
        house.post("giatja", LODGE, &lodging(JUMADI, GROOVE, "21-11-2026")).await.expect(409);
        house.post("giatja", LODGE, &lodging(JUMADI, GROOVE, "25-11-2026")).await.expect(422);
        house.at(kernel::day::parse("07-12-2026").expect("a day"));
        let late = house.post("giatja", LODGE, &lodging(JUMADI, GROOVE, "07-12-2026")).await.expect(409);
        assert!(late.shows("Batasnya 06-12-2026"), "{}", late.body);
        house.post("giatja", LODGE, &lodging(JUMADI, GROOVE, "06-12-2026")).await.expect(303);
        house.post("giatja", LODGE, &lodging(JUMADI, GROOVE, "06-12-2026")).await.expect(409);
        let cell = format!("result.{JUMADI}.{GROOVE}");
        let retry = [("day", "07-12-2026"), (cell.as_str(), "K")];
        let waits = house.post("asesor", "/batches/A-1/assessment/retry", &retry).await.expect(409);
        assert!(waits.shows("sedang dalam banding"), "{}", waits.body);
    })
    .await;
}

#[tokio::test]
async fn a_rejected_appeal_leaves_the_verdict_and_the_way_to_a_second_try() {
    in_scene(Story::Welding, |scene| async move {
        judged(&scene).await;
        let house = &scene.house;
        house.post("giatja", LODGE, &lodging(JUMADI, GROOVE, "24-11-2026")).await.expect(303);
        let named = [("assessor", "asesor.lain"), ("day", "24-11-2026")];
        house.post("manajer", ASSIGN, &named).await.expect(303);
        let said = [("outcome", "rejected"), ("day", "24-11-2026"), ("reason", "Cacat las tampak.")];
        house.post("asesor.lain", DECIDE, &said).await.expect(303);
        let on = scene.db().read();
        assert!(!facts::all_competent(on, scene.batch, scene.person(JUMADI)).await.unwrap());
        assert_eq!(facts::sittings(on, scene.batch).await.unwrap().len(), 1, "no verdict was given");
        house.post("giatja", LODGE, &lodging(JUMADI, GROOVE, "24-11-2026")).await.expect(409);
        scene
            .send("asesor", "/batches/A-1/assessment/retry", "24-11-2026", "s4/hasil-uji-2.csv")
            .await
            .expect(303);
        let error = store::run(scene.db().writer(), "UPDATE appeal SET reason = 'lain'", []).await;
        assert!(error.unwrap_err().to_string().contains("appeal_is_over"), "a decision stands");
    })
    .await;
}

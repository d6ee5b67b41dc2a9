// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From a proposal to a batch with its assessment reserved, and every way not to get there.

use crate::ground::{
    BATCH, BOOKING, INSTRUCTOR, PLAN, PROPOSAL, curriculum, day, file, settle, with, workshop,
};
use programme::facts;
use web::testing::{Standing, on_each_database};

const RESERVE: &str = "/batches/LAS-1/assessment-booking";

pub async fn planned(house: &Standing) {
    settle(house).await;
    workshop(house).await;
    curriculum(house).await;
    house.post("kepala.blk", "/instructors/new", &INSTRUCTOR).await.expect(303);
    house.post("kepala.blk", "/batches/new", &BATCH).await.expect(303);
}

#[tokio::test]
async fn a_batch_is_planned_and_its_assessment_reserved() {
    on_each_database(PLAN, async |house: Standing| {
        planned(&house).await;
        let page = house.get("kerja", "/batches/LAS-1").await.expect(200);
        assert!(
            page.shows("Uji belum dipesan") && page.shows("Senin 08.00–12.00, Rabu 08.00–12.00"),
            "{}",
            page.body
        );
        assert!(page.shows("9 Februari") && page.shows("16 kursi dan 4 cadangan, 160 JP"), "{}", page.body);
        let answer = house.post("kerja", RESERVE, &BOOKING).await.expect(303);
        assert!(answer.said[0].contains("2 April 2026"), "{:?}", answer.said);

        let on = house.house.db.read();
        let batch = facts::batch_by_code(on, "LAS-1").await.unwrap().unwrap();
        let booked = batch.assessment.clone().unwrap();
        assert_eq!((booked.assessor_name.as_str(), booked.assessor_account.is_some()), ("asesor", true));
        assert_eq!((batch.last_day(), batch.seats), (day(2026, 4, 2), 16));
        assert_eq!(facts::instructors_of_batch(on, batch.id).await.unwrap().len(), 1);
        assert_eq!(
            facts::batches_of_host(on, batch.host).await.unwrap().as_slice(),
            std::slice::from_ref(&batch)
        );
        assert_eq!(
            facts::batches_under(on, batch.agreement).await.unwrap().as_slice(),
            std::slice::from_ref(&batch)
        );
        let modules = facts::modules(on, batch.programme.id).await.unwrap();
        assert_eq!(modules.iter().map(|module| module.jp).sum::<i64>(), 160);
        assert_eq!((modules[9].units.len(), modules[9].needs.len()), (5, 2));

        // The booked assessor sees the batch without any agreement; others of other offices do not.
        for (login, expected) in [("asesor", 200), ("kepala.blk", 200), ("jaga", 200), ("lain", 404)] {
            assert_eq!(house.get(login, "/batches/LAS-1").await.status, expected, "{login}");
        }
        assert!(house.get("asesor", "/batches").await.expect(200).shows("Las angkatan 1"));
        assert!(house.get("lain", "/batches").await.expect(200).shows("Di sini akan tampil"));
        assert!(!house.get("kerja", "/batches?q=roti").await.expect(200).shows("Las angkatan 1"));

        let moved =
            with(&BOOKING, &[("day", "04-04-2026"), ("assessor", ""), ("assessor_name", "Asesor Tamu")]);
        house.post("kerja", RESERVE, &moved).await.expect(303);
        let batch = facts::batch_by_code(on, "LAS-1").await.unwrap().unwrap();
        assert_eq!(batch.assessment.unwrap().reserved_on, day(2026, 4, 4), "a later booking takes the place");
    })
    .await;
}

#[tokio::test]
async fn every_page_says_everything_in_words() {
    on_each_database(PLAN, async |house: Standing| {
        planned(&house).await;
        let pages = [
            "/programmes",
            "/programmes/LAS-SMAW",
            "/facilities",
            "/facilities/LAS-KTB",
            "/instructors",
            "/batches",
        ];
        let forms = [
            "/programmes/new",
            "/programmes/LAS-SMAW/curriculum",
            "/facilities/new",
            "/facilities/LAS-KTB/inspections/new",
            "/instructors/new",
            "/batches/new?programme=LAS-SMAW",
            "/batches/LAS-1",
            RESERVE,
        ];
        for path in pages.iter().chain(&forms) {
            let page = house.get("kerja", path).await.expect(200).body;
            assert!(!page.contains('⟦'), "{path}: {page}");
        }
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn each_problem_of_a_plan_stands_at_its_field() {
    on_each_database(PLAN, async |house: Standing| {
        planned(&house).await;
        for (changed, sentence) in [
            (vec![("code", "LAS-1")], "sudah dipakai"),
            (vec![("code", "las 2")], "bukan kode"),
            (vec![("code", "LAS-2"), ("programme", "TIADA")], "tidak ditemukan"),
            (vec![("code", "LAS-2"), ("instructors", "INS-1\nINS-9")], "tidak ditemukan"),
            (vec![("code", "LAS-2"), ("ends_on", "01-07-2026")], "di luar masa perjanjian"),
            (vec![("code", "LAS-2"), ("ends_on", "08-02-2026")], "mendahului"),
            (vec![("code", "LAS-2"), ("seats", "17")], "memuat 16 orang"),
        ] {
            let answer = house.post("kerja", "/batches/new", &with(&BATCH, &changed)).await.expect(422);
            assert!(answer.shows(sentence), "{changed:?}: {}", answer.body);
        }
        let small = house
            .post("kerja", "/batches/new", &with(&BATCH, &[("code", "LAS-2"), ("seats", "12")]))
            .await
            .expect(303);
        assert!(small.said.iter().any(|said| said.contains("kelas biasanya 16")), "{:?}", small.said);
        for (login, status) in [("jaga", 403), ("asesor", 403)] {
            let answer = house.post(login, "/batches/new", &with(&BATCH, &[("code", "LAS-3")])).await;
            assert_eq!(answer.status, status, "{login}");
        }
        assert_eq!(house.post("lain", "/batches/new", &with(&BATCH, &[("code", "LAS-3")])).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_curriculum_stands_once_a_batch_is_planned() {
    on_each_database(PLAN, async |house: Standing| {
        settle(&house).await;
        workshop(&house).await;
        house.post("kerja", "/programmes/new", &PROPOSAL).await.expect(303);
        house.post("kepala.blk", "/instructors/new", &INSTRUCTOR).await.expect(303);
        let bare = house.post("kerja", "/batches/new", &BATCH).await.expect(409);
        assert!(bare.shows("belum punya kurikulum"), "{}", bare.body);
        let path = "/programmes/LAS-SMAW/curriculum";
        let lines = [("modules", "M1 | Dasar | teori | 8 | U1"), ("units", "U1 | Mengelas | SKKNI 98/2018")];
        house.post("kerja", path, &lines).await.expect(303);
        let book = file("s4/kurikulum.xlsx");
        house.post_file("kerja", path, &[], &[("file", "kurikulum.xlsx", &book)]).await.expect(303);
        let on = house.house.db.read();
        let programme = facts::programme_by_code(on, "LAS-SMAW").await.unwrap().unwrap();
        assert_eq!(
            facts::modules(on, programme.id).await.unwrap().len(),
            10,
            "the second takes the place of the first"
        );
        assert_eq!(facts::units(on, programme.id).await.unwrap().len(), 5);
        let page = house.get("kerja", "/programmes/LAS-SMAW").await.expect(200);
        assert!(
            page.shows("160 JP dalam 10 modul") && page.shows("Menetapkan Proses dan Peralatan Las"),
            "{}",
            page.body
        );
        assert!(page.body.contains("class=\"f-done\""), "the bar has its parts");

        house.post("kerja", "/batches/new", &BATCH).await.expect(303);
        let late = house.post("kerja", path, &lines).await.expect(409);
        assert!(late.shows("sudah dipakai 1 angkatan"), "{}", late.body);
        let wrong =
            house.post_file("kerja", path, &[], &[("file", "a.csv", b"a;b\n1;2\n")]).await.expect(422);
        assert!(wrong.shows("Lembar Modul tidak ditemukan"));
    })
    .await;
}

#[tokio::test]
async fn each_problem_of_a_proposal_and_an_instructor() {
    on_each_database(PLAN, async |house: Standing| {
        settle(&house).await;
        workshop(&house).await;
        for (changed, sentence) in [
            (vec![("standard", "")], "memerlukan standar bernama"),
            (vec![("issuer", "blk-kotabaru")], "hanya diterbitkan LSP"),
            (vec![("certificate_kind", "school")], "hanya diterbitkan sekolah"),
            (
                vec![("certificate_kind", "training"), ("issuer", "lapas-kotabaru")],
                "tidak menerbitkan sertifikat",
            ),
            (vec![("provider", "lsp-las")], "salah satu pihak"),
            (vec![("agreement", "PKS-TIADA")], "tidak ditemukan"),
            (vec![("facility", "TIADA")], "tidak ditemukan"),
            (vec![("title_en", "")], "wajib diisi"),
        ] {
            let answer = house.post("kerja", "/programmes/new", &with(&PROPOSAL, &changed)).await.expect(422);
            assert!(answer.shows(sentence), "{changed:?}: {}", answer.body);
        }
        assert_eq!(
            house.post("lain", "/programmes/new", &PROPOSAL).await.status,
            404,
            "not under another's agreement"
        );
        for (changed, sentence) in [
            (vec![("hours", "Senen | 08.00 | 12.00")], "bukan nama hari"),
            (vec![("account", "asesor")], "bukan akun terbuka"),
            (vec![("organisation", "lsp-las"), ("account", "")], "belum punya perjanjian"),
        ] {
            let answer =
                house.post("kerja", "/instructors/new", &with(&INSTRUCTOR, &changed)).await.expect(422);
            assert!(answer.shows(sentence), "{changed:?}: {}", answer.body);
        }
        let guest = with(
            &INSTRUCTOR,
            &[("kind", "guest"), ("organisation", "lsp-las"), ("account", ""), ("code", "TAMU-1")],
        );
        house.post("kerja", "/instructors/new", &guest).await.expect(303);
        assert!(house.get("kerja", "/instructors").await.expect(200).shows("Narasumber (praktisi tamu)"));
        assert!(!house.get("lain", "/instructors").await.expect(200).shows("Narasumber (praktisi tamu)"));
    })
    .await;
}

#[tokio::test]
async fn each_problem_of_a_booking() {
    on_each_database(PLAN, async |house: Standing| {
        planned(&house).await;
        for (changed, sentence) in [
            (vec![("day", "31-03-2026")], "harus sesudah hari pelatihan terakhir"),
            (vec![("day", "01-07-2026")], "di luar masa perjanjian"),
            (
                vec![("assessor_organisation", "blk-kotabaru"), ("assessor", ""), ("assessor_name", "X")],
                "hanya oleh LSP",
            ),
            (vec![("assessor", "instruktur")], "tidak boleh menguji"),
            (vec![("assessor", "tiada")], "tidak ditemukan"),
            (vec![("assessor", ""), ("assessor_name", "")], "wajib diisi"),
        ] {
            let answer = house.post("kerja", RESERVE, &with(&BOOKING, &changed)).await.expect(422);
            assert!(answer.shows(sentence), "{changed:?}: {}", answer.body);
        }
        assert_ne!(house.post("instruktur", RESERVE, &BOOKING).await.status, 303);
        assert_eq!(house.post("lain", RESERVE, &BOOKING).await.status, 404);
        let on = house.house.db.read();
        assert_eq!(facts::batch_by_code(on, "LAS-1").await.unwrap().unwrap().assessment, None);
    })
    .await;
}

#[tokio::test]
async fn a_guest_is_kept_by_the_host_with_name_and_origin_and_never_signs_in() {
    on_each_database(PLAN, async |house: Standing| {
        settle(&house).await;
        workshop(&house).await;
        curriculum(&house).await;
        let guest = [
            ("code", "TAMU-1"),
            ("name", "Bu Contoh"),
            ("kind", "guest"),
            ("comes_from", "Salon Contoh Kotabaru"),
            ("hours", "Senin | 08.00 | 12.00"),
        ];
        house.post("kerja", "/instructors/new", &guest).await.expect(303);
        let page = house.get("kerja", "/instructors").await.expect(200);
        assert!(page.shows("Bu Contoh") && page.shows("Salon Contoh Kotabaru"), "{}", page.body);
        let kept = facts::instructor_by_code(house.house.db.read(), "TAMU-1").await.unwrap().unwrap();
        assert!(kept.account.is_none() && kept.comes_from == "Salon Contoh Kotabaru");

        let refused = house
            .post(
                "kerja",
                "/instructors/new",
                &with(&guest, &[("code", "TAMU-2"), ("comes_from", ""), ("account", "instruktur")]),
            )
            .await
            .expect(422);
        assert!(refused.shows("mengajar tanpa akun"), "{}", refused.body);
        house
            .post("kerja", "/instructors/new", &with(&guest, &[("code", "TAMU-3"), ("kind", "teacher")]))
            .await
            .expect(422);

        house
            .post("kepala.blk", "/batches/new", &with(&BATCH, &[("instructors", "TAMU-1")]))
            .await
            .expect(303);
        let booked = with(&BOOKING, &[("assessor", ""), ("assessor_name", "bu contoh")]);
        let refused = house.post("kerja", RESERVE, &booked).await.expect(422);
        assert!(refused.shows("Narasumber angkatan ini tidak menguji"), "{}", refused.body);
    })
    .await;
}

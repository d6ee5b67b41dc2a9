// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Ranking, hearing and decree: the main path, each refusal, and who is kept out.

use web::testing::on_each_database;

use crate::ground::{BATCH, Ground, SHEET, plan};

const SEATED: &str = "153/2024,205/2025,141/2025,155/2025,141/2024,165/2025,157/2024,139/2024,148/2025,124/2025,146/2024,154/2025,206/2025,134/2025,208/2025,207/2025,192/2025,172/2025,124/2024,166/2025";

#[tokio::test]
async fn from_sheet_to_decree() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.decreed().await;
        let found: Vec<String> = ground.registers().await;
        let expected: Vec<String> = SEATED.split(',').map(|number| format!("B.I {number}")).collect();
        assert_eq!(found, expected);
        let db = ground.house.house.db.read();
        let counts = enrolment::facts::counts(db, ground.batch).await.unwrap();
        assert_eq!((counts.applicants, counts.eligible, counts.seated, counts.reserve), (26, 21, 16, 4));
        let person = ground.person_of("B.I 153/2024").await;
        let agreements = enrolment::facts::agreements_of_person(db, person).await.unwrap();
        assert_eq!(agreements.len(), 1);
        assert_eq!(enrolment::facts::decided(db, ground.batch).await.unwrap().unwrap().number, "W15-214");
    })
    .await;
}

#[tokio::test]
async fn every_reason_is_a_sentence_and_none_tells_the_offence() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground
            .house
            .post_file("giatja", "/interests/import", &[("skip_bad", "1")], &[("file", "minat.csv", SHEET)])
            .await
            .expect(303);
        let done =
            ground.house.post("giatja", &ground.path("ranking"), &[("field", "roti")]).await.expect(303);
        assert!(
            done.said[0].contains("21 dari 26 calon peserta dapat ikut, untuk 16 kursi"),
            "{:?}",
            done.said
        );
        let page = ground.house.get("giatja", &ground.path("applicants")).await.expect(200);
        for sentence in [
            "Minat pertama.",
            "Pengalaman 24 bulan.",
            // Two thirds on 9 November 2026, the batch ends on 27 February 2026.
            "Waktu cukup: 255 hari sesudah uji.",
            "Masih tahanan; angkatan ini 73 hari.",
            "Dapat ikut kegiatan pengembangan yang singkat.",
            "Dapat bebas 53 hari sebelum uji selesai.",
            "Diusulkan ke kelas Bapas",
            "NIK belum ada",
            "Kursi 1",
            "Cadangan 4",
            "Daftar tunggu 1",
        ] {
            assert!(page.shows(sentence), "{sentence}");
        }
        assert!(!page.body.contains("KANARI"), "no offence on any page of this room");
        assert!(!page.body.contains('⟦'), "every word is there");
        assert_eq!(ground.house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn vacancies_and_a_place_to_go_on_change_who_can_come() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.house.office("bapas-jember", "bapas", kernel::zone::Zone::Wib).await;
        ground
            .house
            .post_file("giatja", "/interests/import", &[("skip_bad", "1")], &[("file", "minat.csv", SHEET)])
            .await
            .expect(303);
        let fields = [("vacancies", "35.09 | 6\n35.09 | 5"), ("handover", "bapas-jember")];
        let done = ground.house.post("giatja", &ground.path("ranking"), &fields).await.expect(303);
        assert!(
            done.said[0].starts_with("24 dari 26"),
            "three more go on at the probation office: {:?}",
            done.said
        );
        let page = ground.house.get("giatja", &ground.path("applicants")).await.expect(200);
        assert!(page.shows("Ada 11 lowongan di daerah asal."));
        assert!(page.shows("pelatihan diteruskan di bapas-jember"));
        ground.house.post("giatja", &ground.path("ranking"), &[("vacancies", "99.99 | 1")]).await.expect(422);
        ground.house.post("giatja", &ground.path("ranking"), &[("handover", "tidak-ada")]).await.expect(422);
    })
    .await;
}

#[tokio::test]
async fn steps_out_of_order_are_refused() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let hearing = [("code", "TPP-1"), ("day", "12-12-2025"), ("chair", "Dimas"), ("members", "Wulan")];
        let decree = [("number", "W15-214"), ("day", "12-12-2025"), ("signer", "Haryo")];
        let refused = ground.house.post("binadik", &ground.path("hearings/new"), &hearing).await.expect(409);
        assert!(refused.shows("belum diperingkat"));
        assert!(
            ground
                .house
                .post("kepala", &ground.path("decree"), &decree)
                .await
                .expect(409)
                .shows("belum ada sidang")
        );
        ground.decreed().await;
        assert!(
            ground
                .house
                .post("giatja", &ground.path("ranking"), &[])
                .await
                .expect(409)
                .shows("sudah diputuskan")
        );
        ground.house.post("binadik", &ground.path("hearings/new"), &hearing).await.expect(409);
        ground.house.post("kepala", &ground.path("decree"), &decree).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn a_hearing_may_leave_the_order_with_reasons_and_may_be_held_again() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground
            .house
            .post_file("giatja", "/interests/import", &[("skip_bad", "1")], &[("file", "minat.csv", SHEET)])
            .await
            .expect(303);
        ground.house.post("giatja", &ground.path("ranking"), &[("field", "roti")]).await.expect(303);
        let hear = async |code: &str, exceptions: &str, status: u16| {
            let fields = [
                ("code", code),
                ("day", "12-12-2025"),
                ("chair", "Dimas"),
                ("members", "Wulan"),
                ("exceptions", exceptions),
            ];
            ground.house.post("binadik", &ground.path("hearings/new"), &fields).await.expect(status)
        };
        let faults = hear(
            "TPP-1",
            "B.I 153/2024 | mungkin | ya\nB.I 999/2024 | tolak | ya\nB.I 205/2025 | tolak |",
            422,
        )
        .await;
        for line in ["Baris 1", "Baris 2", "Baris 3"] {
            assert!(faults.shows(line), "{line}");
        }
        assert!(
            hear("TPP-1", "B.I 186/2025 | terima | ingin", 409)
                .await
                .shows("tidak termasuk calon peserta yang dapat ikut")
        );
        hear("TPP-1", "B.I 153/2024 | tolak | sedang sakit", 303).await;
        hear("TPP-1", "", 422).await;
        ground.house.post("giatja", &ground.path("ranking"), &[]).await.expect(409);
        let page = ground.house.get("binadik", "/hearings/TPP-1").await.expect(200);
        assert!(page.shows("sedang sakit") && page.shows("Tidak direkomendasikan"));
        hear("TPP-2", "B.I 166/2025 | terima | berhak mendahului", 303).await;
        assert!(ground.house.get("binadik", "/hearings/TPP-1").await.expect(200).shows("sudah diganti"));
        let paper = ground.house.get("binadik", "/hearings/TPP-2/paper").await.expect(200);
        assert!(paper.bytes.starts_with(b"%PDF"));
        let decree = [("number", "W15-214"), ("day", "12-12-2025"), ("signer", "Haryo")];
        ground.house.post("kepala", &ground.path("decree"), &decree).await.expect(303);
        let registers = ground.registers().await;
        assert_eq!(registers[0], "B.I 153/2024");
        assert_eq!(registers[15], "B.I 166/2025", "named by the hearing");
        assert_eq!(registers[16], "B.I 207/2025", "pushed to the reserves");
        let paper = ground.house.get("kepala", &ground.path("decree/paper")).await.expect(200);
        assert!(paper.bytes.starts_with(b"%PDF"));
        assert_eq!(ground.house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_decree_seats_nobody_who_has_gone_in_between() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground
            .house
            .post_file("giatja", "/interests/import", &[("skip_bad", "1")], &[("file", "minat.csv", SHEET)])
            .await
            .expect(303);
        ground.house.post("giatja", &ground.path("ranking"), &[("field", "roti")]).await.expect(303);
        let hearing = [("code", "TPP-1"), ("day", "12-12-2025"), ("chair", "Dimas"), ("members", "Wulan")];
        ground.house.post("binadik", &ground.path("hearings/new"), &hearing).await.expect(303);
        let sql = "UPDATE episode SET ended_on = $1, end_reason = 'parole' WHERE register = 'B.I 153/2024'";
        ground.write(sql, vec![crate::ground::day("12-12-2025").into()]).await;
        let decree = [("number", "W15-214"), ("day", "12-12-2025"), ("signer", "Haryo")];
        let refused = ground.house.post("kepala", &ground.path("decree"), &decree).await.expect(409);
        assert!(refused.shows("Ahmad Fauzan Hidayatullah tidak lagi di kantor ini."));
        assert_eq!(ground.registers().await, Vec::<String>::new(), "nothing was written");
    })
    .await;
}

#[tokio::test]
async fn who_is_kept_out() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.decreed().await;
        for login in ["kepsek", "asing"] {
            for end in ["applicants", "ranking", "hearings/new", "decree", "decree/paper"] {
                let status = ground.house.get(login, &ground.path(end)).await.status;
                assert!([403, 404].contains(&status), "{login} {end}: {status}");
            }
            let status = ground.house.get(login, "/hearings/TPP-1").await.status;
            assert!([403, 404].contains(&status), "{login} hearing: {status}");
        }
        ground.house.get("giatja", &ground.path("decree")).await.expect(403);
        ground.house.get("kplp", &ground.path("applicants")).await.expect(403);
        assert_eq!(ground.house.get("asing", &ground.path("seats")).await.status, 404);
        let roll = ground.house.get("kepsek", &ground.path("seats")).await.expect(200);
        assert!(
            roll.shows("Bambang Sutrisno") && !roll.body.contains("withdrawal"),
            "partners see the roll of {BATCH}"
        );
    })
    .await;
}

#[tokio::test]
async fn where_nobody_is_in_custody_the_head_approves_the_list_without_a_hearing() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let path = |end: &str| format!("/batches/ROTI-UMUM-1/{end}");
        ground.ordinary("ROTI-UMUM-1", 4).await;
        let approval = [("number", "421.5/SK-1"), ("day", "12-12-2025"), ("signer", "Endah")];
        let hearing = [("code", "TPP-9"), ("day", "12-12-2025"), ("chair", "Endah"), ("members", "Nur")];
        ground.house.post("kepsek", &path("enrolment/approval"), &approval).await.expect(409);
        let ranked =
            ground.house.post("tata.usaha", &path("ranking"), &[("field", "roti")]).await.expect(303);
        assert!(ranked.said[0].starts_with("6 dari 6"), "{:?}", ranked.said);
        let no_board = ground.house.post("tata.usaha", &path("hearings/new"), &hearing).await.expect(409);
        assert!(no_board.shows("tidak mempunyai sidang"), "{}", no_board.body);
        let page = ground.house.get("kepsek", &path("applicants")).await.expect(200);
        assert!(page.shows("Setujui daftar") && !page.shows("Catat sidang"), "{}", page.body);
        assert!(page.shows("Tinggal di rumah"), "{}", page.body);
        ground.house.post("tata.usaha", &path("enrolment/approval"), &approval).await.expect(403);
        let done = ground.house.post("kepsek", &path("enrolment/approval"), &approval).await.expect(303);
        assert!(done.said[0].contains("4 kursi, 2 cadangan"), "{:?}", done.said);
        ground.house.post("kepsek", &path("enrolment/approval"), &approval).await.expect(409);

        let db = ground.house.house.db.read();
        let batch = programme::facts::batch_by_code(db, "ROTI-UMUM-1").await.unwrap().unwrap();
        assert_eq!(enrolment::facts::participants(db, batch.id).await.unwrap().len(), 4);
        let page = ground.house.get("kepsek", "/hearings/DAFTAR-ROTI-UMUM-1").await.expect(200);
        assert!(page.shows("Daftar peserta") && !page.shows("Sidang TPP"), "{}", page.body);
        ground.house.get("kepsek", "/hearings/DAFTAR-ROTI-UMUM-1/paper").await.expect(404);
        ground.house.get("kepsek", &path("decree/paper")).await.expect(200);
        // Neither the prison nor anyone else's office reaches them.
        assert!(ground.house.get("giatja", &path("applicants")).await.status != 200);
    })
    .await;
}

#[tokio::test]
async fn an_office_that_answers_for_people_cannot_do_without_a_hearing() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground
            .house
            .post_file("giatja", "/interests/import", &[("skip_bad", "1")], &[("file", "minat.csv", SHEET)])
            .await
            .expect(303);
        ground.house.post("giatja", &ground.path("ranking"), &[("field", "roti")]).await.expect(303);
        let approval = [("number", "W15-1"), ("day", "12-12-2025"), ("signer", "Haryo")];
        let refused =
            ground.house.post("kepala", &ground.path("enrolment/approval"), &approval).await.expect(409);
        assert!(refused.shows("melalui sidang"), "{}", refused.body);
        let page = ground.house.get("kepala", &ground.path("applicants")).await.expect(200);
        assert!(!page.shows("Setujui daftar"));
    })
    .await;
}

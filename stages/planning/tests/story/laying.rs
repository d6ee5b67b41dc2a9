// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Windows, closed days, laying and spreading: kept whole or not at all, every clash named.

use web::testing::on_each_database;

use crate::ground::{Ground, day, plan};

pub const LAY: &str = "/batches/LAS-1/timetable/laying";
const SPREAD: &str = "/batches/LAS-1/timetable/spread";
const HOURS: [(&str, &str); 5] = [
    ("weekdays", "Senin, Selasa, Rabu"),
    ("starts", "08.00"),
    ("ends", "11.45"),
    ("facility", "BENGKEL"),
    ("instructor", "INS-LAS"),
];

#[tokio::test]
async fn every_clash_is_named_and_nothing_is_kept() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.windows().await;
        ground.house.post("giatja", "/plans/closed-days", &[("day", "17-02-2026"), ("reason", "Imlek")]).await.expect(303);
        let lines = "09-02-2026 | 07.30 | 09.00 | BENGKEL | M2 | INS-LAS\n\
                     17-02-2026 | 08.00 | 09.30 | BENGKEL | M2 | INS-LAS\n\
                     12-02-2026 | 08.00 | 11.45 | KELAS | M1 | INS-LAS";
        let refused = ground.house.post("giatja", LAY, &[("sessions", lines)]).await.expect(409);
        for sentence in ["di luar jam kegiatan", "hari tutup", "di luar jam tersedia instruktur Hamdani", "mulai sebelum teorinya"] {
            assert!(refused.shows(sentence), "{sentence}");
        }
        assert!(planning::facts::slots(ground.house.house.db.read(), ground.batch).await.unwrap().is_empty());
        let faults = "9/2 | 08.00 | 08.00 | BENGKEL | M9 | SIAPA\n09-02-2026 | 08.00\n09-02-2026 | 08.00 | 08.30 | KELAS | M1 | INS-LAS";
        let unread = ground.house.post("giatja", LAY, &[("sessions", faults)]).await.expect(422);
        for part in ["Baris 1: “9/2”", "“M9” tidak ditemukan", "“SIAPA” tidak ditemukan", "Baris 2", "Baris 3: Sesi lebih pendek"] {
            assert!(unread.shows(part), "{part}");
        }
        ground.house.post("giatja", LAY, &[]).await.expect(422);
    })
    .await;
}

#[tokio::test]
async fn what_is_left_is_spread_theory_first_around_closed_days() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.windows().await;
        ground
            .house
            .post("giatja", "/plans/closed-days", &[("day", "10-02-2026"), ("reason", "Kunjungan")])
            .await
            .expect(303);
        let done = ground.house.post("kablk", SPREAD, &HOURS).await.expect(303);
        assert!(done.said[0].contains("15 dari 15 JP"), "{:?}", done.said);
        let slots = planning::facts::slots(ground.house.house.db.read(), ground.batch).await.unwrap();
        let told: Vec<(String, String, i64)> = slots
            .iter()
            .map(|slot| (kernel::day::short(slot.day), slot.starts.to_string(), slot.jp))
            .collect();
        let expected = [
            ("09-02-2026", "08.00", 4),
            ("09-02-2026", "11.00", 1),
            ("11-02-2026", "08.00", 5),
            ("16-02-2026", "08.00", 2),
            ("16-02-2026", "09.30", 3),
        ];
        assert_eq!(told, expected.map(|(day, starts, jp)| (day.to_owned(), starts.to_owned(), jp)));
        assert!(
            ground.house.post("kablk", SPREAD, &HOURS).await.expect(409).shows("Tidak ada JP yang tersisa")
        );
        let page = ground.house.get("instruktur", "/batches/LAS-1/timetable").await.expect(200);
        assert!(page.shows("5 sesi, 15 dari 15 JP. Tidak ada bentrok.") && page.shows("9–13 Februari 2026"));
        assert_eq!(ground.house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn hours_that_hold_too_little_and_days_outside_the_batch_are_refused() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.windows().await;
        let mut late = HOURS.to_vec();
        late.push(("from", "30-03-2026"));
        let refused = ground.house.post("giatja", SPREAD, &late).await.expect(409);
        assert!(refused.shows("di luar masa angkatan") && refused.shows("01-04-2026"));
        let mut wrong = HOURS.to_vec();
        wrong[0] = ("weekdays", "Senin, Lusa");
        ground.house.post("giatja", SPREAD, &wrong).await.expect(422);
        wrong[0] = ("weekdays", "Senin");
        wrong[2] = ("ends", "08.30");
        assert!(ground.house.post("giatja", SPREAD, &wrong).await.expect(409).shows("Hanya 0 dari 15 JP"));
    })
    .await;
}

#[tokio::test]
async fn another_batch_of_the_same_host_clashes_and_is_named() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.windows().await;
        ground.house.post("giatja", SPREAD, &HOURS).await.expect(303);
        let other = "/batches/LAS-2/timetable/spread";
        let refused = ground.house.post("giatja", other, &HOURS).await.expect(409);
        assert!(refused.shows("Ruang BENGKEL terpakai dua kali") && refused.shows("(LAS-1)"));
        assert!(refused.shows("Instruktur Hamdani mengajar dua sesi bersamaan"));
        let mut elsewhere = HOURS.to_vec();
        elsewhere[3] = ("facility", "KELAS");
        elsewhere[4] = ("instructor", "INS-DUA");
        ground.house.post("giatja", other, &elsewhere).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn of_two_who_lay_into_one_room_at_once_one_wins() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.windows().await;
        let lay = async |batch: &str, login: &str| {
            let path = format!("/batches/{batch}/timetable/spread");
            ground.house.post(login, &path, &HOURS).await.status
        };
        let (one, other) = tokio::join!(lay("LAS-1", "giatja"), lay("LAS-2", "kablk"));
        let mut found = [one, other];
        found.sort_unstable();
        assert_eq!(found, [303, 409]);
    })
    .await;
}

#[tokio::test]
async fn a_file_is_read_like_lines() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.windows().await;
        let sheet = "CONTOH - Jadwal;;;;;\nmodul;tanggal;mulai;selesai;ruang;instruktur\nM2;09-02-2026;08.00;11.00;KELAS;INS-LAS\n";
        ground.house.post_file("giatja", LAY, &[], &[("file", "jadwal.csv", sheet.as_bytes())]).await.expect(303);
        let slots = planning::facts::slots(ground.house.house.db.read(), ground.batch).await.unwrap();
        assert_eq!((slots.len(), slots[0].jp), (1, 4));
        let headless = "M2;09-02-2026;08.00;11.00;KELAS;INS-LAS\n";
        ground.house.post_file("giatja", LAY, &[], &[("file", "jadwal.csv", headless.as_bytes())]).await.expect(422);
    })
    .await;
}

#[tokio::test]
async fn the_week_of_the_office_is_its_own() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        for lines in [
            "Senen | 08.00 | 09.00",
            "Senin | 09.00 | 08.00",
            "Senin | 08.00 | 10.00\nSenin | 09.00 | 11.00",
            "",
        ] {
            ground.house.post("giatja", "/plans/windows", &[("windows", lines)]).await.expect(422);
        }
        ground
            .house
            .post("kablk", "/plans/windows", &[("windows", "Senin | 08.00 | 09.00")])
            .await
            .expect(403);
        ground.windows().await;
        let page = ground.house.get("giatja", "/plans").await.expect(200);
        assert!(page.shows("08.00–11.45") && page.shows("Las angkatan 1"));
        assert!(
            ground.house.get("kablk", "/plans").await.expect(200).shows("LAS-1"),
            "partners see the plans under their agreement"
        );
        assert!(!ground.house.get("asing", "/plans").await.expect(200).shows("LAS-1"));
        ground.house.get("asing", "/batches/LAS-1/timetable").await.expect(404);
        ground.house.at(day("01-07-2026"));
        assert!(!ground.house.get("kablk", "/plans").await.body.contains("LAS-1"), "the agreement has ended");
        ground
            .house
            .post(
                "giatja",
                "/plans/closed-days",
                &[("day", "01-07-2026"), ("until", "01-07-2027"), ("reason", "x")],
            )
            .await
            .expect(422);
        ground.house.post("giatja", "/plans/reopened-days", &[("day", "01-07-2026")]).await.expect(409);
        ground
            .house
            .post(
                "giatja",
                "/plans/closed-days",
                &[("day", "01-07-2026"), ("until", "03-07-2026"), ("reason", "x")],
            )
            .await
            .expect(303);
        ground.house.post("giatja", "/plans/reopened-days", &[("day", "02-07-2026")]).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn a_host_without_a_gate_has_evenings_and_saturdays_until_it_names_hours() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let evening = [("weekdays", "Senin, Selasa, Rabu"), ("starts", "08.00"), ("ends", "11.45"), ("facility", "BENGKEL"), ("instructor", "INS-LAS")];
        // Behind a gate no session is held outside a regime that nobody has named.
        let refused = ground.house.post("giatja", SPREAD, &evening).await.expect(409);
        assert!(refused.shows("di luar jam kegiatan"), "{}", refused.body);
        ground.write("UPDATE organisation SET kind = 'bapas' WHERE code = 'lapas-kotabaru'", Vec::new()).await;
        ground.write("DELETE FROM instructor_hours", Vec::new()).await;
        for (weekday, starts, ends) in [(2_i64, 1110_i64, 1260_i64), (6, 480, 960)] {
            let sql = "INSERT INTO instructor_hours (instructor_id, weekday, starts_minute, ends_minute) \
                       SELECT id, $1, $2, $3 FROM instructor WHERE code = 'INS-LAS'";
            ground.write(sql, vec![weekday.into(), starts.into(), ends.into()]).await;
        }
        let lines = "10-02-2026 | 18.30 | 20.00 | KELAS | M2 | INS-LAS\n14-02-2026 | 08.00 | 09.30 | BENGKEL | M2 | INS-LAS";
        let done = ground.house.post("giatja", LAY, &[("sessions", lines)]).await.expect(303);
        assert!(done.said[0].contains("4 dari 15 JP"), "{:?}", done.said);
        assert!(ground.house.get("giatja", "/plans").await.expect(200).shows("06.00–22.00"));
        // Once it names hours, those bind.
        ground.house.post("giatja", "/plans/windows", &[("windows", "Sabtu | 08.00 | 16.00")]).await.expect(303);
        let refused = ground.house.post("giatja", LAY, &[("sessions", lines)]).await.expect(409);
        assert!(refused.shows("di luar jam kegiatan"), "{}", refused.body);
    })
    .await;
}

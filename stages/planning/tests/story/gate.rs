// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The gate: all that is missing at once, the failed inspection by name, and a batch that opens once.

use web::testing::on_each_database;

use crate::ground::{Ground, plan};

const HOURS: [(&str, &str); 5] = [
    ("weekdays", "Senin, Selasa, Rabu"),
    ("starts", "08.00"),
    ("ends", "11.45"),
    ("facility", "BENGKEL"),
    ("instructor", "INS-LAS"),
];
const OPENING: &str = "/batches/LAS-1/opening";
const TODAY: [(&str, &str); 1] = [("day", "05-02-2026")];

#[tokio::test]
async fn everything_missing_is_named_at_once() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let refused = ground.house.post("giatja", OPENING, &TODAY).await.expect(409);
        for sentence in [
            "Angkatan belum dapat dibuka: 5 hal belum terpenuhi.",
            "Daya listrik bengkel las: perlu 16,5 kVA, ada 5,5 kVA. tambah daya; tenggat 06-02-2026.",
            "Pesan uji sebelum angkatan dibuka.",
            "Sumber anggaran belum ditulis.",
            "Keputusan peserta belum terbit.",
            "Jadwal belum disusun.",
        ] {
            assert!(refused.shows(sentence), "{sentence}");
        }
        assert_eq!(
            planning::facts::opened_on(ground.house.house.db.read(), ground.batch).await.unwrap(),
            None
        );
        let page = ground.house.get("kablk", "/batches/LAS-1/gate").await.expect(200);
        assert!(page.shows("6 dari 10 syarat belum terpenuhi.") && page.shows("Daya listrik bengkel las"));
    })
    .await;
}

#[tokio::test]
async fn a_failed_inspection_alone_keeps_the_batch_closed_until_the_second_passes() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.windows().await;
        ground.everything_else().await;
        ground.house.post("giatja", "/batches/LAS-1/timetable/spread", &HOURS).await.expect(303);
        let refused = ground.house.post("giatja", OPENING, &TODAY).await.expect(409);
        assert!(refused.shows("1 hal belum terpenuhi") && refused.shows("Daya listrik bengkel las"));
        ground.inspected(62, 2, "pass", "05-02-2026").await;
        ground.house.post("giatja", OPENING, &[("day", "06-02-2026")]).await.expect(422);
        let done = ground.house.post("giatja", OPENING, &TODAY).await.expect(303);
        assert!(done.said[0].contains("Sesi pertama Senin, 9 Februari 2026"), "{:?}", done.said);
        assert!(ground.house.post("giatja", OPENING, &TODAY).await.expect(409).shows("sudah dibuka"));
        let again = ground
            .house
            .post(
                "giatja",
                "/batches/LAS-1/timetable/laying",
                &[("sessions", "09-02-2026 | 08.00 | 11.00 | KELAS | M2 | INS-LAS")],
            )
            .await;
        assert!(again.expect(409).shows("tidak dapat disusun ulang"));
        let page = ground.house.get("giatja", "/batches/LAS-1/gate").await.expect(200);
        assert!(page.shows("Angkatan dibuka 5 Februari 2026."));
        assert_eq!(ground.house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn nothing_overrides_the_end_of_the_agreement() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.windows().await;
        ground.everything_else().await;
        ground.inspected(62, 2, "pass", "05-02-2026").await;
        ground.house.post("giatja", "/batches/LAS-1/timetable/spread", &HOURS).await.expect(303);
        ground.write("UPDATE agreement SET ends_on = '2026-04-06'", vec![]).await;
        let refused = ground.house.post("giatja", OPENING, &TODAY).await.expect(409);
        assert!(
            refused.shows("Perjanjian berakhir 06-04-2026, padahal pelatihan dan uji sampai 07-04-2026.")
        );
        ground.write("UPDATE agreement SET ends_on = '2026-04-07'", vec![]).await;
        ground.house.post("giatja", OPENING, &TODAY).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn people_with_one_name_are_two_people() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.windows().await;
        ground.everything_else().await;
        ground.seat(1, "Suparjo").await;
        ground.seat(2, "Suparjo").await;
        ground.house.post("giatja", "/batches/LAS-1/timetable/spread", &HOURS).await.expect(303);
        let page = ground.house.get("giatja", "/batches/LAS-1/gate").await.expect(200);
        assert!(page.shows("Keputusan SK-052, 2 peserta.") && !page.shows("bersamaan"));
    })
    .await;
}

#[tokio::test]
async fn who_may_open() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        for (login, status) in [("kablk", 403), ("instruktur", 403), ("kplp", 403), ("asing", 404)] {
            ground.house.post(login, OPENING, &TODAY).await.expect(status);
        }
        ground.house.get("kplp", "/batches/LAS-1/gate").await.expect(200);
        ground.house.get("asing", "/batches/LAS-1/gate").await.expect(404);
    })
    .await;
}

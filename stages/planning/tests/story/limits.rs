// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The limits of a place: written in lines, kept by every timetable, and a reason where nothing fits.

use chrono::{Datelike, Weekday};
use web::testing::on_each_database;

use crate::ground::{Ground, plan};
use crate::laying::LAY;
use crate::proposing::{id, made, ranked};

const LIMITS: &str = "/plans/limits";

const ALL: [(&str, &str); 7] = [
    ("watched", "2"),
    ("spare-days", "3"),
    (
        "seasons",
        "Ramadan | 09-02-2026 | 20-02-2026 | Senin | 08.00 | 09.30\nRamadan | 09-02-2026 | 20-02-2026 | Selasa | 08.00 | 09.30",
    ),
    ("zones", "Luar | KELAS, BENGKEL | 20"),
    ("tools", "Topeng las | 1 | LAS"),
    ("set-ups", "BENGKEL | 15"),
    ("ways", "BENGKEL | KELAS | 30"),
];

#[tokio::test]
async fn what_is_written_is_shown_again_and_every_line_is_read() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.house.post("kablk", LIMITS, &ALL).await.expect(403);
        let bad = [
            ("watched", "0"),
            ("spare-days", "99"),
            ("seasons", "Ramadan | 09-02-2026 | 20-02-2026 | Senin | 08.00 | 09.30\nRamadan | 10-02-2026 | 20-02-2026 | Rabu | 08.00 | 09.30\nRamadan"),
            ("zones", "Luar | KELAS, GUDANG | 20"),
            ("tools", "Topeng las | 1 | LAS\nTopeng las | 2 | LAS"),
            ("set-ups", "BENGKEL | 0"),
            ("ways", "BENGKEL | BENGKEL | 30"),
        ];
        let refused = ground.house.post("giatja", LIMITS, &bad).await.expect(422);
        for sentence in [
            "Paling sedikit satu sesi",
            "Paling banyak 60 hari",
            "Baris 2 menyebut tanggal lain",
            "Baris 3 tidak terbaca",
            "Tulis nama | kode ruang",
            "Baris 2 mengulang baris sebelumnya",
            "Tulis kode ruang | menit",
            "dua ruang berbeda",
        ] {
            assert!(refused.shows(sentence), "{sentence}: {}", refused.body);
        }
        ground.house.post("giatja", LIMITS, &ALL).await.expect(303);
        let form = ground.house.get("giatja", LIMITS).await.expect(200);
        for line in [
            "Ramadan | 09-02-2026 | 20-02-2026 | Selasa | 08.00 | 09.30",
            "Luar | BENGKEL, KELAS | 20",
            "Topeng las | 1 | LAS",
            "BENGKEL | KELAS | 30",
        ] {
            assert!(form.shows(line), "{line}");
        }
        // What is sent replaces what was there.
        ground.house.post("giatja", LIMITS, &[("watched", "1")]).await.expect(303);
        assert!(!ground.house.get("giatja", LIMITS).await.expect(200).shows("Topeng las"));
    })
    .await;
}

#[tokio::test]
async fn a_timetable_written_by_hand_keeps_them() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.windows().await;
        let lines = "09-02-2026 | 08.00 | 11.00 | KELAS | M2 | INS-LAS";
        let season = [("seasons", "Ramadan | 09-02-2026 | 20-02-2026 | Senin | 08.00 | 09.30")];
        ground.house.post("giatja", LIMITS, &season).await.expect(303);
        let refused = ground.house.post("giatja", LAY, &[("sessions", lines)]).await.expect(409);
        assert!(refused.shows("di luar jam kegiatan"), "{}", refused.body);
        ground.house.post("giatja", LIMITS, &[("zones", "Luar | KELAS | 15")]).await.expect(303);
        let refused = ground.house.post("giatja", LAY, &[("sessions", lines)]).await.expect(409);
        assert!(refused.shows("zona Luar"), "{}", refused.body);
        let pause = [("ways", "BENGKEL | KELAS | 45")];
        ground.house.post("giatja", LIMITS, &pause).await.expect(303);
        let close = "09-02-2026 | 08.00 | 09.30 | KELAS | M2 | INS-LAS\n09-02-2026 | 09.30 | 11.00 | BENGKEL | M3 | INS-LAS";
        let refused = ground.house.post("giatja", LAY, &[("sessions", close)]).await.expect(409);
        assert!(refused.shows("perlu 45 menit untuk pindah tempat"), "{}", refused.body);
        let apart = close.replace("09.30 | 11.00", "10.15 | 11.45");
        ground.house.post("giatja", LAY, &[("sessions", &apart)]).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn a_proposal_keeps_them_or_says_which_is_in_the_way() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        // The year has Mondays, the season has none.
        let season = "Ramadan | 02-02-2026 | 30-06-2026 | Selasa | 08.00 | 11.45\nRamadan | 02-02-2026 | 30-06-2026 | Rabu | 08.00 | 11.45";
        let limits = [ALL[0], ("seasons", season), ALL[4], ALL[5]];
        ground.house.post("giatja", LIMITS, &limits).await.expect(303);
        made(&ground, "USUL-1").await.expect(303);
        ground.house.post("kplp2", "/proposals/USUL-1/approval", &[]).await.expect(303);
        let mut slots = Vec::new();
        for batch in [50, 51] {
            let batch = kernel::id::BatchId(id(batch));
            slots.extend(planning::facts::slots(ground.house.house.db.read(), batch).await.unwrap());
        }
        let on_monday = |slot: &planning::facts::SlotFact| slot.day.weekday() == Weekday::Mon;
        assert!(!slots.is_empty() && !slots.iter().any(on_monday), "{slots:?}");
    })
    .await;
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        ground.write("UPDATE batch SET seats = 2", vec![]).await;
        ground.house.post("giatja", LIMITS, &[("zones", "Luar | KELAS, BENGKEL | 1")]).await.expect(303);
        made(&ground, "USUL-1").await.expect(303);
        let page = ground.house.get("giatja", "/proposals/USUL-1").await.expect(200);
        assert!(page.shows("Luar memuat terlalu sedikit orang bersamaan"), "{}", page.body);
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The limits of a place: written in lines, kept by every timetable, and a reason where nothing fits.

use chrono::{Datelike, Weekday};
use planning::facts::{SlotFact, slots};
use web::testing::on_each_database;

use crate::ground::{Ground, plan};
use crate::laying::LAY;
use crate::mending::{REPAIR, running};
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
        let plans = ground.house.get("kalapas", "/plans").await.expect(200);
        for sentence in [
            "Ramadan, 9–20 Februari 2026: Senin, Selasa 08.00–09.30.",
            "Paling banyak 2 sesi bersamaan.",
            "Luar (Bengkel las, Ruang kelas): paling banyak 20 orang bersamaan.",
            "Topeng las: 1 set, dipakai praktik Las pelat.",
            "Bengkel las: 15 menit sebelum angkatan lain masuk.",
            "Bengkel las dan Ruang kelas: 30 menit bagi instruktur",
            "3 hari buka terakhir",
        ] {
            assert!(plans.shows(sentence), "{sentence}: {}", plans.body);
        }
        assert!(!ground.house.get("kablk", "/plans").await.expect(200).shows("Topeng las"));
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

/// What the page of repairs says, and how many sessions it counts as broken.
async fn repair_says(ground: &Ground, count: usize, sentence: &str) {
    let page = ground.house.get("giatja", REPAIR).await.expect(200);
    let told = match count {
        0 => "Semua sesi mendatang masih dapat berlangsung".to_owned(),
        1 => "Satu sesi mendatang tidak lagi dapat berlangsung".to_owned(),
        count => format!("{count} sesi mendatang tidak lagi dapat berlangsung"),
    };
    assert!(page.shows(&told), "{told}: {}", page.body);
    assert!(page.shows(sentence), "{sentence}: {}", page.body);
}

#[tokio::test]
async fn what_new_limits_break_is_counted_named_and_mended() {
    on_each_database(plan(), async |house| {
        let ground = running(house).await;
        repair_says(&ground, 0, "Tiga pilihan").await;
        let planned = async || slots(ground.house.house.db.read(), ground.batch).await.expect("slots");
        // A season that leaves Monday and Wednesday.
        let season = "Ramadan | 09-02-2026 | 20-03-2026 | Senin | 08.00 | 11.45\nRamadan | 09-02-2026 | 20-03-2026 | Rabu | 08.00 | 11.45";
        ground.house.post("giatja", LIMITS, &[("seasons", season)]).await.expect(303);
        let on_tuesday = |slot: &&SlotFact| slot.day.weekday() == Weekday::Tue;
        let broken = planned().await.iter().filter(on_tuesday).count();
        assert!(broken > 0);
        repair_says(&ground, broken, "di luar jam kegiatan").await;
        ground.house.post("giatja", REPAIR, &[("stay", "most")]).await.expect(303);
        assert_eq!(planned().await.iter().filter(on_tuesday).count(), 0);
        repair_says(&ground, 0, "Tiga pilihan").await;
        // New hours of the week, without the season: Mondays are gone.
        ground.house.post("giatja", LIMITS, &[("seasons", "")]).await.expect(303);
        let hours = "Selasa | 08.00 | 11.45\nRabu | 08.00 | 11.45";
        ground.house.post("giatja", "/plans/windows", &[("windows", hours)]).await.expect(303);
        let on_monday = |slot: &&SlotFact| slot.day.weekday() == Weekday::Mon;
        let broken = planned().await.iter().filter(on_monday).count();
        assert!(broken > 0);
        repair_says(&ground, broken, "di luar jam kegiatan").await;
        ground.house.post("giatja", REPAIR, &[("stay", "most"), ("days", "0")]).await.expect(303);
        repair_says(&ground, 0, "Tiga pilihan").await;
        // A zone that holds fewer people than the batch has seats: nothing can hold, and everything is counted.
        let all = planned().await;
        ground.house.post("giatja", LIMITS, &[("zones", "Dalam | KELAS, BENGKEL | 15")]).await.expect(303);
        repair_says(&ground, all.len(), "zona Dalam").await;
        let refused = ground.house.post("giatja", REPAIR, &[("stay", "most")]).await.expect(409);
        assert!(refused.shows(&format!("{} sesi masih terhalang", all.len())), "{}", refused.body);
        assert_eq!(planned().await, all);
    })
    .await;
}

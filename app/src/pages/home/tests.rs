// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The first page on days in the middle of the story of Jember: what waits, and for whom it does not.

use kernel::day;
use web::testing::Standing;

use super::greeting;
use crate::pages::told::Told;
use crate::{reactions, rooms};

#[tokio::test]
async fn what_waits_follows_the_story_and_the_role() {
    store::testing::on_each_database(&rooms::migrations(), false, async |db| {
        let doors = web::Rooms { actions: rooms::actions(), pages: rooms::pages() };
        let standing = Standing::new(db, doors, &rooms::words().split_off(2), reactions::reactions()).await;
        let mut told = Told::none("jember");
        for (today, login, waits) in [
            ("09-12-2025", "kalapas.jember", "Naskah menunggu persetujuan"),
            ("09-12-2025", "kepsek.smkn3", "Naskah menunggu persetujuan"),
            ("09-12-2025", "giatja.jember", "Tindak lanjut pertemuan: Menyiapkan daftar calon peserta"),
            ("17-12-2025", "kalapas.jember", "Perjanjian menunggu tanda tangan"),
            ("17-12-2025", "giatja.jember", "Belum dibuka: Produksi roti angkatan 1"),
            ("17-12-2025", "guru.roti", ""),
            ("18-12-2025", "guru.roti", "Kehadiran belum dicatat: Produksi roti angkatan 1"),
            ("18-12-2025", "giatja.jember", "Kehadiran belum dicatat: Produksi roti angkatan 1"),
            ("18-12-2025", "kalapas.jember", ""),
            ("02-02-2026", "giatja.jember", "Semua sesi selesai: Produksi roti angkatan 1"),
            ("03-03-2026", "guru.roti", "Menunggu penguasaan: Produksi roti angkatan 1"),
            ("03-03-2026", "giatja.jember", ""),
            ("16-03-2026", "kepsek.smkn3", "Sertifikat belum terbit: Produksi roti angkatan 1"),
            ("16-03-2026", "giatja.jember", ""),
        ] {
            told.until(&standing, day::parse(today).expect("it is a day")).await;
            let page = standing.get(login, "/").await.expect(200);
            match waits {
                "" => assert!(page.shows("Tidak ada yang menunggu Anda"), "{today} {login}: {}", page.body),
                waits => assert!(page.shows(waits), "{today} {login} wants {waits}: {}", page.body),
            }
        }
        assert_eq!(standing.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[test]
fn the_greeting_follows_the_clock() {
    let cases = [
        (0, "home-good-morning"),
        (659, "home-good-morning"),
        (660, "home-good-midday"),
        (899, "home-good-midday"),
        (900, "home-good-afternoon"),
        (1_109, "home-good-afternoon"),
        (1_110, "home-good-evening"),
        (1_439, "home-good-evening"),
    ];
    for (minute, expected) in cases {
        assert_eq!(greeting(kernel::zone::Minute(minute)), expected, "{minute}");
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The whole story of Kotabaru told to its end, on each database: what the first page says to each persona on the way,
//! then scorecard, files, papers, note to the press, calendar and search.

use access::Role;
use kernel::day;
use web::testing::{Answer, Standing};

use super::told::Told;
use crate::{reactions, rooms};

async fn house(db: store::Db) -> Standing {
    let doors = web::Rooms { actions: rooms::actions(), pages: rooms::pages() };
    Standing::new(db, doors, &rooms::words().split_off(2), reactions::reactions()).await
}

/// The addresses that a page leads to.
fn links(page: &Answer) -> Vec<String> {
    let all = page.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    all.filter(|href| href.starts_with('/') && !href.starts_with("/-/"))
        .map(|href| href.replace("&#38;", "&"))
        .collect()
}

#[tokio::test]
async fn each_persona_finds_her_work_on_the_first_page() {
    store::testing::on_each_database(&rooms::migrations(), false, async |db| {
        let standing = house(db).await;
        let mut told = Told::none("kotabaru");
        for (today, login, waits, leads_to) in [
            (
                "20-01-2026",
                "kalapas.kotabaru",
                "Perjanjian menunggu tanda tangan",
                "/agreements/PKS-KOTABARU-LAS/signing",
            ),
            (
                "20-01-2026",
                "lsp.las",
                "Perjanjian menunggu tanda tangan",
                "/agreements/PKS-KOTABARU-LAS/signing",
            ),
            ("21-01-2026", "giatja.kotabaru", "Kewajiban yang jatuh tempo", "/sessions"),
            ("20-04-2026", "asesor.las", "Uji yang dipesan", "/batches/LAS-KTB-1/assessment/decision"),
            ("06-05-2026", "lsp.las", "Sertifikat belum terbit", "/batches/LAS-KTB-1/certificates"),
            ("31-12-2027", "ditjenpas.pemantau", "Capaian semua kantor", "/insight"),
            ("31-12-2027", "admin", "Catatan jejak audit", "/audit"),
            ("31-12-2027", "pk.banjarmasin", "Pekerjaan Anda", "/livelihood"),
            (
                "31-12-2027",
                "instruktur.las",
                "Setelah perjanjian berakhir, daftar ini kosong",
                "/account/calendar",
            ),
        ] {
            told.until(&standing, day::parse(today).expect("it is a day")).await;
            let page = standing.get(login, "/").await.expect(200);
            assert!(page.shows(waits), "{today} {login} wants {waits}: {}", page.body);
            assert!(
                links(&page).iter().any(|href| href == leads_to),
                "{today} {login} wants {leads_to}: {:?}",
                links(&page)
            );
            for href in
                links(&page).iter().filter(|href| !href.contains("tema=") && !href.contains("bahasa="))
            {
                let there = standing.get(login, href).await;
                assert!(matches!(there.status, 200 | 409), "{today} {login} {href}: {}", there.status);
            }
        }
        assert_eq!(standing.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn tasks_of_every_role_open() {
    store::testing::on_each_database(&rooms::migrations(), false, async |db| {
        let standing = house(db).await;
        standing.office("kantor", "lapas", kernel::zone::Zone::Wit).await;
        for role in Role::ALL {
            let login = format!("uji.{}", role.code());
            standing.account(&login, "kantor", &[*role]).await;
            let page = standing.get(&login, "/").await.expect(200);
            assert!(page.shows("Pekerjaan Anda"), "{login}: {}", page.body);
            for href in
                links(&page).iter().filter(|href| !href.contains("tema=") && !href.contains("bahasa="))
            {
                standing.get(&login, href).await.expect(200);
            }
        }
        standing.account("uji.kosong", "kantor", &[]).await;
        standing.get("uji.kosong", "/").await.expect(403);
        let admin = standing.get("uji.admin", "/").await.expect(200);
        assert!(admin.shows("1 akun tanpa peran") && admin.shows("uji.kosong"), "{}", admin.body);
        assert_eq!(standing.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn the_scorecard_tells_its_parties_and_no_others() {
    store::testing::on_each_database(&rooms::migrations(), false, async |db| {
        let standing = house(db).await;
        Told::none("kotabaru").until(&standing, day::parse("31-12-2027").expect("it is a day")).await;
        let path = "/agreements/PKS-KOTABARU-LAS/scorecard";
        // The agreement is over; its parties keep its scorecard, and nobody's name is in it.
        for login in ["giatja.kotabaru", "kepala.blk", "instruktur.las", "lsp.las", "ditjenpas.pemantau", "kanwil.jatim"] {
            let page = standing.get(login, path).await.expect(200);
            for text in ["3 dari 3 kewajiban terpenuhi, 0 terlambat.", "160", "Tidak diketahui, 12 bulan", "Data per 31 Desember 2027."] {
                assert!(page.shows(text), "{login} wants {text}: {}", page.body);
            }
            assert!(!page.shows("Mahyuni"), "{login} reads a name");
            let list = standing.get(login, "/scorecards").await.expect(200);
            assert!(list.shows(path), "{login}: {}", list.body);
            let paper = standing.get(login, &format!("{path}/paper.pdf")).await.expect(200);
            assert!(paper.bytes.starts_with(b"%PDF-1.7"), "{login}");
        }
        for login in ["giatja.jember", "kepsek.smkn3", "roti.gembira", "asesor.las", "admin"] {
            for address in [path.to_owned(), format!("{path}/paper.pdf"), format!("{path}/promises?format=csv")] {
                let answer = standing.get(login, &address).await;
                assert!(matches!(answer.status, 403 | 404), "{login} {address}: {}", answer.status);
            }
        }
        let csv = standing.get("kepala.blk", &format!("{path}/promises?format=csv")).await.expect(200);
        assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
        let line = "PKS-KOTABARU-LAS-O1,UPTD BLK Kotabaru,Instruktur dan kurikulum,160,160,JP,2026-04-30,2026-04-16,Terpenuhi,2027-12-31";
        assert!(csv.body.contains(line), "{}", csv.body);
        let achieved = standing.get("kepala.blk", &format!("{path}/achieved?format=csv")).await.expect(200);
        assert!(achieved.body.contains("\r\nDitetapkan peserta,16,"), "{}", achieved.body);
        for address in [format!("{path}/batches"), "/scorecards/table".to_owned()] {
            let book = standing.get("kepala.blk", &address).await.expect(200);
            assert!(book.bytes.starts_with(b"PK"), "{address}");
        }
        standing.get("kepala.blk", &format!("{path}/nothing")).await.expect(404);
        let funnel = standing.get("ditjenpas.pemantau", "/insight/table?format=csv").await.expect(200);
        assert!(funnel.body.contains("Bersertifikat"), "{}", funnel.body);
        assert_eq!(standing.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_note_to_the_press_names_no_participant() {
    store::testing::on_each_database(&rooms::migrations(), false, async |db| {
        let standing = house(db).await;
        Told::none("kotabaru").until(&standing, day::parse("20-02-2026").expect("it is a day")).await;
        let form = "/agreements/PKS-KOTABARU-LAS/reports/new";
        let filled = standing.get("giatja.kotabaru", &format!("{form}?batch=LAS-KTB-1")).await.expect(200);
        assert!(
            filled.shows("membuka pelatihan Las SMAW pelat") && filled.shows("16 peserta"),
            "{}",
            filled.body
        );
        let fields = [
            ("batch", "LAS-KTB-1"),
            ("why", "Mahyuni ingin bekerja."),
            ("how", "Enam belas napi dilatih."),
            ("quotes", "Hamdani"),
        ];
        let refused = standing.post("giatja.kotabaru", form, &fields).await.expect(422);
        for text in ["“Mahyuni", "Kata “napi” merendahkan", "tulis nama | jabatan | ucapan"] {
            assert!(refused.shows(text), "{text}: {}", refused.body);
        }
        let quote = "Hamdani | Instruktur Las | Kami mulai dari keselamatan kerja.";
        let written = standing
            .post("giatja.kotabaru", form, &[("batch", "LAS-KTB-1"), ("quotes", quote)])
            .await
            .expect(303);
        let report = written.location.clone();
        assert_eq!(report, "/reports/SP-LAPAS-KOTABARU-2", "the first was written at the signing");
        released_once(&standing, &report).await;
        for login in ["giatja.jember", "kepala.blk", "ditjenpas.pemantau"] {
            let answer = standing.get(login, &report).await;
            assert!(matches!(answer.status, 403 | 404), "{login}: {}", answer.status);
        }
        assert_eq!(standing.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

/// The report is read, changed, printed and released, and then stays.
async fn released_once(standing: &Standing, report: &str) {
    let page = standing.get("kalapas.kotabaru", report).await.expect(200);
    assert!(page.shows("“Kami mulai dari keselamatan kerja.”") && page.shows("Siarkan"), "{}", page.body);
    let revised = [("headline", "Pelatihan las dibuka di Kotabaru")];
    standing.post("giatja.kotabaru", &format!("{report}/revision"), &revised).await.expect(303);
    let paper = standing.get("giatja.kotabaru", &format!("{report}/paper.pdf")).await.expect(200);
    assert!(paper.bytes.starts_with(b"%PDF-1.7") && paper.header("content-type") == "application/pdf");
    standing
        .post("giatja.kotabaru", &format!("{report}/release"), &[("day", "20-02-2026")])
        .await
        .expect(403);
    standing
        .post("kalapas.kotabaru", &format!("{report}/release"), &[("day", "21-02-2026")])
        .await
        .expect(422);
    standing
        .post("kalapas.kotabaru", &format!("{report}/release"), &[("day", "20-02-2026")])
        .await
        .expect(303);
    let late = standing.post("giatja.kotabaru", &format!("{report}/revision"), &revised).await.expect(409);
    assert!(late.shows("tidak dapat diubah"), "{}", late.body);
    standing
        .post("kalapas.kotabaru", &format!("{report}/release"), &[("day", "20-02-2026")])
        .await
        .expect(409);
    let changed =
        store::run(standing.house.db.writer(), "UPDATE activity_report SET headline = 'x'", []).await;
    assert!(changed.is_err(), "the database lets a released report be changed");
}

#[tokio::test]
async fn names_are_found_by_ear_and_numbers_by_those_who_may() {
    store::testing::on_each_database(&rooms::migrations(), false, async |db| {
        let standing = house(db).await;
        standing.office("lapas-satu", "lapas", kernel::zone::Zone::Wib).await;
        standing.office("lapas-dua", "lapas", kernel::zone::Zone::Wib).await;
        for (login, office, role) in [
            ("binadik", "lapas-satu", Role::Registrar),
            ("giatja", "lapas-satu", Role::Work),
            ("tetangga", "lapas-dua", Role::Registrar),
        ] {
            standing.account(login, office, &[role]).await;
        }
        let person = [
            ("name", "Mochammad Chusnul Huda alias Unul"),
            ("register", "B.I 7/2026"),
            ("kind", "convict"),
            ("sex", "male"),
            ("born_on", "17-12-1994"),
            ("home", "Kabupaten Jember"),
            ("admitted_on", "01-02-2026"),
            ("nik", "3509171712940003"),
        ];
        standing.post("binadik", "/people/new", &person).await.expect(303);
        let finds = async |login: &str, q: &str| {
            let page = standing.get(login, &format!("/search?q={}", q.replace(' ', "%20"))).await.expect(200);
            page.body.contains("Mochammad")
        };
        for q in ["Muhammad Khusnul", "moh husnul", "Mohd. Chusnul", "UNUL", "B.I 7/2026", "3509171712940003"]
        {
            assert!(finds("binadik", q).await, "{q} finds nobody");
            assert!(!finds("tetangga", q).await, "{q} is found by a neighbour");
        }
        for q in ["Sutrisno", "3509171712940004", "Muhammad Hasan"] {
            assert!(!finds("binadik", q).await, "{q} finds somebody");
        }
        // Without the right to read the number, the number finds nobody.
        assert!(finds("giatja", "husnul").await && !finds("giatja", "3509171712940003").await);
        assert_eq!(standing.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_calendar_follows_rights_and_changes() {
    store::testing::on_each_database(&rooms::migrations(), false, async |db| {
        let standing = house(db).await;
        let mut told = Told::none("jember");
        told.until(&standing, day::parse("19-12-2025").expect("it is a day")).await;
        let page = standing.get("guru.roti", "/account/calendar").await.expect(200);
        assert!(page.shows("Belum ada alamat"), "{}", page.body);
        standing.post("guru.roti", "/account/calendar/revocation", &[]).await.expect(409);
        standing.post("guru.roti", "/account/calendar", &[]).await.expect(303);
        let page = standing.get("guru.roti", "/account/calendar").await.expect(200);
        let address = links(&page).into_iter().find(|href| href.ends_with(".ics")).expect("an address");
        assert!(address.len() > 48, "{address} can be guessed");
        let feed = standing.get("", &address).await.expect(200);
        assert_eq!(feed.header("content-type"), "text/calendar; charset=utf-8");
        let file = feed.body.replace("\r\n ", "");
        assert!(
            file.contains("TZID=Asia/Jakarta:20251222T080000") && file.contains("LOCATION:DAPUR-JBR"),
            "{file}"
        );
        assert!(file.contains("SUMMARY:Produksi roti: ") && file.contains("STATUS:CONFIRMED"), "{file}");
        for word in ["Lapas", "warga binaan", "Misnadi", "Bekal", "Azizah"] {
            assert!(!file.contains(word), "the calendar says {word}");
        }
        let uid = |file: &str| -> Vec<String> {
            file.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
        };
        let before = uid(&file);
        assert!(before.len() > 20, "{}", before.len());
        let different: std::collections::BTreeSet<&String> = before.iter().collect();
        assert_eq!(different.len(), before.len(), "two sessions share a name");
        let cancel = [("day", "22-12-2025"), ("starts", "08.00"), ("reason", "Rapat sekolah")];
        standing.post("kepsek.smkn3", "/batches/ROTI-JBR-1/sessions/cancellation", &cancel).await.expect(303);
        let after = standing.get("", &address).await.expect(200).body.replace("\r\n ", "");
        assert_eq!(uid(&after), before);
        assert!(after.contains("STATUS:CANCELLED") && after.contains("SEQUENCE:1"), "{after}");
        let batch = standing.get("giatja.jember", "/batches/ROTI-JBR-1/sessions.ics").await.expect(200);
        assert_eq!(batch.body.matches("BEGIN:VEVENT").count(), uid(&batch.body.replace("\r\n ", "")).len());
        // The agreement ends: the address still leads to a calendar, and nothing is in it.
        standing.at(day::parse("18-12-2026").expect("it is a day"));
        let over = standing.get("", &address).await.expect(200);
        assert!(over.body.contains("BEGIN:VCALENDAR") && !over.body.contains("VEVENT"), "{}", over.body);
        standing.post("guru.roti", "/account/calendar", &[]).await.expect(303);
        standing.get("", &address).await.expect(404);
        standing.post("guru.roti", "/account/calendar/revocation", &[]).await.expect(303);
        let page = standing.get("guru.roti", "/account/calendar").await.expect(200);
        assert!(page.shows("Belum ada alamat"), "{}", page.body);
        assert_eq!(standing.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The story of the welding workshop: not enough power, mended, looked at again, fit.

use crate::ground::{PLAN, day, file, settle, workshop};
use programme::facts::{self, Verdict};
use web::testing::{Standing, on_each_database};

const INSPECT: &str = "/facilities/LAS-KTB/inspections/new";
const MEND: &str = "/facilities/LAS-KTB/findings/P1/mending";

async fn inspect(house: &Standing, sheet: &str, on: &str) -> web::testing::Answer {
    let fields =
        [("day", on), ("inspector", "Instruktur Contoh"), ("inspector_organisation", "blk-kotabaru")];
    house.post_file("instruktur", INSPECT, &fields, &[("file", "peninjauan.csv", &file(sheet))]).await
}

async fn standing(house: &Standing) -> (Option<Verdict>, Vec<String>) {
    let on = house.house.db.read();
    let facility = facts::facility_by_code(on, "LAS-KTB").await.expect("facilities can be read");
    let facility = facility.expect("the workshop is registered").id;
    let verdict = facts::facility_verdict(on, facility).await.expect("inspections can be read");
    let open = facts::open_findings(on, facility).await.expect("findings can be read");
    (verdict.map(|(verdict, _)| verdict), open.into_iter().map(|finding| finding.code).collect())
}

#[tokio::test]
async fn power_fails_is_mended_and_passes() {
    on_each_database(PLAN, async |house: Standing| {
        settle(&house).await;
        workshop(&house).await;
        assert_eq!(standing(&house).await, (None, Vec::new()));
        assert!(house.get("kerja", "/facilities/LAS-KTB").await.expect(200).shows("Belum pernah ditinjau"));

        let first = inspect(&house, "s4/peninjauan-1.csv", "08-01-2026").await.expect(303);
        assert!(first.said[0].contains("tidak lulus peninjauan ke-1: 1 butir"), "{:?}", first.said);
        assert!(first.said[1].contains("perlu 16,5 kVA, ditemukan 5,5 kVA"), "{:?}", first.said);
        assert!(first.said[1].contains("paling lambat 6 Februari 2026"), "{:?}", first.said);
        assert_eq!(standing(&house).await, (Some(Verdict::Fail), vec!["P1".to_owned()]));
        let page = house.get("kerja", "/facilities/LAS-KTB").await.expect(200);
        assert!(
            page.shows("Belum layak sejak 8 Januari 2026")
                && page.shows("5,5 kVA")
                && page.body.contains(MEND)
        );
        house.get("kerja", MEND).await.expect(200);

        house.at(day(2026, 2, 4));
        let early = inspect(&house, "s4/peninjauan-2.csv", "04-02-2026").await.expect(409);
        assert!(early.shows("Masih ada temuan yang belum diperbaiki: P1."), "{}", early.body);

        let fields = [("day", "04-02-2026"), ("note", "Daya menjadi 16,5 kVA, panel khusus terpasang")];
        let mended = house.post("kerja", MEND, &fields).await.expect(303);
        assert!(mended.said[0].contains("catat peninjauan ulang"), "{:?}", mended.said);
        assert_eq!(standing(&house).await, (Some(Verdict::Fail), Vec::new()), "mended is not yet fit");

        house.at(day(2026, 2, 5));
        inspect(&house, "s4/peninjauan-2.csv", "05-02-2026").await.expect(303);
        assert_eq!(standing(&house).await, (Some(Verdict::Pass), Vec::new()));
        let page = house.get("instruktur", "/facilities/LAS-KTB").await.expect(200);
        assert!(page.shows("Lulus pada peninjauan ke-2") && page.shows("Peninjauan ke-1"), "{}", page.body);
        assert!(page.shows("Temuan diperbaiki") && !page.body.contains('⟦'), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn each_refusal_and_problem_of_an_inspection() {
    on_each_database(PLAN, async |house: Standing| {
        settle(&house).await;
        workshop(&house).await;
        let tomorrow = inspect(&house, "s4/peninjauan-1.csv", "09-01-2026").await.expect(422);
        assert!(tomorrow.shows("09-01-2026 belum tiba"), "{}", tomorrow.body);
        let nothing =
            house.post("kerja", INSPECT, &[("day", "08-01-2026"), ("inspector", "X")]).await.expect(422);
        assert!(nothing.shows("Belum ada satu butir pun"));
        let lines = "P1 | Daya | 16 | 5 | tidak\nP2 | Air | | 1 | boleh";
        let fields = [("day", "08-01-2026"), ("inspector", "X"), ("lines", lines)];
        let wrong = house.post("kerja", INSPECT, &fields).await.expect(422);
        for sentence in [
            "Baris 1: butir belum terpenuhi",
            "Baris 1: tenggat",
            "Baris 2: kolom “kebutuhan”",
            "Baris 2: “boleh”",
        ] {
            assert!(wrong.shows(sentence), "{sentence}: {}", wrong.body);
        }
        assert_eq!(standing(&house).await, (None, Vec::new()), "nothing half done");

        house.post("kerja", MEND, &[("day", "08-01-2026"), ("note", "X")]).await.expect(404);
        inspect(&house, "s4/peninjauan-1.csv", "08-01-2026").await.expect(303);
        let mend = |day| [("day", day), ("note", "Selesai")];
        house.post("kerja", MEND, &mend("07-01-2026")).await.expect(409);
        house.post("kerja", MEND, &mend("08-01-2026")).await.expect(303);
        let other = "P9 | Air | 1 | 1 | ya";
        let without = house.post("kerja", INSPECT, &with_lines(other)).await.expect(409);
        assert!(without.shows("belum ditinjau lagi: P1"), "{}", without.body);
        let again = "P1 | Daya | 16,5 | 6 | tidak | tambah lagi | 20-01-2026";
        house.post("kerja", INSPECT, &with_lines(again)).await.expect(303);
        assert_eq!(standing(&house).await, (Some(Verdict::Fail), vec!["P1".to_owned()]));
        house.at(day(2026, 1, 21));
        assert!(house.get("kerja", "/facilities/LAS-KTB").await.expect(200).shows("Lewat tenggat"));
    })
    .await;
}

fn with_lines(lines: &str) -> [(&str, &str); 3] {
    [("day", "08-01-2026"), ("inspector", "X"), ("lines", lines)]
}

#[tokio::test]
async fn who_may_see_inspect_and_mend() {
    on_each_database(PLAN, async |house: Standing| {
        settle(&house).await;
        workshop(&house).await;
        inspect(&house, "s4/peninjauan-1.csv", "08-01-2026").await.expect(303);
        for (login, path, expected) in [
            ("kerja", "/facilities/LAS-KTB", 200),
            ("instruktur", "/facilities/LAS-KTB", 200),
            ("lain", "/facilities/LAS-KTB", 404),
            ("asesor", "/facilities/LAS-KTB", 404),
            ("lain", INSPECT, 404),
            ("lain", MEND, 404),
        ] {
            assert_eq!(house.get(login, path).await.status, expected, "{login} {path}");
        }
        assert!(house.get("lain", "/facilities").await.expect(200).shows("Di sini akan tampil"));
        assert!(house.get("instruktur", "/facilities").await.expect(200).shows("Bengkel las"));
        // A partner looks; only the office that owns the place mends.
        assert_ne!(house.post("instruktur", MEND, &[("day", "08-01-2026"), ("note", "X")]).await.status, 303);
        assert_ne!(house.post("jaga", INSPECT, &with_lines("P1 | A | 1 | 1 | ya")).await.status, 303);
        // The day after the agreement's last, the partner sees nothing any more.
        house.at(day(2026, 7, 1));
        assert_ne!(house.get("instruktur", "/facilities/LAS-KTB").await.status, 200);
        assert_eq!(standing(&house).await.1, ["P1"]);
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Meetings with their action items, and every page of this room in words.

use partnership::facts;
use web::testing::{Standing, on_each_database};

use crate::ground::{DRAFT, PAGE, PLAN, agreement, day, settle, signed, with};

const MEETING: [(&str, &str); 7] = [
    ("code", "RAPAT-KTB-1"),
    ("place", "Aula Kotabaru"),
    ("held_on", "12-01-2026"),
    ("parties", "blk-kotabaru\nlsp-las"),
    ("topics", "Pelatihan las\nUji kompetensi"),
    ("minutes", "Semua sepakat menyusun naskah.\n\nBengkel ditinjau lebih dahulu."),
    ("items", "Menyusun naskah | lapas-kotabaru | 16-01-2026\nMengirim kurikulum | blk-kotabaru"),
];
const SHOW: &str = "/meetings/RAPAT-KTB-1";

async fn met(house: &Standing) {
    settle(house).await;
    house.post("giatja", "/meetings/new", &MEETING).await.expect(303);
}

async fn close(house: &Standing, login: &str, item: i64, on: &str) -> web::testing::Answer {
    let fields = [("day", on), ("note", "Sudah dikirim.")];
    house.post(login, &format!("{SHOW}/items/{item}/closing"), &fields).await
}

#[tokio::test]
async fn a_meeting_leaves_items_that_its_parties_close() {
    on_each_database(PLAN, async |house: Standing| {
        met(&house).await;
        let read =
            async || facts::meeting_by_code(house.house.db.read(), "RAPAT-KTB-1").await.unwrap().unwrap();
        let meeting = read().await;
        assert_eq!((meeting.parties.len(), meeting.topics.len(), meeting.items.len()), (3, 2, 2));
        let standings: Vec<_> =
            meeting.items.iter().map(|item| item.standing_code(day("19-01-2026"))).collect();
        assert_eq!(standings, ["overdue", "open"]);
        assert!(house.get("giatja", "/meetings").await.expect(200).shows("1 lewat tenggat"));
        assert!(house.get("lsp", SHOW).await.expect(200).shows("2 dari 2 tindak lanjut belum selesai."));

        assert!(
            close(&house, "kepala.blk", 1, "19-01-2026")
                .await
                .expect(409)
                .shows("bertindak untuk pihak lain")
        );
        assert!(
            close(&house, "kepala.blk", 2, "11-01-2026").await.expect(422).shows("mendahului pertemuannya")
        );
        assert!(close(&house, "kepala.blk", 2, "20-01-2026").await.expect(422).shows("belum tiba"));
        let done = close(&house, "kepala.blk", 2, "19-01-2026").await.expect(303);
        assert!(done.said[0].contains("Masih ada 1"), "{:?}", done.said);
        assert!(close(&house, "kepala.blk", 2, "19-01-2026").await.expect(409).shows("sudah diselesaikan"));
        let done = close(&house, "giatja", 1, "19-01-2026").await.expect(303);
        assert!(done.said[0].contains("Semuanya sudah selesai"), "{:?}", done.said);
        assert!(read().await.items.iter().all(|item| item.closed_on == Some(day("19-01-2026"))));
        close(&house, "giatja", 3, "19-01-2026").await.expect(404);
        close(&house, "instruktur", 2, "19-01-2026").await.expect(403);
        close(&house, "asing", 1, "19-01-2026").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn each_problem_of_a_meeting_stands_at_its_field() {
    on_each_database(PLAN, async |house: Standing| {
        met(&house).await;
        for (changed, sentence) in [
            (vec![], "“RAPAT-KTB-1” sudah dipakai"),
            (vec![("held_on", "20-01-2026")], "belum tiba"),
            (vec![("parties", "lapas-kotabaru"), ("items", "")], "paling sedikit dua organisasi"),
            (vec![("parties", "blk-kotabaru\ntiada")], "Baris 2: “tiada” tidak ditemukan"),
            (vec![("items", "Menyusun naskah")], "Baris 1: tulis tindakan"),
            (vec![("items", "Menyusun naskah | smkn3-jember")], "tidak tercatat hadir"),
            (vec![("items", "Menyusun naskah | lsp-las | 31-02-2026")], "tidak ada dalam kalender"),
        ] {
            let answer = house.post("giatja", "/meetings/new", &with(&MEETING, &changed)).await.expect(422);
            assert!(answer.shows(sentence), "{changed:?}: {}", answer.body);
        }
        for (login, status) in [("kplp", 403), ("kepala.blk", 403)] {
            assert_eq!(house.get(login, "/meetings/new").await.status, status, "{login}");
        }
        let foreign = with(&MEETING, &[("code", "RAPAT-2"), ("host", "lapas-kotabaru")]);
        house.post("asing", "/meetings/new", &foreign).await.expect(404);
        house.get("asing", SHOW).await.expect(404);
        assert!(!house.get("asing", "/meetings").await.expect(200).shows("RAPAT-KTB-1"));
    })
    .await;
}

#[tokio::test]
async fn an_agreement_remembers_the_meeting_it_grew_from() {
    on_each_database(PLAN, async |house: Standing| {
        met(&house).await;
        let form = house.get("giatja", "/agreements/new?meeting=RAPAT-KTB-1").await.expect(200);
        assert!(form.body.contains("value=\"RAPAT-KTB-1\" selected"), "{}", form.body);
        let fields = with(
            &DRAFT,
            &[("meeting", "RAPAT-KTB-1"), ("parties", "blk-kotabaru | trainer\nsmkn3-jember | mentor")],
        );
        house.post("giatja", "/agreements/new", &fields).await.expect(303);
        let _ = agreement(&house, "PKS-KOTABARU-LAS").await;
        assert!(house.get("kepala.blk", PAGE).await.expect(200).body.contains(SHOW));
        // A party that was not at the meeting does not read of it.
        assert!(!house.get("kepsek", PAGE).await.expect(200).body.contains(SHOW));
    })
    .await;
}

#[tokio::test]
async fn the_minutes_are_a_paper() {
    on_each_database(PLAN, async |house: Standing| {
        met(&house).await;
        let paper = house.get("lsp", &format!("{SHOW}/minutes.pdf")).await.expect(200);
        assert_eq!(paper.header("content-type"), "application/pdf");
        assert!(paper.bytes.starts_with(b"%PDF"));
        house.get("asing", &format!("{SHOW}/minutes.pdf")).await.expect(404);
        house.get("kplp", &format!("{SHOW}/minutes.pdf")).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn every_page_and_form_says_everything_in_words() {
    on_each_database(PLAN, async |house: Standing| {
        signed(&house).await;
        for path in ["/agreements", "/meetings"] {
            assert!(house.get("asing", path).await.expect(200).shows("Di sini akan tampil"), "{path}");
        }
        house.post("giatja", "/meetings/new", &MEETING).await.expect(303);
        let promise = [
            ("party", "blk-kotabaru"),
            ("what", "Instruktur"),
            ("quantity", "120"),
            ("unit", "JP"),
            ("due_on", "30-04-2026"),
        ];
        house.post("giatja", &format!("{PAGE}/obligations/new"), &promise).await.expect(303);
        for path in [
            "/agreements",
            "/agreements?state=over",
            PAGE,
            "/meetings",
            SHOW,
            "/agreements/new",
            "/meetings/new",
            "/agreements/PKS-KOTABARU-LAS/agreeing",
            "/agreements/PKS-KOTABARU-LAS/signing",
            "/agreements/PKS-KOTABARU-LAS/ending",
            "/agreements/PKS-KOTABARU-LAS/obligations/new",
            "/obligations/PKS-KOTABARU-LAS-O1/deliveries/new",
            "/meetings/RAPAT-KTB-1/items/1/closing",
        ] {
            let page = house.get("kalapas", path).await.expect(200);
            assert!(!page.body.contains('⟦'), "{path}: {}", page.body);
        }
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

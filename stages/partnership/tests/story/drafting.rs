// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A text on the table: its parties, every problem at its field, and who may put it there.

use partnership::facts::{self, AgreementState, PartyRole};
use web::testing::{Standing, on_each_database};

use crate::ground::{
    AGREEMENT, DRAFT, PAGE, PARTIES, PLAN, agree, agreed, agreement, day, drafted, settle, sign, with,
};

#[tokio::test]
async fn a_draft_has_as_many_parties_as_it_takes() {
    on_each_database(PLAN, async |house: Standing| {
        settle(&house).await;
        let done = house.post("giatja", "/agreements/new", &DRAFT).await.expect(303);
        assert_eq!(done.location, PAGE);
        assert!(done.said[0].contains("3 pihak"), "{:?}", done.said);
        let fact = agreement(&house, AGREEMENT).await;
        let parties: Vec<_> = fact.parties.iter().map(|party| (party.code.as_str(), party.role)).collect();
        let wanted = [
            ("lapas-kotabaru", PartyRole::Host),
            ("blk-kotabaru", PartyRole::Trainer),
            ("lsp-las", PartyRole::Certifier),
        ];
        assert_eq!(parties, wanted, "the host first, then as written, a role by word or code");
        assert_eq!((fact.state, fact.host), (AgreementState::Draft, fact.parties[0].organisation));

        let on = house.house.db.read();
        assert_eq!(
            facts::agreements_of_host(on, fact.host).await.unwrap().as_slice(),
            std::slice::from_ref(&fact)
        );
        let lsp = fact.parties[2].organisation;
        assert_eq!(
            facts::agreements_of_party(on, lsp).await.unwrap().as_slice(),
            std::slice::from_ref(&fact)
        );
        assert_eq!(facts::parties(on, fact.id).await.unwrap(), fact.parties);
    })
    .await;
}

#[tokio::test]
async fn each_problem_stands_at_its_field_and_nothing_is_written() {
    on_each_database(PLAN, async |house: Standing| {
        drafted(&house).await;
        for (changed, sentence) in [
            (vec![], "“PKS-KOTABARU-LAS” sudah dipakai"),
            (vec![("code", "pks/2")], "bukan kode"),
            (vec![("host", "tiada")], "tidak ditemukan"),
            (vec![("host", "pt-asing")], "tidak dapat menjadi tuan rumah"),
            (vec![("parties", "blk-kotabaru")], "Baris 1: tulis organisasi | peran"),
            (vec![("parties", "lapas-kotabaru | host\ntiada | trainer")], "Baris 2: “tiada” tidak ditemukan"),
            (vec![("parties", "blk-kotabaru | juru masak")], "bukan peran"),
            (vec![("parties", "blk-kotabaru | trainer\nblk-kotabaru | funder")], "tertulis dua kali"),
            (vec![("parties", "lapas-jember | host")], "tuan rumah kedua"),
            (vec![("parties", "lapas-kotabaru | host")], "paling sedikit dua pihak"),
            (vec![("ends_on", "20-01-2026")], "sesudah hari pertama"),
            (vec![("meeting", "TIADA")], "tidak ditemukan"),
        ] {
            let answer = house.post("giatja", "/agreements/new", &with(&DRAFT, &changed)).await.expect(422);
            assert!(answer.shows(sentence), "{changed:?}: {}", answer.body);
        }
        let empty = house.post("giatja", "/agreements/new", &[]).await.expect(422);
        assert!(empty.shows("8 isian perlu diperbaiki"), "all at once: {}", empty.body);
        let host = agreement(&house, AGREEMENT).await.host;
        assert_eq!(facts::agreements_of_host(house.house.db.read(), host).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_long_term_and_ordinary_learners_are_said_and_allowed() {
    on_each_database(PLAN, async |house: Standing| {
        settle(&house).await;
        let long = with(&DRAFT, &[("ends_on", "20-01-2028")]);
        let done = house.post("giatja", "/agreements/new", &long).await.expect(303);
        assert!(done.said.iter().any(|said| said.contains("24 bulan")), "{:?}", done.said);
        house.account("kabalai", "blk-kotabaru", &[access::Role::Head]).await;
        let own = with(&DRAFT, &[("code", "PKS-UMUM"), ("parties", "lsp-las | certifier")]);
        let done = house.post("kabalai", "/agreements/new", &own).await.expect(303);
        assert!(done.said.iter().any(|said| said.contains("peserta umum")), "{:?}", done.said);
    })
    .await;
}

#[tokio::test]
async fn only_the_host_drafts_and_only_parties_see_it() {
    on_each_database(PLAN, async |house: Standing| {
        drafted(&house).await;
        let other = with(&DRAFT, &[("code", "PKS-2")]);
        for login in ["kplp", "kepala.blk"] {
            house.get(login, "/agreements/new").await.expect(403);
            house.post(login, "/agreements/new", &other).await.expect(403);
        }
        let foreign = with(&other, &[("host", "lapas-kotabaru"), ("parties", "smkn3-jember | trainer")]);
        house.post("asing", "/agreements/new", &foreign).await.expect(404);
        for (login, status, listed) in [
            ("giatja", 200, true),
            ("kepala.blk", 200, true),
            ("instruktur", 200, true),
            ("lsp", 200, true),
            ("asing", 404, false),
            ("kepsek", 404, false),
        ] {
            assert_eq!(house.get(login, PAGE).await.status, status, "{login}");
            let list = house.get(login, "/agreements").await.expect(200);
            assert_eq!(list.shows("Pelatihan las bagi warga binaan"), listed, "{login}");
        }
        house.get("kplp", PAGE).await.expect(403);
        let signed_out = house.get("", PAGE).await;
        assert!(signed_out.status == 303 || signed_out.status == 401, "{}", signed_out.status);
    })
    .await;
}

#[tokio::test]
async fn the_last_to_agree_makes_it_ready_to_sign() {
    on_each_database(PLAN, async |house: Standing| {
        drafted(&house).await;
        house.at(day("20-01-2026"));
        let early = sign(&house, "kalapas", "lapas-kotabaru", "WP.1").await.expect(409);
        house.at(day("19-01-2026"));
        assert!(early.shows("lsp-las belum menyatakan setuju"), "{}", early.body);
        let first = agree(&house, "kalapas", "lapas-kotabaru").await.expect(303);
        assert!(first.said[0].contains("blk-kotabaru, lsp-las"), "{:?}", first.said);
        assert!(
            agree(&house, "kalapas", "lapas-kotabaru").await.expect(409).shows("sudah menyatakan setuju")
        );
        assert!(agree(&house, "kepala.blk", "lsp-las").await.expect(409).shows("bertindak untuk pihak lain"));
        agree(&house, "instruktur", "blk-kotabaru").await.expect(403);
        agree(&house, "asing", "blk-kotabaru").await.expect(404);
        assert!(agree(&house, "kalapas", "smkn3-jember").await.expect(422).shows("bukan pihak"));
        let future = [("party", "blk-kotabaru"), ("day", "20-01-2026")];
        let path = format!("{PAGE}/agreeing");
        assert!(house.post("kepala.blk", &path, &future).await.expect(422).shows("belum tiba"));
        // The host may record it for a partner that has no account of its own.
        agree(&house, "kalapas", "blk-kotabaru").await.expect(303);
        let last = agree(&house, "lsp", "lsp-las").await.expect(303);
        assert!(last.said[0].contains("Semua pihak setuju"), "{:?}", last.said);
        let fact = agreement(&house, AGREEMENT).await;
        assert_eq!(fact.state, AgreementState::Agreed);
        assert!(fact.parties.iter().all(|party| party.agreed_on == Some(day("19-01-2026"))));
        assert!(agree(&house, "lsp", "lsp-las").await.expect(409).shows("Semua pihak sudah menyetujui"));
    })
    .await;
}

#[tokio::test]
async fn filters_and_search_find_what_they_name() {
    on_each_database(PLAN, async |house: Standing| {
        agreed(&house).await;
        for (path, shown) in [
            ("/agreements?state=preparing", true),
            ("/agreements?state=in_force", false),
            ("/agreements?state=upcoming", false),
            ("/agreements?state=over", false),
            ("/agreements?q=SMAW", true),
            ("/agreements?q=LSP-las", true),
            ("/agreements?q=roti", false),
        ] {
            let page = house.get("giatja", path).await.expect(200);
            assert_eq!(page.shows("Pelatihan las bagi warga binaan"), shown, "{path}");
        }
        for (party, login) in PARTIES {
            sign(&house, login, party, "007/2026").await.expect(303);
        }
        assert!(house.get("giatja", "/agreements?state=in_force&q=007").await.shows(AGREEMENT));
        house.at(day("01-01-2027"));
        assert!(house.get("giatja", "/agreements?state=over").await.shows(AGREEMENT));
        assert!(!house.get("giatja", "/agreements?state=in_force").await.shows(AGREEMENT));
    })
    .await;
}

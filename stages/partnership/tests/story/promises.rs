// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What parties promise, deliver, and are late with.

use partnership::facts::{self, Progress};
use web::testing::{Standing, on_each_database};

use crate::ground::{AGREEMENT, PAGE, PLAN, agreed, agreement, day, end, signed, with};

const PROMISE: [(&str, &str); 5] = [
    ("party", "blk-kotabaru"),
    ("what", "Instruktur las"),
    ("quantity", "120"),
    ("unit", "JP"),
    ("due_on", "30-04-2026"),
];
const DELIVER: &str = "/obligations/PKS-KOTABARU-LAS-O1/deliveries/new";

async fn promised(house: &Standing) {
    house.post("giatja", &format!("{PAGE}/obligations/new"), &PROMISE).await.expect(303);
}

fn delivery<'a>(quantity: &'a str, on: &'a str) -> [(&'a str, &'a str); 3] {
    [("quantity", quantity), ("day", on), ("note", "")]
}

#[tokio::test]
async fn a_promise_is_kept_in_parts() {
    on_each_database(PLAN, async |house: Standing| {
        signed(&house).await;
        promised(&house).await;
        let fact = agreement(&house, AGREEMENT).await;
        let read = async || facts::obligations(house.house.db.read(), fact.id).await.unwrap().remove(0);
        let promise = read().await;
        assert_eq!(
            (promise.code.as_str(), promise.party),
            ("PKS-KOTABARU-LAS-O1", fact.parties[1].organisation)
        );
        assert_eq!(promise.progress(day("20-01-2026")), Progress::NotYet);

        house.at(day("10-04-2026"));
        let done = house.post("kepala.blk", DELIVER, &delivery("40", "09-04-2026")).await.expect(303);
        assert!(done.said[0].contains("40 dari 120 JP"), "{:?}", done.said);
        let promise = read().await;
        assert_eq!((promise.delivered, promise.last_delivered_on), (40, Some(day("09-04-2026"))));
        assert_eq!(promise.progress(day("30-04-2026")), Progress::Partly);
        house.at(day("02-05-2026"));
        let late = house.get("giatja", PAGE).await.expect(200);
        assert!(late.shows("terlambat 2 hari") && late.shows("0 dari 1 kewajiban"), "{}", late.body);
        assert!(house.get("giatja", "/agreements").await.shows("1 kewajiban terlambat"));
        // The host notes what the partner brought, late.
        house.post("giatja", DELIVER, &delivery("80", "02-05-2026")).await.expect(303);
        assert_eq!(read().await.progress(day("02-05-2026")), Progress::Delivered);
        assert!(house.get("giatja", PAGE).await.shows("1 dari 1 kewajiban sudah terpenuhi."));
    })
    .await;
}

#[tokio::test]
async fn codes_count_on_past_nine() {
    on_each_database(PLAN, async |house: Standing| {
        agreed(&house).await;
        for _ in 0..11 {
            promised(&house).await;
        }
        let fact = agreement(&house, AGREEMENT).await;
        let all = facts::obligations(house.house.db.read(), fact.id).await.unwrap();
        let numbers: Vec<String> = (1..=11).map(|number| format!("{AGREEMENT}-O{number}")).collect();
        assert_eq!(all.into_iter().map(|promise| promise.code).collect::<Vec<_>>(), numbers);
    })
    .await;
}

#[tokio::test]
async fn a_promise_has_a_party_a_quantity_and_a_living_agreement() {
    on_each_database(PLAN, async |house: Standing| {
        signed(&house).await;
        let path = format!("{PAGE}/obligations/new");
        for (changed, sentence) in [
            (("quantity", "0"), "paling sedikit 1"),
            (("quantity", "-3"), "bukan bilangan bulat"),
            (("party", "smkn3-jember"), "bukan pihak"),
            (("what", ""), "wajib diisi"),
        ] {
            let answer = house.post("giatja", &path, &with(&PROMISE, &[changed])).await.expect(422);
            assert!(answer.shows(sentence), "{changed:?}: {}", answer.body);
        }
        for (login, status) in [("kepala.blk", 403), ("kplp", 403), ("asing", 404)] {
            assert_eq!(house.post(login, &path, &PROMISE).await.status, status, "{login}");
        }
        house.at(day("01-01-2027"));
        assert!(house.post("giatja", &path, &PROMISE).await.expect(409).shows("tidak dapat ditambah"));
    })
    .await;
}

#[tokio::test]
async fn a_delivery_comes_from_the_party_while_it_has_a_right() {
    on_each_database(PLAN, async |house: Standing| {
        agreed(&house).await;
        promised(&house).await;
        let unsigned = house.post("giatja", DELIVER, &delivery("1", "20-01-2026")).await.expect(409);
        assert!(unsigned.shows("belum ditandatangani semua pihak"), "{}", unsigned.body);
        for (party, number) in [("lapas-kotabaru", "1"), ("blk-kotabaru", "2"), ("lsp-las", "3")] {
            crate::ground::sign(&house, "kalapas", party, number).await.expect(303);
        }
        let early = house.post("giatja", DELIVER, &delivery("1", "19-01-2026")).await.expect(409);
        assert!(early.shows("tidak dapat mendahului hari pertama berlaku, 20-01-2026"), "{}", early.body);
        let third = house.post("lsp", DELIVER, &delivery("1", "20-01-2026")).await.expect(409);
        assert!(third.shows("bertindak untuk pihak lain"), "{}", third.body);
        house.post("kplp", DELIVER, &delivery("1", "20-01-2026")).await.expect(403);
        house.post("asing", DELIVER, &delivery("1", "20-01-2026")).await.expect(404);
        assert!(
            house
                .post("giatja", DELIVER, &delivery("0", "20-01-2026"))
                .await
                .expect(422)
                .shows("paling sedikit 1")
        );
        assert!(
            house.post("giatja", DELIVER, &delivery("1", "21-01-2026")).await.expect(422).shows("belum tiba")
        );
        house.get("giatja", "/obligations/PKS-9-O1/deliveries/new").await.expect(404);

        end(&house, "kalapas", "31-01-2026").await.expect(303);
        house.at(day("31-01-2026"));
        house.post("kepala.blk", DELIVER, &delivery("1", "31-01-2026")).await.expect(303);
        house.at(day("01-02-2026"));
        let over = house.post("kepala.blk", DELIVER, &delivery("1", "31-01-2026")).await;
        assert!(
            over.status == 403 || over.status == 404,
            "its right ended with the agreement: {}",
            over.status
        );
        house.post("giatja", DELIVER, &delivery("1", "01-02-2026")).await.expect(303);
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The start-up record of a business, and its turnover at follow-ups; the clock of one who never left a prison.

use livelihood::facts;
use store::{run, violation};
use web::testing::on_each_database;

use crate::ground::{Ground, day, id, plan};

const BUSINESS: [(&str, &str); 7] = [
    ("name", "Jahit Jarwo"),
    ("field", "permak"),
    ("started_on", "19-11-2025"),
    ("capital", "Rp1.500.000"),
    ("place", "Pasar sayur"),
    ("product", "Permak celana"),
    ("tools", "1 mesin jahit"),
];

#[tokio::test]
async fn a_business_is_recorded_completed_and_followed() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let house = &ground.house;
        let person = Ground::person(1);
        let record = format!("/people/{person}/business");
        let wrong = [
            ("name", "X"),
            ("field", "x"),
            ("started_on", "19-11-2025"),
            ("nib", "12345"),
            ("first_sale_on", "18-11-2025"),
        ];
        let refused = house.post("pk", &record, &wrong).await.expect(422);
        assert!(refused.shows("13 angka") && refused.shows("tidak sebelum"), "{}", refused.body);
        house.post("pk", &record, &BUSINESS).await.expect(303);
        let on = house.house.db.read();
        let kept = facts::businesses(on, person).await.unwrap().remove(0);
        let change = format!("/people/{person}/businesses/{}", kept.id);
        let later = [("nib", "1201 2600 12345"), ("first_sale_on", "20-11-2025")];
        house.post("pk", &change, &later).await.expect(303);
        let kept = facts::businesses(on, person).await.unwrap().remove(0);
        assert_eq!((kept.capital_rupiah, kept.start_up.place.as_str()), (1_500_000, "Pasar sayur"));
        assert_eq!(kept.start_up.nib.as_deref(), Some("1201260012345"));
        assert_eq!(kept.start_up.first_sale_on, Some(day("20-11-2025")));
        assert_ne!(house.post("pk.lain", &change, &later).await.status, 303);

        // The training ended on 15 November; two weeks count from there.
        house.at(day("29-11-2025"));
        let follow = format!("/people/{person}/followups/JAHIT-1/2w");
        let answer =
            |status: &'static str| [("status", status), ("day", "29-11-2025"), ("turnover", "Rp500.000")];
        house.post("pk", &follow, &answer("seeking")).await.expect(422);
        house.post("pk", &follow, &answer("own_business")).await.expect(303);
        let asked = facts::follow_ups(on, person).await.unwrap().remove(0);
        assert_eq!((asked.turnover_rupiah, asked.due_on), (Some(500_000), day("29-11-2025")));
        for (sql, constraint) in [
            ("UPDATE follow_up SET status = 'seeking'", "follow_up_turnover"),
            ("UPDATE business SET nib = '1'", "business_nib"),
            ("UPDATE business SET first_sale_on = '2025-11-01'", "business_first_sale"),
        ] {
            let error = run(house.house.db.writer(), sql, []).await.expect_err(sql);
            assert!(violation(&error).is_some_and(|no| no.is(constraint, "")), "{sql}: {error}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_person_has_one_mentor_at_a_time() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let (house, person) = (&ground.house, Ground::person(1));
        let sql = "INSERT INTO mentoring (id, person_id, account_id, agreement_id, since) \
                   SELECT $1, $2, a.id, $3, $4 FROM account a WHERE a.login = 'pendamping'";
        let values = |number: u128| -> Vec<store::Value> {
            vec![id(number).into(), person.0.into(), id(40).into(), day("20-11-2025").into()]
        };
        run(house.house.db.writer(), sql, values(0x700)).await.unwrap();
        run(house.house.db.writer(), sql, values(0x701)).await.expect_err("two mentors at once");
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Vacancies and certificate holders by home district; nobody is named to an employer without saying yes.

use store::{run, violation};
use web::testing::on_each_database;

use crate::ground::{Ground, id, plan};

#[tokio::test]
async fn the_nearest_holders_come_first_and_strangers_see_no_name() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.vacancy("MDN", "35.77").await;
        ground.vacancy("KDS", "33.19").await;
        let page = ground.house.get("pk", "/vacancies/MDN/matches").await.expect(200);
        let places: Vec<usize> = ["Jarwo", "Lina Marliana", "Puji Astutik"]
            .iter()
            .map(|name| page.body.find(name).unwrap_or_else(|| panic!("{name} is not proposed")))
            .collect();
        assert!(places.is_sorted(), "same district, neighbouring, same province: {places:?}");
        for part in [
            "kabupaten yang sama",
            "kabupaten tetangga",
            "provinsi yang sama",
            "AAAA-AAAA-AAA1",
            "Sudah di rumah",
        ] {
            assert!(page.shows(part), "{part}");
        }
        assert!(
            ground.house.get("pk", "/vacancies/KDS/matches").await.expect(200).shows("Belum ada pemegang")
        );
        for login in ["pengantar", "pendamping", "instruktur"] {
            assert!(!ground.house.get(login, "/vacancies/MDN/matches").await.shows("Jarwo"), "{login}");
        }
        assert!(!ground.house.get("pk.lain", "/vacancies/MDN/matches").await.shows("Jarwo"));
        assert_eq!(ground.house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_referral_needs_a_consent_of_that_day_or_before() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.vacancy("MDN", "35.77").await;
        let refer =
            |consent: &'static str| [("person", "Jarwo"), ("day", "20-11-2025"), ("consent_on", consent)];
        let path = "/vacancies/MDN/referral";
        ground.house.post("pk", path, &refer("")).await.expect(422);
        ground.house.post("pk", path, &refer("21-11-2025")).await.expect(409);
        ground.house.post("pk", path, &refer("20-11-2025")).await.expect(303);
        // Who was referred is not proposed again.
        assert!(!ground.house.get("pk", "/vacancies/MDN/matches").await.expect(200).shows("Jarwo"));
        let sql = "INSERT INTO referral (vacancy_id, person_id, referred_on, state) \
                   SELECT v.id, $1, v.posted_on, 'referred' FROM vacancy v";
        let error =
            run(ground.house.house.db.writer(), sql, [id(0x102).into()]).await.expect_err("no consent");
        assert!(violation(&error).is_some_and(|no| no.is("referral_consent", "")), "{error}");
    })
    .await;
}

#[tokio::test]
async fn wishes_and_openings_stand_side_by_side() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        ground.vacancy("MDN", "35.77").await;
        ground.vacancy("NGW", "35.21").await;
        ground.vacancy("KDS", "33.19").await;
        for (number, first, second) in [(1_u128, "jahit garmen", ""), (2, "jahit garmen", "warung"), (3, "warung", "jahit garmen")] {
            let sql = "INSERT INTO interest (person_id, office_id, first_choice, second_choice, experience_months, literacy, since, told_on) \
                       SELECT $1, id, $2, $3, 0, 'fluent', $4, $4 FROM organisation WHERE code = 'bapas-madiun'";
            let told = crate::ground::day("01-11-2025");
            ground.write(sql, vec![Ground::person(number).0.into(), first.into(), second.into(), told.into()]).await;
        }
        let page = ground.house.get("pk", "/vacancies/need").await.expect(200);
        let row = page.body.split("jahit garmen</th>").nth(1).and_then(|rest| rest.split("</tr>").next()).unwrap_or("");
        let figures: Vec<&str> = row.split("\">").skip(1).filter_map(|cell| cell.split('<').next()).collect();
        // Two want it first, one second; Madiun has two openings at home, Ngawi two next door; Kudus is another province.
        assert_eq!(figures, ["2", "1", "2", "2", "0"], "{row}");
    })
    .await;
}

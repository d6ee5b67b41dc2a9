// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A mentor sees whom she is named to, notes what she saw, and is out when the office or the calendar says so.

use web::testing::on_each_database;

use crate::ground::{Ground, day, plan};

const SECRET: &str = "RAHASIA ibunya sakit";

fn path(number: u128, end: &str) -> String {
    format!("/people/{}/{end}", Ground::person(number))
}

#[tokio::test]
async fn a_mentor_sees_the_people_named_to_her_and_nobody_else() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let house = &ground.house;
        let name = [("mentor", "pendamping"), ("day", "20-11-2025")];
        assert_eq!(house.get("pendamping", &path(1, "mentoring")).await.status, 404);
        for login in ["pendamping", "instruktur", "pk.lain", "pengantar"] {
            assert_ne!(house.post(login, &path(1, "mentor"), &name).await.status, 303, "{login}");
        }
        let form = house.get("pk", &path(1, "mentor")).await.expect(200);
        assert!(form.shows("pendamping (MOU-1)") && !form.shows("instruktur"), "{}", form.body);
        house.post("pk", &path(1, "mentor"), &name).await.expect(303);
        house.post("pk", &path(1, "mentor"), &name).await.expect(409);
        house
            .post("pk", &path(2, "mentor"), &[("mentor", "instruktur"), ("day", "20-11-2025")])
            .await
            .expect(409);
        house
            .post("pk", &path(2, "mentor"), &[("mentor", "pendamping"), ("day", "21-11-2025")])
            .await
            .expect(422);

        let note = [("kind", "visit"), ("day", "20-11-2025"), ("note", SECRET), ("next_on", "01-12-2025")];
        house.post("pendamping", &path(1, "mentoring/new"), &note).await.expect(303);
        for (login, status) in [("ketua", 404), ("instruktur", 404), ("pk.lain", 404), ("pk", 403)] {
            let answer = house.post(login, &path(1, "mentoring/new"), &note).await;
            assert_ne!(answer.status, 303, "{login}, not {status}");
        }
        assert!(house.get("pendamping", "/mentoring").await.expect(200).shows("Jarwo"));
        assert!(!house.get("pendamping", "/mentoring").await.expect(200).shows("Lina"));
        assert!(!house.get("ketua", "/mentoring").await.expect(200).shows("Jarwo"));
        for (login, sees) in [
            ("pendamping", true),
            ("pk", true),
            ("kabapas", true),
            ("ketua", false),
            ("instruktur", false),
            ("kerja", false),
        ] {
            assert_eq!(house.get(login, &path(1, "mentoring")).await.shows(SECRET), sees, "{login}");
        }
        assert_ne!(house.get("pendamping", &path(2, "mentoring")).await.status, 200);
        // What she wrote stands in no event.
        let entries: Vec<audit::Entry> =
            audit::timeline(house.house.db.read(), audit::Object::new("person", Ground::person(1).0), 50)
                .await
                .unwrap();
        assert!(entries.iter().any(|entry| entry.kind == "MentoringNoted"));
        assert!(entries.iter().all(|entry| !entry.content.to_string().contains("RAHASIA")));
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn her_access_ends_with_the_mentoring_or_with_the_agreement() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let house = &ground.house;
        for number in [1, 2] {
            let name = [("mentor", "pendamping"), ("day", "20-11-2025")];
            house.post("pk", &path(number, "mentor"), &name).await.expect(303);
        }
        house
            .post("pk", &path(2, "mentor/end"), &[("day", "20-11-2025"), ("reason", "Pindah kota")])
            .await
            .expect(303);
        house
            .post("pk", &path(2, "mentor/end"), &[("day", "20-11-2025"), ("reason", "Lagi")])
            .await
            .expect(409);
        assert_ne!(house.get("pendamping", &path(2, "mentoring")).await.status, 200);
        house.get("pendamping", &path(1, "mentoring")).await.expect(200);

        house.at(day("30-06-2026"));
        house.later(15 * 60 - 1);
        house.get("pendamping", &path(1, "mentoring")).await.expect(200);
        house.later(1);
        assert_ne!(house.get("pendamping", &path(1, "mentoring")).await.status, 200, "24.00 has passed");
        assert!(!house.get("pendamping", "/mentoring").await.shows("Jarwo"));
        let note = [("kind", "call"), ("day", "30-06-2026"), ("note", "tidak sempat")];
        assert_ne!(house.post("pendamping", &path(1, "mentoring/new"), &note).await.status, 303);
        // The office keeps what was noted, and cannot name anyone under an agreement that is over.
        assert!(house.get("pk", "/mentoring").await.expect(200).shows("Jarwo"));
        house
            .post("pk", &path(3, "mentor"), &[("mentor", "pendamping"), ("day", "01-07-2026")])
            .await
            .expect(409);
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person takes back that an employer may know her: at once, whatever had come of it, and without losing what was.

use access::Role;
use kernel::zone::Zone;
use livelihood::facts::ReferralState;
use store::{run, violation};
use web::testing::on_each_database;

use crate::ground::{Ground, day, id, plan};

/// Two vacancies of one employer with accounts of its own, and one of another.
async fn employers(ground: &Ground) {
    ground.house.office("penjahit", "employer", Zone::Wib).await;
    ground.house.account("pemilik", "penjahit", &[Role::Employer]).await;
    for code in ["MDN-1", "MDN-2", "LAIN"] {
        ground.vacancy(code, "35.77").await;
    }
    let sql = "UPDATE vacancy SET title = 'pemotong kain', employer_id = (SELECT employer_id FROM vacancy WHERE code = 'MDN-1') WHERE code = 'MDN-2'";
    ground.write(sql, vec![]).await;
    let sql = "UPDATE employer SET organisation_id = (SELECT id FROM organisation WHERE code = 'penjahit') WHERE code = 'PK-MDN-1'";
    ground.write(sql, vec![]).await;
}

fn path(number: u128, end: &str) -> String {
    format!("/people/{}/{end}", Ground::person(number))
}

async fn refer(ground: &Ground, number: u128, vacancy: &str, consent: &str) -> web::testing::Answer {
    let who = Ground::person(number).to_string();
    let fields = [("person", who.as_str()), ("day", "20-11-2025"), ("consent_on", consent)];
    ground.house.post("pk", &format!("/vacancies/{vacancy}/referral"), &fields).await
}

async fn states(ground: &Ground, number: u128) -> Vec<(String, ReferralState)> {
    let found = livelihood::facts::referrals(ground.house.house.db.read(), Ground::person(number)).await;
    let mut states: Vec<_> =
        found.expect("read").into_iter().map(|(one, vacancy)| (vacancy.code, one.state)).collect();
    states.sort();
    states
}

#[tokio::test]
async fn what_waits_ends_and_the_employer_sees_nobody() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        employers(&ground).await;
        let withdrawal = path(1, "consents/withdrawal");
        let told = [("employer", "pk-mdn-1"), ("day", "20-11-2025"), ("told", "phone"), ("note", "RAHASIA")];
        assert!(ground.house.post("pk", &withdrawal, &told).await.expect(409).shows("Tidak ada persetujuan"));
        refer(&ground, 1, "MDN-1", "18-11-2025").await.expect(303);
        refer(&ground, 1, "LAIN", "18-11-2025").await.expect(303);
        refer(&ground, 2, "MDN-1", "18-11-2025").await.expect(303);
        let seen = ground.house.get("pemilik", "/vacancies/MDN-1").await.expect(200);
        assert!(seen.shows("Jarwo") && seen.shows("AAAA-AAAA-AAA1"));

        for login in ["pk.lain", "pemilik", "pendamping", "instruktur"] {
            assert_ne!(ground.house.post(login, &withdrawal, &told).await.status, 303, "{login}");
        }
        for (field, value) in
            [("day", "21-11-2025"), ("day", "17-11-2025"), ("told", "mimpi"), ("employer", "PK-9")]
        {
            let mut wrong = told;
            wrong.iter_mut().filter(|(name, _)| *name == field).for_each(|(_, text)| *text = value);
            ground.house.post("pk", &withdrawal, &wrong).await.expect(422);
        }
        let form = ground.house.get("pk", &withdrawal).await.expect(200);
        assert!(form.shows("PK-MDN-1") && form.shows("PK-LAIN"), "{}", form.body);
        let done = ground.house.post("pk", &withdrawal, &told).await.expect(303);
        assert!(done.said[0].contains("Rujukan yang berakhir: 1"), "{:?}", done.said);

        let left = ("LAIN".to_owned(), ReferralState::Referred);
        assert_eq!(states(&ground, 1).await, [left, ("MDN-1".to_owned(), ReferralState::Withdrawn)]);
        let seen = ground.house.get("pemilik", "/vacancies/MDN-1").await.expect(200);
        assert!(!seen.shows("Jarwo") && !seen.shows("AAAA-AAAA-AAA1") && seen.shows("Lina Marliana"));
        let decision = format!("/vacancies/MDN-1/referrals/{}", Ground::person(1));
        let hired = [("outcome", "hired"), ("day", "20-11-2025")];
        assert!([403, 404].contains(&ground.house.post("pemilik", &decision, &hired).await.status));
        assert!(ground.house.post("pk", &decision, &hired).await.expect(409).shows("menarik kembali"));
        let page = ground.house.get("kabapas", &path(1, "consents")).await.expect(200);
        for text in ["18 November 2025", "lewat telepon; dicatat oleh pk", "Masih berlaku"] {
            assert!(page.shows(text), "{text}: {}", page.body);
        }
        assert_ne!(ground.house.get("pemilik", &path(1, "consents")).await.status, 200);
        let entries = audit::timeline(
            ground.house.house.db.read(),
            audit::Object::new("person", Ground::person(1).0),
            50,
        );
        let entries = entries.await.expect("read");
        assert!(entries.iter().any(|entry| entry.kind == "ConsentWithdrawn"));
        assert!(entries.iter().any(|entry| entry.kind == "ApplicationReferred"), "the first stays");
        assert!(entries.iter().all(|entry| !entry.content.to_string().contains("RAHASIA")));
        assert!(audit::verify(ground.house.house.db.read()).await.expect("read").flaws.is_empty());
        assert_eq!(ground.house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn one_who_was_hired_is_not_shown_either_and_a_new_referral_needs_a_new_consent() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        employers(&ground).await;
        refer(&ground, 3, "MDN-1", "18-11-2025").await.expect(303);
        let decision = format!("/vacancies/MDN-1/referrals/{}", Ground::person(3));
        let hired = [("outcome", "hired"), ("day", "20-11-2025")];
        ground.house.post("pemilik", &decision, &hired).await.expect(303);
        let told = [("employer", "PK-MDN-1"), ("day", "19-11-2025"), ("told", "in-person")];
        ground.house.post("kabapas", &path(3, "consents/withdrawal"), &told).await.expect(303);
        assert_eq!(states(&ground, 3).await, [("MDN-1".to_owned(), ReferralState::Hired)], "it did happen");
        assert!(!ground.house.get("pemilik", "/vacancies/MDN-1").await.expect(200).shows("Puji"));
        assert!(ground.house.get("pk", "/vacancies/MDN-1").await.expect(200).shows("Puji"));
        for consent in ["18-11-2025", "19-11-2025"] {
            assert!(refer(&ground, 3, "MDN-2", consent).await.expect(409).shows("ditarik kembali"));
        }
        // Whatever the rules say, the database takes no referral on a consent that was taken back, and no answer.
        let on = day("19-11-2025");
        let sql = "INSERT INTO referral (vacancy_id, person_id, referred_on, consent_on, state) \
                   SELECT id, $1, $2, $2, 'referred' FROM vacancy WHERE code = 'MDN-2'";
        let raw = run(ground.house.house.db.writer(), sql, [id(0x103).into(), on.into()]).await;
        let error = raw.expect_err("taken back");
        assert!(violation(&error).is_some_and(|no| no.is("referral_consent_withdrawn", "")), "{error}");
        let sql = "UPDATE referral SET state = 'declined' WHERE state = 'hired'";
        let error = run(ground.house.house.db.writer(), sql, []).await.expect_err("taken back");
        assert!(violation(&error).is_some_and(|no| no.is("referral_consent_withdrawn", "")), "{error}");
        refer(&ground, 3, "MDN-2", "20-11-2025").await.expect(303);
        assert!(ground.house.get("pemilik", "/vacancies/MDN-2").await.expect(200).shows("Puji"));
        assert!(!ground.house.get("pemilik", "/vacancies/MDN-1").await.expect(200).shows("Puji"));
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What happens to people reaches every room, in the house of the stories: who is told, who is not, and what is left behind.

use certification::facts::CertificateKind;
use kernel::day::{self, Day};
use kernel::id::PersonId;
use livelihood::facts::{Milestone, ReferralState, Status};
use uuid::Uuid;

use crate::demo_house::{DemoHouse, Site};

fn on(text: &str) -> Day {
    day::parse(text).expect("a day")
}

async fn id(demo_house: &DemoHouse, sql: &str) -> Uuid {
    #[derive(store::FromQueryResult)]
    struct Row {
        id: Uuid,
    }
    let row: Option<Row> =
        store::one(demo_house.house.db.read(), sql, []).await.expect("the database answers");
    row.unwrap_or_else(|| panic!("nothing for {sql}")).id
}

async fn person(demo_house: &DemoHouse, register: &str, office: &str) -> PersonId {
    let sql = format!(
        "SELECT e.person_id AS id FROM episode e JOIN organisation o ON o.id = e.office_id \
         WHERE e.register = '{register}' AND o.code = '{office}'"
    );
    PersonId(id(demo_house, &sql).await)
}

#[tokio::test]
async fn what_happens_to_people_reaches_every_room() {
    let demo_house = DemoHouse::new().await;
    who_moved_finished_elsewhere(&demo_house).await;
    why_somebody_is_away_is_not_for_partners(&demo_house).await;
    what_hangs_on_a_change_is_settled_once(&demo_house).await;
    nobody_is_asked_about_one_who_has_died(&demo_house).await;
    whoever_handed_somebody_over_keeps_the_pack(&demo_house).await;
}

async fn who_moved_finished_elsewhere(demo_house: &DemoHouse) {
    let db = demo_house.house.db.read();
    let taufiqur = person(demo_house, "B.I 154/2025", "lapas-jember").await;
    assert_eq!(
        taufiqur,
        person(demo_house, "B.I 31/2026", "lapas-bondowoso").await,
        "one person, two numbers"
    );
    let papers = certification::facts::certificates_of_person(db, taufiqur).await.expect("read");
    assert_eq!(papers.len(), 1);
    assert_eq!(papers[0].kind, CertificateKind::School);
    let issuer = office::facts::by_id(db, papers[0].issuer).await.expect("read").expect("is there");
    assert_eq!(issuer.code, "smkn1-bondowoso");
    let earned = training::facts::earned(db, taufiqur).await.expect("read");
    let by_batch: Vec<i64> = earned.batches.iter().map(|one| one.ledger.earned_jp()).collect();
    assert_eq!((earned.jp, by_batch), (120, vec![75, 120]), "each hour is counted once");
    let brought: i64 = earned.batches[1].ledger.recognised_jp();
    assert_eq!(brought, 75);
}

async fn why_somebody_is_away_is_not_for_partners(demo_house: &DemoHouse) {
    let site = Site::on(&demo_house.house, on("24-02-2026"));
    let suhartono = person(demo_house, "B.I 14/2025", "lapas-bondowoso").await;
    let (teacher, registrar) = (site.sign_in("guru.bws").await, site.sign_in("binadik.bondowoso").await);
    let page = format!("/people/{suhartono}");
    let roll = "/batches/ROTI-BWS-1/sessions/hold?day=25-02-2026&starts=08.00";
    let seen = site.get(&teacher, roll).await;
    assert!(seen.body.contains("Suhartono") && seen.body.contains("Tidak hadir, sah"), "{}", seen.body);
    for address in [roll, page.as_str()] {
        let seen = site.get(&teacher, address).await;
        assert!(seen.status.is_success(), "{address}");
        for reason in ["pengadilan", "kejaksaan"] {
            assert!(!seen.body.contains(reason), "{address} tells a partner why");
        }
    }
    let seen = site.get(&registrar, &page).await;
    assert!(seen.body.contains("Di pengadilan atau kejaksaan"));
    // Three things to do stand open, the rest is folded away; nothing is lost.
    assert!(seen.body.contains("<details><summary>Tindakan lain"), "{}", seen.body);
    for deed in ["release", "transfer", "absence", "death"] {
        assert!(seen.body.contains(&format!("href=\"{page}/{deed}\"")), "{deed}: {}", seen.body);
    }
    assert!(site.get(&teacher, "/changes").await.is_denied());
}

async fn what_hangs_on_a_change_is_settled_once(demo_house: &DemoHouse) {
    let site = Site::on(&demo_house.house, on("06-03-2026"));
    let officer = site.sign_in("giatja.bondowoso").await;
    let page = site.get(&officer, "/changes").await;
    for shown in ["Almarhum Matrawi: Wafat", "Hasan Basri: Bebas", "Uji Produksi roti Bondowoso"] {
        assert!(page.body.contains(shown), "{shown}: {}", page.body);
    }
    // A death recorded of the wrong person and taken back: told to the office, and why to those who may take one back.
    assert!(page.body.contains("Hasan Basri: Catatan kematian dibatalkan"), "{}", page.body);
    let hasan = person(demo_house, "B.I 12/2025", "lapas-bondowoso").await;
    let journey = format!("/people/{hasan}");
    let head = site.sign_in("kalapas.bondowoso").await;
    for (who, knows) in [(&head, true), (&officer, false)] {
        let seen = site.get(who, &journey).await;
        let undone = seen.body.contains("Catatan kematian yang keliru dibatalkan");
        assert!(undone && !seen.body.contains("Almarhum Hasan"), "{} {}", seen.status, seen.body);
        assert_eq!(seen.body.contains("bukan Pak Hasan Basri"), knows, "{}", seen.body);
    }
    let seats = enrolment::facts::seats_of_person(demo_house.house.db.read(), hasan).await.expect("read");
    assert_eq!(seats[0].left_reason, "released", "he kept his seat until he was free");
    let home = site.get(&officer, "/").await;
    assert!(home.body.contains("Hasan Basri: Bebas"), "it waits on the first page: {}", home.body);
    let sql = "SELECT c.id FROM circumstance c JOIN person p ON p.id = c.person_id WHERE p.name = 'Hasan Basri' AND c.kind = 'released'";
    let address = format!("/changes/{}/assessment-ROTI-BWS-1/settlement", id(demo_house, sql).await);
    let stranger = site.sign_in("giatja.jember").await;
    assert!(site.post(&stranger, &address, "note=Bukan+urusan+saya").await.is_denied());
    let settled = site.post(&officer, &address, "note=Guru+sudah+diberi+tahu").await;
    assert_eq!(settled.status.as_u16(), 303, "{}", settled.body);
    assert_eq!(site.post(&officer, &address, "note=Lagi").await.status.as_u16(), 409);
    let page = site.get(&officer, "/changes").await;
    assert!(page.body.contains("Diputuskan: Guru sudah diberi tahu"), "{}", page.body);
    assert!(!site.get(&officer, "/").await.body.contains("Hasan Basri: Bebas"), "it waits no more");
}

async fn nobody_is_asked_about_one_who_has_died(demo_house: &DemoHouse) {
    let db = demo_house.house.db.read();
    let hendri = person(demo_house, "B.I 124/2025", "lapas-jember").await;
    let batch = programme::facts::batch_by_code(db, "ROTI-JBR-1").await.expect("read").expect("is there");
    let vacancy = id(demo_house, "SELECT id FROM vacancy WHERE code = 'LOW-1'").await;
    let row = store::insert("referral").set("vacancy_id", vacancy).set("person_id", hendri.0);
    let row =
        row.set("referred_on", on("01-12-2027")).set("consent_on", on("01-12-2027")).set("state", "referred");
    row.run(demo_house.house.db.writer()).await.expect("the referral fits");
    let sql = "INSERT INTO mentoring (id, person_id, account_id, agreement_id, since) SELECT $1, $2, a.id, g.id, $3 \
               FROM account a, agreement g WHERE a.login = 'guru.roti' AND g.code = 'PKS-JEMBER-ROTI'";
    let mentored = [Uuid::from_u128(0x700).into(), hendri.0.into(), on("01-12-2027").into()];
    store::run(demo_house.house.db.writer(), sql, mentored).await.expect("the mentoring fits");
    let bapas = office::facts::by_code(db, "bapas-jember").await.expect("read").expect("is there").id;
    let later = on("01-04-2028");
    let asked = async || {
        let due = livelihood::facts::due(db, bapas, later).await.expect("read");
        due.iter().filter(|due| due.person.id == hendri).count()
    };
    assert_eq!(asked().await, 1, "twelve months after release");
    let outcome =
        async || livelihood::facts::outcome_at(db, batch.id, hendri, Milestone::Month12).await.expect("read");
    assert_eq!(outcome().await, None);

    let site = Site::on(&demo_house.house, on("10-01-2028"));
    let head = site.sign_in("kabapas.jember").await;
    let done = site.post(&head, &format!("/people/{hendri}/death"), "day=05-01-2028").await;
    assert_eq!(done.status.as_u16(), 303, "{}", done.body);
    assert_eq!(asked().await, 0);
    assert_eq!(outcome().await, Some(Status::Died), "a value of its own, and not unknown");
    let referrals = livelihood::facts::referrals(db, hendri).await.expect("read");
    assert!(referrals.iter().all(|(referral, _)| referral.state == ReferralState::Lapsed), "{referrals:?}");
    let over = "SELECT person_id AS id FROM mentoring WHERE ended_on = '2028-01-05'";
    assert_eq!(id(demo_house, over).await, hendri.0, "nobody is named to him any more");
    let counsellor = site.sign_in("pk.jember").await;
    let page = site.get(&counsellor, &format!("/people/{hendri}")).await;
    assert!(page.body.contains("Almarhum"), "{} {}", page.status, page.body);
    let papers = certification::facts::certificates_of_person(db, hendri).await.expect("read");
    let number = &papers.first().expect("he had earned one").number;
    let outside = site.get("", &format!("/c/{number}")).await;
    assert!(
        outside.status.is_success() && !outside.body.contains("Almarhum"),
        "the certificate stays as it is"
    );
}

/// The page of a pack names a person; a link to her stands only where it opens.
async fn whoever_handed_somebody_over_keeps_the_pack(demo_house: &DemoHouse) {
    let site = Site::on(&demo_house.house, on("31-12-2027"));
    let code = "ST-LAPAS-JEMBER-1";
    let link = |page: &str| {
        let (_, rest) = page.split_once("href=\"/people/")?;
        rest.split('"').next().map(|id| format!("/people/{id}"))
    };
    let giver = site.sign_in("giatja.jember").await;
    let pack = site.get(&giver, &format!("/handovers/{code}")).await;
    assert!(pack.status.is_success() && pack.body.contains(code), "{}", pack.body);
    assert_eq!(link(&pack.body), None);
    let taker = site.sign_in("pk.jember").await;
    let pack = site.get(&taker, &format!("/handovers/{code}")).await;
    let person = link(&pack.body).expect("the counsellor follows her");
    assert!(site.get(&taker, &person).await.status.is_success());
    assert_eq!(site.get(&giver, &person).await.status, 404);
}

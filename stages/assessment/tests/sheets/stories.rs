// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The two stories' people with their training closed, ready to be judged. Rows of earlier rooms are written directly.

use std::future::Future;

use access::Role;
use desk::Upload;
use kernel::day::Day;
use kernel::id::{BatchId, OrganisationId, PersonId};
use kernel::zone::Zone;
use store::{Db, Insert, Migration, insert};
use uuid::Uuid;
use web::Rooms;
use web::testing::{Plan, Standing, on_each_database};

/// The unit that the licensed scheme assesses by elements.
pub const GROOVE: &str = "C.24LAS01.029.1";

const MIGRATIONS: &[&[Migration]] = &[
    people::MIGRATIONS,
    partnership::MIGRATIONS,
    programme::MIGRATIONS,
    enrolment::MIGRATIONS,
    planning::MIGRATIONS,
    training::MIGRATIONS,
    assessment::MIGRATIONS,
];

/// Which story, and so which way of judging.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Story {
    /// Eight skills of a school, confirmed by its teacher; one person left midway.
    Bread,
    /// Five units of competence, judged by an assessor.
    Welding,
}

impl Story {
    fn file(self) -> &'static str {
        match self {
            Self::Bread => "s3/penguasaan.csv",
            Self::Welding => "s4/hasil-uji.csv",
        }
    }
}

pub struct Scene {
    pub house: Standing,
    pub batch: BatchId,
    /// By the first column of the file.
    pub people: Vec<(String, PersonId)>,
}

pub fn day(of_november: u32) -> Day {
    Day::from_ymd_opt(2026, 11, of_november).expect("a day of the calendar")
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0193_d0b4_0000_7000_8000_0000_0000_0000 + number)
}

/// A file of the journeys as it is.
pub fn file(name: &str) -> Upload {
    let path = format!("{}/../../journeys/data/{name}", env!("CARGO_MANIFEST_DIR"));
    Upload { name: name.to_owned(), bytes: std::fs::read(path).expect("the journey's file is there") }
}

fn lines(upload: &Upload) -> Vec<Vec<String>> {
    let text = String::from_utf8_lossy(&upload.bytes).into_owned();
    text.lines().skip(2).map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

/// The test in a scene of its own on each database, with every sentence it met.
pub async fn in_scene<T, F>(story: Story, test: T)
where
    T: Fn(Scene) -> F,
    F: Future<Output = ()>,
{
    let plan = Plan {
        migrations: MIGRATIONS,
        rooms: || Rooms { actions: assessment::actions(), pages: assessment::pages() },
        words: &[assessment::WORDS, people::WORDS],
        reactions: &[],
        links: &[],
    };
    let test = &test;
    on_each_database(plan, |house| async move {
        let words = std::sync::Arc::clone(&house.house);
        test(Scene::set(house, story).await).await;
        assert_eq!(words.words.missing(), Vec::<String>::new(), "every sentence is there");
    })
    .await;
}

impl Scene {
    pub fn db(&self) -> &Db {
        &self.house.house.db
    }

    pub fn person(&self, register: &str) -> PersonId {
        self.people.iter().find(|(known, _)| known == register).expect("a person of the story").1
    }

    /// Books the batch under a licensed scheme; one unit is assessed by two elements.
    pub async fn license(&self) {
        let db = self.db();
        let on = db.writer();
        let (scheme, lsp) = (id(70), self.house.desk("asesor").await.actor.office_id().expect("an office").0);
        let row = insert("scheme").set("id", scheme).set("code", "SKEMA-LAS").set("number", "SKM/1");
        let row =
            row.set("title", "Klaster las").set("kind", "cluster").set("field", "Las").set("lsp_id", lsp);
        put(db, row.set("standard", "SKKNI 98/2018").set("forbids", "provider")).await;
        let sql = "INSERT INTO scheme_unit (scheme_id, position, code, title) \
                   SELECT $1, position, code, title FROM programme_unit";
        store::run(on, sql, [scheme.into()]).await.expect("the scope fits");
        for (position, number) in [(1_i64, "1"), (2, "2")] {
            let row = insert("scheme_element").set("scheme_id", scheme).set("unit_code", GROOVE);
            put(db, row.set("position", position).set("number", number).set("title", "Elemen")).await;
        }
        let year = |year| Day::from_ymd_opt(year, 1, 1).expect("a day");
        let row = insert("scheme_licence").set("scheme_id", scheme).set("number", "LIS-1");
        put(db, row.set("starts_on", year(2026)).set("ends_on", year(2028))).await;
        let account = self.house.desk("asesor").await.actor.account.expect("an account").0;
        let row = insert("assessor_certificate").set("account_id", account).set("number", "MET-1");
        put(db, row.set("field", "las").set("starts_on", year(2026)).set("ends_on", year(2028))).await;
        let sql = "UPDATE batch_assessment SET scheme_id = $1";
        store::run(on, sql, [scheme.into()]).await.expect("the booking fits the scheme");
    }

    /// Sends a file of the journeys.
    pub async fn send(&self, login: &str, path: &str, day: &str, name: &str) -> web::testing::Answer {
        let upload = file(name);
        self.house.post_file(login, path, &[("day", day)], &[("file", &upload.name, &upload.bytes)]).await
    }

    async fn set(house: Standing, story: Story) -> Self {
        let lapas = house.office("lapas", "lapas", Zone::Wib).await;
        let school = house.office("smk", "smk", Zone::Wib).await;
        let lsp = house.office("lsp", "lsp", Zone::Wib).await;
        house.account("giatja", "lapas", &[Role::Work]).await;
        let teacher = house.account("guru", "smk", &[Role::Teacher]).await;
        house.account("guru.lain", "smk", &[Role::Teacher]).await;
        let assessor = house.account("asesor", "lsp", &[Role::Assessor]).await;
        house.account("asesor.lain", "lsp", &[Role::Assessor]).await;
        let db = house.house.db.clone();
        found(&db, (lapas, school), house.now()).await;
        curriculum(&db, (lapas, school, lsp), story, (teacher.0, assessor.0)).await;
        let people = people_of(&db, lapas, story).await;
        Self { house, batch: BatchId(id(30)), people }
    }
}

async fn put(db: &Db, row: Insert) {
    row.run(db.writer()).await.expect("the row of the scene can be written");
}

async fn found(
    db: &Db,
    (lapas, school): (OrganisationId, OrganisationId),
    now: chrono::DateTime<chrono::Utc>,
) {
    let agreement =
        insert("agreement").set("id", id(1)).set("code", "PKS-1").set("title", "Kerja").set("kind", "pks");
    let agreement = agreement
        .set("host_id", lapas.0)
        .set("fields", "kerja")
        .set("places", "Jember")
        .set("state", "signed");
    put(db, agreement.set("starts_on", day(1)).set("ends_on", day(30))).await;
    let grant =
        insert("access_grant").set("agreement_id", id(1)).set("grantee_id", school.0).set("host_id", lapas.0);
    let grant = grant.set("party_role", "trainer").set("valid_from", now - chrono::Duration::days(30));
    put(db, grant.set("valid_until", now + chrono::Duration::days(30))).await;
}

async fn curriculum(
    db: &Db,
    (lapas, school, lsp): (OrganisationId, OrganisationId, OrganisationId),
    story: Story,
    (teacher, assessor): (Uuid, Uuid),
) {
    let kind = match story {
        Story::Bread => "school",
        Story::Welding => "competence",
    };
    let programme = insert("programme")
        .set("id", id(10))
        .set("code", "P-1")
        .set("title_id", "Kerja")
        .set("title_en", "Work");
    let programme = programme.set("agreement_id", id(1)).set("host_id", lapas.0).set("provider_id", school.0);
    let programme =
        programme.set("issuer_id", school.0).set("certificate_kind", kind).set("minutes_per_jp", 45_i64);
    put(db, programme.set("standard", "SKKNI").set("completion_percent", 80_i64).set("theory_first", true))
        .await;
    let header = lines(&file(story.file())).swap_remove(0);
    for (number, name) in (1_i64..).zip(header.iter().skip(2).filter(|name| *name != "keterangan")) {
        let unit = insert("programme_unit").set("id", id(200 + number as u128)).set("programme_id", id(10));
        let unit = unit
            .set("position", number)
            .set("title", if story == Story::Bread { name.clone() } else { format!("Unit {number}") });
        put(db, unit.set("code", if story == Story::Bread { format!("K{number}") } else { name.clone() }))
            .await;
    }
    let batch = insert("batch")
        .set("id", id(30))
        .set("code", "A-1")
        .set("title", "Angkatan satu")
        .set("programme_id", id(10));
    put(
        db,
        batch.set("starts_on", day(2)).set("ends_on", day(20)).set("seats", 16_i64).set("reserves", 0_i64),
    )
    .await;
    let guru = insert("instructor")
        .set("id", id(3))
        .set("code", "GURU")
        .set("name", "Bu Ratna")
        .set("kind", "teacher");
    put(db, guru.set("organisation_id", school.0).set("keeper_id", school.0).set("account_id", teacher))
        .await;
    put(db, insert("batch_instructor").set("batch_id", id(30)).set("instructor_id", id(3))).await;
    let booking =
        insert("batch_assessment").set("batch_id", id(30)).set("reserved_on", day(22)).set("place", "Jember");
    let booking = booking.set("assessor_organisation_id", lsp.0).set("assessor_account_id", assessor);
    put(db, booking.set("assessor_name", "Asesor")).await;
}

/// Everyone of the file; who left midway is below the share and has no mark.
async fn people_of(db: &Db, lapas: OrganisationId, story: Story) -> Vec<(String, PersonId)> {
    let hearing = insert("hearing")
        .set("id", id(50))
        .set("code", "TPP-1")
        .set("batch_id", id(30))
        .set("held_on", day(1));
    put(db, hearing.set("chair", "Ketua").set("members", "Anggota")).await;
    let decree = insert("decree")
        .set("id", id(51))
        .set("batch_id", id(30))
        .set("hearing_id", id(50))
        .set("office_id", lapas.0);
    put(db, decree.set("number", "SK-1").set("decreed_on", day(1)).set("signer", "Kalapas")).await;
    put(db, insert("training_run").set("batch_id", id(30)).set("closed_on", day(20))).await;
    let mut people = Vec::new();
    for (number, row) in (1_i64..).zip(lines(&file(story.file())).into_iter().skip(1)) {
        let person = PersonId(id(300 + number as u128));
        let has_left = row[2].is_empty();
        let who = insert("person")
            .set("id", person.0)
            .set("name", row[1].clone())
            .set("name_key", row[1].to_lowercase());
        put(db, who.set("sex", "male").set("kind", "convict").set("nik_missing", "not-yet-asked")).await;
        let stay = insert("episode")
            .set("id", id(400 + number as u128))
            .set("person_id", person.0)
            .set("office_id", lapas.0);
        put(db, stay.set("kind", "convict").set("admitted_on", day(1)).set("register", row[0].clone())).await;
        let seat =
            insert("seat").set("id", id(500 + number as u128)).set("batch_id", id(30)).set("seats", 16_i64);
        let seat = seat.set("person_id", person.0).set("decree_id", id(51)).set("since", day(1));
        let seat = match has_left {
            true => seat.set("state", "left").set("left_on", day(10)).set("left_reason", "transfer"),
            false => seat.set("state", "seated").set("number", number),
        };
        put(db, seat).await;
        let completion =
            insert("completion").set("batch_id", id(30)).set("person_id", person.0).set("day", day(20));
        let (earned, percent) = if has_left { (40_i64, 33_i64) } else { (120, 100) };
        let completion =
            completion.set("jp_planned", 120_i64).set("jp_earned", earned).set("percent", percent);
        put(db, completion.set("complete", !has_left)).await;
        people.push((row[0].clone(), person));
    }
    people
}

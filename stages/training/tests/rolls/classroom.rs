// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A small batch standing ready: four lessons, three people, one of whom leaves. Earlier rooms' rows are written directly.

use std::future::Future;

use access::Role;
use chrono::{DateTime, Utc};
use kernel::day::Day;
use kernel::id::{BatchId, OrganisationId, PersonId};
use kernel::zone::Zone;
use store::{Db, Insert, Migration, insert};
use uuid::Uuid;
use web::Rooms;
use web::testing::{Plan, Standing, on_each_database};

const MIGRATIONS: &[&[Migration]] = &[
    people::MIGRATIONS,
    partnership::MIGRATIONS,
    programme::MIGRATIONS,
    enrolment::MIGRATIONS,
    planning::MIGRATIONS,
    training::MIGRATIONS,
];

pub struct Classroom {
    pub house: Standing,
    pub batch: BatchId,
    /// Arif, Budi and Candra; Candra leaves on the 23rd.
    pub people: [PersonId; 3],
}

pub fn day(of_november: u32) -> Day {
    Day::from_ymd_opt(2026, 11, of_november).expect("a day of the calendar")
}

/// An id that a test can name.
pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0193_d0b4_0000_7000_8000_0000_0000_0000 + number)
}

/// The test in a classroom of its own on each database, with every sentence it met.
pub async fn in_classroom<T, F>(test: T)
where
    T: Fn(Classroom) -> F,
    F: Future<Output = ()>,
{
    let plan = Plan {
        migrations: MIGRATIONS,
        rooms: || Rooms { actions: training::actions(), pages: training::pages() },
        words: &[training::WORDS],
        reactions: &[],
        links: &[],
    };
    on_each_database(plan, |house| async {
        let words = std::sync::Arc::clone(&house.house);
        test(Classroom::furnish(house).await).await;
        assert_eq!(words.words.missing(), Vec::<String>::new(), "every sentence is there");
    })
    .await;
}

impl Classroom {
    pub fn db(&self) -> &Db {
        &self.house.house.db
    }

    async fn furnish(house: Standing) -> Self {
        let lapas = house.office("lapas", "lapas", Zone::Wib).await;
        let school = house.office("smk", "smk", Zone::Wib).await;
        house.office("luar", "lpk", Zone::Wib).await;
        house.account("giatja", "lapas", &[Role::Work]).await;
        house.account("kplp", "lapas", &[Role::Security]).await;
        let teacher = house.account("guru", "smk", &[Role::Teacher]).await;
        house.account("orang.luar", "luar", &[Role::Instructor]).await;
        house.at(day(24));
        let db = house.house.db.clone();
        agree(&db, lapas, school, house.now()).await;
        teach(&db, lapas, school, teacher.0).await;
        let people = seat(&db, lapas).await;
        Self { house, batch: BatchId(id(30)), people }
    }

    /// Holds a lesson with everyone seated present, but for the exceptions.
    pub async fn hold(&self, day: &str, except: &[(&str, &str)]) {
        let cells: Vec<(String, String)> =
            except.iter().map(|(name, mark)| (format!("except.{name}"), (*mark).to_owned())).collect();
        let mut fields = vec![("day", day), ("starts", "08.00"), ("blank", "H")];
        fields.extend(cells.iter().map(|(name, mark)| (name.as_str(), mark.as_str())));
        self.house.post("guru", "/batches/ROTI-1/sessions/hold", &fields).await.expect(303);
    }
}

async fn put(db: &Db, row: Insert) {
    row.run(db.writer()).await.expect("the row of the classroom can be written");
}

async fn agree(db: &Db, lapas: OrganisationId, school: OrganisationId, now: DateTime<Utc>) {
    let agreement =
        insert("agreement").set("id", id(1)).set("code", "PKS-1").set("title", "Roti").set("kind", "pks");
    let agreement = agreement
        .set("host_id", lapas.0)
        .set("fields", "roti")
        .set("places", "Jember")
        .set("state", "signed");
    put(db, agreement.set("starts_on", day(1)).set("ends_on", day(30))).await;
    let grant =
        insert("access_grant").set("agreement_id", id(1)).set("grantee_id", school.0).set("host_id", lapas.0);
    let grant = grant.set("party_role", "trainer").set("valid_from", now - chrono::Duration::days(30));
    put(db, grant.set("valid_until", now + chrono::Duration::days(30))).await;
}

async fn teach(db: &Db, lapas: OrganisationId, school: OrganisationId, teacher: Uuid) {
    let room =
        insert("facility").set("id", id(2)).set("code", "DAPUR").set("name", "Dapur").set("host_id", lapas.0);
    put(db, room.set("place", "Jember").set("capacity", 16_i64)).await;
    let guru = insert("instructor")
        .set("id", id(3))
        .set("code", "GURU")
        .set("name", "Bu Ratna")
        .set("kind", "teacher");
    put(db, guru.set("organisation_id", school.0).set("keeper_id", school.0).set("account_id", teacher))
        .await;
    let programme = insert("programme")
        .set("id", id(10))
        .set("code", "ROTI")
        .set("title_id", "Roti")
        .set("title_en", "Bread");
    let programme = programme.set("agreement_id", id(1)).set("host_id", lapas.0).set("provider_id", school.0);
    let programme =
        programme.set("issuer_id", school.0).set("certificate_kind", "school").set("minutes_per_jp", 45_i64);
    put(db, programme.set("completion_percent", 80_i64).set("theory_first", true)).await;
    for (position, (kind, title, jp)) in
        [("theory", "Teori roti", 4_i64), ("practice", "Praktik roti", 4), ("soft_skill", "Etos kerja", 2)]
            .into_iter()
            .enumerate()
    {
        let number = i64::try_from(position).expect("three modules") + 1;
        let module =
            insert("programme_module").set("id", id(10 + number as u128)).set("programme_id", id(10));
        let module = module.set("position", number).set("code", format!("M{number}")).set("title", title);
        put(db, module.set("kind", kind).set("jp", jp)).await;
    }
    let batch = insert("batch")
        .set("id", id(30))
        .set("code", "ROTI-1")
        .set("title", "Roti satu")
        .set("programme_id", id(10));
    put(
        db,
        batch.set("starts_on", day(20)).set("ends_on", day(24)).set("seats", 16_i64).set("reserves", 0_i64),
    )
    .await;
    put(db, insert("batch_instructor").set("batch_id", id(30)).set("instructor_id", id(3))).await;
    for (number, (of_november, module, jp)) in
        [(20, 11, 2_i64), (21, 11, 2), (23, 12, 4), (24, 13, 2)].into_iter().enumerate()
    {
        let slot = insert("slot")
            .set("id", id(40 + number as u128))
            .set("batch_id", id(30))
            .set("day", day(of_november));
        let slot = slot.set("starts", 480_i64).set("ends", 480 + jp * 45).set("facility_id", id(2));
        put(db, slot.set("instructor_id", id(3)).set("module_id", id(module)).set("jp", jp)).await;
    }
    put(db, insert("opening").set("batch_id", id(30)).set("opened_on", day(20))).await;
}

async fn seat(db: &Db, lapas: OrganisationId) -> [PersonId; 3] {
    let hearing = insert("hearing")
        .set("id", id(50))
        .set("code", "TPP-1")
        .set("batch_id", id(30))
        .set("held_on", day(18));
    put(db, hearing.set("chair", "Ketua").set("members", "Anggota")).await;
    let decree = insert("decree")
        .set("id", id(51))
        .set("batch_id", id(30))
        .set("hearing_id", id(50))
        .set("office_id", lapas.0);
    put(db, decree.set("number", "SK-1").set("decreed_on", day(19)).set("signer", "Kalapas")).await;
    let people = [PersonId(id(61)), PersonId(id(62)), PersonId(id(63))];
    for ((person, name), number) in
        people.into_iter().zip(["Arif Setiawan", "Budi Hartono", "Candra Wijaya"]).zip(1_i64..)
    {
        let row = insert("person").set("id", person.0).set("name", name).set("name_key", name.to_lowercase());
        put(db, row.set("sex", "male").set("kind", "convict").set("nik_missing", "not-yet-asked")).await;
        let stay = insert("episode")
            .set("id", id(70 + number as u128))
            .set("person_id", person.0)
            .set("office_id", lapas.0);
        let stay = stay.set("kind", "convict").set("admitted_on", day(1));
        put(db, stay.set("register", format!("B.I {number}/2025"))).await;
        let seat =
            insert("seat").set("id", id(80 + number as u128)).set("batch_id", id(30)).set("seats", 16_i64);
        let seat = seat.set("person_id", person.0).set("decree_id", id(51)).set("since", day(19));
        let has_left = number == 3;
        let seat = match has_left {
            true => seat.set("state", "left").set("left_on", day(23)).set("left_reason", "transfer"),
            false => seat.set("state", "seated").set("number", number),
        };
        put(db, seat).await;
    }
    people
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The ground of the stories: a prison with the people of the bakery sheet, a school under agreement, one batch of 16 seats.

use access::Role;
use kernel::day::Day;
use kernel::id::{BatchId, OrganisationId, PersonId};
use kernel::zone::Zone;
use store::{Value, insert, run};
use uuid::Uuid;
use web::Rooms;
use web::testing::{Plan, Standing};

pub const BATCH: &str = "ROTI-JBR-1";
pub const SHEET: &[u8] = include_bytes!("../../../../journeys/data/s3/minat.csv");

pub fn plan() -> Plan {
    Plan {
        migrations: &[
            people::MIGRATIONS,
            partnership::MIGRATIONS,
            programme::MIGRATIONS,
            enrolment::MIGRATIONS,
        ],
        rooms: || Rooms { actions: enrolment::actions(), pages: enrolment::pages() },
        words: &[people::WORDS, enrolment::WORDS],
        reactions: &[],
        links: &[],
    }
}

/// What a story needs to name.
pub struct Ground {
    pub house: Standing,
    pub host: OrganisationId,
    pub batch: BatchId,
}

pub fn day(text: &str) -> Day {
    kernel::day::parse(text).expect("the day of a test is a day")
}

impl Ground {
    pub async fn of(house: Standing) -> Self {
        house.at(day("12-12-2025"));
        let host = house.office("lapas-jember", "lapas", Zone::Wib).await;
        let school = house.office("smkn3-jember", "smk", Zone::Wib).await;
        house.office("lapas-lain", "lapas", Zone::Wib).await;
        for (login, office, roles) in [
            ("kepala", "lapas-jember", &[Role::Head][..]),
            ("giatja", "lapas-jember", &[Role::Work]),
            ("binadik", "lapas-jember", &[Role::Registrar]),
            ("kplp", "lapas-jember", &[Role::Security]),
            ("kepsek", "smkn3-jember", &[Role::TrainingHead]),
            ("tata.usaha", "smkn3-jember", &[Role::Registrar, Role::Work]),
            ("asing", "lapas-lain", &[Role::Head, Role::Work, Role::Registrar]),
        ] {
            house.account(login, office, roles).await;
        }
        let ground = Self { house, host, batch: BatchId(Uuid::from_u128(50)) };
        ground.agreement(school).await;
        ground.batch_with(ground.batch, BATCH, 16).await;
        ground.people().await;
        ground
    }

    pub async fn write(&self, sql: &str, values: Vec<Value>) {
        run(self.house.house.db.writer(), sql, values).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    async fn agreement(&self, school: OrganisationId) {
        let (agreement, programme) = (Uuid::from_u128(40), Uuid::from_u128(41));
        let sql = "INSERT INTO agreement (id, code, title, kind, host_id, fields, places, starts_on, ends_on, state) \
                   VALUES ($1, 'PKS-1', 'Roti', 'pks', $2, 'roti', '', $3, $4, 'signed')";
        self.write(
            sql,
            vec![agreement.into(), self.host.0.into(), day("01-12-2025").into(), day("31-12-2026").into()],
        )
        .await;
        insert("access_grant")
            .set("agreement_id", agreement)
            .set("grantee_id", school.0)
            .set("host_id", self.host.0)
            .set("party_role", "trainer")
            .set("valid_from", Zone::Wib.at(day("01-12-2025"), 0, 0))
            .set("valid_until", Zone::Wib.end_of(day("31-12-2026")))
            .run(self.house.house.db.writer())
            .await
            .expect("the ground of a test stands");
        let sql = "INSERT INTO programme (id, code, title_id, title_en, agreement_id, host_id, provider_id, issuer_id, \
                   certificate_kind, minutes_per_jp, completion_percent, theory_first) \
                   VALUES ($1, 'ROTI', 'Produksi roti', 'Bread making', $2, $3, $4, $4, 'school', 45, 80, TRUE)";
        self.write(sql, vec![programme.into(), agreement.into(), self.host.0.into(), school.0.into()]).await;
    }

    /// A batch of the same days, with so many seats and four reserves.
    pub async fn batch_with(&self, id: BatchId, code: &str, seats: i64) {
        let sql = "INSERT INTO batch (id, code, title, programme_id, starts_on, ends_on, seats, reserves) \
                   VALUES ($1, $2, 'Produksi roti angkatan 1', $3, $4, $5, $6, 4)";
        let days = (day("17-12-2025"), day("27-02-2026"));
        let programme = Uuid::from_u128(41);
        self.write(
            sql,
            vec![id.0.into(), code.into(), programme.into(), days.0.into(), days.1.into(), seats.into()],
        )
        .await;
    }

    /// The school's own batch for ordinary learners, with six who want it.
    pub async fn ordinary(&self, code: &str, seats: i64) {
        let db = self.house.house.db.read();
        let school = office::facts::by_code(db, "smkn3-jember").await.expect("the database answers");
        let school = school.expect("the school is founded").id.0;
        let (agreement, programme) = (Uuid::from_u128(42), Uuid::from_u128(43));
        let sql = "INSERT INTO agreement (id, code, title, kind, host_id, fields, places, starts_on, ends_on, state) \
                   VALUES ($1, 'SK-UMUM', 'Roti', 'own', $2, 'roti', '', $3, $4, 'signed')";
        let term = (day("01-12-2025"), day("31-12-2026"));
        self.write(sql, vec![agreement.into(), school.into(), term.0.into(), term.1.into()]).await;
        let sql = "INSERT INTO programme (id, code, title_id, title_en, agreement_id, host_id, provider_id, issuer_id, \
                   certificate_kind, minutes_per_jp, completion_percent, theory_first) \
                   VALUES ($1, 'ROTI-UMUM', 'Produksi roti', 'Bread making', $2, $3, $3, $3, 'school', 45, 80, TRUE)";
        self.write(sql, vec![programme.into(), agreement.into(), school.into()]).await;
        let sql = "INSERT INTO batch (id, code, title, programme_id, starts_on, ends_on, seats, reserves) \
                   VALUES ($1, $2, 'Produksi roti umum', $3, $4, $5, $6, 4)";
        let days = (day("17-12-2025"), day("27-02-2026"));
        let id = Uuid::from_u128(51);
        self.write(
            sql,
            vec![id.into(), code.into(), programme.into(), days.0.into(), days.1.into(), seats.into()],
        )
        .await;
        for number in 0..6_u128 {
            let (person, stay) = (Uuid::from_u128(3000 + number), Uuid::from_u128(3100 + number));
            let name = format!("Peserta Umum {number}");
            let key = name.to_lowercase();
            let sql = "INSERT INTO person (id, name, name_key, sex, kind, nik_missing) \
                       VALUES ($1, $2, $3, 'male', 'learner', 'not-yet-asked')";
            self.write(sql, vec![person.into(), name.into(), key.into()]).await;
            let sql = "INSERT INTO episode (id, person_id, office_id, kind, admitted_on) VALUES ($1, $2, $3, 'learner', $4)";
            self.write(sql, vec![stay.into(), person.into(), school.into(), day("01-12-2025").into()]).await;
            let sql = "INSERT INTO interest (person_id, office_id, first_choice, experience_months, literacy, since, told_on) \
                       VALUES ($1, $2, 'roti', 0, 'fluent', $3, $3)";
            self.write(sql, vec![person.into(), school.into(), day("02-12-2025").into()]).await;
        }
    }

    /// Everyone of the table beside the sheet, but the three whom an import would leave waiting.
    async fn people(&self) {
        let table = include_str!("../../../../journeys/data/README.md");
        let part = table
            .split("### s3: ")
            .nth(1)
            .expect("the ground of a test stands")
            .split("###")
            .next()
            .expect("the ground of a test stands");
        for line in part.lines() {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let [_, row, register, name, two_thirds, expiry, ..] = cells.as_slice() else { continue };
            let Ok(row) = row.parse::<u128>() else { continue };
            if ["B.I 197/2025", "B.I 162/2025", "B.I 132/2024"].contains(register) {
                continue;
            }
            self.person(row, register, name, (two_thirds, expiry)).await;
        }
    }

    async fn person(&self, row: u128, register: &str, name: &str, (two_thirds, expiry): (&str, &str)) {
        let (person, stay) = (Uuid::from_u128(1000 + row), Uuid::from_u128(2000 + row));
        let kind = if register.starts_with("A.") { "remand-detainee" } else { "convict" };
        let key = kernel::name::PersonName::parse(name).expect("the ground of a test stands").compare_key();
        let sql = "INSERT INTO person (id, name, name_key, sex, kind, home_district, nik_missing) \
                   VALUES ($1, $2, $3, 'male', $4, '35.09', 'not-yet-asked')";
        self.write(sql, vec![person.into(), name.into(), key.into(), kind.into()]).await;
        let sql = "INSERT INTO episode (id, person_id, office_id, kind, register, register_written, admitted_on) \
                   VALUES ($1, $2, $3, $4, $5, $5, $6)";
        let admitted = day("02-01-2025");
        let values = vec![
            stay.into(),
            person.into(),
            self.host.0.into(),
            kind.into(),
            register.into(),
            admitted.into(),
        ];
        self.write(sql, values).await;
        let sql = "INSERT INTO episode_secret (episode_id, offence, expiry_on, two_thirds_on) VALUES ($1, $2, $3, $4)";
        let days = [expiry, two_thirds].map(|text| kernel::day::parse(text).ok());
        self.write(
            sql,
            vec![stay.into(), format!("KANARI-PERKARA-S3-{row}").into(), days[0].into(), days[1].into()],
        )
        .await;
    }

    /// Brings the batch to its decree.
    pub async fn decreed(&self) {
        let house = &self.house;
        house
            .post_file("giatja", "/interests/import", &[("skip_bad", "1")], &[("file", "minat.csv", SHEET)])
            .await
            .expect(303);
        house.post("giatja", &self.path("ranking"), &[("field", "roti")]).await.expect(303);
        let hearing = [("code", "TPP-1"), ("day", "12-12-2025"), ("chair", "Dimas"), ("members", "Wulan")];
        house.post("binadik", &self.path("hearings/new"), &hearing).await.expect(303);
        let decree = [("number", "W15-214"), ("day", "12-12-2025"), ("signer", "Haryo")];
        house.post("kepala", &self.path("decree"), &decree).await.expect(303);
    }

    pub fn path(&self, end: &str) -> String {
        format!("/batches/{BATCH}/{end}")
    }

    pub async fn registers(&self) -> Vec<String> {
        let db = self.house.house.db.read();
        let mut registers = Vec::new();
        for seat in enrolment::facts::seats(db, self.batch).await.expect("the ground of a test stands") {
            registers.push(self.register_of(seat.person).await);
        }
        registers
    }

    pub async fn register_of(&self, person: PersonId) -> String {
        let db = self.house.house.db.read();
        people::facts::open_episode(db, person)
            .await
            .expect("the ground of a test stands")
            .and_then(|stay| stay.register)
            .unwrap_or_default()
    }

    pub async fn person_of(&self, register: &str) -> PersonId {
        let desk = self.house.desk("kepala").await;
        people::facts::resolve(&desk, register).await.expect("the ground of a test stands").id
    }
}

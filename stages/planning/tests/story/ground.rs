// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The ground of the stories: a prison and a training centre under agreement, a workshop that failed its inspection,
//! one instructor with hours, a curriculum of 15 JP, and two batches.

use access::Role;
use kernel::day::Day;
use kernel::id::{BatchId, OrganisationId};
use kernel::zone::Zone;
use store::{Value, run};
use uuid::Uuid;
use web::Rooms;
use web::testing::{Plan, Standing};

pub fn plan() -> Plan {
    Plan {
        migrations: &[
            jobs::MIGRATIONS,
            people::MIGRATIONS,
            partnership::MIGRATIONS,
            programme::MIGRATIONS,
            enrolment::MIGRATIONS,
            planning::MIGRATIONS,
        ],
        rooms: || Rooms {
            actions: [jobs::actions(), planning::actions()].concat(),
            pages: [jobs::pages(), planning::pages()].concat(),
        },
        words: &[jobs::WORDS, planning::WORDS],
        reactions: &[],
        links: &[],
    }
}

pub struct Ground {
    pub house: Standing,
    pub host: OrganisationId,
    pub centre: OrganisationId,
    pub batch: BatchId,
}

pub fn day(text: &str) -> Day {
    kernel::day::parse(text).expect("the day of a test is a day")
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

impl Ground {
    /// Everything but regime, timetable, budget, assessment and decree; the workshop's inspection has failed.
    pub async fn of(house: Standing) -> Self {
        house.at(day("05-02-2026"));
        let host = house.office("lapas-kotabaru", "lapas", Zone::Wita).await;
        let centre = house.office("blk-kotabaru", "blk", Zone::Wita).await;
        house.office("lapas-lain", "lapas", Zone::Wita).await;
        for (login, office, roles) in [
            ("giatja", "lapas-kotabaru", &[Role::Work][..]),
            ("kalapas", "lapas-kotabaru", &[Role::Head]),
            ("kplp", "lapas-kotabaru", &[Role::Security]),
            ("kablk", "blk-kotabaru", &[Role::TrainingHead]),
            ("instruktur", "blk-kotabaru", &[Role::Instructor]),
            ("asing", "lapas-lain", &[Role::Head, Role::Work]),
        ] {
            house.account(login, office, roles).await;
        }
        let ground = Self { house, host, centre, batch: BatchId(id(50)) };
        ground.agreement().await;
        ground.programme().await;
        ground.batch_of(50, "LAS-1").await;
        ground.batch_of(51, "LAS-2").await;
        ground
    }

    pub async fn write(&self, sql: &str, values: Vec<Value>) {
        run(self.house.house.db.writer(), sql, values).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    async fn agreement(&self) {
        let (first, last) = (day("02-02-2026"), day("30-06-2026"));
        let sql = "INSERT INTO agreement (id, code, title, kind, host_id, fields, places, starts_on, ends_on, state) \
                   VALUES ($1, 'PKS-LAS', 'Las', 'pks', $2, 'las', '', $3, $4, 'signed')";
        self.write(sql, vec![id(40).into(), self.host.0.into(), first.into(), last.into()]).await;
        for (place, party, role) in [(1_i64, self.host, "host"), (2, self.centre, "trainer")] {
            let sql = "INSERT INTO agreement_party (agreement_id, organisation_id, role, place, agreed_on, number, signer, \
                       signer_post, signed_on) VALUES ($1, $2, $3, $4, $5, '1', 'Ketua', 'Kepala', $5)";
            self.write(sql, vec![id(40).into(), party.0.into(), role.into(), place.into(), first.into()])
                .await;
        }
        let sql = "INSERT INTO access_grant (agreement_id, grantee_id, host_id, party_role, valid_from, valid_until) \
                   VALUES ($1, $2, $3, 'trainer', $4, $5)";
        let term = (Zone::Wita.at(first, 0, 0), Zone::Wita.end_of(last));
        self.write(
            sql,
            vec![id(40).into(), self.centre.0.into(), self.host.0.into(), term.0.into(), term.1.into()],
        )
        .await;
    }

    async fn programme(&self) {
        let host = self.host.0;
        let sql = "INSERT INTO facility (id, code, name, host_id, place, capacity) VALUES ($1, $2, $3, $4, 'Kotabaru', 16)";
        self.write(sql, vec![id(30).into(), "BENGKEL".into(), "Bengkel las".into(), host.into()]).await;
        self.write(sql, vec![id(31).into(), "KELAS".into(), "Ruang kelas".into(), host.into()]).await;
        self.inspected(60, 1, "fail", "08-01-2026").await;
        let sql = "INSERT INTO inspection_finding (id, inspection_id, position, code, item, needed, found, met, action, due_on) \
                   VALUES ($1, $2, 1, 'P1', 'Daya listrik bengkel las', '16,5 kVA', '5,5 kVA', FALSE, 'tambah daya', $3)";
        self.write(sql, vec![id(61).into(), id(60).into(), day("06-02-2026").into()]).await;
        let sql = "INSERT INTO instructor (id, code, name, organisation_id, keeper_id, kind) VALUES ($1, $2, $3, $4, $4, 'instructor')";
        self.write(sql, vec![id(20).into(), "INS-LAS".into(), "Hamdani".into(), self.centre.0.into()]).await;
        self.write(sql, vec![id(21).into(), "INS-DUA".into(), "Pahrul".into(), self.centre.0.into()]).await;
        for instructor in [20, 21] {
            for weekday in [1_i64, 2, 3] {
                let sql = "INSERT INTO instructor_hours (instructor_id, weekday, starts_minute, ends_minute) VALUES ($1, $2, 450, 780)";
                self.write(sql, vec![id(instructor).into(), weekday.into()]).await;
            }
        }
        let sql = "INSERT INTO programme (id, code, title_id, title_en, agreement_id, host_id, provider_id, issuer_id, standard, \
                   certificate_kind, minutes_per_jp, completion_percent, theory_first, facility_id) \
                   VALUES ($1, 'LAS', 'Las pelat', 'Plate welding', $2, $3, $4, $4, 'SKKNI', 'competence', 45, 80, TRUE, $5)";
        self.write(sql, vec![id(41).into(), id(40).into(), host.into(), self.centre.0.into(), id(30).into()])
            .await;
        for (module, position, code, kind, jp) in
            [(70, 1_i64, "M1", "practice", 8_i64), (71, 2, "M2", "theory", 4), (72, 3, "M3", "business", 3)]
        {
            let sql = "INSERT INTO programme_module (id, programme_id, position, code, title, kind, jp) VALUES ($1, $2, $3, $4, $4, $5, $6)";
            let values =
                vec![id(module).into(), id(41).into(), position.into(), code.into(), kind.into(), jp.into()];
            self.write(sql, values).await;
        }
    }

    pub async fn inspected(&self, number: u128, round: i64, verdict: &str, on: &str) {
        let sql = "INSERT INTO inspection (id, facility_id, round, day, inspector, inspector_organisation_id, verdict) \
                   VALUES ($1, $2, $3, $4, 'Hamdani', $5, $6)";
        let values = vec![
            id(number).into(),
            id(30).into(),
            round.into(),
            day(on).into(),
            self.centre.0.into(),
            verdict.into(),
        ];
        self.write(sql, values).await;
    }

    pub async fn batch_of(&self, number: u128, code: &str) {
        let sql = "INSERT INTO batch (id, code, title, programme_id, starts_on, ends_on, seats, reserves) \
                   VALUES ($1, $2, 'Las angkatan 1', $3, $4, $5, 16, 4)";
        let days = (day("09-02-2026"), day("31-03-2026"));
        self.write(sql, vec![id(number).into(), code.into(), id(41).into(), days.0.into(), days.1.into()])
            .await;
        let sql = "INSERT INTO batch_instructor (batch_id, instructor_id) VALUES ($1, $2)";
        self.write(sql, vec![id(number).into(), id(20).into()]).await;
    }

    /// Mondays to Wednesdays, 08.00 to 11.45.
    pub async fn windows(&self) {
        let lines = "Senin | 08.00 | 11.45\nSelasa | 08.00 | 11.45\nRabu | 08.00 | 11.45";
        self.house.post("giatja", "/plans/windows", &[("windows", lines)]).await.expect(303);
    }

    /// What else the gate asks, by the rooms it comes from.
    pub async fn everything_else(&self) {
        self.write("UPDATE batch SET budget_line = 'APBD 2026' WHERE code = 'LAS-1'", vec![]).await;
        let sql = "INSERT INTO batch_assessment (batch_id, reserved_on, place, assessor_organisation_id, assessor_name) \
                   VALUES ($1, $2, 'Kotabaru', $3, 'Pahrul Rozi')";
        self.write(sql, vec![self.batch.0.into(), day("07-04-2026").into(), self.centre.0.into()]).await;
        let sql = "INSERT INTO hearing (id, code, batch_id, held_on, chair, members) VALUES ($1, 'TPP-1', $2, $3, 'Zaini', 'Rina')";
        let on = day("28-01-2026");
        self.write(sql, vec![id(80).into(), self.batch.0.into(), on.into()]).await;
        let sql = "INSERT INTO decree (id, batch_id, hearing_id, office_id, number, decreed_on, signer) \
                   VALUES ($1, $2, $3, $4, 'SK-052', $5, 'Gusti')";
        self.write(
            sql,
            vec![id(81).into(), self.batch.0.into(), id(80).into(), self.host.0.into(), on.into()],
        )
        .await;
    }

    /// Puts somebody into a seat of LAS-1.
    pub async fn seat(&self, number: i64, name: &str) {
        let person = id(1000 + number.unsigned_abs() as u128);
        let sql = "INSERT INTO person (id, name, name_key, sex, kind, nik_missing) VALUES ($1, $2, $2, 'male', 'convict', 'not-yet-asked')";
        self.write(sql, vec![person.into(), name.into()]).await;
        let sql = "INSERT INTO seat (id, batch_id, seats, person_id, decree_id, state, number, since) \
                   VALUES ($1, $2, 16, $1, $3, 'seated', $4, $5)";
        let since = day("28-01-2026");
        self.write(sql, vec![person.into(), self.batch.0.into(), id(81).into(), number.into(), since.into()])
            .await;
    }
}

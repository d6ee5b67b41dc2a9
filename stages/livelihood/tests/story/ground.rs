// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The ground of the stories: a probation office, a foundation and a training body under one memorandum until 30 June 2026,
//! and three clients who completed a sewing course and hold its certificate.

use access::Role;
use kernel::day::Day;
use kernel::id::PersonId;
use kernel::zone::Zone;
use store::{Value, run};
use uuid::Uuid;
use web::Rooms;
use web::testing::{Plan, Standing};

pub fn plan() -> Plan {
    Plan {
        migrations: &[
            people::MIGRATIONS,
            partnership::MIGRATIONS,
            programme::MIGRATIONS,
            enrolment::MIGRATIONS,
            planning::MIGRATIONS,
            training::MIGRATIONS,
            assessment::MIGRATIONS,
            certification::MIGRATIONS,
            release::MIGRATIONS,
            livelihood::MIGRATIONS,
        ],
        rooms: || Rooms { actions: livelihood::actions(), pages: livelihood::pages() },
        words: &[people::WORDS, livelihood::WORDS],
        reactions: &[],
        links: &[],
    }
}

pub fn day(text: &str) -> Day {
    kernel::day::parse(text).expect("the day of a test is a day")
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0193_d0b4_0000_7000_8000_0000_0000_0000 | number)
}

pub struct Ground {
    pub house: Standing,
}

/// Name, home district, and the number of the id.
pub const CLIENTS: [(&str, &str, u128); 3] =
    [("Jarwo", "35.77", 1), ("Lina Marliana", "35.19", 2), ("Puji Astutik", "35.07", 3)];

impl Ground {
    pub async fn of(house: Standing) -> Self {
        house.at(day("20-11-2025"));
        for (code, kind) in [
            ("bapas-madiun", "bapas"),
            ("yayasan", "yayasan"),
            ("lpk", "lpk"),
            ("disnaker", "disnaker"),
            ("bapas-lain", "bapas"),
        ] {
            house.office(code, kind, Zone::Wib).await;
        }
        for (login, office, roles) in [
            ("kabapas", "bapas-madiun", &[Role::Head][..]),
            ("pk", "bapas-madiun", &[Role::Counsellor]),
            ("kerja", "bapas-madiun", &[Role::Work]),
            ("pendamping", "yayasan", &[Role::Mentor]),
            ("ketua", "yayasan", &[Role::Mentor]),
            ("instruktur", "lpk", &[Role::Instructor]),
            ("pengantar", "disnaker", &[Role::Labour]),
            ("pk.lain", "bapas-lain", &[Role::Counsellor]),
        ] {
            house.account(login, office, roles).await;
        }
        let ground = Self { house };
        ground.memorandum().await;
        ground.course().await;
        for client in CLIENTS {
            ground.client(client).await;
        }
        ground
    }

    pub async fn write(&self, sql: &str, values: Vec<Value>) {
        run(self.house.house.db.writer(), sql, values).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    pub fn person(number: u128) -> PersonId {
        PersonId(id(0x100 + number))
    }

    async fn memorandum(&self) {
        let (first, last) = (day("02-10-2025"), day("30-06-2026"));
        let sql = "INSERT INTO agreement (id, code, title, kind, host_id, fields, places, starts_on, ends_on, state) \
                   SELECT $1, 'MOU-1', 'Jahit', 'mou', id, 'jahit', '', $2, $3, 'signed' FROM organisation WHERE code = 'bapas-madiun'";
        self.write(sql, vec![id(40).into(), first.into(), last.into()]).await;
        for (place, code, role) in
            [(1_i64, "bapas-madiun", "host"), (2, "yayasan", "mentor"), (3, "lpk", "trainer")]
        {
            let sql = "INSERT INTO agreement_party (agreement_id, organisation_id, role, place, agreed_on, number, signer, \
                       signer_post, signed_on) SELECT $1, id, $2, $3, $4, $5, 'Ketua', 'Ketua', $4 FROM organisation WHERE code = $5";
            let values = vec![id(40).into(), role.into(), place.into(), first.into(), code.into()];
            self.write(sql, values).await;
            if role == "host" {
                continue;
            }
            let sql = "INSERT INTO access_grant (agreement_id, grantee_id, host_id, party_role, valid_from, valid_until) \
                       SELECT $1, g.id, h.id, $2, $3, $4 FROM organisation g, organisation h WHERE g.code = $5 AND h.code = 'bapas-madiun'";
            let term = (Zone::Wib.at(first, 0, 0), Zone::Wib.end_of(last));
            self.write(sql, vec![id(40).into(), role.into(), term.0.into(), term.1.into(), code.into()])
                .await;
        }
    }

    async fn course(&self) {
        let sql = "INSERT INTO programme (id, code, title_id, title_en, agreement_id, host_id, provider_id, issuer_id, \
                   certificate_kind, minutes_per_jp, completion_percent, theory_first) \
                   SELECT $1, 'JAHIT', 'Operator jahit garmen', 'Sewing', $2, h.id, l.id, l.id, 'training', 45, 80, TRUE \
                   FROM organisation h, organisation l WHERE h.code = 'bapas-madiun' AND l.code = 'lpk'";
        self.write(sql, vec![id(41).into(), id(40).into()]).await;
        let sql = "INSERT INTO batch (id, code, title, programme_id, starts_on, ends_on, seats, reserves) \
                   VALUES ($1, 'JAHIT-1', 'Jahit 1', $2, $3, $4, 3, 0)";
        let days = (day("14-10-2025"), day("15-11-2025"));
        self.write(sql, vec![id(42).into(), id(41).into(), days.0.into(), days.1.into()]).await;
        let sql = "INSERT INTO hearing (id, code, batch_id, held_on, chair, members) VALUES ($1, 'TPP-1', $2, $3, 'Ketua', '')";
        self.write(sql, vec![id(43).into(), id(42).into(), day("09-10-2025").into()]).await;
        let sql = "INSERT INTO decree (id, batch_id, hearing_id, office_id, number, decreed_on, signer) \
                   SELECT $1, $2, $3, id, 'SK-1', $4, 'Kabapas' FROM organisation WHERE code = 'bapas-madiun'";
        self.write(sql, vec![id(44).into(), id(42).into(), id(43).into(), day("10-10-2025").into()]).await;
        let sql = "INSERT INTO training_run (batch_id, closed_on) VALUES ($1, $2)";
        self.write(sql, vec![id(42).into(), day("15-11-2025").into()]).await;
        let sql = "INSERT INTO issuer_key (organisation_id, did, sealed_seed) SELECT id, 'did:key:z', $1 FROM organisation WHERE code = 'lpk'";
        self.write(sql, vec![vec![0_u8].into()]).await;
    }

    async fn client(&self, (name, home, number): (&str, &str, u128)) {
        let person = Self::person(number).0;
        let sql = "INSERT INTO person (id, name, name_key, sex, kind, home_district, nik_missing) \
                   VALUES ($1, $2, $3, 'male', 'client', $4, 'not-yet-asked')";
        let values = vec![person.into(), name.into(), name.to_lowercase().into(), home.into()];
        self.write(sql, values).await;
        let sql = "INSERT INTO episode (id, person_id, office_id, kind, admitted_on) \
                   SELECT $1, $2, id, 'client', $3 FROM organisation WHERE code = 'bapas-madiun'";
        self.write(sql, vec![id(0x200 + number).into(), person.into(), day("01-09-2025").into()]).await;
        let seat = i64::try_from(number).expect("a small number");
        let sql = "INSERT INTO seat (id, batch_id, seats, person_id, decree_id, state, number, since) \
                   VALUES ($1, $2, 3, $3, $4, 'seated', $5, $6)";
        let since = day("10-10-2025");
        self.write(
            sql,
            vec![
                id(0x300 + number).into(),
                id(42).into(),
                person.into(),
                id(44).into(),
                seat.into(),
                since.into(),
            ],
        )
        .await;
        let sql = "INSERT INTO completion (batch_id, person_id, day, jp_planned, jp_earned, percent, complete) \
                   VALUES ($1, $2, $3, 80, 80, 100, TRUE)";
        self.write(sql, vec![id(42).into(), person.into(), day("15-11-2025").into()]).await;
        let sql = "INSERT INTO signing_hour (issuer_id, hour, used) SELECT id, $1, 1 FROM organisation WHERE code = 'lpk' \
                   ON CONFLICT (issuer_id, hour) DO NOTHING";
        let hour = Zone::Wib.at(day("18-11-2025"), 9, 0);
        self.write(sql, vec![hour.into()]).await;
        let sql = "INSERT INTO signing_use (document_id, face, issuer_id, hour, did, digest, act, at, account_name) \
                   SELECT $1, 'credential', id, $2, 'did:key:z', $3, 'certificate issue', $2, 'Uji' FROM organisation WHERE code = 'lpk'";
        self.write(sql, vec![id(0x400 + number).into(), hour.into(), "0".repeat(64).into()]).await;
        let sql = "INSERT INTO certificate (id, number, credential_id, kind, batch_id, person_id, issuer_id, learner_name, title, \
                   issued_on, state, credential, pdf) SELECT $1, $2, $2, 'training', $3, $4, id, $5, 'Operator jahit garmen', $6, \
                   'issued', '{}', $7 FROM organisation WHERE code = 'lpk'";
        let values = vec![
            id(0x400 + number).into(),
            format!("AAAA-AAAA-AAA{number}").into(),
            id(42).into(),
            person.into(),
            name.into(),
            day("18-11-2025").into(),
            vec![0_u8].into(),
        ];
        self.write(sql, values).await;
    }

    /// A vacancy for sewing in a district, open until the end of 2026.
    pub async fn vacancy(&self, code: &str, district: &str) {
        let number = code.bytes().map(u128::from).sum::<u128>();
        let sql = "INSERT INTO employer (id, code, name, district_code) VALUES ($1, $2, $2, $3)";
        self.write(sql, vec![id(0x5000 + number).into(), format!("PK-{code}").into(), district.into()]).await;
        let sql = "INSERT INTO vacancy (id, code, employer_id, title, field, district_code, openings, closes_on, posted_on) \
                   VALUES ($1, $2, $3, 'operator jahit', 'jahit garmen', $4, 2, $5, $6)";
        let values = vec![
            id(0x6000 + number).into(),
            code.into(),
            id(0x5000 + number).into(),
            district.into(),
            day("31-12-2026").into(),
            day("01-11-2025").into(),
        ];
        self.write(sql, values).await;
    }
}

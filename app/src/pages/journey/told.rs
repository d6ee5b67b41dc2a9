// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person's journey for programs: what was earned, batch by batch. Nothing that needs a right of its class is here, and
//! neither are telephone, NIK or the day of release.

use desk::{Desk, Form, Halt, Page, PageFacts, told};
use kernel::day::Day;
use kernel::id::PersonId;

use super::JOURNEY;
use super::life::{self, Passage};

told! {
    /// One unit with its verdict; null while it is untested.
    JourneyUnit { code: Option<String>, title: String, verdict: Option<&'static str> }

    JourneyBatch {
        batch: String,
        title: String,
        seat_state: &'static str,
        since: Day,
        left_on: Option<Day>,
        planned_jp: i64,
        earned_jp: i64,
        percent: i64,
        completed_on: Option<Day>,
        is_complete: Option<bool>,
        units: Vec<JourneyUnit>,
    }

    JourneyCertificate { number: String, kind: &'static str, title: String, issued_on: Day, revoked_on: Option<Day> }

    JourneyFacts {
        person: PersonId,
        name: String,
        aliases: Vec<String>,
        born_on: Option<Day>,
        sex: &'static str,
        home_district: Option<String>,
        education: Option<&'static str>,
        /// For the offices in charge only.
        kind: Option<&'static str>,
        register: Option<String>,
        batches: Vec<JourneyBatch>,
        certificates: Vec<JourneyCertificate>,
    }
}

impl From<Passage> for JourneyBatch {
    fn from(passage: Passage) -> Self {
        let unit = |(unit, verdict): (programme::facts::UnitFact, Option<assessment::facts::Verdict>)| {
            JourneyUnit { code: unit.code, title: unit.title, verdict: verdict.map(|verdict| verdict.code()) }
        };
        Self {
            seat_state: passage.seat.state.code(),
            since: passage.seat.since,
            left_on: passage.seat.left_on,
            planned_jp: passage.ledger.planned_jp(),
            earned_jp: passage.ledger.earned_jp(),
            percent: passage.ledger.percent(),
            completed_on: passage.completion.as_ref().map(|reached| reached.day),
            is_complete: passage.completion.as_ref().map(|reached| reached.complete),
            units: passage.units.into_iter().map(unit).collect(),
            batch: passage.batch.code,
            title: passage.batch.title,
        }
    }
}

impl PageFacts for JourneyFacts {
    const PAGE: Page = JOURNEY;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let life = life::life(desk, form.text("person")).await?;
        let ours = life.is_ours;
        let register = life.stay().and_then(|stay| stay.register.clone()).filter(|_| ours);
        let certificate = |certificate: certification::facts::CertificateFact| JourneyCertificate {
            number: certificate.number,
            kind: certificate.kind.code(),
            title: certificate.title,
            issued_on: certificate.issued_on,
            revoked_on: certificate.revoked_on,
        };
        Ok(Self {
            register,
            kind: ours.then(|| life.person.kind.code()),
            person: life.person.id,
            name: life.person.name,
            aliases: life.person.aliases,
            born_on: life.person.born_on.filter(|_| ours),
            sex: life.person.sex.code(),
            home_district: life.person.home_district,
            education: life.person.education.map(|education| education.code()),
            batches: life.passages.into_iter().map(JourneyBatch::from).collect(),
            certificates: life.certificates.into_iter().map(certificate).collect(),
        })
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Assessments and their verdicts, for programs.

use access::Act;
use desk::{AFTER, Desk, Field, Form, Halt, LIMIT, Page, PageFacts, Slice, Twin, told};
use kernel::day::Day;
use kernel::id::{BatchId, PersonId};
use programme::facts::UnitFact;
use store::{FromQueryResult, rows};
use training::facts::Learner;
use uuid::Uuid;

use super::grid::state_of;
use super::{overview, results};
use crate::actions::{Bench, batch_in_path};
use crate::facts::{self, FinalFact, ResultFact};

/// Every page that is told.
pub fn twins() -> Vec<Twin> {
    vec![Twin::of::<AssessmentList>(), Twin::of::<AssessmentFacts>()]
}

told! {
    AssessmentItem {
        batch: String,
        title: String,
        reserved_on: Day,
        place: String,
        assessor: String,
        assessed: i64,
        competent: i64,
        not_yet_competent: i64,
    }

    AssessmentList { items: Vec<AssessmentItem>, next: Option<String> }

    AssessmentSitting { day: Day, kind: &'static str, round: i64, assessor: String, place: String }

    AssessmentUnit { code: Option<String>, title: String }

    /// `state` is untested, K or BK; `attempts` counts the tries.
    UnitVerdict { unit: String, state: &'static str, attempts: i64 }

    AssessedPerson { person: PersonId, name: String, is_competent: bool, verdicts: Vec<UnitVerdict> }

    AssessmentFacts {
        batch: String,
        reserved_on: Option<Day>,
        place: Option<String>,
        units: Vec<AssessmentUnit>,
        sittings: Vec<AssessmentSitting>,
        people: Vec<AssessedPerson>,
    }
}

#[derive(FromQueryResult)]
struct BatchRow {
    id: Uuid,
    code: String,
}

impl PageFacts for AssessmentList {
    const PAGE: Page = overview::LIST;
    const QUERY: &'static [Field] = &[AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        let (from, mut values) = overview::within(desk)?;
        let sql = format!("SELECT b.id, b.code {from} {}", slice.rest::<String>("b.code", &mut values)?);
        let on = desk.house.db.read();
        let found: Vec<BatchRow> = rows(on, &sql, values).await?;
        let (found, next) = slice.of_query(found, |row| row.code.clone());
        let mut items = Vec::with_capacity(found.len());
        for row in found {
            let Some(batch) = programme::facts::batch(on, BatchId(row.id)).await? else { continue };
            let Some(booking) = batch.assessment else { continue };
            let counts = facts::counts(on, batch.id).await?;
            items.push(AssessmentItem {
                batch: batch.code,
                title: batch.title,
                reserved_on: booking.reserved_on,
                place: booking.place,
                assessor: booking.assessor_name,
                assessed: counts.assessed,
                competent: counts.k_people,
                not_yet_competent: counts.bk_people,
            });
        }
        Ok(Self { items, next })
    }
}

impl AssessedPerson {
    fn of(units: &[UnitFact], learner: &Learner, finals: &[FinalFact], results: &[ResultFact]) -> Self {
        let verdict = |unit: &UnitFact| {
            let tries = results.iter().filter(|one| one.person == learner.id() && one.unit == unit.id);
            UnitVerdict {
                unit: unit.code.clone().unwrap_or_else(|| unit.title.clone()),
                state: state_of(finals, learner.id(), unit).code(),
                attempts: tries.map(|one| one.attempt).max().unwrap_or(0),
            }
        };
        Self {
            person: learner.id(),
            name: learner.person.name.clone(),
            is_competent: facts::is_all_competent(units, finals, learner.id()),
            verdicts: units.iter().map(verdict).collect(),
        }
    }
}

impl PageFacts for AssessmentFacts {
    const PAGE: Page = results::SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let batch = batch_in_path(desk, form).await?;
        desk.allow(Act::AssessmentRead, &batch.target())?;
        let on = desk.house.db.read();
        let bench = Bench::set(on, batch).await?;
        let finals = facts::finals_of_batch(on, bench.batch.id).await?;
        let results = facts::results(on, bench.batch.id).await?;
        let sitting = |sitting: facts::SittingFact| AssessmentSitting {
            day: sitting.day,
            kind: sitting.kind.code(),
            round: sitting.round,
            assessor: sitting.assessor_name,
            place: sitting.place,
        };
        let learners = bench.roster.learners.iter();
        let booking = bench.batch.assessment;
        Ok(Self {
            people: learners
                .map(|learner| AssessedPerson::of(&bench.units, learner, &finals, &results))
                .collect(),
            units: bench
                .units
                .iter()
                .map(|unit| AssessmentUnit { code: unit.code.clone(), title: unit.title.clone() })
                .collect(),
            sittings: facts::sittings(on, bench.batch.id).await?.into_iter().map(sitting).collect(),
            reserved_on: booking.as_ref().map(|booking| booking.reserved_on),
            place: booking.map(|booking| booking.place),
            batch: bench.batch.code,
        })
    }
}

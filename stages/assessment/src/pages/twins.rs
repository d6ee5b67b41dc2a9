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

use super::applications::Candidates;
use super::evidence::Seen;
use super::grid::state_of;
use super::{applications, evidence, moderation, overview, results};
use crate::actions::{Bench, batch_in_path, moderation_in_path};
use crate::application::has_agreed;
use crate::facts::{self, FinalFact, ResultFact};

/// Every page that is told.
pub fn twins() -> Vec<Twin> {
    vec![
        Twin::of::<AssessmentList>(),
        Twin::of::<AssessmentFacts>(),
        Twin::of::<CandidateList>(),
        Twin::of::<EvidenceFacts>(),
        Twin::of::<ModerationFacts>(),
    ]
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

    /// `missing_papers` are codes; `said_can` of `said` units or elements.
    CandidateItem {
        person: PersonId,
        name: String,
        has_applied: bool,
        missing_papers: Vec<&'static str>,
        said: i64,
        said_can: i64,
        has_agreed: bool,
    }

    CandidateList { batch: String, items: Vec<CandidateItem>, next: Option<String> }

    /// `holds` has the letters V, A, T, M of what holds.
    EvidenceLook { kind: &'static str, element: String, turn: i64, day: Day, holds: String, assessor: String }

    EvidenceCell { unit: String, suffices: bool, looks: Vec<EvidenceLook> }

    EvidencePerson { person: PersonId, name: String, adjustments: Vec<&'static str>, units: Vec<EvidenceCell> }

    EvidenceFacts { batch: String, people: Vec<EvidencePerson> }

    ModerationStep { step: &'static str, day: Day, by: String, note: String }

    /// `leaf` and `seed` name the record of the audit log from which the sample was drawn.
    ModerationFacts {
        batch: String,
        round: i64,
        state: &'static str,
        leaf: i64,
        seed: String,
        sample: Vec<PersonId>,
        steps: Vec<ModerationStep>,
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

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

impl PageFacts for CandidateList {
    const PAGE: Page = applications::LIST;
    const QUERY: &'static [Field] = &[AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let found = Candidates::read(desk, form).await?;
        let slice = Slice::read(desk, form)?;
        let seated = found.bench.roster.learners.iter().filter(|one| one.seat.left_on.is_none());
        let mut seated: Vec<&Learner> = seated.collect();
        seated.sort_by_key(|one| one.id());
        let (seated, next) = slice.of_all(seated, |one| one.id().to_string());
        let item = |learner: &Learner| {
            let (can, said) = found.said_of(learner.id());
            CandidateItem {
                person: learner.id(),
                name: learner.person.name.clone(),
                has_applied: found.application(learner.id()).is_some(),
                missing_papers: found.missing(learner.id()).iter().map(|paper| paper.code()).collect(),
                said: number(said),
                said_can: number(can),
                has_agreed: has_agreed(&found.agreements, learner.id()),
            }
        };
        Ok(Self {
            items: seated.into_iter().map(item).collect(),
            next,
            batch: found.bench.batch.code.clone(),
        })
    }
}

impl PageFacts for EvidenceFacts {
    const PAGE: Page = evidence::SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let seen = Seen::read(desk, form).await?;
        let look = |one: &crate::evidence::EvidenceFact| EvidenceLook {
            kind: one.kind.code(),
            element: one.element.clone(),
            turn: one.turn,
            day: one.day,
            holds: one.vatm.word(),
            assessor: one.assessor_name.clone(),
        };
        let person = |learner: &Learner| {
            let cell = |unit: &UnitFact| EvidenceCell {
                unit: unit.code.clone().unwrap_or_else(|| unit.title.clone()),
                suffices: seen.suffices(learner, unit),
                looks: seen.looks(learner, unit).map(look).collect(),
            };
            let own = seen.adjustments.iter().filter(|one| one.person == learner.id());
            EvidencePerson {
                person: learner.id(),
                name: learner.person.name.clone(),
                adjustments: own.map(|one| one.adaptation.code()).collect(),
                units: seen.bench.units.iter().map(cell).collect(),
            }
        };
        Ok(Self {
            people: seen.bench.roster.learners.iter().map(person).collect(),
            batch: seen.bench.batch.code.clone(),
        })
    }
}

impl PageFacts for ModerationFacts {
    const PAGE: Page = moderation::SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let (found, batch) = moderation_in_path(desk, form).await?;
        desk.allow(Act::AssessmentRead, &batch.target())?;
        let step = |one: crate::moderation::StepFact| ModerationStep {
            step: one.command.code(),
            day: one.day,
            by: one.name,
            note: one.note,
        };
        Ok(Self {
            batch: batch.code,
            round: found.round,
            state: found.state.code(),
            leaf: found.leaf,
            seed: found.seed,
            sample: found.sample,
            steps: found.steps.into_iter().map(step).collect(),
        })
    }
}

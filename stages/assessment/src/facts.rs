// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may read: the verdicts in force, and what each sitting said. Nothing here writes.

use kernel::day::Day;
use kernel::id::{AccountId, AssessmentId, BatchId, PersonId, UnitId};
use programme::facts::{BatchFact, UnitFact};
use store::{ConnectionTrait, DbErr, FromQueryResult, rows};
use uuid::Uuid;

use crate::actions::instructors;
pub use crate::appeal::{AppealFact, AppealState};
pub use crate::moderation::{ModerationFact, ModerationState};
pub use crate::rules::SittingKind;
use crate::rules::assessor_is_independent;
pub use crate::state::Verdict;

/// Whether somebody neither trained a batch nor recorded its sessions, so that she may judge its people.
pub async fn is_independent<C: ConnectionTrait>(
    on: &C,
    batch: &BatchFact,
    assessor: AccountId,
) -> Result<bool, DbErr> {
    let recorders = training::facts::recorders_of(on, batch.id).await?;
    let instructors = instructors(on, batch).await?;
    Ok(assessor_is_independent(assessor, &instructors, &recorders).is_ok())
}

/// One occasion on which somebody judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SittingFact {
    pub id: AssessmentId,
    pub batch: BatchId,
    pub day: Day,
    pub kind: SittingKind,
    /// 1 for the first of a batch.
    pub round: i64,
    pub assessor_account: Option<AccountId>,
    pub assessor_name: String,
    pub place: String,
}

/// One verdict as given on one occasion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultFact {
    pub sitting: AssessmentId,
    pub person: PersonId,
    pub unit: UnitId,
    /// 1 for the first try of this person in this unit.
    pub attempt: i64,
    pub verdict: Verdict,
    /// The code of the appeal it decides; else empty.
    pub note: String,
}

/// One verdict in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FinalFact {
    pub person: PersonId,
    pub unit: UnitId,
    pub verdict: Verdict,
    pub sitting: AssessmentId,
}

/// How a batch came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AssessmentCounts {
    /// People with a verdict in at least one unit.
    pub assessed: i64,
    /// People with K on every unit of the programme.
    pub k_people: i64,
    /// People assessed who lack a K.
    pub bk_people: i64,
}

#[derive(FromQueryResult)]
struct SittingRow {
    id: Uuid,
    batch_id: Uuid,
    day: Day,
    kind: String,
    round: i64,
    assessor_account: Option<Uuid>,
    assessor_name: String,
    place: String,
}

#[derive(FromQueryResult)]
struct ResultRow {
    sitting_id: Uuid,
    person_id: Uuid,
    unit_id: Uuid,
    attempt: i64,
    verdict: String,
    note: String,
}

#[derive(FromQueryResult)]
struct FinalRow {
    person_id: Uuid,
    unit_id: Uuid,
    verdict: String,
    sitting_id: Uuid,
}

fn verdict(code: &str) -> Result<Verdict, DbErr> {
    Verdict::from_code(code).ok_or_else(|| DbErr::Type(format!("verdict `{code}`")))
}

/// The sittings of a batch, the first one first.
pub async fn sittings<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<SittingFact>, DbErr> {
    let sql = "SELECT id, batch_id, day, kind, round, assessor_account, assessor_name, place FROM sitting \
               WHERE batch_id = $1 ORDER BY round, day, id";
    let found: Vec<SittingRow> = rows(on, sql, [batch.0.into()]).await?;
    let sitting = |row: SittingRow| {
        Ok(SittingFact {
            id: AssessmentId(row.id),
            batch: BatchId(row.batch_id),
            day: row.day,
            kind: SittingKind::from_code(&row.kind)
                .ok_or_else(|| DbErr::Type(format!("sitting kind `{}`", row.kind)))?,
            round: row.round,
            assessor_account: row.assessor_account.map(AccountId),
            assessor_name: row.assessor_name,
            place: row.place,
        })
    };
    found.into_iter().map(sitting).collect()
}

/// The people of a batch who hold a K in force that this account gave, here or in a batch they left.
pub async fn mastered_by<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    account: AccountId,
) -> Result<Vec<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
    }
    let sql = "SELECT DISTINCT f.person_id FROM unit_final f JOIN sitting s ON s.id = f.sitting_id \
               WHERE f.batch_id = $1 AND f.verdict = 'K' AND s.assessor_account = $2";
    let found: Vec<Row> = rows(on, sql, [batch.0.into(), account.0.into()]).await?;
    Ok(found.into_iter().map(|row| PersonId(row.person_id)).collect())
}

/// Every verdict ever given in a batch, in the order of the tries.
pub async fn results<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<ResultFact>, DbErr> {
    let sql = "SELECT sitting_id, person_id, unit_id, attempt, verdict, note FROM unit_result WHERE batch_id = $1 \
               ORDER BY attempt, person_id, unit_id";
    let found: Vec<ResultRow> = rows(on, sql, [batch.0.into()]).await?;
    let result = |row: ResultRow| {
        Ok(ResultFact {
            sitting: AssessmentId(row.sitting_id),
            person: PersonId(row.person_id),
            unit: UnitId(row.unit_id),
            attempt: row.attempt,
            verdict: verdict(&row.verdict)?,
            note: row.note,
        })
    };
    found.into_iter().map(result).collect()
}

/// The verdicts in force in a batch.
pub async fn finals_of_batch<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<FinalFact>, DbErr> {
    let sql = "SELECT person_id, unit_id, verdict, sitting_id FROM unit_final WHERE batch_id = $1 ORDER BY person_id, unit_id";
    let found: Vec<FinalRow> = rows(on, sql, [batch.0.into()]).await?;
    let one = |row: FinalRow| {
        Ok(FinalFact {
            person: PersonId(row.person_id),
            unit: UnitId(row.unit_id),
            verdict: verdict(&row.verdict)?,
            sitting: AssessmentId(row.sitting_id),
        })
    };
    found.into_iter().map(one).collect()
}

async fn units_of<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<UnitFact>, DbErr> {
    match programme::facts::batch(on, batch).await? {
        Some(batch) => programme::facts::units(on, batch.programme.id).await,
        None => Ok(Vec::new()),
    }
}

/// One person's verdicts in force, in the order of the curriculum; units never tested are left out.
pub async fn finals<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    person: PersonId,
) -> Result<Vec<(UnitFact, Verdict)>, DbErr> {
    let verdicts = finals_of_batch(on, batch).await?;
    let of = |unit: &UnitFact| {
        verdicts.iter().find(|line| line.person == person && line.unit == unit.id).map(|line| line.verdict)
    };
    let units = units_of(on, batch).await?;
    Ok(units.into_iter().filter_map(|unit| of(&unit).map(|verdict| (unit, verdict))).collect())
}

/// Whether the person has a K on every unit of the programme; false where the programme has none.
pub async fn all_competent<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    person: PersonId,
) -> Result<bool, DbErr> {
    let units = units_of(on, batch).await?;
    let verdicts = finals_of_batch(on, batch).await?;
    Ok(is_all_competent(&units, &verdicts, person))
}

pub(crate) fn is_all_competent(units: &[UnitFact], verdicts: &[FinalFact], person: PersonId) -> bool {
    let has_k = |unit: &UnitFact| {
        verdicts
            .iter()
            .any(|line| line.person == person && line.unit == unit.id && line.verdict == Verdict::Competent)
    };
    !units.is_empty() && units.iter().all(has_k)
}

/// Everyone with a verdict in at least one unit.
pub async fn assessed<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<PersonId>, DbErr> {
    let mut people: Vec<PersonId> =
        finals_of_batch(on, batch).await?.into_iter().map(|line| line.person).collect();
    people.sort();
    people.dedup();
    Ok(people)
}

/// The appeals of a batch, in the order in which they were lodged.
pub async fn appeals<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<AppealFact>, DbErr> {
    crate::appeal::of_batch(on, batch).await
}

/// Every appeal that is not decided, the oldest first.
pub async fn open_appeals<C: ConnectionTrait>(on: &C) -> Result<Vec<AppealFact>, DbErr> {
    crate::appeal::open(on).await
}

/// The moderations of a batch, the first sitting's first.
pub async fn moderations<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<ModerationFact>, DbErr> {
    crate::moderation::of_batch(on, batch).await
}

/// Every moderation that is not confirmed, the oldest sitting's first.
pub async fn open_moderations<C: ConnectionTrait>(on: &C) -> Result<Vec<ModerationFact>, DbErr> {
    crate::moderation::waiting(on).await
}

/// Sittings on which verdicts in force of a batch rest and which the certification body has not confirmed; none where the
/// batch was booked without a licensed scheme.
pub async fn awaiting_moderation<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<Vec<AssessmentId>, DbErr> {
    crate::moderation::awaiting(on, batch).await
}

/// How many of a batch's candidates have applied while papers are missing, and how many seated ones have not applied.
///
/// # Shape
/// Papers missing, not applied; both 0 where the batch was booked without a licensed scheme.
pub async fn candidates_waiting<C: ConnectionTrait>(
    on: &C,
    batch: &BatchFact,
) -> Result<(usize, usize), DbErr> {
    if batch.assessment.as_ref().is_none_or(|booking| booking.licensed.is_none()) {
        return Ok((0, 0));
    }
    let applications = crate::application::of_batch(on, batch.id).await?;
    let completions = training::facts::completions(on, batch.id).await?;
    let completed = |person| completions.iter().any(|one| one.person == person && one.complete);
    let missing = applications.iter().filter(|one| !one.missing(completed(one.person)).is_empty()).count();
    let seated = enrolment::facts::participants(on, batch.id).await?;
    let without =
        seated.iter().filter(|one| !applications.iter().any(|known| known.person == one.id)).count();
    Ok((missing, without))
}

/// How a batch came out.
pub async fn counts<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<AssessmentCounts, DbErr> {
    let units = units_of(on, batch).await?;
    let verdicts = finals_of_batch(on, batch).await?;
    let people = assessed(on, batch).await?;
    let competent = people.iter().filter(|person| is_all_competent(&units, &verdicts, **person)).count();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Ok(AssessmentCounts {
        assessed: number(people.len()),
        k_people: number(competent),
        bk_people: number(people.len() - competent),
    })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may know about livelihoods.

use kernel::day::Day;
use kernel::id::{BatchId, OrganisationId, PersonId};
use people::facts::{EndReason, EpisodeFact};
use store::{ConnectionTrait, DbErr};

pub use crate::due::{DueFact, due};
pub use crate::rules::{Milestone, ReferralState, Status};
use crate::store as tables;
pub use crate::store::mentoring::MentoringFact;
pub use crate::store::{BusinessFact, FollowUpFact, ReferralFact, StartUp, VacancyFact};

/// Whether a status is a livelihood.
pub fn in_work(status: Status) -> bool {
    status.is_in_work()
}

/// The day the clock starts: release; for those who were not in custody, the end of training.
/// None while the person is inside, or has not completed a training outside.
pub async fn clock_start<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    person: PersonId,
) -> Result<Option<Day>, DbErr> {
    let episodes = people::facts::episodes(on, person).await?;
    let completed = training::facts::completion(on, batch, person).await?;
    Ok(clock_of(&episodes, completed.map(|done| done.day)))
}

/// The same, of stays that have been read: the last release for who was ever behind a gate, else the day of completion.
pub(crate) fn clock_of(stays: &[EpisodeFact], completed_on: Option<Day>) -> Option<Day> {
    let custody = || stays.iter().filter(|stay| stay.kind.is_in_custody());
    if custody().next().is_none() {
        return completed_on;
    }
    let ended = custody().filter_map(|stay| Some((stay.ended_on?, stay.id, stay.end_reason.clone()?)));
    match ended.max_by_key(|(day, id, _)| (*day, *id)) {
        Some((day, _, EndReason::Released(_))) => Some(day),
        _ => None,
    }
}

/// The day a milestone falls due; none while the clock has not started.
pub async fn due_on<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    person: PersonId,
    milestone: Milestone,
) -> Result<Option<Day>, DbErr> {
    Ok(clock_start(on, batch, person).await?.map(|start| milestone.due_on(start)))
}

/// The answer given at a milestone; of one who had died by then and about whom nobody was asked, just that.
pub async fn outcome_at<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    person: PersonId,
    milestone: Milestone,
) -> Result<Option<Status>, DbErr> {
    let answers = tables::follow_ups(on, person).await?;
    let answered = answers
        .iter()
        .find(|answer| answer.batch == batch && answer.milestone == milestone)
        .map(|answer| answer.status);
    if answered.is_some() {
        return Ok(answered);
    }
    let died_on = people::facts::person(on, person).await?.and_then(|person| person.died_on);
    let due_on = due_on(on, batch, person, milestone).await?;
    Ok(died_on.zip(due_on).filter(|(died, due)| died <= due).map(|_| Status::Died))
}

/// Vacancies, by code, to which two records were both referred.
pub async fn shared_vacancies<C: ConnectionTrait>(
    on: &C,
    records: (PersonId, PersonId),
) -> Result<Vec<String>, DbErr> {
    tables::shared_vacancies(on, records).await
}

/// Every answer about a person, in the order of time.
pub async fn follow_ups<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<FollowUpFact>, DbErr> {
    tables::follow_ups(on, person).await
}

/// Where a person was referred, latest first.
pub async fn referrals<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
) -> Result<Vec<(ReferralFact, VacancyFact)>, DbErr> {
    tables::referrals_of(on, person).await
}

/// Referrals that wait for an employer's answer, the oldest first.
pub async fn referrals_waiting<C: ConnectionTrait>(
    on: &C,
    employer: OrganisationId,
) -> Result<Vec<(ReferralFact, VacancyFact)>, DbErr> {
    tables::referrals_waiting(on, employer).await
}

/// The businesses of a person.
pub async fn businesses<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<BusinessFact>, DbErr> {
    tables::businesses(on, person).await
}

/// The mentorings by which a mentor may see a person at this instant: named to her, while the agreement holds.
pub async fn mentorings_granted<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Vec<MentoringFact>, DbErr> {
    tables::mentoring::granted(on, person, now).await
}

/// Vacancies open on a day, by district.
pub async fn open_vacancies<C: ConnectionTrait>(on: &C, today: Day) -> Result<Vec<VacancyFact>, DbErr> {
    tables::open_vacancies(on, today).await
}

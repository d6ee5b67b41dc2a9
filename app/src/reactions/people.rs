// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the rooms do when something has happened to a person.

use audit::Event;
use certification::facts::Accompaniment;
use desk::{Halt, Refusal, Say, Work};
use kernel::day::{self, Day};
use kernel::id::{BatchId, OrganisationId, PersonId};
use programme::facts::BatchFact;
use training::commands::Passage;

fn day_of(work: &Work<'_>, event: &Event) -> Day {
    event.content["day"].as_str().and_then(|day| day::parse(day).ok()).unwrap_or(work.desk.today())
}

/// Who is released in the middle of a batch leaves the seat on the day of the release; what was earned stays.
pub(super) async fn released(work: &mut Work<'_>, event: &Event) -> Result<(), Halt> {
    let day = day_of(work, event);
    enrolment::commands::leave_all_seats(work, PersonId(event.object.id), ("released", day), None).await
}

/// Who moves leaves the seats of other offices, and a pack that waits goes back: the new office makes its own.
pub(super) async fn moved(work: &mut Work<'_>, event: &Event) -> Result<(), Halt> {
    let (person, day) = (PersonId(event.object.id), day_of(work, event));
    let to = event.content["to"].as_str().and_then(|id| id.parse::<OrganisationId>().ok());
    enrolment::commands::leave_all_seats(work, person, ("transferred", day), to).await?;
    release::commands::recall(work, person, "handover-recalled-moved", day).await
}

/// Seats are freed, packs go back, no employer waits any more and no mentor is named. Certificates and credit are left as they are.
pub(super) async fn died(work: &mut Work<'_>, event: &Event) -> Result<(), Halt> {
    let (person, day) = (PersonId(event.object.id), day_of(work, event));
    enrolment::commands::leave_all_seats(work, person, ("died", day), None).await?;
    release::commands::recall(work, person, "handover-recalled-died", day).await?;
    livelihood::commands::lapse_referrals(work, person, day).await?;
    livelihood::commands::end_mentoring(work, person, day).await
}

/// A death had been recorded by error: what it closed is opened again, but for what was given away meanwhile, which the page of
/// changes names.
pub(super) async fn death_undone(work: &mut Work<'_>, event: &Event) -> Result<(), Halt> {
    let (person, day) = (PersonId(event.object.id), day_of(work, event));
    enrolment::commands::return_to_seats(work, person, ("died", day)).await?;
    release::commands::wait_again(work, person, "handover-recalled-died", day).await?;
    livelihood::commands::renew_referrals(work, person, day).await?;
    livelihood::commands::resume_mentoring(work, person, day).await
}

/// What later rooms have against making two records one: rows of theirs that one person can have only once.
pub(super) async fn merged(work: &mut Work<'_>, event: &Event) -> Result<(), Halt> {
    let kept = PersonId(event.object.id);
    let second = event.content["second"].as_str().and_then(|id| id.parse::<PersonId>().ok());
    let records = (kept, second.ok_or(Halt::Missing)?);
    let mut reasons = Vec::new();
    for batch in enrolment::facts::shared_batches(&work.tx, records).await? {
        reasons.push(Say::new("people-merge-one-batch").with("batch", batch));
    }
    if release::facts::both_wait(&work.tx, records).await? {
        reasons.push(Say::new("people-merge-two-packs"));
    }
    for vacancy in livelihood::facts::shared_vacancies(&work.tx, records).await? {
        reasons.push(Say::new("people-merge-one-vacancy").with("vacancy", vacancy));
    }
    if reasons.is_empty() { Ok(()) } else { Err(Refusal::new("PEOP-10").because(reasons).into()) }
}

/// Hours and units of the batch that was left count in the batch in which she goes on.
pub(super) async fn taken_over(work: &mut Work<'_>, event: &Event) -> Result<(), Halt> {
    let (person, day) = (PersonId(event.object.id), day_of(work, event));
    let (batch, source) = (batch_of(work, event, "batch").await?, batch_of(work, event, "source").await?);
    let record = record_in(work, batch.id, person).await?;
    let source_record = record_in(work, source.id, person).await?;
    let passage = Passage { batch, record, source, source_record, day };
    training::commands::recognise(work, &passage).await?;
    let (here, there) = ((&passage.batch, record), (passage.source.id, source_record));
    assessment::commands::recognise(work, here, there).await
}

/// What a mentor confirmed is what her foundation can acknowledge.
pub(super) async fn accompanied(work: &mut Work<'_>, event: &Event) -> Result<(), Halt> {
    let day = day_of(work, event);
    let since = event.content["since"].as_str().and_then(|day| day::parse(day).ok()).unwrap_or(day);
    let batch = batch_of(work, event, "batch").await?;
    let confirmed = Accompaniment {
        person: record_in(work, batch.id, PersonId(event.object.id)).await?,
        batch: batch.id,
        foundation: work.desk.actor.office_id().ok_or(Halt::Missing)?,
        since,
        day,
        mentor: work.desk.actor.account.ok_or(Halt::Missing)?,
        mentor_name: work.desk.actor.name.clone(),
    };
    certification::commands::accompanied(work, &confirmed).await
}

async fn batch_of(work: &Work<'_>, event: &Event, name: &str) -> Result<BatchFact, Halt> {
    let code = event.content[name].as_str().ok_or(Halt::Missing)?;
    programme::facts::batch_by_code(&work.tx, code).await?.ok_or(Halt::Missing)
}

async fn record_in(work: &Work<'_>, batch: BatchId, person: PersonId) -> Result<PersonId, Halt> {
    Ok(enrolment::facts::record_in(&work.tx, batch, person).await?)
}

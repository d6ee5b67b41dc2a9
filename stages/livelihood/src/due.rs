// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Which milestones are due and unanswered, for the office that is to ask.

use std::collections::BTreeSet;

use kernel::day::Day;
use kernel::id::{BatchId, OrganisationId, PersonId};
use people::facts::PersonFact;
use programme::facts::BatchFact;
use store::{ConnectionTrait, DbErr};

use crate::facts::clock_start;
use crate::rules::Milestone;
use crate::store as tables;

/// A milestone that waits for an answer.
#[derive(Debug, Clone)]
pub struct DueFact {
    pub person: PersonFact,
    pub batch: BatchFact,
    pub milestone: Milestone,
    pub due_on: Day,
}

/// What this office is to ask, the oldest first: about people it holds or guides now, and about all who sat in its
/// batches and whom no other office guides.
pub async fn due<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
    today: Day,
) -> Result<Vec<DueFact>, DbErr> {
    let mut pairs: BTreeSet<(PersonId, BatchId)> = BTreeSet::new();
    for (person, _) in people::facts::held_at(on, office).await? {
        for batch in enrolment::facts::batches_of_person(on, person.id).await? {
            pairs.insert((person.id, batch));
        }
    }
    for batch in programme::facts::batches_of_host(on, office).await? {
        for person in enrolment::facts::ever_seated(on, batch.id).await? {
            if people::facts::offices_of(on, person.id).await?.contains(&office) {
                pairs.insert((person.known_as, batch.id));
            }
        }
    }
    let mut due = Vec::new();
    for (person, batch) in pairs {
        due.extend(due_of(on, person, batch, today).await?);
    }
    due.sort_by(|one, other| (one.due_on, &one.person.name).cmp(&(other.due_on, &other.person.name)));
    Ok(due)
}

async fn due_of<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
    batch: BatchId,
    today: Day,
) -> Result<Vec<DueFact>, DbErr> {
    let completed = training::facts::completion(on, batch, person).await?.is_some();
    let Some(start) = clock_start(on, batch, person).await?.filter(|_| completed) else {
        return Ok(Vec::new());
    };
    let answered = tables::follow_ups(on, person).await?;
    let (person, batch) =
        (people::facts::person(on, person).await?, programme::facts::batch(on, batch).await?);
    let (Some(person), Some(batch)) = (person, batch) else { return Ok(Vec::new()) };
    // Nobody is asked about one who has died.
    if person.died_on.is_some() {
        return Ok(Vec::new());
    }
    let is_open = |milestone: &Milestone| {
        milestone.due_on(start) <= today
            && !answered.iter().any(|answer| answer.batch == batch.id && answer.milestone == *milestone)
    };
    let open = Milestone::ALL.iter().copied().filter(is_open);
    Ok(open
        .map(|milestone| DueFact {
            person: person.clone(),
            batch: batch.clone(),
            milestone,
            due_on: milestone.due_on(start),
        })
        .collect())
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Which milestones are due and unanswered, for the office that is to ask.

use std::collections::BTreeSet;

use kernel::day::Day;
use kernel::id::{OrganisationId, PersonId};
use people::facts::PersonFact;
use programme::facts::BatchFact;
use store::{ConnectionTrait, DbErr};

use crate::facts::clock_of;
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
    let own = programme::facts::batches_of_host(on, office).await?;
    let held: Vec<PersonId> =
        people::facts::held_at(on, office).await?.into_iter().map(|(person, _)| person.id).collect();
    let mut due = Vec::new();
    for batch in &own {
        due.extend(due_in(on, (office, true), batch, today).await?);
    }
    for id in enrolment::facts::batches_of_people(on, &held).await? {
        if own.iter().any(|batch| batch.id == id) {
            continue;
        }
        if let Some(batch) = programme::facts::batch(on, id).await? {
            due.extend(due_in(on, (office, false), &batch, today).await?);
        }
    }
    due.sort_by(|one, other| (one.due_on, &one.person.name).cmp(&(other.due_on, &other.person.name)));
    Ok(due)
}

/// What is due of one batch, in four questions whatever its size. In a batch of its own the office asks whoever no other
/// office has in charge; in another's, those it holds now. Nobody is asked about one who has died.
async fn due_in<C: ConnectionTrait>(
    on: &C,
    (office, is_own): (OrganisationId, bool),
    batch: &BatchFact,
    today: Day,
) -> Result<Vec<DueFact>, DbErr> {
    let completions = training::facts::completions(on, batch.id).await?;
    if completions.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<PersonId> = completions.iter().map(|one| one.person).collect();
    let stays = people::facts::episodes_of(on, &ids).await?;
    let answered = tables::answered_in(on, batch.id).await?;
    let mut open: Vec<(PersonId, Milestone, Day)> = Vec::new();
    for completion in &completions {
        let person = completion.person;
        let stays = stays.get(&person).map_or(&[][..], Vec::as_slice);
        let is_held = stays.iter().any(|stay| stay.office == office && stay.ended_on.is_none());
        let is_asked = is_held || is_own && people::facts::offices_in_charge(stays).contains(&office);
        let Some(start) = clock_of(stays, Some(completion.day)).filter(|_| is_asked) else { continue };
        let due = Milestone::ALL.iter().filter(|milestone| milestone.due_on(start) <= today);
        let due = due.filter(|milestone| !answered.contains(&(person, **milestone)));
        open.extend(due.map(|milestone| (person, *milestone, milestone.due_on(start))));
    }
    let ids: BTreeSet<PersonId> = open.iter().map(|(person, ..)| *person).collect();
    let people = people::facts::persons(on, &ids.into_iter().collect::<Vec<_>>()).await?;
    let fact = |(id, milestone, due_on): (PersonId, Milestone, Day)| {
        let person = people.iter().find(|person| person.id == id && person.died_on.is_none())?.clone();
        let person = PersonFact { id: person.known_as, ..person };
        Some(DueFact { person, batch: batch.clone(), milestone, due_on })
    };
    Ok(open.into_iter().filter_map(fact).collect())
}

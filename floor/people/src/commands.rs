// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may do to a person's stays, inside their own transaction and after their own permission.

pub mod absence;
pub mod death;
pub mod merge;
pub mod transfer;

use audit::{Event, Object};
use desk::{Halt, Refusal, Work};
use kernel::day::Day;
use kernel::id::{EpisodeId, OrganisationId, PersonId};
use kernel::person::{PersonKind, ReleaseKind};
use serde_json::json;

use crate::facts::{self, Circumstance, EpisodeFact};
use crate::store::change;
use crate::{register, rules, store};

/// Holds a person until commit, under the record she is known as, and refuses for one who has died.
///
/// # Errors
/// `Missing` for nobody, `PEOP-14` for one who has died.
pub(crate) async fn hold_living(work: &Work<'_>, person: PersonId) -> Result<PersonId, Halt> {
    let person = change::hold(&work.tx, person).await?.ok_or(Halt::Missing)?;
    let fact = facts::person(&work.tx, person).await?.ok_or(Halt::Missing)?;
    match fact.died_on {
        None => Ok(person),
        Some(day) => {
            let day = kernel::day::long(day, work.desk.lang);
            Err(Refusal::new("PEOP-14").with("day", day).into())
        }
    }
}

/// A probation office takes a person on as its client, before or after the gate opens.
///
/// # Errors
/// `PEOP-03` when she is its client already, `PEOP-05` when the register number is taken there, `PEOP-14` when she has
/// died.
pub async fn open_client_episode(
    work: &mut Work<'_>,
    person: PersonId,
    office: OrganisationId,
    register_written: Option<String>,
    day: Day,
) -> Result<EpisodeId, Halt> {
    let person = hold_living(work, person).await?;
    let stays = facts::episodes(&work.tx, person).await?;
    if stays.iter().any(|stay| stay.office == office && stay.ended_on.is_none()) {
        return Err(Refusal::new("PEOP-03").into());
    }
    let stay = store::NewEpisode {
        id: work.desk.fresh_id(),
        person,
        office,
        kind: PersonKind::Client,
        register: register_written.as_deref().map(register::canonical),
        register_written,
        admitted_on: day,
    };
    let opened = stay.id;
    store::add_episode(&work.tx, stay).await.map_err(store::refused)?;
    // Behind a gate a person keeps her kind until she walks out of it.
    if !stays.iter().any(|stay| stay.ended_on.is_none() && stay.kind.is_in_custody()) {
        store::set_kind(&work.tx, person, PersonKind::Client).await?;
    }
    let content = json!({ "office": office.to_string(), "day": day.to_string() });
    let event = Event::new("ClientReceived", Object::new("person", person.0), content)
        .about("organisation", office.0);
    work.record(event).await?;
    Ok(opened)
}

/// A person leaves the gate.
///
/// # Errors
/// `PEOP-01` when she is not in custody, `PEOP-02` when the day lies before her admission or in the future,
/// `PEOP-04` when this way of leaving is not open to her kind, `PEOP-14` when she has died.
pub async fn release(work: &mut Work<'_>, person: PersonId, kind: ReleaseKind, day: Day) -> Result<(), Halt> {
    let person = hold_living(work, person).await?;
    let stays = facts::episodes(&work.tx, person).await?;
    let stay = rules::may_leave(&stays, kind, day, work.desk.today())?;
    end(work, stay, kind, day).await?;
    let goes_on = stays.iter().any(|other| other.ended_on.is_none() && other.kind == PersonKind::Client);
    store::set_kind(&work.tx, person, rules::kind_after(kind, goes_on)).await?;
    change::end_absence(&work.tx, person, day).await?;
    change::tell(work, person, stay.office, (Circumstance::Released, day)).await?;
    let content = json!({ "kind": kind.code(), "day": day.to_string() });
    let event = Event::new("PersonReleased", Object::new("person", person.0), content)
        .about("organisation", stay.office.0);
    work.record(event).await
}

async fn end(work: &Work<'_>, stay: &EpisodeFact, kind: ReleaseKind, day: Day) -> Result<(), Halt> {
    match store::end_episode(&work.tx, stay.id, day, kind.code()).await? {
        1 => Ok(()),
        _ => Err(Refusal::new("PEOP-01").into()),
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person is away for a while, and comes back. Where she is stays out of every event.

use audit::{Event, Object};
use desk::{Halt, Refusal, Work};
use kernel::day::Day;
use kernel::id::{OrganisationId, PersonId};
use serde_json::json;

use super::hold_living;
use crate::facts::{self, Circumstance};
use crate::rules::within;
use crate::store::{self, change};

/// Why somebody is away; codes whose labels are the words `people-absence-CODE`.
pub const REASONS: &[&str] = &["hospital", "court", "leave", "other"];

/// An absence to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct Away {
    pub office: OrganisationId,
    pub reason: &'static str,
    pub from_on: Day,
    /// The last day expected.
    pub until_on: Option<Day>,
}

/// Records that a person is away.
///
/// # Errors
/// `PEOP-08` when no stay of hers goes on here, `PEOP-11` when she is away already, `PEOP-13` when the first day lies
/// before her stay or ahead, `PEOP-14` when she has died.
pub async fn go_away(work: &mut Work<'_>, person: PersonId, away: Away) -> Result<(), Halt> {
    let person = hold_living(work, person).await?;
    let stays = facts::episodes(&work.tx, person).await?;
    let stay = stays.iter().find(|stay| stay.ended_on.is_none() && stay.office == away.office);
    let stay = stay.ok_or(Refusal::new("PEOP-08"))?;
    within(stay.admitted_on, away.from_on, work.desk.today())?;
    if facts::open_absence(&work.tx, person).await?.is_some() {
        return Err(Refusal::new("PEOP-11").into());
    }
    let new = change::NewAbsence {
        person,
        office: away.office,
        reason: away.reason,
        from_on: away.from_on,
        until_on: away.until_on,
    };
    change::add_absence(work, &new).await.map_err(store::refused)?;
    change::tell(work, person, away.office, (Circumstance::Absent, away.from_on)).await?;
    let content = json!({
        "from_on": away.from_on.to_string(), "until_on": away.until_on.map(|day| day.to_string()),
    });
    let event = Event::new("PersonAway", Object::new("person", person.0), content)
        .about("organisation", away.office.0);
    work.record(event).await
}

/// Records that she is back.
///
/// # Errors
/// `PEOP-12` when she is not away, `PEOP-13` when the day lies before the absence or ahead.
pub async fn come_back(work: &mut Work<'_>, person: PersonId, day: Day) -> Result<(), Halt> {
    let person = hold_living(work, person).await?;
    let absence = facts::open_absence(&work.tx, person).await?.ok_or(Refusal::new("PEOP-12"))?;
    within(absence.from_on, day, work.desk.today())?;
    if !change::end_absence(&work.tx, person, day).await? {
        return Err(Refusal::new("PEOP-12").into());
    }
    change::tell(work, person, absence.office, (Circumstance::Returned, day)).await?;
    let content = json!({ "day": day.to_string() });
    let event = Event::new("PersonReturned", Object::new("person", person.0), content)
        .about("organisation", absence.office.0);
    work.record(event).await
}

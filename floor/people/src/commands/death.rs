// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person has died. Every stay ends; what was earned remains hers. Where the entry was wrong, another hand takes it back.

use audit::{Event, Object};
use desk::{Halt, Refusal, Work};
use kernel::day::Day;
use kernel::id::PersonId;
use serde_json::json;

use super::hold_living;
use crate::facts::{self, Circumstance};
use crate::rules::{may_undo, within};
use crate::store::{self, change, death};

/// Records a death.
///
/// # Errors
/// `PEOP-13` when the day lies before a stay that goes on, or ahead; `PEOP-14` when it was recorded before.
pub async fn die(work: &mut Work<'_>, person: PersonId, day: Day) -> Result<(), Halt> {
    let person = hold_living(work, person).await?;
    let stays = facts::episodes(&work.tx, person).await?;
    let offices = facts::offices_of(&work.tx, person).await?;
    let open: Vec<_> = stays.iter().filter(|stay| stay.ended_on.is_none()).collect();
    let since = open.iter().map(|stay| stay.admitted_on).max();
    within(since.or(stays.first().map(|stay| stay.admitted_on)).unwrap_or(day), day, work.desk.today())?;
    if !change::died(&work.tx, person, day).await? {
        return Err(Refusal::new("PEOP-14").into());
    }
    for stay in open {
        if store::end_episode(&work.tx, stay.id, day, "died").await? != 1 {
            return Err(Refusal::new("PEOP-08").into());
        }
    }
    let absence = facts::open_absence(&work.tx, person).await?.map(|absence| absence.id);
    change::end_absence(&work.tx, person, day).await?;
    death::record(work, person, day, absence).await.map_err(store::refused)?;
    let mut event =
        Event::new("PersonDied", Object::new("person", person.0), json!({ "day": day.to_string() }));
    for office in offices {
        change::tell(work, person, office, (Circumstance::Died, day)).await?;
        event = event.about("organisation", office.0);
    }
    work.record(event).await
}

/// Takes back an entry that was wrong. Stays and absence go on as before; the other rooms open again, by the event, what they
/// had closed. The entry stays, with who took it back and why.
///
/// # Errors
/// `PEOP-20` when no death is on record, `PEOP-21` when the same hand recorded it.
pub async fn undo(work: &mut Work<'_>, person: PersonId, reason: &str) -> Result<(), Halt> {
    let person = change::hold(&work.tx, person).await?.ok_or(Halt::Missing)?;
    let entry = facts::death(&work.tx, person).await?.ok_or(Refusal::new("PEOP-20"))?;
    may_undo(&entry, work.desk.actor.account, &work.desk.actor.name)?;
    if !death::undo(work, &entry, reason).await? {
        return Err(Refusal::new("PEOP-20").into());
    }
    death::reopen(&work.tx, &entry).await.map_err(store::refused)?;
    let content = json!({ "day": entry.day.to_string() });
    let mut event = Event::new("DeathUndone", Object::new("person", person.0), content);
    let told = (Circumstance::DeathUndone, work.desk.today());
    for office in facts::offices_of(&work.tx, person).await? {
        change::tell(work, person, office, told).await?;
        event = event.about("organisation", office.0);
    }
    work.record(event).await
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person has died. Every stay ends; what was earned remains hers.

use audit::{Event, Object};
use desk::{Halt, Refusal, Work};
use kernel::day::Day;
use kernel::id::PersonId;
use serde_json::json;

use super::hold_living;
use crate::facts::{self, Circumstance};
use crate::rules::within;
use crate::store::{self, change};

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
    change::end_absence(&work.tx, person, day).await?;
    let mut event =
        Event::new("PersonDied", Object::new("person", person.0), json!({ "day": day.to_string() }));
    for office in offices {
        change::tell(work, person, office, (Circumstance::Died, day)).await?;
        event = event.about("organisation", office.0);
    }
    work.record(event).await
}

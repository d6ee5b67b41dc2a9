// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What this room does when a person moves or dies: a pack that waits goes back, for the office that made it no longer can; and
//! when the death had been an error.

use audit::{Event, Object};
use desk::{Halt, Refusal, Say, Work};
use kernel::Lang;
use kernel::day::Day;
use kernel::id::PersonId;
use serde_json::json;

use crate::facts::{self, HandoverState};
use crate::state::{self, Command};
use crate::store;

/// Takes a pack back that waits for an answer; nothing where none does. `why` is one of this room's sentences.
///
/// # Errors
/// `RELS-02` when it is being answered at this moment.
pub async fn recall(work: &mut Work<'_>, person: PersonId, why: &str, day: Day) -> Result<(), Halt> {
    let latest = facts::handover_of(&work.tx, person).await?;
    let Some(mut pack) = latest.filter(|pack| pack.state == HandoverState::Prepared) else { return Ok(()) };
    let reason = work.desk.teller().say(why);
    pack.state = state::decide(pack.state, Command::Return)?;
    pack.decided_on = Some(day.max(pack.prepared_on));
    pack.reason = Some(reason.clone());
    if !store::answer(&work.tx, &pack).await? {
        return Err(Refusal::new("RELS-02").into());
    }
    let content = json!({ "code": pack.code, "reason": reason });
    let event = Event::new("HandoverReturned", Object::new("handover", pack.id.0), content);
    work.record(event.about("person", pack.person.0)).await
}

/// Lets a pack wait again that was taken back on `day` for `why`; nothing where there is none, or another one waits.
///
/// # Errors
/// The database failed.
pub async fn wait_again(work: &mut Work<'_>, person: PersonId, why: &str, day: Day) -> Result<(), Halt> {
    // The reason was written in the language of whoever caused it.
    let reasons = [Lang::Id, Lang::En].map(|lang| work.desk.house.words.say(lang, &Say::new(why)));
    let latest = facts::handover_of(&work.tx, person).await?.filter(|pack| {
        pack.state == HandoverState::Returned
            && pack.decided_on == Some(day.max(pack.prepared_on))
            && pack.reason.as_ref().is_some_and(|reason| reasons.contains(reason))
    });
    let Some(pack) = latest else { return Ok(()) };
    state::decide(pack.state, Command::WaitAgain)?;
    if !store::wait_again(&work.tx, &pack).await? {
        return Err(Refusal::new("RELS-03").into());
    }
    let event = Event::new("HandoverWaits", Object::new("handover", pack.id.0), json!({ "code": pack.code }));
    work.record(event.about("person", pack.person.0)).await
}

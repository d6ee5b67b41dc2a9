// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done in this room.

mod change_form;
mod close_day;
mod gate;
mod lay;
mod limit_lines;
mod limits;
mod lines;
pub(crate) mod mend;
mod note_away;
mod proposal_approve;
mod proposal_change;
mod proposal_keep;
mod proposal_keep_best;
mod proposal_search;
mod proposal_turn_down;
mod propose;
mod spread;
mod window;
mod year_approve;
mod year_draft;
mod year_lay;
mod year_revise;
mod year_tie;

pub use close_day::{CLOSE, REOPEN};
pub use gate::OPEN;
pub use lay::LAY;
pub use limits::LIMITS;
pub(crate) use limits::named;
pub use mend::MEND;
pub use note_away::AWAY;
pub use proposal_approve::APPROVE;
pub use proposal_change::CHANGE;
pub use proposal_keep_best::KEEP_BEST;
pub use proposal_search::SEARCH_THOROUGHLY;
pub use proposal_turn_down::TURN_DOWN;
pub use propose::PROPOSE;
pub use spread::SPREAD;
pub use window::WINDOW;
pub use year_approve::YEAR_APPROVE;
pub use year_draft::{YEAR_CHANGE, YEAR_DRAFT};
pub use year_lay::{YEAR_GIVE_BACK, YEAR_LAY};
pub use year_revise::YEAR_REVISE;
pub use year_tie::{YEAR_TIE, YEAR_UNTIE};

use access::{Act, Target};
use audit::{Event, Object};
use checker::{Clash, Severity};
use desk::{Desk, Done, Halt, Refusal, Say, Work};
use kernel::day;
use kernel::id::OrganisationId;
use programme::facts::BatchFact;
use serde_json::json;

use crate::board::Board;
use crate::facts::SlotFact;
use crate::state::{PlanCommand, decide};
use crate::store;

/// The office whose week is arranged: that of the one who does it.
fn own_office(desk: &Desk) -> Result<OrganisationId, Halt> {
    let office = desk.actor.office_id().ok_or(Halt::Missing)?;
    desk.allow(Act::PlanWindow, &Target::of(office))?;
    Ok(office)
}

fn say_clash(desk: &Desk, clash: &Clash) -> Say {
    Say::new("plan-clash").with("text", clash.sentence(desk.lang))
}

/// Judges the sessions behind the host's turn, then keeps them all or none.
async fn keep_laid(
    desk: &Desk,
    work: Work<'_>,
    batch: BatchFact,
    slots: Vec<SlotFact>,
) -> Result<Done, Halt> {
    let mut work = work;
    let board = Board::read(&work.tx, batch, Some(slots)).await?;
    let (blocking, warnings): (Vec<Clash>, Vec<Clash>) =
        board.clashes(&work.tx).await?.into_iter().partition(|clash| clash.severity() == Severity::Blocking);
    let clashes = blocking.iter().map(|clash| say_clash(desk, clash)).collect();
    decide(board.state(), PlanCommand::Lay { clashes })?;
    let (starts_on, ends_on) = (board.batch.starts_on, board.batch.ends_on);
    let outside = board.slots.iter().filter(|slot| slot.day < starts_on || slot.day > ends_on);
    let outside: Vec<Say> =
        outside.map(|slot| Say::new("plan-outside-batch").with("day", day::short(slot.day))).collect();
    if !outside.is_empty() {
        let refusal =
            Refusal::new("PLAN-05").with("starts", day::short(starts_on)).with("ends", day::short(ends_on));
        return Err(refusal.because(outside).into());
    }
    store::replace_slots(&work.tx, board.batch.id, &board.slots).await?;
    let jp: i64 = board.slots.iter().map(|slot| slot.jp).sum();
    let content = json!({ "sessions": board.slots.len(), "jp": jp });
    work.record(Event::new("TimetableLaid", Object::new("batch", board.batch.id.0), content)).await?;
    let planned: i64 = board.modules.iter().map(|module| module.jp).sum();
    let say = Say::new("timetable-laid")
        .with("sessions", board.slots.len())
        .with("jp", jp)
        .with("planned", planned);
    let mut done = Done::new(format!("/batches/{}/timetable", board.batch.code), say);
    done.more = warnings.iter().map(|clash| say_clash(desk, clash)).collect();
    work.commit(done).await
}

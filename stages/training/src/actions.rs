// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done in this room, one file a deed.

mod calendar;
mod cancel;
mod catch_up;
mod complete;
mod correct;
mod hold;
pub(crate) mod lesson;
mod skill;

use desk::{Action, Desk, Form, Halt, Reading, Say};
use kernel::day::Day;
use programme::facts::BatchFact;

/// Every action of the room.
pub fn actions() -> Vec<Action> {
    vec![
        hold::HOLD,
        correct::CORRECT,
        cancel::CANCEL,
        catch_up::CATCH_UP,
        skill::RECORD,
        complete::COMPLETE,
        calendar::OPEN,
        calendar::REVOKE,
    ]
}

pub(crate) async fn batch_in_path(desk: &Desk, form: &Form) -> Result<BatchFact, Halt> {
    let found = programme::facts::batch_by_code(desk.house.db.read(), form.text("batch")).await?;
    found.ok_or(Halt::Missing)
}

/// Where the sessions of a batch are listed.
pub(crate) fn sessions_address(batch: &BatchFact) -> String {
    format!("/batches/{}/sessions", batch.code)
}

/// Reads a day that is not still to come.
fn past_day(reading: &mut Reading<'_>, name: &str, today: Day) -> Day {
    let day = reading.day(name);
    if day > today {
        reading.problem(name, Say::new("training-problem-future").with("day", kernel::day::short(day)));
    }
    day
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen of jobs.

mod list;
mod show;

pub use list::LIST;
pub use show::SHOW;

use crate::State;

/// The tone of a state's tag.
fn tone(state: State) -> &'static str {
    match state {
        State::Queued => "plain",
        State::Running => "plan",
        State::Done => "ok",
        State::Refused => "soon",
        State::Dead => "no",
        State::Cancelled => "plain",
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen in this room: the batches that choose, the applicants with reasons, hearings, rolls, and their papers.

mod applicants;
mod hearing;
mod openable;
mod overview;
mod papers;
mod roll;
mod twins;

pub use applicants::LIST as APPLICANTS;
pub use hearing::SHOW as HEARING;
pub use overview::OVERVIEW;
pub use papers::{DECREE_PAPER, HEARING_PAPER};
pub use roll::LIST as ROLL;
pub use twins::twins;

use crate::rules::Recommendation;
use crate::state::{Intake, SeatState};

fn intake_tone(state: Intake) -> &'static str {
    match state {
        Intake::Open => "plan",
        Intake::Ranked | Intake::Heard => "soon",
        Intake::Decreed => "ok",
    }
}

fn recommendation_tone(recommendation: Recommendation) -> &'static str {
    match recommendation {
        Recommendation::Seat => "ok",
        Recommendation::Reserve => "soon",
        Recommendation::Wait => "plan",
        Recommendation::Refuse => "no",
    }
}

fn seat_tone(state: SeatState) -> &'static str {
    match state {
        SeatState::Seated => "ok",
        SeatState::Reserve => "soon",
        SeatState::Left => "plain",
    }
}

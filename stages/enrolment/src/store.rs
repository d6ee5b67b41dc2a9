// SPDX-License-Identifier: Apache-2.0 OR MIT
//! All SQL of this room that later rooms do not need: interests, applicants, hearings, decrees and the change of seats.

mod applicant;
mod hearing;
mod intake;
mod interest;
mod seat;

pub use applicant::{ApplicantRow, applicants, put_in_order, replace_applicants, seated_elsewhere};
pub use hearing::{HearingFact, HearingKind, VoteFact, hearing_by_code, hearing_by_id, keep_hearing, votes};
pub use intake::{IntakeFact, hear, intake, rank_again};
pub use interest::{count_by_field, interest_of, interests_at, keep_interest};
pub use seat::{
    NewDecree, NewSeat, NewTakeOver, change_seat, decree, is_seat_number_taken, lock_intake, seat_people,
    take_over,
};

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done in this room, one file a deed.

mod batch_plan;
mod batch_reserve_assessment;
mod batch_take_over;
mod facility_inspect;
mod facility_mend;
mod facility_register;
mod instructor_register;
mod programme_curriculum;
mod programme_propose;

use desk::Action;

/// Every action of the room.
pub fn actions() -> Vec<Action> {
    vec![
        facility_register::REGISTER,
        facility_inspect::INSPECT,
        facility_mend::MEND,
        instructor_register::REGISTER,
        programme_propose::PROPOSE,
        programme_curriculum::CURRICULUM,
        batch_plan::PLAN,
        batch_reserve_assessment::RESERVE,
        batch_take_over::TAKE_OVER,
    ]
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done in this room, one file a deed.

mod assessor_certify;
mod batch_plan;
mod batch_reserve_assessment;
mod batch_take_over;
mod facility_inspect;
mod facility_mend;
mod facility_register;
mod instructor_register;
mod programme_curriculum;
mod programme_propose;
mod scheme_license;
mod scheme_register;

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
        scheme_register::REGISTER,
        scheme_license::LICENSE,
        assessor_certify::CERTIFY,
        batch_plan::PLAN,
        batch_reserve_assessment::RESERVE,
        batch_take_over::TAKE_OVER,
    ]
}

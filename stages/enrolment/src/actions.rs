// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done in this room, and how its actions find batch, hearing, person and seat.

mod approve;
mod decree_issue;
mod exceptions;
mod hearing_record;
mod interest_import;
mod interest_record;
mod rank;
mod seat_promote;
mod seat_take_over;
mod seat_withdraw;
pub(crate) mod sheet;

pub use approve::APPROVE;
pub use decree_issue::ISSUE;
pub use hearing_record::RECORD as HEAR;
pub use interest_import::IMPORT;
pub use interest_record::RECORD as TELL;
pub use rank::RANK;
pub use seat_promote::PROMOTE;
pub use seat_take_over::TAKE_OVER;
pub use seat_withdraw::WITHDRAW;

use ::store::{ConnectionTrait, DbErr};
use desk::{Desk, Form, Halt};
use people::facts::PersonFact;
use programme::facts::BatchFact;

use crate::facts::{self, SeatFact};

/// The batch that the address or the option names by its code.
pub(crate) async fn batch_named(desk: &Desk, form: &Form) -> Result<BatchFact, Halt> {
    programme::facts::batch_by_code(desk.house.db.read(), form.text("batch")).await?.ok_or(Halt::Missing)
}

/// Whether the host of a batch answers for people and so has a hearing board; a training body or school has none.
pub(crate) async fn has_board<C: ConnectionTrait>(on: &C, batch: &BatchFact) -> Result<bool, DbErr> {
    let host = office::facts::by_id(on, batch.host).await?;
    Ok(host
        .and_then(|host| kernel::organisation::kind(&host.kind))
        .is_none_or(|kind| kind.answers_for_people()))
}

/// The person named and the seat in the batch, whatever became of it.
pub(crate) async fn seat_named(
    desk: &Desk,
    form: &Form,
    batch: &BatchFact,
) -> Result<(PersonFact, SeatFact), Halt> {
    let person = people::facts::resolve(desk, form.text("person")).await?;
    let seat = facts::seat_of(desk.house.db.read(), batch.id, person.id).await?.ok_or(Halt::Missing)?;
    Ok((person, seat))
}

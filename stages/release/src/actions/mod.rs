// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done here: prepare, accept, return.

mod accept;
mod prepare;
mod return_pack;

pub use accept::ACCEPT;
pub use prepare::PREPARE;
pub use return_pack::RETURN;

use access::Act;
use desk::{Desk, Form, Halt, Prepared};

use crate::facts::HandoverFact;
use crate::store;

/// The pack named in the address, if it is addressed to this office.
async fn addressed_pack(desk: &Desk, form: &Form) -> Result<HandoverFact, Halt> {
    let pack = store::by_code(desk.house.db.read(), form.text("handover")).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::HandoverDecide, &pack.target())?;
    Ok(pack)
}

/// The empty form over a pack.
async fn open_pack(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let pack = addressed_pack(desk, form).await?;
    let person = people::facts::person(desk.house.db.read(), pack.person).await?.ok_or(Halt::Missing)?;
    let day = kernel::day::short(desk.today());
    Ok(Prepared::about(person.name, format!("/handovers/{}", pack.code)).filled("day", day))
}

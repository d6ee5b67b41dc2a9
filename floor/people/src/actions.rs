// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done here, one file each.

mod absence;
mod admit;
mod back;
mod correct_name;
mod death;
mod import;
mod keep_apart;
mod later;
mod merge;
mod number;
mod part;
mod release;
mod settle;
mod transfer;
mod undo_death;

pub use absence::ABSENCE;
pub use admit::ADMIT;
pub use back::BACK;
pub use correct_name::CORRECT_NAME;
pub use death::DEATH;
pub use import::IMPORT;
pub use keep_apart::{KEEP_APART, REUNITE};
pub use later::IMPORT_LATER;
pub use merge::MERGE;
pub use number::NUMBER;
pub use part::PART;
pub use release::RELEASE;
pub use settle::SETTLE;
pub use transfer::TRANSFER;
pub use undo_death::UNDO_DEATH;

use access::{Act, Target};
use desk::{Desk, Form, Halt};
use kernel::id::OrganisationId;

use crate::facts::{self, PersonFact};
use crate::import::candidate::{Frame, OfficeLook};

/// The actor's own office and how it looks at people; who has none may not do it.
fn own_office(desk: &Desk, act: Act) -> Result<(OrganisationId, Frame), Halt> {
    let Some(office) = &desk.actor.office else {
        desk.allow(act, &Target::default())?;
        return Err(Halt::Missing);
    };
    desk.allow(act, &Target::of(office.id))?;
    Ok((office.id, Frame { office: OfficeLook::of(&office.kind), today: desk.today() }))
}

/// The person named, in the charge of the actor's own office.
async fn person_here(desk: &Desk, form: &Form, act: Act) -> Result<(PersonFact, OrganisationId), Halt> {
    let person = facts::resolve(desk, form.text("person")).await?;
    desk.allow(act, &facts::target(desk.house.db.read(), person.id).await?)?;
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    Ok((person, own))
}

/// The code as it stands in its list.
fn code_in(codes: &'static [&'static str], code: &str) -> Option<&'static str> {
    codes.iter().find(|known| **known == code).copied()
}

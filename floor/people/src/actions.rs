// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done here, one file each.

mod admit;
mod import;
mod keep_apart;
mod later;
mod release;

pub use admit::ADMIT;
pub use import::IMPORT;
pub use keep_apart::{KEEP_APART, REUNITE};
pub use later::IMPORT_LATER;
pub use release::RELEASE;

use access::{Act, Target};
use desk::{Desk, Halt};
use kernel::id::OrganisationId;

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

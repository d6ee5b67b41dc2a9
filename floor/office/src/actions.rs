// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done here, one file each.

mod close;
mod factor;
mod open;
mod password;
mod recovery;
mod register;
mod reset;
mod roles;
mod sign_ins;
mod token;

pub use close::CLOSE;
pub use factor::{BEGIN, CONFIRM, REMOVE};
pub use open::OPEN;
pub use password::PASSWORD;
pub use recovery::MAKE;
pub use register::REGISTER;
pub use reset::RESET;
pub use roles::ROLES;
pub use sign_ins::{END_ALL, END_ONE};
pub use token::{CREATE, REVOKE};

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Desk, Halt};
use kernel::id::AccountId;
use serde_json::Value;

/// The account of the person at the desk; the public and the setting-up have none.
pub(crate) fn own_account(desk: &Desk) -> Result<AccountId, Halt> {
    desk.actor.account.ok_or(Halt::Missing)
}

/// Something about one's own account.
fn own_event(kind: &'static str, account: AccountId, content: Value) -> Event {
    Event::new(kind, Object::new("account", account.0), content)
}

/// Asks for permission about one's own account.
fn allow_own(desk: &Desk, act: Act) -> Result<AccountId, Halt> {
    desk.allow(act, &Target::default())?;
    own_account(desk)
}

/// What was typed, not trimmed like other fields: a space at the end of a password may be meant.
fn typed_password<'f>(form: &'f desk::Form, field: &str) -> &'f str {
    form.pairs().iter().rev().find(|(name, _)| name == field).map_or("", |(_, value)| value.as_str())
}

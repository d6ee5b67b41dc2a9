// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done here: issue, hand over, revoke, tell.

mod hand;
mod issue;
mod revoke;
mod tell;

pub use hand::HAND;
pub use issue::ISSUE;
pub use revoke::REVOKE;
pub use tell::TELL;

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done here: issue, hand over, revoke.

mod hand;
mod issue;
mod revoke;

pub use hand::HAND;
pub use issue::ISSUE;
pub use revoke::REVOKE;

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done here: issue, acknowledge, hand over, suspend and lift, replace, renew, revoke, tell; and rule over the signer.

mod acknowledge;
mod claim_code;
mod compromise_key;
mod hand;
mod issue;
mod issue_many;
mod lift;
mod outside_hand;
mod outside_record;
mod paper;
mod reassess;
mod remind;
mod renew;
mod renewal_rule;
mod replace;
mod resume_signing;
mod retire_key;
mod revoke;
mod signing_limit;
mod stop_signing;
mod suspend;
mod tell;

pub use acknowledge::ACKNOWLEDGE;
pub use claim_code::CLAIM_CODE;
pub use compromise_key::COMPROMISE_KEY;
pub use hand::HAND;
pub use issue::ISSUE;
pub use issue_many::{ISSUE_MANY, ISSUE_TO_MANY};
pub use lift::LIFT;
pub use outside_hand::OUTSIDE_HAND;
pub use outside_record::OUTSIDE_RECORD;
pub use paper::PAPER;
pub use reassess::REASSESS;
pub use remind::REMIND;
pub use renew::RENEW;
pub use renewal_rule::RENEWAL_RULE;
pub use replace::REPLACE;
pub use resume_signing::RESUME_SIGNING;
pub use retire_key::RETIRE_KEY;
pub use revoke::REVOKE;
pub use signing_limit::SIGNING_LIMIT;
pub use stop_signing::STOP_SIGNING;
pub use suspend::SUSPEND;
pub use tell::TELL;

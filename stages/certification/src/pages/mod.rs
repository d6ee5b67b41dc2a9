// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen here: inside, the list and one certificate with its files; outside, the check of a number.

mod claim;
mod did;
mod elsewhere;
mod expiring;
mod files;
mod list;
mod log;
mod offline;
mod outside;
mod register;
mod renewing;
mod show;
mod signer;
mod slip;
mod status_list;
mod twins;

pub use claim::CLAIM;
pub use did::DID;
pub use elsewhere::OUTSIDE;
pub use expiring::EXPIRING;
pub use files::{JSON, PDF, SD_JWT};
pub use list::LIST;
pub use log::{CHECKPOINT, KEY, PROOF, TILE, TILE_2, TILE_3};
pub use offline::OFFLINE;
pub use outside::{CHECK, CREDENTIAL, LOOKUP};
pub use register::REGISTER;
pub use show::SHOW;
pub use signer::{SIGNER, SIGNERS};
pub use slip::SLIP;
pub use status_list::STATUS;
pub use twins::twins;

use kernel::day::Day;

use crate::facts::{CertificateFact, Standing};
use crate::state::State;

/// The word and tone of a certificate's state today.
fn tag(certificate: &CertificateFact, today: Day) -> (&'static str, &'static str) {
    match (certificate.standing(today), State::of(certificate)) {
        (Standing::Replaced(_), _) => ("replaced", "plain"),
        (Standing::Revoked(_), _) | (Standing::InForce, State::Revoked) => ("revoked", "no"),
        (Standing::Suspended(_), _) => ("suspended", "no"),
        (Standing::Expired(_), _) => ("expired", "plain"),
        (Standing::InForce, State::Issued) => ("issued", "soon"),
        (Standing::InForce, State::Handed) => ("handed", "ok"),
    }
}

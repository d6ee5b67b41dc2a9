// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Bitstring Status List 1.0: which of very many credentials are revoked or suspended, told without telling which one is asked
//! about. Fetching a list and checking its proof are the caller's; see [`entry_state`] for the rest.

mod credential;
mod entry;
mod list;
mod verdict;

pub use credential::{StatusListFacts, unsigned_credential};
pub use entry::{Entry, entry};
pub use list::{LEAST_ENTRIES, StatusList};
pub use verdict::{State, entry_state};

/// The status of a credential that is withdrawn for ever.
pub const REVOCATION: &str = "revocation";
/// The status of a credential that is set aside for a time.
pub const SUSPENSION: &str = "suspension";

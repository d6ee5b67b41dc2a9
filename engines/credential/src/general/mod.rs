// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Any conforming credential, not the house's own shape alone: VC Data Model 1.1 and 2.0, proofs of the Data Integrity EdDSA
//! cryptosuites, contexts pinned by hash. For interoperability and for badges of others; the house's own certificates are
//! judged by the narrower and faster [`verify`](crate::verify).

pub mod canonical;
pub mod contexts;
mod issue;
mod key;
mod marked;
mod poison;
mod presentation;
mod proof;
mod proofs;
mod read;
mod shape;
pub mod statements;
mod verify;

pub use canonical::canonical;
pub use issue::{add_status, issue};
pub use key::{KeyOf, did_key};
pub use presentation::verify_presentation;
pub use proof::{Cryptosuite, ProofOptions, add_proof, hash_data};
pub use proofs::{Expected, Resolve, check_proofs};
pub use read::read;
pub use shape::{credential_problems, date_time, date_time_stamp, presentation_problems};
pub use verify::verify_credential;

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates from end to end, on every database at hand: earned, printed, checked by a stranger, revoked.

mod acknowledging;
mod checking;
mod chosen;
mod claiming;
mod elsewhere;
mod issuing;
mod many;
mod offline;
mod paper_way;
mod papers;
mod rekeying;
mod renewing;
mod signing;
mod tables;
mod world;

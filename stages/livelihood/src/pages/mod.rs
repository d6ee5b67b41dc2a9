// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen here: who is to be followed up, vacancies, one vacancy.

mod consents;
mod due;
mod matches;
mod mentoring;
mod need;
mod twins;
mod vacancies;
mod vacancy;

pub use consents::CONSENTS;
pub use due::DUE;
pub use matches::MATCH;
pub use mentoring::{LIST as MENTORING_LIST, SHOW as MENTORING_SHOW};
pub use need::NEED;
pub use twins::twins;
pub use vacancies::VACANCIES;
pub use vacancy::VACANCY;

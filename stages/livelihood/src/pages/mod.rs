// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen here: who is to be followed up, vacancies, one vacancy.

mod due;
mod vacancies;
mod vacancy;
mod twins;

pub use due::DUE;
pub use vacancies::VACANCIES;
pub use vacancy::VACANCY;
pub use twins::twins;

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen here: who is to be followed up, vacancies, one vacancy.

mod due;
mod twins;
mod vacancies;
mod vacancy;

pub use due::DUE;
pub use twins::twins;
pub use vacancies::VACANCIES;
pub use vacancy::VACANCY;

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules of choosing: who may take part, in which order, and what a hearing proposes. Pure; each answer carries reasons.

mod agenda;
mod eligible;
mod field;
mod rank;
mod reason;
mod recommend;
mod score;

pub use agenda::agenda;
pub use eligible::{Candidate, Considered, Course, Interest, Literacy, consider};
pub use field::{matches_any, words_of_title};
pub use rank::rank;
pub use reason::Reason;
pub use recommend::{Exception, Ranked, Recommendation, Vote, recommend};

#[cfg(test)]
mod tests;

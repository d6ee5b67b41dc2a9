// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Pages that show several rooms at once, composed from their facts: today, one person's journey, the search, the log.

mod audit_log;
mod changes;
mod home;
mod journey;
#[cfg(test)]
mod looking_back;
mod reach;
mod search;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod told;

use desk::{Page, Twin};

/// What is told at the door.
pub fn twins() -> Vec<Twin> {
    vec![Twin::of::<journey::JourneyFacts>()]
}

/// What can be seen at the door.
pub fn pages() -> Vec<Page> {
    vec![home::HOME, changes::CHANGES, journey::JOURNEY, search::SEARCH, audit_log::AUDIT_LOG]
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The journeys' own sheets through the door, on each database.

mod appeals;
mod candidates;
mod competence;
mod licensed;
mod mastery;
mod minutes;
mod stories;

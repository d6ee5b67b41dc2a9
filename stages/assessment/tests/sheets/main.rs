// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The journeys' own sheets through the door, on each database.

mod appeals;
mod competence;
mod mastery;
mod stories;

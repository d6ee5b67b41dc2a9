// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Mentors, consent, start-up records and matches through the door of the web, on each database at hand.

mod accompanied;
mod consent;
mod ground;
mod matching;
mod mentoring;
mod start_up;
mod undone;

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Curriculum-based course timetabling in the UD2 formulation: the core of the search, measured on public problems.

mod anneal;
mod cooling;
mod count;
mod delta;
mod fault;
mod instance;
mod plan;
mod read;
mod rules;
mod score;
mod seating;
mod sections;
mod solution;
mod tables;

pub use anneal::anneal;
pub use fault::{Fault, Why};
pub use instance::{Course, CourseRoom, Curriculum, Instance, Unavailable};
pub use score::{Hard, Score, Soft};
pub use solution::{Lecture, Solution};

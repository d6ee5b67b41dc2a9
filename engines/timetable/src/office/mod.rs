// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sessions of batches over days, rooms and instructors: problem in, proposal or reasons out.

pub(crate) mod board;
mod bound;
mod exhaust;
mod flaw;
mod home;
mod house;
pub(crate) mod laid;
mod lay;
mod polish;
mod price;
pub(crate) mod problem;
mod proposal;
mod propose;
mod repair;
mod replan;
pub(crate) mod site;
pub(crate) mod stretches;
mod trial;
mod watch;
mod why;

pub use flaw::Flaw;
pub use house::{House, Season, SetUp, Tool, Way, Zone};
pub use price::price;
pub use problem::{Batch, Instructor, Kind, Locked, Module, Problem, Room, Weekly};
pub use proposal::{Impossible, Limit, NoProposal, Part, Proposal, Reason, Session};
pub use propose::propose;
pub use replan::{InForce, Keep, Replan, replan};

// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod anneal;
mod bound;
mod branch;
mod components;
mod decisions;
mod edges;
mod explain;
mod fault;
mod network;
mod part;
mod plan;
mod prices;
mod problem;
#[cfg(feature = "highs")]
mod proof;
mod pull;
mod push;
mod reserves;
mod rules;
mod search;
mod seating;
mod side;
mod solve;
mod standing;
mod state;

pub use edges::{Edges, EdgesBuilder};
pub use explain::{Alternative, Displacement, Refusal, Verdict};
pub use fault::Fault;
pub use plan::Plan;
pub use problem::{Batch, BatchIndex, PersonIndex, Problem, Quota, Rivals};
#[cfg(feature = "highs")]
pub use proof::prove;
pub use rules::Barrier;
pub use solve::{Effort, solve};
pub use standing::{Change, Move, Standing};

/// The highest value of a pair, and the highest bonus for staying.
pub const MAX_VALUE: i32 = 1_000_000;

// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

pub mod course;
mod dice;
pub mod office;
mod progress;
mod rules;

pub use progress::{Progress, by_moves};

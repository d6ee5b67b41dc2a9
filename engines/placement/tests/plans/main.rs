// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The engine against the slow way and against the judge, in one binary.

mod equality;
mod exhaustive;
mod judged;
#[cfg(feature = "highs")]
mod proof;
mod reasons;
mod reserves;
mod withdrawal;

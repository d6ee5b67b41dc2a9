// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Stories: text files of commands, each as a person of a certain day, with a transcript that anyone can read.

mod play;
mod script;

pub use play::Player;
pub use script::{Line, Script, ScriptProblem};

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The command line as a second door to the rooms: every action and page is a command, every field an option.

mod answer;
mod grammar;
mod run;

pub use answer::{Answer, print_halt};
pub use grammar::{RoomCommands, grammar};
pub use run::{Caller, Files, perform};

// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod body;
mod condition;
mod deed;
mod document;
mod door;
mod explain;
mod fields;
mod guard;
mod language;
mod problem;
mod rate;
mod refused;
mod sight;
mod token;

pub use document::document;
pub use door::{Clock, Door, Limits, Rooms, is_here, router};

/// What the door itself says.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

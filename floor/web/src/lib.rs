// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod address;
mod chrome;
mod cookie;
mod door;
mod forms;
mod guard;
mod html;
mod paging;
pub mod testing;

pub use chrome::assets::OUTSIDE_STYLE;
pub use chrome::near::{About, FindAbout};
pub use door::{Clock, Door, Rooms, router, router_about};
pub use html::html;
pub use paging::{Pager, Paging};

/// Every kind of event recorded at the door itself.
pub const EVENTS: &[&str] = &["ProofFailed", "RecoveryCodeUsed"];

/// Sentences of the frame around every page, labels of fields used by several rooms, and the names of the rooms.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

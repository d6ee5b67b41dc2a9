// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod html;

pub use html::html;

/// Sentences of the frame around every page, labels of fields used by several rooms, and the names of the rooms.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

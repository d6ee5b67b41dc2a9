// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The MUSTs of the VC Data Model that can be seen without a key. Every problem is found, not the first alone.

mod base;
mod credential;
mod presentation;
mod related;
mod texts;
mod times;
mod typed;

pub use credential::credential_problems;
pub use presentation::presentation_problems;
pub use times::{date_time, date_time_stamp};

pub(crate) use base::{Version, each, is_url, version};
pub(crate) use presentation::is_enveloped;

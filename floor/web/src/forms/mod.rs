// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From an action's fields to a form on a page, and from a request to a `Form`.

mod request;
mod stop;
mod view;

pub(crate) use request::{from_address, from_body, path_parts};
pub(crate) use stop::{Stop, stop_page};
pub(crate) use view::{Sent, body, label_of};

/// The hidden field that holds the idempotency key.
pub(crate) const ONCE: &str = "_once";

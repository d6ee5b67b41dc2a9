// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What stands before every door: headers, requests from other sites, panics, and bare answers put into a page.

mod dress;
mod headers;
mod panic;

pub(crate) use dress::{Dressed, dress};
pub(crate) use headers::{WITH_OWN_SCRIPT, headers};
pub(crate) use panic::after_panic;

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What stands before every door: headers, requests from other sites, panics, bare answers put into a page, and outside the pace.

mod dress;
mod headers;
mod pace;
mod panic;

pub(crate) use dress::{Dressed, dress};
pub(crate) use headers::{WITH_OWN_SCRIPT, headers};
pub(crate) use pace::pace;
pub(crate) use panic::after_panic;

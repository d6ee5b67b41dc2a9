// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The whole choice for one batch through the door of the web, on each database at hand.

mod choosing;
mod ground;
mod interests;
mod seats;

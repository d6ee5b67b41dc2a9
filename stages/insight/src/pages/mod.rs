// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen here.

mod chart;
mod funnel;
mod twins;

pub use funnel::FUNNEL;
pub use twins::twins;

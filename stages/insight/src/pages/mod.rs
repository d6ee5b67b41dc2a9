// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen here.

mod chart;
mod funnel;
mod report;
mod scorecard;
mod twins;

pub use funnel::FUNNEL;
pub use report::{REPORT_LIST, REPORT_PAPER, REPORT_SHOW};
pub use scorecard::{COMPARISON_TABLE, FUNNEL_TABLE, LIST, PAPER, SHOW, TABLE};
pub use twins::twins;

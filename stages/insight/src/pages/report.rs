// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reports of activities: the office's list, one of them, and its paper.

mod list;
mod paper;
mod show;

pub use list::REPORT_LIST;
pub use paper::REPORT_PAPER;
pub use show::REPORT_SHOW;

use access::Act;
use desk::{Desk, Form, Halt};

use crate::report::{Report, ReportState, store};

async fn report_in_path(desk: &Desk, form: &Form) -> Result<Report, Halt> {
    let report = store::by_code(desk.house.db.read(), form.text("report")).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::ReportRead, &report.target())?;
    Ok(report)
}

fn tone(state: ReportState) -> &'static str {
    match state {
        ReportState::Draft => "plan",
        ReportState::Released => "ok",
    }
}

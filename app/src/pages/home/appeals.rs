// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Appeals: for the certification body, those that want another assessor; for the one named, those to be decided.

use access::Act;
use assessment::facts::AppealState;
use desk::{Desk, Halt};
use kernel::day;

use super::waiting::{Urgency, Waiting, line};

/// The oldest first.
pub async fn waiting(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let on = desk.house.db.read();
    if desk.scope(Act::AppealAssign).is_err() && desk.scope(Act::AppealDecide).is_err() {
        return Ok(Vec::new());
    }
    let mut lines = Vec::new();
    for appeal in assessment::facts::open_appeals(on).await? {
        let Some(batch) = programme::facts::batch(on, appeal.batch).await? else { continue };
        let asked = match appeal.state {
            AppealState::Lodged if desk.may(Act::AppealAssign, &batch.target()) => {
                ("appeal-assign", "appeal assign")
            }
            AppealState::Assigned if desk.may(Act::AppealDecide, &appeal.judge_target()) => {
                ("appeal-decide", "appeal decide")
            }
            AppealState::Lodged | AppealState::Assigned | AppealState::Won | AppealState::Rejected => {
                continue;
            }
        };
        let found = line(desk, Urgency::Soon, (asked.0, &batch.title), (asked.1, &[&appeal.code]));
        let lodged = desk.teller().with("home-appeal-lodged", "day", day::long(appeal.lodged_on, desk.lang));
        lines.extend(found.map(|line| line.detail(lodged)));
    }
    Ok(lines)
}

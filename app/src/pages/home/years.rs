// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Plans of a year that lie before the head, for whoever decides and had no hand in them.

use access::{Act, Target};
use desk::{Desk, Halt, Say};
use kernel::day;

use super::waiting::{Urgency, Waiting, line};

/// The earliest first.
pub async fn waiting(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    if !desk.may(Act::YearDecide, &Target::of(own)) {
        return Ok(Vec::new());
    }
    let mut lines = Vec::new();
    for plan in planning::facts::year_plans_laid(desk.house.db.read(), own).await? {
        if plan.is_prepared_by(desk.actor.account) {
            continue;
        }
        let year = plan.year.to_string();
        let found = line(desk, Urgency::Soon, ("year-plan", &year), ("year-plan show", &[&plan.code]));
        let laid = plan.laid_on.map(|day| day::long(day, desk.lang)).unwrap_or_default();
        let detail = Say::new("home-year-plan-detail").with("code", &plan.code).with("day", laid);
        lines.extend(found.map(|line| line.detail(desk.teller().tell(&detail))));
    }
    Ok(lines)
}

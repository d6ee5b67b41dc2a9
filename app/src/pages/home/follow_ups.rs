// SPDX-License-Identifier: Apache-2.0 OR MIT
//! People whose office is to ask how things are.

use access::{Act, Target};
use desk::{Desk, Halt};
use kernel::day;

use super::waiting::{Urgency, Waiting, line};

/// One line over all that is due, by whom may record it.
pub async fn waiting(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    if !desk.may(Act::FollowupRecord, &Target::of(own)) {
        return Ok(Vec::new());
    }
    let due = livelihood::facts::due(desk.house.db.read(), own, desk.today()).await?;
    let Some(oldest) = due.first() else { return Ok(Vec::new()) };
    let t = desk.teller();
    let found = line(desk, Urgency::Soon, ("follow-ups", &due.len().to_string()), ("followup list", &[]));
    let detail = t.with("home-follow-ups-oldest", "day", day::long(oldest.due_on, desk.lang));
    Ok(found.into_iter().map(|line| line.detail(detail.clone())).collect())
}

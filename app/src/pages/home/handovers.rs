// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Packs from a prison that wait for this office's answer.

use access::Act;
use desk::{Desk, Halt};
use kernel::day;

use super::waiting::{Urgency, Waiting, line};

/// The oldest packs addressed to this office, by whom may answer them.
pub async fn waiting(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let on = desk.house.db.read();
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    let mut packs = release::facts::waiting_for(on, own).await?;
    packs.retain(|pack| desk.may(Act::HandoverDecide, &pack.target()));
    packs.truncate(super::LONGEST + 1);
    let mut lines = Vec::new();
    for pack in packs {
        let Some(person) = people::facts::person(on, pack.person).await? else { continue };
        let urgency = if pack.expected_on <= desk.today() { Urgency::Now } else { Urgency::Soon };
        let found = line(desk, urgency, ("handover", &person.name), ("handover show", &[&pack.code]));
        let expected =
            desk.teller().with("home-handover-expected", "day", day::long(pack.expected_on, desk.lang));
        lines.extend(found.map(|line| line.detail(expected)));
    }
    Ok(lines)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What happened to people and waits for this person's act.

use access::{Act, Target};
use desk::{Desk, Halt};
use kernel::day;

use super::waiting::{Urgency, Waiting, line};
use crate::pages::changes::changes;

/// One line a change on which something hangs that this person may act on.
pub async fn waiting(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    if !desk.may(Act::ChangeRead, &Target::of(own)) {
        return Ok(Vec::new());
    }
    let t = desk.teller();
    let mut lines = Vec::new();
    for change in changes(desk).await? {
        let open: Vec<String> =
            change.open().filter(|item| item.may_act).map(|item| t.tell(&item.say)).collect();
        if open.is_empty() {
            continue;
        }
        let found = line(desk, Urgency::Soon, ("change", &change.title(t)), ("change list", &[]));
        lines.extend(found.map(|line| {
            let when = day::long(change.fact.day, desk.lang);
            Waiting { href: format!("{}#u-{}", line.href, change.fact.id), ..line }
                .when(when)
                .detail(open.join(" "))
        }));
    }
    Ok(lines)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What happened to one thing, as `history.html` shows it.

use audit::Object;
use desk::{Desk, Halt, Say};

/// Events shown on a page.
const MOST: i64 = 20;

/// One moment.
pub struct Moment {
    pub when: String,
    pub title: String,
    pub by: String,
}

/// The latest moments of a thing, latest first.
pub async fn history(desk: &Desk, object: Object) -> Result<Vec<Moment>, Halt> {
    let entries = audit::timeline(desk.house.db.read(), object, MOST).await?;
    let teller = desk.teller();
    let moment = |entry: audit::Entry| Moment {
        when: format!(
            "{}, {}",
            super::long(desk, desk.zone().day_of(entry.at)),
            desk.zone().clock_label(entry.at)
        ),
        title: teller.tell(&Say::new(format!("event-{}", entry.kind))),
        by: teller.with("programme-history-by", "name", entry.actor_name),
    };
    Ok(entries.into_iter().map(moment).collect())
}

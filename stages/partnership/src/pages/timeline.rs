// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What happened to an agreement or a meeting, earliest first, in words.

use audit::{Entry, Object};
use desk::{Desk, Halt, Say};
use kernel::day::Day;

use super::long;

/// Events shown at most; a longer history is in the audit log.
const MOST: i64 = 100;

/// One stop of a timeline.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    /// Empty for the past, `now` or `next`.
    pub class: &'static str,
    pub when: String,
    pub title: String,
    pub detail: String,
}

/// The past of a thing in this room; what other rooms did under an agreement is told on their pages.
pub(super) async fn past(desk: &Desk, object: Object) -> Result<Vec<Moment>, Halt> {
    let entries = audit::timeline(desk.house.db.read(), object, MOST).await?;
    let own = |entry: &&Entry| crate::EVENTS.contains(&entry.kind.as_str());
    Ok(entries.iter().rev().filter(own).map(|entry| moment(desk, entry)).collect())
}

fn moment(desk: &Desk, entry: &Entry) -> Moment {
    let teller = desk.teller();
    let recorded = desk.zone().day_of(entry.at);
    // The day it happened, where the event knows it; the day it was written down otherwise.
    let day = ["day", "held_on"].iter().find_map(|name| day_in(entry, name)).unwrap_or(recorded);
    let by = teller.with("agreement-recorded-by", "name", &entry.actor_name);
    let details = [detail(desk, entry), by];
    Moment {
        class: "",
        when: long(desk, day),
        title: teller.say(&format!("event-{}", entry.kind)),
        detail: details.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
    }
}

/// What the event says beyond its kind; empty for those that say all by it.
fn detail(desk: &Desk, entry: &Entry) -> String {
    let text = |name: &str| entry.content[name].as_str().unwrap_or_default().to_owned();
    let number = |name: &str| entry.content[name].as_i64().unwrap_or_default();
    let day = |name: &str| day_in(entry, name).map(|day| long(desk, day)).unwrap_or_default();
    let key = match entry.kind.as_str() {
        "AgreementDrafted" => "agreement-told-drafted",
        "AgreementAgreed" => "agreement-told-agreed",
        "AgreementSigned" => "agreement-told-signed",
        "AgreementInForce" => "agreement-told-in-force",
        "AgreementEnded" => "agreement-told-ended",
        "ObligationAdded" => "agreement-told-promised",
        "ObligationDelivered" => "agreement-told-delivered",
        "MeetingRecorded" => "meeting-told-recorded",
        "MeetingItemClosed" => "meeting-told-closed",
        _ => return String::new(),
    };
    let say = Say::new(key)
        .with("party", text("party"))
        .with("document", text("number"))
        .with("number", number("number"))
        .with("reason", text("reason"))
        .with("what", text("what"))
        .with("unit", text("unit"))
        .with("quantity", number("quantity"))
        .with("delivered", number("delivered"))
        .with("promised", number("promised"))
        .with("items", number("items"))
        .with("place", text("place"))
        .with("first_day", day("first_day"))
        .with("last_day", day("last_day"))
        .with("starts_on", day("starts_on"))
        .with("ends_on", day("ends_on"))
        .with("due_on", day("due_on"));
    desk.teller().tell(&say)
}

fn day_in(entry: &Entry, name: &str) -> Option<Day> {
    entry.content[name].as_str()?.parse().ok()
}

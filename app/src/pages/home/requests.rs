// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What was promised: at meetings, by this person's own organisation, and in agreements in force.

use access::Act;
use desk::{Desk, Halt, Say};
use kernel::day;
use partnership::facts::{AgreementFact, ObligationFact, Progress};

use super::waiting::{Urgency, Waiting, line};

/// A promise is named this many days before it falls due.
const DAYS_AHEAD: i64 = 30;
/// The calendar of promises reaches so far.
const DAYS_SHOWN: i64 = 180;

/// Items of meetings that her organisation has not closed.
pub async fn meetings(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    let today = desk.today();
    let mut lines = Vec::new();
    for (meeting, item) in partnership::facts::open_items_of(desk.house.db.read(), own).await? {
        if !desk.may(Act::MeetingCloseItem, &meeting.target()) {
            continue;
        }
        let urgency = match item.due_on {
            Some(due) if due <= today => Urgency::Now,
            Some(_) => Urgency::Soon,
            None => Urgency::Planned,
        };
        let parts = [meeting.code.as_str(), &item.number.to_string()];
        let found = line(desk, urgency, ("item", &item.what), ("meeting close-item", &parts));
        let when = item.due_on.map(|due| day::long(due, desk.lang)).unwrap_or_default();
        let detail = Say::new("home-item-from")
            .with("place", &meeting.place)
            .with("day", day::long(meeting.held_on, desk.lang));
        lines.extend(found.map(|line| line.when(when).detail(desk.teller().tell(&detail))));
    }
    Ok(lines)
}

/// The promises under agreements in force, with the agreement of each.
pub struct Promised<'a> {
    agreement: &'a AgreementFact,
    promise: ObligationFact,
}

/// Promises of every party that are not delivered in full.
pub async fn promised<'a>(desk: &Desk, agreements: &'a [AgreementFact]) -> Result<Vec<Promised<'a>>, Halt> {
    let today = desk.today();
    let mut found = Vec::new();
    for agreement in agreements.iter().filter(|agreement| agreement.in_force(today)) {
        for promise in partnership::facts::obligations(desk.house.db.read(), agreement.id).await? {
            if promise.progress(today) != Progress::Delivered {
                found.push(Promised { agreement, promise });
            }
        }
    }
    found.sort_by(|one, other| {
        (one.promise.due_on, &one.promise.code).cmp(&(other.promise.due_on, &other.promise.code))
    });
    Ok(found)
}

/// Those that her own organisation is to deliver soon.
pub fn deliveries(desk: &Desk, promised: &[Promised<'_>]) -> Vec<Waiting> {
    let (t, today) = (desk.teller(), desk.today());
    let own = |one: &&Promised<'_>| desk.actor.office_id() == Some(one.promise.party);
    let near = |one: &&Promised<'_>| (one.promise.due_on - today).num_days() <= DAYS_AHEAD;
    let may = |one: &&Promised<'_>| desk.may(Act::ObligationDeliver, &one.agreement.target());
    let waiting = |one: &Promised<'_>| {
        let promise = &one.promise;
        let urgency = if promise.due_on <= today { Urgency::Now } else { Urgency::Soon };
        let found =
            line(desk, urgency, ("promise", &promise.what), ("obligation deliver", &[&promise.code]))?;
        let detail = Say::new("home-promise-share")
            .with("delivered", promise.delivered)
            .with("promised", promise.quantity)
            .with("unit", &promise.unit)
            .with("agreement", &one.agreement.title);
        Some(found.when(day::long(promise.due_on, desk.lang)).detail(t.tell(&detail)))
    };
    promised.iter().filter(own).filter(near).filter(may).filter_map(waiting).collect()
}

/// The calendar of promises: a line each, with a mark on its day.
pub struct Calendar {
    pub marks: Vec<Mark>,
    pub height: i64,
    /// Where today stands, percent of the width.
    pub today_at: i64,
    pub first: String,
    pub last: String,
    /// The whole in one sentence, for those who do not see it.
    pub text: String,
}

/// One promise in the calendar.
pub struct Mark {
    pub agreement: String,
    pub what: String,
    pub party: String,
    pub due: String,
    pub share: String,
    pub state: String,
    pub tone: &'static str,
    pub tag: &'static str,
    /// Percent of the width.
    pub at: i64,
    pub label_y: i64,
    pub line_y: i64,
}

/// Units of the drawing from one promise to the next.
const ROW: i64 = 46;
/// Drawn before today, in days; later dates share the rest of the width.
const DAYS_BEFORE: i64 = 30;

/// The promises due within half a year and those that are late; none where there is nothing to show.
pub fn calendar(desk: &Desk, promised: &[Promised<'_>]) -> Option<Calendar> {
    let (t, today) = (desk.teller(), desk.today());
    let away = |one: &Promised<'_>| (one.promise.due_on - today).num_days();
    let shown: Vec<&Promised<'_>> =
        promised.iter().filter(|one| away(one) <= DAYS_SHOWN).take(super::LONGEST).collect();
    let late = shown.iter().filter(|one| away(one) < 0).count();
    let span = DAYS_BEFORE + DAYS_SHOWN;
    let place = |days: i64| (days.clamp(-DAYS_BEFORE, DAYS_SHOWN) + DAYS_BEFORE) * 100 / span;
    let mark = |(row, one): (i64, &&Promised<'_>)| {
        let promise = &one.promise;
        let (tone, tag) = match promise.progress(today) {
            Progress::Delivered => ("done", "ok"),
            Progress::Late => ("no", "no"),
            Progress::Partly => ("soon", "soon"),
            Progress::NotYet => ("plan", "plan"),
        };
        let share = Say::new("home-promise-amount")
            .with("delivered", promise.delivered)
            .with("promised", promise.quantity)
            .with("unit", &promise.unit);
        Mark {
            agreement: one.agreement.code.clone(),
            what: promise.what.clone(),
            party: one.agreement.party(promise.party).map(|party| party.name.clone()).unwrap_or_default(),
            due: day::long(promise.due_on, desk.lang),
            share: t.tell(&share),
            state: t.code("scorecard-progress", promise.progress(today).code()),
            tone,
            tag,
            at: place(away(one)),
            label_y: row * ROW + 15,
            line_y: row * ROW + 30,
        }
    };
    let marks: Vec<Mark> = (0..).zip(&shown).map(mark).collect();
    let text = Say::new("home-promises-text").with("count", marks.len()).with("late", late);
    let ahead = |days: i64| day::long(today + chrono::Duration::days(days), desk.lang);
    (!marks.is_empty()).then(|| Calendar {
        height: i64::try_from(marks.len()).unwrap_or(0) * ROW,
        today_at: place(0),
        first: ahead(-DAYS_BEFORE),
        last: ahead(DAYS_SHOWN),
        text: t.tell(&text),
        marks,
    })
}

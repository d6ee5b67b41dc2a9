// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Batches within reach: how far each has come, and what that asks of this person.

mod ended;

use access::Act;
use chrono::Days;
use desk::{Desk, Halt, Say};
use kernel::day::{self, Day};
use planning::facts::SlotFact;
use programme::facts::BatchFact;
use training::facts::{SessionFact, SessionState};

use super::waiting::{Urgency, Waiting, line};
use crate::pages::reach;

/// A batch is left out of sight this long after its last day.
const DAYS_KEPT: u64 = 180;
/// A batch that is not open is named this long before its first day.
const DAYS_AHEAD: u64 = 30;

/// A batch with its timetable, where it is under way.
pub struct Run {
    pub batch: BatchFact,
    opened_on: Option<Day>,
    closed_on: Option<Day>,
    slots: Vec<SlotFact>,
    sessions: Vec<SessionFact>,
}

/// A batch under way, for the margin.
pub struct Progress {
    pub code: String,
    pub title: String,
    pub held_jp: i64,
    pub planned_jp: i64,
    pub percent: i64,
    pub participants: i64,
    /// The reserved assessment; empty where there is none.
    pub assessed_on: String,
}

/// One of today's sessions.
pub struct SessionLine {
    pub starts: String,
    pub ends: String,
    pub batch: String,
    pub instructor: String,
    pub facility: String,
    pub href: String,
    pub tone: &'static str,
    pub state: String,
    /// `12 dari 12 hadir`; empty before the roll is called.
    pub present: String,
}

impl Run {
    fn is_under_way(&self) -> bool {
        self.opened_on.is_some() && self.closed_on.is_none()
    }

    fn session(&self, slot: &SlotFact) -> Option<&SessionFact> {
        self.sessions.iter().find(|session| session.slot == slot.id)
    }

    /// Planned sessions that have begun and of which nothing is recorded, the oldest first.
    fn without_roll(&self, desk: &Desk) -> impl Iterator<Item = &SlotFact> {
        let now = (desk.today(), desk.zone().minute_of(desk.now));
        self.slots.iter().filter(move |slot| (slot.day, slot.starts) <= now && self.session(slot).is_none())
    }
}

/// The batches this person may read about that have not ended long ago.
pub async fn runs(desk: &Desk) -> Result<Vec<Run>, Halt> {
    let on = desk.house.db.read();
    let since = desk.today().checked_sub_days(Days::new(DAYS_KEPT)).unwrap_or(Day::MIN);
    let mut runs = Vec::new();
    for batch in reach::batches(desk, Act::BatchRead).await? {
        if batch.last_day() < since {
            continue;
        }
        let mut run = Run {
            opened_on: planning::facts::opened_on(on, batch.id).await?,
            closed_on: training::facts::closed_on(on, batch.id).await?,
            slots: Vec::new(),
            sessions: Vec::new(),
            batch,
        };
        if run.is_under_way() {
            run.slots = planning::facts::slots(on, run.batch.id).await?;
            run.sessions = training::facts::sessions(on, run.batch.id).await?;
        }
        runs.push(run);
    }
    Ok(runs)
}

/// What the batches ask of this person.
pub async fn waiting(desk: &Desk, runs: &[Run]) -> Result<Vec<Waiting>, Halt> {
    let mut lines = Vec::new();
    for run in runs {
        match (run.opened_on, run.closed_on) {
            (_, Some(_)) => lines.extend(ended::waiting(desk, &run.batch).await?),
            (Some(_), None) => lines.extend(roll(desk, run).or_else(|| closing(desk, run))),
            (None, None) => lines.extend(gate(desk, run)),
        }
    }
    Ok(lines)
}

fn gate(desk: &Desk, run: &Run) -> Option<Waiting> {
    let limit = desk.today().checked_add_days(Days::new(DAYS_AHEAD)).unwrap_or(Day::MAX);
    if run.batch.starts_on > limit || !desk.may(Act::BatchOpen, &run.batch.target()) {
        return None;
    }
    let urgency = if run.batch.starts_on <= desk.today() { Urgency::Now } else { Urgency::Soon };
    let parts = [run.batch.code.as_str()];
    let what = ("gate", run.batch.title.as_str());
    let line = line(desk, urgency, what, ("plan gate", &parts))
        .or_else(|| line(desk, urgency, what, ("batch open", &parts)));
    Some(line?.when(day::long(run.batch.starts_on, desk.lang)))
}

fn roll(desk: &Desk, run: &Run) -> Option<Waiting> {
    let missing: Vec<&SlotFact> = run.without_roll(desk).collect();
    let first = missing.first()?;
    if !desk.may(Act::SessionHold, &run.batch.target()) {
        return None;
    }
    let urgency = if first.day < desk.today() { Urgency::Now } else { Urgency::Soon };
    let mut line = line(desk, urgency, ("roll", &run.batch.title), ("session hold", &[&run.batch.code]))?;
    line.href = roll_address(line.href, first);
    line.verb = desk.teller().with("home-roll-verb", "day", day::short(first.day));
    Some(line.detail(desk.teller().with("home-roll-missing", "count", missing.len())))
}

/// The roll of one session, where it is called.
fn roll_address(hold: String, slot: &SlotFact) -> String {
    format!("{hold}?day={}&starts={}", day::short(slot.day), slot.starts)
}

/// Every planned session is past and recorded, so the training can be closed.
fn closing(desk: &Desk, run: &Run) -> Option<Waiting> {
    let last = run.slots.last()?;
    let is_over = run.slots.iter().all(|slot| run.session(slot).is_some());
    if !is_over || !desk.may(Act::TrainingComplete, &run.batch.target()) {
        return None;
    }
    let line =
        line(desk, Urgency::Soon, ("close", &run.batch.title), ("training complete", &[&run.batch.code]))?;
    Some(line.detail(desk.teller().with("home-close-last", "day", day::long(last.day, desk.lang))))
}

/// Today's sessions of every batch under way, in the order of time.
pub async fn today(desk: &Desk, runs: &[Run]) -> Result<Vec<SessionLine>, Halt> {
    let today = desk.today();
    let mut found: Vec<(&SlotFact, &Run)> = Vec::new();
    for run in runs.iter().filter(|run| desk.may(Act::SessionRead, &run.batch.target())) {
        found.extend(run.slots.iter().filter(|slot| slot.day == today).map(|slot| (slot, run)));
    }
    found.sort_by_key(|(slot, run)| (slot.starts, run.batch.code.clone()));
    let mut lines = Vec::new();
    for (slot, run) in found {
        lines.push(session_line(desk, run, slot).await?);
    }
    Ok(lines)
}

async fn session_line(desk: &Desk, run: &Run, slot: &SlotFact) -> Result<SessionLine, Halt> {
    let on = desk.house.db.read();
    let t = desk.teller();
    let session = run.session(slot);
    let instructor = session.map_or(slot.instructor, |session| session.instructor);
    let instructor = programme::facts::instructor(on, instructor).await?;
    let facility = programme::facts::facility(on, slot.facility).await?;
    let mut present = String::new();
    if let Some(session) = session.filter(|session| session.state == SessionState::Held) {
        let marks = training::facts::marks_of_session(on, session.id).await?;
        let count = marks.iter().filter(|mark| mark.mark.letter.is_present()).count();
        present = t.tell(&Say::new("home-present").with("count", count).with("of", marks.len()));
    }
    let is_past = run.without_roll(desk).any(|missing| missing.id == slot.id);
    let (tone, word) = match session.map(|session| session.state) {
        Some(SessionState::Held) => ("ok", "home-session-held"),
        Some(SessionState::Cancelled) => ("no", "home-session-cancelled"),
        Some(SessionState::Planned) | None if is_past => ("soon", "home-session-waiting"),
        Some(SessionState::Planned) | None => ("plan", "home-session-planned"),
    };
    let hold = reach::address("session hold", &[&run.batch.code])
        .filter(|_| desk.may(Act::SessionHold, &run.batch.target()));
    let list = reach::address("session list", &[&run.batch.code]).unwrap_or_default();
    Ok(SessionLine {
        starts: slot.starts.to_string(),
        ends: slot.ends.to_string(),
        batch: run.batch.title.clone(),
        instructor: instructor.map(|instructor| instructor.name).unwrap_or_default(),
        facility: facility.map(|facility| facility.name).unwrap_or_default(),
        href: hold.map_or(list, |hold| roll_address(hold, slot)),
        tone,
        state: t.say(word),
        present,
    })
}

/// The batches under way with the lesson hours held of those planned.
pub async fn progress(desk: &Desk, runs: &[Run]) -> Result<Vec<Progress>, Halt> {
    let mut found = Vec::new();
    for run in runs.iter().filter(|run| run.is_under_way()).take(super::LONGEST) {
        let counts = enrolment::facts::counts(desk.house.db.read(), run.batch.id).await?;
        let held = run.sessions.iter().filter(|session| session.state == SessionState::Held);
        let held_jp: i64 = held.map(|session| session.jp).sum();
        let planned_jp: i64 = run.slots.iter().map(|slot| slot.jp).sum();
        let booking = run.batch.assessment.as_ref();
        found.push(Progress {
            code: run.batch.code.clone(),
            title: run.batch.title.clone(),
            held_jp,
            planned_jp,
            percent: (held_jp * 100).checked_div(planned_jp).unwrap_or(0).min(100),
            participants: counts.seated,
            assessed_on: booking.map(|booking| day::long(booking.reserved_on, desk.lang)).unwrap_or_default(),
        });
    }
    Ok(found)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The timetable of a batch with what became of each lesson, the days before the days to come.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::{short, weekday_long};
use kernel::id::{InstructorId, ModuleId, SessionId};
use planning::facts::SlotFact;

use super::lesson_key;
use crate::actions::{batch_in_path, sessions_address};
use crate::facts::{self, SessionFact, SessionState};

/// `session list`.
pub const LIST: Page = Page {
    name: "session list",
    path: "/batches/{batch}/sessions",
    act: Act::SessionRead,
    room: "training",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    href: String,
    day: String,
    hours: String,
    module: String,
    instructor: String,
    jp: i64,
    tone: &'static str,
    state: String,
    is_due: bool,
}

#[derive(Template)]
#[template(path = "session_list.html")]
struct Body<'a> {
    t: Teller<'a>,
    code: String,
    title: String,
    lead: String,
    tone: &'static str,
    state: String,
    lines: Vec<Line>,
    hold_href: String,
    complete_href: String,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_in_path(desk, form).await?;
    let target = batch.target();
    desk.allow(Act::SessionRead, &target)?;
    let on = desk.house.db.read();
    let t = desk.teller();
    let slots = planning::facts::slots(on, batch.id).await?;
    let sessions = facts::sessions(on, batch.id).await?;
    let present = present_by_session(desk, &sessions).await?;
    let modules = programme::facts::modules(on, batch.programme.id).await?;
    let module = |id: ModuleId| {
        modules.iter().find(|module| module.id == id).map_or_else(String::new, |module| module.title.clone())
    };
    let names = instructor_names(desk, &slots, &sessions).await?;
    let may_hold = desk.may(Act::SessionHold, &target);
    let closed = facts::closed_on(on, batch.id).await?;
    let open = closed.is_none();
    let line = |slot: &SlotFact| {
        let session = sessions.iter().find(|session| session.slot == slot.id);
        let instructor = session.map_or(slot.instructor, |session| session.instructor);
        let instructor = names.get(&instructor).cloned().unwrap_or_default();
        let href = address(&batch.code, slot, session.is_some(), may_hold && open);
        line(desk, (slot, session), &present, [href, module(slot.module), instructor])
    };
    let lines: Vec<Line> = slots.iter().map(line).collect();
    let held = sessions.iter().filter(|session| session.state == SessionState::Held).count();
    let (tone, state) = match closed {
        Some(day) => ("ok", t.with("training-closed", "day", short(day))),
        None => ("soon", t.say("training-running")),
    };
    let is_some_due = lines.iter().any(|line| line.is_due);
    let text: Vec<String> = lines
        .iter()
        .map(|line| format!("{}  {}  {}  {} JP  {}", line.day, line.hours, line.module, line.jp, line.state))
        .collect();
    let page = Body {
        t,
        lead: t.tell(&Say::new("training-progress").with("held", held).with("planned", slots.len())),
        tone,
        state,
        lines,
        hold_href: match open && may_hold && is_some_due {
            true => format!("{}/hold", sessions_address(&batch)),
            false => String::new(),
        },
        complete_href: match open && desk.may(Act::TrainingComplete, &target) {
            true => format!("/batches/{}/training/completion", batch.code),
            false => String::new(),
        },
        title: batch.title.clone(),
        code: batch.code.clone(),
    };
    let title = t.with("session-list-of", "batch", &batch.title);
    Ok(Shown::Html { title, body: web::html(&page)?, text: text.join("\n") })
}

fn line(
    desk: &Desk,
    (slot, session): (&SlotFact, Option<&SessionFact>),
    present: &HashMap<SessionId, (usize, usize)>,
    [href, module, instructor]: [String; 3],
) -> Line {
    let is_due = session.is_none() && slot.day <= desk.today();
    let (tone, state) = state_of(desk.teller(), session, present, is_due);
    Line {
        href,
        day: weekday_long(slot.day, desk.lang),
        hours: format!("{}–{}", slot.starts, slot.ends),
        module,
        instructor,
        jp: slot.jp,
        tone,
        state,
        is_due,
    }
}

fn address(code: &str, slot: &SlotFact, is_recorded: bool, may_hold: bool) -> String {
    match (is_recorded, may_hold) {
        (true, _) => format!("/batches/{code}/sessions/{}", lesson_key(slot.day, slot.starts)),
        (false, true) => {
            format!("/batches/{code}/sessions/hold?day={}&starts={}", short(slot.day), slot.starts)
        }
        (false, false) => String::new(),
    }
}

fn state_of(
    t: Teller<'_>,
    session: Option<&SessionFact>,
    present: &HashMap<SessionId, (usize, usize)>,
    is_due: bool,
) -> (&'static str, String) {
    match session.map(|session| (session.state, session)) {
        Some((SessionState::Held, session)) => {
            let (there, marked) = present.get(&session.id).copied().unwrap_or_default();
            ("ok", t.tell(&Say::new("training-present-of").with("present", there).with("marked", marked)))
        }
        Some((SessionState::Cancelled, session)) => {
            ("no", t.with("training-cancelled-because", "reason", &session.reason))
        }
        Some((SessionState::Planned, _)) | None if is_due => ("soon", t.say("training-session-due")),
        Some((SessionState::Planned, _)) | None => ("plan", t.say("training-session-planned")),
    }
}

/// How many were there, of how many marked.
pub(super) async fn present_by_session(
    desk: &Desk,
    sessions: &[SessionFact],
) -> Result<HashMap<SessionId, (usize, usize)>, Halt> {
    let Some(batch) = sessions.first().map(|session| session.batch) else { return Ok(HashMap::new()) };
    let mut present: HashMap<SessionId, (usize, usize)> = HashMap::new();
    for mark in facts::marks_of_batch(desk.house.db.read(), batch).await? {
        let (there, marked) = present.entry(mark.session).or_default();
        *marked += 1;
        *there += usize::from(mark.mark.letter.is_present());
    }
    Ok(present)
}

pub(super) async fn instructor_names(
    desk: &Desk,
    slots: &[SlotFact],
    sessions: &[SessionFact],
) -> Result<HashMap<InstructorId, String>, Halt> {
    let mut names = HashMap::new();
    let taught = sessions.iter().map(|session| session.instructor);
    for id in slots.iter().map(|slot| slot.instructor).chain(taught) {
        if let Entry::Vacant(place) = names.entry(id) {
            let found = programme::facts::instructor(desk.house.db.read(), id).await?;
            place.insert(found.map(|one| one.name).unwrap_or_default());
        }
    }
    Ok(names)
}

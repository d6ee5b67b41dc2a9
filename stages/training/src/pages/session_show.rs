// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One session that was held or cancelled: who was there, and every correction with who made it and why.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::{short, weekday_long};

use super::grids::{Reader, number_of};
use super::{lesson_key, lesson_of_key, tone};
use crate::actions::{batch_in_path, sessions_address};
use crate::facts::{self, Learner, MarkFact, SessionState};

/// `session show`.
pub const SHOW: Page = Page {
    name: "session show",
    path: "/batches/{batch}/sessions/{session}",
    act: Act::SessionRead,
    room: "training",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    name: String,
    number: String,
    tone: &'static str,
    mark: String,
    /// The versions before the one in force, the oldest first, then who wrote the one in force.
    trail: Vec<String>,
    correction: String,
}

#[derive(Template)]
#[template(path = "session_show.html")]
struct Body<'a> {
    t: Teller<'a>,
    code: String,
    tone: &'static str,
    state: String,
    module: String,
    lead: String,
    lines: Vec<Line>,
    hold_href: String,
    paper_href: String,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_in_path(desk, form).await?;
    let target = batch.target();
    desk.allow(Act::SessionRead, &target)?;
    let (day, starts) = lesson_of_key(form.text("session"))?;
    let on = desk.house.db.read();
    let t = desk.teller();
    let session = facts::session_at(on, batch.id, day, starts).await?.ok_or(Halt::Missing)?;
    let modules = programme::facts::modules(on, batch.programme.id).await?;
    let module = modules
        .iter()
        .find(|module| module.id == session.module)
        .map_or_else(String::new, |module| module.title.clone());
    let instructor = programme::facts::instructor(on, session.instructor).await?;
    let versions = facts::mark_versions(on, session.id).await?;
    let roster = facts::roster(on, &batch).await?;
    let open = facts::closed_on(on, batch.id).await?.is_none() && desk.may(Act::SessionHold, &target);
    let reader = Reader::of(desk, &batch);
    let is_held = session.state == SessionState::Held;
    let form_at =
        |form: &str| format!("{}/{form}?day={}&starts={starts}", sessions_address(&batch), short(day));
    let line = |learner: &Learner| {
        let own: Vec<&MarkFact> = versions.iter().filter(|mark| mark.person == learner.id()).collect();
        let correction = match open && !own.is_empty() {
            true => format!("{}&person={}", form_at("correction"), learner.id()),
            false => String::new(),
        };
        line(t, &reader, (learner, &own), correction)
    };
    let lines: Vec<Line> = if is_held { roster.on(day).map(line).collect() } else { Vec::new() };
    let has_blank = is_held && lines.iter().any(|line| line.trail.is_empty());
    let lead = Say::new("training-session-lead")
        .with("day", weekday_long(day, desk.lang))
        .with("starts", starts)
        .with("ends", session.ends)
        .with("jp", session.jp)
        .with("instructor", instructor.map(|one| one.name).unwrap_or_default());
    let text: Vec<String> = lines
        .iter()
        .map(|line| format!("{}  {}  {}", line.number, line.name, line.trail.join(" | ")))
        .collect();
    let page = Body {
        t,
        tone: if is_held { "ok" } else { "no" },
        state: match session.state {
            SessionState::Cancelled => t.with("training-cancelled-because", "reason", &session.reason),
            state => t.code("training-session-state", state.code()),
        },
        lead: t.tell(&lead),
        lines,
        hold_href: match open && (has_blank || !is_held) {
            true => form_at("hold"),
            false => String::new(),
        },
        paper_href: format!("{}/{}/paper", sessions_address(&batch), lesson_key(day, starts)),
        module: module.clone(),
        code: batch.code,
    };
    Ok(Shown::Html { title: module, body: web::html(&page)?, text: text.join("\n") })
}

/// One person with every version of the mark.
fn line(
    t: Teller<'_>,
    reader: &Reader<'_>,
    (learner, own): (&Learner, &[&MarkFact]),
    correction: String,
) -> Line {
    let trail = |mark: &&MarkFact| format!("{}. {}", reader.said(mark), reader.written(mark));
    Line {
        name: learner.person.name.clone(),
        number: number_of(learner),
        tone: own.last().map_or("plain", |mark| tone(mark.mark.letter)),
        mark: own.last().map_or_else(|| t.say("training-mark-none"), |mark| reader.said(mark)),
        trail: own.iter().map(trail).collect(),
        correction,
    }
}

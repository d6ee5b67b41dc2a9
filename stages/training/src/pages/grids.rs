// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The roll and the skill sheet inside their forms. Both work without script; style counts the letters, the server counts again.

use askama::Template;
use desk::{Desk, Form, Halt, Say, Teller};
use kernel::id::PersonId;
use kernel::zone::Zone;
use programme::facts::BatchFact;

use super::{lesson_key, tone};
use crate::actions::lesson::Lesson;
use crate::facts::{Learner, Letter, Level, MarkFact, Reason, Roster, SkillFact};

/// The letters on the roll; late is written by correction or command, as on paper.
const LETTERS: [Letter; 4] = [Letter::Present, Letter::Sick, Letter::Leave, Letter::Absent];

struct Button {
    letter: &'static str,
    label: String,
    checked: bool,
}

struct RollLine {
    id: String,
    name: String,
    number: String,
    buttons: Vec<Button>,
    /// Words of the mark that stands; empty while there is none.
    stands: String,
    tone: &'static str,
    by: String,
    correction: String,
    reason: String,
    /// The office has recorded her as away that day; why, stands nowhere here.
    is_away: bool,
}

#[derive(Template)]
#[template(path = "roll_grid.html")]
struct RollGrid<'a> {
    t: Teller<'a>,
    day: String,
    starts: String,
    hours: String,
    lines: Vec<RollLine>,
    reasons: Vec<(&'static str, String)>,
    paper: String,
}

/// The roll of a lesson, with what was typed, or with the marks that stand.
pub(crate) fn roll_grid(
    desk: &Desk,
    form: &Form,
    batch: &BatchFact,
    (lesson, roster, marks, away): (&Lesson, &Roster, &[MarkFact], &[PersonId]),
) -> Result<String, Halt> {
    let t = desk.teller();
    let slot = &lesson.slot;
    let reader = Reader::of(desk, batch);
    let line = |learner: &Learner| {
        let id = learner.id().to_string();
        let stands = marks.iter().find(|mark| mark.person == learner.id());
        let typed = Letter::from_code(form.text(&format!("mark.{id}")));
        let chosen = stands.map(|mark| mark.mark.letter).or(typed);
        let button = |letter: &Letter| Button {
            letter: letter.code(),
            label: t.code("training-letter", letter.code()),
            checked: chosen == Some(*letter),
        };
        RollLine {
            name: learner.person.name.clone(),
            number: number_of(learner),
            buttons: LETTERS.iter().map(button).collect(),
            stands: stands.map(|mark| reader.said(mark)).unwrap_or_default(),
            tone: stands.map_or("plain", |mark| tone(mark.mark.letter)),
            by: stands.map(|mark| reader.written(mark)).unwrap_or_default(),
            correction: format!(
                "/batches/{}/sessions/correction?day={}&starts={}&person={id}",
                batch.code,
                kernel::day::short(slot.day),
                slot.starts
            ),
            reason: form.text(&format!("reason.{id}")).to_owned(),
            is_away: away.contains(&learner.id()),
            id,
        }
    };
    let hours = Say::new("training-hours")
        .with("starts", slot.starts)
        .with("ends", slot.ends)
        .with("zone", desk.zone());
    let reasons = Reason::ALL.iter().map(|reason| (reason.code(), t.code("training-reason", reason.code())));
    web::html(&RollGrid {
        t,
        day: kernel::day::short(slot.day),
        starts: slot.starts.to_string(),
        hours: t.tell(&hours.with("day", kernel::day::weekday_long(slot.day, desk.lang))),
        lines: roster.on(slot.day).map(line).collect(),
        reasons: reasons.collect(),
        paper: format!("/batches/{}/sessions/{}/paper", batch.code, lesson_key(slot.day, slot.starts)),
    })
}

/// `01 · B.I 123/2025`.
pub(super) fn number_of(learner: &Learner) -> String {
    let seat = learner.seat.number.map(|number| format!("{number:02}"));
    let parts: Vec<String> = seat.into_iter().chain(learner.register.clone()).collect();
    parts.join(" · ")
}

/// How much of a mark its reader may know: a partner sees the letter, only the host why somebody was not there.
pub(super) struct Reader<'a> {
    t: Teller<'a>,
    zone: Zone,
    is_host: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn of(desk: &'a Desk, batch: &BatchFact) -> Self {
        Self { t: desk.teller(), zone: desk.zone(), is_host: desk.actor.office_id() == Some(batch.host) }
    }

    /// The letter's word, with the reason where it says more.
    pub(super) fn said(&self, mark: &MarkFact) -> String {
        let letter = self.t.code("training-letter", mark.mark.letter.code());
        match mark.mark.reason {
            Some(reason) if self.is_host && mark.mark.letter.usual_reason() != Some(reason) => {
                format!("{letter}: {}", self.t.code("training-reason", reason.code()))
            }
            Some(_) | None => letter,
        }
    }

    /// Who wrote it and when, and why it was changed.
    pub(super) fn written(&self, mark: &MarkFact) -> String {
        let is_plain = mark.why_changed.is_empty() || !self.is_host;
        let key = if is_plain { "training-mark-by" } else { "training-mark-changed-by" };
        let when = format!("{} {}", kernel::day::short(self.zone.day_of(mark.at)), self.zone.clock(mark.at));
        self.t.tell(&Say::new(key).with("name", &mark.by).with("when", when).with("why", &mark.why_changed))
    }
}

struct SkillLine {
    id: String,
    name: String,
    number: String,
    level: String,
    note: String,
    /// What was noted before, in this or another module.
    known: String,
}

#[derive(Template)]
#[template(path = "skill_grid.html")]
struct SkillGrid<'a> {
    t: Teller<'a>,
    lines: Vec<SkillLine>,
    levels: Vec<(&'static str, String)>,
}

/// One line a person with level and note.
pub(crate) fn skill_grid(
    desk: &Desk,
    form: &Form,
    roster: &Roster,
    known: &[SkillFact],
) -> Result<String, Halt> {
    let t = desk.teller();
    let line = |learner: &Learner| {
        let id = learner.id().to_string();
        let own = known.iter().filter(|skill| skill.person == learner.id());
        let before: Vec<String> = own
            .map(|skill| format!("{}: {}", skill.title, t.code("training-level", skill.level.code())))
            .collect();
        SkillLine {
            name: learner.person.name.clone(),
            number: number_of(learner),
            level: form.text(&format!("level.{id}")).to_owned(),
            note: form.text(&format!("note.{id}")).to_owned(),
            known: before.join("; "),
            id,
        }
    };
    let seated = roster.learners.iter().filter(|learner| learner.seat.left_on.is_none());
    let levels = Level::ALL.iter().map(|level| (level.code(), t.code("training-level", level.code())));
    web::html(&SkillGrid { t, lines: seated.map(line).collect(), levels: levels.collect() })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A session is held and its roll is called. Sent again, it fills what is still blank; a mark once made is only corrected.

use access::Act;
use audit::{Event, Object};
use desk::{
    Action, Choice, Desk, Done, Field, FieldProblem, Form, Future, Halt, Kind, Prepared, Reading, Say,
};
use kernel::id::{InstructorId, PersonId, SessionId};
use programme::facts::{BatchFact, InstructorFact};
use serde_json::json;

use super::lesson::{Lesson, lesson_in_form, lesson_to_open};
use super::{batch_in_path, sessions_address};
use crate::facts::{self, Learner, MarkFact, Roster};
use crate::pages::roll_grid;
use crate::rules::{Letter, Mark, Reason};
use crate::state::{Command, SessionState, Step, decide};
use crate::store::{self, NewMark, Outcome};

/// `day` and `starts` come with the address of the roll; `blank` comes with the button that fills what is empty.
pub const HOLD: Action = Action {
    name: "session hold",
    path: "/batches/{batch}/sessions/hold",
    act: Act::SessionHold,
    room: "training",
    fields: &[
        Field::path("batch"),
        Field::path("day"),
        Field::path("starts"),
        Field { name: "blank", kind: Kind::Path, required: false },
        Field::optional("instructor", Kind::Pick(pick_instructors)),
        Field::optional("mark", Kind::Grid),
        Field::optional("reason", Kind::Grid),
        Field::optional("except", Kind::Grid),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SessionHold, &batch.target())?;
    let lesson = lesson_to_open(desk, form, &batch).await?;
    let on = desk.house.db.read();
    let session = facts::session_of_slot(on, lesson.slot.id).await?;
    let roster = facts::roster(on, &batch).await?;
    let marks = match &session {
        Some(session) => facts::marks_of_session(on, session.id).await?,
        None => Vec::new(),
    };
    let instructor = programme::facts::instructor(
        on,
        session.as_ref().map_or(lesson.slot.instructor, |held| held.instructor),
    )
    .await?;
    let subject = desk.teller().tell(&lesson.name_in(Say::new("training-lesson-name")));
    let mut prepared = Prepared::about(subject, sessions_address(&batch));
    if let Some(instructor) = instructor {
        prepared = prepared.filled("instructor", instructor.code);
    }
    let ids: Vec<PersonId> = roster.on(lesson.slot.day).map(Learner::id).collect();
    let away = people::facts::away_on(on, &ids, lesson.slot.day).await?;
    prepared.grid_html = roll_grid(desk, form, &batch, (&lesson, &roster, &marks, &away))?;
    Ok(prepared)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SessionHold, &batch.target())?;
    let lesson = lesson_in_form(desk, form, &batch).await?;
    let roster = facts::roster(desk.house.db.read(), &batch).await?;
    let seated: Vec<&Learner> = roster.on(lesson.slot.day).collect();
    let asked = parse(desk, form, &lesson, (&roster, &seated)).await?;
    let mut work = desk.begin("session hold").await?;
    let (session, state, situation) = lesson.stand(&work.tx, &batch, (Command::Hold, desk.today())).await?;
    let step = decide(state, Command::Hold, &situation)?;
    let instructor = asked.instructor.unwrap_or(lesson.slot.instructor);
    let id = match (&session, step) {
        (Some(session), Step::HoldAfterAll) => {
            store::hold_after_all(&work.tx, desk, session, instructor).await?;
            session.id
        }
        (Some(session), _) => session.id,
        (None, _) => {
            let outcome = Outcome { slot: &lesson.slot, instructor, state: SessionState::Held, reason: "" };
            store::begin_session(&work.tx, desk, &outcome).await?
        }
    };
    let before = facts::marks_of_session(&work.tx, id).await?;
    let ids: Vec<PersonId> = seated.iter().map(|learner| learner.id()).collect();
    let away = people::facts::away_on(&work.tx, &ids, lesson.slot.day).await?;
    let written = fill(&before, &seated, &asked, &away)?;
    for (person, mark) in &written {
        let new = NewMark { session: id, person: *person, version: 1, mark: *mark, why_changed: "" };
        store::add_mark(&work.tx, desk, &new).await?;
    }
    if step == Step::FillBlanks && written.is_empty() {
        let done = Done::new(lesson.address(&batch), Say::new("training-nothing-new"));
        return work.commit(done).await;
    }
    let after = facts::marks_of_session(&work.tx, id).await?;
    work.record(event(step, &batch, &lesson, (id, &after))).await?;
    work.commit(shown(&batch, &lesson, &after, &seated)).await
}

/// What the form says about the roll.
struct Asked {
    instructor: Option<InstructorId>,
    /// The letter for those without a mark.
    blank: Option<Mark>,
    marks: Vec<(PersonId, Mark)>,
}

async fn parse(
    desk: &Desk,
    form: &Form,
    lesson: &Lesson,
    (roster, seated): (&Roster, &[&Learner]),
) -> Result<Asked, Halt> {
    let mut reading = form.read();
    let blank = reading.optional_code("blank", |code| Letter::from_code(&code.to_uppercase())).map(Mark::of);
    let mut marks: Vec<(PersonId, Mark)> = Vec::new();
    for (name, text) in form.grid("mark").filter(|(_, text)| !text.is_empty()) {
        let field = format!("mark.{name}");
        let Some(person) = seated_person(&mut reading, &field, name, (roster, seated)) else { continue };
        match Mark::parse(text).map(|mark| mark.letter) {
            Some(letter) => marks.extend(with_reason(&mut reading, form, (name, person), letter)),
            None => reading.problem(field, Say::new("training-problem-letter").with("text", text)),
        }
    }
    for (name, text) in form.grid("except").filter(|(_, text)| !text.is_empty()) {
        let Some(person) = seated_person(&mut reading, "except", name, (roster, seated)) else { continue };
        match Mark::parse(text) {
            Some(mark) => marks.push((person, mark)),
            None => reading.problem("except", Say::new("training-problem-letter").with("text", text)),
        }
    }
    let instructor = match reading.optional_text("instructor") {
        None => None,
        Some(code) => {
            let planned = instructors(desk, lesson).await?;
            let found =
                planned.iter().find(|one| one.code == code || one.id.to_string() == code).map(|one| one.id);
            if found.is_none() {
                reading.problem("instructor", Say::new("problem-unknown").with("text", code));
            }
            found
        }
    };
    reading.done()?;
    Ok(Asked { instructor, blank, marks })
}

fn seated_person(
    reading: &mut Reading<'_>,
    field: &str,
    name: &str,
    (roster, seated): (&Roster, &[&Learner]),
) -> Option<PersonId> {
    let Some(learner) = roster.find(name) else {
        reading.problem(field, Say::new("problem-unknown").with("text", name));
        return None;
    };
    if !seated.iter().any(|one| one.id() == learner.id()) {
        reading.problem(field, Say::new("training-problem-not-seated").with("name", &learner.person.name));
        return None;
    }
    Some(learner.id())
}

/// The letter of a row with the reason chosen beside it.
fn with_reason(
    reading: &mut Reading<'_>,
    form: &Form,
    (name, person): (&str, PersonId),
    letter: Letter,
) -> Option<(PersonId, Mark)> {
    let field = format!("reason.{name}");
    let chosen = form.text(&field);
    if chosen.is_empty() || letter.is_present() {
        return Some((person, Mark::of(letter)));
    }
    let mark = Reason::from_word(chosen).and_then(|reason| Mark::with(letter, Some(reason)));
    if mark.is_none() {
        reading.problem(field, Say::new("training-problem-reason").with("letter", letter.code()));
    }
    mark.map(|mark| (person, mark))
}

/// The marks to be written: each for somebody seated that day who has none yet. Whom the office has recorded as away is
/// excused, unless the roll itself says that she was there.
///
/// # Errors
/// Somebody's mark stands already and says something else.
fn fill(
    before: &[MarkFact],
    seated: &[&Learner],
    asked: &Asked,
    away: &[PersonId],
) -> Result<Vec<(PersonId, Mark)>, Halt> {
    let excused = Mark { letter: Letter::Leave, reason: Some(Reason::Away) };
    let mut written = Vec::new();
    let mut problems = Vec::new();
    for learner in seated {
        let person = learner.id();
        let stands = before.iter().find(|mark| mark.person == person);
        let wanted = asked.marks.iter().rev().find(|(one, _)| *one == person).map(|(_, mark)| *mark);
        match (stands, wanted) {
            (Some(stands), Some(mark)) if stands.mark != mark => {
                let say = Say::new("training-problem-marked").with("name", &learner.person.name);
                let say = say.with("letter", stands.mark.letter.code()).with("by", &stands.by);
                problems.push(FieldProblem { field: format!("mark.{person}"), say });
            }
            (Some(_), _) => {}
            (None, wanted) => {
                let unsaid = if away.contains(&person) { Some(excused) } else { asked.blank };
                written.extend(wanted.or(unsaid).map(|mark| (person, mark)));
            }
        }
    }
    if problems.is_empty() { Ok(written) } else { Err(Halt::Problems(problems)) }
}

fn event(step: Step, batch: &BatchFact, lesson: &Lesson, (id, marks): (SessionId, &[MarkFact])) -> Event {
    let ids = |is_present: bool| -> Vec<String> {
        let those = marks.iter().filter(|mark| mark.mark.letter.is_present() == is_present);
        those.map(|mark| mark.person.to_string()).collect()
    };
    let content = json!({
        "batch": batch.code, "agreement": batch.agreement.to_string(), "module": lesson.module.title, "jp": lesson.slot.jp,
        "day": lesson.slot.day.to_string(), "starts": lesson.slot.starts.to_string(),
        "present": ids(true).len(), "absent": ids(false).len(), "present_ids": ids(true), "absent_ids": ids(false),
    });
    Event::new(step.event(), Object::new("session", id.0), content).about("batch", batch.id.0)
}

fn shown(batch: &BatchFact, lesson: &Lesson, marks: &[MarkFact], seated: &[&Learner]) -> Done {
    let present = marks.iter().filter(|mark| mark.mark.letter.is_present()).count();
    let blank = seated.iter().filter(|learner| !marks.iter().any(|mark| mark.person == learner.id())).count();
    let say = lesson
        .name_in(Say::new("training-session-held"))
        .with("present", present)
        .with("seated", seated.len());
    let done = Done::new(lesson.address(batch), say);
    if blank == 0 { done } else { done.and(Say::new("training-marks-blank").with("count", blank)) }
}

/// Planned for the batch, and the one in the timetable.
async fn instructors(desk: &Desk, lesson: &Lesson) -> Result<Vec<InstructorFact>, Halt> {
    let on = desk.house.db.read();
    let mut planned = programme::facts::instructors_of_batch(on, lesson.slot.batch).await?;
    if !planned.iter().any(|one| one.id == lesson.slot.instructor) {
        planned.extend(programme::facts::instructor(on, lesson.slot.instructor).await?);
    }
    Ok(planned)
}

pub(super) fn pick_instructors<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let batch = batch_in_path(desk, form).await?;
        let planned = programme::facts::instructors_of_batch(desk.house.db.read(), batch.id).await?;
        Ok(planned.into_iter().map(|one| Choice { value: one.code, label: one.name }).collect())
    })
}

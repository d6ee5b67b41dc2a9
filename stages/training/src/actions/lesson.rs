// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The lesson a form is about: its place in the timetable, and what the rules have to know before it may become a session.

use desk::{Desk, Form, Halt, Say};
use kernel::day::Day;
use kernel::zone::Minute;
use planning::facts::SlotFact;
use programme::facts::{BatchFact, ModuleFact, ModuleHeading};
use store::{ConnectionTrait, DatabaseTransaction, DbErr};

use crate::facts::{self, SessionFact};
use crate::rules::theory_missing;
use crate::state::{Command, SessionState, Situation};
use crate::store::hold;

/// One slot of the timetable with its module.
pub(crate) struct Lesson {
    pub slot: SlotFact,
    pub module: ModuleHeading,
    /// A batch once opened stays so.
    opened_on: Option<Day>,
}

/// The slot that the fields `day` and `starts` name. Without `starts`, the day's only one is meant.
pub(crate) async fn lesson_in_form(desk: &Desk, form: &Form, batch: &BatchFact) -> Result<Lesson, Halt> {
    let mut reading = form.read();
    let day = reading.day("day");
    let starts = (!form.text("starts").is_empty()).then(|| reading.minute("starts"));
    reading.done()?;
    let found = lesson_at(desk.house.db.read(), batch, day, starts).await?;
    found.ok_or_else(|| {
        let say = Say::new("training-problem-no-lesson").with("day", kernel::day::short(day));
        Halt::field("starts", say.with("starts", form.text("starts")))
    })
}

/// The lesson a form opens with: the one named, else the first that is due and has no session yet, else the last one.
pub(crate) async fn lesson_to_open(desk: &Desk, form: &Form, batch: &BatchFact) -> Result<Lesson, Halt> {
    if !form.text("day").is_empty() {
        return lesson_in_form(desk, form, batch).await;
    }
    let on = desk.house.db.read();
    let slots = planning::facts::slots(on, batch.id).await?;
    let sessions = facts::sessions(on, batch.id).await?;
    let is_open = |slot: &&SlotFact| !sessions.iter().any(|session| session.slot == slot.id);
    let due = slots.iter().filter(|slot| slot.day <= desk.today()).find(is_open);
    let slot = due.or(slots.iter().find(is_open)).or(slots.last()).ok_or(Halt::Missing)?;
    lesson_at(on, batch, slot.day, Some(slot.starts)).await?.ok_or(Halt::Missing)
}

async fn lesson_at<C: ConnectionTrait>(
    on: &C,
    batch: &BatchFact,
    day: Day,
    starts: Option<Minute>,
) -> Result<Option<Lesson>, DbErr> {
    let slots = planning::facts::slots_of_day(on, batch.id, day).await?;
    let is_meant = |(slot, _): &(SlotFact, _)| starts.is_none_or(|starts| slot.starts == starts);
    let mut that_day = slots.into_iter().filter(is_meant);
    let Some((slot, opened_on)) = that_day.next() else { return Ok(None) };
    if that_day.next().is_some() {
        return Ok(None);
    }
    let module = programme::facts::module_heading(on, slot.module).await?;
    Ok(module.map(|module| Lesson { slot, module, opened_on }))
}

impl Lesson {
    /// The session as it stands, its state, and what a decision has to know; the batch's training is held until commit.
    pub(crate) async fn stand(
        &self,
        tx: &DatabaseTransaction,
        batch: &BatchFact,
        (command, today): (Command, Day),
    ) -> Result<(Option<SessionFact>, SessionState, Situation), DbErr> {
        let mut situation = self.situation(tx, batch, today).await?;
        let session = facts::session_of_slot(tx, self.slot.id).await?;
        let state = session.as_ref().map_or(SessionState::Planned, |session| session.state);
        // Agreement and theory are asked about only where a session begins to have been held.
        if command == Command::Hold && state != SessionState::Held {
            self.before_holding(tx, batch, &mut situation).await?;
        }
        Ok((session, state, situation))
    }

    /// What a decision about a session already held or cancelled has to know; the batch's training is held until commit.
    pub(crate) async fn situation(
        &self,
        tx: &DatabaseTransaction,
        batch: &BatchFact,
        today: Day,
    ) -> Result<Situation, DbErr> {
        Ok(Situation {
            today,
            day: self.slot.day,
            opened_on: self.opened_on,
            closed_on: hold(tx, batch.id).await?,
            without_agreement: false,
            theory_missing: Vec::new(),
        })
    }

    async fn before_holding<C: ConnectionTrait>(
        &self,
        on: &C,
        batch: &BatchFact,
        situation: &mut Situation,
    ) -> Result<(), DbErr> {
        let held = facts::held_jp(on, batch.id).await?;
        let held_jp = |module: &ModuleFact| held.get(&module.id).copied().unwrap_or(0);
        let modules = programme::facts::modules(on, batch.programme.id).await?;
        let missing = theory_missing(batch.programme.theory_first, self.module.kind, &modules, held_jp);
        let terms = programme::facts::terms(on, batch).await?;
        situation.without_agreement = !terms.iter().any(|term| term.holds(self.slot.day));
        situation.theory_missing = missing.into_iter().map(|module| module.title.clone()).collect();
        Ok(())
    }

    /// `2025-12-22-08.00`, by which pages name the lesson.
    pub(crate) fn key(&self) -> String {
        crate::pages::lesson_key(self.slot.day, self.slot.starts)
    }

    pub(crate) fn address(&self, batch: &BatchFact) -> String {
        format!("{}/{}", super::sessions_address(batch), self.key())
    }

    /// The parts of a sentence that name the lesson.
    pub(crate) fn name_in(&self, say: Say) -> Say {
        say.with("module", &self.module.title)
            .with("day", kernel::day::short(self.slot.day))
            .with("starts", self.slot.starts)
    }
}

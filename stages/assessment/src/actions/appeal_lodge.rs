// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A candidate judged BK objects. The office that answers for her, or the certification body, writes it down.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Prepared, Reading, Say};
use kernel::day::{self, Day};
use kernel::id::{PersonId, UnitId};
use programme::facts::UnitFact;
use serde_json::json;

use super::{Bench, appeal_address, batch_in_path, results_address};
use crate::appeal::{self, AppealFact, AppealState, Contested, may_lodge};
use crate::facts::{self, Verdict};
use crate::rules::{SittingKind, kind_fits};
use crate::sheet::unit_named;
use crate::state::UnitState;

pub const LODGE: Action = Action {
    name: "appeal lodge",
    path: "/batches/{batch}/appeals/new",
    act: Act::AppealLodge,
    room: "assessment",
    fields: &[
        Field::path("batch"),
        Field::required("person", Kind::Pick(pick_people)),
        Field::required("unit", Kind::Pick(pick_units)),
        Field::required("day", Kind::Day),
        Field::required("grounds", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::AppealLodge, &batch.target())?;
    kind_fits(&batch, SittingKind::Competence)?;
    Ok(Prepared::about(&batch.title, results_address(&batch)).filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::AppealLodge, &batch.target())?;
    kind_fits(&batch, SittingKind::Competence)?;
    let bench = Bench::set(desk.house.db.read(), batch).await?;
    let asked = parse(desk, form, &bench)?;
    let mut work = desk.begin("appeal lodge").await?;
    let finals = facts::finals_of_batch(&work.tx, bench.batch.id).await?;
    let sittings = facts::sittings(&work.tx, bench.batch.id).await?;
    let before = appeal::of_batch(&work.tx, bench.batch.id).await?;
    let stands = finals.iter().find(|one| one.person == asked.person && one.unit == asked.unit.id);
    let judged_on =
        stands.and_then(|one| sittings.iter().find(|sitting| sitting.id == one.sitting)).map(|one| one.day);
    let is_contested = before
        .iter()
        .any(|one| stands.is_some_and(|verdict| verdict.sitting == one.sitting) && one.is_of(&asked));
    let state = UnitState::of(stands.map(|one| one.verdict));
    may_lodge(&Contested { state, judged_on, is_contested }, asked.day)?;
    let (Some(stands), Some(judged_on)) = (stands, judged_on) else { return Err(Halt::Missing) };
    let lodged = AppealFact {
        id: desk.fresh_id(),
        code: format!("{}-B{}", bench.batch.code, before.len() + 1),
        sitting: stands.sitting,
        batch: bench.batch.id,
        person: asked.person,
        unit: asked.unit.id,
        judged_on,
        lodged_on: asked.day,
        grounds: asked.grounds,
        state: AppealState::Lodged,
        assessor: None,
        assessor_name: None,
        assigned_on: None,
        decided_on: None,
        reason: None,
        decision: None,
    };
    appeal::add(&work.tx, &lodged).await?;
    let content = json!({
        "appeal": lodged.code, "batch": bench.batch.code, "unit": asked.unit.title, "day": lodged.lodged_on.to_string(),
    });
    let event = Event::new("AppealLodged", Object::new("appeal", lodged.id.0), content)
        .about("batch", lodged.batch.0)
        .about("person", lodged.person.0);
    work.record(event).await?;
    let said = Say::new("appeal-lodged").with("name", asked.name).with("unit", &asked.unit.title);
    work.commit(Done::new(appeal_address(&lodged), said.with("appeal", &lodged.code))).await
}

impl AppealFact {
    fn is_of(&self, asked: &Asked) -> bool {
        self.person == asked.person && self.unit == asked.unit.id
    }
}

struct Asked {
    person: PersonId,
    name: String,
    unit: UnitFact,
    day: Day,
    grounds: String,
}

fn parse(desk: &Desk, form: &Form, bench: &Bench) -> Result<Asked, Halt> {
    let mut reading = form.read();
    let (who, which) = (reading.text("person"), reading.text("unit"));
    let learner = bench.roster.find(&who);
    if learner.is_none() && !who.is_empty() {
        reading.problem("person", unknown(&who));
    }
    let by_id = which.parse().ok().map(UnitId);
    let id = by_id.or_else(|| unit_named(&bench.units, &which));
    let unit = bench.units.iter().find(|unit| Some(unit.id) == id);
    if unit.is_none() && !which.is_empty() {
        reading.problem("unit", unknown(&which));
    }
    let day = past_day(desk, &mut reading);
    let grounds = reading.text("grounds");
    reading.done()?;
    let (learner, unit) = learner.zip(unit).ok_or(Halt::Missing)?;
    Ok(Asked { person: learner.id(), name: learner.person.name.clone(), unit: unit.clone(), day, grounds })
}

pub(super) fn unknown(text: &str) -> Say {
    Say::new("problem-unknown").with("text", text)
}

/// The day something happened: today or before.
pub(super) fn past_day(desk: &Desk, reading: &mut Reading<'_>) -> Day {
    let day = reading.day("day");
    if day > desk.today() {
        reading.problem("day", Say::new("appeal-problem-day-ahead").with("day", day::short(day)));
    }
    day
}

/// Those who lack a K somewhere, by name.
fn pick_people<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let bench = Bench::set(desk.house.db.read(), batch_in_path(desk, form).await?).await?;
        let finals = facts::finals_of_batch(desk.house.db.read(), bench.batch.id).await?;
        let lacks = |person| finals.iter().any(|one| one.person == person && one.verdict == Verdict::NotYet);
        let learners = bench.roster.learners.iter().filter(|learner| lacks(learner.id()));
        let choice = |learner: &training::facts::Learner| Choice {
            value: learner.id().to_string(),
            label: learner.person.name.clone(),
        };
        Ok(learners.map(choice).collect())
    })
}

/// The units in which somebody was judged BK.
fn pick_units<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let bench = Bench::set(desk.house.db.read(), batch_in_path(desk, form).await?).await?;
        let finals = facts::finals_of_batch(desk.house.db.read(), bench.batch.id).await?;
        let lacks = |unit| finals.iter().any(|one| one.unit == unit && one.verdict == Verdict::NotYet);
        let units = bench.units.iter().filter(|unit| lacks(unit.id));
        Ok(units.map(|unit| Choice { value: unit.id.to_string(), label: unit.title.clone() }).collect())
    })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The one named to hear an appeal decides: K from now on, or the verdict stands. A won appeal is a sitting of its own,
//! with one verdict, which supersedes the contested one and leaves it on record.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Work};
use kernel::day::{self, Day};
use programme::facts::BatchFact;
use serde_json::json;

use super::appeal_lodge::past_day;
use super::decide::own_account;
use super::evidence_record::{scope_of, unproven};
use super::{Bench, appeal_address, appeal_in_path, appeal_names};
use crate::appeal::{self, AppealCommand, AppealFact, AppealState};
use crate::evidence;
use crate::facts::{self, SittingFact, SittingKind, Verdict};
use crate::state::{self, Command, UnitState};
use crate::store::{add_sitting, add_verdict};

const OUTCOMES: &[&str] = &["won", "rejected"];

pub const DECIDE: Action = Action {
    name: "appeal decide",
    path: "/appeals/{appeal}/decision",
    act: Act::AppealDecide,
    room: "assessment",
    fields: &[
        Field::path("appeal"),
        Field::required("outcome", Kind::Codes { prefix: "state-appeal", codes: OUTCOMES }),
        Field::required("day", Kind::Day),
        Field::required("reason", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (appeal, batch) = appeal_in_path(desk, form).await?;
    desk.allow(Act::AppealDecide, &appeal.judge_target())?;
    let (name, unit) = appeal_names(desk, &appeal, &batch).await?;
    Ok(Prepared::about(format!("{name}, {unit}"), appeal_address(&appeal))
        .filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (appeal, batch) = appeal_in_path(desk, form).await?;
    desk.allow(Act::AppealDecide, &appeal.judge_target())?;
    let asked = parse(desk, form, &appeal)?;
    let next = appeal::decide(appeal.state, asked.command)?;
    let (name, unit) = appeal_names(desk, &appeal, &batch).await?;
    let mut work = desk.begin("appeal decide").await?;
    let sitting = match next {
        AppealState::Won => {
            proven(&work, &batch, &appeal).await?;
            Some(sit(&work, &batch, &appeal, asked.day).await?)
        }
        AppealState::Lodged | AppealState::Assigned | AppealState::Rejected => None,
    };
    let decision = sitting.as_ref().map(|sitting| sitting.id);
    appeal::close(&work.tx, appeal.id, (next, asked.day, &asked.reason), decision).await?;
    if let Some(sitting) = &sitting {
        let verdict = (appeal.person, appeal.unit, Verdict::Competent);
        add_verdict(&work.tx, sitting, verdict, &appeal.code).await?;
    }
    let content = json!({
        "appeal": appeal.code, "batch": batch.code, "unit": unit, "outcome": next.code(), "day": asked.day.to_string(),
    });
    let event = Event::new("AppealDecided", Object::new("appeal", appeal.id.0), content)
        .about("batch", batch.id.0)
        .about("person", appeal.person.0);
    work.record(event).await?;
    let said = Say::new(format!("appeal-{}", next.code())).with("name", &name).with("unit", unit);
    let mut done = Done::new(appeal_address(&appeal), said);
    if facts::all_competent(&work.tx, batch.id, appeal.person).await? {
        done = done.and(Say::new("appeal-now-competent").with("name", name));
    }
    work.commit(done).await
}

/// Under a licensed scheme a K by appeal rests on evidence like any other.
async fn proven(work: &Work<'_>, batch: &BatchFact, appeal: &AppealFact) -> Result<(), Halt> {
    let Some(scope) = scope_of(&work.tx, batch).await? else { return Ok(()) };
    let bench = Bench::set(&work.tx, batch.clone()).await?;
    let pieces = evidence::of_batch(&work.tx, batch.id).await?;
    let unit = bench.units.iter().find(|unit| unit.id == appeal.unit).ok_or(Halt::Missing)?;
    match unproven(&bench, &scope, &pieces, (appeal.person, unit)) {
        Some(reason) => Err(Refusal::new("ASSM-20").because([reason]).into()),
        None => Ok(()),
    }
}

/// Opens the sitting of the new verdict, if the contested one is still the one in force.
async fn sit(work: &Work<'_>, batch: &BatchFact, appeal: &AppealFact, on: Day) -> Result<SittingFact, Halt> {
    let desk = work.desk;
    let finals = facts::finals_of_batch(&work.tx, batch.id).await?;
    let stands = finals.iter().find(|one| one.person == appeal.person && one.unit == appeal.unit);
    let before = UnitState::of(stands.map(|one| one.verdict));
    if state::decide(before, Command::Appeal(Verdict::Competent)).is_err() {
        return Err(Refusal::new("ASSM-17").into());
    }
    let rounds = facts::sittings(&work.tx, batch.id).await?;
    let sitting = SittingFact {
        id: desk.fresh_id(),
        batch: batch.id,
        day: on,
        kind: SittingKind::Competence,
        round: rounds.iter().map(|one| one.round).max().unwrap_or(0) + 1,
        assessor_account: Some(own_account(desk)?),
        assessor_name: desk.actor.name.clone(),
        place: batch.assessment.as_ref().map(|booking| booking.place.clone()).unwrap_or_default(),
    };
    add_sitting(&work.tx, &sitting).await?;
    Ok(sitting)
}

struct Asked {
    command: AppealCommand,
    day: Day,
    reason: String,
}

fn parse(desk: &Desk, form: &Form, appeal: &AppealFact) -> Result<Asked, Halt> {
    let mut reading = form.read();
    let command = |code: &str| match code {
        "won" => Some(AppealCommand::Uphold),
        "rejected" => Some(AppealCommand::Reject),
        _ => None,
    };
    let command = reading.code("outcome", command, AppealCommand::Reject);
    let day = past_day(desk, &mut reading);
    if let Some(named_on) = appeal.assigned_on.filter(|named_on| day < *named_on) {
        reading.problem("day", Say::new("appeal-problem-day-before").with("day", day::short(named_on)));
    }
    let reason = reading.text("reason");
    reading.done()?;
    Ok(Asked { command, day, reason })
}

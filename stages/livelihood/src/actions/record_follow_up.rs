// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A milestone is answered: how the person lives now, or that nobody could find out.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day::{self, Day};
use programme::facts::BatchFact;
use serde_json::json;

use super::person_for;
use crate::facts::clock_start;
use crate::rules::{self, Milestone, Status};
use crate::store::{self, FollowUpFact};

const RELATED: &[&str] = &["yes", "no", "unknown"];

/// `followup record`.
pub const RECORD_FOLLOW_UP: Action = Action {
    name: "followup record",
    path: "/people/{person}/followups/{batch}/{milestone}",
    act: Act::FollowupRecord,
    room: "livelihood",
    fields: &[
        Field::path("person"),
        Field::path("batch"),
        Field::path("milestone"),
        Field::required("status", Kind::Codes { prefix: "status", codes: Status::CODES }),
        Field::optional("related", Kind::Codes { prefix: "related", codes: RELATED }),
        Field::required("day", Kind::Day),
        Field::optional("turnover", Kind::Rupiah),
        Field::optional("note", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

struct Answer {
    status: Status,
    related: Option<bool>,
    day: Day,
    note: String,
    turnover_rupiah: Option<i64>,
}

fn parse(form: &Form) -> Result<Answer, Halt> {
    let mut read = form.read();
    let related = |code: &str| match code {
        "yes" => Some(Some(true)),
        "no" => Some(Some(false)),
        "unknown" => Some(None),
        _ => None,
    };
    let answer = Answer {
        status: read.code("status", Status::from_code, Status::Unreachable),
        related: read.optional_code("related", related).flatten(),
        day: read.day("day"),
        note: read.optional_text("note").unwrap_or_default(),
        turnover_rupiah: read.optional_rupiah("turnover").map(|turnover| turnover.0),
    };
    if answer.turnover_rupiah.is_some_and(|turnover| turnover < 0 || answer.status != Status::OwnBusiness) {
        read.problem("turnover", "followup-problem-turnover");
    }
    read.done()?;
    Ok(answer)
}

async fn batch_and_milestone(desk: &Desk, form: &Form) -> Result<(BatchFact, Milestone), Halt> {
    let batch = programme::facts::batch_by_code(desk.house.db.read(), form.text("batch"))
        .await?
        .ok_or(Halt::Missing)?;
    let milestone = Milestone::from_code(form.text("milestone")).ok_or(Halt::Missing)?;
    Ok((batch, milestone))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, _) = person_for(desk, form, Act::FollowupRecord).await?;
    let (batch, milestone) = batch_and_milestone(desk, form).await?;
    let when = desk.teller().code("milestone", milestone.code());
    let subject = format!("{}, {when}, {}", person.name, batch.title);
    Ok(Prepared::about(subject, "/livelihood").filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let answer = parse(form)?;
    let (person, _) = person_for(desk, form, Act::FollowupRecord).await?;
    let (batch, milestone) = batch_and_milestone(desk, form).await?;
    if let Some(died_on) = person.died_on {
        return Err(Refusal::new("LIVE-14").with("day", day::long(died_on, desk.lang)).into());
    }
    let start = clock_start(desk.house.db.read(), batch.id, person.id).await?;
    let due_on = rules::may_answer(start, milestone, answer.day, desk.today())?;
    let fact = FollowUpFact {
        batch: batch.id,
        milestone,
        due_on,
        done_on: answer.day,
        status: answer.status,
        related: answer.related,
        note: answer.note,
        turnover_rupiah: answer.turnover_rupiah,
    };
    let mut work = desk.begin("followup record").await?;
    let record = enrolment::facts::record_in(&work.tx, batch.id, person.id).await?;
    store::put_follow_up(&work.tx, record, &fact, desk.actor.account).await?;
    let content =
        json!({ "milestone": milestone.code(), "status": fact.status.code(), "related": fact.related });
    work.record(Event::new("FollowUpRecorded", Object::new("person", person.id.0), content)).await?;
    let teller = desk.teller();
    let said = Say::new("followup-recorded")
        .with("person", person.name)
        .with("milestone", teller.code("milestone", milestone.code()))
        .with("status", teller.code("status", fact.status.code()));
    work.commit(Done::new("/livelihood", said)).await
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A batch is planned: one run of a programme, with its days, seats and instructors. People come later.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Reading, Refusal, Say, Work};
use kernel::id::InstructorId;
use partnership::facts::AgreementFact;
use serde_json::json;

use crate::facts::{self, BatchFact, InstructorFact};
use crate::rules::{self, Plan};
use crate::{named, store};

/// Reserves a batch has unless its planner says otherwise.
const USUAL_RESERVES: i64 = 4;

pub const PLAN: Action = Action {
    name: "batch plan",
    path: "/batches/new",
    act: Act::BatchPlan,
    room: "programme",
    fields: &[
        Field::required("code", Kind::Text),
        Field::required("title", Kind::Text),
        Field::required("programme", Kind::Pick(named::pick_programmes)),
        Field::required("starts_on", Kind::Day),
        Field::required("ends_on", Kind::Day),
        Field::required("seats", Kind::Number),
        Field::optional("reserves", Kind::Number),
        Field::optional("budget_line", Kind::Text),
        Field::optional("instructors", Kind::Lines),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    desk.scope(Act::BatchPlan)?;
    let prepared = Prepared::about("", "/batches")
        .filled("seats", rules::USUAL_SEATS)
        .filled("reserves", USUAL_RESERVES);
    let on = desk.house.db.read();
    let Some(programme) = facts::programme_by_code(on, form.text("programme")).await? else {
        return Ok(prepared);
    };
    desk.allow(Act::BatchPlan, &programme.target())?;
    let agreement = named::agreement_of(on, &programme).await?;
    let teachers = named::instructors_under(on, &agreement).await?;
    let codes: Vec<String> = teachers.into_iter().map(|one| one.code).collect();
    Ok(Prepared { subject: programme.title_id, back: format!("/programmes/{}", programme.code), ..prepared }
        .filled("programme", programme.code)
        .filled("instructors", codes.join("\n")))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (batch, instructors) = parse(desk, form).await?;
    desk.allow(Act::BatchPlan, &batch.programme.target())?;
    let mut work = desk.begin("batch plan").await?;
    let agreement = check(&work, &batch, &instructors).await?;
    let ids: Vec<InstructorId> = instructors.iter().map(|one| one.id).collect();
    store::batch(&work.tx, &batch, &ids).await?;
    let content = json!({
        "code": batch.code, "title": batch.title, "starts_on": batch.starts_on.to_string(),
        "ends_on": batch.ends_on.to_string(), "seats": batch.seats,
    });
    let event = Event::new("BatchPlanned", Object::new("batch", batch.id.0), content);
    work.record(event.about("programme", batch.programme.id.0).about("agreement", agreement.id.0)).await?;
    work.commit(done(&batch, &instructors)).await
}

/// What must hold while the batch is written, read in its own transaction.
async fn check(
    work: &Work<'_>,
    batch: &BatchFact,
    instructors: &[InstructorFact],
) -> Result<AgreementFact, Halt> {
    let programme = &batch.programme;
    store::hold_programme(&work.tx, programme.id).await?;
    let agreement = named::agreement_of(&work.tx, programme).await?;
    let facility = match programme.facility {
        Some(id) => facts::facility(&work.tx, id).await?,
        None => None,
    };
    named::all_well(rules::plan(&Plan {
        agreement: &agreement,
        facility: facility.as_ref(),
        starts_on: batch.starts_on,
        ends_on: batch.ends_on,
        seats: batch.seats,
        reserves: batch.reserves,
        instructors,
    }))?;
    if facts::modules(&work.tx, programme.id).await?.is_empty() {
        return Err(Refusal::new("PROG-02").with("programme", &programme.code).into());
    }
    Ok(agreement)
}

fn done(batch: &BatchFact, instructors: &[InstructorFact]) -> Done {
    let said = Say::new("batch-planned").with("title", &batch.title).with("seats", batch.seats);
    let mut done = Done::new(format!("/batches/{}", batch.code), said);
    if batch.seats != rules::USUAL_SEATS {
        done = done.and(
            Say::new("batch-planned-seats").with("seats", batch.seats).with("usual", rules::USUAL_SEATS),
        );
    }
    if instructors.is_empty() {
        done = done.and("batch-planned-without-instructors".into());
    }
    if batch.budget_line.is_none() {
        done = done.and("batch-planned-without-budget".into());
    }
    done
}

async fn parse(desk: &Desk, form: &Form) -> Result<(BatchFact, Vec<InstructorFact>), Halt> {
    let mut reading = form.read();
    let code = named::read_code(&mut reading);
    let title = reading.text("title");
    let (starts_on, ends_on) = (reading.day("starts_on"), reading.day("ends_on"));
    let seats = reading.number("seats");
    let reserves = reading.optional_number("reserves").unwrap_or(USUAL_RESERVES);
    let budget_line = reading.optional_text("budget_line");
    let programme_code = reading.text("programme");
    let programme = facts::programme_by_code(desk.house.db.read(), &programme_code).await?;
    if programme.is_none() && !programme_code.is_empty() {
        reading.problem("programme", named::unknown(&programme_code));
    }
    let instructors = read_instructors(desk, &mut reading).await?;
    reading.done()?;
    let programme = programme.ok_or(Halt::Missing)?;
    let batch = BatchFact {
        id: desk.fresh_id(),
        code,
        title,
        agreement: programme.agreement,
        host: programme.host,
        provider: programme.provider,
        programme,
        starts_on,
        ends_on,
        seats,
        reserves,
        budget_line,
        assessment: None,
    };
    Ok((batch, instructors))
}

/// One code a line; a code written twice counts once.
pub(super) async fn read_instructors(
    desk: &Desk,
    reading: &mut Reading<'_>,
) -> Result<Vec<InstructorFact>, Halt> {
    let mut found: Vec<InstructorFact> = Vec::new();
    for code in reading.lines("instructors").into_iter().flatten() {
        match facts::instructor_by_code(desk.house.db.read(), &code.to_uppercase()).await? {
            None => reading.problem("instructors", named::unknown(&code)),
            Some(one) if found.iter().any(|before| before.id == one.id) => {}
            Some(one) => found.push(one),
        }
    }
    Ok(found)
}

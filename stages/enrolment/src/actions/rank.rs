// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Ranks everyone at the host for one batch, with reasons. A proposal: it seats nobody.

use std::collections::HashMap;

use access::{Act, Denied, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::sensitive::{Class, Right};
use programme::facts::BatchFact;
use serde_json::json;

use super::batch_named;
use crate::rules::{Candidate, Considered, Course, consider, rank, words_of_title};
use crate::state::{IntakeCommand, decide};
use crate::store;

pub const RANK: Action = Action {
    name: "applicant rank",
    path: "/batches/{batch}/ranking",
    act: Act::ApplicantRank,
    room: "enrolment",
    fields: &[
        Field::path("batch"),
        Field::optional("field", Kind::Text),
        Field::optional("vacancies", Kind::Lines),
        Field::optional("handover", Kind::Pick(office::facts::pick_organisations)),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::ApplicantRank, &batch.target())?;
    let intake = store::intake(desk.house.db.read(), batch.id).await?;
    let prepared = Prepared::about(
        format!("{} · {}", batch.code, batch.title),
        format!("/batches/{}/applicants", batch.code),
    );
    Ok(prepared.filled("field", intake.field))
}

struct Command {
    fields: Vec<String>,
    /// Vacancies by district code; nothing where none were given.
    vacancies: Option<HashMap<String, i64>>,
    handover: Option<String>,
}

fn parse(form: &Form) -> Result<Command, Halt> {
    let mut reading = form.read();
    let field = reading.optional_text("field").unwrap_or_default();
    let mut vacancies = HashMap::new();
    for (line, parts) in (1..).zip(reading.lines("vacancies")) {
        let read = match parts.as_slice() {
            [district, count] => {
                kernel::region::district(district).zip(count.parse::<i64>().ok().filter(|count| *count >= 0))
            }
            _ => None,
        };
        match read {
            Some((_, count)) => *vacancies.entry(parts[0].clone()).or_insert(0) += count,
            None => reading.problem("vacancies", Say::new("problem-vacancies-line").with("line", line)),
        }
    }
    let handover = reading.optional_text("handover");
    reading.done()?;
    let fields =
        field.split(',').map(|part| part.trim().to_lowercase()).filter(|part| !part.is_empty()).collect();
    Ok(Command { fields, vacancies: Some(vacancies).filter(|given| !given.is_empty()), handover })
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let command = parse(form)?;
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::ApplicantRank, &batch.target())?;
    let right =
        desk.right(Class::Sentence, &Target::of(batch.host)).ok_or(Denied { act: Act::SeeSentence })?;
    let before = store::intake(desk.house.db.read(), batch.id).await?;
    let has_board = super::has_board(desk.house.db.read(), &batch).await?;
    decide(before.state, &before.facts(desk.today(), has_board), IntakeCommand::Rank)?;
    let course = course(desk, &batch, &command).await?;
    let people = considered(desk, &batch, &course, &command, &right).await?;
    let applied = people.iter().filter(|person| person.applied).count();
    let eligible = people.iter().filter(|person| person.eligible).count();
    let field = course.fields.join(", ");
    let mut work = desk.begin("applicant rank").await?;
    if !store::rank_again(&work.tx, batch.id, &field, desk.today()).await? {
        return Err(Refusal::new("ENRL-01").into());
    }
    store::replace_applicants(&work.tx, batch.id, &people).await?;
    let content = json!({ "applied": applied, "eligible": eligible, "field": field });
    work.record(Event::new("ApplicantsRanked", Object::new("batch", batch.id.0), content)).await?;
    let say = Say::new("applicants-ranked")
        .with("eligible", eligible)
        .with("applied", applied)
        .with("seats", batch.seats);
    work.commit(Done::new(format!("/batches/{}/applicants", batch.code), say)).await
}

async fn course(desk: &Desk, batch: &BatchFact, command: &Command) -> Result<Course, Halt> {
    let goes_on_at = match &command.handover {
        None => None,
        Some(code) => {
            let office = office::facts::by_code(desk.house.db.read(), code).await?;
            Some(
                office
                    .ok_or_else(|| Halt::field("handover", Say::new("problem-unknown").with("text", code)))?
                    .short_name,
            )
        }
    };
    let fields = match command.fields.as_slice() {
        [] => words_of_title(&batch.programme.title_id),
        named => named.to_vec(),
    };
    Ok(Course {
        fields,
        starts_on: batch.starts_on,
        ends_on: batch.ends_on,
        last_day: batch.last_day(),
        goes_on_at,
    })
}

/// Everyone whose stay at the host goes on, in the order of the ranking.
async fn considered(
    desk: &Desk,
    batch: &BatchFact,
    course: &Course,
    command: &Command,
    right: &Right,
) -> Result<Vec<Considered>, Halt> {
    let db = desk.house.db.read();
    let mut interests = store::interests_at(db, batch.host).await?;
    let mut elsewhere = store::seated_elsewhere(db, batch.id, (batch.starts_on, batch.ends_on)).await?;
    let mut people = Vec::new();
    for (person, stay) in people::facts::held_at(db, batch.host).await? {
        let interest = interests.remove(&person.id);
        // The envelope is fetched only for those whom a wish makes an applicant at all.
        let earliest_release = match interest {
            Some(_) => people::facts::earliest_release(db, person.id).await?.open(right).copied().flatten(),
            None => None,
        };
        let home_vacancies = command.vacancies.as_ref().map(|vacancies| {
            person.home_district.as_ref().and_then(|district| vacancies.get(district)).copied().unwrap_or(0)
        });
        let candidate = Candidate {
            person: person.id,
            name: person.name,
            kind: stay.kind,
            interest,
            earliest_release,
            has_nik: person.nik_masked.is_some(),
            home_vacancies,
            seated_in: elsewhere.remove(&person.id),
        };
        people.push(consider(&candidate, course, desk.today()));
    }
    Ok(rank(people))
}

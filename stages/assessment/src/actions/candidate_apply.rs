// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The office that answers for a candidate hands in her application (FR.APL.01), or that of everyone of the batch at once, with
//! the papers in hand. What is missing stays as a task.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Reading, Refusal, Say};
use kernel::day::{Day, short};
use kernel::id::PersonId;
use serde_json::json;

use super::appeal_lodge::{past_day, unknown};
use super::decide::own_account;
use super::{Bench, applications_address, batch_in_path, pick_learners};
use crate::application::{self, ApplicationFact, ApplicationPaper, Purpose};
use crate::rules::{SittingKind, kind_fits};

pub const APPLY: Action = Action {
    name: "candidate apply",
    path: "/batches/{batch}/assessment/applications/new",
    act: Act::CandidateApply,
    room: "assessment",
    fields: &[
        Field::path("batch"),
        Field::optional("person", Kind::Pick(pick_learners)),
        Field::required("purpose", Kind::Codes { prefix: "application-purpose", codes: Purpose::CODES }),
        Field::required("day", Kind::Day),
        Field::optional("identity", Kind::Check),
        Field::optional("photo", Kind::Check),
        Field::optional("education", Kind::Check),
        Field::optional("training", Kind::Check),
        Field::optional("experience", Kind::Check),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::CandidateApply, &batch.target())?;
    kind_fits(&batch, SittingKind::Competence)?;
    Ok(Prepared::about(&batch.title, applications_address(&batch))
        .filled("purpose", Purpose::Certification.code())
        .filled("day", short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::CandidateApply, &batch.target())?;
    kind_fits(&batch, SittingKind::Competence)?;
    let bench = Bench::set(desk.house.db.read(), batch).await?;
    let asked = parse(desk, form, &bench)?;
    let account = own_account(desk)?;
    let mut work = desk.begin("candidate apply").await?;
    let before = application::of_batch(&work.tx, bench.batch.id).await?;
    let has_applied = |person: &PersonId| before.iter().any(|one| one.person == *person);
    let people = match asked.person {
        Some(person) => vec![person],
        None => bench.seated().filter(|person| !has_applied(person)).collect(),
    };
    if people.is_empty() {
        return Err(Refusal::new("ASSM-27").into());
    }
    for person in &people {
        let fact = ApplicationFact {
            person: *person,
            purpose: asked.purpose,
            day: asked.day,
            papers: asked.papers.clone(),
        };
        application::add(&work.tx, bench.batch.id, &fact, (account, &desk.actor.name)).await?;
    }
    let papers: Vec<&str> = asked.papers.iter().map(|paper| paper.code()).collect();
    let content = json!({ "batch": bench.batch.code, "day": asked.day.to_string(), "people": people.len(), "papers": papers });
    let event = Event::new("CandidateApplied", Object::new("batch", bench.batch.id.0), content);
    work.record(people.iter().fold(event, |event, person| event.about("person", person.0))).await?;
    let said = Say::new("candidate-applied").with("people", people.len());
    work.commit(Done::new(applications_address(&bench.batch), said)).await
}

struct Asked {
    person: Option<PersonId>,
    purpose: Purpose,
    day: Day,
    papers: Vec<ApplicationPaper>,
}

fn parse(desk: &Desk, form: &Form, bench: &Bench) -> Result<Asked, Halt> {
    let mut reading = form.read();
    let person = read_person(&mut reading, bench);
    let purpose = reading.code("purpose", Purpose::from_code, Purpose::Certification);
    let day = past_day(desk, &mut reading);
    let papers = read_papers(&mut reading);
    reading.done()?;
    Ok(Asked { person, purpose, day, papers })
}

/// The person chosen; none where the field is empty and everyone is meant.
pub(super) fn read_person(reading: &mut Reading<'_>, bench: &Bench) -> Option<PersonId> {
    let text = reading.optional_text("person")?;
    let found = bench.roster.find(&text).map(training::facts::Learner::id);
    if found.is_none() {
        reading.problem("person", unknown(&text));
    }
    found
}

/// The papers whose boxes are ticked.
pub(super) fn read_papers(reading: &mut Reading<'_>) -> Vec<ApplicationPaper> {
    let ticked = |paper: &ApplicationPaper| reading.check(paper.code());
    ApplicationPaper::ALL.iter().copied().filter(ticked).collect()
}

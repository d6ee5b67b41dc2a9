// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Assessor and candidate agree how she will be assessed (FR.AK.01), by which kinds of evidence; one by one or all who applied.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day::short;
use kernel::id::PersonId;
use serde_json::json;

use super::appeal_lodge::past_day;
use super::candidate_apply::read_person;
use super::decide::{may_assess, own_account};
use super::{Bench, applications_address, batch_in_path, pick_learners};
use crate::application::{self, AgreementFact, has_agreed};
use crate::evidence::EvidenceKind;

pub const AGREE: Action = Action {
    name: "assessment agree",
    path: "/batches/{batch}/assessment/agreements/new",
    act: Act::AssessmentAgree,
    room: "assessment",
    fields: &[
        Field::path("batch"),
        Field::optional("person", Kind::Pick(pick_learners)),
        Field::required("day", Kind::Day),
        Field::optional("observation", Kind::Check),
        Field::optional("question", Kind::Check),
        Field::optional("product", Kind::Check),
        Field::optional("portfolio", Kind::Check),
        Field::optional("third_party", Kind::Check),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::AssessmentAgree, &batch.target())?;
    may_assess(desk, &batch).await?;
    Ok(Prepared::about(&batch.title, applications_address(&batch))
        .filled("day", short(desk.today()))
        .filled("observation", "1")
        .filled("question", "1"))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::AssessmentAgree, &batch.target())?;
    may_assess(desk, &batch).await?;
    let bench = Bench::set(desk.house.db.read(), batch).await?;
    let mut reading = form.read();
    let person = read_person(&mut reading, &bench);
    let day = past_day(desk, &mut reading);
    let ticked = |kind: &EvidenceKind| reading.check(kind.code());
    let kinds: Vec<EvidenceKind> = EvidenceKind::ALL.iter().copied().filter(ticked).collect();
    if kinds.is_empty() {
        reading.problem("observation", "agreement-problem-no-kind");
    }
    reading.done()?;
    let account = own_account(desk)?;
    let mut work = desk.begin("assessment agree").await?;
    let people = who(&work.tx, &bench, person).await?;
    for person in &people {
        let fact = AgreementFact {
            person: *person,
            day,
            kinds: kinds.clone(),
            assessor_name: desk.actor.name.clone(),
        };
        application::add_agreement(&work.tx, bench.batch.id, &fact, account).await?;
    }
    let codes: Vec<&str> = kinds.iter().map(|kind| kind.code()).collect();
    let content =
        json!({ "batch": bench.batch.code, "day": day.to_string(), "people": people.len(), "kinds": codes });
    let event = Event::new("AssessmentAgreed", Object::new("batch", bench.batch.id.0), content);
    work.record(people.iter().fold(event, |event, person| event.about("person", person.0))).await?;
    let said = Say::new("assessment-agreed").with("people", people.len());
    work.commit(Done::new(applications_address(&bench.batch), said)).await
}

/// The one chosen, or all who applied and have not agreed.
async fn who(
    tx: &store::DatabaseTransaction,
    bench: &Bench,
    chosen: Option<PersonId>,
) -> Result<Vec<PersonId>, Halt> {
    let applied = application::of_batch(tx, bench.batch.id).await?;
    let agreed = application::agreements(tx, bench.batch.id).await?;
    if let Some(person) = chosen {
        if !applied.iter().any(|one| one.person == person) {
            let reason = Say::new("application-none").with("name", bench.name(person));
            return Err(Refusal::new("ASSM-29").because([reason]).into());
        }
        return Ok(vec![person]);
    }
    let people: Vec<PersonId> =
        applied.iter().map(|one| one.person).filter(|person| !has_agreed(&agreed, *person)).collect();
    if people.is_empty() { Err(Refusal::new("ASSM-28").into()) } else { Ok(people) }
}

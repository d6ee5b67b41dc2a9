// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Papers that were missing from an application have come.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day::short;
use serde_json::json;

use super::appeal_lodge::past_day;
use super::candidate_apply::read_papers;
use super::decide::own_account;
use super::{Bench, applications_address, batch_in_path};
use crate::application::{self, ApplicationFact, ApplicationPaper};

pub const PAPER: Action = Action {
    name: "candidate paper",
    path: "/batches/{batch}/assessment/applications/{person}/papers",
    act: Act::CandidateApply,
    room: "assessment",
    fields: &[
        Field::path("batch"),
        Field::path("person"),
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

/// The batch and the application that an address names.
async fn application_in_path(desk: &Desk, form: &Form) -> Result<(Bench, ApplicationFact), Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::CandidateApply, &batch.target())?;
    let bench = Bench::set(desk.house.db.read(), batch).await?;
    let person = bench.roster.find(form.text("person")).ok_or(Halt::Missing)?.id();
    let found = application::of_batch(desk.house.db.read(), bench.batch.id).await?;
    let found = found.into_iter().find(|one| one.person == person).ok_or(Halt::Missing)?;
    Ok((bench, found))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (bench, found) = application_in_path(desk, form).await?;
    Ok(Prepared::about(bench.name(found.person), applications_address(&bench.batch))
        .filled("day", short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (bench, _) = application_in_path(desk, form).await?;
    let mut reading = form.read();
    let day = past_day(desk, &mut reading);
    let papers = read_papers(&mut reading);
    if papers.is_empty() {
        reading.problem("identity", "application-problem-no-paper");
    }
    reading.done()?;
    let account = own_account(desk)?;
    let mut work = desk.begin("candidate paper").await?;
    let person = bench.roster.find(form.text("person")).ok_or(Halt::Missing)?.id();
    let known = application::of_batch(&work.tx, bench.batch.id).await?;
    let known = known.into_iter().find(|one| one.person == person).ok_or(Halt::Missing)?;
    let came: Vec<ApplicationPaper> =
        papers.into_iter().filter(|paper| !known.papers.contains(paper)).collect();
    for paper in &came {
        application::add_paper(&work.tx, (bench.batch.id, person), (*paper, day), account).await?;
    }
    let codes: Vec<&str> = came.iter().map(|paper| paper.code()).collect();
    let content = json!({ "batch": bench.batch.code, "day": day.to_string(), "papers": codes });
    let event = Event::new("CandidatePapersCame", Object::new("batch", bench.batch.id.0), content);
    work.record(event.about("person", person.0)).await?;
    let said = Say::new("candidate-papers-came").with("name", bench.name(person)).with("papers", came.len());
    work.commit(Done::new(applications_address(&bench.batch), said)).await
}

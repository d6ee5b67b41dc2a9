// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The booked assessor judges, unit by unit, K or BK: the first try.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal};
use kernel::id::AccountId;
use programme::facts::BatchFact;

use super::batch_in_path;
use super::judge::{Bench, Occasion, instructors, judge, parse, prepared, shown};
use super::sample::sample;
use crate::rules::{SittingKind, assessor_is_independent, kind_fits};
use crate::state::Command;

pub const DECIDE: Action = Action {
    name: "assessment decide",
    path: "/batches/{batch}/assessment/decision",
    act: Act::AssessmentDecide,
    room: "assessment",
    fields: FIELDS,
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

pub(super) const FIELDS: &[Field] = &[
    Field::path("batch"),
    Field::required("day", Kind::Day),
    Field::optional("file", Kind::File),
    Field::optional("result", Kind::Grid),
];

const OCCASION: Occasion = Occasion {
    kind: SittingKind::Competence,
    command: |_, verdict| Command::Decide(verdict),
    event: "AssessmentDecided",
    said: "assessment-decided",
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::AssessmentDecide, &batch.target())?;
    may_assess(desk, &batch).await?;
    prepared(desk, form, batch, &OCCASION).await
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    assess(desk, form, "assessment decide", &OCCASION).await
}

/// First and later tries differ in their occasion only.
pub(super) async fn assess(desk: &Desk, form: &Form, name: &str, occasion: &Occasion) -> Result<Done, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::AssessmentDecide, &batch.target())?;
    may_assess(desk, &batch).await?;
    let bench = Bench::set(desk.house.db.read(), batch).await?;
    let asked = parse(form, &bench)?;
    let mut work = desk.begin(name).await?;
    let (sitting, event) = judge(desk, &work.tx, &bench, &asked, occasion).await?;
    work.record(event).await?;
    let mut done = shown(&work.tx, &bench, &asked, occasion).await?;
    if let Some(sampled) = sample(&mut work, &bench, &asked, &sitting).await? {
        done = done.and(sampled);
    }
    work.commit(done).await
}

pub(super) async fn may_assess(desk: &Desk, batch: &BatchFact) -> Result<(), Halt> {
    kind_fits(batch, SittingKind::Competence)?;
    let on = desk.house.db.read();
    let assessor = own_account(desk)?;
    let recorders = training::facts::recorders_of(on, batch.id).await?;
    assessor_is_independent(assessor, &instructors(on, batch).await?, &recorders)?;
    Ok(())
}

/// A verdict carries the account of the one who gives it.
pub(super) fn own_account(desk: &Desk) -> Result<AccountId, Refusal> {
    desk.actor.account.ok_or(Refusal::new("ASSM-11"))
}

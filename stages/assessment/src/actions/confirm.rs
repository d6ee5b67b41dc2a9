// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A teacher of the batch confirms mastery, person by person and skill by skill; a later sheet holds what was still missing.

use access::Act;
use desk::{Action, Desk, Done, Form, Halt, Prepared};
use programme::facts::BatchFact;

use super::batch_in_path;
use super::decide::{FIELDS, own_account};
use super::judge::{Bench, Occasion, instructors, judge, parse, prepared, shown};
use crate::rules::{SittingKind, kind_fits, teacher_of_batch};
use crate::state::{Command, UnitState};

pub const CONFIRM: Action = Action {
    name: "mastery confirm",
    path: "/batches/{batch}/mastery",
    act: Act::MasteryConfirm,
    room: "assessment",
    fields: FIELDS,
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// One sheet may hold first and later tries side by side, so the cell itself says which it is.
const OCCASION: Occasion = Occasion {
    kind: SittingKind::Mastery,
    command: |state, verdict| match state {
        UnitState::Untested => Command::Decide(verdict),
        UnitState::Competent | UnitState::NotYet => Command::Retry(verdict),
    },
    event: "MasteryConfirmed",
    said: "assessment-mastery-confirmed",
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::MasteryConfirm, &batch.target())?;
    may_confirm(desk, &batch).await?;
    prepared(desk, form, batch, &OCCASION).await
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::MasteryConfirm, &batch.target())?;
    may_confirm(desk, &batch).await?;
    let bench = Bench::set(desk.house.db.read(), batch).await?;
    let asked = parse(form, &bench)?;
    let mut work = desk.begin("mastery confirm").await?;
    let (_, event) = judge(desk, &work.tx, &bench, &asked, &OCCASION).await?;
    work.record(event).await?;
    let done = shown(&work.tx, &bench, &asked, &OCCASION).await?;
    work.commit(done).await
}

pub(crate) async fn may_confirm(desk: &Desk, batch: &BatchFact) -> Result<(), Halt> {
    kind_fits(batch, SittingKind::Mastery)?;
    teacher_of_batch(own_account(desk)?, &instructors(desk.house.db.read(), batch).await?)?;
    Ok(())
}

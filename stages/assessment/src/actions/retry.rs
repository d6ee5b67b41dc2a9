// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A later try, on units that are BK and on no others.

use access::Act;
use desk::{Action, Desk, Done, Form, Halt, Prepared};

use super::batch_in_path;
use super::decide::{FIELDS, assess, may_assess};
use super::judge::{Occasion, prepared};
use crate::rules::SittingKind;
use crate::state::Command;

pub const RETRY: Action = Action {
    name: "assessment retry",
    path: "/batches/{batch}/assessment/retry",
    act: Act::AssessmentDecide,
    room: "assessment",
    fields: FIELDS,
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

const OCCASION: Occasion = Occasion {
    kind: SittingKind::Competence,
    command: |_, verdict| Command::Retry(verdict),
    event: "AssessmentRetried",
    said: "assessment-retried",
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::AssessmentDecide, &batch.target())?;
    may_assess(desk, &batch).await?;
    prepared(desk, form, batch, &OCCASION).await
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    assess(desk, form, "assessment retry", &OCCASION).await
}

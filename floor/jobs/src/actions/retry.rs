// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A job that broke too often begins anew, after somebody has looked at why.

use ::store::violation;
use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Prepared, Refusal, Say};
use serde_json::json;

use super::allowed;
use crate::state::{Command, decide};
use crate::store;

pub const RETRY: Action = Action {
    name: "job retry",
    path: "/jobs/{job}/retry",
    act: Act::JobRetry,
    room: "jobs",
    fields: &[Field::path("job")],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let job = allowed(desk, form, Act::JobRetry).await?;
    Ok(Prepared::about(job.title(desk.teller()), format!("/jobs/{}", job.id)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let job = allowed(desk, form, Act::JobRetry).await?;
    decide(job.state, Command::Retry)?;
    let mut work = desk.begin("job retry").await?;
    let changed = store::retry(&work.tx, job.id).await.map_err(|error| match violation(&error) {
        // Meanwhile somebody asked for the same anew.
        Some(no) if no.is("job_unique", "job.kind, job.unique_key") => Refusal::new("JOBS-01").into(),
        _ => Halt::from(error),
    })?;
    if !changed {
        return Err(Refusal::new("JOBS-03").into());
    }
    let content = json!({ "kind": job.kind, "fault": job.fault });
    work.record(Event::new("JobRetried", Object::new("job", job.id.0), content)).await?;
    let say = Say::new("job-was-retried").with("job", job.title(desk.teller()));
    work.commit(Done::new(format!("/jobs/{}", job.id), say)).await
}

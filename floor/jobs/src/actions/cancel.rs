// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A job is wanted no more: it leaves the queue, or whoever runs it is asked to stop.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Prepared, Refusal, Say};
use serde_json::json;

use super::allowed;
use crate::State;
use crate::state::{Command, decide};
use crate::store;

pub const CANCEL: Action = Action {
    name: "job cancel",
    path: "/jobs/{job}/cancel",
    act: Act::JobCancel,
    room: "jobs",
    fields: &[Field::path("job")],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let job = allowed(desk, form, Act::JobCancel).await?;
    Ok(Prepared::about(job.title(desk.teller()), format!("/jobs/{}", job.id)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let job = allowed(desk, form, Act::JobCancel).await?;
    let next = decide(job.state, Command::Cancel)?;
    let mut work = desk.begin("job cancel").await?;
    if !store::cancel(&work.tx, job.id, job.state, desk.now).await? {
        return Err(Refusal::new("JOBS-02").into());
    }
    let content = json!({ "kind": job.kind, "was": job.state.code() });
    work.record(Event::new("JobCancelled", Object::new("job", job.id.0), content)).await?;
    let said = if next == State::Running { "job-asked-to-stop" } else { "job-was-cancelled" };
    let say = Say::new(said).with("job", job.title(desk.teller()));
    work.commit(Done::new(format!("/jobs/{}", job.id), say)).await
}

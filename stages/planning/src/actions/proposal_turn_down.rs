// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Turns a proposal down, with the reason. It stays readable.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use serde_json::json;

use super::proposal_approve::decidable;
use crate::proposal::{self, Decision};
use crate::state::{ProposalCommand, decide_proposal};

pub const TURN_DOWN: Action = Action {
    name: "proposal turn-down",
    path: "/proposals/{proposal}/turning-down",
    act: Act::ProposalDecide,
    room: "planning",
    fields: &[Field::path("proposal"), Field::required("reason", Kind::Long)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let made = decidable(desk, form).await?;
    Ok(Prepared::about(made.code.clone(), format!("/proposals/{}", made.code)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let reason = reading.text("reason");
    reading.done()?;
    let made = decidable(desk, form).await?;
    decide_proposal(made.state(), ProposalCommand::TurnDown)?;
    let mut work = desk.begin("proposal turn-down").await?;
    let decision = Decision { approved: false, on: desk.today(), by: desk.actor.account, reason };
    if !proposal::decide_once(&work.tx, made.id, &decision).await? {
        return Err(Refusal::new("PLAN-12").into());
    }
    let content = json!({ "code": made.code, "reason": decision.reason });
    work.record(Event::new("ProposalTurnedDown", Object::new("proposal", made.id), content)).await?;
    let say = Say::new("proposal-turned-down").with("code", &made.code);
    work.commit(Done::new(format!("/proposals/{}", made.code), say)).await
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The receiving office sends a pack back, and says what is missing.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Refusal, Say};
use serde_json::json;

use super::{addressed_pack, open_pack};
use crate::state::{self, Command};
use crate::store;

/// `handover return`.
pub const RETURN: Action = Action {
    name: "handover return",
    path: "/handovers/{handover}/return",
    act: Act::HandoverDecide,
    room: "release",
    fields: &[
        Field::path("handover"),
        Field::required("reason", Kind::Long),
        Field::required("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open_pack(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let (reason, day) = (read.text("reason"), read.day("day"));
    read.done()?;
    let mut pack = addressed_pack(desk, form).await?;
    let person = people::facts::person(desk.house.db.read(), pack.person).await?.ok_or(Halt::Missing)?;
    pack.state = state::decide(pack.state, Command::Return)?;
    pack.decided_on = Some(day);
    pack.reason = Some(reason.clone());

    let mut work = desk.begin("handover return").await?;
    if !store::answer(&work.tx, &pack).await? {
        return Err(Refusal::new("RELS-02").into());
    }
    let content = json!({ "code": pack.code, "reason": reason });
    let event = Event::new("HandoverReturned", Object::new("handover", pack.id.0), content)
        .about("person", pack.person.0);
    work.record(event).await?;
    work.commit(Done::new(
        format!("/handovers/{}", pack.code),
        Say::new("handover-returned").with("person", person.name),
    ))
    .await
}

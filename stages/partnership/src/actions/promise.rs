// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A promise of one party is written down: what, how much, by when.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use serde_json::json;

use super::step::{about_parties, iso};
use super::{address, agreement_in_path, pick_parties, read_party, read_quantity};
use crate::facts::AgreementFact;
use crate::store::NewObligation;
use crate::{rules, store};

pub const ADD: Action = Action {
    name: "obligation add",
    path: "/agreements/{agreement}/obligations/new",
    act: Act::ObligationAdd,
    room: "partnership",
    fields: &[
        Field::path("agreement"),
        Field::required("party", Kind::Pick(pick_parties)),
        Field::required("what", Kind::Text),
        Field::required("quantity", Kind::Number),
        Field::required("unit", Kind::Text),
        Field::required("due_on", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let agreement = agreement_in_path(desk, form).await?;
    desk.allow(Act::ObligationAdd, &agreement.target())?;
    Ok(Prepared::about(&agreement.title, address(&agreement)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let agreement = agreement_in_path(desk, form).await?;
    desk.allow(Act::ObligationAdd, &agreement.target())?;
    let new = parse(desk, form, &agreement)?;
    let mut work = desk.begin("obligation add").await?;
    let held = store::hold(&work.tx, agreement.id).await?;
    rules::may_add_obligation(&held, desk.today())?;
    let code = store::insert_obligation(&work.tx, &held, &new).await?;
    let party = held.party(new.party).map_or("", |party| &party.name);
    let content = json!({
        "obligation": code, "party": party, "what": new.what, "quantity": new.quantity, "unit": new.unit,
        "due_on": iso(new.due_on),
    });
    let event = Event::new("ObligationAdded", Object::new("agreement", held.id.0), content);
    work.record(about_parties(event, &held).about("obligation", new.id.0)).await?;
    work.commit(Done::new(
        address(&held),
        Say::new("obligation-added").with("code", code).with("party", party),
    ))
    .await
}

fn parse(desk: &Desk, form: &Form, agreement: &AgreementFact) -> Result<NewObligation, Halt> {
    let mut reading = form.read();
    let new = NewObligation {
        id: desk.fresh_id(),
        party: read_party(&mut reading, agreement),
        what: reading.text("what"),
        unit: reading.text("unit"),
        quantity: read_quantity(&mut reading, form),
        due_on: reading.day("due_on"),
    };
    reading.done()?;
    Ok(new)
}

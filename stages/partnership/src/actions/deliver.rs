// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Something promised is delivered, in part or in full, and noted by the party or by the host.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;
use serde_json::json;

use super::step::{about_parties, iso};
use super::{address, read_past_day, read_quantity};
use crate::facts::{self, AgreementFact, ObligationFact};
use crate::store::NewDelivery;
use crate::{rules, store};

pub const DELIVER: Action = Action {
    name: "obligation deliver",
    path: "/obligations/{obligation}/deliveries/new",
    act: Act::ObligationDeliver,
    room: "partnership",
    fields: &[
        Field::path("obligation"),
        Field::required("quantity", Kind::Number),
        Field::required("day", Kind::Day),
        Field::optional("note", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (obligation, agreement) = obligation_in_path(desk, form).await?;
    desk.allow(Act::ObligationDeliver, &agreement.target())?;
    let missing = (obligation.quantity - obligation.delivered).max(1);
    let prepared = Prepared::about(&obligation.what, address(&agreement)).filled("quantity", missing);
    Ok(prepared.filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (obligation, agreement) = obligation_in_path(desk, form).await?;
    desk.allow(Act::ObligationDeliver, &agreement.target())?;
    let new = parse(desk, form, &obligation)?;
    rules::acts_for(desk.actor.office_id(), obligation.party, agreement.host)?;
    let mut work = desk.begin("obligation deliver").await?;
    let held = store::hold(&work.tx, agreement.id).await?;
    rules::may_deliver(&held, new.day)?;
    store::insert_delivery(&work.tx, &new).await?;
    let now = facts::obligation_by_code(&work.tx, &obligation.code).await?.ok_or(Halt::Missing)?;
    let content = json!({
        "obligation": now.code, "what": now.what, "quantity": new.quantity, "unit": now.unit, "day": iso(new.day),
        "delivered": now.delivered, "promised": now.quantity,
    });
    let event = Event::new("ObligationDelivered", Object::new("agreement", held.id.0), content);
    work.record(about_parties(event, &held).about("obligation", now.id.0)).await?;
    let say =
        Say::new("obligation-delivered").with("delivered", now.delivered).with("promised", now.quantity);
    work.commit(Done::new(address(&held), say.with("unit", &now.unit).with("what", &now.what))).await
}

async fn obligation_in_path(desk: &Desk, form: &Form) -> Result<(ObligationFact, AgreementFact), Halt> {
    let on = desk.house.db.read();
    let obligation = facts::obligation_by_code(on, form.text("obligation")).await?.ok_or(Halt::Missing)?;
    let agreement = facts::agreement(on, obligation.agreement).await?.ok_or(Halt::Missing)?;
    Ok((obligation, agreement))
}

fn parse(desk: &Desk, form: &Form, obligation: &ObligationFact) -> Result<NewDelivery, Halt> {
    let mut reading = form.read();
    let new = NewDelivery {
        id: desk.fresh_id(),
        obligation: obligation.id,
        quantity: read_quantity(&mut reading, form),
        day: read_past_day(&mut reading, "day", desk.today()),
        note: reading.optional_text("note").unwrap_or_default(),
    };
    reading.done()?;
    Ok(new)
}

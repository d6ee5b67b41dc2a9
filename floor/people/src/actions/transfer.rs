// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The sending office records that a person moves; the same moment puts her in the charge of the office she goes to.

use access::{Act, Target};
use desk::{Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Prepared, Say};
use kernel::day::{self, Day};
use office::facts::OrganisationFact;

use super::{code_in, person_here};
use crate::commands::transfer::{Move, REASONS, transfer};
use crate::rules::Charge;

pub const TRANSFER: Action = Action {
    name: "person transfer",
    path: "/people/{person}/transfer",
    act: Act::PersonTransfer,
    room: "people",
    fields: &[
        Field::path("person"),
        Field::required("to", Kind::Pick(pick_offices)),
        Field::required("reason", Kind::Codes { prefix: "people-transfer", codes: REASONS }),
        Field::required("day", Kind::Day),
        Field::optional("register", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, _) = person_here(desk, form, Act::PersonTransfer).await?;
    let today = desk.today().format("%d-%m-%Y");
    Ok(Prepared::about(person.name, format!("/people/{}", person.id)).filled("day", today))
}

struct Asked {
    to: String,
    reason: &'static str,
    day: Day,
    register: Option<String>,
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let asked = parse(form)?;
    let (person, from) = person_here(desk, form, Act::PersonTransfer).await?;
    let to = office_named(desk, &asked.to).await?;
    let mut work = desk.begin("person transfer").await?;
    let go = Move { from, to: &to, register: asked.register, reason: asked.reason, day: asked.day };
    transfer(&mut work, person.id, &go).await?;
    let say = Say::new("people-transferred")
        .with("name", &person.name)
        .with("office", &to.name)
        .with("day", day::long(asked.day, desk.lang));
    work.commit(Done::new(format!("/people/{}", person.id), say)).await
}

fn parse(form: &Form) -> Result<Asked, Halt> {
    let mut reading = form.read();
    let asked = Asked {
        to: reading.text("to"),
        reason: reading.code("reason", |code| code_in(REASONS, code), "other"),
        day: reading.day("day"),
        register: reading.optional_text("register"),
    };
    reading.done()?;
    Ok(asked)
}

async fn office_named(desk: &Desk, code: &str) -> Result<OrganisationFact, Halt> {
    let unknown = || Halt::field("to", Say::new("problem-unknown").with("text", code));
    office::facts::by_code(desk.house.db.read(), code).await?.ok_or_else(unknown)
}

/// The other offices of the same charge as the actor's own.
fn pick_offices<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let Some(own) = &desk.actor.office else {
            desk.allow(Act::PersonTransfer, &Target::default())?;
            return Ok(Vec::new());
        };
        let charge = Charge::of(&own.kind);
        let all = office::facts::all(desk.house.db.read()).await?;
        let others = all.into_iter().filter(|office| {
            office.id != own.id && charge != Charge::None && Charge::of(&office.kind) == charge
        });
        Ok(others.map(|office| Choice { value: office.code, label: office.name }).collect())
    })
}

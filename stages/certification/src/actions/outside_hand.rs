// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The paper that another registry issued reaches its holder, or someone who takes it on the holder's behalf.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use people::facts::PersonFact;
use serde_json::json;

use super::outside_record::{address, person_in_path};
use crate::elsewhere::{self, OutsideFact};
use crate::rules::day_problem;

/// `outside hand`.
pub const OUTSIDE_HAND: Action = Action {
    name: "outside hand",
    path: "/people/{person}/outside-certificates/{outside}/handing",
    act: Act::CertificateOutside,
    room: "certification",
    fields: &[
        Field::path("person"),
        Field::path("outside"),
        Field::required("day", Kind::Day),
        Field::required("to", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// The person and the certificate that an address names; the latter by id or by its registry's number.
async fn named(desk: &Desk, form: &Form) -> Result<(PersonFact, OutsideFact), Halt> {
    let person = person_in_path(desk, form).await?;
    let text = form.text("outside");
    let known = elsewhere::of_person(desk.house.db.read(), person.id).await?;
    let found = known.into_iter().find(|one| one.id.to_string() == text || one.number == text);
    Ok((person, found.ok_or(Halt::Missing)?))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, found) = named(desk, form).await?;
    Ok(Prepared::about(format!("{}, {}", person.name, found.number), address(&person))
        .filled("day", day::short(desk.today()))
        .filled("to", &person.name))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (person, found) = named(desk, form).await?;
    let mut reading = form.read();
    let (on, to) = (reading.day("day"), reading.text("to"));
    if let Some(problem) = day_problem(on, Some(found.issued_on), desk.today()) {
        reading.problem("day", problem);
    }
    reading.done()?;
    let account = desk.actor.account.ok_or(Refusal::new("CERT-08"))?;
    let mut work = desk.begin("outside hand").await?;
    if !elsewhere::hand(&work.tx, found.id, (on, &to), account).await? {
        return Err(Refusal::new("CERT-02").into());
    }
    let content = json!({ "number": found.number, "day": on });
    let event =
        Event::new("OutsideCertificateHanded", Object::new("outside_certificate", found.id.0), content)
            .about("person", person.id.0);
    work.record(event).await?;
    let said = Say::new("outside-handed").with("number", &found.number).with("to", &to);
    work.commit(Done::new(address(&person), said)).await
}

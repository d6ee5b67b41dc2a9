// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A certificate that another registry issued is put on record: its own number, its term, and where its scan is kept.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use people::facts::PersonFact;
use serde_json::json;

use crate::elsewhere::{self, OutsideFact, Registry};
use crate::rules::day_problem;

/// `outside record`.
pub const OUTSIDE_RECORD: Action = Action {
    name: "outside record",
    path: "/people/{person}/outside-certificates/new",
    act: Act::CertificateOutside,
    room: "certification",
    fields: &[
        Field::path("person"),
        Field::required("registry", Kind::Codes { prefix: "registry", codes: Registry::CODES }),
        Field::required("issuer", Kind::Text),
        Field::required("number", Kind::Text),
        Field::required("title", Kind::Text),
        Field::required("issued_on", Kind::Day),
        Field::optional("valid_until", Kind::Day),
        Field::optional("scan", Kind::File),
        Field::optional("kept_at", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// The person named in the address, once it is allowed.
pub(super) async fn person_in_path(desk: &Desk, form: &Form) -> Result<PersonFact, Halt> {
    let person = people::facts::resolve(desk, form.text("person")).await?;
    let target = people::facts::target(desk.house.db.read(), person.id).await?;
    desk.allow(Act::CertificateOutside, &target)?;
    Ok(person)
}

pub(super) fn address(person: &PersonFact) -> String {
    format!("/people/{}/outside-certificates", person.id)
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let person = person_in_path(desk, form).await?;
    Ok(Prepared::about(&person.name, address(&person)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let person = person_in_path(desk, form).await?;
    let fact = parse(desk, form, &person)?;
    let account = desk.actor.account.ok_or(Refusal::new("CERT-08"))?;
    let mut work = desk.begin("outside record").await?;
    elsewhere::add(&work.tx, &fact, account).await?;
    let content = json!({ "registry": fact.registry.code(), "number": fact.number, "scanned": fact.scan_digest.is_some() });
    let event =
        Event::new("OutsideCertificateRecorded", Object::new("outside_certificate", fact.id.0), content)
            .about("person", person.id.0);
    work.record(event).await?;
    let said = Say::new("outside-recorded").with("number", &fact.number).with("name", &person.name);
    work.commit(Done::new(address(&person), said)).await
}

fn parse(desk: &Desk, form: &Form, person: &PersonFact) -> Result<OutsideFact, Halt> {
    let mut reading = form.read();
    let registry = reading.code("registry", Registry::from_code, Registry::Other);
    let (issuer, number, title) = (reading.text("issuer"), reading.text("number"), reading.text("title"));
    let issued_on = reading.day("issued_on");
    if let Some(problem) = day_problem(issued_on, None, desk.today()) {
        reading.problem("issued_on", problem);
    }
    let valid_until = reading.optional_day("valid_until");
    if valid_until.is_some_and(|until| until <= issued_on) {
        reading.problem("valid_until", "problem-days-reversed");
    }
    let scan_digest = form.file("scan").map(|upload| audit::fingerprint(&upload.bytes));
    let kept_at = reading.optional_text("kept_at").unwrap_or_default();
    if scan_digest.is_none() && kept_at.is_empty() {
        reading.problem("scan", "outside-problem-no-scan");
    }
    reading.done()?;
    Ok(OutsideFact {
        id: desk.fresh_id(),
        person: person.id,
        registry,
        issuer,
        number,
        title,
        issued_on,
        valid_until,
        scan_digest,
        kept_at,
        handed: None,
    })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The paper reaches its holder, or someone who takes it on the holder's behalf.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use serde_json::json;

use crate::chain::{Paper, Whereabouts, chain};
use crate::rules::day_problem;
use crate::state::{Command, State, decide};
use crate::store::keep_handing;
use crate::subject;

/// `certificate hand`.
pub const HAND: Action = Action {
    name: "certificate hand",
    path: "/certificates/{certificate}/handing",
    act: Act::CertificateHand,
    room: "certification",
    fields: &[
        Field::path("certificate"),
        Field::required("day", Kind::Day),
        Field::required("to", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateHand, &subject::target(desk, &certificate, &batch).await?)?;
    Ok(subject::form_about(&certificate)
        .filled("day", day::short(desk.today()))
        .filled("to", &certificate.learner_name))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let (on, to) = (reading.day("day"), reading.text("to"));
    reading.done()?;
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateHand, &subject::target(desk, &certificate, &batch).await?)?;
    if let Some(problem) = day_problem(on, Some(certificate.issued_on), desk.today()) {
        return Err(Halt::field("day", problem));
    }
    decide(State::of(&certificate), Command::Hand)?;
    if certificate.suspended_on.is_some() {
        return Err(Refusal::new("CERT-13").into());
    }
    let paper = chain(desk.house.db.read(), certificate.id).await?;
    if Paper::of(&paper, false) == (Paper { copy: 1, at: Whereabouts::AtPrinter }) {
        return Err(Refusal::new("CERT-45").into());
    }
    let mut work = desk.begin("certificate hand").await?;
    let kept = keep_handing(&work.tx, &certificate, on, &to, desk.actor.account).await;
    if !kept.map_err(subject::changed_meanwhile)? {
        return Err(Refusal::new("CERT-08").into());
    }
    let content = json!({ "number": certificate.number, "day": on, "to": to });
    let event = subject::event("CertificateHanded", &certificate, content);
    work.record(event).await?;
    let say = Say::new("certificate-handed").with("number", &certificate.number).with("to", &to);
    work.commit(Done::new(subject::page(&certificate), say)).await
}

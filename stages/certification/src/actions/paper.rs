// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A step of a certificate's paper: printed, received from the printer, stored, a further copy and to whom it went.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;
use serde_json::json;

use crate::chain::{self, Move, Paper, Step, decide};
use crate::rules::day_problem;
use crate::state::State;
use crate::subject;
use desk::Refusal;

/// `certificate paper`.
pub const PAPER: Action = Action {
    name: "certificate paper",
    path: "/certificates/{certificate}/paper-way",
    act: Act::CertificatePaper,
    room: "certification",
    fields: &[
        Field::path("certificate"),
        Field::required("step", Kind::Codes { prefix: "certificate-paper-step", codes: Step::CODES }),
        Field::required("day", Kind::Day),
        Field::optional("place", Kind::Text),
        Field::optional("reason", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificatePaper, &subject::target(desk, &certificate, &batch).await?)?;
    Ok(subject::form_about(&certificate).filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificatePaper, &subject::target(desk, &certificate, &batch).await?)?;
    let mut reading = form.read();
    let step = reading.code("step", Step::from_code, Step::Printed);
    let on = reading.day("day");
    let (place, reason) = (form.text("place").trim(), form.text("reason").trim());
    if matches!(step, Step::Stored | Step::Handed) && place.is_empty() {
        reading.problem("place", "problem-certificate-paper-place");
    }
    match step {
        Step::Again if reason.is_empty() => reading.problem("reason", "problem-certificate-paper-reason"),
        Step::Again => {}
        _ if !reason.is_empty() => reading.problem("reason", "problem-certificate-paper-no-reason"),
        Step::Printed | Step::Received | Step::Stored | Step::Handed => {}
    }
    if let Some(problem) = day_problem(on, Some(certificate.issued_on), desk.today()) {
        reading.problem("day", problem);
    }
    reading.done()?;
    if State::of(&certificate) == State::Revoked {
        return Err(Refusal::new("CERT-03").into());
    }
    let mut work = desk.begin("certificate paper").await?;
    let before = chain::chain(&work.tx, certificate.id).await?;
    if let Some(last) = before.last().filter(|last| on < last.day) {
        let say = Say::new("problem-certificate-paper-before").with("day", day::short(last.day));
        return Err(Halt::field("day", say));
    }
    let copy = decide(Paper::of(&before, certificate.handed_on.is_some()), step)?;
    let turn = before.last().map_or(0, |last| last.turn) + 1;
    // A paper that was handed over before anybody wrote down its way begins its way with the further copy's first one.
    let moved = Move { turn, copy, step, day: on, place, reason };
    chain::keep(&work.tx, certificate.id, &moved, &desk.actor).await.map_err(subject::changed_meanwhile)?;
    let content = json!({ "number": certificate.number, "copy": copy, "step": step.code(), "day": on });
    let event = subject::event("PaperMoved", &certificate, content);
    work.record(event).await?;
    let step = desk.teller().code("certificate-paper-step", step.code());
    let say = Say::new("certificate-paper-moved").with("number", &certificate.number);
    let say = say.with("copy", copy).with("step", step);
    work.commit(Done::new(subject::page(&certificate), say)).await
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The issuer gives everyone in a batch who earned it a certificate; of the others it says why not.

mod make;
mod request;

use access::Act;
use audit::Event;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Work};
use jobs::Task;
use kernel::day;
use programme::facts::{BatchFact, CertificateKind};
use serde_json::json;

use crate::candidate::{Candidate, candidates};
use crate::paper::Occasion;
use crate::rules::Reason;
use crate::store::{NewCertificate, keep, keep_decision};
use crate::subject;
pub(super) use make::{Made, make_all, notes, notes_of_many, occasion};
pub(super) use request::{Request, parse, parse_replacement, prefilled};

/// `certificate issue`.
pub const ISSUE: Action = Action {
    name: "certificate issue",
    path: "/batches/{batch}/certificates",
    act: Act::CertificateIssue,
    room: "certification",
    fields: &[
        Field::path("batch"),
        Field::required("day", Kind::Day),
        Field::optional("signer", Kind::Text),
        Field::optional("signer_post", Kind::Text),
        Field::optional("place", Kind::Text),
        Field::optional("valid_until", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = subject::batch(desk, form).await?;
    desk.allow(Act::CertificateIssue, &subject::issuer_target(&batch))?;
    let on = desk.house.db.read();
    let units = programme::facts::units(on, batch.programme.id).await?;
    let found = candidates(on, &batch, &units, (desk.today(), desk.actor.account)).await?;
    let prepared = Prepared::about(&batch.title, format!("/batches/{}", batch.code))
        .filled("day", day::short(desk.today()));
    let mut prepared = prefilled(desk, batch.programme.issuer, prepared).await?;
    prepared.notes_html = notes(desk, &found)?;
    Ok(prepared)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let request = parse(form, desk.today())?;
    let batch = subject::batch(desk, form).await?;
    let Judged { occasion, earned, others } = judged(desk, batch, &request).await?;
    let made = make_all(desk, &occasion, (ISSUE.name, earned)).await?;
    let mut work = desk.begin("certificate issue").await?;
    let count = record(&mut work, &occasion, &request, made).await?;
    work.commit(others.into_iter().fold(done(&occasion, count), Done::and)).await
}

/// One batch with who gets a certificate and, in sentences, who does not.
pub(super) struct Judged<'d> {
    pub occasion: Occasion<'d>,
    pub earned: Vec<Candidate>,
    pub others: Vec<Say>,
}

/// Judges a batch of one's own.
pub(super) async fn judged<'d>(
    desk: &'d Desk,
    batch: BatchFact,
    request: &Request,
) -> Result<Judged<'d>, Halt> {
    desk.allow(Act::CertificateIssue, &subject::issuer_target(&batch))?;
    if batch.programme.certificate_kind == CertificateKind::Acknowledgement {
        return Err(Refusal::new("CERT-15").into());
    }
    let scheme = (batch.programme.certificate_kind, batch.programme.issuer);
    let occasion = occasion(desk, batch, scheme, request).await?;
    let by = (request.day, desk.actor.account);
    let found = candidates(desk.house.db.read(), &occasion.batch, &occasion.units, by).await?;
    let (earned, others) = decide(desk, found)?;
    Ok(Judged { occasion, earned, others })
}

/// Makes and stores the certificates of these people, in one transaction that also says that the job goes on.
pub(super) async fn issue_to(
    desk: &Desk,
    task: &Task,
    (occasion, request): (&Occasion<'_>, &Request),
    earned: Vec<Candidate>,
) -> Result<usize, Halt> {
    let made = make_all(desk, occasion, (ISSUE.name, earned)).await?;
    let mut work = desk.begin("certificate issue").await?;
    let count = record(&mut work, occasion, request, made).await?;
    task.keep(&work).await?;
    work.commit(done(occasion, count)).await?;
    Ok(count)
}

fn done(occasion: &Occasion<'_>, count: usize) -> Done {
    Done::new(
        format!("/certificates?batch={}", occasion.batch.code),
        Say::new("certificate-issued").with("count", count).with("batch", &occasion.batch.code),
    )
}

/// Parts those who get a certificate from those who do not, with a sentence for each reason.
pub(super) fn decide(desk: &Desk, found: Vec<Candidate>) -> Result<(Vec<Candidate>, Vec<Say>), Refusal> {
    let (earned, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|candidate| candidate.reasons.is_empty());
    let all_hold = |candidate: &Candidate| matches!(candidate.reasons.as_slice(), [Reason::Holds { .. }]);
    if earned.is_empty() && !others.is_empty() && others.iter().all(all_hold) {
        return Err(Refusal::new("CERT-07"));
    }
    let sentences = |candidate: &Candidate| -> Vec<Say> {
        candidate.reasons.iter().map(|reason| reason.say(&candidate.person.name, desk.lang)).collect()
    };
    let said: Vec<Say> = others.iter().flat_map(sentences).collect();
    if earned.is_empty() { Err(Refusal::new("CERT-01").because(said)) } else { Ok((earned, said)) }
}

/// Stores what was made; a person who got one in the meantime keeps that one. Answers how many were issued.
pub(super) async fn record(
    work: &mut Work<'_>,
    occasion: &Occasion<'_>,
    request: &Request,
    Made { certificates: made, pen }: Made,
) -> Result<usize, Halt> {
    pen.note(work).await?;
    if let (CertificateKind::Acknowledgement, Some(decision)) = (occasion.kind, &request.decision)
        && let Some(id) = made.first().and_then(|first| first.acknowledgement)
    {
        let account = work.desk.actor.account;
        keep_decision(&work.tx, id, occasion.batch.id, (request.day, decision), account).await?;
    }
    let mut count = 0;
    for certificate in &made {
        if !keep(&work.tx, certificate).await.map_err(subject::changed_meanwhile)? {
            continue;
        }
        count += 1;
        work.record(issued(certificate)).await?;
    }
    if count == 0 { Err(Refusal::new("CERT-07").into()) } else { Ok(count) }
}

/// That a certificate was issued, whether as the first one, in the place of another or after another.
pub(super) fn issued(certificate: &NewCertificate) -> Event {
    let content = json!({
        "number": certificate.number,
        "kind": certificate.kind.code(),
        "issued_on": certificate.issued_on,
        // What a proof from the log says of the file in a holder's hand.
        "credential_sha256": audit::fingerprint(certificate.credential.as_bytes()),
    });
    Event::new("CertificateIssued", audit::Object::new("certificate", certificate.id.0), content)
        .about("batch", certificate.batch.0)
        .about("person", certificate.person.0)
}

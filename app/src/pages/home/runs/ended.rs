// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a batch asks for once its training has ended: verdicts, then certificates, then their handing over.

use access::{Act, Target};
use desk::{Desk, Halt};
use kernel::day;
use programme::facts::{BatchFact, CertificateKind};

use crate::pages::home::waiting::{Urgency, Waiting, line};

/// The one next step of this batch that is this person's to take.
pub async fn waiting(desk: &Desk, batch: &BatchFact) -> Result<Option<Waiting>, Halt> {
    let issuer = Target::of(batch.programme.issuer);
    let may_issue = desk.may(Act::CertificateIssue, &issuer);
    let may_hand = desk.may(Act::CertificateHand, &Target::of(batch.host).also_of(batch.programme.issuer));
    let judging = judging(desk, batch);
    if judging.is_none() && !may_issue && !may_hand {
        return Ok(None);
    }
    let on = desk.house.db.read();
    let done = training::facts::completions(on, batch.id).await?;
    let completed = done.iter().filter(|line| line.complete).count();
    let judged = assessment::facts::counts(on, batch.id).await?;
    if let Some((key, action)) = judging.filter(|_| count(judged.assessed) < completed) {
        let urgency = if batch.last_day() <= desk.today() { Urgency::Now } else { Urgency::Planned };
        let found = line(desk, urgency, (key, &batch.title), (action, &[&batch.code]));
        return Ok(found.map(|line| line.when(booked(desk, batch))));
    }
    let earned = match batch.programme.certificate_kind {
        CertificateKind::Competence | CertificateKind::School => count(judged.k_people),
        CertificateKind::Training | CertificateKind::Acknowledgement => completed,
    };
    let certificates = certification::facts::certificates_of_batch(on, batch.id).await?;
    let live: Vec<_> =
        certificates.into_iter().filter(|certificate| certificate.revoked_on.is_none()).collect();
    // A foundation's letters come on top of what the programme leads to.
    let issued =
        live.iter().filter(|certificate| certificate.kind == batch.programme.certificate_kind).count();
    let t = desk.teller();
    if may_issue && issued < earned {
        let found = line(desk, Urgency::Soon, ("issue", &batch.title), ("certificate issue", &[&batch.code]));
        return Ok(found.map(|line| line.detail(t.with("home-issue-count", "count", earned - issued))));
    }
    let to_hand = live.iter().filter(|certificate| certificate.handed_on.is_none()).count();
    if may_hand && to_hand > 0 {
        let found = line(desk, Urgency::Soon, ("hand", &batch.title), ("certificate list", &[]));
        return Ok(found.map(|mut line| {
            line.href = format!("{}?batch={}", line.href, batch.code);
            line.detail(t.with("home-hand-count", "count", to_hand))
        }));
    }
    Ok(None)
}

/// Which judging is this person's: the booked assessor's, or a teacher's of the school.
fn judging(desk: &Desk, batch: &BatchFact) -> Option<(&'static str, &'static str)> {
    let may = |act| desk.may(act, &batch.target());
    match batch.programme.certificate_kind {
        CertificateKind::Competence if may(Act::AssessmentDecide) => Some(("assess", "assessment decide")),
        CertificateKind::School if may(Act::MasteryConfirm) => Some(("master", "mastery confirm")),
        CertificateKind::Competence | CertificateKind::School => None,
        CertificateKind::Training | CertificateKind::Acknowledgement => None,
    }
}

fn booked(desk: &Desk, batch: &BatchFact) -> String {
    batch.assessment.as_ref().map(|booking| day::long(booking.reserved_on, desk.lang)).unwrap_or_default()
}

fn count(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

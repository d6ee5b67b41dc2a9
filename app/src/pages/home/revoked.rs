// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates taken back by their issuers, for the offices that answer for the holders, until those have been told.
//! An employer is not told here: whoever relies on a certificate looks at its public page.

use access::Act;
use desk::{Desk, Halt, Say};
use kernel::day;
use kernel::id::PersonId;
use livelihood::facts::ReferralState;

use super::waiting::{Urgency, Waiting, line};

/// The oldest revocation first.
pub async fn waiting(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    if !desk.may(Act::CertificateTell, &access::Target::of(own)) {
        return Ok(Vec::new());
    }
    let mut lines = Vec::new();
    for (certificate, revoked_on) in certification::facts::untold_of(desk.house.db.read(), own).await? {
        let found = line(
            desk,
            Urgency::Now,
            ("revoked", &certificate.learner_name),
            ("certificate tell", &[&certificate.number]),
        );
        let detail = detail(desk, certificate.person, &certificate.title).await?;
        let when = day::long(revoked_on, desk.lang);
        lines.extend(found.map(|line| line.when(when).detail(detail)));
    }
    Ok(lines)
}

/// What is revoked, and at which employer the holder works: a job is not lost by it, but it may rest on it.
async fn detail(desk: &Desk, person: PersonId, title: &str) -> Result<String, Halt> {
    let referrals = livelihood::facts::referrals(desk.house.db.read(), person).await?;
    let hired = referrals.into_iter().find(|(referral, _)| referral.state == ReferralState::Hired);
    let say = match hired {
        None => Say::new("home-revoked-detail").with("title", title),
        Some((_, vacancy)) => {
            Say::new("home-revoked-hired").with("title", title).with("employer", vacancy.employer_name)
        }
    };
    Ok(desk.teller().tell(&say))
}

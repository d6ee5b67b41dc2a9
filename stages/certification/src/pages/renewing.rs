// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the page of a certificate says of its end: whom it continues, who was told, on what a renewal could rest.

use access::Act;
use desk::{Desk, Halt, Say};
use kernel::day::{Day, long};
use programme::facts::BatchFact;

use crate::facts::CertificateFact;
use crate::rules::renewal::{Ground, Outcome, grounded, renewable};
use crate::store::Tie;
use crate::{renewal, store, subject};

/// The part of the page.
pub(super) struct Renewal {
    /// The number of the one that this one continues, and of the one that continues it.
    pub renews: Option<String>,
    pub renewed_by: Option<String>,
    pub may_renew: bool,
    pub may_remind: bool,
    /// That the holder was told; else empty.
    pub reminded: String,
    /// What a renewal could rest on, sentence by sentence.
    pub grounds: Vec<String>,
}

impl Renewal {
    pub(super) async fn of(
        desk: &Desk,
        certificate: &CertificateFact,
        batch: &BatchFact,
    ) -> Result<Self, Halt> {
        let on = desk.house.db.read();
        let (renews, renewed_by) = store::chain(on, certificate.id, Tie::Renews).await?;
        let rule = renewal::rule(on, batch.programme.id).await?;
        let is_renewable = renewable(certificate, rule, desk.today()).is_ok();
        let grounds = renewal::grounds(on, certificate.id).await?;
        let told = renewal::told(on, certificate.id).await?;
        let keepers = subject::keepers(desk, certificate, batch).await?;
        Ok(Self {
            renews,
            renewed_by,
            may_renew: is_renewable
                && grounded(&grounds, desk.actor.account).is_ok()
                && desk.may(Act::CertificateIssue, &subject::issued_by(certificate)),
            may_remind: is_renewable && told.is_none() && desk.may(Act::CertificateTell, &keepers),
            reminded: told.map(|told| reminded(desk, told)).unwrap_or_default(),
            grounds: grounds.iter().map(|ground| judged(desk, ground)).collect(),
        })
    }
}

fn reminded(desk: &Desk, (on, by): (Day, String)) -> String {
    let say = Say::new("certificate-reminded-on").with("day", long(on, desk.lang)).with("by", by);
    desk.teller().tell(&say)
}

/// A judgement, with what was seen.
fn judged(desk: &Desk, ground: &Ground) -> String {
    let t = desk.teller();
    let key = match ground.outcome {
        Outcome::Competent => "certificate-judged-competent",
        Outcome::NotYet => "certificate-judged-not-yet",
    };
    let say = Say::new(key).with("day", long(ground.day, desk.lang)).with("by", &ground.by_name);
    format!("{}: {} {}", t.code("certificate-basis", ground.basis.code()), t.tell(&say), ground.evidence)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates that run out: one line for the offices that answer for the holders, until those were told, one for the issuer,
//! until they are renewed; for its assessors one a holder, until she is judged anew.

use access::{Act, Target};
use certification::facts::Expiring;
use desk::{Desk, Halt};
use kernel::day;

use super::waiting::{Urgency, Waiting, line};

/// Assessors have no list of certificates; these are as many as one reads.
const MOST_TO_JUDGE: usize = 5;

/// At most two lines, and the page behind them names everyone; to an assessor the next holders to be judged.
pub async fn waiting(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    let (may_tell, may_renew) =
        (desk.may(Act::CertificateTell, &Target::of(own)), desk.may(Act::CertificateIssue, &Target::of(own)));
    let may_judge = desk.may(Act::CertificateReassess, &Target::of(own));
    if !may_tell && !may_renew && !may_judge {
        return Ok(Vec::new());
    }
    let found = certification::facts::expiring(desk.house.db.read(), own, desk.today()).await?;
    let (own_papers, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|one| one.certificate.issuer == own);
    let is_judged = |one: &&Expiring| one.ground.as_ref().is_some_and(|ground| ground.is_competent());
    if may_judge {
        let open = own_papers.iter().filter(|one| !is_judged(one)).take(MOST_TO_JUDGE);
        return Ok(open.filter_map(|one| to_judge(desk, one)).collect());
    }
    let untold: Vec<Expiring> = others.into_iter().filter(|one| one.told.is_none()).collect();
    let mut lines = Vec::new();
    if may_tell {
        lines.extend(of(desk, "expiring-told", &untold));
    }
    if may_renew {
        lines.extend(of(desk, "expiring-renewed", &own_papers));
    }
    Ok(lines)
}

/// Nothing where nothing runs out; the first to end says how urgent it is.
fn of(desk: &Desk, key: &str, found: &[Expiring]) -> Option<Waiting> {
    let first = found.first()?;
    let urgency = if first.last < desk.today() { Urgency::Now } else { Urgency::Soon };
    let count = found.len().to_string();
    let line = line(desk, urgency, (key, &count), ("certificate expiring", &[]))?;
    Some(line.when(day::long(first.last, desk.lang)).detail(first.certificate.title.clone()))
}

fn to_judge(desk: &Desk, one: &Expiring) -> Option<Waiting> {
    let of = &one.certificate;
    let line = line(
        desk,
        Urgency::Planned,
        ("reassess", &of.learner_name),
        ("certificate reassess", &[&of.number]),
    )?;
    Some(line.when(day::long(one.last, desk.lang)).detail(of.title.clone()))
}

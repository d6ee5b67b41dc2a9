// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates that run out: one line for the offices that answer for the holders, until those were told, and one for the
//! issuer, until they are renewed.

use access::{Act, Target};
use certification::facts::Expiring;
use desk::{Desk, Halt};
use kernel::day;

use super::waiting::{Urgency, Waiting, line};

/// At most two lines; the page behind them names everyone.
pub async fn waiting(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    let (may_tell, may_renew) =
        (desk.may(Act::CertificateTell, &Target::of(own)), desk.may(Act::CertificateIssue, &Target::of(own)));
    if !may_tell && !may_renew {
        return Ok(Vec::new());
    }
    let found = certification::facts::expiring(desk.house.db.read(), own, desk.today()).await?;
    let (own_papers, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|one| one.certificate.issuer == own);
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

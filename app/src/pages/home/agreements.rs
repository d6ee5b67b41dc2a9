// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Agreements of this person's organisation: those that want a word or a signature, and those about to end.

use access::Act;
use desk::{Desk, Halt};
use kernel::day;
use partnership::facts::{AgreementFact, AgreementState};

use super::waiting::{Urgency, Waiting, line};

/// An agreement is named this many days before its last.
///
/// # Source
/// Product decision: a renewal takes its parties about a quarter of a year.
const DAYS_AHEAD: i64 = 90;
/// From here on it is urgent.
const DAYS_URGENT: i64 = 30;

/// An agreement that ends soon.
pub struct Ending {
    pub code: String,
    pub title: String,
    pub days: i64,
    pub ends_on: String,
    pub percent: i64,
    pub tone: &'static str,
}

/// The agreements of this person's organisation that she may read; all of them for one who watches every office.
pub async fn known(desk: &Desk) -> Result<Vec<AgreementFact>, Halt> {
    let on = desk.house.db.read();
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    let mut found = partnership::facts::agreements_of_party(on, own).await?;
    if access::scope(&desk.actor, Act::AgreementRead, desk.now).all {
        for host in office::facts::all(on).await?.into_iter().filter(|office| office.answers_for_people()) {
            found.extend(partnership::facts::agreements_of_host(on, host.id).await?);
        }
    }
    found.retain(|agreement| desk.may(Act::AgreementRead, &agreement.target()));
    Ok(found)
}

/// Texts to agree to and agreements to sign, by this organisation.
pub fn waiting(desk: &Desk, agreements: &[AgreementFact]) -> Vec<Waiting> {
    let Some(own) = desk.actor.office_id() else { return Vec::new() };
    let mut lines = Vec::new();
    for agreement in agreements {
        let Some(party) = agreement.party(own) else { continue };
        let what = (agreement.title.as_str(), [agreement.code.as_str()]);
        let found = match agreement.state {
            AgreementState::Draft
                if party.agreed_on.is_none() && desk.may(Act::AgreementAgree, &agreement.target()) =>
            {
                line(desk, Urgency::Soon, ("agree", what.0), ("agreement agree", &what.1))
            }
            AgreementState::Agreed
                if party.signed_on.is_none() && desk.may(Act::AgreementSign, &agreement.target()) =>
            {
                line(desk, Urgency::Soon, ("sign", what.0), ("agreement sign", &what.1))
            }
            AgreementState::Draft
            | AgreementState::Agreed
            | AgreementState::Signed
            | AgreementState::Ended => None,
        };
        lines.extend(found.map(|line| line.detail(term(desk, agreement))));
    }
    lines
}

fn term(desk: &Desk, agreement: &AgreementFact) -> String {
    day::range_long(agreement.starts_on, agreement.ends_on, desk.lang)
}

/// Agreements in force whose end is near, the nearest first.
pub fn ending(desk: &Desk, agreements: &[AgreementFact]) -> Vec<Ending> {
    let today = desk.today();
    let mut near: Vec<Ending> = agreements
        .iter()
        .filter_map(|agreement| {
            Some((agreement, agreement.days_left(today).filter(|days| *days <= DAYS_AHEAD)?))
        })
        .map(|(agreement, days)| Ending {
            code: agreement.code.clone(),
            title: agreement.title.clone(),
            days,
            ends_on: day::long(agreement.last_day(), desk.lang),
            percent: agreement.percent_passed(today),
            tone: if days <= DAYS_URGENT { "no" } else { "soon" },
        })
        .collect();
    near.sort_by(|one, other| (one.days, &one.code).cmp(&(other.days, &other.code)));
    near.truncate(super::LONGEST);
    near
}

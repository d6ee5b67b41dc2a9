// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The scorecard of an agreement: on a page, as files, on paper, and beside others.

mod export;
mod list;
mod paper;
mod show;

pub use export::{COMPARISON_TABLE, FUNNEL_TABLE, TABLE};
pub use list::LIST;
pub use paper::PAPER;
pub use show::SHOW;

use access::Act;
use desk::{Desk, Form, Halt, Say, Teller};
use kernel::id::AgreementId;
use partnership::facts::AgreementFact;

use crate::scorecard::{Scorecard, scorecard};
use crate::tally::Step;

/// The scorecard named by the address, for whoever may read it.
async fn card_in_path(desk: &Desk, form: &Form) -> Result<Scorecard, Halt> {
    let agreement = partnership::facts::agreement_named(desk, form.text("agreement")).await?;
    desk.allow(Act::ScorecardRead, &agreement.target())?;
    Ok(scorecard(desk.house.db.read(), agreement, desk.today()).await?)
}

/// The agreements whose scorecards are within reach, latest first.
async fn agreements_in_reach(desk: &Desk) -> Result<Vec<AgreementFact>, Halt> {
    let on = desk.house.db.read();
    let scope = desk.scope(Act::ScorecardRead)?;
    let mut found: Vec<AgreementFact> = Vec::new();
    let mut add = |agreements: Vec<AgreementFact>, seen: &mut Vec<AgreementId>| {
        for agreement in agreements {
            if !seen.contains(&agreement.id) {
                seen.push(agreement.id);
                found.push(agreement);
            }
        }
    };
    let mut seen = Vec::new();
    if scope.all {
        for office in office::facts::all(on).await?.into_iter().filter(|office| office.answers_for_people()) {
            add(partnership::facts::agreements_of_host(on, office.id).await?, &mut seen);
        }
    } else if let Some(own) = desk.actor.office_id() {
        add(partnership::facts::agreements_of_party(on, own).await?, &mut seen);
    }
    found.retain(|agreement| desk.may(Act::ScorecardRead, &agreement.target()));
    found.sort_by(|one, other| (other.starts_on, &one.code).cmp(&(one.starts_on, &other.code)));
    Ok(found)
}

async fn cards_in_reach(desk: &Desk) -> Result<Vec<Scorecard>, Halt> {
    let mut cards = Vec::new();
    for agreement in agreements_in_reach(desk).await? {
        cards.push(scorecard(desk.house.db.read(), agreement, desk.today()).await?);
    }
    Ok(cards)
}

/// `41 dari 63 (65%)`; of a small number, without the share.
pub(super) fn share(t: Teller<'_>, step: Step) -> String {
    let Some(of) = step.of else { return t.say("insight-not-applicable") };
    let fraction = t.tell(&Say::new("insight-of").with("count", step.count).with("of", of));
    match step.percent() {
        Some(percent) => format!("{fraction} ({percent}%)"),
        None => fraction,
    }
}

/// How long a bar is: percent of its base, 0 where there is none.
pub(super) fn length(step: Step) -> i64 {
    step.of.filter(|of| *of > 0).map_or(0, |of| (step.count * 100 / of).clamp(0, 100))
}

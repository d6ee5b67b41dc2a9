// SPDX-License-Identifier: Apache-2.0 OR MIT
//! To which employers a person said yes, and what she took back: for the offices in charge of her.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;
use people::facts::PersonFact;

use crate::actions::person_for;
use crate::store::consent::{WithdrawalFact, withdrawals};
use crate::store::{self, ReferralFact, VacancyFact};

/// `consent list`.
pub const CONSENTS: Page = Page {
    name: "consent list",
    path: "/people/{person}/consents",
    act: Act::ConsentRead,
    room: "livelihood",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// One consent with what came of it.
pub(super) struct Consent {
    pub referral: ReferralFact,
    pub vacancy: VacancyFact,
    pub withdrawal: Option<WithdrawalFact>,
}

/// Every consent of the person of the address, the latest first.
pub(super) async fn consents(desk: &Desk, form: &Form) -> Result<(PersonFact, bool, Vec<Consent>), Halt> {
    let (person, target) = person_for(desk, form, Act::ConsentRead).await?;
    let on = desk.house.db.read();
    let withdrawn = withdrawals(on, person.id).await?;
    let of = |referral: &ReferralFact, vacancy: &VacancyFact| {
        let is_it = |one: &&WithdrawalFact| {
            one.employer == vacancy.employer && Some(one.withdrawn_on) == referral.withdrawn_on
        };
        withdrawn.iter().find(is_it).cloned()
    };
    let found = store::referrals_of(on, person.id).await?.into_iter();
    let found =
        found.map(|(referral, vacancy)| Consent { withdrawal: of(&referral, &vacancy), referral, vacancy });
    Ok((person, desk.may(Act::ConsentWithdraw, &target), found.collect()))
}

struct Line {
    employer: String,
    title: String,
    code: String,
    given: String,
    state: &'static str,
    tone: &'static str,
    /// Day, how it was told and by whom it was written; empty while the consent holds.
    withdrawn: String,
}

#[derive(Template)]
#[template(path = "consents.html")]
struct ConsentPage<'a> {
    t: Teller<'a>,
    id: String,
    name: String,
    lines: Vec<Line>,
    may_withdraw: bool,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (person, may_withdraw, found) = consents(desk, form).await?;
    let t = desk.teller();
    let lines: Vec<Line> = found.iter().map(|one| line(desk, one)).collect();
    let text: Vec<String> = lines
        .iter()
        .map(|line| {
            format!("{}  {}  {}  {}", line.employer, line.title, line.given, line.withdrawn)
                .trim_end()
                .to_owned()
        })
        .collect();
    let text = if text.is_empty() { t.say("consent-none") } else { text.join("\n") };
    let holds = found.iter().any(|one| one.referral.withdrawn_on.is_none());
    let title = t.with("consent-of", "person", &person.name);
    let page = ConsentPage {
        t,
        id: person.id.to_string(),
        name: person.name,
        lines,
        may_withdraw: may_withdraw && holds,
    };
    Ok(Shown::Html { title, body: web::html(&page)?, text })
}

fn line(desk: &Desk, one: &Consent) -> Line {
    let t = desk.teller();
    let withdrawn = one.withdrawal.as_ref().map(|withdrawal| {
        let say = desk::Say::new("consent-withdrawn-on").with("by", &withdrawal.by);
        t.tell(
            &say.with("day", day::long(withdrawal.withdrawn_on, desk.lang))
                .with("told", t.code("consent-told", withdrawal.told.code())),
        )
    });
    Line {
        employer: one.vacancy.employer_name.clone(),
        title: one.vacancy.title.clone(),
        code: one.vacancy.code.clone(),
        given: one
            .referral
            .consent_on
            .map_or_else(|| t.say("consent-unasked"), |given| day::long(given, desk.lang)),
        state: one.referral.state.code(),
        tone: one.referral.state.tone(),
        withdrawn: withdrawn.unwrap_or_default(),
    }
}

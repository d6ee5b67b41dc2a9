// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One vacancy and who was referred to it, as far as the reader may know them: an employer sees name and certificates.

use access::{Act, Role};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;

use super::vacancies::district_name;
use crate::actions::referred;
use crate::rules::ReferralState;
use crate::store::{self, ReferralFact, VacancyFact};

/// `vacancy show`.
pub const VACANCY: Page = Page {
    name: "vacancy show",
    path: "/vacancies/{vacancy}",
    act: Act::VacancyRead,
    room: "livelihood",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Referred {
    id: String,
    name: String,
    certificates: Vec<(String, String)>,
    referred: String,
    state: &'static str,
    tone: &'static str,
    waits: bool,
}

#[derive(Template)]
#[template(path = "vacancy.html")]
struct VacancyPage<'a> {
    t: Teller<'a>,
    vacancy: VacancyFact,
    district: String,
    closes: String,
    is_open: bool,
    referred: Vec<Referred>,
    may_refer: bool,
    may_match: bool,
    may_decide: bool,
}

/// The vacancy of the address; another employer's does not exist for an employer.
pub(super) async fn named(desk: &Desk, form: &Form) -> Result<VacancyFact, Halt> {
    desk.scope(Act::VacancyRead)?;
    let found = store::vacancy_by_code(desk.house.db.read(), form.text("vacancy")).await?;
    let vacancy = found.ok_or(Halt::Missing)?;
    let is_employer = desk.actor.has(Role::Employer);
    if is_employer && vacancy.employer_organisation != desk.actor.office_id() {
        return Err(Halt::Missing);
    }
    Ok(vacancy)
}

/// Whether this person may decide about somebody referred, and so may know of her.
pub(super) async fn may_decide(
    desk: &Desk,
    vacancy: &VacancyFact,
    referral: &ReferralFact,
) -> Result<bool, Halt> {
    Ok(desk.may(Act::ApplicationDecide, &referred(desk, vacancy, referral).await?))
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let vacancy = named(desk, form).await?;
    let on = desk.house.db.read();
    let mut named_here = Vec::new();
    for referral in store::referrals_to(on, vacancy.id).await? {
        if !may_decide(desk, &vacancy, &referral).await? {
            continue;
        }
        let person = people::facts::person(on, referral.person).await?.ok_or(Halt::Missing)?;
        let certificates = certification::facts::certificates_of_person(on, referral.person).await?;
        named_here.push(Referred {
            id: person.id.to_string(),
            name: person.name,
            certificates: certificates
                .into_iter()
                .filter(|certificate| certificate.revoked_on.is_none())
                .map(|certificate| (certificate.title, certificate.number))
                .collect(),
            referred: day::short(referral.referred_on),
            state: referral.state.code(),
            tone: referral.state.tone(),
            waits: referral.state == ReferralState::Referred,
        });
    }
    let t = desk.teller();
    let text = format!("{}  {}  {}", vacancy.code, vacancy.title, vacancy.employer_name);
    let page = VacancyPage {
        t,
        district: district_name(&vacancy.district),
        closes: day::long(vacancy.closes_on, desk.lang),
        is_open: vacancy.closes_on >= desk.today(),
        may_refer: desk.scope(Act::ApplicationRefer).is_ok(),
        may_match: desk.scope(Act::VacancyMatch).is_ok(),
        may_decide: desk.scope(Act::ApplicationDecide).is_ok(),
        referred: named_here,
        vacancy,
    };
    Ok(Shown::Html { title: page.vacancy.title.clone(), body: web::html(&page)?, text })
}

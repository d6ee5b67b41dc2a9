// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Vacancies, and who is to be followed up, for programs.

use access::{Act, Target};
use desk::{AFTER, Desk, Field, Form, Halt, LIMIT, Page, PageFacts, SEARCH, Slice, Twin, told};
use kernel::day::Day;
use kernel::id::PersonId;

use super::{CONSENTS, DUE, VACANCIES, VACANCY, consents, vacancies, vacancy};
use crate::facts::{self, DueFact};
use crate::store::{self, VacancyFact};

/// Every page that is told.
pub fn twins() -> Vec<Twin> {
    vec![
        Twin::of::<VacancyList>(),
        Twin::of::<VacancyFacts>(),
        Twin::of::<FollowUpList>(),
        Twin::of::<ConsentList>(),
    ]
}

told! {
    VacancyItem {
        code: String,
        title: String,
        field: String,
        employer: String,
        district: String,
        openings: i64,
        requirement: String,
        closes_on: Day,
        is_open: bool,
    }

    VacancyList { items: Vec<VacancyItem>, next: Option<String> }

    /// Somebody referred to a vacancy, for those who may decide about it.
    VacancyReferral {
        person: PersonId,
        name: String,
        referred_on: Day,
        state: &'static str,
        certificates: Vec<String>,
    }

    VacancyFacts { vacancy: VacancyItem, referrals: Vec<VacancyReferral> }

    ConsentItem {
        vacancy: String,
        title: String,
        employer: String,
        /// None for rows from before it was asked.
        given_on: Option<Day>,
        state: &'static str,
        withdrawn_on: Option<Day>,
        /// How that was told; none while the consent holds.
        told: Option<&'static str>,
    }

    ConsentList { person: PersonId, name: String, items: Vec<ConsentItem> }

    FollowUpDue {
        person: PersonId,
        name: String,
        batch: String,
        milestone: &'static str,
        due_on: Day,
        days_late: i64,
    }

    FollowUpList { items: Vec<FollowUpDue>, next: Option<String> }
}

impl VacancyItem {
    fn of(vacancy: VacancyFact, today: Day) -> Self {
        Self {
            is_open: vacancy.closes_on >= today,
            code: vacancy.code,
            title: vacancy.title,
            field: vacancy.field,
            employer: vacancy.employer_name,
            district: vacancy.district,
            openings: vacancy.openings,
            requirement: vacancy.requirement,
            closes_on: vacancy.closes_on,
        }
    }
}

impl PageFacts for VacancyList {
    const PAGE: Page = VACANCIES;
    const QUERY: &'static [Field] = &[SEARCH, AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        let mut found = vacancies::within(desk).await?;
        found.retain(|vacancy| vacancies::is_found(vacancy, form.text("q")));
        let (found, next) = slice.of_all(found, |vacancy| vacancy.code.clone());
        let item = |vacancy| VacancyItem::of(vacancy, desk.today());
        Ok(Self { items: found.into_iter().map(item).collect(), next })
    }
}

impl PageFacts for VacancyFacts {
    const PAGE: Page = VACANCY;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let vacancy = vacancy::named(desk, form).await?;
        let on = desk.house.db.read();
        let mut referrals = Vec::new();
        for referral in store::referrals_to(on, vacancy.id).await? {
            if !vacancy::may_decide(desk, &vacancy, &referral).await? {
                continue;
            }
            let person = people::facts::person(on, referral.person).await?.ok_or(Halt::Missing)?;
            let certificates = certification::facts::certificates_of_person(on, referral.person).await?;
            referrals.push(VacancyReferral {
                person: person.id,
                name: person.name,
                referred_on: referral.referred_on,
                state: referral.state.code(),
                certificates: certificates
                    .into_iter()
                    .filter(|certificate| certificate.revoked_on.is_none())
                    .map(|certificate| certificate.number)
                    .collect(),
            });
        }
        Ok(Self { vacancy: VacancyItem::of(vacancy, desk.today()), referrals })
    }
}

impl PageFacts for FollowUpList {
    const PAGE: Page = DUE;
    const QUERY: &'static [Field] = &[AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        desk.scope(Act::LivelihoodRead)?;
        let own = desk.actor.office_id().ok_or(Halt::Missing)?;
        let today = desk.today();
        let found = match desk.may(Act::FollowupRecord, &Target::of(own)) {
            true => facts::due(desk.house.db.read(), own, today).await?,
            false => Vec::new(),
        };
        let key = |due: &DueFact| format!("{} {} {}", due.person.id, due.batch.code, due.milestone.code());
        let (found, next) = slice.of_all(found, key);
        let item = |due: DueFact| FollowUpDue {
            person: due.person.id,
            name: due.person.name,
            batch: due.batch.code,
            milestone: due.milestone.code(),
            due_on: due.due_on,
            days_late: (today - due.due_on).num_days(),
        };
        Ok(Self { items: found.into_iter().map(item).collect(), next })
    }
}

impl ConsentItem {
    fn of(one: consents::Consent) -> Self {
        Self {
            vacancy: one.vacancy.code,
            title: one.vacancy.title,
            employer: one.vacancy.employer_name,
            given_on: one.referral.consent_on,
            state: one.referral.state.code(),
            withdrawn_on: one.referral.withdrawn_on,
            told: one.withdrawal.map(|withdrawal| withdrawal.told.code()),
        }
    }
}

impl PageFacts for ConsentList {
    const PAGE: Page = CONSENTS;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let (person, _, found) = consents::consents(desk, form).await?;
        Ok(Self {
            items: found.into_iter().map(ConsentItem::of).collect(),
            person: person.id,
            name: person.name,
        })
    }
}

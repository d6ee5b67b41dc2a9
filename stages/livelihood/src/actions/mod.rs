// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done here.

mod assign_mentor;
mod change_business;
mod complete_mentoring;
mod decide;
mod end_mentor;
mod import_vacancies;
mod note;
mod post_vacancy;
mod record_business;
mod record_follow_up;
mod refer;
mod register_employer;
mod withdraw_consent;

pub use assign_mentor::ASSIGN_MENTOR;
pub use change_business::CHANGE_BUSINESS;
pub use complete_mentoring::COMPLETE_MENTORING;
pub use decide::DECIDE;
pub use end_mentor::END_MENTOR;
pub use import_vacancies::IMPORT_VACANCIES;
pub use note::NOTE;
pub use post_vacancy::POST_VACANCY;
pub use record_business::RECORD_BUSINESS;
pub use record_follow_up::RECORD_FOLLOW_UP;
pub use refer::REFER;
pub use register_employer::REGISTER_EMPLOYER;
pub use withdraw_consent::WITHDRAW_CONSENT;

use access::{Act, Target};
use desk::{Choice, Desk, Form, Future, Halt};
use kernel::region;
use people::facts::PersonFact;

use crate::store::{self, ReferralFact, VacancyFact};

/// The vacancy named in the address.
async fn vacancy(desk: &Desk, form: &Form) -> Result<VacancyFact, Halt> {
    store::vacancy_by_code(desk.house.db.read(), form.text("vacancy")).await?.ok_or(Halt::Missing)
}

/// A person of this office, or one this counsellor answers for.
pub(crate) async fn person_for(desk: &Desk, form: &Form, act: Act) -> Result<(PersonFact, Target), Halt> {
    let person = people::facts::resolve(desk, form.text("person")).await?;
    let on = desk.house.db.read();
    let target = people::facts::target(on, person.id).await?;
    let target = target.assigned_to(release::facts::counsellor_of(on, person.id).await?);
    desk.allow(act, &target)?;
    Ok((person, target))
}

/// Somebody referred, as the office in charge may decide about her; the employer too, while she agrees that it knows her.
pub(crate) async fn referred(
    desk: &Desk,
    vacancy: &VacancyFact,
    referral: &ReferralFact,
) -> Result<Target, Halt> {
    let target = people::facts::target(desk.house.db.read(), referral.person).await?;
    let told = vacancy.employer_organisation.filter(|_| referral.withdrawn_on.is_none());
    Ok(told.into_iter().fold(target, Target::also_of))
}

/// A person with the mentors who may see her now, for acts of the office in charge and of the mentor.
pub(crate) async fn mentored(desk: &Desk, form: &Form, act: Act) -> Result<PersonFact, Halt> {
    let person = match people::facts::resolve(desk, form.text("person")).await {
        Err(Halt::Problems(_)) => return Err(Halt::Missing),
        found => found?,
    };
    let on = desk.house.db.read();
    let granted = store::mentoring::granted(on, person.id, desk.now).await?;
    let target = people::facts::target(on, person.id).await?;
    desk.allow(act, &target.assigned_to(granted.iter().map(|one| one.mentor)))?;
    Ok(person)
}

/// Every district, by name.
fn districts<'a>(_desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let choice = |district: &region::District| Choice {
            value: district.code.to_owned(),
            label: district.name.clone(),
        };
        Ok(region::districts().iter().map(choice).collect())
    })
}

/// A district by code or name.
fn district(form: &Form) -> Option<&'static region::District> {
    let text = form.text("district");
    region::district(text).or_else(|| region::find(text))
}

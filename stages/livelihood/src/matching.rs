// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who of an office's people could be asked about a vacancy, and why. A proposal: nobody is named to anyone by it.

use std::collections::BTreeSet;

use access::Target;
use certification::facts::{CertificateFact, CertificateKind, Standing};
use desk::{Desk, Halt};
use enrolment::facts::field_means;
use kernel::day::Day;
use kernel::id::{OrganisationId, PersonId};
use kernel::region::{self, Nearness};
use kernel::sensitive::Class;
use people::facts::PersonFact;

use crate::rules::ReferralState;
use crate::store::{self, VacancyFact};

/// When a person can begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ready {
    /// Lives at home.
    Now,
    /// The earliest release; told only to who may read the sentence.
    On(Day),
    AfterRelease,
}

/// A person and the reasons for which she is proposed.
#[derive(Debug, Clone)]
pub struct Match {
    pub person: PersonFact,
    pub certificate: CertificateFact,
    pub nearness: Nearness,
    pub home: String,
    pub ready: Ready,
}

/// The people in charge of an office who hold a certificate in force in the vacancy's field and come from its province,
/// the nearest first, then who can begin first, then by name. Who was referred there, or hired anywhere, is left out.
///
/// # Source
/// Case S2: vacancies are matched to certificate holders by home district. The order is a product decision; nothing of the
/// case weighs in it.
///
/// # Errors
/// The database failed.
pub async fn matches(desk: &Desk, office: OrganisationId, vacancy: &VacancyFact) -> Result<Vec<Match>, Halt> {
    let Some(place) = region::district(&vacancy.district) else { return Ok(Vec::new()) };
    let on = desk.house.db.read();
    let mut found = Vec::new();
    for id in in_charge(desk, office).await? {
        let Some(person) = people::facts::person(on, id).await?.filter(|person| person.died_on.is_none())
        else {
            continue;
        };
        let Some(home) = person.home_district.as_deref().and_then(region::district) else { continue };
        let nearness = Nearness::between(home, place);
        if nearness == Nearness::Elsewhere || is_taken(desk, id, vacancy).await? {
            continue;
        }
        let certificates = certification::facts::certificates_of_person(on, id).await?;
        let fits = |one: &CertificateFact| {
            one.kind != CertificateKind::Acknowledgement
                && one.standing(desk.today()) == Standing::InForce
                && field_means(&vacancy.field, std::slice::from_ref(&one.title))
        };
        let Some(certificate) = certificates.into_iter().find(fits) else { continue };
        let ready = ready(desk, id).await?;
        // Who is known to leave only after the vacancy has closed cannot take it.
        if matches!(ready, Ready::On(day) if day > vacancy.closes_on) {
            continue;
        }
        found.push(Match { person, certificate, nearness, home: home.name.clone(), ready });
    }
    found.sort_by(|one, other| {
        (one.nearness, one.ready, &one.person.name).cmp(&(other.nearness, other.ready, &other.person.name))
    });
    Ok(found)
}

/// Held or guided now, and those who sat in the office's batches and whom no other office guides.
async fn in_charge(desk: &Desk, office: OrganisationId) -> Result<BTreeSet<PersonId>, Halt> {
    let on = desk.house.db.read();
    let mut found: BTreeSet<PersonId> =
        people::facts::held_at(on, office).await?.into_iter().map(|(person, _)| person.id).collect();
    for batch in programme::facts::batches_of_host(on, office).await? {
        for person in enrolment::facts::ever_seated(on, batch.id).await? {
            if people::facts::offices_of(on, person.id).await?.contains(&office) {
                found.insert(person.known_as);
            }
        }
    }
    Ok(found)
}

async fn is_taken(desk: &Desk, person: PersonId, vacancy: &VacancyFact) -> Result<bool, Halt> {
    let referrals = store::referrals_of(desk.house.db.read(), person).await?;
    Ok(referrals.iter().any(|(referral, to)| to.id == vacancy.id || referral.state == ReferralState::Hired))
}

async fn ready(desk: &Desk, person: PersonId) -> Result<Ready, Halt> {
    let on = desk.house.db.read();
    let stay = people::facts::open_episode(on, person).await?;
    if stay.is_none_or(|stay| !stay.kind.is_in_custody()) {
        return Ok(Ready::Now);
    }
    let target: Target = people::facts::target(on, person).await?;
    let Some(right) = desk.right(Class::Sentence, &target) else { return Ok(Ready::AfterRelease) };
    let earliest = people::facts::earliest_release(on, person).await?;
    Ok(earliest.open(&right).copied().flatten().map_or(Ready::AfterRelease, Ready::On))
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules of drafts, terms and grants, as pure functions.

use access::Grant;
use desk::{FieldProblem, Refusal, Say};
use kernel::day::{self, Day};
use kernel::id::OrganisationId;
use kernel::organisation::{self, Family};
use kernel::zone::Zone;

use chrono::Months;

use crate::facts::{AgreementFact, AgreementKind, PartyRole};

/// The longest term a head of a unit signs on her own authority; a longer one needs regional office and directorate.
///
/// # Units
/// Months.
///
/// # Source
/// PP 57/1999 as practised (statement of a head of prison, 2010); unverified, so it warns and does not refuse.
pub const OWN_AUTHORITY_MONTHS: u32 = 24;

/// A party as written in a draft, its organisation found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftParty {
    pub organisation: OrganisationId,
    /// Code of `kernel::organisation::kinds`.
    pub kind: String,
    pub name: String,
    pub role: PartyRole,
}

/// What of a draft the rules look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftTerms {
    pub kind: AgreementKind,
    /// The host first.
    pub parties: Vec<DraftParty>,
    pub starts_on: Day,
    pub ends_on: Day,
}

/// Everything wrong with a draft.
pub fn draft_problems(draft: &DraftTerms) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let mut note = |field: &str, say: Say| problems.push(FieldProblem { field: field.to_owned(), say });
    if draft.ends_on <= draft.starts_on {
        note("ends_on", Say::new("agreement-problem-term"));
    }
    match (draft.kind, draft.parties.len()) {
        (AgreementKind::Own, 2..) => note("parties", Say::new("agreement-problem-own-partner")),
        (AgreementKind::Mou | AgreementKind::Pks, ..2) => {
            note("parties", Say::new("agreement-problem-alone"));
        }
        (AgreementKind::Own | AgreementKind::Mou | AgreementKind::Pks, _) => {}
    }
    for (place, party) in draft.parties.iter().enumerate() {
        let before = &draft.parties[..place];
        if before.iter().any(|other| other.organisation == party.organisation) {
            note("parties", Say::new("agreement-problem-party-twice").with("party", &party.name));
        } else if party.role == PartyRole::Host && before.iter().any(|other| other.role == PartyRole::Host) {
            note("parties", Say::new("agreement-problem-second-host").with("party", &party.name));
        }
        if party.role == PartyRole::Host && place == 0 {
            if !may_host(&party.kind) {
                note("host", Say::new("agreement-problem-host").with("party", &party.name));
            } else if draft.kind == AgreementKind::Own && !trains(&party.kind) {
                note("host", Say::new("agreement-problem-own-host").with("party", &party.name));
            }
        }
    }
    problems
}

/// Who may be host: who answers for people in custody or on probation, or, for learners who never were,
/// the provider itself.
pub fn may_host(kind: &str) -> bool {
    organisation::kind(kind).is_some_and(|kind| kind.answers_for_people() || provides_training(kind.family))
}

/// Whether training is what an organisation of this kind is there for.
fn trains(kind: &str) -> bool {
    organisation::kind(kind).is_some_and(|kind| provides_training(kind.family))
}

fn provides_training(family: Family) -> bool {
    match family {
        Family::TrainingCentre | Family::TrainingBody | Family::School => true,
        Family::Prison
        | Family::RemandHouse
        | Family::Juvenile
        | Family::Probation
        | Family::RegionalOffice
        | Family::Directorate
        | Family::ManpowerOffice
        | Family::Foundation
        | Family::CertificationBody
        | Family::Employer => false,
    }
}

/// What the drafter should know, though it does not stop her.
pub fn draft_warnings(draft: &DraftTerms) -> Vec<Say> {
    let mut warnings = Vec::new();
    if needs_higher_approval(draft.starts_on, draft.ends_on) {
        warnings.push(Say::new("agreement-warning-long-term").with("months", OWN_AUTHORITY_MONTHS));
    }
    let host = draft.parties.iter().find(|party| party.role == PartyRole::Host);
    let answers =
        |party: &DraftParty| organisation::kind(&party.kind).is_some_and(|kind| kind.answers_for_people());
    if let Some(host) = host.filter(|host| draft.kind != AgreementKind::Own && !answers(host)) {
        warnings.push(Say::new("agreement-warning-ordinary-learners").with("party", &host.name));
    }
    warnings
}

/// True when the last day lies beyond `OWN_AUTHORITY_MONTHS` full months.
pub fn needs_higher_approval(starts_on: Day, ends_on: Day) -> bool {
    starts_on.checked_add_months(Months::new(OWN_AUTHORITY_MONTHS)).is_some_and(|beyond| ends_on >= beyond)
}

/// Who may act for a party: its own people, or the host's on its behalf.
///
/// # Errors
/// `PART-12` for anyone else.
pub fn acts_for(
    actor: Option<OrganisationId>,
    party: OrganisationId,
    host: OrganisationId,
) -> Result<(), Refusal> {
    if actor == Some(party) || actor == Some(host) { Ok(()) } else { Err(Refusal::new("PART-12")) }
}

/// What the last signature gives: every party but the host reaches the people under this agreement while it is in force.
/// Empty while a signature is missing.
///
/// # Units
/// From 00:00 of the first day in force to 24:00 of the last, both in the host's zone.
pub fn grants(agreement: &AgreementFact, host_zone: Zone) -> Vec<Grant> {
    let Some(first_day) = agreement.first_day() else { return Vec::new() };
    let partners = agreement.parties.iter().filter(|party| party.role != PartyRole::Host);
    let grant = |role: PartyRole, grantee: OrganisationId| Grant {
        agreement: agreement.id,
        grantee,
        host: agreement.host,
        party_role: role.code().to_owned(),
        from: host_zone.at(first_day, 0, 0),
        until: host_zone.end_of(agreement.last_day()),
    };
    partners.map(|party| grant(party.role, party.organisation)).collect()
}

/// Brings a code into its one form: `roti-jbr-1` becomes `ROTI-JBR-1`. None for anything but letters, digits and dashes.
pub fn code_form(text: &str) -> Option<String> {
    let code = text.trim().to_ascii_uppercase();
    let plain = code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
    let dashes_inside = !code.starts_with('-') && !code.ends_with('-') && !code.contains("--");
    (plain && dashes_inside && (2..=40).contains(&code.len())).then_some(code)
}

/// A promise is added to a living agreement only.
///
/// # Errors
/// `PART-13` once its last day is over.
pub fn may_add_obligation(agreement: &AgreementFact, today: Day) -> Result<(), Refusal> {
    if today <= agreement.last_day() {
        return Ok(());
    }
    Err(Refusal::new("PART-13").with("day", day::short(agreement.last_day())))
}

/// A promise is kept from the first day in force on; late is still kept.
///
/// # Errors
/// `PART-14` while a signature is missing, or for a day before the term.
pub fn may_deliver(agreement: &AgreementFact, day: Day) -> Result<(), Refusal> {
    match agreement.first_day() {
        Some(first_day) if day >= first_day => Ok(()),
        Some(first_day) => Err(Refusal::new("PART-15").with("first_day", day::short(first_day))),
        None => Err(Refusal::new("PART-14")),
    }
}

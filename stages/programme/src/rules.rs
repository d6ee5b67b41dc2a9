// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a programme, a batch and a reserved assessment must satisfy. Pure: each rule answers the field to mend and why.

pub mod scheme;

use desk::{FieldProblem, Say};
use kernel::day::{Day, short};
use kernel::id::{AccountId, OrganisationId};
use kernel::organisation::Family;
use partnership::facts::{AgreementFact, PartyRole};

use crate::facts::{BatchFact, CertificateKind, FacilityFact, InstructorFact, InstructorKind};

/// Kinds of organisation that may issue certificates of competence.
///
/// # Source
/// PP 10/2018 on BNSP: competence is certified by a licensed LSP. A school's or BLK's own LSP P1 or P2 is registered as an
/// organisation of this kind too, so that its licence has a name of its own.
pub const COMPETENCE_ISSUERS: &[&str] = &["lsp"];

/// Seats a class usually has; another number is allowed, and said.
///
/// # Source
/// Packages of state training centres are written for 16 participants.
pub const USUAL_SEATS: i64 = 16;

/// Seats a batch can have.
///
/// # Source
/// Product decision.
pub const SEATS: std::ops::RangeInclusive<i64> = 1..=60;

/// What a proposal says, as far as the rules look at it.
#[derive(Debug, Clone)]
pub struct Proposal<'a> {
    pub agreement: &'a AgreementFact,
    pub provider: OrganisationId,
    pub issuer: Party<'a>,
    pub certificate_kind: CertificateKind,
    pub standard: Option<&'a str>,
    pub facility: Option<&'a FacilityFact>,
    pub minutes_per_jp: i64,
    pub completion_percent: i64,
}

/// An organisation and the code of its kind.
#[derive(Debug, Clone, Copy)]
pub struct Party<'a> {
    pub id: OrganisationId,
    pub kind: &'a str,
}

/// Every rule a proposed programme breaks.
pub fn proposal(proposal: &Proposal, today: Day) -> Vec<FieldProblem> {
    [
        agreement_lives(proposal.agreement, today),
        provider_is_party(proposal),
        provider_trains(proposal),
        issuer_may_issue(proposal),
        issuer_is_known_to_the_agreement(proposal),
        standard_is_named(proposal),
        facility_is_the_hosts(proposal),
        within("minutes_per_jp", proposal.minutes_per_jp, 30..=60),
        within("completion_percent", proposal.completion_percent, 50..=100),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Nothing begins under an agreement whose last day has passed.
///
/// # Source
/// Product decision: an agreement is the gate to people.
fn agreement_lives(agreement: &AgreementFact, today: Day) -> Option<FieldProblem> {
    let last_day = agreement.last_day();
    (last_day < today)
        .then(|| broken("agreement", Say::new("problem-agreement-over").with("day", short(last_day))))
}

/// # Source
/// Product decision: who teaches people in custody does so as a party of the agreement.
fn provider_is_party(proposal: &Proposal) -> Option<FieldProblem> {
    proposal
        .agreement
        .party(proposal.provider)
        .is_none()
        .then(|| broken("provider", "problem-provider-party"))
}

/// A foundation that supports people, or a certification body, does not become their trainer by being a party.
///
/// # Source
/// Product decision after case S0, where the foundation gives social support and mentoring and does not train.
fn provider_trains(proposal: &Proposal) -> Option<FieldProblem> {
    let party = proposal.agreement.party(proposal.provider)?;
    let key = match party.role {
        PartyRole::Host | PartyRole::Trainer => return None,
        PartyRole::Certifier | PartyRole::Mentor | PartyRole::LabourOffice | PartyRole::Funder => {
            "problem-provider-role"
        }
    };
    Some(broken("provider", key))
}

/// # Source
/// Competence: `COMPETENCE_ISSUERS`. Acknowledgement: a foundation, of what its mentors accompanied. School: a school vouches for its own teachers' judgement. No certificate names an
/// office of corrections, so that it looks like any learner's (Mandela Rules, rule 104(2)).
fn issuer_may_issue(proposal: &Proposal) -> Option<FieldProblem> {
    let kind = kernel::organisation::kind(proposal.issuer.kind);
    let of = |family| kind.is_some_and(|kind| kind.family == family);
    let key = match proposal.certificate_kind {
        CertificateKind::Competence if !COMPETENCE_ISSUERS.contains(&proposal.issuer.kind) => {
            "problem-issuer-competence"
        }
        CertificateKind::School if !of(Family::School) => "problem-issuer-school",
        CertificateKind::Acknowledgement if !of(Family::Foundation) => "problem-issuer-acknowledgement",
        CertificateKind::Training if kind.is_some_and(|kind| kind.answers_for_people()) => {
            "problem-issuer-corrections"
        }
        _ => return None,
    };
    Some(broken("issuer", key))
}

/// # Source
/// Product decision: partners know who issues; a certification body may come in without signing the agreement.
fn issuer_is_known_to_the_agreement(proposal: &Proposal) -> Option<FieldProblem> {
    let party = proposal.agreement.party(proposal.issuer.id).is_some();
    let certifies = COMPETENCE_ISSUERS.contains(&proposal.issuer.kind);
    (!party && !certifies).then(|| broken("issuer", "problem-issuer-party"))
}

/// # Source
/// PP 31/2006, article 4 with PP 10/2018: competence is measured against SKKNI, a special or an international standard.
fn standard_is_named(proposal: &Proposal) -> Option<FieldProblem> {
    let named = proposal.standard.is_some_and(|standard| !standard.trim().is_empty());
    (proposal.certificate_kind == CertificateKind::Competence && !named)
        .then(|| broken("standard", "problem-standard"))
}

/// # Source
/// Product decision: the host answers for the place in which its people train.
fn facility_is_the_hosts(proposal: &Proposal) -> Option<FieldProblem> {
    let foreign = proposal.facility.is_some_and(|facility| facility.host != proposal.agreement.host);
    foreign.then(|| broken("facility", "problem-facility-host"))
}

/// What a batch plan says, as far as the rules look at it.
#[derive(Debug, Clone)]
pub struct Plan<'a> {
    pub agreement: &'a AgreementFact,
    pub facility: Option<&'a FacilityFact>,
    pub starts_on: Day,
    pub ends_on: Day,
    pub seats: i64,
    pub reserves: i64,
    pub instructors: &'a [InstructorFact],
}

/// Every rule a planned batch breaks.
///
/// # Source
/// Product decision: nobody is trained on a day on which no agreement holds.
pub fn plan(plan: &Plan) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    if plan.ends_on < plan.starts_on {
        problems.push(broken("ends_on", "problem-days-reversed"));
    }
    problems.extend(in_term("starts_on", plan.starts_on, plan.agreement));
    problems.extend(in_term("ends_on", plan.ends_on, plan.agreement));
    problems.extend(within("seats", plan.seats, SEATS));
    problems.extend(within("reserves", plan.reserves, 0..=*SEATS.end()));
    if let Some(facility) = plan.facility.filter(|facility| plan.seats > facility.capacity) {
        problems
            .push(broken("seats", Say::new("problem-seats-capacity").with("capacity", facility.capacity)));
    }
    for instructor in plan.instructors.iter().filter(|one| !may_teach(one, plan.agreement)) {
        problems
            .push(broken("instructors", Say::new("problem-instructor-party").with("name", &instructor.name)));
    }
    problems
}

/// Of a party, or a guest whose record the host or another party keeps.
fn may_teach(instructor: &InstructorFact, agreement: &AgreementFact) -> bool {
    let party = |organisation| agreement.party(organisation).is_some();
    match instructor.kind {
        InstructorKind::Instructor | InstructorKind::Teacher => party(instructor.organisation),
        InstructorKind::Guest => party(instructor.organisation) || party(instructor.keeper),
    }
}

/// What a booking says, as far as the rules look at it.
#[derive(Debug, Clone)]
pub struct Booking<'a> {
    pub batch: &'a BatchFact,
    pub agreement: &'a AgreementFact,
    pub reserved_on: Day,
    pub assessor_organisation: Party<'a>,
    pub account: Option<Account>,
    pub assessor_name: &'a str,
    pub instructors: &'a [InstructorFact],
    /// The batch for which this account is booked on the same day, by its code.
    pub elsewhere: Option<&'a str>,
}

/// The account of a booked assessor, its organisation, and whether it holds the assessor's role.
#[derive(Debug, Clone, Copy)]
pub struct Account {
    pub id: AccountId,
    pub organisation: OrganisationId,
    pub is_assessor: bool,
}

/// Every rule a reserved assessment breaks.
///
/// # Source
/// The day: product decision, assessed after the training and while the agreement holds. The assessor: PP 10/2018 and the
/// rule of the LSPs that nobody judges those whom he or she has taught. A guest teaches and never assesses: case S2. One batch
/// a day: product decision, so that nobody hurries.
pub fn booking(booking: &Booking) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let last_day = booking.batch.ends_on;
    if booking.reserved_on <= last_day {
        problems.push(broken("day", Say::new("problem-assessment-early").with("day", short(last_day))));
    }
    problems.extend(in_term("day", booking.reserved_on, booking.agreement));
    let competence = booking.batch.programme.certificate_kind == CertificateKind::Competence;
    if competence && !COMPETENCE_ISSUERS.contains(&booking.assessor_organisation.kind) {
        problems.push(broken("assessor_organisation", "problem-assessor-organisation"));
    }
    let assessor = booking.assessor_name.trim().to_lowercase();
    let is_guest = |one: &&InstructorFact| {
        one.kind == InstructorKind::Guest && one.name.trim().to_lowercase() == assessor
    };
    if booking.instructors.iter().any(|one| is_guest(&one)) {
        problems.push(broken("assessor_name", "problem-assessor-guest"));
    }
    let Some(account) = booking.account else { return problems };
    if let Some(other) = booking.elsewhere {
        let say = Say::new("problem-assessor-elsewhere").with("batch", other);
        problems.push(broken("assessor", say.with("day", short(booking.reserved_on))));
    }
    if account.organisation != booking.assessor_organisation.id {
        problems.push(broken("assessor", "problem-assessor-account"));
    }
    if competence && !account.is_assessor {
        problems.push(broken("assessor", "problem-assessor-role"));
    }
    if competence && booking.instructors.iter().any(|one| one.account == Some(account.id)) {
        problems.push(broken("assessor", "problem-assessor-trains"));
    }
    problems
}

/// What a takeover says, as far as the rules look at it.
#[derive(Debug, Clone)]
pub struct Takeover<'a> {
    pub batch: &'a BatchFact,
    /// The agreement that ended, and the one that carries the batch from `since` on.
    pub before: &'a AgreementFact,
    pub after: &'a AgreementFact,
    pub provider: OrganisationId,
    pub issuer: Party<'a>,
    pub since: Day,
    pub instructors: &'a [InstructorFact],
}

/// Every rule a takeover breaks.
///
/// # Source
/// Product decision: people are never under two agreements on one day, so that one set of partners sees them; the new one is
/// held to what the gate asks of every agreement: in force, and outliving the last session and the assessment.
pub fn takeover(takeover: &Takeover) -> Vec<FieldProblem> {
    let Takeover { batch, before, after, since, .. } = takeover;
    let mut problems = Vec::new();
    if after.id == before.id {
        problems.push(broken("agreement", "problem-takeover-same"));
        return problems;
    }
    if after.host != batch.host {
        problems.push(broken("agreement", "problem-takeover-host"));
    }
    if after.first_day().is_none_or(|first| *since < first) {
        problems.push(broken("agreement", Say::new("problem-takeover-signed").with("day", short(*since))));
    }
    if after.last_day() < batch.last_day() {
        let say = Say::new("problem-takeover-short").with("last", short(after.last_day()));
        problems.push(broken("agreement", say.with("needed", short(batch.last_day()))));
    }
    if *since <= before.last_day() {
        let say = Say::new("problem-takeover-early").with("last", short(before.last_day()));
        problems.push(broken("day", say));
    }
    match after.party(takeover.provider).map(|party| party.role) {
        None => problems.push(broken("provider", "problem-provider-party")),
        Some(PartyRole::Host | PartyRole::Trainer) => {}
        Some(PartyRole::Certifier | PartyRole::Mentor | PartyRole::LabourOffice | PartyRole::Funder) => {
            problems.push(broken("provider", "problem-provider-role"));
        }
    }
    let certifies = COMPETENCE_ISSUERS.contains(&takeover.issuer.kind);
    if after.party(takeover.issuer.id).is_none() && !certifies {
        problems.push(broken("agreement", "problem-issuer-party"));
    }
    for instructor in takeover.instructors.iter().filter(|one| !may_teach(one, after)) {
        problems
            .push(broken("instructors", Say::new("problem-instructor-party").with("name", &instructor.name)));
    }
    problems
}

fn in_term(field: &str, day: Day, agreement: &AgreementFact) -> Option<FieldProblem> {
    let term = agreement.starts_on..=agreement.last_day();
    let say = || {
        let say = Say::new("problem-outside-term").with("day", short(day));
        say.with("from", short(*term.start())).with("until", short(*term.end()))
    };
    (!term.contains(&day)).then(|| broken(field, say()))
}

fn within(field: &str, number: i64, range: std::ops::RangeInclusive<i64>) -> Option<FieldProblem> {
    let say = || Say::new("problem-programme-between").with("least", range.start()).with("most", range.end());
    (!range.contains(&number)).then(|| broken(field, say()))
}

pub(crate) fn broken(field: &str, say: impl Into<Say>) -> FieldProblem {
    FieldProblem { field: field.to_owned(), say: say.into() }
}

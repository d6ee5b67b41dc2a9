// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The people of one batch, each with what stands between them and the certificate.

use assessment::facts::{FinalFact, Verdict};
use kernel::day::Day;
use kernel::id::{AccountId, BatchId, OrganisationId, PersonId, UnitId};
use people::facts::PersonFact;
use programme::facts::{BatchFact, UnitFact};
use store::{ConnectionTrait, DbErr};

use crate::accompaniment::{self, Accompaniment};
use crate::facts::{self, CertificateFact, CertificateKind};
use crate::rules::{Accompanied, Reason, Record, Training, missing};
use crate::store::batches_waiting;

/// Someone who took part in a batch.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub person: PersonFact,
    /// Empty for one who gets a certificate.
    pub reasons: Vec<Reason>,
    /// The units that go on the certificate.
    pub units: Vec<UnitId>,
    /// The first and the last day of an accompaniment, where that is what is attested.
    pub accompanied: Option<(Day, Day)>,
    /// 1, and one more with each renewal.
    pub turn: i64,
}

/// Everyone who is or was seated, by the day the certificates would bear, as whoever would issue them finds it. Who left after
/// earning it still gets it.
pub async fn candidates<C: ConnectionTrait>(
    on: &C,
    batch: &BatchFact,
    units: &[UnitFact],
    (dated, issuing): (Day, Option<AccountId>),
) -> Result<Vec<Candidate>, DbErr> {
    let kind = batch.programme.certificate_kind;
    let own_ground = resting_on(on, (batch.id, kind), issuing).await?;
    let completions = training::facts::completions(on, batch.id).await?;
    let finals = assessment::facts::finals_of_batch(on, batch.id).await?;
    let sittings = assessment::facts::sittings(on, batch.id).await?;
    let judged_on =
        |of: &FinalFact| sittings.iter().find(|sitting| sitting.id == of.sitting).map(|sitting| sitting.day);
    let issued = facts::certificates_of_batch(on, batch.id).await?;
    let awaiting = assessment::facts::awaiting_moderation(on, batch.id).await?;
    let candidate = |person: PersonFact| {
        let completion = completions.iter().find(|completion| completion.person == person.id);
        let is_own = |of: &&FinalFact| of.person == person.id && of.verdict == Verdict::Competent;
        let own: Vec<&FinalFact> = finals.iter().filter(is_own).collect();
        let record = Record {
            training: completion.map(|of| Training { complete: of.complete, percent: of.percent }),
            mastered: own.iter().map(|of| of.unit).collect(),
            awaits_moderation: own.iter().any(|of| awaiting.contains(&of.sitting)),
            accompanied: None,
            by_oneself: own_ground.contains(&person.id),
            settled_on: own.iter().filter_map(|of| judged_on(of)).chain(completion.map(|of| of.day)).max(),
        };
        let reasons = match held(&issued, person.id, kind) {
            Some(holds) => vec![holds],
            None => missing(kind, units, &record, dated),
        };
        Candidate { person, reasons, units: record.mastered, accompanied: None, turn: 1 }
    };
    let people = enrolment::facts::ever_seated(on, batch.id).await?;
    Ok(people.into_iter().map(candidate).collect())
}

/// The people of a batch whose certificate of a kind would rest on what this very account decided: its verdict, its closing of
/// the training. Somebody else issues to them.
pub async fn resting_on<C: ConnectionTrait>(
    on: &C,
    (batch, kind): (BatchId, CertificateKind),
    account: Option<AccountId>,
) -> Result<Vec<PersonId>, DbErr> {
    let Some(account) = account else { return Ok(Vec::new()) };
    match kind {
        CertificateKind::Competence | CertificateKind::School => {
            assessment::facts::mastered_by(on, batch, account).await
        }
        CertificateKind::Training if training::facts::closed_by(on, batch).await? == Some(account) => {
            let completions = training::facts::completions(on, batch).await?;
            Ok(completions.into_iter().map(|completion| completion.person).collect())
        }
        CertificateKind::Training | CertificateKind::Acknowledgement => Ok(Vec::new()),
    }
}

/// That a person holds a certificate of this kind.
fn held(issued: &[CertificateFact], person: PersonId, kind: CertificateKind) -> Option<Reason> {
    let held = |certificate: &&CertificateFact| {
        certificate.person == person && certificate.kind == kind && certificate.revoked_on.is_none()
    };
    issued.iter().find(held).map(|certificate| Reason::Holds { number: certificate.number.clone() })
}

/// Whom a foundation's mentors accompanied in a batch, as the one who would acknowledge it finds them; nobody else is named.
pub async fn accompanied<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    (foundation, decider): (OrganisationId, Option<AccountId>),
    dated: Day,
) -> Result<Vec<Candidate>, DbErr> {
    let issued = facts::certificates_of_batch(on, batch).await?;
    let mut found = Vec::new();
    for one in accompaniment::of_batch(on, batch, foundation).await? {
        let Some(person) = people::facts::person(on, one.person).await? else { continue };
        let record = Record {
            accompanied: Some(Accompanied { by_oneself: decider == Some(one.mentor) }),
            settled_on: Some(one.day),
            ..Record::default()
        };
        let Accompaniment { since, day, .. } = one;
        let reasons = match held(&issued, person.id, CertificateKind::Acknowledgement) {
            Some(holds) => vec![holds],
            None => missing(CertificateKind::Acknowledgement, &[], &record, dated),
        };
        found.push(Candidate {
            person,
            reasons,
            units: Vec::new(),
            accompanied: Some((since, day)),
            turn: 1,
        });
    }
    found.sort_by(|one, other| {
        (&one.person.name, one.person.id.0).cmp(&(&other.person.name, other.person.id.0))
    });
    Ok(found)
}

/// Batches of an issuer in which people have earned a certificate that this account may issue and have not got it, with how many
/// people; at most so many batches.
pub async fn ready<C: ConnectionTrait>(
    on: &C,
    (issuer, issuing): (OrganisationId, Option<AccountId>),
    today: Day,
    most: usize,
) -> Result<Vec<(BatchFact, usize)>, DbErr> {
    let mut ready = Vec::new();
    for id in batches_waiting(on, issuer, most).await? {
        let Some(batch) = programme::facts::batch(on, id).await? else { continue };
        let units = programme::facts::units(on, batch.programme.id).await?;
        let found = candidates(on, &batch, &units, (today, issuing)).await?;
        let count = found.iter().filter(|candidate| candidate.reasons.is_empty()).count();
        if count > 0 {
            ready.push((batch, count));
        }
    }
    Ok(ready)
}

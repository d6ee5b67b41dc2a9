// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One person as far as the reader may know her: batches and what was earned there, cut to the reader's own agreements.

use access::{Act, Target};
use assessment::facts::{ResultFact, SittingFact, Verdict};
use certification::facts::CertificateFact;
use desk::{Desk, Halt};
use enrolment::facts::SeatFact;
use kernel::day::Day;
use kernel::id::PersonId;
use people::facts::{EpisodeFact, PersonFact};
use programme::facts::{BatchFact, UnitFact};
use store::DatabaseConnection;
use training::facts::{CompletionFact, Earned, Ledger, SessionFact, SkillFact};

/// The person's way through one batch.
pub struct Passage {
    pub batch: BatchFact,
    pub seat: SeatFact,
    pub ledger: Ledger,
    pub sessions: Vec<SessionFact>,
    pub completion: Option<CompletionFact>,
    pub units: Vec<(UnitFact, Option<Verdict>)>,
    pub skills: Vec<SkillFact>,
    /// Where the seat goes on from a seat elsewhere: that batch, and the day.
    pub goes_on: Option<(BatchFact, Day)>,
    /// Each sitting with this person's results; sittings without any are left out.
    pub sittings: Vec<(SittingFact, Vec<ResultFact>)>,
}

/// The person with all that this reader may see.
pub struct Life {
    pub person: PersonFact,
    pub target: Target,
    /// True for the offices in charge and the assigned counsellor; partners see what lies under their own agreements.
    pub is_ours: bool,
    pub episodes: Vec<EpisodeFact>,
    pub passages: Vec<Passage>,
    /// What she earned in these batches, counted once.
    pub earned: Earned,
    pub certificates: Vec<CertificateFact>,
}

impl Life {
    /// The stay that goes on.
    pub fn stay(&self) -> Option<&EpisodeFact> {
        self.episodes.iter().find(|stay| stay.ended_on.is_none())
    }

    pub fn is_in_custody(&self) -> bool {
        self.stay().is_some_and(|stay| stay.kind.is_in_custody())
    }

    pub fn id(&self) -> PersonId {
        self.person.id
    }
}

/// Asks for permission and reads the person's way, the earliest batch first.
///
/// # Errors
/// `Missing` for nobody, `Denied` outside the reader's reach.
pub async fn life(desk: &Desk, text: &str) -> Result<Life, Halt> {
    let on = desk.house.db.read();
    let person = match people::facts::resolve(desk, text).await {
        Err(Halt::Problems(_)) => return Err(Halt::Missing),
        found => found?,
    };
    let mut seats = enrolment::facts::seats_of_person(on, person.id).await?;
    seats.sort_by_key(|seat| seat.since);
    let mut batches = Vec::new();
    for seat in seats {
        batches.extend(programme::facts::batch(on, seat.batch).await?.map(|batch| (batch, seat)));
    }
    let mentorings = livelihood::facts::mentorings_granted(on, person.id, desk.now).await?;
    let target = target(on, person.id, &batches).await?;
    let target = target.assigned_to(mentorings.iter().map(|one| one.mentor));
    desk.allow(Act::PersonRead, &target)?;
    let scope = access::scope(&desk.actor, Act::PersonRead, desk.now);
    let counsellor = release::facts::counsellor_of(on, person.id).await?;
    let is_ours = scope.owner.is_some_and(|own| target.owners.contains(&own))
        || counsellor.is_some() && counsellor == scope.assigned;
    batches.retain(|(batch, _)| {
        let assessor = batch.assessment.as_ref().and_then(|booking| booking.assessor_account);
        is_ours
            || scope.agreements.contains(&batch.agreement)
            || assessor.is_some() && assessor == scope.assigned
            // A mentor follows the training under the agreement by which she is named.
            || mentorings.iter().any(|one| one.agreement == batch.agreement && Some(one.mentor) == scope.assigned)
    });
    let mut certificates = certification::facts::certificates_of_person(on, person.id).await?;
    certificates.retain(|certificate| batches.iter().any(|(batch, _)| batch.id == certificate.batch));
    let mut passages = Vec::new();
    for (batch, seat) in batches {
        passages.push(passage(on, batch, seat).await?);
    }
    let episodes = people::facts::episodes(on, person.id).await?;
    let mut earned = training::facts::earned(on, person.id).await?.batches;
    earned.retain(|earned| passages.iter().any(|passage| passage.batch.id == earned.batch));
    let earned = Earned::of(earned);
    Ok(Life { person, target, is_ours, episodes, passages, earned, certificates })
}

/// Of the offices in charge, under the agreements of the batches, assigned to counsellor and booked assessors.
async fn target(
    on: &DatabaseConnection,
    person: PersonId,
    batches: &[(BatchFact, SeatFact)],
) -> Result<Target, Halt> {
    let mut target = people::facts::target(on, person).await?;
    target.agreements.extend(enrolment::facts::agreements_of_person(on, person).await?);
    let booked = batches.iter().filter_map(|(batch, _)| batch.assessment.as_ref()?.assessor_account);
    let counsellor = release::facts::counsellor_of(on, person).await?;
    Ok(target.assigned_to(counsellor.into_iter().chain(booked)))
}

async fn passage(on: &DatabaseConnection, batch: BatchFact, seat: SeatFact) -> Result<Passage, Halt> {
    let (id, person) = (batch.id, seat.person);
    let finals = assessment::facts::finals_of_batch(on, id).await?;
    let verdict = |unit: &UnitFact| {
        finals.iter().find(|line| line.person == person && line.unit == unit.id).map(|line| line.verdict)
    };
    let units = programme::facts::units(on, batch.programme.id).await?;
    let results = assessment::facts::results(on, id).await?;
    let own = |sitting: &SittingFact| -> Vec<ResultFact> {
        results
            .iter()
            .filter(|result| result.sitting == sitting.id && result.person == person)
            .cloned()
            .collect()
    };
    let sittings =
        assessment::facts::sittings(on, id).await?.into_iter().map(|sitting| (own(&sitting), sitting));
    let goes_on = match enrolment::facts::taken_over(on, seat.id).await? {
        Some(from) => programme::facts::batch(on, from.source.batch).await?.map(|batch| (batch, from.day)),
        None => None,
    };
    Ok(Passage {
        goes_on,
        ledger: training::facts::ledger(on, id, person).await?,
        sessions: training::facts::sessions(on, id).await?,
        completion: training::facts::completion(on, id, person).await?,
        units: units
            .into_iter()
            .map(|unit| (verdict(&unit), unit))
            .map(|(verdict, unit)| (unit, verdict))
            .collect(),
        skills: training::facts::soft_skills(on, id, person).await?,
        sittings: sittings.filter(|(own, _)| !own.is_empty()).map(|(own, sitting)| (sitting, own)).collect(),
        batch,
        seat,
    })
}

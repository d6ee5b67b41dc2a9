// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Counting one batch after the other from the facts of the earlier rooms. What became of people after the training is
//! asked person by person, because the later rooms answer no other way.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use assessment::facts::{FinalFact, Verdict};
use enrolment::facts::{SeatFact, SeatState};
use kernel::day::Day;
use kernel::id::{AgreementId, BatchId, OrganisationId, PersonId, ProgrammeId, UnitId};
use livelihood::facts::{Milestone, Status};
use programme::facts::{BatchFact, CertificateKind};
use release::facts::HandoverState;
use store::{ConnectionTrait, DbErr};

use crate::facts::Filter;
use crate::tally::Tally;

/// What was counted in one batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub agreement: AgreementId,
    pub batch: BatchId,
    pub tally: Tally,
}

type People = BTreeSet<PersonId>;

/// Counts every batch within the filter, in the order of host and start.
pub async fn counted<C: ConnectionTrait>(on: &C, filter: &Filter, today: Day) -> Result<Vec<Counted>, DbErr> {
    let gates = gates(on).await?;
    let mut units: HashMap<ProgrammeId, Vec<UnitId>> = HashMap::new();
    let mut counted = Vec::new();
    for batch in batches(on, filter).await? {
        let programme = batch.programme.id;
        if let Entry::Vacant(place) = units.entry(programme) {
            let found = programme::facts::units(on, programme).await?;
            place.insert(found.into_iter().map(|unit| unit.id).collect());
        }
        let is_gated = gates.get(&batch.host).copied().unwrap_or(false);
        let tally = count(on, &batch, &units[&programme], is_gated, today).await?;
        counted.push(Counted { agreement: batch.agreement, batch: batch.id, tally });
    }
    Ok(counted)
}

/// The offices that answer for people, and whether they do so behind a gate.
async fn gates<C: ConnectionTrait>(on: &C) -> Result<HashMap<OrganisationId, bool>, DbErr> {
    let offices = office::facts::all(on).await?.into_iter().filter(|office| office.answers_for_people());
    let holds = |kind: &str| kernel::organisation::kind(kind).is_some_and(|kind| kind.holds_people());
    Ok(offices.map(|office| (office.id, holds(&office.kind))).collect())
}

async fn batches<C: ConnectionTrait>(on: &C, filter: &Filter) -> Result<Vec<BatchFact>, DbErr> {
    let mut found = match (filter.agreement, filter.office) {
        (Some(agreement), _) => programme::facts::batches_ever_under(on, agreement).await?,
        (None, Some(office)) => programme::facts::batches_of_host(on, office).await?,
        (None, None) => {
            let mut all = Vec::new();
            for office in
                office::facts::all(on).await?.into_iter().filter(|office| office.answers_for_people())
            {
                all.extend(programme::facts::batches_of_host(on, office.id).await?);
            }
            all
        }
    };
    found.retain(|batch| filter.office.is_none_or(|office| batch.host == office));
    found.retain(|batch| filter.programme.is_none_or(|programme| batch.programme.id == programme));
    Ok(found)
}

async fn count<C: ConnectionTrait>(
    on: &C,
    batch: &BatchFact,
    units: &[UnitId],
    is_gated: bool,
    today: Day,
) -> Result<Tally, DbErr> {
    let asked = enrolment::facts::counts(on, batch.id).await?;
    let seats = enrolment::facts::seats(on, batch.id).await?;
    let seated: People = seats.iter().filter(|seat| was_seated(seat)).map(|seat| seat.person).collect();
    let (started, completed) = trained(on, batch, &seated).await?;
    let is_judged =
        matches!(batch.programme.certificate_kind, CertificateKind::Competence | CertificateKind::School);
    let (assessed, competent) = match is_judged {
        true => judged(&assessment::facts::finals_of_batch(on, batch.id).await?, units),
        false => (People::new(), People::new()),
    };
    let certificates = certification::facts::certificates_of_batch(on, batch.id).await?;
    // A foundation's letter comes on top of what the programme leads to, and is no certificate of it.
    let kind = batch.programme.certificate_kind;
    let live = certificates.into_iter().filter(|paper| paper.revoked_on.is_none() && paper.kind == kind);
    let certified: People = live.map(|certificate| certificate.person).collect();
    let onward = onward(on, &seats, is_gated, today).await?;
    Ok(Tally {
        applicants: asked.applicants,
        eligible: asked.eligible,
        seated: number(seated.len()),
        started: number(started.len()),
        completed: number(completed.len()),
        is_judged,
        to_judge: if is_judged { number(completed.len()) } else { 0 },
        assessed: number(assessed.len()),
        competent: number(competent.len()),
        certified: number(certified.len()),
        is_gated,
        ..onward
    })
}

/// A reserve who left was never seated.
fn was_seated(seat: &SeatFact) -> bool {
    match seat.state {
        SeatState::Seated => true,
        SeatState::Reserve => false,
        SeatState::Left => seat.reserve_position.is_none(),
    }
}

/// Who was present at least once, and who met the completion rule.
async fn trained<C: ConnectionTrait>(
    on: &C,
    batch: &BatchFact,
    seated: &People,
) -> Result<(People, People), DbErr> {
    let ended = training::facts::completions(on, batch.id).await?;
    if !ended.is_empty() {
        let started = ended.iter().filter(|line| line.jp_earned > 0).map(|line| line.person).collect();
        let completed = ended.iter().filter(|line| line.complete).map(|line| line.person).collect();
        return Ok((started, completed));
    }
    if training::facts::held_count(on, batch.id).await? == 0 {
        return Ok((People::new(), People::new()));
    }
    let people: Vec<PersonId> = seated.iter().copied().collect();
    let ledgers = training::facts::ledgers(on, batch.id, &people).await?;
    let present = people.iter().zip(&ledgers).filter(|(_, ledger)| ledger.earned_jp() > 0);
    Ok((present.map(|(person, _)| *person).collect(), People::new()))
}

/// Who has a verdict in any unit, and who a K in every one.
fn judged(finals: &[FinalFact], units: &[UnitId]) -> (People, People) {
    let assessed: People = finals.iter().map(|line| line.person).collect();
    let passed: BTreeSet<(PersonId, UnitId)> = finals
        .iter()
        .filter(|line| line.verdict == Verdict::Competent)
        .map(|line| (line.person, line.unit))
        .collect();
    let in_all =
        |person: &PersonId| !units.is_empty() && units.iter().all(|unit| passed.contains(&(*person, *unit)));
    let competent = assessed.iter().copied().filter(in_all).collect();
    (assessed, competent)
}

/// What became of everyone who was ever seated, certified or not.
async fn onward<C: ConnectionTrait>(
    on: &C,
    seats: &[SeatFact],
    is_gated: bool,
    today: Day,
) -> Result<Tally, DbErr> {
    let mut tally = Tally::default();
    for SeatFact { batch, person, since, .. } in seats.iter().filter(|seat| was_seated(seat)) {
        tally.behind_gate += i64::from(is_gated);
        let start = livelihood::facts::clock_start(on, *batch, *person).await?;
        // A release before the seat belongs to an earlier stay.
        let Some(start) = start.filter(|start| !is_gated || start >= since) else { continue };
        tally.clock_started += 1;
        if is_gated {
            tally.released += 1;
            let pack = release::facts::handover_of(on, *person).await?;
            tally.handed_over += i64::from(pack.is_some_and(|pack| pack.state == HandoverState::Accepted));
        }
        if Milestone::Month12.due_on(start) <= today {
            let answer = livelihood::facts::outcome_at(on, *batch, *person, Milestone::Month12).await?;
            tally.due_month_12 += 1;
            tally.in_work_month_12 += i64::from(answer.is_some_and(Status::is_in_work));
            tally.unknown_month_12 += i64::from(answer.is_none_or(Status::is_unknown));
        }
    }
    Ok(tally)
}

fn number(count: usize) -> i64 {
    i64::try_from(count).expect("no office counts more people than fit")
}

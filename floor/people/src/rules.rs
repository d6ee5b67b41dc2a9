// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Pure rules: who may leave a gate, how, and what a person is afterwards.

use desk::Refusal;
use kernel::day::{self, Day};
use kernel::id::{AccountId, EpisodeId, OrganisationId};
use kernel::person::{PersonKind, ReleaseKind};

use crate::facts::{DeathFact, EpisodeFact, PersonFact};

/// The stay a release ends.
///
/// # Errors
/// `PEOP-01`, `PEOP-02` or `PEOP-04`, as `commands::release` says.
pub fn may_leave(
    stays: &[EpisodeFact],
    kind: ReleaseKind,
    day: Day,
    today: Day,
) -> Result<&EpisodeFact, Refusal> {
    let stay = stays
        .iter()
        .find(|stay| stay.ended_on.is_none() && stay.kind.is_in_custody())
        .ok_or(Refusal::new("PEOP-01"))?;
    if day < stay.admitted_on || day > today {
        let long = |day| day::long(day, kernel::Lang::Id);
        return Err(Refusal::new("PEOP-02")
            .with("admitted", long(stay.admitted_on))
            .with("today", long(today)));
    }
    if !is_open_to(kind, stay.kind) {
        return Err(Refusal::new("PEOP-04"));
    }
    Ok(stay)
}

/// Four eyes: who recorded a death does not take it back.
///
/// # Errors
/// `PEOP-21`.
///
/// # Source
/// Product decision: a wrong entry closes seats and stays, and so does a wrong repair of it.
pub fn may_undo(death: &DeathFact, account: Option<AccountId>, name: &str) -> Result<(), Refusal> {
    if death.is_by(account, name) { Err(Refusal::new("PEOP-21").with("name", name)) } else { Ok(()) }
}

/// Whether a way of leaving exists for people of this kind.
///
/// # Source
/// UU 22/2022, article 10: parole, leaves, assimilation and remission belong to the sentenced; who is held before a
/// sentence can only be freed.
pub fn is_open_to(kind: ReleaseKind, held_as: PersonKind) -> bool {
    match held_as {
        PersonKind::Convict | PersonKind::ConvictedChild => true,
        PersonKind::RemandDetainee => kind == ReleaseKind::FullRelease,
        PersonKind::Client | PersonKind::Former | PersonKind::Learner => false,
    }
}

/// What a person is after leaving: a client where a probation office goes on with her, otherwise fully released.
pub fn kind_after(kind: ReleaseKind, has_client_stay: bool) -> PersonKind {
    if kind.is_under_guidance() || has_client_stay { PersonKind::Client } else { PersonKind::Former }
}

/// What an office is to people: behind a gate, at home, or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charge {
    Gate,
    Guidance,
    None,
}

impl Charge {
    /// By the code of the office's kind.
    pub fn of(office_kind: &str) -> Self {
        match kernel::organisation::kind(office_kind) {
            Some(kind) if kind.holds_people() => Self::Gate,
            Some(kind) if kind.answers_for_people() => Self::Guidance,
            Some(_) | None => Self::None,
        }
    }

    /// Whether an office of this charge takes a stay of this kind over.
    pub fn takes(self, kind: PersonKind) -> bool {
        match self {
            Self::Gate => kind.is_in_custody(),
            Self::Guidance => kind == PersonKind::Client,
            Self::None => false,
        }
    }
}

/// The stay a transfer ends.
///
/// # Errors
/// `PEOP-08` no stay of the person goes on at the sending office, `PEOP-09` the other office does not take such a stay
/// or is the same, `PEOP-13` the day lies before the stay or ahead.
///
/// # Source
/// UU 22/2022: people behind a gate move between houses, clients between probation offices; leaving the gate is a release.
pub fn may_move(
    stays: &[EpisodeFact],
    (from, to): (OrganisationId, OrganisationId),
    charge: Charge,
    (day, today): (Day, Day),
) -> Result<&EpisodeFact, Refusal> {
    let stay = stays
        .iter()
        .find(|stay| stay.ended_on.is_none() && stay.office == from)
        .ok_or(Refusal::new("PEOP-08"))?;
    if from == to || !charge.takes(stay.kind) {
        return Err(Refusal::new("PEOP-09"));
    }
    within(stay.admitted_on, day, today)?;
    Ok(stay)
}

/// The day lies in a stay that goes on.
///
/// # Errors
/// `PEOP-13` otherwise.
pub fn within(admitted_on: Day, day: Day, today: Day) -> Result<(), Refusal> {
    if admitted_on <= day && day <= today {
        return Ok(());
    }
    let long = |day| day::long(day, kernel::Lang::Id);
    Err(Refusal::new("PEOP-13").with("admitted", long(admitted_on)).with("today", long(today)))
}

/// What a person is, by the stays that go on; where none does, what she was, unless that was bound to a stay.
pub fn kind_by(stays: &[EpisodeFact], before: PersonKind) -> PersonKind {
    let open = || stays.iter().filter(|stay| stay.ended_on.is_none());
    if let Some(held) = open().find(|stay| stay.kind.is_in_custody()) {
        return held.kind;
    }
    if let Some(stay) = open().find(|stay| stay.kind == PersonKind::Client).or_else(|| open().next()) {
        return stay.kind;
    }
    if before.is_in_custody() { PersonKind::Former } else { before }
}

/// What one of two records says again after a merge is undone: what it said before, unless its own stays say otherwise or
/// ended while the two were one; `now` is the person as she was while they were.
pub fn kind_again(stays: &[EpisodeFact], before: PersonKind, now: &PersonFact) -> PersonKind {
    let has_open = stays.iter().any(|stay| stay.ended_on.is_none());
    if now.died_on.is_some() && !has_open {
        return before;
    }
    kind_by(stays, if !has_open && before.is_in_custody() { now.kind } else { before })
}

/// One of two records that may be of one person.
#[derive(Debug, Clone)]
pub struct Side {
    pub stays: Vec<EpisodeFact>,
    pub has_nik: bool,
    pub died_on: Option<Day>,
    pub is_away: bool,
}

/// Why two records cannot be made one as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objection {
    /// Behind two gates at once.
    TwoGates(OrganisationId, OrganisationId),
    /// Guided by two probation offices at once.
    TwoGuides(OrganisationId, OrganisationId),
    /// Two different numbers of the population register.
    TwoNumbers,
    /// One has died, the other not, or on another day.
    Died,
    /// Both are away, and would come back twice.
    TwoAbsences,
}

/// Everything that stands against making two records one; empty where nothing does.
///
/// # Source
/// Product decision: what the tables could not hold, or what only somebody who asks can know, is settled first.
pub fn objections(kept: &Side, second: &Side) -> Vec<Objection> {
    let mut found = Vec::new();
    let pair = |fits: fn(PersonKind) -> bool| {
        let of = |side: &Side| -> Vec<OrganisationId> {
            let open = side.stays.iter().filter(|stay| stay.ended_on.is_none() && fits(stay.kind));
            open.map(|stay| stay.office).collect()
        };
        let (one, other) = (of(kept), of(second));
        one.into_iter()
            .find_map(|here| other.iter().find(|there| **there != here).map(|there| (here, *there)))
    };
    found.extend(pair(PersonKind::is_in_custody).map(|(here, there)| Objection::TwoGates(here, there)));
    found.extend(
        pair(|kind| kind == PersonKind::Client).map(|(here, there)| Objection::TwoGuides(here, there)),
    );
    if kept.has_nik && second.has_nik {
        found.push(Objection::TwoNumbers);
    }
    if kept.died_on != second.died_on {
        found.push(Objection::Died);
    }
    if kept.is_away && second.is_away {
        found.push(Objection::TwoAbsences);
    }
    found
}

/// The stays that go over, each with whether it ends: it does where the first record stands in the same office.
pub fn stays_to_move(kept: &Side, second: &Side) -> Vec<(EpisodeId, bool)> {
    let here = |office: OrganisationId| {
        kept.stays.iter().any(|stay| stay.ended_on.is_none() && stay.office == office)
    };
    second.stays.iter().map(|stay| (stay.id, stay.ended_on.is_none() && here(stay.office))).collect()
}

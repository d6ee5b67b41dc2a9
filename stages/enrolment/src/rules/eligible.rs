// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whether one person may take part in one batch. Every reason is given, for and against; none hides another.

use kernel::day::Day;
use kernel::id::PersonId;
use kernel::person::PersonKind;

use super::score::{reading, score};
use super::{Reason, matches_any};
use crate::state::codes;

/// Detainees are not taken into a batch that lasts longer.
///
/// # Units
/// Days from the first to the last day of training, both counted.
///
/// # Source
/// UU 22/2022, article 7, gives detainees chances to develop, not programmes of guidance; practice keeps them out of
/// long courses because they may be moved any day. The number of days is a product decision, its source unverified.
pub const LONG_BATCH_DAYS: i64 = 14;

codes! {
    /// How well a person reads and writes.
    Literacy {
        Fluent = "fluent",
        Limited = "limited",
        None = "none",
    }
}

/// What a person last said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interest {
    pub first_choice: String,
    pub second_choice: String,
    pub experience: String,
    pub experience_months: i64,
    pub literacy: Literacy,
    /// The day this first choice was first said; the waiting list counts from it.
    pub since: Day,
    pub told_on: Day,
}

/// What is known about one person when a batch is ranked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub person: PersonId,
    pub name: String,
    pub kind: PersonKind,
    pub interest: Option<Interest>,
    /// Opened by one with the right to the sentence; never stored.
    pub earliest_release: Option<Day>,
    pub has_nik: bool,
    /// Vacancies in the field in the person's home district; nothing where they are not known.
    pub home_vacancies: Option<i64>,
    /// The code of a batch at the same time in which the person is seated.
    pub seated_in: Option<String>,
}

/// What the batch asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub fields: Vec<String>,
    pub starts_on: Day,
    pub ends_on: Day,
    /// The last day somebody is needed: the end of training or the assessment, whichever is later.
    pub last_day: Day,
    /// The office that goes on with those who are free before the last day.
    pub goes_on_at: Option<String>,
}

/// One person considered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Considered {
    pub person: PersonId,
    pub name: String,
    /// Whether the person asked for this field at all.
    pub applied: bool,
    pub eligible: bool,
    pub reasons: Vec<Reason>,
    /// Days from the last day to the earliest release; negative when the release comes first.
    pub spare_days: Option<i64>,
    pub score: i64,
    pub waiting_since: Day,
}

/// Considers one person for a batch.
pub fn consider(candidate: &Candidate, course: &Course, today: Day) -> Considered {
    let mut reasons = wishes(candidate, course);
    let applied = reasons.iter().all(|reason| !reason.refuses());
    if applied {
        reasons.extend(candidate.interest.iter().flat_map(|interest| abilities(interest, today)));
        reasons.extend(
            candidate.home_vacancies.filter(|count| *count > 0).map(|count| Reason::HomeVacancies { count }),
        );
        reasons.extend(candidate.seated_in.clone().map(|batch| Reason::SeatedElsewhere { batch }));
        reasons.push(time(candidate, course));
        if !candidate.has_nik {
            reasons.push(Reason::NikToDo);
        }
    }
    let eligible = reasons.iter().all(|reason| !reason.refuses());
    Considered {
        person: candidate.person,
        name: candidate.name.clone(),
        applied,
        eligible,
        score: if eligible { score(&reasons) } else { 0 },
        reasons,
        spare_days: candidate
            .earliest_release
            .filter(|_| applied)
            .map(|day| (day - course.last_day).num_days()),
        waiting_since: candidate.interest.as_ref().map_or(today, |interest| interest.since),
    }
}

fn wishes(candidate: &Candidate, course: &Course) -> Vec<Reason> {
    let Some(interest) = &candidate.interest else {
        return vec![Reason::NotAsked];
    };
    let reason = if matches_any(&interest.first_choice, &course.fields) {
        Reason::FirstChoice
    } else if matches_any(&interest.second_choice, &course.fields) {
        Reason::SecondChoice
    } else {
        Reason::WantsOther { first: interest.first_choice.clone() }
    };
    vec![reason]
}

fn abilities(interest: &Interest, today: Day) -> impl Iterator<Item = Reason> {
    let experience = match interest.experience_months {
        0 => Reason::NoExperience,
        months => Reason::Experience { months },
    };
    let waited = (today - interest.since).num_days();
    let waiting = (waited > 0).then_some(Reason::Waiting { days: waited });
    [experience, reading(interest.literacy)].into_iter().chain(waiting)
}

/// Whether the time lasts, by the person's kind.
fn time(candidate: &Candidate, course: &Course) -> Reason {
    let days = (course.ends_on - course.starts_on).num_days() + 1;
    match candidate.kind {
        PersonKind::RemandDetainee if days > LONG_BATCH_DAYS => Reason::Detainee { days },
        PersonKind::RemandDetainee => Reason::TimeEnough,
        PersonKind::Client | PersonKind::Former | PersonKind::Learner => Reason::LivesAtHome,
        PersonKind::Convict | PersonKind::ConvictedChild => {
            match (candidate.earliest_release, &course.goes_on_at) {
                (None, _) => Reason::ReleaseUnknown,
                (Some(release), _) if release > course.last_day => Reason::TimeEnough,
                (Some(_), Some(at)) => Reason::GoesOn { at: at.clone() },
                (Some(_), None) => Reason::LeavesEarly,
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who has earned a certificate, when and where it may be dated. Pure; the tables hold the same rules once more.

pub mod renewal;

use desk::Say;
use kernel::Lang;
use kernel::day::{Day, long, month_year};
use kernel::id::UnitId;
use kernel::region::District;
use programme::facts::{CertificateKind, UnitFact};

/// What one person has reached in one batch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// Nothing while the training runs.
    pub training: Option<Training>,
    /// Units with a final K.
    pub mastered: Vec<UnitId>,
    /// Some of them rest on a sitting that the certification body has not confirmed.
    pub awaits_moderation: bool,
    /// What a mentor of the foundation confirmed.
    pub accompanied: Option<Accompanied>,
    /// The very person who would issue it gave one of the verdicts or closed the training.
    pub by_oneself: bool,
    /// The last day on which anything of this was decided.
    pub settled_on: Option<Day>,
}

/// How the training ended for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Training {
    pub complete: bool,
    pub percent: i64,
}

/// A confirmed accompaniment, as seen by who would acknowledge it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accompanied {
    /// The very person who would acknowledge it confirmed it.
    pub by_oneself: bool,
}

/// Why one person does not get a certificate now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    TrainingRuns,
    TrainingTooShort {
        percent: i64,
    },
    /// The programme names no unit by which anyone could be judged.
    NoUnits,
    UnitMissing {
        unit: String,
    },
    /// The certification body has not confirmed what the assessor recommended.
    NotModerated,
    /// No mentor confirmed that it was completed.
    NotAccompanied,
    /// Who confirmed it does not acknowledge it too.
    ConfirmedByOneself,
    /// Who judged does not issue too.
    JudgedByOneself,
    /// Who closed the training does not issue the certificate of it too.
    ClosedByOneself,
    /// It would be dated before the day it was earned.
    DatedTooEarly {
        settled_on: Day,
    },
    /// Holds one already.
    Holds {
        number: String,
    },
}

impl Reason {
    /// The sentence, beginning with the person's name.
    pub fn say(&self, name: &str, lang: Lang) -> Say {
        let say = |key: &str| Say::new(format!("reason-certificate-{key}")).with("name", name);
        match self {
            Self::TrainingRuns => say("training-runs"),
            Self::TrainingTooShort { percent } => say("training-too-short").with("percent", percent),
            Self::NoUnits => say("no-units"),
            Self::UnitMissing { unit } => say("unit-missing").with("unit", unit),
            Self::NotModerated => say("not-moderated"),
            Self::NotAccompanied => say("not-accompanied"),
            Self::ConfirmedByOneself => say("confirmed-by-oneself"),
            Self::JudgedByOneself => say("judged-by-oneself"),
            Self::ClosedByOneself => say("closed-by-oneself"),
            Self::DatedTooEarly { settled_on } => say("dated-too-early").with("day", long(*settled_on, lang)),
            Self::Holds { number } => say("holds").with("number", number),
        }
    }
}

/// Everything that stands between a person and the certificate; nothing where it is earned.
///
/// # Source
/// Product decision, held by the tables too: competence and school certificates need a final K on every unit of the
/// programme, and under a licensed scheme the body's confirmation of each sitting; a training certificate the completion rule, an
/// acknowledgement the confirmation of a mentor of the foundation and, by another hand, a recorded decision. No certificate is one
/// person's work: whoever decided what it rests on does not issue it.
pub fn missing(kind: CertificateKind, units: &[UnitFact], record: &Record, dated: Day) -> Vec<Reason> {
    let mut reasons = match kind {
        CertificateKind::Competence | CertificateKind::School => missing_units(units, &record.mastered),
        CertificateKind::Training => missing_training(record.training),
        CertificateKind::Acknowledgement => missing_accompaniment(record.accompanied),
    };
    let is_earned = reasons.is_empty();
    if is_earned && record.awaits_moderation {
        reasons.push(Reason::NotModerated);
    }
    if is_earned && record.by_oneself {
        reasons.extend(own_hand(kind));
    }
    let settled = record.settled_on.filter(|settled_on| reasons.is_empty() && dated < *settled_on);
    reasons.extend(settled.map(|settled_on| Reason::DatedTooEarly { settled_on }));
    reasons
}

/// Accompaniments say it themselves, with the rest of what they need.
fn own_hand(kind: CertificateKind) -> Option<Reason> {
    match kind {
        CertificateKind::Competence | CertificateKind::School => Some(Reason::JudgedByOneself),
        CertificateKind::Training => Some(Reason::ClosedByOneself),
        CertificateKind::Acknowledgement => None,
    }
}

fn missing_units(units: &[UnitFact], mastered: &[UnitId]) -> Vec<Reason> {
    if units.is_empty() {
        return vec![Reason::NoUnits];
    }
    let lacking = units.iter().filter(|unit| !mastered.contains(&unit.id));
    lacking.map(|unit| Reason::UnitMissing { unit: unit.title.clone() }).collect()
}

fn missing_training(training: Option<Training>) -> Vec<Reason> {
    match training {
        None => vec![Reason::TrainingRuns],
        Some(Training { complete: false, percent }) => vec![Reason::TrainingTooShort { percent }],
        Some(Training { complete: true, .. }) => Vec::new(),
    }
}

fn missing_accompaniment(accompanied: Option<Accompanied>) -> Vec<Reason> {
    match accompanied {
        None => vec![Reason::NotAccompanied],
        Some(Accompanied { by_oneself: true }) => vec![Reason::ConfirmedByOneself],
        Some(Accompanied { by_oneself: false }) => Vec::new(),
    }
}

/// What is wrong with the day of a deed on a certificate: none before it was issued, none in the future.
pub fn day_problem(day: Day, issued_on: Option<Day>, today: Day) -> Option<Say> {
    if day > today {
        return Some(Say::new("problem-certificate-future"));
    }
    let issued_on = issued_on.filter(|issued_on| day < *issued_on)?;
    Some(Say::new("problem-certificate-before-issue").with("day", kernel::day::short(issued_on)))
}

/// The name of a district as a place of issue: `Jember`, whether city or regency.
pub fn city(district: &District) -> &str {
    let kinds = ["Kabupaten ", "Kota Administrasi ", "Kota "];
    kinds.iter().find_map(|kind| district.name.strip_prefix(kind)).unwrap_or(&district.name)
}

/// The months of a training; the only time a certificate tells besides its own days.
pub fn months(first: Day, last: Day, lang: Lang) -> String {
    use chrono::Datelike;
    let last_month = month_year(last, lang);
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return last_month;
    }
    let first_month = month_year(first, lang);
    match first_month.split_once(' ') {
        Some((month, _)) if first.year() == last.year() => format!("{month}–{last_month}"),
        _ => format!("{first_month} – {last_month}"),
    }
}

#[cfg(test)]
mod tests;

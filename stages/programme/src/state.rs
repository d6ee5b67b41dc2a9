// SPDX-License-Identifier: Apache-2.0 OR MIT
//! When a facility is fit for training: looked at, found wanting, mended, looked at again. Pure; nothing is read or written.

use std::collections::BTreeSet;

use desk::Refusal;
use kernel::day::Day;

use crate::facts::{FindingFact, InspectionFact, Verdict};

/// Codes of lines of an inspection.
pub type Codes = BTreeSet<String>;

/// How a facility stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fitness {
    /// Nobody has looked yet.
    Unseen,
    /// The latest round passed.
    Fit { since: Day },
    /// The latest round failed and something is still to be mended.
    Unfit { since: Day, failed: Codes, open: Codes },
    /// All that failed is mended; only another round can say that it is well.
    Mended { since: Day, failed: Codes },
}

/// What can be done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A round in which every line was met.
    Pass {
        day: Day,
        seen: Codes,
    },
    /// A round in which some lines were not met.
    Fail {
        day: Day,
        seen: Codes,
        unmet: Codes,
    },
    Mend {
        day: Day,
        code: String,
    },
}

/// What follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Passed,
    Failed { unmet: Codes },
    MendedOne { code: String, left: Codes },
    MendedAll { code: String },
}

impl Fitness {
    /// Reads the standing out of the latest round and its lines.
    pub fn of(latest: Option<&InspectionFact>, lines: &[FindingFact]) -> Self {
        let Some(latest) = latest else { return Self::Unseen };
        if latest.verdict == Verdict::Pass {
            return Self::Fit { since: latest.day };
        }
        let failed: Vec<&FindingFact> =
            lines.iter().filter(|line| line.inspection == latest.id && !line.met).collect();
        let codes = |lines: &mut dyn Iterator<Item = &&FindingFact>| {
            lines.map(|line| line.code.clone()).collect::<Codes>()
        };
        let open = codes(&mut failed.iter().filter(|line| line.is_open()));
        let last_mend = failed.iter().filter_map(|line| line.mended_on).max();
        let since = last_mend.map_or(latest.day, |mended| mended.max(latest.day));
        let failed = codes(&mut failed.iter());
        if open.is_empty() { Self::Mended { since, failed } } else { Self::Unfit { since, failed, open } }
    }

    /// The code shown through the words `fitness-CODE`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unseen => "unseen",
            Self::Fit { .. } => "fit",
            Self::Unfit { .. } => "unfit",
            Self::Mended { .. } => "mended",
        }
    }

    pub fn tone(&self) -> &'static str {
        match self {
            Self::Unseen => "plan",
            Self::Fit { .. } => "ok",
            Self::Unfit { .. } => "no",
            Self::Mended { .. } => "soon",
        }
    }
}

/// Decides. A mended facility is not fit until someone has looked again.
///
/// # Errors
/// PROG-10 something is still open; PROG-11 a line that failed is not looked at again; PROG-12 the day does not follow
/// what went before; PROG-13 nothing to mend under that code.
///
/// # Source
/// Product decision, after the practice of inspecting facilities before an agreement's first batch (peninjauan sarana).
pub fn decide(state: &Fitness, command: &Command, today: Day) -> Result<Step, Refusal> {
    match (state, command) {
        (Fitness::Unseen, Command::Pass { day, .. }) => in_order(*day, None, today).map(|()| Step::Passed),
        (Fitness::Unseen, Command::Fail { day, unmet, .. }) => {
            in_order(*day, None, today).map(|()| Step::Failed { unmet: unmet.clone() })
        }
        (Fitness::Unseen, Command::Mend { code, .. }) => Err(nothing_to_mend(code)),

        (Fitness::Fit { since }, Command::Pass { day, .. }) => {
            in_order(*day, Some(*since), today).map(|()| Step::Passed)
        }
        (Fitness::Fit { since }, Command::Fail { day, unmet, .. }) => {
            in_order(*day, Some(*since), today).map(|()| Step::Failed { unmet: unmet.clone() })
        }
        (Fitness::Fit { .. }, Command::Mend { code, .. }) => Err(nothing_to_mend(code)),

        (Fitness::Unfit { open, .. }, Command::Pass { .. } | Command::Fail { .. }) => {
            Err(Refusal::new("PROG-10").with("codes", list(open)))
        }
        (Fitness::Unfit { since, open, .. }, Command::Mend { day, code }) => {
            if !open.contains(code) {
                return Err(nothing_to_mend(code));
            }
            in_order(*day, Some(*since), today)?;
            let left: Codes = open.iter().filter(|one| *one != code).cloned().collect();
            let code = code.clone();
            Ok(if left.is_empty() { Step::MendedAll { code } } else { Step::MendedOne { code, left } })
        }

        (Fitness::Mended { since, failed }, Command::Pass { day, seen }) => {
            looked_again(failed, seen)?;
            in_order(*day, Some(*since), today).map(|()| Step::Passed)
        }
        (Fitness::Mended { since, failed }, Command::Fail { day, seen, unmet }) => {
            looked_again(failed, seen)?;
            in_order(*day, Some(*since), today).map(|()| Step::Failed { unmet: unmet.clone() })
        }
        (Fitness::Mended { .. }, Command::Mend { code, .. }) => Err(nothing_to_mend(code)),
    }
}

/// Not in the future, and not before what went before.
fn in_order(day: Day, since: Option<Day>, today: Day) -> Result<(), Refusal> {
    let earliest = since.unwrap_or(Day::MIN);
    if (earliest..=today).contains(&day) {
        return Ok(());
    }
    let shown = kernel::day::short;
    let since = since.map_or_else(|| "-".to_owned(), shown);
    Err(Refusal::new("PROG-12").with("day", shown(day)).with("since", since).with("today", shown(today)))
}

fn looked_again(failed: &Codes, seen: &Codes) -> Result<(), Refusal> {
    let forgotten: Codes = failed.difference(seen).cloned().collect();
    if forgotten.is_empty() { Ok(()) } else { Err(Refusal::new("PROG-11").with("codes", list(&forgotten))) }
}

fn nothing_to_mend(code: &str) -> Refusal {
    Refusal::new("PROG-13").with("code", code)
}

fn list(codes: &Codes) -> String {
    codes.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

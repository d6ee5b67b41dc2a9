// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the search answers: sessions with their cost, or why there are none.

use super::flaw::Flaw;
use kernel::day::Day;
use std::fmt;

/// One proposed session.
///
/// # Shape
/// `batch`, `room` and `instructor` are indices of the problem, `module` one of the batch's modules.
///
/// # Units
/// Minutes of the local day, the end not included; `jp` are training hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Session {
    pub batch: usize,
    pub day: Day,
    pub starts: u16,
    pub ends: u16,
    pub module: usize,
    pub room: usize,
    pub instructor: usize,
    pub jp: u16,
}

/// What one soft rule costs: `units` of what the rule counts, each weighing `weight`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub rule: &'static str,
    pub units: i64,
    pub weight: i64,
}

/// Sessions for every JP, breaking no hard rule.
///
/// # Shape
/// Sessions by batch and time. `parts` has every soft rule, also those that cost nothing; `cost` is their weighted sum, and
/// less is better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub sessions: Vec<Session>,
    pub parts: Vec<Part>,
    pub cost: i64,
}

/// A limit that can be lifted, to see whether it is in the way.
///
/// # Shape
/// Indices of the problem; `module` is one of the batch's modules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// Nobody has the fields of this module.
    NoInstructor { batch: usize, module: usize },
    /// No room has what this module needs, or is large enough.
    NoRoom { batch: usize, module: usize },
    /// This instructor comes too seldom, or teaches elsewhere at the same time.
    InstructorTime { instructor: usize },
    /// This room is taken.
    RoomTime { room: usize },
    /// The days from earliest to latest of this batch.
    Days { batch: usize },
    /// The most JP a day of this batch.
    DayLoad { batch: usize },
    /// Theory of this batch before its practice.
    TheoryFirst { batch: usize },
    /// Persons who are in both batches.
    SharedPersons { one: usize, two: usize },
    /// The hours of the regime.
    Regime,
    /// How many sessions can be watched at the same time.
    Watch,
    /// How many people this zone takes at the same time.
    Zone { zone: usize },
    /// How many sets of this tool there are.
    Tool { tool: usize },
    /// The set-up of this room between two batches.
    SetUp { room: usize },
    /// The ways of instructors between places.
    Ways,
    /// The closed days.
    ClosedDays,
    /// First and last day of the agreement.
    Term,
    /// The sessions that are laid already.
    Locked,
}

/// A limit in the way, whom it hits, and by how much.
///
/// # Shape
/// `batches` are those for which no place was found.
///
/// # Units
/// `lacking_minutes` found no place in the best attempt, were every other reason of the set lifted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    pub limit: Limit,
    pub batches: Vec<usize>,
    pub lacking_minutes: i64,
}

/// Why nothing is proposed.
///
/// # Shape
/// With all limits in `reasons` lifted a plan was found, and with any of them back none was. Where one limit is enough,
/// `or_else` holds the others of which the same is true. Both are empty when the search was stopped before it knew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impossible {
    pub reasons: Vec<Reason>,
    pub or_else: Vec<Reason>,
    /// Minutes of the best attempt that found no place.
    pub lacking_minutes: i64,
    /// Whether counting, or trying everything, proves that there is no plan; otherwise none was found.
    pub is_proven: bool,
}

/// The search has nothing to propose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoProposal {
    /// The problem itself is meaningless; every flaw, never none.
    Flawed(Vec<Flaw>),
    Impossible(Impossible),
}

impl fmt::Display for NoProposal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flawed(flaws) => {
                let flaws: Vec<String> = flaws.iter().map(Flaw::to_string).collect();
                write!(out, "{}", flaws.join("; "))
            }
            Self::Impossible(why) => {
                let limits: Vec<String> =
                    why.reasons.iter().map(|reason| format!("{:?}", reason.limit)).collect();
                write!(out, "{} minutes find no place: {}", why.lacking_minutes, limits.join(", "))
            }
        }
    }
}

impl std::error::Error for NoProposal {}

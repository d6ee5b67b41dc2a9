// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The gate that opens a batch: every condition, met or not, and for each that is not met what has to be done.

use desk::Say;
use kernel::day::{self, Day};

/// How a condition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Met,
    Unmet,
    /// Cannot be judged before another condition is met.
    Waiting,
}

impl Outcome {
    /// The state as `parts::check_line` names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::Waiting => "waiting",
        }
    }
}

/// What a condition asks for; its title is the word `gate-CODE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Agreement,
    Term,
    Facility,
    Instructor,
    Curriculum,
    Assessment,
    Budget,
    Participants,
    Timetable,
    NoClash,
}

impl Asked {
    pub fn code(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Term => "term",
            Self::Facility => "facility",
            Self::Instructor => "instructor",
            Self::Curriculum => "curriculum",
            Self::Assessment => "assessment",
            Self::Budget => "budget",
            Self::Participants => "participants",
            Self::Timetable => "timetable",
            Self::NoClash => "no-clash",
        }
    }
}

/// One condition: met with what is so, or not met with one sentence for each thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    pub asked: Asked,
    pub met: Outcome,
    pub says: Vec<Say>,
}

/// A facility as the last inspection left it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facility {
    pub name: String,
    /// Verdict of the latest inspection, true for a pass, and its day; nothing where nobody has looked yet.
    pub verdict: Option<(bool, Day)>,
    /// Of a failed inspection, each point not yet mended: item, needed, found, action, due day.
    pub open_findings: Vec<Finding>,
    /// Whether the programme needs this very place, and not only a session that was put there.
    pub is_required: bool,
}

/// A point an inspection found missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub item: String,
    pub needed: String,
    pub found: String,
    pub action: String,
    pub due_on: Option<Day>,
}

/// Everything the gate looks at, on the day the batch would open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateFacts {
    pub day: Day,
    pub agreement_code: String,
    /// First and last day in force; no first day while a signature is missing.
    pub agreement_term: (Option<Day>, Day),
    /// The last day that needs the agreement: last session, end of the batch, assessment.
    pub last_day: Day,
    pub facilities: Vec<Facility>,
    /// Name and whether any weekly hours are on record.
    pub instructors: Vec<(String, bool)>,
    pub module_count: usize,
    pub assessment: Option<(Day, String)>,
    pub budget_line: Option<String>,
    /// Number of the decree.
    pub decree: Option<String>,
    pub seated: i64,
    pub first_session: Option<Day>,
    pub last_session: Option<Day>,
    /// Module, JP planned, JP laid; of every module that does not have all its JP.
    pub short_modules: Vec<(String, i64, i64)>,
    /// Sentences of clashes that block, in the reader's language.
    pub clashes: Vec<String>,
}

/// Every condition, in the order in which an office usually meets them.
///
/// # Source
/// Design of the house: the agreement outlives the last session and the assessment, and nothing overrides that. Scenario S4:
/// a failed inspection keeps the batch closed until a second one passes; assessment booked before the start.
pub fn conditions(facts: &GateFacts) -> Vec<Condition> {
    vec![
        agreement(facts),
        term(facts),
        facility(facts),
        instructor(facts),
        answer(Asked::Curriculum, facts.module_count > 0, || Say::new("gate-curriculum-none")),
        assessment(facts),
        budget(facts),
        participants(facts),
        timetable(facts),
        no_clash(facts),
    ]
}

fn condition(asked: Asked, met: Outcome, says: Vec<Say>) -> Condition {
    Condition { asked, met, says }
}

fn answer(asked: Asked, is_met: bool, otherwise: impl FnOnce() -> Say) -> Condition {
    if is_met {
        condition(asked, Outcome::Met, Vec::new())
    } else {
        condition(asked, Outcome::Unmet, vec![otherwise()])
    }
}

fn agreement(facts: &GateFacts) -> Condition {
    let (first, last) = facts.agreement_term;
    let say =
        |key: &str| Say::new(key).with("agreement", &facts.agreement_code).with("day", day::short(facts.day));
    match first {
        None => condition(Asked::Agreement, Outcome::Unmet, vec![say("gate-agreement-unsigned")]),
        Some(first) if facts.day < first => {
            let early = say("gate-agreement-early").with("first", day::short(first));
            condition(Asked::Agreement, Outcome::Unmet, vec![early])
        }
        Some(_) if facts.day > last => {
            condition(Asked::Agreement, Outcome::Unmet, vec![say("gate-agreement-over")])
        }
        Some(_) => condition(Asked::Agreement, Outcome::Met, vec![say("gate-agreement-met")]),
    }
}

fn term(facts: &GateFacts) -> Condition {
    let (_, last) = facts.agreement_term;
    let say =
        |key: &str| Say::new(key).with("last", day::short(last)).with("needed", day::short(facts.last_day));
    match facts.last_day <= last {
        true => condition(Asked::Term, Outcome::Met, vec![say("gate-term-met")]),
        false => condition(Asked::Term, Outcome::Unmet, vec![say("gate-term-short")]),
    }
}

fn facility(facts: &GateFacts) -> Condition {
    if facts.facilities.iter().all(|facility| !facility.is_required) {
        return condition(Asked::Facility, Outcome::Unmet, vec![Say::new("gate-facility-none")]);
    }
    let mut says = Vec::new();
    for facility in &facts.facilities {
        match facility.verdict {
            None if facility.is_required => {
                says.push(Say::new("gate-facility-uninspected").with("facility", &facility.name))
            }
            None | Some((true, _)) => {}
            Some((false, on)) => says.extend(failed(facility, on)),
        }
    }
    if !says.is_empty() {
        return condition(Asked::Facility, Outcome::Unmet, says);
    }
    let passed = facts.facilities.iter().find(|facility| facility.is_required);
    let met =
        passed.and_then(|facility| facility.verdict.map(|(_, on)| (facility, on))).map(|(facility, on)| {
            Say::new("gate-facility-met").with("facility", &facility.name).with("day", day::short(on))
        });
    condition(Asked::Facility, Outcome::Met, met.into_iter().collect())
}

/// A failed inspection names each point still open; when all are mended, it asks for the next inspection.
fn failed(facility: &Facility, on: Day) -> Vec<Say> {
    let named = |key: &str| Say::new(key).with("facility", &facility.name).with("day", day::short(on));
    if facility.open_findings.is_empty() {
        return vec![named("gate-facility-again")];
    }
    let point = |finding: &Finding| {
        named("gate-facility-failed")
            .with("item", &finding.item)
            .with("needed", &finding.needed)
            .with("found", &finding.found)
            .with("action", &finding.action)
            .with("due", finding.due_on.map(day::short).unwrap_or_else(|| "–".to_owned()))
    };
    facility.open_findings.iter().map(point).collect()
}

fn instructor(facts: &GateFacts) -> Condition {
    if facts.instructors.is_empty() {
        return condition(Asked::Instructor, Outcome::Unmet, vec![Say::new("gate-instructor-none")]);
    }
    if facts.instructors.iter().any(|(_, has_hours)| *has_hours) {
        let names: Vec<&str> = facts.instructors.iter().map(|(name, _)| name.as_str()).collect();
        let met = Say::new("gate-instructor-met").with("names", names.join(", "));
        return condition(Asked::Instructor, Outcome::Met, vec![met]);
    }
    let without =
        facts.instructors.iter().map(|(name, _)| Say::new("gate-instructor-hours").with("name", name));
    condition(Asked::Instructor, Outcome::Unmet, without.collect())
}

fn assessment(facts: &GateFacts) -> Condition {
    match &facts.assessment {
        None => condition(Asked::Assessment, Outcome::Unmet, vec![Say::new("gate-assessment-none")]),
        Some((on, _)) if facts.last_session.is_some_and(|last| *on < last) => {
            let last = facts.last_session.map(day::short).unwrap_or_default();
            let early = Say::new("gate-assessment-early").with("day", day::short(*on)).with("last", last);
            condition(Asked::Assessment, Outcome::Unmet, vec![early])
        }
        Some((on, who)) => {
            let met = Say::new("gate-assessment-met").with("day", day::short(*on)).with("who", who);
            condition(Asked::Assessment, Outcome::Met, vec![met])
        }
    }
}

fn budget(facts: &GateFacts) -> Condition {
    match &facts.budget_line {
        None => condition(Asked::Budget, Outcome::Unmet, vec![Say::new("gate-budget-none")]),
        Some(line) => {
            condition(Asked::Budget, Outcome::Met, vec![Say::new("gate-budget-met").with("line", line)])
        }
    }
}

fn participants(facts: &GateFacts) -> Condition {
    match &facts.decree {
        None => condition(Asked::Participants, Outcome::Unmet, vec![Say::new("gate-participants-none")]),
        Some(number) => {
            let met = Say::new("gate-participants-met").with("number", number).with("count", facts.seated);
            condition(Asked::Participants, Outcome::Met, vec![met])
        }
    }
}

fn timetable(facts: &GateFacts) -> Condition {
    let Some(first) = facts.first_session else {
        return condition(Asked::Timetable, Outcome::Unmet, vec![Say::new("gate-timetable-none")]);
    };
    let short = facts.short_modules.iter().map(|(module, planned, laid)| {
        Say::new("gate-timetable-short").with("module", module).with("planned", planned).with("laid", laid)
    });
    let mut says: Vec<Say> = short.collect();
    if first < facts.day {
        says.push(
            Say::new("gate-timetable-past")
                .with("first", day::short(first))
                .with("day", day::short(facts.day)),
        );
    }
    if !says.is_empty() {
        return condition(Asked::Timetable, Outcome::Unmet, says);
    }
    let last = facts.last_session.unwrap_or(first);
    let met = Say::new("gate-timetable-met").with("first", day::short(first)).with("last", day::short(last));
    condition(Asked::Timetable, Outcome::Met, vec![met])
}

fn no_clash(facts: &GateFacts) -> Condition {
    if facts.first_session.is_none() {
        return condition(Asked::NoClash, Outcome::Waiting, vec![Say::new("gate-no-clash-waiting")]);
    }
    let met = if facts.clashes.is_empty() { Outcome::Met } else { Outcome::Unmet };
    let says = facts.clashes.iter().map(|text| Say::new("plan-clash").with("text", text)).collect();
    condition(Asked::NoClash, met, says)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The grid people by units inside a form: what stands is shown, what may be judged now has a choice.

use askama::Template;
use desk::{Desk, Form, Halt, Teller};
use kernel::id::PersonId;
use programme::facts::UnitFact;
use training::facts::{CompletionFact, Learner};

use super::tone;
use crate::actions::Bench;
use crate::facts::FinalFact;
use crate::state::{UnitState, Verdict};

struct Cell {
    /// `PERSON.UNIT`.
    key: String,
    unit: String,
    tone: &'static str,
    state: String,
    /// Whether a choice stands here.
    is_open: bool,
    typed: String,
}

struct Line {
    name: String,
    number: String,
    note: String,
    cells: Vec<Cell>,
}

#[derive(Template)]
#[template(path = "verdict_grid.html")]
struct VerdictGrid<'a> {
    t: Teller<'a>,
    units: Vec<(String, String)>,
    lines: Vec<Line>,
    verdicts: Vec<(&'static str, String)>,
}

/// The grid of a batch; `takes` says whether a cell that stands so can be judged on this occasion.
pub(crate) fn verdict_grid(
    desk: &Desk,
    form: &Form,
    bench: &Bench,
    (finals, completions, takes): (&[FinalFact], &[CompletionFact], &dyn Fn(UnitState) -> bool),
) -> Result<String, Halt> {
    let t = desk.teller();
    let line = |learner: &Learner| {
        let completion = completions.iter().find(|one| one.person == learner.id());
        let is_ready = completion.is_some_and(|one| one.complete);
        let cell = |unit: &UnitFact| {
            let state = state_of(finals, learner.id(), unit);
            let key = format!("{}.{}", learner.id(), unit.id);
            Cell {
                unit: unit.title.clone(),
                tone: tone(state),
                state: t.code("assessment-state", state.code()),
                is_open: is_ready && takes(state),
                typed: Verdict::from_word(form.text(&format!("result.{key}")))
                    .map_or("", Verdict::code)
                    .to_owned(),
                key,
            }
        };
        Line {
            name: learner.person.name.clone(),
            number: learner.register.clone().unwrap_or_default(),
            note: if is_ready { String::new() } else { t.say("assessment-not-complete") },
            cells: bench.units.iter().map(cell).collect(),
        }
    };
    let units = bench.units.iter().map(|unit| (unit.code.clone().unwrap_or_default(), unit.title.clone()));
    let verdicts =
        Verdict::ALL.iter().map(|verdict| (verdict.code(), t.code("assessment-state", verdict.code())));
    web::html(&VerdictGrid {
        t,
        units: units.collect(),
        lines: bench.roster.learners.iter().map(line).collect(),
        verdicts: verdicts.collect(),
    })
}

/// Where one person stands in one unit.
pub(super) fn state_of(finals: &[FinalFact], person: PersonId, unit: &UnitFact) -> UnitState {
    let stands = finals.iter().find(|one| one.person == person && one.unit == unit.id);
    UnitState::of(stands.map(|one| one.verdict))
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Forms about the assessment itself: how it is planned, what the candidate says of it, how it came out, and what to do better.
//!
//! # Source
//! FR.MAPA.01, FR.AK.03, FR.AK.05 and FR.AK.06 as certification bodies print them (wording unverified).

use document::Block;
use programme::facts::UnitFact;

use super::{BY_KIND, Sheet, labelled};
use crate::application::Purpose;
use crate::evidence::EvidenceKind;
use crate::pages::grid::state_of;
use crate::state::UnitState;

/// What a candidate is asked of the assessment.
const FEEDBACK: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
/// Parts of an assessment that are looked at again.
const PARTS: [&str; 5] = ["plan", "preparation", "conduct", "decision", "feedback"];
/// Dimensions of competence.
const DIMENSIONS: [&str; 5] = ["task", "managing", "contingency", "environment", "transfer"];

impl Sheet<'_> {
    /// FR.AK.03: the candidate's own words; nothing is filled in for her.
    pub(super) fn feedback(&self) -> Vec<Block> {
        let row = |number: &&str| {
            let question = self.t.say(&format!("form-feedback-{number}"));
            vec![(*number).to_owned(), question, String::new(), String::new(), String::new()]
        };
        vec![
            self.head(),
            Block::Table {
                columns: self.columns(&["form-number", "form-component", "form-yes", "form-no", "form-note"]),
                rows: FEEDBACK.iter().map(row).collect(),
            },
            Block::Labelled(vec![labelled(self.t.say("form-other-remarks"), "")]),
        ]
    }

    /// FR.MAPA.01: against which standard and by which evidence each unit is judged, as far as it was agreed.
    pub(super) fn plan(&self) -> Vec<Block> {
        let agreed = |kind: &EvidenceKind| self.found.agreements.iter().any(|one| one.kinds.contains(kind));
        let mark = |kind: &EvidenceKind| if agreed(kind) { "X".to_owned() } else { String::new() };
        let marks: Vec<String> = EvidenceKind::ALL.iter().map(mark).collect();
        let mut standards: Vec<&str> = self
            .found
            .bench
            .units
            .iter()
            .map(|unit| unit.standard.as_str())
            .filter(|one| !one.is_empty())
            .collect();
        standards.dedup();
        let purposes = Purpose::ALL.iter().filter(|purpose| {
            self.found.applications.iter().any(|application| application.purpose == **purpose)
        });
        let purposes: Vec<String> =
            purposes.map(|one| self.t.code("application-purpose", one.code())).collect();
        vec![
            self.head_of_the_whole(),
            Block::Heading(self.t.say("form-part-approach")),
            Block::Labelled(vec![
                labelled(self.t.say("form-purpose"), purposes.join("; ")),
                labelled(self.t.say("form-benchmark"), standards.join("; ")),
                labelled(self.t.say("form-context"), ""),
                labelled(self.t.say("form-confirmed-with"), ""),
            ]),
            Block::Heading(self.t.say("form-part-plan")),
            self.by_element(BY_KIND, |_, _| marks.clone()),
            Block::Labelled(vec![labelled(self.t.say("form-adjustment"), "")]),
        ]
    }

    /// FR.AK.05: how everybody came out.
    pub(super) fn report(&self) -> Vec<Block> {
        let row = |(number, learner): (usize, &training::facts::Learner)| {
            let states: Vec<UnitState> = self
                .found
                .bench
                .units
                .iter()
                .map(|unit| state_of(&self.finals, learner.id(), unit))
                .collect();
            let mark = |is_so: bool| if is_so { "X".to_owned() } else { String::new() };
            let is_competent = !states.is_empty() && states.iter().all(|one| *one == UnitState::Competent);
            let lacking: Vec<String> = self
                .found
                .bench
                .units
                .iter()
                .zip(&states)
                .filter(|(_, state)| **state == UnitState::NotYet)
                .map(|(unit, _): (&UnitFact, _)| unit.code.clone().unwrap_or_else(|| unit.title.clone()))
                .collect();
            let name = learner.person.name.clone();
            vec![number.to_string(), name, mark(is_competent), mark(!lacking.is_empty()), lacking.join(", ")]
        };
        vec![
            self.head_of_the_whole(),
            self.unit_table(),
            Block::Table {
                columns: self.columns(&[
                    "form-number",
                    "form-candidate",
                    "form-k",
                    "form-bk",
                    "form-units-lacking",
                ]),
                rows: (1..).zip(self.seated()).map(row).collect(),
            },
            Block::Labelled(vec![
                labelled(self.t.say("form-aspects"), ""),
                labelled(self.t.say("form-refused-results"), ""),
                labelled(self.t.say("form-better"), ""),
            ]),
        ]
    }

    /// FR.AK.06: whether the assessment kept to its principles.
    pub(super) fn review(&self) -> Vec<Block> {
        let row = |prefix: &str, end: &str, cells: usize| {
            let mut row = vec![self.t.say(&format!("{prefix}-{end}"))];
            row.resize(cells + 1, String::new());
            row
        };
        vec![
            self.head_of_the_whole(),
            Block::Table {
                columns: self.columns(&[
                    "form-reviewed",
                    "form-principle-valid",
                    "form-principle-reliable",
                    "form-principle-flexible",
                    "form-principle-fair",
                ]),
                rows: PARTS.iter().map(|part| row("form-reviewed", part, 4)).collect(),
            },
            Block::Table {
                columns: self.columns(&["form-dimension", "form-decision-consistent"]),
                rows: DIMENSIONS.iter().map(|one| row("form-dimension", one, 1)).collect(),
            },
            Block::Labelled(vec![labelled(self.t.say("form-better"), "")]),
        ]
    }

    /// The head without a candidate.
    pub(super) fn head_of_the_whole(&self) -> Block {
        match self.head() {
            Block::Labelled(mut lines) => {
                let candidate = self.t.say("form-candidate");
                lines.retain(|line| line.label != candidate);
                Block::Labelled(lines)
            }
            head => head,
        }
    }
}

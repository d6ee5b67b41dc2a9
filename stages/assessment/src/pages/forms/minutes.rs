// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The minutes of the meeting at which the certification body decides on what its assessors recommended.
//!
//! # Source
//! Berita acara pleno, as certification bodies print it (wording unverified). The body decides, not the assessor: guidelines of BNSP.

use desk::Say;
use document::Block;
use kernel::Lang;
use kernel::day::long;
use kernel::id::PersonId;

use super::{Sheet, labelled};
use crate::facts::{FinalFact, ModerationFact, ModerationState};
use crate::moderation::StepFact;
use crate::state::Verdict;

/// Members of the meeting besides its chair.
pub(super) const MEMBERS: usize = 2;

/// What the body has decided of a person so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Decided {
    /// Nobody has judged her.
    Nothing,
    /// Recommended, and not confirmed yet.
    Waiting {
        is_competent: bool,
    },
    Confirmed {
        is_competent: bool,
    },
}

impl Sheet<'_> {
    /// What was recommended, what was looked at again, and what is decided.
    pub(super) fn minutes(&self) -> Vec<Block> {
        let seated: Vec<PersonId> = self.seated().map(training::facts::Learner::id).collect();
        let decided: Vec<Decided> = seated.iter().map(|person| self.decided(*person)).collect();
        let count = |is_counted: fn(&Decided) -> bool| {
            decided.iter().filter(|one| is_counted(one)).count().to_string()
        };
        let row = |(number, (person, decided)): (usize, (&PersonId, &Decided))| {
            let (recommended, decision) = match *decided {
                Decided::Nothing => (String::new(), String::new()),
                Decided::Waiting { is_competent } => (self.verdict(is_competent), String::new()),
                Decided::Confirmed { is_competent } => {
                    (self.verdict(is_competent), self.verdict(is_competent))
                }
            };
            let name = self.found.bench.name(*person).to_owned();
            vec![number.to_string(), name, recommended, decision, String::new()]
        };
        vec![
            self.head_of_the_whole(),
            Block::Labelled(vec![
                labelled(self.t.say("form-met-on"), ""),
                labelled(self.t.say("form-met-at"), ""),
                labelled(self.t.say("form-people-judged"), count(|one| *one != Decided::Nothing)),
                labelled(
                    self.t.say("form-people-competent"),
                    count(|one| matches!(one, Decided::Confirmed { is_competent: true })),
                ),
                labelled(
                    self.t.say("form-people-not-yet"),
                    count(|one| matches!(one, Decided::Confirmed { is_competent: false })),
                ),
                labelled(
                    self.t.say("form-people-waiting"),
                    count(|one| matches!(one, Decided::Waiting { .. })),
                ),
            ]),
            Block::Heading(self.t.say("form-part-moderation")),
            Block::Table {
                columns: self.columns(&["form-sitting", "form-looked-at", "form-said"]),
                rows: self.looked_at(),
            },
            Block::Heading(self.t.say("form-part-decision")),
            Block::Table {
                columns: self.columns(&[
                    "form-number",
                    "form-candidate",
                    "form-recommended",
                    "form-decided",
                    "form-note",
                ]),
                rows: (1..).zip(seated.iter().zip(&decided)).map(row).collect(),
            },
            Block::Paragraph(self.t.say("form-minutes-closing")),
        ]
    }

    fn verdict(&self, is_competent: bool) -> String {
        self.t.say(if is_competent { "form-k" } else { "form-bk" })
    }

    /// Confirmed once every sitting from which her verdicts come is. Where nothing is moderated, nobody has confirmed anything: the
    /// meeting writes its decision by hand.
    fn decided(&self, person: PersonId) -> Decided {
        let own: Vec<&FinalFact> = self.finals.iter().filter(|one| one.person == person).collect();
        if own.is_empty() {
            return Decided::Nothing;
        }
        let units = &self.found.bench.units;
        let is_competent = units
            .iter()
            .all(|unit| own.iter().any(|one| one.unit == unit.id && one.verdict == Verdict::Competent));
        let holds_back = |one: &ModerationFact| {
            one.state != ModerationState::Confirmed && own.iter().any(|of| of.sitting == one.sitting)
        };
        let is_waiting = self.moderations.is_empty() || self.moderations.iter().any(holds_back);
        if is_waiting { Decided::Waiting { is_competent } } else { Decided::Confirmed { is_competent } }
    }

    /// Each sitting whose sample another hand looked at: whose results, and what was said.
    fn looked_at(&self) -> Vec<Vec<String>> {
        let said = |step: &StepFact| {
            let say = Say::new("moderation-step-line")
                .with("step", self.t.code("moderation-step", step.command.code()));
            let what = self.t.tell(&say.with("name", &step.name).with("day", long(step.day, Lang::Id)));
            format!("{what} {}", step.note).trim_end().to_owned()
        };
        self.moderations
            .iter()
            .map(|one| {
                let names: Vec<&str> =
                    one.sample.iter().map(|person| self.found.bench.name(*person)).collect();
                let steps: Vec<String> = one.steps.iter().map(said).collect();
                vec![one.round.to_string(), names.join(", "), steps.join(" ")]
            })
            .collect()
    }
}

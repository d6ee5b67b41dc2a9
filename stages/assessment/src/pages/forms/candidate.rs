// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Forms about one candidate: what she applies for, what she says of herself, what is agreed, seen and recorded.
//!
//! # Source
//! FR.APL.01, FR.APL.02, FR.AK.01, FR.IA.01 and FR.AK.02 as certification bodies print them (wording unverified).

use document::Block;
use kernel::Lang;
use kernel::day::long;
use kernel::person::Sex;
use programme::facts::UnitFact;
use training::facts::Learner;

use super::{BY_KIND, Sheet, labelled};
use crate::application::{ApplicationPaper, Purpose};
use crate::evidence::{EvidenceKind, elements_of};
use crate::pages::grid::state_of;
use crate::state::{UnitState, Verdict};

impl Sheet<'_> {
    pub(super) fn application(&self) -> Vec<Block> {
        let t = self.t;
        let person = self.learner.as_ref().map(|one| &one.person);
        let born = person.map(|one| {
            let place = one.birth_place.clone().unwrap_or_default();
            let day = one.born_on.map(|day| long(day, Lang::Id)).unwrap_or_default();
            [place, day].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        });
        let sex = person.map(|one| match one.sex {
            Sex::Male => t.say("form-male"),
            Sex::Female => t.say("form-female"),
        });
        let education =
            person.and_then(|one| one.education).map(|one| t.code("people-education", one.code()));
        let home = person.and_then(|one| one.home_district.as_deref()).and_then(kernel::region::district);
        let known = self.learner.as_ref().and_then(|one| self.found.application(one.id()));
        let purpose = known.map(|one| one.purpose).unwrap_or(Purpose::Certification);
        let scheme = self.scheme.as_ref().map(|one| one.title.clone()).unwrap_or_default();
        vec![
            Block::Heading(t.say("form-part-person")),
            Block::Labelled(vec![
                labelled(t.say("form-name"), person.map(|one| one.name.clone()).unwrap_or_default()),
                labelled(t.say("form-nik"), ""),
                labelled(t.say("form-born"), born.unwrap_or_default()),
                labelled(t.say("form-sex"), sex.unwrap_or_default()),
                labelled(t.say("form-home"), home.map(|one| one.name.clone()).unwrap_or_default()),
                labelled(t.say("form-education"), education.unwrap_or_default()),
                labelled(t.say("form-work"), ""),
            ]),
            Block::Heading(t.say("form-part-scheme")),
            Block::Labelled(vec![
                labelled(t.say("form-scheme"), scheme),
                labelled(
                    t.say("form-purpose"),
                    if self.learner.is_some() {
                        t.code("application-purpose", purpose.code())
                    } else {
                        String::new()
                    },
                ),
            ]),
            self.unit_table(),
            Block::Heading(t.say("form-part-papers")),
            self.paper_table(purpose),
        ]
    }

    pub(super) fn unit_table(&self) -> Block {
        let row = |(number, unit): (usize, &UnitFact)| {
            vec![
                number.to_string(),
                unit.code.clone().unwrap_or_default(),
                unit.title.clone(),
                unit.standard.clone(),
            ]
        };
        Block::Table {
            columns: self.columns(&["form-number", "form-code", "form-unit", "form-standard"]),
            rows: (1..).zip(&self.found.bench.units).map(row).collect(),
        }
    }

    fn paper_table(&self, purpose: Purpose) -> Block {
        let missing = self.learner.as_ref().map(|one| self.found.missing(one.id()));
        let has_applied = self.learner.as_ref().is_some_and(|one| self.found.application(one.id()).is_some());
        let needed = ApplicationPaper::ALL.iter().filter(|paper| paper.is_needed(purpose));
        let row = |(number, paper): (usize, &ApplicationPaper)| {
            let state = match &missing {
                Some(missing) if has_applied && missing.contains(paper) => self.t.say("form-missing"),
                Some(_) if has_applied => self.t.say("form-there"),
                Some(_) | None => String::new(),
            };
            vec![number.to_string(), self.t.code("application-paper", paper.code()), state]
        };
        Block::Table {
            columns: self.columns(&["form-number", "form-paper", "form-state"]),
            rows: (1..).zip(needed).map(row).collect(),
        }
    }

    /// The modules that teach a unit, as the proof a candidate who was trained here can name.
    fn taught(&self, unit: &UnitFact) -> String {
        let own = self.modules.iter().filter(|module| module.units.contains(&unit.id));
        let names: Vec<String> = own.map(|module| format!("{} ({} JP)", module.title, module.jp)).collect();
        names.join("; ")
    }

    /// Every unit or element, with what `cells` says of it.
    pub(super) fn by_element(
        &self,
        columns: &[&str],
        cells: impl Fn(&UnitFact, &str) -> Vec<String>,
    ) -> Block {
        let mut rows = Vec::new();
        for unit in &self.found.bench.units {
            let known = self.scope.iter().find(|one| Some(&one.code) == unit.code.as_ref());
            for number in elements_of(&self.scope, unit) {
                let element = known.and_then(|one| one.elements.iter().find(|one| one.number == number));
                let title = match element {
                    Some(one) => format!("{}: {}. {}", unit.title, one.number, one.title),
                    None => unit.title.clone(),
                };
                // In one column: with one of their own, codes would leave the titles no room.
                let mut row = vec![match &unit.code {
                    Some(code) => format!("{code} {title}"),
                    None => title,
                }];
                row.extend(cells(unit, &number));
                rows.push(row);
            }
        }
        Block::Table { columns: self.columns(columns), rows }
    }

    pub(super) fn self_assessment(&self) -> Vec<Block> {
        let said = |unit: &UnitFact, number: &str| {
            let person = self.learner.as_ref()?.id();
            let own = self
                .found
                .said
                .iter()
                .filter(|one| (one.person, one.unit) == (person, unit.id) && one.element == number);
            own.max_by_key(|one| one.turn).map(|one| one.verdict)
        };
        let mark = |is_so: bool| if is_so { "X".to_owned() } else { String::new() };
        let cells = |unit: &UnitFact, number: &str| {
            let proof = if self.learner.is_some() { self.taught(unit) } else { String::new() };
            let said = said(unit, number);
            vec![mark(said == Some(Verdict::Competent)), mark(said == Some(Verdict::NotYet)), proof]
        };
        vec![
            self.head(),
            Block::Paragraph(self.t.say("form-self-lead")),
            self.by_element(&["form-element", "form-k", "form-bk", "form-proof"], cells),
            Block::Labelled(vec![labelled(self.t.say("form-recommendation"), "")]),
        ]
    }

    pub(super) fn agreement(&self) -> Vec<Block> {
        let t = self.t;
        let person = self.learner.as_ref().map(Learner::id);
        let agreed = person.and_then(|person| self.found.agreements.iter().find(|one| one.person == person));
        let row = |kind: &EvidenceKind| {
            let is_so = agreed.is_some_and(|one| one.kinds.contains(kind));
            vec![t.code("evidence-kind", kind.code()), if is_so { "X".to_owned() } else { String::new() }]
        };
        let day = agreed.map(|one| long(one.day, Lang::Id)).unwrap_or_default();
        vec![
            self.head(),
            Block::Table {
                columns: self.columns(&["form-evidence", "form-agreed"]),
                rows: EvidenceKind::ALL.iter().map(row).collect(),
            },
            Block::Numbered(vec![
                t.say("form-agree-candidate"),
                t.say("form-agree-confidential"),
                t.say("form-agree-appeal"),
                t.say("form-agree-adjusted"),
            ]),
            Block::Labelled(vec![labelled(t.say("form-agreed-on"), day)]),
        ]
    }

    pub(super) fn observation(&self) -> Vec<Block> {
        let cells = |_: &UnitFact, _: &str| vec![String::new(), String::new(), String::new()];
        vec![
            self.head(),
            Block::Paragraph(self.t.say("form-observation-lead")),
            self.by_element(&["form-element", "form-k", "form-bk", "form-note"], cells),
        ]
    }

    pub(super) fn record(&self) -> Vec<Block> {
        let person = self.learner.as_ref().map(Learner::id);
        let cells = |unit: &UnitFact, number: &str| {
            let word = |kind: &EvidenceKind| {
                let own = self.pieces.iter().filter(|one| {
                    Some(one.person) == person
                        && one.unit == unit.id
                        && one.element == number
                        && one.kind == *kind
                });
                own.max_by_key(|one| one.turn).map(|one| one.vatm.word()).unwrap_or_default()
            };
            EvidenceKind::ALL.iter().map(word).collect()
        };
        let verdict = |unit: &UnitFact| {
            let state = person.map_or(UnitState::Untested, |person| state_of(&self.finals, person, unit));
            match state {
                UnitState::Untested => String::new(),
                UnitState::Competent | UnitState::NotYet => state.code().to_owned(),
            }
        };
        let rows = self.found.bench.units.iter().map(|unit| vec![unit.title.clone(), verdict(unit)]);
        vec![
            self.head(),
            self.by_element(BY_KIND, cells),
            Block::Table { columns: self.columns(&["form-unit", "form-verdict"]), rows: rows.collect() },
            Block::Paragraph(self.t.say("form-record-closing")),
        ]
    }
}

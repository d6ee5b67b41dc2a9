// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The forms as certification bodies use them, printed: filled with what is known, or empty to be filled by hand. They name the
//! certification body and nothing about custody; the NIK is written by hand, from the card.

mod process;

use access::Act;
use anyhow::Context;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use document::{Block, LabelledText, LetterPaper, Letterhead, PaperSize, Signer, render_letter};
use kernel::Lang;
use kernel::day::long;
use kernel::person::Sex;
use programme::facts::{ModuleFact, SchemeFact, SchemeUnitFact, UnitFact};
use training::facts::Learner;

use super::applications::Candidates;
use super::grid::state_of;
use crate::actions::scope_of;
use crate::application::{ApplicationPaper, Purpose};
use crate::evidence::{self, EvidenceFact, EvidenceKind, elements_of};
use crate::facts::{self, FinalFact};
use crate::state::{UnitState, Verdict};

/// `candidate form`.
pub const FORM: Page = Page {
    name: "candidate form",
    path: "/batches/{batch}/assessment/candidates/{person}/{form}",
    act: Act::CandidateRead,
    room: "assessment",
    view: |desk, form| Box::pin(filled(desk, form)),
};

/// `candidate blank`.
pub const BLANK: Page = Page {
    name: "candidate blank",
    path: "/batches/{batch}/assessment/forms/{form}",
    act: Act::CandidateRead,
    room: "assessment",
    view: |desk, form| Box::pin(blank(desk, form)),
};

/// A candidate's forms by the end of their address: FR.APL.01, FR.APL.02, FR.AK.01, FR.IA.01, FR.AK.02, FR.AK.03.
pub(super) const FORMS: &[&str] = &["apl-01", "apl-02", "ak-01", "ia-01", "ak-02", "ak-03"];

/// Those of the assessment as a whole: FR.MAPA.01, FR.AK.05, FR.AK.06.
pub(super) const OF_THE_WHOLE: &[&str] = &["mapa-01", "ak-05", "ak-06"];

/// Columns of what is said of each element by kind of evidence, in the order of `EvidenceKind::ALL`.
const BY_KIND: &[&str] = &[
    "form-element",
    "evidence-kind-observation",
    "evidence-kind-question",
    "evidence-kind-product",
    "evidence-kind-portfolio",
    "evidence-kind-third-party",
];

/// What a hand fills in.
const LINE: &str = "........................................";

/// What a form is made of.
struct Sheet<'a> {
    t: Teller<'a>,
    found: Candidates,
    learner: Option<Learner>,
    scheme: Option<SchemeFact>,
    scope: Vec<SchemeUnitFact>,
    modules: Vec<ModuleFact>,
    pieces: Vec<EvidenceFact>,
    finals: Vec<FinalFact>,
}

async fn filled(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let found = Candidates::read(desk, form).await?;
    let learner = found.bench.roster.find(form.text("person")).cloned().ok_or(Halt::Missing)?;
    print(desk, (form, FORMS), found, Some(learner)).await
}

async fn blank(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let found = Candidates::read(desk, form).await?;
    let known = [FORMS, OF_THE_WHOLE].concat();
    print(desk, (form, &known), found, None).await
}

async fn print(
    desk: &Desk,
    (form, known): (&Form, &[&'static str]),
    found: Candidates,
    learner: Option<Learner>,
) -> Result<Shown, Halt> {
    let kind = known.iter().copied().find(|kind| *kind == form.text("form")).ok_or(Halt::Missing)?;
    let on = desk.house.db.read();
    let batch = &found.bench.batch;
    let licensed = batch.assessment.as_ref().and_then(|booking| booking.licensed);
    let scheme = match licensed {
        Some(id) => programme::facts::scheme(on, id).await?,
        None => None,
    };
    let body = batch.assessment.as_ref().map_or(batch.programme.issuer, |one| one.assessor_organisation);
    let body = office::facts::by_id(on, body).await?.context("the body that assesses is on record")?;
    let sheet = Sheet {
        t: Teller { words: &desk.house.words, lang: Lang::Id },
        scope: scope_of(on, batch).await?.unwrap_or_default(),
        modules: programme::facts::modules(on, batch.programme.id).await?,
        pieces: evidence::of_batch(on, batch.id).await?,
        finals: facts::finals_of_batch(on, batch.id).await?,
        learner,
        scheme,
        found,
    };
    let who = match &sheet.learner {
        Some(learner) => format!("-{}", learner.person.name.replace(' ', "-")),
        None if OF_THE_WHOLE.contains(&kind) => String::new(),
        None => "-kosong".to_owned(),
    };
    let name = format!("{kind}-{}{who}.pdf", sheet.found.bench.batch.code).to_lowercase();
    let paper = LetterPaper {
        letterhead: Letterhead {
            parent_offices: Vec::new(),
            office: body.name,
            detail_lines: Some(body.address).filter(|line| !line.is_empty()).into_iter().collect(),
        },
        title: sheet.t.code("form-title", kind),
        number: sheet.scheme.as_ref().map(|one| one.number.clone()).unwrap_or_default(),
        place_date: String::new(),
        body: sheet.body(kind),
        signers: sheet.signers(kind),
        footer: sheet.t.say("form-footer"),
        specimen: desk.house.settings.specimen,
        paper: PaperSize::A4,
        document_date: desk.today(),
    };
    let printed = render_letter(&paper).context("a form of the certification body cannot be printed")?;
    Ok(Shown::File { name, media_type: "application/pdf", bytes: printed.pdf })
}

fn labelled(label: String, text: impl Into<String>) -> LabelledText {
    let text: String = text.into();
    LabelledText { label, texts: vec![if text.is_empty() { LINE.to_owned() } else { text }] }
}

impl Sheet<'_> {
    fn body(&self, kind: &str) -> Vec<Block> {
        match kind {
            "apl-01" => self.application(),
            "apl-02" => self.self_assessment(),
            "ak-01" => self.agreement(),
            "ia-01" => self.observation(),
            "ak-03" => self.feedback(),
            "mapa-01" => self.plan(),
            "ak-05" => self.report(),
            "ak-06" => self.review(),
            _ => self.record(),
        }
    }

    fn signers(&self, kind: &str) -> Vec<Signer> {
        let candidate = self.learner.as_ref().map_or(LINE.to_owned(), |one| one.person.name.clone());
        let first = Signer { post: self.t.say("form-candidate"), name: candidate };
        if OF_THE_WHOLE.contains(&kind) {
            let body = Signer { post: self.t.say("form-manager"), name: LINE.to_owned() };
            return vec![Signer { post: self.t.say("form-assessor"), name: self.assessor() }, body];
        }
        let second = match kind {
            "apl-01" => Signer { post: self.t.say("form-administrator"), name: LINE.to_owned() },
            _ => Signer { post: self.t.say("form-assessor"), name: self.assessor() },
        };
        vec![first, second]
    }

    fn assessor(&self) -> String {
        let booking = self.found.bench.batch.assessment.as_ref();
        booking.map_or(LINE.to_owned(), |one| one.assessor_name.clone())
    }

    /// Scheme, place, assessor, candidate and day: the head of every form but the first.
    fn head(&self) -> Block {
        let booking = self.found.bench.batch.assessment.as_ref();
        let scheme = self.scheme.as_ref().map(|one| one.title.clone());
        let scheme = scheme.or_else(|| booking.and_then(|one| one.scheme.clone())).unwrap_or_default();
        let name = self.learner.as_ref().map(|one| one.person.name.clone()).unwrap_or_default();
        let day = booking.map(|one| long(one.reserved_on, Lang::Id)).unwrap_or_default();
        Block::Labelled(vec![
            labelled(self.t.say("form-scheme"), scheme),
            labelled(self.t.say("form-place"), booking.map(|one| one.place.clone()).unwrap_or_default()),
            labelled(self.t.say("form-assessor"), self.assessor()),
            labelled(self.t.say("form-candidate"), name),
            labelled(self.t.say("form-day"), day),
        ])
    }

    fn columns(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.t.say(key)).collect()
    }

    fn application(&self) -> Vec<Block> {
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

    fn unit_table(&self) -> Block {
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
    fn by_element(&self, columns: &[&str], cells: impl Fn(&UnitFact, &str) -> Vec<String>) -> Block {
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

    fn self_assessment(&self) -> Vec<Block> {
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

    fn agreement(&self) -> Vec<Block> {
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

    fn observation(&self) -> Vec<Block> {
        let cells = |_: &UnitFact, _: &str| vec![String::new(), String::new(), String::new()];
        vec![
            self.head(),
            Block::Paragraph(self.t.say("form-observation-lead")),
            self.by_element(&["form-element", "form-k", "form-bk", "form-note"], cells),
        ]
    }

    fn record(&self) -> Vec<Block> {
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

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The forms as certification bodies use them, printed: filled with what is known, or empty to be filled by hand. They name the
//! certification body and nothing about custody; the NIK is written by hand, from the card.

mod candidate;
mod minutes;
mod process;

use access::Act;
use anyhow::Context;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use document::{Block, LabelledText, LetterPaper, Letterhead, PaperSize, Signer, render_letter};
use kernel::Lang;
use kernel::day::long;
use programme::facts::{ModuleFact, SchemeFact, SchemeUnitFact};
use training::facts::Learner;

use super::applications::Candidates;
use crate::actions::scope_of;
use crate::evidence::{self, EvidenceFact};
use crate::facts::{self, FinalFact, ModerationFact};

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

/// Those of the assessment as a whole: FR.MAPA.01, FR.AK.05, FR.AK.06, and the minutes of the body's meeting.
pub(super) const OF_THE_WHOLE: &[&str] = &["mapa-01", "ak-05", "ak-06", MINUTES];

/// The minutes have no number of their own among the forms.
const MINUTES: &str = "pleno-01";

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
    moderations: Vec<ModerationFact>,
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
        moderations: facts::moderations(on, batch.id).await?,
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
            MINUTES => self.minutes(),
            _ => self.record(),
        }
    }

    fn signers(&self, kind: &str) -> Vec<Signer> {
        let candidate = self.learner.as_ref().map_or(LINE.to_owned(), |one| one.person.name.clone());
        let first = Signer { post: self.t.say("form-candidate"), name: candidate };
        if kind == MINUTES {
            let line = |key: &str| Signer { post: self.t.say(key), name: LINE.to_owned() };
            let members = std::iter::repeat_n("form-member", minutes::MEMBERS);
            return std::iter::once("form-chair").chain(members).map(line).collect();
        }
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

    /// Those who have a seat in the batch still.
    fn seated(&self) -> impl Iterator<Item = &Learner> {
        self.found.bench.roster.learners.iter().filter(|one| one.seat.left_on.is_none())
    }

    fn columns(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.t.say(key)).collect()
    }
}

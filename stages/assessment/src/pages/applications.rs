// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The candidates of a batch before the test: who applied, which papers are missing, what each says of herself, and who agreed.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::id::PersonId;
use training::facts::{CompletionFact, Learner};

use crate::actions::{Bench, applications_address, batch_in_path, results_address, scope_of};
use crate::application::{self, AgreementFact, ApplicationFact, ApplicationPaper, SelfFact, has_agreed};
use crate::rules::{SittingKind, kind_fits};

/// `application list`.
pub const LIST: Page = Page {
    name: "candidate list",
    path: "/batches/{batch}/assessment/applications",
    act: Act::CandidateRead,
    room: "assessment",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    name: String,
    number: String,
    tone: &'static str,
    applied: String,
    /// What is missing, and where it is noted when it came.
    missing: Vec<String>,
    paper_href: String,
    self_said: String,
    agreed_tone: &'static str,
    agreed: String,
    /// Form and address.
    forms: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "applications.html")]
struct Body<'a> {
    t: Teller<'a>,
    code: String,
    title: String,
    results: String,
    lead: String,
    verbs: Vec<(String, String)>,
    blanks: Vec<(String, String)>,
    lines: Vec<Line>,
}

/// Everything the page, its twin and the papers are made of.
pub(crate) struct Candidates {
    pub bench: Bench,
    pub is_licensed: bool,
    pub applications: Vec<ApplicationFact>,
    pub said: Vec<SelfFact>,
    pub agreements: Vec<AgreementFact>,
    pub completions: Vec<CompletionFact>,
}

impl Candidates {
    pub(crate) async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let batch = batch_in_path(desk, form).await?;
        desk.allow(Act::CandidateRead, &batch.target())?;
        // Nobody applies where no certification body judges.
        kind_fits(&batch, SittingKind::Competence).map_err(|_| Halt::Missing)?;
        let on = desk.house.db.read();
        Ok(Self {
            is_licensed: scope_of(on, &batch).await?.is_some(),
            applications: application::of_batch(on, batch.id).await?,
            said: application::self_assessments(on, batch.id).await?,
            agreements: application::agreements(on, batch.id).await?,
            completions: training::facts::completions(on, batch.id).await?,
            bench: Bench::set(on, batch).await?,
        })
    }

    pub(crate) fn application(&self, person: PersonId) -> Option<&ApplicationFact> {
        self.applications.iter().find(|one| one.person == person)
    }

    /// The papers missing from an application; nothing where there is none.
    pub(crate) fn missing(&self, person: PersonId) -> Vec<ApplicationPaper> {
        let completed = self.completions.iter().any(|one| one.person == person && one.complete);
        self.application(person).map(|one| one.missing(completed)).unwrap_or_default()
    }

    /// In how many units or elements she says she can, of how many she spoke of; by the latest turn of each.
    pub(crate) fn said_of(&self, person: PersonId) -> (usize, usize) {
        let latest = |one: &&SelfFact| {
            one.person == person
                && !self.said.iter().any(|later| {
                    (later.person, later.unit, &later.element) == (one.person, one.unit, &one.element)
                        && later.turn > one.turn
                })
        };
        let own: Vec<&SelfFact> = self.said.iter().filter(latest).collect();
        (own.iter().filter(|one| one.verdict == crate::state::Verdict::Competent).count(), own.len())
    }
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let found = Candidates::read(desk, form).await?;
    let t = desk.teller();
    let batch = &found.bench.batch;
    let address = results_address(batch);
    let seated: Vec<&Learner> =
        found.bench.roster.learners.iter().filter(|one| one.seat.left_on.is_none()).collect();
    let lines: Vec<Line> = seated.iter().map(|learner| line(desk, &found, learner)).collect();
    let verb = |act, end: &str, key: &str| {
        desk.may(act, &batch.target()).then(|| (format!("{address}/{end}"), t.say(key)))
    };
    let verbs = [
        verb(Act::CandidateApply, "applications/new", "candidate-apply"),
        verb(Act::CandidateApply, "self-assessment/new", "candidate-self-assess"),
        verb(Act::AssessmentAgree, "agreements/new", "assessment-agree"),
    ];
    let missing = seated.iter().filter(|one| !found.missing(one.id()).is_empty()).count();
    let lead = t.tell(
        &desk::Say::new("candidate-list-lead")
            .with("applied", found.applications.len())
            .with("people", seated.len())
            .with("missing", missing),
    );
    let title = t.with("candidate-list-of", "batch", &batch.title);
    let text: Vec<String> = std::iter::once(lead.clone())
        .chain(lines.iter().map(|line| {
            let said = format!("{}  {}  {}  {}", line.number, line.name, line.applied, line.agreed);
            format!("{said}  {}", line.missing.join(", ")).trim_end().to_owned()
        }))
        .collect();
    let page = Body {
        t,
        code: batch.code.clone(),
        results: address.clone(),
        verbs: verbs.into_iter().flatten().collect(),
        blanks: [super::forms::FORMS, super::forms::OF_THE_WHOLE]
            .concat()
            .iter()
            .map(|form| (t.code("form-short", form), format!("{address}/forms/{form}")))
            .collect(),
        title: title.clone(),
        lead,
        lines,
    };
    Ok(Shown::Html { title, body: web::html(&page)?, text: text.join("\n") })
}

fn line(desk: &Desk, found: &Candidates, learner: &Learner) -> Line {
    let t = desk.teller();
    let batch = &found.bench.batch;
    let person = learner.id();
    let missing = found.missing(person);
    let (tone, applied) = match (found.application(person), missing.is_empty()) {
        (None, _) => ("plain", "candidate-not-applied"),
        (Some(_), true) => ("ok", "candidate-complete"),
        (Some(_), false) => ("soon", "candidate-papers-missing"),
    };
    let (agreed_tone, agreed) = match has_agreed(&found.agreements, person) {
        true => ("ok", "candidate-agreed"),
        false if found.is_licensed => ("soon", "candidate-not-agreed"),
        false => ("plain", "candidate-not-agreed"),
    };
    let may_note = !missing.is_empty() && desk.may(Act::CandidateApply, &batch.target());
    let (can, said) = found.said_of(person);
    let self_said = match said {
        0 => t.say("candidate-self-none"),
        _ => t.tell(&desk::Say::new("candidate-self-said").with("can", can).with("said", said)),
    };
    let address = results_address(batch);
    Line {
        name: learner.person.name.clone(),
        number: learner.register.clone().unwrap_or_default(),
        tone,
        applied: t.say(applied),
        missing: missing.iter().map(|paper| t.code("application-paper", paper.code())).collect(),
        paper_href: match may_note {
            true => format!("{}/{person}/papers", applications_address(batch)),
            false => String::new(),
        },
        self_said,
        agreed_tone,
        agreed: t.say(agreed),
        forms: super::forms::FORMS
            .iter()
            .map(|form| (t.code("form-short", form), format!("{address}/candidates/{person}/{form}")))
            .collect(),
    }
}

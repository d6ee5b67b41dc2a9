// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The evidence of a batch: for each person and unit whether a K may rest on it, what was seen, and what was adapted.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::long;
use programme::facts::{SchemeUnitFact, UnitFact};
use training::facts::Learner;

use crate::actions::{Bench, batch_in_path, results_address, scope_of};
use crate::evidence::{self, AdjustmentFact, EvidenceFact, elements_of, lacking};

/// `evidence show`.
pub const SHOW: Page = Page {
    name: "evidence show",
    path: "/batches/{batch}/assessment/evidence",
    act: Act::AssessmentRead,
    room: "assessment",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Cell {
    unit: String,
    tone: &'static str,
    state: String,
    /// Kind, element, letters and day of each look.
    looks: Vec<String>,
}

struct Line {
    name: String,
    number: String,
    adjustments: String,
    cells: Vec<Cell>,
}

#[derive(Template)]
#[template(path = "evidence.html")]
struct Body<'a> {
    t: Teller<'a>,
    code: String,
    title: String,
    results: String,
    verbs: Vec<(String, String)>,
    units: Vec<(String, String)>,
    lines: Vec<Line>,
}

/// Everything the page and its twin are made of.
pub(super) struct Seen {
    pub bench: Bench,
    pub scope: Vec<SchemeUnitFact>,
    pub pieces: Vec<EvidenceFact>,
    pub adjustments: Vec<AdjustmentFact>,
}

impl Seen {
    pub(super) async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let batch = batch_in_path(desk, form).await?;
        desk.allow(Act::AssessmentRead, &batch.target())?;
        let on = desk.house.db.read();
        Ok(Self {
            scope: scope_of(on, &batch).await?.unwrap_or_default(),
            pieces: evidence::of_batch(on, batch.id).await?,
            adjustments: evidence::adjustments(on, batch.id).await?,
            bench: Bench::set(on, batch).await?,
        })
    }

    /// Whether a K of this person in this unit may rest on what was seen.
    pub(super) fn suffices(&self, learner: &Learner, unit: &UnitFact) -> bool {
        lacking(&self.pieces, &elements_of(&self.scope, unit), (learner.id(), unit.id)).is_empty()
    }

    pub(super) fn looks<'s>(
        &'s self,
        learner: &Learner,
        unit: &UnitFact,
    ) -> impl Iterator<Item = &'s EvidenceFact> {
        let of = (learner.id(), unit.id);
        self.pieces.iter().filter(move |one| (one.person, one.unit) == of)
    }
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let seen = Seen::read(desk, form).await?;
    let t = desk.teller();
    let batch = &seen.bench.batch;
    let address = format!("/batches/{}/assessment", batch.code);
    let is_licensed = batch.assessment.as_ref().is_some_and(|booking| booking.licensed.is_some());
    let verb = |act, is_apt: bool, end: &str, key: &str| {
        (is_apt && desk.may(act, &batch.target())).then(|| (format!("{address}/{end}"), t.say(key)))
    };
    let verbs = [
        verb(Act::EvidenceRecord, is_licensed, "evidence/new", "evidence-record"),
        verb(Act::AdjustmentRecord, true, "adjustments/new", "adjustment-record"),
    ];
    let lines: Vec<Line> =
        seen.bench.roster.learners.iter().map(|learner| line(desk, &seen, learner)).collect();
    let said = |line: &Line| {
        let cells: Vec<&str> = line.cells.iter().map(|cell| cell.state.as_str()).collect();
        format!("{}  {}  {}  {}", line.number, line.name, cells.join(", "), line.adjustments)
    };
    let text: Vec<String> = lines.iter().map(|line| said(line).trim_end().to_owned()).collect();
    let title = t.with("evidence-show-of", "batch", &batch.title);
    let page = Body {
        t,
        code: batch.code.clone(),
        results: results_address(batch),
        verbs: verbs.into_iter().flatten().collect(),
        units: (seen.bench.units.iter())
            .map(|unit| (unit.code.clone().unwrap_or_default(), unit.title.clone()))
            .collect(),
        title: title.clone(),
        lines,
    };
    Ok(Shown::Html { title, body: web::html(&page)?, text: text.join("\n") })
}

fn line(desk: &Desk, seen: &Seen, learner: &Learner) -> Line {
    let t = desk.teller();
    let cell = |unit: &UnitFact| {
        let looks: Vec<String> = seen.looks(learner, unit).map(|one| look(desk, one)).collect();
        let (tone, key) = match (seen.suffices(learner, unit), looks.is_empty()) {
            (true, _) => ("ok", "evidence-suffices"),
            (false, false) => ("soon", "evidence-partial"),
            (false, true) => ("plain", "evidence-none"),
        };
        Cell { unit: unit.title.clone(), tone, state: t.say(key), looks }
    };
    let own = seen.adjustments.iter().filter(|one| one.person == learner.id());
    Line {
        name: learner.person.name.clone(),
        number: learner.register.clone().unwrap_or_default(),
        adjustments: own
            .map(|one| t.code("adaptation", one.adaptation.code()))
            .collect::<Vec<_>>()
            .join(", "),
        cells: seen.bench.units.iter().map(cell).collect(),
    }
}

fn look(desk: &Desk, one: &EvidenceFact) -> String {
    let t = desk.teller();
    let key = if one.element.is_empty() { "evidence-look" } else { "evidence-look-element" };
    let say = Say::new(key).with("kind", t.code("evidence-kind", one.kind.code()));
    let say = say
        .with("element", &one.element)
        .with("letters", one.vatm.word())
        .with("day", long(one.day, desk.lang));
    let said = t.tell(&say);
    if one.note.is_empty() { said } else { format!("{said} {}", one.note) }
}

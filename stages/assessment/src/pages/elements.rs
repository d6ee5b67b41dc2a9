// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The units of a batch inside a form, or their elements where the scheme assesses by them, each with a choice.

use askama::Template;
use desk::{Desk, Form, Halt, Teller};
use programme::facts::{SchemeUnitFact, UnitFact};

use crate::evidence::{Vatm, elements_of};
use crate::state::Verdict;

struct Row {
    /// `UNIT` or `UNIT/NUMBER`.
    key: String,
    unit: String,
    element: String,
    typed: String,
}

#[derive(Template)]
#[template(path = "evidence_grid.html")]
struct EvidenceGrid<'a> {
    t: Teller<'a>,
    rows: Vec<Row>,
    choices: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "self_grid.html")]
struct SelfGrid<'a> {
    t: Teller<'a>,
    rows: Vec<Row>,
    choices: Vec<(&'static str, String)>,
}

fn rows(form: &Form, field: &str, units: &[UnitFact], scope: &[SchemeUnitFact]) -> Vec<Row> {
    let mut rows = Vec::new();
    for unit in units {
        let known = scope.iter().find(|one| Some(&one.code) == unit.code.as_ref());
        for number in elements_of(scope, unit) {
            let element = known.and_then(|one| one.elements.iter().find(|element| element.number == number));
            let key = if number.is_empty() { unit.id.to_string() } else { format!("{}/{number}", unit.id) };
            rows.push(Row {
                unit: unit.title.clone(),
                element: element.map(|one| format!("{}. {}", one.number, one.title)).unwrap_or_default(),
                typed: form.text(&format!("{field}.{key}")).to_owned(),
                key,
            });
        }
    }
    rows
}

/// What holds of the evidence in each.
pub(crate) fn evidence_grid(
    desk: &Desk,
    form: &Form,
    units: &[UnitFact],
    scope: &[SchemeUnitFact],
) -> Result<String, Halt> {
    let t = desk.teller();
    let choices = Vatm::CODES.iter().map(|code| (*code, t.code("evidence-vatm", &code.to_lowercase())));
    web::html(&EvidenceGrid { t, rows: rows(form, "vatm", units, scope), choices: choices.collect() })
}

/// What the candidate says of herself in each.
pub(crate) fn self_grid(
    desk: &Desk,
    form: &Form,
    units: &[UnitFact],
    scope: &[SchemeUnitFact],
) -> Result<String, Halt> {
    let t = desk.teller();
    let choices = Verdict::ALL
        .iter()
        .map(|verdict| (verdict.code(), t.code("candidate-can", &verdict.code().to_lowercase())));
    web::html(&SelfGrid { t, rows: rows(form, "can", units, scope), choices: choices.collect() })
}

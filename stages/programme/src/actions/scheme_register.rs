// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A certification body puts a scheme on record: its number, its units with their elements, and where assessors may not belong.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use office::facts::{OrganisationFact, pick_organisations};
use serde_json::json;

use crate::facts::{Forbids, SchemeFact, SchemeKind, SchemeUnitFact};
use crate::rules::{COMPETENCE_ISSUERS, scheme::scope};
use crate::{named, store};

pub const REGISTER: Action = Action {
    name: "scheme register",
    path: "/schemes/new",
    act: Act::SchemeKeep,
    room: "programme",
    fields: &[
        Field::required("code", Kind::Text),
        Field::required("number", Kind::Text),
        Field::required("title", Kind::Text),
        Field::required("kind", Kind::Codes { prefix: "scheme-kind", codes: SchemeKind::CODES }),
        Field::required("field", Kind::Text),
        Field::optional("standard", Kind::Text),
        Field::optional("lsp", Kind::Pick(pick_organisations)),
        Field::required("forbids", Kind::Codes { prefix: "scheme-forbids", codes: Forbids::CODES }),
        Field::required("units", Kind::Lines),
        Field::optional("elements", Kind::Lines),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    desk.scope(Act::SchemeKeep)?;
    let own = desk.actor.office.as_ref().map_or("", |office| &office.code);
    Ok(Prepared::about("", "/schemes").filled("lsp", own).filled("forbids", Forbids::Provider.code()))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (scheme, units) = parse(desk, form).await?;
    desk.allow(Act::SchemeKeep, &Target::of(scheme.lsp))?;
    let mut work = desk.begin("scheme register").await?;
    store::scheme::scheme(&work.tx, &scheme, &units).await?;
    let content = json!({
        "code": scheme.code, "number": scheme.number, "title": scheme.title, "forbids": scheme.forbids.code(),
        "units": units.iter().map(|unit| unit.code.as_str()).collect::<Vec<_>>(),
    });
    work.record(Event::new("SchemeRegistered", Object::new("scheme", scheme.id.0), content)).await?;
    let said = Say::new("scheme-registered").with("title", &scheme.title).with("units", units.len());
    work.commit(Done::new(format!("/schemes/{}", scheme.code), said)).await
}

async fn parse(desk: &Desk, form: &Form) -> Result<(SchemeFact, Vec<SchemeUnitFact>), Halt> {
    let mut reading = form.read();
    let code = named::read_code(&mut reading);
    let (number, title, field) = (reading.text("number"), reading.text("title"), reading.text("field"));
    let kind = reading.code("kind", SchemeKind::from_code, SchemeKind::Cluster);
    let forbids = reading.code("forbids", Forbids::from_code, Forbids::Provider);
    let standard = reading.optional_text("standard").unwrap_or_default();
    let (units, elements) = (reading.lines("units"), reading.lines("elements"));
    if units.is_empty() {
        reading.problem("units", "problem-empty");
    }
    let (units, problems) = scope(&units, &elements);
    for problem in problems {
        reading.problem(problem.field, problem.say);
    }
    let lsp: Option<OrganisationFact> = match (form.text("lsp"), desk.actor.office_id()) {
        ("", Some(own)) => office::facts::by_id(desk.house.db.read(), own).await?,
        _ => named::organisation(desk, &mut reading, "lsp").await?,
    };
    if lsp.as_ref().is_some_and(|body| !COMPETENCE_ISSUERS.contains(&body.kind.as_str())) {
        reading.problem("lsp", "problem-scheme-body");
    }
    reading.done()?;
    let lsp = lsp.ok_or(Halt::Missing)?.id;
    let id = desk.fresh_id();
    Ok((SchemeFact { id, code, number, title, kind, field, standard, lsp, forbids }, units))
}

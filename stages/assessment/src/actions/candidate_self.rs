// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a candidate says of herself (FR.APL.02), unit by unit or element by element, written down by who sits with her; or a
//! sheet of everyone.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day::{Day, short};
use kernel::id::{PersonId, UnitId};
use programme::facts::SchemeUnitFact;
use serde_json::json;

use super::appeal_lodge::{past_day, unknown};
use super::candidate_apply::read_person;
use super::decide::own_account;
use super::{Bench, applications_address, batch_in_path, pick_learners, scope_of};
use crate::application::{self, SelfFact};
use crate::evidence::{elements_of, sheet::meant};
use crate::pages::self_grid;
use crate::rules::{SittingKind, kind_fits};
use crate::sheet;
use crate::state::Verdict;

pub const ASSESS: Action = Action {
    name: "candidate self-assess",
    path: "/batches/{batch}/assessment/self-assessment/new",
    act: Act::CandidateApply,
    room: "assessment",
    fields: &[
        Field::path("batch"),
        Field::required("day", Kind::Day),
        Field::optional("file", Kind::File),
        Field::optional("person", Kind::Pick(pick_learners)),
        Field::optional("can", Kind::Grid),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn ground(desk: &Desk, form: &Form) -> Result<(Bench, Vec<SchemeUnitFact>), Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::CandidateApply, &batch.target())?;
    kind_fits(&batch, SittingKind::Competence)?;
    let on = desk.house.db.read();
    let scope = scope_of(on, &batch).await?.unwrap_or_default();
    Ok((Bench::set(on, batch).await?, scope))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (bench, scope) = ground(desk, form).await?;
    let mut prepared = Prepared::about(&bench.batch.title, applications_address(&bench.batch))
        .filled("day", short(desk.today()));
    prepared.grid_html = self_grid(desk, form, &bench.units, &scope)?;
    Ok(prepared)
}

type Said = (PersonId, UnitId, String, Verdict);

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (bench, scope) = ground(desk, form).await?;
    let (day, said) = parse(desk, form, &bench, &scope)?;
    let account = own_account(desk)?;
    let mut work = desk.begin("candidate self-assess").await?;
    let applied = application::of_batch(&work.tx, bench.batch.id).await?;
    let mut people: Vec<PersonId> = said.iter().map(|one| one.0).collect();
    people.sort();
    people.dedup();
    let without = people.iter().filter(|person| !applied.iter().any(|one| one.person == **person));
    let reasons: Vec<Say> =
        without.map(|person| Say::new("application-none").with("name", bench.name(*person))).collect();
    if !reasons.is_empty() {
        return Err(Refusal::new("ASSM-29").because(reasons).into());
    }
    let known = application::self_assessments(&work.tx, bench.batch.id).await?;
    for (person, unit, element, verdict) in said {
        let same = |one: &&SelfFact| (one.person, one.unit, &one.element) == (person, unit, &element);
        let turn = known.iter().filter(same).map(|one| one.turn).max().unwrap_or(0) + 1;
        let fact = SelfFact { person, unit, element, turn, verdict };
        application::add_self(&work.tx, bench.batch.id, &fact, (day, account)).await?;
    }
    let content = json!({ "batch": bench.batch.code, "day": day.to_string(), "people": people.len() });
    let event = Event::new("CandidateSelfAssessed", Object::new("batch", bench.batch.id.0), content);
    work.record(people.iter().fold(event, |event, person| event.about("person", person.0))).await?;
    let said = Say::new("candidate-self-assessed").with("people", people.len());
    work.commit(Done::new(applications_address(&bench.batch), said)).await
}

fn parse(
    desk: &Desk,
    form: &Form,
    bench: &Bench,
    scope: &[SchemeUnitFact],
) -> Result<(Day, Vec<Said>), Halt> {
    let mut reading = form.read();
    let day = past_day(desk, &mut reading);
    let mut said: Vec<Said> = Vec::new();
    if let Some(upload) = form.file("file") {
        let sheet = sheet::read(upload, &bench.units, &bench.roster);
        for problem in sheet.problems {
            reading.problem("file", problem);
        }
        for cell in sheet.cells {
            let unit = bench.units.iter().find(|unit| unit.id == cell.unit);
            let elements = unit.map(|unit| elements_of(scope, unit)).unwrap_or_default();
            said.extend(elements.into_iter().map(|element| (cell.person, cell.unit, element, cell.verdict)));
        }
    }
    let cells: Vec<(&str, &str)> = form.grid("can").filter(|(_, text)| !text.is_empty()).collect();
    let person = read_person(&mut reading, bench);
    if person.is_none() && !cells.is_empty() && form.text("person").is_empty() {
        reading.problem("person", "problem-empty");
    }
    for (name, text) in cells {
        match (meant(&bench.units, scope, name), Verdict::from_word(text)) {
            (Some((unit, elements)), Some(verdict)) => {
                let of = |element| person.map(|person| (person, unit, element, verdict));
                said.extend(elements.into_iter().filter_map(of));
            }
            (None, _) => reading.problem(format!("can.{name}"), unknown(name)),
            (_, None) => {
                let say = Say::new("assessment-problem-mark").with("text", text);
                reading.problem(format!("can.{name}"), say);
            }
        }
    }
    if said.is_empty() && form.file("file").is_none() {
        reading.problem("file", "evidence-problem-nothing");
    }
    let key = |one: &Said| (one.0, one.1, one.2.clone());
    if (1..said.len()).any(|at| said[..at].iter().any(|other| key(other) == key(&said[at]))) {
        reading.problem("can", "evidence-problem-twice");
    }
    reading.done()?;
    Ok((day, said))
}

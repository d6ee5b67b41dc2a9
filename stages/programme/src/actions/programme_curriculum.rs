// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The curriculum of a programme is set, from the office's own workbook or typed; it stands once a batch is planned.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, FieldProblem, Form, Halt, Kind, Prepared, Refusal, Say};
use serde_json::json;

use crate::curriculum::{self, Curriculum, Demand, Tables};
use crate::facts::ProgrammeFact;
use crate::sheet::{self, Table};
use crate::{named, store};

pub const CURRICULUM: Action = Action {
    name: "programme curriculum",
    path: "/programmes/{programme}/curriculum",
    act: Act::ProgrammeCurriculum,
    room: "programme",
    fields: &[
        Field::path("programme"),
        Field::optional("file", Kind::File),
        Field::optional("modules", Kind::Lines),
        Field::optional("units", Kind::Lines),
        Field::optional("skills", Kind::Lines),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let programme = named::programme(desk, form).await?;
    desk.allow(Act::ProgrammeCurriculum, &programme.target())?;
    Ok(Prepared::about(&programme.title_id, format!("/programmes/{}", programme.code)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let programme = named::programme(desk, form).await?;
    desk.allow(Act::ProgrammeCurriculum, &programme.target())?;
    let curriculum = parse(form, &programme).map_err(Halt::Problems)?;
    let mut work = desk.begin("programme curriculum").await?;
    store::hold_programme(&work.tx, programme.id).await?;
    let batches = store::count_batches(&work.tx, programme.id).await?;
    if batches > 0 {
        return Err(Refusal::new("PROG-01").with("count", batches).into());
    }
    store::curriculum(desk, &work.tx, programme.id, &curriculum).await?;
    let content = json!({
        "jp": curriculum.jp(), "modules": curriculum.modules.len(), "units": curriculum.units.len(),
    });
    let event = Event::new("CurriculumSet", Object::new("programme", programme.id.0), content);
    work.record(event.about("agreement", programme.agreement.0)).await?;
    work.commit(done(&programme, &curriculum)).await
}

fn done(programme: &ProgrammeFact, curriculum: &Curriculum) -> Done {
    let said = Say::new("curriculum-set")
        .with("modules", curriculum.modules.len())
        .with("jp", curriculum.jp())
        .with("units", curriculum.units.len());
    let untaught = curriculum.untaught();
    let warning = |unit: &curriculum::Unit| {
        Say::new("curriculum-untaught").with("code", &unit.code).with("title", &unit.title)
    };
    untaught
        .into_iter()
        .map(warning)
        .fold(Done::new(format!("/programmes/{}", programme.code), said), Done::and)
}

/// The file if there is one, else the typed lines.
fn parse(form: &Form, programme: &ProgrammeFact) -> Result<Curriculum, Vec<FieldProblem>> {
    let demand =
        Demand { certificate_kind: programme.certificate_kind, theory_first: programme.theory_first };
    let one = |say: Say| vec![FieldProblem { field: "file".to_owned(), say }];
    let (field, tables) = match form.file("file") {
        Some(upload) => {
            let sheets = sheet::read(upload).map_err(one)?;
            ("file", curriculum::tables(&sheets).ok_or_else(|| one("problem-curriculum-columns".into()))?)
        }
        None => ("modules", typed(form)),
    };
    curriculum::read(&tables, demand)
        .map_err(|problems| problems.into_iter().map(|problem| problem.at(field)).collect())
}

fn typed(form: &Form) -> Tables {
    let table =
        |name: &str, field: &str, columns: &[&str]| Table::typed(name, columns, form.read().lines(field));
    let some = |table: Table| (!table.lines.is_empty()).then_some(table);
    Tables {
        modules: table("Modul", "modules", &curriculum::TYPED_MODULES),
        units: some(table("Unit", "units", &curriculum::TYPED_UNITS)),
        skills: some(table("Keterampilan", "skills", &curriculum::TYPED_SKILLS)),
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A facility is looked at, line by line; the verdict follows from the lines.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, FieldProblem, Form, Halt, Kind, Prepared, Say};
use kernel::day::{Day, long};
use kernel::id::OrganisationId;
use office::facts::pick_organisations;
use serde_json::json;

use crate::checklist::{self, Checklist, Outcome};
use crate::facts::{self, FacilityFact, InspectionFact};
use crate::sheet::{self, Table};
use crate::state::{self, Command, Fitness, Step};
use crate::{named, store};

pub const INSPECT: Action = Action {
    name: "facility inspect",
    path: "/facilities/{facility}/inspections/new",
    act: Act::FacilityInspect,
    room: "programme",
    fields: &[
        Field::path("facility"),
        Field::required("day", Kind::Day),
        Field::required("inspector", Kind::Text),
        Field::optional("inspector_organisation", Kind::Pick(pick_organisations)),
        Field::optional("file", Kind::File),
        Field::optional("lines", Kind::Lines),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (facility, target) = named::facility(desk, form).await?;
    desk.allow(Act::FacilityInspect, &target)?;
    let own = desk.actor.office.as_ref().map_or("", |office| &office.code);
    let back = format!("/facilities/{}", facility.code);
    Ok(Prepared::about(facility.name, back)
        .filled("day", kernel::day::short(desk.today()))
        .filled("inspector", &desk.actor.name)
        .filled("inspector_organisation", own))
}

/// What the form says.
struct Round {
    day: Day,
    inspector: String,
    organisation: OrganisationId,
    checklist: Checklist,
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let round = parse(desk, form).await?;
    let (facility, target) = named::facility(desk, form).await?;
    desk.allow(Act::FacilityInspect, &target)?;
    let mut work = desk.begin("facility inspect").await?;
    let before = facts::inspections(&work.tx, facility.id).await?;
    let lines = facts::findings(&work.tx, facility.id).await?;
    let step = state::decide(&Fitness::of(before.first(), &lines), &round.command(), desk.today())?;
    let inspection = InspectionFact {
        id: desk.fresh_id(),
        round: before.first().map_or(1, |latest| latest.round + 1),
        day: round.day,
        inspector: round.inspector.clone(),
        inspector_organisation: round.organisation,
        verdict: round.checklist.verdict(),
    };
    store::inspection(desk, &work.tx, facility.id, &inspection, &round.checklist).await?;
    let content = json!({
        "round": inspection.round, "day": inspection.day.to_string(), "verdict": inspection.verdict.code(),
        "unmet": round.checklist.unmet(),
    });
    work.record(Event::new("FacilityInspected", Object::new("facility", facility.id.0), content)).await?;
    work.commit(done(desk, &facility, &inspection, &round.checklist, &step)).await
}

fn done(
    desk: &Desk,
    facility: &FacilityFact,
    inspection: &InspectionFact,
    list: &Checklist,
    step: &Step,
) -> Done {
    let key = match step {
        Step::Passed => "facility-inspected-pass",
        Step::Failed { .. } | Step::MendedOne { .. } | Step::MendedAll { .. } => "facility-inspected-fail",
    };
    let said = Say::new(key)
        .with("name", &facility.name)
        .with("round", inspection.round)
        .with("count", list.unmet().len());
    let unmet = list.0.iter().filter_map(|item| match &item.outcome {
        Outcome::Met => None,
        Outcome::Unmet { action, due_on } => Some(
            Say::new("facility-inspected-unmet")
                .with("code", &item.code)
                .with("item", &item.item)
                .with("needed", &item.needed)
                .with("found", &item.found)
                .with("action", action)
                .with("due", long(*due_on, desk.lang)),
        ),
    });
    unmet.fold(Done::new(format!("/facilities/{}", facility.code), said), Done::and)
}

impl Round {
    fn command(&self) -> Command {
        let (day, seen, unmet) = (self.day, self.checklist.seen(), self.checklist.unmet());
        if unmet.is_empty() { Command::Pass { day, seen } } else { Command::Fail { day, seen, unmet } }
    }
}

async fn parse(desk: &Desk, form: &Form) -> Result<Round, Halt> {
    let mut reading = form.read();
    let day = named::past_day(desk, &mut reading, "day");
    let inspector = reading.text("inspector");
    let organisation = match (form.text("inspector_organisation"), desk.actor.office_id()) {
        ("", Some(own)) => Some(own),
        _ => named::organisation(desk, &mut reading, "inspector_organisation").await?.map(|office| office.id),
    };
    let checklist = read_lines(form, day).unwrap_or_else(|problems| {
        for problem in problems {
            reading.problem(problem.field, problem.say);
        }
        Checklist(Vec::new())
    });
    reading.done()?;
    let organisation = organisation.ok_or(Halt::Missing)?;
    Ok(Round { day, inspector, organisation, checklist })
}

/// The file if there is one, else the typed lines.
fn read_lines(form: &Form, day: Day) -> Result<Checklist, Vec<FieldProblem>> {
    let one = |field: &str, say: Say| vec![FieldProblem { field: field.to_owned(), say }];
    let (field, table) = match form.file("file") {
        Some(upload) => {
            let sheets = sheet::read(upload).map_err(|say| one("file", say))?;
            (
                "file",
                checklist::table(&sheets)
                    .ok_or_else(|| one("file", Say::new("problem-inspection-columns")))?,
            )
        }
        None => ("lines", Table::typed("", &checklist::TYPED, form.read().lines("lines"))),
    };
    checklist::read(&table, day)
        .map_err(|problems| problems.into_iter().map(|problem| problem.at(field)).collect())
}

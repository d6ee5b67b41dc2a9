// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A whole sheet of interests, checked against the register of the office before anything is written.

use std::collections::HashMap;

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, FieldProblem, Form, Halt, Kind, Prepared, Say};
use kernel::day::Day;
use kernel::id::OrganisationId;
use kernel::name::PersonName;
use people::facts::PersonFact;
use serde_json::json;

use super::interest_record::event;
use super::sheet::{self, Sheet, SheetRow};
use crate::rules::Interest;
use crate::store;

pub const IMPORT: Action = Action {
    name: "interest import",
    path: "/interests/import",
    act: Act::InterestImport,
    room: "enrolment",
    fields: &[
        Field::required("file", Kind::File),
        Field::optional("day", Kind::Day),
        Field::optional("skip_bad", Kind::Check),
    ],
    open: |desk, _form| Box::pin(open(desk)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// The sheet belongs to the office of the one who hands it in.
fn office(desk: &Desk) -> Result<OrganisationId, Halt> {
    let office = desk.actor.office_id().ok_or(Halt::Missing)?;
    desk.allow(Act::InterestImport, &Target::of(office))?;
    Ok(office)
}

async fn open(desk: &Desk) -> Result<Prepared, Halt> {
    office(desk)?;
    let name = desk.actor.office.as_ref().map(|office| office.name.clone()).unwrap_or_default();
    Ok(Prepared::about(name, "/enrolment"))
}

/// A row whose person is known, ready to be kept.
struct Known {
    person: PersonFact,
    interest: Interest,
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let day = reading.optional_day("day").unwrap_or(desk.today());
    if day > desk.today() {
        reading.problem("day", Say::new("problem-interest-future"));
    }
    let skip_bad = reading.check("skip_bad");
    let file = reading.file("file");
    reading.done()?;
    let office = office(desk)?;
    let bytes = file.map(|upload| upload.bytes.as_slice()).unwrap_or_default();
    let Sheet { rows, mut faults } = sheet::read(bytes).map_err(|say| Halt::field("file", say))?;
    let (known, unknown) = meet(desk, office, rows, day).await?;
    faults.extend(unknown);
    faults.sort_by_key(|(line, _)| *line);
    let told: Vec<Say> = faults.iter().map(|(line, say)| at_line(desk, *line, say)).collect();
    if !told.is_empty() && !skip_bad {
        return Err(Halt::Problems(
            told.into_iter().map(|say| FieldProblem { field: "file".to_owned(), say }).collect(),
        ));
    }
    let mut work = desk.begin("interest import").await?;
    for row in &known {
        store::keep_interest(&work.tx, row.person.id, office, &row.interest).await?;
        work.record(event(row.person.id, office, &row.interest)).await?;
    }
    let content = json!({ "count": known.len(), "skipped": told.len() });
    work.record(Event::new("InterestsImported", Object::new("organisation", office.0), content)).await?;
    let say = Say::new("interests-imported").with("count", known.len()).with("skipped", told.len());
    let mut done = Done::new("/enrolment", say);
    done.more = told;
    work.commit(done).await
}

fn at_line(desk: &Desk, line: u64, what: &Say) -> Say {
    Say::new("problem-line").with("line", line).with("what", desk.teller().tell(what))
}

/// Finds each row's person in the office's own register. The name must fit too: a slip in the number must not give one
/// person's wish to another.
async fn meet(
    desk: &Desk,
    office: OrganisationId,
    rows: Vec<SheetRow>,
    day: Day,
) -> Result<(Vec<Known>, Vec<(u64, Say)>), Halt> {
    let held = people::facts::held_at(desk.house.db.read(), office).await?;
    let mut by_register: HashMap<String, PersonFact> = HashMap::new();
    for (person, stay) in held {
        by_register.extend(stay.register.map(|register| (register, person)));
    }
    let (mut known, mut faults) = (Vec::new(), Vec::new());
    for row in rows {
        match by_register.remove(&people::register::canonical(&row.register)) {
            None => faults.push((row.line, Say::new("problem-sheet-register").with("text", &row.register))),
            Some(person) if !same_name(&row.name, &person) => {
                faults.push((
                    row.line,
                    Say::new("problem-sheet-name").with("text", &row.name).with("register", &row.register),
                ));
            }
            Some(person) => known.push(Known { person, interest: interest(row, day) }),
        }
    }
    Ok((known, faults))
}

fn interest(row: SheetRow, day: Day) -> Interest {
    Interest {
        first_choice: row.first_choice,
        second_choice: row.second_choice,
        experience: row.experience,
        experience_months: row.experience_months,
        literacy: row.literacy,
        since: day,
        told_on: day,
    }
}

/// A sheet may write the name without the father's, or one of the other names.
fn same_name(written: &str, person: &PersonFact) -> bool {
    let Ok(written) = PersonName::parse(written) else { return false };
    let written = written.compare_key();
    let keys =
        std::iter::once(&person.name).chain(&person.aliases).filter_map(|name| PersonName::parse(name).ok());
    keys.map(|name| name.compare_key())
        .any(|key| key == written || key.strip_prefix(&written).is_some_and(|rest| rest.starts_with(" bin")))
}

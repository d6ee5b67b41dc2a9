// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Someone who may teach is put on record, with the hours of the week that are free for it.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Reading, Say};
use kernel::id::{AccountId, OrganisationId};
use office::facts::{pick_accounts, pick_organisations};
use partnership::facts::agreements_of_party;
use serde_json::json;

use crate::facts::{InstructorFact, InstructorKind, WeeklyHours};
use crate::hours;
use crate::sheet::Table;
use crate::{named, store};

pub const REGISTER: Action = Action {
    name: "instructor register",
    path: "/instructors/new",
    act: Act::InstructorRegister,
    room: "programme",
    fields: &[
        Field::required("code", Kind::Text),
        Field::required("name", Kind::Text),
        Field::optional("organisation", Kind::Pick(pick_organisations)),
        Field::required("kind", Kind::Codes { prefix: "instructor-kind", codes: InstructorKind::CODES }),
        Field::optional("comes_from", Kind::Text),
        Field::optional("fields", Kind::Text),
        Field::optional("account", Kind::Pick(pick_accounts)),
        Field::optional("hours", Kind::Lines),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    desk.scope(Act::InstructorRegister)?;
    let own = desk.actor.office.as_ref().map_or("", |office| &office.code);
    Ok(Prepared::about("", "/instructors").filled("organisation", own))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (instructor, week) = parse(desk, form).await?;
    desk.allow(Act::InstructorRegister, &instructor.target())?;
    let mut work = desk.begin("instructor register").await?;
    store::instructor(&work.tx, &instructor, &week).await?;
    let content = json!({ "code": instructor.code, "name": instructor.name, "kind": instructor.kind.code() });
    let event = Event::new("InstructorRegistered", Object::new("instructor", instructor.id.0), content);
    work.record(event).await?;
    let minutes: i64 = week.iter().map(|(_, starts, ends)| i64::from(ends.0 - starts.0)).sum();
    let said = Say::new("instructor-registered").with("name", &instructor.name).with("hours", minutes / 60);
    let mut done = Done::new("/instructors", said);
    if week.is_empty() {
        done = done.and("instructor-registered-without-hours".into());
    }
    work.commit(done).await
}

async fn parse(desk: &Desk, form: &Form) -> Result<(InstructorFact, Vec<WeeklyHours>), Halt> {
    let mut reading = form.read();
    let code = named::read_code(&mut reading);
    let name = reading.text("name");
    let kind = reading.code("kind", InstructorKind::from_code, InstructorKind::Instructor);
    let fields = reading.optional_text("fields").unwrap_or_default();
    let comes_from = reading.optional_text("comes_from").unwrap_or_default();
    let organisation = read_organisation(desk, form, &mut reading, kind).await?;
    note_guest(&mut reading, form, kind, &comes_from);
    let mut account = None;
    if let Some(organisation) = organisation {
        check_partner(desk, &mut reading, organisation, kind).await?;
        account = read_account(desk, &mut reading, organisation).await?;
    }
    let typed = Table::typed("", &hours::TYPED, reading.lines("hours"));
    let week = hours::read(&typed).unwrap_or_else(|problems| {
        for problem in problems {
            reading.problem("hours", problem.0);
        }
        Vec::new()
    });
    reading.done()?;
    let organisation = organisation.ok_or(Halt::Missing)?;
    let keeper = desk.actor.office_id().unwrap_or(organisation);
    Ok((
        InstructorFact {
            id: desk.fresh_id(),
            code,
            name,
            organisation,
            keeper,
            account,
            kind,
            fields,
            comes_from,
        },
        week,
    ))
}

/// A guest without an organisation on record is kept by the office that invites her.
async fn read_organisation(
    desk: &Desk,
    form: &Form,
    reading: &mut Reading<'_>,
    kind: InstructorKind,
) -> Result<Option<OrganisationId>, Halt> {
    if form.text("organisation").is_empty() {
        if kind == InstructorKind::Guest {
            return Ok(desk.actor.office_id());
        }
        reading.problem("organisation", "problem-empty");
        return Ok(None);
    }
    Ok(named::organisation(desk, reading, "organisation").await?.map(|office| office.id))
}

/// A guest is known by name and by where she comes from, and never signs in; nobody else says where she comes from.
fn note_guest(reading: &mut Reading<'_>, form: &Form, kind: InstructorKind, comes_from: &str) {
    if kind != InstructorKind::Guest {
        if !comes_from.is_empty() {
            reading.problem("comes_from", "problem-comes-from-guest");
        }
        return;
    }
    if comes_from.is_empty() && form.text("organisation").is_empty() {
        reading.problem("comes_from", "problem-empty");
    }
    if !form.text("account").is_empty() {
        reading.problem("account", "problem-guest-account");
    }
}

/// An office names its own people, those of organisations with which it shares an agreement, and guests.
async fn check_partner(
    desk: &Desk,
    reading: &mut Reading<'_>,
    organisation: OrganisationId,
    kind: InstructorKind,
) -> Result<(), Halt> {
    let own = desk.actor.office_id();
    if own == Some(organisation) || kind == InstructorKind::Guest {
        return Ok(());
    }
    let agreements = match own {
        Some(own) => agreements_of_party(desk.house.db.read(), own).await?,
        None => Vec::new(),
    };
    if !agreements.iter().any(|agreement| agreement.party(organisation).is_some()) {
        reading.problem("organisation", "problem-instructor-organisation");
    }
    Ok(())
}

/// The account by which the instructor signs in; it must be one of the own organisation.
async fn read_account(
    desk: &Desk,
    reading: &mut Reading<'_>,
    organisation: OrganisationId,
) -> Result<Option<AccountId>, Halt> {
    let Some(login) = reading.optional_text("account") else { return Ok(None) };
    let accounts = office::facts::accounts_of(desk.house.db.read(), organisation).await?;
    let account = accounts.into_iter().find(|account| account.login == login);
    if account.is_none() {
        reading.problem("account", Say::new("problem-account-organisation").with("text", &login));
    }
    Ok(account.map(|account| account.id))
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The day, place and assessor of the assessment are reserved before the training starts; a later booking takes its place.

use access::{Act, Role};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Reading, Say};
use kernel::day::long;
use kernel::id::AccountId;
use office::facts::{AccountFact, OrganisationFact, pick_accounts, pick_organisations};
use serde_json::json;

use crate::facts::{self, AssessmentBooking, BatchFact};
use crate::rules::{self, Account, Booking, Party};
use crate::{named, store};

pub const RESERVE: Action = Action {
    name: "batch reserve-assessment",
    path: "/batches/{batch}/assessment-booking",
    act: Act::BatchReserveAssessment,
    room: "programme",
    fields: &[
        Field::path("batch"),
        Field::required("day", Kind::Day),
        Field::required("place", Kind::Text),
        Field::optional("scheme", Kind::Text),
        Field::required("assessor_organisation", Kind::Pick(pick_organisations)),
        Field::optional("assessor", Kind::Pick(pick_accounts)),
        Field::optional("assessor_name", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = named::batch(desk, form).await?;
    desk.allow(Act::BatchReserveAssessment, &batch.target())?;
    let prepared = Prepared::about(&batch.title, format!("/batches/{}", batch.code));
    let on = desk.house.db.read();
    let Some(booked) = &batch.assessment else {
        let issuer = office::facts::by_id(on, batch.programme.issuer)
            .await?
            .map_or_else(String::new, |office| office.code);
        return Ok(prepared.filled("assessor_organisation", issuer));
    };
    let organisation = office::facts::by_id(on, booked.assessor_organisation).await?;
    let account = match booked.assessor_account {
        Some(id) => office::facts::account(on, id).await?,
        None => None,
    };
    Ok(prepared
        .filled("day", kernel::day::short(booked.reserved_on))
        .filled("place", &booked.place)
        .filled("scheme", booked.scheme.as_deref().unwrap_or(""))
        .filled("assessor_organisation", organisation.map_or_else(String::new, |office| office.code))
        .filled("assessor", account.map_or_else(String::new, |account| account.login))
        .filled("assessor_name", &booked.assessor_name))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let asked = parse(desk, form).await?;
    let batch = named::batch(desk, form).await?;
    desk.allow(Act::BatchReserveAssessment, &batch.target())?;
    let mut work = desk.begin("batch reserve-assessment").await?;
    let agreement = named::agreement_of_batch(&work.tx, &batch).await?;
    let instructors = facts::instructors_of_batch(&work.tx, batch.id).await?;
    named::all_well(rules::booking(&Booking {
        batch: &batch,
        agreement: &agreement,
        reserved_on: asked.booking.reserved_on,
        assessor_organisation: Party { id: asked.organisation.id, kind: &asked.organisation.kind },
        account: asked.account,
        assessor_name: &asked.booking.assessor_name,
        instructors: &instructors,
    }))?;
    store::booking(&work.tx, batch.id, &asked.booking).await?;
    work.record(event(&batch, &asked.booking)).await?;
    let said = Say::new("batch-assessment-reserved")
        .with("day", long(asked.booking.reserved_on, desk.lang))
        .with("place", &asked.booking.place)
        .with("assessor", &asked.booking.assessor_name);
    work.commit(Done::new(format!("/batches/{}", batch.code), said)).await
}

fn event(batch: &BatchFact, booking: &AssessmentBooking) -> Event {
    let content = json!({
        "reserved_on": booking.reserved_on.to_string(), "place": booking.place, "assessor": booking.assessor_name,
    });
    Event::new("AssessmentReserved", Object::new("batch", batch.id.0), content)
        .about("agreement", batch.agreement.0)
}

/// What the form asks for.
struct Asked {
    booking: AssessmentBooking,
    organisation: OrganisationFact,
    account: Option<Account>,
}

async fn parse(desk: &Desk, form: &Form) -> Result<Asked, Halt> {
    let mut reading = form.read();
    let reserved_on = reading.day("day");
    let place = reading.text("place");
    let scheme = reading.optional_text("scheme");
    let organisation = named::organisation(desk, &mut reading, "assessor_organisation").await?;
    let account = read_account(desk, &mut reading).await?;
    // The account's own name stands in where none was typed.
    let typed = reading.optional_text("assessor_name");
    let assessor_name =
        typed.or_else(|| account.as_ref().map(|account| account.name.clone())).unwrap_or_else(|| {
            reading.problem("assessor_name", "problem-empty");
            String::new()
        });
    reading.done()?;
    let organisation = organisation.ok_or(Halt::Missing)?;
    let booking = AssessmentBooking {
        reserved_on,
        place,
        scheme,
        assessor_organisation: organisation.id,
        assessor_account: account.as_ref().map(|account| account.id),
        assessor_name,
    };
    let account = account.map(|account| Account {
        id: account.id,
        organisation: account.organisation,
        is_assessor: account.roles.iter().any(|role| role == Role::Assessor.code()),
    });
    Ok(Asked { booking, organisation, account })
}

async fn read_account(desk: &Desk, reading: &mut Reading<'_>) -> Result<Option<AccountFact>, Halt> {
    let Some(login) = reading.optional_text("assessor") else { return Ok(None) };
    let on = desk.house.db.read();
    let id: Option<AccountId> = access::account_named(on, &login).await?;
    let account = match id {
        Some(id) => office::facts::account(on, id).await?,
        None => None,
    };
    if account.is_none() {
        reading.problem("assessor", named::unknown(&login));
    }
    Ok(account)
}

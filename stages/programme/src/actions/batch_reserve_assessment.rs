// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The day, place and assessor of the assessment are reserved before the training starts; a later booking takes its place.

use access::{Act, Role};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, FieldProblem, Form, Halt, Kind, Prepared, Say};
use kernel::day::long;
use office::facts::{OrganisationFact, pick_accounts, pick_organisations};
use serde_json::json;

use crate::facts::{self, AssessmentBooking, BatchFact, SchemeFact};
use crate::rules::scheme::{Licensed, licensed};
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
        Field::optional("licensed_scheme", Kind::Pick(named::pick_schemes)),
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
    let licensed = match booked.licensed {
        Some(id) => facts::scheme(on, id).await?,
        None => None,
    };
    Ok(prepared
        .filled("licensed_scheme", licensed.map_or_else(String::new, |scheme| scheme.code))
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
    let reserved_on = asked.booking.reserved_on;
    let elsewhere = match asked.account {
        Some(account) => facts::booked_elsewhere(&work.tx, (account.id, reserved_on), batch.id).await?,
        None => None,
    };
    let mut problems = rules::booking(&Booking {
        batch: &batch,
        agreement: &agreement,
        reserved_on,
        assessor_organisation: Party { id: asked.organisation.id, kind: &asked.organisation.kind },
        account: asked.account,
        assessor_name: &asked.booking.assessor_name,
        instructors: &instructors,
        elsewhere: elsewhere.as_deref(),
    });
    if let Some(scheme) = &asked.scheme {
        problems.extend(under_scheme(&work.tx, &batch, &asked, scheme).await?);
    }
    named::all_well(problems)?;
    store::booking(&work.tx, batch.id, &asked.booking).await?;
    work.record(event(&batch, &asked.booking)).await?;
    let said = Say::new("batch-assessment-reserved")
        .with("day", long(asked.booking.reserved_on, desk.lang))
        .with("place", &asked.booking.place)
        .with("assessor", &asked.booking.assessor_name);
    work.commit(Done::new(format!("/batches/{}", batch.code), said)).await
}

/// What the scheme itself asks.
async fn under_scheme(
    tx: &::store::DatabaseTransaction,
    batch: &BatchFact,
    asked: &Asked,
    scheme: &SchemeFact,
) -> Result<Vec<FieldProblem>, Halt> {
    let certificates = match asked.account {
        Some(account) => facts::assessor_certificates(tx, account.id).await?,
        None => Vec::new(),
    };
    Ok(licensed(&Licensed {
        scheme,
        licences: &facts::licences(tx, scheme.id).await?,
        scope: &facts::scheme_units(tx, scheme.id).await?,
        batch,
        units: &facts::units(tx, batch.programme.id).await?,
        reserved_on: asked.booking.reserved_on,
        assessor_organisation: asked.organisation.id,
        has_account: asked.account.is_some(),
        assessor_name: &asked.booking.assessor_name,
        certificates: &certificates,
    }))
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
    scheme: Option<SchemeFact>,
}

async fn parse(desk: &Desk, form: &Form) -> Result<Asked, Halt> {
    let mut reading = form.read();
    let reserved_on = reading.day("day");
    let place = reading.text("place");
    let typed_scheme = reading.optional_text("scheme");
    let licensed_scheme = reading.optional_text("licensed_scheme");
    let licensed = match &licensed_scheme {
        Some(code) => facts::scheme_by_code(desk.house.db.read(), code).await?,
        None => None,
    };
    if let (Some(code), None) = (&licensed_scheme, &licensed) {
        reading.problem("licensed_scheme", named::unknown(code));
    }
    // The scheme's own title stands in where none was typed.
    let scheme = typed_scheme.or_else(|| licensed.as_ref().map(|scheme| scheme.title.clone()));
    let organisation = named::organisation(desk, &mut reading, "assessor_organisation").await?;
    let account = named::account(desk, &mut reading, "assessor").await?;
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
        licensed: licensed.as_ref().map(|scheme| scheme.id),
        assessor_organisation: organisation.id,
        assessor_account: account.as_ref().map(|account| account.id),
        assessor_name,
    };
    let account = account.map(|account| Account {
        id: account.id,
        organisation: account.organisation,
        is_assessor: account.roles.iter().any(|role| role == Role::Assessor.code()),
    });
    Ok(Asked { booking, organisation, account, scheme: licensed })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From what a form or an address names to the thing itself, with its target; and the choices that forms offer.

use ::store::{ConnectionTrait, DbErr, Value, rows};
use access::{Act, Target};
use desk::{Choice, Desk, FieldProblem, Form, Future, Halt, Reading, Say};
use kernel::day::Day;
use kernel::id::OrganisationId;
use office::facts::{AccountFact, OrganisationFact};
use partnership::facts::AgreementFact;

use crate::facts::{
    self, BatchFact, FacilityFact, InstructorFact, InstructorRow, ProgrammeFact, SELECT_INSTRUCTOR,
    SchemeFact,
};
use crate::scopes;

/// A code as given by the user, in upper case.
///
/// # Shape
/// Letters A to Z, digits and dashes, 2 to 40 of them.
pub fn read_code(reading: &mut Reading<'_>) -> String {
    let code = reading.text("code").to_uppercase();
    let plain = code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
    // An empty code is already a problem of its own.
    if !code.is_empty() && (!plain || !(2..=40).contains(&code.len())) {
        reading.problem("code", Say::new("problem-programme-code").with("text", &code));
    }
    code
}

/// The organisation a field names; none only where a problem was noted.
pub async fn organisation(
    desk: &Desk,
    reading: &mut Reading<'_>,
    field: &str,
) -> Result<Option<OrganisationFact>, Halt> {
    let code = reading.text(field);
    if code.is_empty() {
        return Ok(None);
    }
    let found = office::facts::by_code(desk.house.db.read(), &code).await?;
    if found.is_none() {
        reading.problem(field, unknown(&code));
    }
    Ok(found)
}

/// The account a field names by its login; none where it is empty or a problem was noted.
pub async fn account(
    desk: &Desk,
    reading: &mut Reading<'_>,
    field: &str,
) -> Result<Option<AccountFact>, Halt> {
    let Some(login) = reading.optional_text(field) else { return Ok(None) };
    let on = desk.house.db.read();
    let account = match access::account_named(on, &login).await? {
        Some(id) => office::facts::account(on, id).await?,
        None => None,
    };
    if account.is_none() {
        reading.problem(field, unknown(&login));
    }
    Ok(account)
}

/// The sentence for a name nobody bears.
pub fn unknown(text: &str) -> Say {
    Say::new("problem-unknown").with("text", text)
}

/// Refuses with the problems, if there are any.
pub fn all_well(problems: Vec<FieldProblem>) -> Result<(), Halt> {
    if problems.is_empty() { Ok(()) } else { Err(Halt::Problems(problems)) }
}

/// The facility that an address names, with its target: the host's, under every agreement of the host.
pub async fn facility(desk: &Desk, form: &Form) -> Result<(FacilityFact, Target), Halt> {
    let on = desk.house.db.read();
    let facility = facts::facility_by_code(on, form.text("facility")).await?.ok_or(Halt::Missing)?;
    let target = facility_target(on, facility.host).await?;
    Ok((facility, target))
}

/// Whose the facilities of a host are, and under which agreements partners reach them.
pub async fn facility_target<C: ConnectionTrait>(on: &C, host: OrganisationId) -> Result<Target, DbErr> {
    let agreements = partnership::facts::agreements_of_host(on, host).await?;
    Ok(agreements.iter().fold(Target::of(host), |target, agreement| target.under(agreement.id)))
}

pub async fn programme(desk: &Desk, form: &Form) -> Result<ProgrammeFact, Halt> {
    facts::programme_by_code(desk.house.db.read(), form.text("programme")).await?.ok_or(Halt::Missing)
}

pub async fn batch(desk: &Desk, form: &Form) -> Result<BatchFact, Halt> {
    facts::batch_by_code(desk.house.db.read(), form.text("batch")).await?.ok_or(Halt::Missing)
}

/// The agreement a programme lies under.
pub async fn agreement_of<C: ConnectionTrait>(
    on: &C,
    programme: &ProgrammeFact,
) -> Result<AgreementFact, Halt> {
    let found = partnership::facts::agreement(on, programme.agreement).await?;
    found.ok_or_else(|| Halt::Fault(anyhow::anyhow!("programme {} lies under no agreement", programme.code)))
}

/// Who may teach under an agreement, by name: those of its parties, and guests whose record a party keeps.
pub async fn instructors_under<C: ConnectionTrait>(
    on: &C,
    agreement: &AgreementFact,
) -> Result<Vec<InstructorFact>, DbErr> {
    let places: Vec<String> = (1..=agreement.parties.len()).map(|place| format!("${place}")).collect();
    let among = places.join(", ");
    let sql = format!(
        "{SELECT_INSTRUCTOR} WHERE i.organisation_id IN ({among}) OR (i.kind = 'guest' AND i.keeper_id IN ({among})) \
         ORDER BY i.name, i.code"
    );
    let values = agreement.parties.iter().map(|party| Value::from(party.organisation.0));
    let found: Vec<InstructorRow> = rows(on, &sql, values).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

/// The agreement a batch stands under now.
pub async fn agreement_of_batch<C: ConnectionTrait>(
    on: &C,
    batch: &BatchFact,
) -> Result<AgreementFact, Halt> {
    let found = partnership::facts::agreement(on, batch.agreement).await?;
    found.ok_or_else(|| Halt::Fault(anyhow::anyhow!("batch {} stands under no agreement", batch.code)))
}

/// The facilities this person may see, as options of a field.
pub fn pick_facilities<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let found = scopes::facilities(desk).await?;
        let choice =
            |one: FacilityFact| Choice { label: format!("{} ({})", one.name, one.code), value: one.code };
        Ok(found.into_iter().map(choice).collect())
    })
}

/// The programmes for which this person may plan a batch, as options of a field.
pub fn pick_programmes<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let found = scopes::programmes(desk, Act::BatchPlan).await?;
        let choice = |one: ProgrammeFact| Choice {
            label: format!("{} ({})", one.title_id, one.code),
            value: one.code,
        };
        Ok(found.into_iter().map(choice).collect())
    })
}

/// Every scheme, as options of a field.
pub fn pick_schemes<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let found = facts::schemes(desk.house.db.read()).await?;
        let choice =
            |one: SchemeFact| Choice { label: format!("{} ({})", one.title, one.code), value: one.code };
        Ok(found.into_iter().map(choice).collect())
    })
}

pub async fn scheme(desk: &Desk, form: &Form) -> Result<SchemeFact, Halt> {
    facts::scheme_by_code(desk.house.db.read(), form.text("scheme")).await?.ok_or(Halt::Missing)
}

/// A term: its first and last day, in order.
pub fn read_term(reading: &mut Reading<'_>) -> (Day, Day) {
    let (starts_on, ends_on) = (reading.day("starts_on"), reading.day("ends_on"));
    if ends_on < starts_on {
        reading.problem("ends_on", "problem-days-reversed");
    }
    (starts_on, ends_on)
}

/// Not after today.
pub fn past_day(desk: &Desk, reading: &mut Reading<'_>, field: &str) -> Day {
    let day = reading.day(field);
    if day > desk.today() {
        reading.problem(field, Say::new("problem-programme-day-ahead").with("day", kernel::day::short(day)));
    }
    day
}

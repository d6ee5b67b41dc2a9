// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The lists of this room, each cut to what this person may see by the policy's own condition.

use ::store::{FromQueryResult, Value, one, rows};
use access::{Act, ScopeColumns};
use desk::{Desk, Halt, Slice};
use uuid::Uuid;
use web::Paging;

use crate::facts::{
    self, BatchFact, BatchRow, FROM_BATCH, FacilityFact, InstructorFact, InstructorRow, ProgrammeFact,
    ProgrammeRow, SELECT_INSTRUCTOR, SELECT_PROGRAMME, select_batch,
};

const PROGRAMME: ScopeColumns = ScopeColumns {
    owner: Some("p.host_id"),
    agreement: Some("p.agreement_id"),
    addressed: Some("(p.provider_id = {} OR p.issuer_id = {})"),
    assigned: None,
};

const BATCH: ScopeColumns = ScopeColumns {
    owner: Some("p.host_id"),
    agreement: Some("COALESCE(b.agreement_id, p.agreement_id)"),
    addressed: Some("(p.issuer_id = {} OR x.assessor_organisation_id = {})"),
    assigned: Some("x.assessor_account_id"),
};

/// A facility is seen under every agreement of its host.
const FACILITY: ScopeColumns = ScopeColumns {
    owner: Some("f.host_id"),
    agreement: Some(
        "EXISTS (SELECT 1 FROM access_grant g WHERE g.agreement_id = {} AND g.host_id = f.host_id)",
    ),
    addressed: None,
    assigned: None,
};

/// An instructor is seen by the own organisation, by the office that keeps the record, and where she may be planned.
const INSTRUCTOR: ScopeColumns = ScopeColumns {
    owner: Some(
        "(i.organisation_id = {} OR i.keeper_id = {} OR EXISTS \
         (SELECT 1 FROM programme p WHERE p.host_id = {} AND p.provider_id = i.organisation_id))",
    ),
    agreement: Some(
        "EXISTS (SELECT 1 FROM programme p WHERE p.agreement_id = {} AND p.provider_id = i.organisation_id)",
    ),
    addressed: None,
    assigned: None,
};

/// Programmes within reach of an act, by code.
pub async fn programmes(desk: &Desk, act: Act) -> Result<Vec<ProgrammeFact>, Halt> {
    let mut values = Vec::new();
    let within = desk.scope(act)?.condition(&PROGRAMME, &mut values);
    let sql = format!("{SELECT_PROGRAMME} WHERE {within} ORDER BY p.code");
    let found: Vec<ProgrammeRow> = rows(desk.house.db.read(), &sql, values).await?;
    Ok(found.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?)
}

/// Batches within reach whose code or title holds the query, latest first: one page of them, and how many there are.
pub async fn batches(desk: &Desk, query: &str, paging: Paging) -> Result<(Vec<BatchFact>, i64), Halt> {
    let (condition, mut values) = batch_condition(desk, query)?;
    let on = desk.house.db.read();
    let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) AS count FROM {FROM_BATCH} {condition}");
    let total: Option<Count> = one(on, &sql, values.clone()).await?;
    values.push(paging.per_page.into());
    values.push(paging.offset().into());
    let (limit, offset) = (values.len() - 1, values.len());
    let sql = select_batch(&format!(
        "{condition} ORDER BY b.starts_on DESC, b.code LIMIT ${limit} OFFSET ${offset}"
    ));
    let found: Vec<BatchRow> = rows(on, &sql, values).await?;
    let found = found.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
    Ok((found, total.map_or(0, |row| row.count)))
}

fn batch_condition(desk: &Desk, query: &str) -> Result<(String, Vec<Value>), Halt> {
    let mut values = Vec::new();
    let within = desk.scope(Act::BatchRead)?.condition(&BATCH, &mut values);
    values.push(Value::from(format!("%{}%", query.to_lowercase())));
    let like = format!("${}", values.len());
    Ok((format!("WHERE {within} AND (LOWER(b.code) LIKE {like} OR LOWER(b.title) LIKE {like})"), values))
}

/// The same batches by code: a part of them, and the cursor of what follows.
pub async fn batches_after(
    desk: &Desk,
    query: &str,
    slice: &Slice<'_>,
) -> Result<(Vec<BatchFact>, Option<String>), Halt> {
    let (condition, mut values) = batch_condition(desk, query)?;
    let rest = slice.rest::<String>("b.code", &mut values)?;
    let found: Vec<BatchRow> =
        rows(desk.house.db.read(), &select_batch(&format!("{condition} {rest}")), values).await?;
    let found = found.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
    Ok(slice.of_query(found, |batch: &BatchFact| batch.code.clone()))
}

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

#[derive(FromQueryResult)]
struct IdRow {
    id: Uuid,
}

/// Facilities within reach, by code.
pub async fn facilities(desk: &Desk) -> Result<Vec<FacilityFact>, Halt> {
    let mut values = Vec::new();
    let within = desk.scope(Act::ProgrammeRead)?.condition(&FACILITY, &mut values);
    let on = desk.house.db.read();
    let sql = format!("SELECT f.id FROM facility f WHERE {within} ORDER BY f.code");
    let ids: Vec<IdRow> = rows(on, &sql, values).await?;
    let mut found = Vec::with_capacity(ids.len());
    for row in ids {
        found.extend(facts::facility(on, row.id.into()).await?);
    }
    Ok(found)
}

/// Instructors within reach, by name.
pub async fn instructors(desk: &Desk) -> Result<Vec<InstructorFact>, Halt> {
    let mut values = Vec::new();
    let within = desk.scope(Act::ProgrammeRead)?.condition(&INSTRUCTOR, &mut values);
    let sql = format!("{SELECT_INSTRUCTOR} WHERE {within} ORDER BY i.name, i.code");
    let found: Vec<InstructorRow> = rows(desk.house.db.read(), &sql, values).await?;
    Ok(found.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?)
}

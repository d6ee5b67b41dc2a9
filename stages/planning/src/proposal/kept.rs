// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is kept beside a proposal: what its hours cost, and, where it was made by hand, from which one and by which changes.

use kernel::id::PersonId;
use store::{ConnectionTrait, DbErr, FromQueryResult, insert, one, rows};
use uuid::Uuid;

use super::change::Changed;
use super::cost::CostPart;
use super::store::{from_json, json};

/// The proposal that another was made from by hand, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    pub from: Uuid,
    /// Its code.
    pub code: String,
    pub changed: Vec<Changed>,
}

/// Writes what the hours of a proposal cost.
pub async fn keep_cost<C: ConnectionTrait>(on: &C, proposal: Uuid, parts: &[CostPart]) -> Result<(), DbErr> {
    for (position, part) in (1_i64..).zip(parts) {
        let row = insert("proposal_cost").set("proposal_id", proposal).set("position", position);
        row.set("rule", part.rule.clone())
            .set("units", part.units)
            .set("weight", part.weight)
            .run(on)
            .await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct CostRow {
    rule: String,
    units: i64,
    weight: i64,
}

/// What the hours of a proposal cost; empty for one that was made before costs were kept.
pub async fn cost_of<C: ConnectionTrait>(on: &C, proposal: Uuid) -> Result<Vec<CostPart>, DbErr> {
    let sql = "SELECT rule, units, weight FROM proposal_cost WHERE proposal_id = $1 ORDER BY position";
    let found: Vec<CostRow> = rows(on, sql, [proposal.into()]).await?;
    let part = |row: CostRow| CostPart { rule: row.rule, units: row.units, weight: row.weight };
    Ok(found.into_iter().map(part).collect())
}

/// Writes where a proposal comes from.
pub async fn keep_origin<C: ConnectionTrait>(
    on: &C,
    proposal: Uuid,
    from: Uuid,
    changed: &[Changed],
) -> Result<(), DbErr> {
    insert("proposal_origin").set("proposal_id", proposal).set("from_id", from).run(on).await?;
    for (position, change) in (1_i64..).zip(changed) {
        let row = insert("proposal_change").set("proposal_id", proposal).set("position", position);
        row.set("what", json(&change.what)?)
            .set("person_id", change.person.map(|person| person.0))
            .set("other_id", change.other.map(|person| person.0))
            .run(on)
            .await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct OriginRow {
    from_id: Uuid,
    code: String,
}

#[derive(FromQueryResult)]
struct ChangeRow {
    what: String,
    person_id: Option<Uuid>,
    other_id: Option<Uuid>,
}

/// Where a proposal comes from; nothing for one that an engine made.
pub async fn origin_of<C: ConnectionTrait>(on: &C, proposal: Uuid) -> Result<Option<Origin>, DbErr> {
    let sql = "SELECT o.from_id, p.code FROM proposal_origin o JOIN proposal p ON p.id = o.from_id WHERE o.proposal_id = $1";
    let found: Option<OriginRow> = one(on, sql, [proposal.into()]).await?;
    let Some(origin) = found else { return Ok(None) };
    let sql =
        "SELECT what, person_id, other_id FROM proposal_change WHERE proposal_id = $1 ORDER BY position";
    let found: Vec<ChangeRow> = rows(on, sql, [proposal.into()]).await?;
    let changed = |row: ChangeRow| -> Result<Changed, DbErr> {
        Ok(Changed {
            what: from_json(&row.what)?,
            person: row.person_id.map(PersonId),
            other: row.other_id.map(PersonId),
        })
    };
    let changed = found.into_iter().map(changed).collect::<Result<_, _>>()?;
    Ok(Some(Origin { from: origin.from_id, code: origin.code, changed }))
}

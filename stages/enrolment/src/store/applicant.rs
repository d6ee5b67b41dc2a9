// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Everyone considered for a batch, with reasons. The days left leave this file only in an envelope.

use std::collections::HashMap;

use kernel::day::Day;
use kernel::id::{BatchId, PersonId};
use kernel::sensitive::{Class, Sensitive};
use store::{ConnectionTrait, DbErr, FromQueryResult, insert, rows, run};
use uuid::Uuid;

use crate::rules::{Considered, Reason};

/// One person considered, as it was stored.
#[derive(Debug, Clone)]
pub struct ApplicantRow {
    pub person: PersonId,
    pub applied: bool,
    pub eligible: bool,
    pub reasons: Vec<Reason>,
    /// Days between the end of assessment and the earliest release.
    pub spare_days: Sensitive<Option<i64>>,
    pub score: i64,
    pub rank: Option<i64>,
    pub waiting_since: Day,
}

#[derive(FromQueryResult)]
struct Row {
    person_id: Uuid,
    applied: bool,
    eligible: bool,
    reasons: String,
    spare_days: Option<i64>,
    score: i64,
    rank: Option<i64>,
    waiting_since: Day,
}

impl TryFrom<Row> for ApplicantRow {
    type Error = DbErr;

    fn try_from(row: Row) -> Result<Self, DbErr> {
        Ok(Self {
            person: PersonId(row.person_id),
            applied: row.applied,
            eligible: row.eligible,
            reasons: serde_json::from_str(&row.reasons).map_err(|error| DbErr::Json(error.to_string()))?,
            spare_days: Sensitive::seal(Class::Sentence, row.spare_days),
            score: row.score,
            rank: row.rank,
            waiting_since: row.waiting_since,
        })
    }
}

/// Everyone considered: the eligible by rank, then those who applied and are refused, then the rest.
pub async fn applicants<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<ApplicantRow>, DbErr> {
    let sql = "SELECT a.person_id, a.applied, a.eligible, a.reasons, a.spare_days, a.score, a.rank, a.waiting_since \
               FROM applicant a JOIN person p ON p.id = a.person_id WHERE a.batch_id = $1 \
               ORDER BY CASE WHEN a.rank IS NULL THEN 1 ELSE 0 END, a.rank, \
               CASE WHEN a.applied = TRUE THEN 0 ELSE 1 END, p.name, p.id";
    let found: Vec<Row> = rows(on, sql, [batch.0.into()]).await?;
    found.into_iter().map(ApplicantRow::try_from).collect()
}

/// Replaces the ranking of a batch.
///
/// # Shape
/// `people` in the order of `rules::rank`: the eligible come first and are numbered from 1.
pub async fn replace_applicants<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    people: &[Considered],
) -> Result<(), DbErr> {
    run(on, "DELETE FROM applicant WHERE batch_id = $1", [batch.0.into()]).await?;
    for (rank, person) in (1_i64..).zip(people) {
        let reasons =
            serde_json::to_string(&person.reasons).map_err(|error| DbErr::Json(error.to_string()))?;
        insert("applicant")
            .set("batch_id", batch.0)
            .set("person_id", person.person.0)
            .set("applied", person.applied)
            .set("eligible", person.eligible)
            .set("reasons", reasons)
            .set("spare_days", person.spare_days)
            .set("score", person.score)
            .set("rank", person.eligible.then_some(rank))
            .set("waiting_since", person.waiting_since)
            .run(on)
            .await?;
    }
    Ok(())
}

/// Puts the applicants of a batch into a new order.
///
/// # Shape
/// `people` as they are to stand: those who stay eligible first, numbered from 1, then the others.
pub async fn put_in_order<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    people: &[(PersonId, bool, Vec<Reason>)],
) -> Result<(), DbErr> {
    // Ranks are unique in a batch: they all step aside before each takes its new one.
    run(on, "UPDATE applicant SET rank = -rank WHERE batch_id = $1 AND rank IS NOT NULL", [batch.0.into()])
        .await?;
    let sql =
        "UPDATE applicant SET eligible = $3, rank = $4, reasons = $5 WHERE batch_id = $1 AND person_id = $2";
    for (rank, (person, eligible, reasons)) in (1_i64..).zip(people) {
        let reasons = serde_json::to_string(reasons).map_err(|error| DbErr::Json(error.to_string()))?;
        let rank = eligible.then_some(rank);
        let values = [batch.0.into(), person.0.into(), (*eligible).into(), rank.into(), reasons.into()];
        run(on, sql, values).await?;
    }
    Ok(())
}

/// Who is seated in another batch whose days overlap, with that batch's code; under the record each is known as.
pub async fn seated_elsewhere<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    (starts_on, ends_on): (Day, Day),
) -> Result<HashMap<PersonId, String>, DbErr> {
    #[derive(FromQueryResult)]
    struct SeatedRow {
        person_id: Uuid,
        code: String,
    }
    let sql = "SELECT COALESCE(p.merged_into, p.id) AS person_id, b.code FROM seat s JOIN batch b ON b.id = s.batch_id \
               JOIN person p ON p.id = s.person_id \
               WHERE s.state = 'seated' AND s.batch_id <> $1 AND b.starts_on <= $3 AND b.ends_on >= $2 ORDER BY b.code DESC";
    let found: Vec<SeatedRow> = rows(on, sql, [batch.0.into(), starts_on.into(), ends_on.into()]).await?;
    Ok(found.into_iter().map(|row| (PersonId(row.person_id), row.code)).collect())
}

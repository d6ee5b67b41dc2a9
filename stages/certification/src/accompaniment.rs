// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What mentors of foundations confirmed: the training completed and a business begun, accompanied from one day to another.

use kernel::day::Day;
use kernel::id::{AccountId, BatchId, OrganisationId, PersonId};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, rows};
use uuid::Uuid;

/// One confirmation. It is kept under the record that holds the seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accompaniment {
    pub batch: BatchId,
    pub person: PersonId,
    pub foundation: OrganisationId,
    /// The day on which the mentor was named.
    pub since: Day,
    /// The day on which the mentor confirmed it.
    pub day: Day,
    /// The mentor, who may not decide the acknowledgement too.
    pub mentor: AccountId,
    pub mentor_name: String,
}

#[derive(FromQueryResult)]
struct Row {
    batch_id: Uuid,
    person_id: Uuid,
    foundation_id: Uuid,
    since: Day,
    day: Day,
    account_id: Uuid,
    account_name: String,
}

impl From<Row> for Accompaniment {
    fn from(row: Row) -> Self {
        Self {
            batch: BatchId(row.batch_id),
            person: PersonId(row.person_id),
            foundation: OrganisationId(row.foundation_id),
            since: row.since,
            day: row.day,
            mentor: AccountId(row.account_id),
            mentor_name: row.account_name,
        }
    }
}

const SELECT: &str = "SELECT a.batch_id, a.person_id, a.foundation_id, a.since, a.day, a.account_id, a.account_name \
                      FROM accompaniment a";

/// Everything a foundation's mentors confirmed in a batch.
pub async fn of_batch<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    foundation: OrganisationId,
) -> Result<Vec<Accompaniment>, DbErr> {
    let sql = format!("{SELECT} WHERE a.batch_id = $1 AND a.foundation_id = $2 ORDER BY a.day, a.person_id");
    let found: Vec<Row> = rows(on, &sql, [batch.0.into(), foundation.0.into()]).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

/// Everything that was confirmed of a person, the latest first.
pub async fn of_person<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<Accompaniment>, DbErr> {
    let records = people::facts::records_of(1);
    let sql = format!("{SELECT} WHERE a.person_id IN {records} ORDER BY a.day DESC, a.batch_id");
    let found: Vec<Row> = rows(on, &sql, [person.0.into()]).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

/// Batches in which a foundation's mentors confirmed somebody who holds no acknowledgement in force.
pub async fn batches_waiting<C: ConnectionTrait>(
    on: &C,
    foundation: OrganisationId,
) -> Result<Vec<(BatchId, i64)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Waiting {
        batch_id: Uuid,
        count: i64,
    }
    let sql = "SELECT a.batch_id, CAST(COUNT(*) AS BIGINT) AS count FROM accompaniment a WHERE a.foundation_id = $1 \
               AND NOT EXISTS (SELECT 1 FROM certificate c WHERE c.batch_id = a.batch_id AND c.person_id = a.person_id \
               AND c.kind = 'acknowledgement' AND c.state <> 'revoked') GROUP BY a.batch_id ORDER BY MIN(a.day), a.batch_id";
    let found: Vec<Waiting> = rows(on, sql, [foundation.0.into()]).await?;
    Ok(found.into_iter().map(|row| (BatchId(row.batch_id), row.count)).collect())
}

pub async fn keep(tx: &DatabaseTransaction, new: &Accompaniment) -> Result<(), DbErr> {
    insert("accompaniment")
        .set("batch_id", new.batch.0)
        .set("person_id", new.person.0)
        .set("foundation_id", new.foundation.0)
        .set("since", new.since)
        .set("day", new.day)
        .set("account_id", new.mentor.0)
        .set("account_name", new.mentor_name.clone())
        .run(tx)
        .await
}

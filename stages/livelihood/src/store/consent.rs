// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Consents taken back.

use chrono::{DateTime, Utc};
use kernel::day::Day;
use kernel::id::{EmployerId, PersonId};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, rows, run};
use uuid::Uuid;

use crate::rules::Told;

/// That an employer may no longer be told a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawalFact {
    pub id: Uuid,
    pub person: PersonId,
    pub employer: EmployerId,
    pub withdrawn_on: Day,
    pub told: Told,
    pub note: String,
    pub by: String,
    pub at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    employer_id: Uuid,
    withdrawn_on: Day,
    told: String,
    note: String,
    account_name: String,
    at: DateTime<Utc>,
}

impl From<Row> for WithdrawalFact {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            person: PersonId(row.person_id),
            employer: EmployerId(row.employer_id),
            withdrawn_on: row.withdrawn_on,
            told: Told::from_code(&row.told).expect("the table admits known ways only"),
            note: row.note,
            by: row.account_name,
            at: row.at,
        }
    }
}

/// Everything a person took back, the latest first.
pub async fn withdrawals<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<WithdrawalFact>, DbErr> {
    let sql = format!(
        "SELECT id, person_id, employer_id, withdrawn_on, told, note, account_name, at FROM consent_withdrawal \
         WHERE person_id IN {} ORDER BY withdrawn_on DESC, at DESC",
        people::facts::records_of(1)
    );
    Ok(rows::<Row, C>(on, &sql, [person.0.into()]).await?.into_iter().map(Into::into).collect())
}

/// Holds the referrals of a person until commit, so that none is answered while its consent is taken back.
pub async fn hold_referrals(tx: &DatabaseTransaction, person: PersonId) -> Result<(), DbErr> {
    let sql = format!("UPDATE referral SET note = note WHERE person_id IN {}", people::facts::records_of(1));
    run(tx, &sql, [person.0.into()]).await.map(|_| ())
}

pub async fn put_withdrawal(tx: &DatabaseTransaction, new: &WithdrawalFact) -> Result<(), DbErr> {
    insert("consent_withdrawal")
        .set("id", new.id)
        .set("person_id", new.person.0)
        .set("employer_id", new.employer.0)
        .set("withdrawn_on", new.withdrawn_on)
        .set("told", new.told.code())
        .set("note", new.note.clone())
        .set("account_name", new.by.clone())
        .set("at", new.at)
        .run(tx)
        .await
}

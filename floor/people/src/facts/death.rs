// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Entries of deaths, those taken back too.

use kernel::day::Day;
use kernel::id::{AccountId, PersonId};
use store::{ConnectionTrait, DbErr, FromQueryResult, rows};
use uuid::Uuid;

use super::person::records_of;

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeathFact {
    pub person: PersonId,
    /// 1 for the first.
    pub round: i64,
    pub day: Day,
    pub recorded_by: String,
    /// None for entries from before accounts were kept with them.
    pub account: Option<AccountId>,
    /// The absence that ended with it.
    pub absence: Option<Uuid>,
    pub undone: Option<Undone>,
}

/// That an entry was wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    pub on: Day,
    pub by: String,
    pub reason: String,
}

impl DeathFact {
    /// Whether this hand made the entry; the same hand does not take it back.
    pub fn is_by(&self, account: Option<AccountId>, name: &str) -> bool {
        match self.account {
            Some(own) => account.is_none_or(|other| other == own),
            None => self.recorded_by == name,
        }
    }
}

#[derive(FromQueryResult)]
struct Row {
    person_id: Uuid,
    round: i64,
    day: Day,
    account_id: Option<Uuid>,
    account_name: String,
    absence_id: Option<Uuid>,
    undone_on: Option<Day>,
    undone_name: Option<String>,
    undone_reason: Option<String>,
}

impl From<Row> for DeathFact {
    fn from(row: Row) -> Self {
        let undone = row.undone_on.map(|on| Undone {
            on,
            by: row.undone_name.unwrap_or_default(),
            reason: row.undone_reason.unwrap_or_default(),
        });
        Self {
            person: PersonId(row.person_id),
            round: row.round,
            day: row.day,
            recorded_by: row.account_name,
            account: row.account_id.map(AccountId),
            absence: row.absence_id,
            undone,
        }
    }
}

/// Every entry about a person, the latest first.
pub async fn deaths<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<DeathFact>, DbErr> {
    let sql = format!(
        "SELECT person_id, round, day, account_id, account_name, absence_id, undone_on, undone_name, undone_reason \
         FROM death WHERE person_id IN {} ORDER BY round DESC, person_id",
        records_of(1)
    );
    Ok(rows::<Row, C>(on, &sql, [person.0.into()]).await?.into_iter().map(Into::into).collect())
}

/// The entry that holds, where there is one.
pub async fn death<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Option<DeathFact>, DbErr> {
    Ok(deaths(on, person).await?.into_iter().find(|death| death.undone.is_none()))
}

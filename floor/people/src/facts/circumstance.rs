// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What happened to people, as the offices that have to act on it are told.

use chrono::{DateTime, Utc};
use kernel::day::Day;
use kernel::id::{OrganisationId, PersonId};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, rows};
use uuid::Uuid;

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|variant| variant.code() == code)
            }
        }
    };
}

codes! {
    /// What can happen to a person. The label is the word `circumstance-CODE`.
    Circumstance {
        MovedOut = "moved-out",
        MovedIn = "moved-in",
        Absent = "absent",
        Returned = "returned",
        Released = "released",
        Died = "died",
        /// And this had been an error.
        DeathUndone = "death-undone",
        /// Two records of one person were made one.
        Merged = "merged",
        /// And this was undone.
        Parted = "parted",
    }
}

/// One change, for one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CircumstanceFact {
    pub id: Uuid,
    pub person: PersonId,
    pub office: OrganisationId,
    pub kind: Circumstance,
    /// The day on which it happened.
    pub day: Day,
    pub told_at: DateTime<Utc>,
    pub told_by: String,
    /// What was settled by a decision: item and what was decided.
    pub notes: Vec<(String, String)>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    office_id: Uuid,
    kind: String,
    day: Day,
    told_at: DateTime<Utc>,
    account_name: String,
}

#[derive(FromQueryResult)]
struct NoteRow {
    circumstance_id: Uuid,
    item: String,
    note: String,
}

const SELECT: &str =
    "SELECT c.id, c.person_id, c.office_id, c.kind, c.day, c.told_at, c.account_name FROM circumstance c";

async fn select<C: ConnectionTrait>(
    on: &C,
    condition: &str,
    values: Vec<Value>,
) -> Result<Vec<CircumstanceFact>, DbErr> {
    let sql = format!(
        "SELECT n.circumstance_id, n.item, n.note FROM circumstance_note n \
         JOIN circumstance c ON c.id = n.circumstance_id WHERE {condition} ORDER BY n.item"
    );
    let notes: Vec<NoteRow> = rows(on, &sql, values.clone()).await?;
    let sql = format!("{SELECT} WHERE {condition} ORDER BY c.day DESC, c.told_at DESC, c.id DESC");
    let found: Vec<Row> = rows(on, &sql, values).await?;
    let fact = |row: Row| {
        let own = notes.iter().filter(|note| note.circumstance_id == row.id);
        Ok(CircumstanceFact {
            id: row.id,
            person: PersonId(row.person_id),
            office: OrganisationId(row.office_id),
            kind: Circumstance::from_code(&row.kind)
                .ok_or_else(|| DbErr::Type(format!("circumstance `{}`", row.kind)))?,
            day: row.day,
            told_at: row.told_at,
            told_by: row.account_name,
            notes: own.map(|note| (note.item.clone(), note.note.clone())).collect(),
        })
    };
    found.into_iter().map(fact).collect()
}

/// What an office was told since a day, the latest first.
pub async fn circumstances_at<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
    since: Day,
) -> Result<Vec<CircumstanceFact>, DbErr> {
    select(on, "c.office_id = $1 AND c.day >= $2", vec![office.0.into(), since.into()]).await
}

/// One change.
pub async fn circumstance<C: ConnectionTrait>(on: &C, id: Uuid) -> Result<Option<CircumstanceFact>, DbErr> {
    Ok(select(on, "c.id = $1", vec![id.into()]).await?.pop())
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who must never meet in one batch. Who that is, and why, is for few; engines are told by places in a list and no names.

use kernel::id::PersonId;
use kernel::sensitive::{Class, Sensitive};
use store::{ConnectionTrait, DbErr, FromQueryResult, rows};
use uuid::Uuid;

/// Pairs for an engine. They can be neither printed nor serialised, and say nothing without the list of people they
/// were asked for.
#[derive(Default)]
pub struct ApartPairs(Vec<(PersonId, PersonId)>);

impl ApartPairs {
    /// The pairs as places in `people`.
    ///
    /// # Shape
    /// `people` sorted by id; a pair with somebody who is not among them is left out.
    pub fn places(&self, people: &[PersonId]) -> Vec<(usize, usize)> {
        let place = |person: &PersonId| people.binary_search(person).ok();
        self.0.iter().filter_map(|(one, other)| Some((place(one)?, place(other)?))).collect()
    }
}

/// One from whom a person is kept apart, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApartFact {
    pub other: PersonId,
    pub reason: String,
}

#[derive(FromQueryResult)]
struct PairRow {
    one_id: Uuid,
    other_id: Uuid,
    reason: String,
}

/// Every pair among these people that holds.
pub async fn apart_pairs<C: ConnectionTrait>(on: &C, people: &[PersonId]) -> Result<ApartPairs, DbErr> {
    let sql =
        "SELECT one_id, other_id, '' AS reason FROM keep_apart WHERE until IS NULL ORDER BY one_id, other_id";
    let found: Vec<PairRow> = rows(on, sql, []).await?;
    let among = |person: &PersonId| people.contains(person);
    let pair = |row: PairRow| (PersonId(row.one_id), PersonId(row.other_id));
    Ok(ApartPairs(found.into_iter().map(pair).filter(|(one, other)| among(one) && among(other)).collect()))
}

/// From whom a person is kept apart now.
pub async fn apart_from<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
) -> Result<Sensitive<Vec<ApartFact>>, DbErr> {
    let sql = "SELECT one_id, other_id, reason FROM keep_apart WHERE until IS NULL AND (one_id = $1 OR other_id = $1) \
               ORDER BY since, one_id, other_id";
    let found: Vec<PairRow> = rows(on, sql, [person.0.into()]).await?;
    let fact = |row: PairRow| {
        let other = if row.one_id == person.0 { row.other_id } else { row.one_id };
        ApartFact { other: PersonId(other), reason: row.reason }
    };
    Ok(Sensitive::seal(Class::KeepApart, found.into_iter().map(fact).collect()))
}

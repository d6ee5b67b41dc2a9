// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who must never meet in one batch. Who that is, and why, is for few; engines are told by places in a list and no names.

use std::collections::BTreeSet;

use kernel::id::PersonId;
use kernel::sensitive::{Class, Sensitive};
use store::{ConnectionTrait, DbErr, FromQueryResult, rows};
use uuid::Uuid;

use super::person::records_of;

/// Pairs for an engine. They can be neither printed nor serialised, and say nothing without the list of people they
/// were asked for.
#[derive(Default)]
pub struct ApartPairs(Vec<(PersonId, PersonId)>);

impl ApartPairs {
    /// The pairs as places in `people`.
    ///
    /// # Shape
    /// `people` sorted by id; a pair with somebody who is not among them is left out. Each pair once, the lower place first.
    pub fn places(&self, people: &[PersonId]) -> Vec<(usize, usize)> {
        let place = |person: &PersonId| people.binary_search(person).ok();
        let pair = |(one, other): &(PersonId, PersonId)| {
            let (one, other) = (place(one)?, place(other)?);
            Some((one.min(other), one.max(other)))
        };
        let pairs: BTreeSet<(usize, usize)> = self.0.iter().filter_map(pair).collect();
        pairs.into_iter().collect()
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
}

/// Every pair among these people that holds, under whichever of their records they stand in the list.
///
/// # Shape
/// Two records found to be of one person keep nobody apart: nobody sits beside oneself.
pub async fn apart_pairs<C: ConnectionTrait>(on: &C, people: &[PersonId]) -> Result<ApartPairs, DbErr> {
    let sql = "SELECT o.id AS one_id, t.id AS other_id FROM keep_apart k \
               JOIN person a ON a.id = k.one_id JOIN person b ON b.id = k.other_id \
               JOIN person o ON o.id = COALESCE(a.merged_into, a.id) OR o.merged_into = COALESCE(a.merged_into, a.id) \
               JOIN person t ON t.id = COALESCE(b.merged_into, b.id) OR t.merged_into = COALESCE(b.merged_into, b.id) \
               WHERE k.until IS NULL AND COALESCE(a.merged_into, a.id) <> COALESCE(b.merged_into, b.id) ORDER BY 1, 2";
    let found: Vec<PairRow> = rows(on, sql, []).await?;
    let among = |person: &PersonId| people.contains(person);
    let pair = |row: PairRow| (PersonId(row.one_id), PersonId(row.other_id));
    Ok(ApartPairs(found.into_iter().map(pair).filter(|(one, other)| among(one) && among(other)).collect()))
}

/// From whom a person is kept apart now, each under the record she is known as.
pub async fn apart_from<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
) -> Result<Sensitive<Vec<ApartFact>>, DbErr> {
    #[derive(FromQueryResult)]
    struct OtherRow {
        other_id: Uuid,
        reason: String,
    }
    let records = records_of(1);
    let sql = format!(
        "SELECT COALESCE(p.merged_into, p.id) AS other_id, k.reason AS reason FROM keep_apart k JOIN person p \
         ON p.id = CASE WHEN k.one_id IN {records} THEN k.other_id ELSE k.one_id END \
         WHERE k.until IS NULL AND (k.one_id IN {records} OR k.other_id IN {records}) AND p.id NOT IN {records} \
         ORDER BY k.since, other_id"
    );
    let found: Vec<OtherRow> = rows(on, &sql, [person.0.into()]).await?;
    let fact = |row: OtherRow| ApartFact { other: PersonId(row.other_id), reason: row.reason };
    Ok(Sensitive::seal(Class::KeepApart, found.into_iter().map(fact).collect()))
}

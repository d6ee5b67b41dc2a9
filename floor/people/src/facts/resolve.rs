// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From what a person typed to the one person meant.

use desk::{Desk, Halt, Say};
use kernel::id::PersonId;
use kernel::name::PersonName;
use store::{FromQueryResult, Value, rows};
use uuid::Uuid;

use super::person::places;
use super::{PersonFact, person};
use crate::register;

#[derive(FromQueryResult)]
struct Row {
    person_id: Uuid,
    open: bool,
}

/// The person meant by an id, a register number or an exact name.
///
/// # Shape
/// The id of a record that was merged means the person, under the record she is known as.
/// Numbers and names are looked for at the actor's own office and at the hosts of agreements in force for it; a person
/// whose stay goes on is meant before one who has left. Whether the actor may see the person is asked by the caller.
///
/// # Errors
/// `Missing` for an id of nobody; a problem of the field `person` for a text that means nobody or several people.
pub async fn resolve(desk: &Desk, text: &str) -> Result<PersonFact, Halt> {
    let text = text.trim();
    let db = desk.house.db.read();
    if let Ok(id) = text.parse::<PersonId>() {
        let found = person(db, id).await?.ok_or(Halt::Missing)?;
        return Ok(PersonFact { id: found.known_as, ..found });
    }
    let problem = |key: &str| Halt::field("person", Say::new(key).with("text", text));
    let mut found = candidates(desk, text).await?;
    if found.iter().any(|row| row.open) {
        found.retain(|row| row.open);
    }
    found.sort_by_key(|row| row.person_id);
    found.dedup_by_key(|row| row.person_id);
    match found.as_slice() {
        [] => Err(problem(if text.is_empty() { "problem-empty" } else { "problem-unknown" })),
        [row] => person(db, PersonId(row.person_id)).await?.ok_or(Halt::Missing),
        _ => Err(problem("problem-person-several")),
    }
}

async fn candidates(desk: &Desk, text: &str) -> Result<Vec<Row>, Halt> {
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    let hosts = desk.actor.grants.iter().filter(|grant| grant.valid_at(desk.now)).map(|grant| grant.host);
    // Her own office first: numbers are unique within an office only.
    for offices in [vec![own.0], hosts.map(|host| host.0).collect::<Vec<Uuid>>()] {
        if offices.is_empty() {
            continue;
        }
        let found = at_offices(desk, text, &offices).await?;
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

async fn at_offices(desk: &Desk, text: &str, offices: &[Uuid]) -> Result<Vec<Row>, Halt> {
    let next = offices.len() + 1;
    let (condition, mut meant) = match register::normalise(text) {
        Some(number) => (format!("e.register = ${next}"), vec![Value::from(number)]),
        None => by_name_or_other_number(text, next),
    };
    let sql = format!(
        "SELECT e.person_id, e.ended_on IS NULL AS open FROM episode e JOIN person p ON p.id = e.person_id \
         WHERE e.office_id IN ({}) AND ({condition})",
        places(offices.len())
    );
    let mut values: Vec<Value> = offices.iter().map(|office| Value::from(*office)).collect();
    values.append(&mut meant);
    Ok(rows(desk.house.db.read(), &sql, values).await?)
}

/// A name is also meant without the father's, `Saidi` for `Saidi bin Jahri`, and so is another by which she is called,
/// on either of two records that were merged.
fn by_name_or_other_number(text: &str, next: usize) -> (String, Vec<Value>) {
    let number = register::canonical(text);
    let Ok(name) = PersonName::parse(text) else {
        return (format!("e.register = ${next}"), vec![number.into()]);
    };
    // A key holds letters, digits and spaces only, so nothing in it is a pattern.
    let key = name.compare_key();
    let condition = format!(
        "e.register = ${next} OR p.name_key = ${0} OR p.name_key LIKE ${1} OR p.name_key LIKE ${2} \
         OR EXISTS (SELECT 1 FROM person s WHERE s.merged_into = p.id AND s.name_key = ${0}) \
         OR EXISTS (SELECT 1 FROM person_alias a JOIN person s ON s.id = a.person_id \
                    WHERE a.name_key = ${0} AND (s.id = p.id OR s.merged_into = p.id))",
        next + 1,
        next + 2,
        next + 3
    );
    let values = [number, key.clone(), format!("{key} bin %"), format!("{key} binti %")];
    (condition, values.into_iter().map(Value::from).collect())
}

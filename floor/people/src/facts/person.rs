// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person as any room may know her.

use std::collections::HashMap;

use desk::{Choice, Desk, Form, Future, Halt, Secrets, Teller};
use kernel::day::Day;
use kernel::id::PersonId;
use kernel::nik::Nik;
use kernel::person::{Education, PersonKind, Sex};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use uuid::Uuid;

use super::held_at;
use crate::store::nik_hash;

/// A person, without anything that needs a right of its own.
///
/// # Shape
/// `id` is the record asked for, `known_as` the one under which she is known now. They differ only for a record that was
/// found to be her second: rows written under it keep it, and everything else here tells of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFact {
    pub id: PersonId,
    pub known_as: PersonId,
    pub name: String,
    pub aliases: Vec<String>,
    pub born_on: Option<Day>,
    pub birth_place: Option<String>,
    pub sex: Sex,
    pub kind: PersonKind,
    /// A district by Kemendagri code, such as `35.09`.
    pub home_district: Option<String>,
    pub education: Option<Education>,
    pub phone: Option<String>,
    pub nik_masked: Option<String>,
    /// A code whose label is the word `nik-missing-CODE`.
    pub nik_missing: Option<String>,
    pub died_on: Option<Day>,
}

impl PersonFact {
    /// The name as it is said: of one who has died with *almarhum* or *almarhumah* before it.
    pub fn honoured_name(&self, t: Teller<'_>) -> String {
        honoured(t, &self.name, self.died_on.map(|_| self.sex))
    }
}

/// A name as it is said; `late` is the sex of one who has died.
pub(crate) fn honoured(t: Teller<'_>, name: &str, late: Option<Sex>) -> String {
    match late {
        None => name.to_owned(),
        Some(Sex::Male) => t.with("people-late-male", "name", name),
        Some(Sex::Female) => t.with("people-late-female", "name", name),
    }
}

/// The columns of a person row `p`; the record's own id comes before them.
pub(crate) const COLUMNS: &str = "p.id AS known_as, p.name, p.born_on, p.birth_place, p.sex, p.kind, p.home_district, p.education, \
                                  p.phone, p.nik_masked, p.nik_missing, p.died_on";

/// How many ids one question holds; SQLite and PostgreSQL both take more.
const AT_ONCE: usize = 500;

#[derive(FromQueryResult)]
pub(crate) struct PersonRow {
    id: Uuid,
    known_as: Uuid,
    name: String,
    born_on: Option<Day>,
    birth_place: Option<String>,
    sex: String,
    kind: String,
    home_district: Option<String>,
    education: Option<String>,
    phone: Option<String>,
    nik_masked: Option<String>,
    nik_missing: Option<String>,
    died_on: Option<Day>,
}

impl From<PersonRow> for PersonFact {
    fn from(row: PersonRow) -> Self {
        Self {
            id: PersonId(row.id),
            known_as: PersonId(row.known_as),
            name: row.name,
            aliases: Vec::new(),
            born_on: row.born_on,
            birth_place: row.birth_place,
            sex: Sex::from_code(&row.sex).expect("the table admits known sexes only"),
            kind: PersonKind::from_code(&row.kind).expect("the table admits known kinds only"),
            home_district: row.home_district,
            education: row.education.as_deref().and_then(Education::from_code),
            phone: row.phone,
            nik_masked: row.nik_masked,
            nik_missing: row.nik_missing,
            died_on: row.died_on,
        }
    }
}

/// One person.
pub async fn person<C: ConnectionTrait>(on: &C, id: PersonId) -> Result<Option<PersonFact>, DbErr> {
    Ok(persons(on, &[id]).await?.pop())
}

/// Several people, by name; ids of nobody are left out.
pub async fn persons<C: ConnectionTrait>(on: &C, ids: &[PersonId]) -> Result<Vec<PersonFact>, DbErr> {
    let mut people: Vec<PersonFact> = Vec::with_capacity(ids.len());
    for part in ids.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT r.id, {COLUMNS} FROM person r JOIN person p ON p.id = COALESCE(r.merged_into, r.id) WHERE r.id IN ({})",
            places(part.len())
        );
        let found: Vec<PersonRow> = rows(on, &sql, part.iter().map(|id| Value::from(id.0))).await?;
        people.extend(found.into_iter().map(PersonFact::from));
    }
    people.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    with_aliases(on, &mut people).await?;
    Ok(people)
}

/// Reads the other names of these people; the name of a second record is one of them.
pub(crate) async fn with_aliases<C: ConnectionTrait>(on: &C, people: &mut [PersonFact]) -> Result<(), DbErr> {
    #[derive(FromQueryResult)]
    struct AliasRow {
        person_id: Uuid,
        name: String,
        name_key: String,
    }
    let mut aliases: HashMap<Uuid, Vec<AliasRow>> = HashMap::new();
    for part in people.chunks(AT_ONCE) {
        let these = places(part.len());
        let sql = format!(
            "SELECT COALESCE(p.merged_into, p.id) AS person_id, a.name AS name, a.name_key AS name_key FROM person_alias a \
             JOIN person p ON p.id = a.person_id JOIN person k ON k.id = COALESCE(p.merged_into, p.id) \
             WHERE (p.id IN ({these}) OR p.merged_into IN ({these})) \
             AND (p.merged_into IS NULL OR a.name_key <> k.name_key) \
             UNION SELECT s.merged_into AS person_id, s.name AS name, s.name_key AS name_key FROM person s \
             JOIN person p ON p.id = s.merged_into WHERE s.merged_into IN ({these}) AND s.name_key <> p.name_key \
             ORDER BY name"
        );
        let known = part.iter().map(|person| Value::from(person.known_as.0));
        for row in rows::<AliasRow, C>(on, &sql, known).await? {
            let names = aliases.entry(row.person_id).or_default();
            if !names.iter().any(|known| known.name_key == row.name_key) {
                names.push(row);
            }
        }
    }
    for person in people {
        let names = aliases.get(&person.known_as.0);
        person.aliases = names.into_iter().flatten().map(|row| row.name.clone()).collect();
    }
    Ok(())
}

/// The person with this NIK, found by its keyed hash. Whoever asks has the number already; whether she may see whose it
/// is, the caller asks.
pub async fn person_with_nik<C: ConnectionTrait>(
    on: &C,
    secrets: &Secrets,
    nik: &Nik,
) -> Result<Option<PersonFact>, DbErr> {
    let sql = format!("SELECT p.id, {COLUMNS} FROM person p WHERE p.nik_hash = $1");
    let found: Option<PersonRow> = one(on, &sql, [nik_hash(secrets, nik).into()]).await?;
    let mut people: Vec<PersonFact> = found.map(PersonFact::from).into_iter().collect();
    with_aliases(on, &mut people).await?;
    Ok(people.pop())
}

/// Whether the person's NIK is on record; not which.
pub async fn has_nik<C: ConnectionTrait>(on: &C, id: PersonId) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        here: bool,
    }
    let sql = format!("SELECT nik_hash IS NOT NULL AS here FROM person WHERE id = {}", known_as(1));
    let found: Option<Row> = one(on, &sql, [id.0.into()]).await?;
    Ok(found.is_some_and(|row| row.here))
}

/// The people at the actor's own office as choices, register number and name as the label.
pub fn pick_people<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let Some(office) = desk.actor.office_id() else { return Ok(Vec::new()) };
        let held = held_at(desk.house.db.read(), office).await?;
        let label = |name: &str, register: Option<&str>| match register {
            Some(register) => format!("{name} ({register})"),
            None => name.to_owned(),
        };
        let choice = |(person, episode): (PersonFact, super::EpisodeFact)| Choice {
            value: person.id.to_string(),
            label: label(&person.name, episode.register.as_deref()),
        };
        Ok(held.into_iter().map(choice).collect())
    })
}

/// SQL for the record under which the person bound at this place is known now.
pub fn known_as(place: usize) -> String {
    format!("(SELECT COALESCE(pk.merged_into, pk.id) FROM person pk WHERE pk.id = ${place})")
}

/// SQL for every record of the person bound at this place: `WHERE t.person_id IN {}`.
///
/// # Shape
/// A row stays under the record it was written for, so a later room that asks about a person asks about all of them.
pub fn records_of(place: usize) -> String {
    let known = known_as(place);
    format!("(SELECT pr.id FROM person pr WHERE pr.id = {known} OR pr.merged_into = {known})")
}

/// Every record of a person, the one she is known as first.
pub async fn records<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
    }
    let sql = format!(
        "SELECT p.id FROM person p WHERE p.id IN {} ORDER BY CASE WHEN p.merged_into IS NULL THEN 0 ELSE 1 END, p.id",
        records_of(1)
    );
    let found: Vec<Row> = rows(on, &sql, [person.0.into()]).await?;
    Ok(found.into_iter().map(|row| PersonId(row.id)).collect())
}

/// `$1, $2, $3`.
pub(crate) fn places(count: usize) -> String {
    (1..=count).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

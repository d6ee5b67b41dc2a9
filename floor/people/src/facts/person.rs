// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person as any room may know her.

use std::collections::HashMap;

use desk::{Choice, Desk, Form, Future, Halt, Secrets};
use kernel::day::Day;
use kernel::id::PersonId;
use kernel::nik::Nik;
use kernel::person::{Education, PersonKind, Sex};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use uuid::Uuid;

use super::held_at;
use crate::store::nik_hash;

/// A person, without anything that needs a right of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFact {
    pub id: PersonId,
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

/// The columns of a person row, as `p`.
pub(crate) const COLUMNS: &str = "p.id, p.name, p.born_on, p.birth_place, p.sex, p.kind, p.home_district, p.education, \
                                  p.phone, p.nik_masked, p.nik_missing, p.died_on";

/// How many ids one question holds; SQLite and PostgreSQL both take more.
const AT_ONCE: usize = 500;

#[derive(FromQueryResult)]
pub(crate) struct PersonRow {
    id: Uuid,
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
        let sql = format!("SELECT {COLUMNS} FROM person p WHERE p.id IN ({})", places(part.len()));
        let found: Vec<PersonRow> = rows(on, &sql, part.iter().map(|id| Value::from(id.0))).await?;
        people.extend(found.into_iter().map(PersonFact::from));
    }
    people.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    with_aliases(on, &mut people).await?;
    Ok(people)
}

/// Reads the other names of these people.
pub(crate) async fn with_aliases<C: ConnectionTrait>(on: &C, people: &mut [PersonFact]) -> Result<(), DbErr> {
    #[derive(FromQueryResult)]
    struct AliasRow {
        person_id: Uuid,
        name: String,
    }
    let mut aliases: HashMap<Uuid, Vec<String>> = HashMap::new();
    for part in people.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT person_id, name FROM person_alias WHERE person_id IN ({}) ORDER BY name",
            places(part.len())
        );
        let found: Vec<AliasRow> = rows(on, &sql, part.iter().map(|person| Value::from(person.id.0))).await?;
        for row in found {
            aliases.entry(row.person_id).or_default().push(row.name);
        }
    }
    for person in people {
        person.aliases = aliases.remove(&person.id.0).unwrap_or_default();
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
    let sql = format!("SELECT {COLUMNS} FROM person p WHERE p.nik_hash = $1");
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
    let sql = "SELECT nik_hash IS NOT NULL AS here FROM person WHERE id = $1";
    let found: Option<Row> = one(on, sql, [id.0.into()]).await?;
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

/// `$1, $2, $3`.
pub(crate) fn places(count: usize) -> String {
    (1..=count).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

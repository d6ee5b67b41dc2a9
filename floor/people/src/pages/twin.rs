// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The people of an office, for programs: a row a stay, as on the page.

use ::store::{FromQueryResult, rows};
use desk::{AFTER, Desk, Field, Form, Halt, Kind, LIMIT, Page, PageFacts, SEARCH, Slice, told};
use kernel::id::PersonId;
use uuid::Uuid;

use super::list::{self, LIST};

told! {
    PersonItem {
        person: PersonId,
        name: String,
        /// Detainee, convict, client.
        kind: String,
        register: Option<String>,
        home_district: Option<String>,
        is_open: bool,
    }

    PersonList { items: Vec<PersonItem>, next: Option<String> }
}

#[derive(FromQueryResult)]
struct Row {
    stay: Uuid,
    person: Uuid,
    name: String,
    kind: String,
    register: Option<String>,
    home_district: Option<String>,
    is_open: bool,
}

impl PageFacts for PersonList {
    const PAGE: Page = LIST;
    const QUERY: &'static [Field] = &[
        SEARCH,
        Field::optional("kind", Kind::Text),
        Field::optional("state", Kind::Codes { prefix: "people-state", codes: list::STATES }),
        AFTER,
        LIMIT,
    ];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        let (condition, mut values) = list::condition(desk, form)?;
        let rest = slice.rest::<Uuid>("e.id", &mut values)?;
        let sql = format!(
            "SELECT e.id AS stay, p.id AS person, p.name, e.kind, e.register, p.home_district, \
             e.ended_on IS NULL AS is_open FROM episode e JOIN person p ON p.id = e.person_id WHERE {condition} {rest}"
        );
        let found: Vec<Row> = rows(desk.house.db.read(), &sql, values).await?;
        let (found, next) = slice.of_query(found, |row| row.stay.to_string());
        Ok(Self { items: found.into_iter().map(PersonItem::from).collect(), next })
    }
}

impl From<Row> for PersonItem {
    fn from(row: Row) -> Self {
        Self {
            person: PersonId(row.person),
            name: row.name,
            kind: row.kind,
            register: row.register,
            home_district: row.home_district,
            is_open: row.is_open,
        }
    }
}

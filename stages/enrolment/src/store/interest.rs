// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What people said they want.

use std::collections::HashMap;

use kernel::day::Day;
use kernel::id::{OrganisationId, PersonId};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, rows, run};
use uuid::Uuid;

use crate::rules::{Interest, Literacy};

#[derive(FromQueryResult)]
struct Row {
    person_id: Uuid,
    first_choice: String,
    second_choice: String,
    experience: String,
    experience_months: i64,
    literacy: String,
    since: Day,
    told_on: Day,
}

impl From<Row> for Interest {
    fn from(row: Row) -> Self {
        Self {
            first_choice: row.first_choice,
            second_choice: row.second_choice,
            experience: row.experience,
            experience_months: row.experience_months,
            literacy: Literacy::from_code(&row.literacy).expect("the table admits known codes only"),
            since: row.since,
            told_on: row.told_on,
        }
    }
}

/// Also the second record of a person may have said something: the latest counts, with the earliest day of the same wish.
const SELECT: &str = "SELECT COALESCE(p.merged_into, p.id) AS person_id, i.first_choice, i.second_choice, i.experience, i.experience_months, i.literacy, \
                      i.since, i.told_on FROM interest i JOIN person p ON p.id = i.person_id";

/// What a person last said, out of what her records hold in the order of time.
fn later(earlier: Option<Interest>, told: Interest) -> Interest {
    let since = earlier.filter(|before| before.first_choice == told.first_choice).map(|before| before.since);
    Interest { since: since.map_or(told.since, |since| since.min(told.since)), ..told }
}

/// What one person last said.
pub async fn interest_of<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Option<Interest>, DbErr> {
    let sql =
        format!("{SELECT} WHERE i.person_id IN {} ORDER BY i.told_on, i.since", people::facts::records_of(1));
    let found: Vec<Row> = rows(on, &sql, [person.0.into()]).await?;
    Ok(found.into_iter().map(Interest::from).fold(None, |earlier, told| Some(later(earlier, told))))
}

/// What the people whose stay at an office goes on last said, wherever they said it.
pub async fn interests_at<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
) -> Result<HashMap<PersonId, Interest>, DbErr> {
    let sql = format!(
        "{SELECT} WHERE EXISTS (SELECT 1 FROM episode e WHERE e.person_id = COALESCE(p.merged_into, p.id) \
         AND e.office_id = $1 AND e.ended_on IS NULL) ORDER BY i.told_on, i.since"
    );
    let found: Vec<Row> = rows(on, &sql, [office.0.into()]).await?;
    let mut interests: HashMap<PersonId, Interest> = HashMap::new();
    for row in found {
        let person = PersonId(row.person_id);
        let told = later(interests.remove(&person), row.into());
        interests.insert(person, told);
    }
    Ok(interests)
}

/// Keeps what a person says now. Who says the same first choice again keeps the place in the waiting list.
pub async fn keep_interest<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
    office: OrganisationId,
    interest: &Interest,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO interest (person_id, office_id, first_choice, second_choice, experience, experience_months, \
               literacy, since, told_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
               ON CONFLICT (person_id) DO UPDATE SET office_id = excluded.office_id, \
               since = CASE WHEN interest.first_choice = excluded.first_choice AND interest.since < excluded.since \
               THEN interest.since ELSE excluded.since END, \
               first_choice = excluded.first_choice, second_choice = excluded.second_choice, \
               experience = excluded.experience, experience_months = excluded.experience_months, \
               literacy = excluded.literacy, told_on = excluded.told_on";
    let values: [Value; 9] = [
        person.0.into(),
        office.0.into(),
        interest.first_choice.clone().into(),
        interest.second_choice.clone().into(),
        interest.experience.clone().into(),
        interest.experience_months.into(),
        interest.literacy.code().into(),
        interest.since.into(),
        interest.told_on.into(),
    ];
    run(on, sql, values).await.map(|_| ())
}

/// How many people at an office want each field first, the most wanted first.
pub async fn count_by_field<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
) -> Result<Vec<(String, i64)>, DbErr> {
    #[derive(FromQueryResult)]
    struct CountRow {
        field: String,
        people: i64,
    }
    let sql = "SELECT i.first_choice AS field, CAST(COUNT(*) AS BIGINT) AS people FROM interest i \
               JOIN person p ON p.id = i.person_id \
               WHERE EXISTS (SELECT 1 FROM episode e WHERE e.person_id = COALESCE(p.merged_into, p.id) AND e.office_id = $1 AND e.ended_on IS NULL) \
               GROUP BY i.first_choice ORDER BY people DESC, field";
    let found: Vec<CountRow> = rows(on, sql, [office.0.into()]).await?;
    Ok(found.into_iter().map(|row| (row.field, row.people)).collect())
}

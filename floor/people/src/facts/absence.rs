// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who is away for a while. That somebody is away may be known to all who teach them; why, only to those who may know where.

use kernel::day::Day;
use kernel::id::{OrganisationId, PersonId};
use kernel::sensitive::{Class, Sensitive};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, rows};
use uuid::Uuid;

use super::person::{places, records_of};

/// One absence.
#[derive(Debug, Clone)]
pub struct AbsenceFact {
    pub id: Uuid,
    pub person: PersonId,
    pub office: OrganisationId,
    pub from_on: Day,
    /// The last day expected.
    pub until_on: Option<Day>,
    /// The day of being back.
    pub returned_on: Option<Day>,
    /// A code whose label is the word `people-absence-CODE`. It tells where the person is, as the block does.
    pub reason: Sensitive<String>,
}

impl AbsenceFact {
    /// Away on this day: from the first day up to, but not on, the day of being back; without one, up to the last day
    /// expected, or on and on where nobody knew one.
    pub fn covers(&self, day: Day) -> bool {
        let not_yet_back = match (self.returned_on, self.until_on) {
            (Some(returned), _) => day < returned,
            (None, Some(until)) => day <= until,
            (None, None) => true,
        };
        self.from_on <= day && not_yet_back
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    office_id: Uuid,
    reason: String,
    from_on: Day,
    until_on: Option<Day>,
    returned_on: Option<Day>,
}

impl From<Row> for AbsenceFact {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            person: PersonId(row.person_id),
            office: OrganisationId(row.office_id),
            from_on: row.from_on,
            until_on: row.until_on,
            returned_on: row.returned_on,
            reason: Sensitive::seal(Class::Block, row.reason),
        }
    }
}

const SELECT: &str =
    "SELECT a.id, a.person_id, a.office_id, a.reason, a.from_on, a.until_on, a.returned_on FROM absence a";

/// Every absence of a person, the latest first.
pub async fn absences<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<AbsenceFact>, DbErr> {
    let sql = format!("{SELECT} WHERE a.person_id IN {} ORDER BY a.from_on DESC, a.id DESC", records_of(1));
    Ok(rows::<Row, C>(on, &sql, [person.0.into()]).await?.into_iter().map(Into::into).collect())
}

/// The absence from which a person has not come back.
pub async fn open_absence<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
) -> Result<Option<AbsenceFact>, DbErr> {
    Ok(absences(on, person).await?.into_iter().find(|absence| absence.returned_on.is_none()))
}

/// Which of these records are of people away on the day.
pub async fn away_on<C: ConnectionTrait>(
    on: &C,
    people: &[PersonId],
    day: Day,
) -> Result<Vec<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct AwayRow {
        record_id: Uuid,
    }
    let mut away = Vec::new();
    for part in people.chunks(500) {
        let sql = format!(
            "SELECT DISTINCT r.id AS record_id FROM person r \
             JOIN person s ON s.id = COALESCE(r.merged_into, r.id) OR s.merged_into = COALESCE(r.merged_into, r.id) \
             JOIN absence a ON a.person_id = s.id WHERE r.id IN ({}) AND a.from_on <= ${day} \
             AND (a.returned_on > ${day} OR a.returned_on IS NULL AND (a.until_on IS NULL OR a.until_on >= ${day}))",
            places(part.len()),
            day = part.len() + 1
        );
        let mut values: Vec<Value> = part.iter().map(|person| Value::from(person.0)).collect();
        values.push(day.into());
        let found: Vec<AwayRow> = rows(on, &sql, values).await?;
        away.extend(found.into_iter().map(|row| PersonId(row.record_id)));
    }
    Ok(away)
}

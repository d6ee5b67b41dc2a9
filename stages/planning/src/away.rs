// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Instructors who do not come and rooms that cannot be used, day by day.

use kernel::day::Day;
use kernel::id::{AccountId, FacilityId, InstructorId, OrganisationId};
use store::{ConnectionTrait, DbErr, FromQueryResult, insert, rows};
use uuid::Uuid;

/// Who or what is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Instructor(InstructorId),
    Room(FacilityId),
}

/// A stretch of days, both included, on which somebody or something is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    pub who: Who,
    pub from: Day,
    pub until: Day,
}

impl Away {
    /// The days of it that lie between two days.
    pub fn days(&self, (first, last): (Day, Day)) -> impl Iterator<Item = Day> {
        let until = self.until.min(last);
        self.from.max(first).iter_days().take_while(move |day| *day <= until)
    }

    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && day <= self.until
    }
}

#[derive(FromQueryResult)]
struct Row {
    instructor_id: Option<Uuid>,
    facility_id: Option<Uuid>,
    starts_on: Day,
    ends_on: Day,
}

/// What a host knows of absences that end on a day or later, the earliest first.
pub async fn aways<C: ConnectionTrait>(on: &C, host: OrganisationId, since: Day) -> Result<Vec<Away>, DbErr> {
    let sql = "SELECT instructor_id, facility_id, starts_on, ends_on FROM away WHERE host_id = $1 AND ends_on >= $2 \
               ORDER BY starts_on, id";
    let found: Vec<Row> = rows(on, sql, [host.0.into(), since.into()]).await?;
    let away = |row: Row| {
        let instructor = row.instructor_id.map(|id| Who::Instructor(InstructorId(id)));
        let who = instructor.or(row.facility_id.map(|id| Who::Room(FacilityId(id))))?;
        Some(Away { who, from: row.starts_on, until: row.ends_on })
    };
    Ok(found.into_iter().filter_map(away).collect())
}

/// Writes an absence.
pub async fn keep_away<C: ConnectionTrait>(
    on: &C,
    (id, host): (Uuid, OrganisationId),
    away: &Away,
    by: Option<AccountId>,
) -> Result<(), DbErr> {
    let (instructor, facility) = match away.who {
        Who::Instructor(id) => (Some(id.0), None),
        Who::Room(id) => (None, Some(id.0)),
    };
    insert("away")
        .set("id", id)
        .set("host_id", host.0)
        .set("instructor_id", instructor)
        .set("facility_id", facility)
        .set("starts_on", away.from)
        .set("ends_on", away.until)
        .set("account_id", by.map(|account| account.0))
        .run(on)
        .await
}

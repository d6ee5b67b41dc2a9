// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sessions that were held or cancelled, and the marks on their rolls.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use kernel::day::Day;
use kernel::id::{AccountId, BatchId, InstructorId, ModuleId, PersonId, SessionId};
use kernel::zone::Minute;
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use uuid::Uuid;

use crate::rules::{Letter, Mark, Reason};
use crate::state::SessionState;

/// One session that was held or cancelled.
///
/// # Units
/// `starts` and `ends` are times of the host's day; `jp` are lesson hours of the programme's own length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionFact {
    pub id: SessionId,
    pub batch: BatchId,
    pub slot: Uuid,
    pub module: ModuleId,
    pub day: Day,
    pub starts: Minute,
    pub ends: Minute,
    /// Who really taught.
    pub instructor: InstructorId,
    pub jp: i64,
    /// `Held` or `Cancelled`; a session still to come is a slot of the timetable and has no row here.
    pub state: SessionState,
    /// Why it was cancelled; else empty.
    pub reason: String,
}

#[derive(FromQueryResult)]
struct SessionRow {
    id: Uuid,
    batch_id: Uuid,
    slot_id: Uuid,
    module_id: Uuid,
    day: Day,
    starts: i64,
    ends: i64,
    instructor_id: Uuid,
    jp: i64,
    state: String,
    reason: String,
}

impl TryFrom<SessionRow> for SessionFact {
    type Error = DbErr;

    fn try_from(row: SessionRow) -> Result<Self, DbErr> {
        let minute = |minutes: i64| {
            u16::try_from(minutes)
                .map(Minute)
                .map_err(|_| DbErr::Type(format!("{minutes} is no minute of a day")))
        };
        Ok(Self {
            id: SessionId(row.id),
            batch: BatchId(row.batch_id),
            slot: row.slot_id,
            module: ModuleId(row.module_id),
            day: row.day,
            starts: minute(row.starts)?,
            ends: minute(row.ends)?,
            instructor: InstructorId(row.instructor_id),
            jp: row.jp,
            state: SessionState::from_code(&row.state)
                .ok_or_else(|| DbErr::Type(format!("session state `{}`", row.state)))?,
            reason: row.reason,
        })
    }
}

const SESSION_COLUMNS: &str = "s.id, s.batch_id, s.slot_id, s.module_id, s.day, s.starts, s.ends, s.instructor_id, s.jp, s.state, s.reason";

async fn sessions_where<C: ConnectionTrait>(
    on: &C,
    test: &str,
    values: Vec<Value>,
) -> Result<Vec<SessionFact>, DbErr> {
    let found: Vec<SessionRow> = rows(
        on,
        &format!("SELECT {SESSION_COLUMNS} FROM session s WHERE {test} ORDER BY s.day, s.starts"),
        values,
    )
    .await?;
    found.into_iter().map(TryInto::try_into).collect()
}

/// The sessions of a batch that were held or cancelled, in the order of time.
pub async fn sessions<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<SessionFact>, DbErr> {
    sessions_where(on, "batch_id = $1", vec![batch.0.into()]).await
}

/// The session of a batch that begins at this minute of this day.
pub async fn session_at<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    day: Day,
    starts: Minute,
) -> Result<Option<SessionFact>, DbErr> {
    let values = vec![batch.0.into(), day.into(), i64::from(starts.0).into()];
    Ok(sessions_where(on, "batch_id = $1 AND day = $2 AND starts = $3", values).await?.pop())
}

pub(crate) async fn session_of_slot<C: ConnectionTrait>(
    on: &C,
    slot: Uuid,
) -> Result<Option<SessionFact>, DbErr> {
    Ok(sessions_where(on, "slot_id = $1", vec![slot.into()]).await?.pop())
}

#[derive(FromQueryResult)]
struct CountRow {
    count: i64,
}

/// How many sessions of a batch were held.
pub async fn held_count<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<i64, DbErr> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM session WHERE batch_id = $1 AND state = 'held'";
    let found: Option<CountRow> = one(on, sql, [batch.0.into()]).await?;
    Ok(found.map_or(0, |row| row.count))
}

/// The lesson hours held of each module of a batch; modules without a held session are not among them.
pub(crate) async fn held_jp<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<BTreeMap<ModuleId, i64>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        module_id: Uuid,
        jp: i64,
    }
    let sql = "SELECT module_id, CAST(SUM(jp) AS BIGINT) AS jp FROM session \
               WHERE batch_id = $1 AND state = 'held' GROUP BY module_id";
    let found: Vec<Row> = rows(on, sql, [batch.0.into()]).await?;
    Ok(found.into_iter().map(|row| (ModuleId(row.module_id), row.jp)).collect())
}

/// How many marks are in force in the held sessions of a batch.
pub async fn marks_count<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<i64, DbErr> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM mark_in_force m JOIN session s ON s.id = m.session_id \
               WHERE s.batch_id = $1";
    let found: Option<CountRow> = one(on, sql, [batch.0.into()]).await?;
    Ok(found.map_or(0, |row| row.count))
}

#[derive(FromQueryResult)]
struct IdRow {
    id: Uuid,
}

/// Who really taught the batch: the instructors of its held sessions and catch-ups.
pub async fn trainers_of<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<InstructorId>, DbErr> {
    let sql = "SELECT instructor_id AS id FROM session WHERE batch_id = $1 AND state = 'held' \
               UNION SELECT instructor_id AS id FROM catch_up WHERE batch_id = $1";
    let found: Vec<IdRow> = rows(on, sql, [batch.0.into()]).await?;
    Ok(found.into_iter().map(|row| InstructorId(row.id)).collect())
}

/// The accounts that recorded sessions or catch-ups of the batch as held.
pub async fn recorders_of<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<AccountId>, DbErr> {
    let sql = "SELECT account_id AS id FROM session WHERE batch_id = $1 AND state = 'held' AND account_id IS NOT NULL \
               UNION SELECT account_id AS id FROM catch_up WHERE batch_id = $1 AND account_id IS NOT NULL";
    let found: Vec<IdRow> = rows(on, sql, [batch.0.into()]).await?;
    Ok(found.into_iter().map(|row| AccountId(row.id)).collect())
}

/// A mark on a roll, with who wrote it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkFact {
    pub session: SessionId,
    pub person: PersonId,
    /// 1 for the first; each correction is one more.
    pub version: i64,
    pub mark: Mark,
    /// Why it was corrected; empty for the first version.
    pub why_changed: String,
    pub by: String,
    pub at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct MarkRow {
    session_id: Uuid,
    person_id: Uuid,
    version: i64,
    letter: String,
    reason: Option<String>,
    why_changed: String,
    account_name: String,
    at: DateTime<Utc>,
}

impl TryFrom<MarkRow> for MarkFact {
    type Error = DbErr;

    fn try_from(row: MarkRow) -> Result<Self, DbErr> {
        Ok(Self {
            session: SessionId(row.session_id),
            person: PersonId(row.person_id),
            version: row.version,
            mark: mark_from(&row.letter, row.reason.as_deref())?,
            why_changed: row.why_changed,
            by: row.account_name,
            at: row.at,
        })
    }
}

fn mark_from(letter: &str, reason: Option<&str>) -> Result<Mark, DbErr> {
    let mark =
        Letter::from_code(letter).and_then(|letter| Mark::with(letter, reason.and_then(Reason::from_code)));
    mark.ok_or_else(|| DbErr::Type(format!("mark `{letter}` with reason `{reason:?}`")))
}

const MARK: &str =
    "SELECT m.session_id, m.person_id, m.version, m.letter, m.reason, m.why_changed, m.account_name, m.at";

/// The marks in force of one session.
pub async fn marks_of_session<C: ConnectionTrait>(
    on: &C,
    session: SessionId,
) -> Result<Vec<MarkFact>, DbErr> {
    let sql = format!("{MARK} FROM mark_in_force m WHERE m.session_id = $1");
    let found: Vec<MarkRow> = rows(on, &sql, [session.0.into()]).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

#[derive(FromQueryResult)]
struct CorrectableRow {
    #[sea_orm(nested)]
    session: SessionRow,
    mark_version: Option<i64>,
    mark_letter: Option<String>,
    mark_reason: Option<String>,
}

/// The session of a slot, and the mark in force of one person in it with its version.
pub(crate) async fn session_with_mark<C: ConnectionTrait>(
    on: &C,
    slot: Uuid,
    person: PersonId,
) -> Result<Option<(SessionFact, Option<(i64, Mark)>)>, DbErr> {
    let sql = format!(
        "SELECT {SESSION_COLUMNS}, m.version AS mark_version, m.letter AS mark_letter, m.reason AS mark_reason \
         FROM session s LEFT JOIN mark_in_force m ON m.session_id = s.id AND m.person_id = $2 WHERE s.slot_id = $1"
    );
    let found: Option<CorrectableRow> = one(on, &sql, [slot.into(), person.0.into()]).await?;
    let Some(CorrectableRow { session, mark_version, mark_letter, mark_reason }) = found else {
        return Ok(None);
    };
    let mark = mark_version
        .zip(mark_letter)
        .map(|(version, letter)| mark_from(&letter, mark_reason.as_deref()).map(|mark| (version, mark)));
    Ok(Some((session.try_into()?, mark.transpose()?)))
}

/// Every version of every mark of one session, the oldest first.
pub async fn mark_versions<C: ConnectionTrait>(on: &C, session: SessionId) -> Result<Vec<MarkFact>, DbErr> {
    let sql = format!("{MARK} FROM mark m WHERE m.session_id = $1 ORDER BY m.at, m.version, m.person_id");
    let found: Vec<MarkRow> = rows(on, &sql, [session.0.into()]).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

/// The marks in force of all sessions of a batch.
pub(crate) async fn marks_of_batch<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<Vec<MarkFact>, DbErr> {
    let sql =
        format!("{MARK} FROM mark_in_force m JOIN session s ON s.id = m.session_id WHERE s.batch_id = $1");
    let found: Vec<MarkRow> = rows(on, &sql, [batch.0.into()]).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

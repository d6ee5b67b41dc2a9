// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Writing sessions, marks, catch-ups, skill notes and completion. What is written here was decided in `state` or `rules`.

use desk::{Desk, Halt, Refusal};
use kernel::day::Day;
use kernel::id::{BatchId, InstructorId, ModuleId, PersonId, SessionId};
use planning::facts::SlotFact;
use store::{DatabaseTransaction, DbErr, FromQueryResult, insert, one, run, violation};

use crate::facts::{CompletionFact, SessionFact};
use crate::rules::{Level, Mark};
use crate::state::SessionState;

/// Holds the batch's training until commit; answers the day it was closed.
pub(crate) async fn hold(tx: &DatabaseTransaction, batch: BatchId) -> Result<Option<Day>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        closed_on: Option<Day>,
    }
    let sql = "INSERT INTO training_run (batch_id) VALUES ($1) ON CONFLICT (batch_id) DO UPDATE SET batch_id = excluded.batch_id \
               RETURNING closed_on";
    let row: Option<Row> = one(tx, sql, [batch.0.into()]).await?;
    Ok(row.and_then(|row| row.closed_on))
}

/// Somebody else wrote the same at the same moment.
fn at_once(error: DbErr) -> Halt {
    match violation(&error) {
        Some(found)
            if found.is("session_slot", "session.slot_id")
                || found.is("mark_version_once", "mark.session_id")
                || found.is("skill_note_version_once", "skill_note.batch_id") =>
        {
            Refusal::new("TRAN-13").into()
        }
        _ => error.into(),
    }
}

/// What a slot of the timetable becomes.
pub(crate) struct Outcome<'a> {
    pub slot: &'a SlotFact,
    /// Who really taught, or would have.
    pub instructor: InstructorId,
    pub state: SessionState,
    pub reason: &'a str,
}

/// Writes the session of a slot for the first time.
pub(crate) async fn begin_session(
    tx: &DatabaseTransaction,
    desk: &Desk,
    outcome: &Outcome<'_>,
) -> Result<SessionId, Halt> {
    let id: SessionId = desk.fresh_id();
    let slot = outcome.slot;
    insert("session")
        .set("id", id.0)
        .set("batch_id", slot.batch.0)
        .set("slot_id", slot.id)
        .set("module_id", slot.module.0)
        .set("day", slot.day)
        .set("starts", i64::from(slot.starts.0))
        .set("ends", i64::from(slot.ends.0))
        .set("instructor_id", outcome.instructor.0)
        .set("jp", slot.jp)
        .set("state", outcome.state.code())
        .set("reason", outcome.reason)
        .set("account_id", desk.actor.account.map(|account| account.0))
        .run(tx)
        .await
        .map_err(at_once)?;
    Ok(id)
}

/// A session thought cancelled took place after all.
pub(crate) async fn hold_after_all(
    tx: &DatabaseTransaction,
    desk: &Desk,
    session: &SessionFact,
    instructor: InstructorId,
) -> Result<(), Halt> {
    let sql = "UPDATE session SET state = 'held', reason = '', instructor_id = $2, account_id = $3 \
               WHERE id = $1 AND state = 'cancelled'";
    let account = desk.actor.account.map(|account| account.0);
    match run(tx, sql, [session.id.0.into(), instructor.0.into(), account.into()]).await? {
        1 => Ok(()),
        _ => Err(Refusal::new("TRAN-13").into()),
    }
}

/// One mark about to be written.
pub(crate) struct NewMark<'a> {
    pub session: SessionId,
    pub person: PersonId,
    pub version: i64,
    pub mark: Mark,
    pub why_changed: &'a str,
}

pub(crate) async fn add_mark(tx: &DatabaseTransaction, desk: &Desk, new: &NewMark<'_>) -> Result<(), Halt> {
    insert("mark")
        .set("session_id", new.session.0)
        .set("person_id", new.person.0)
        .set("version", new.version)
        .set("letter", new.mark.letter.code())
        .set("reason", new.mark.reason.map(|reason| reason.code()))
        .set("legitimate", new.mark.is_legitimate())
        .set("why_changed", new.why_changed)
        .set("account_id", desk.actor.account.map(|account| account.0))
        .set("account_name", desk.actor.name.clone())
        .set("at", desk.now)
        .run(tx)
        .await
        .map_err(at_once)
}

/// One catch-up about to be written.
pub(crate) struct NewCatchUp {
    pub batch: BatchId,
    pub person: PersonId,
    pub module: ModuleId,
    pub day: Day,
    pub jp: i64,
    pub instructor: InstructorId,
}

pub(crate) async fn add_catch_up(
    tx: &DatabaseTransaction,
    desk: &Desk,
    new: &NewCatchUp,
) -> Result<(), DbErr> {
    insert("catch_up")
        .set("id", desk.fresh_id::<uuid::Uuid>())
        .set("batch_id", new.batch.0)
        .set("person_id", new.person.0)
        .set("module_id", new.module.0)
        .set("day", new.day)
        .set("jp", new.jp)
        .set("instructor_id", new.instructor.0)
        .set("account_id", desk.actor.account.map(|account| account.0))
        .run(tx)
        .await
}

/// Writes the next version of a skill note.
pub(crate) async fn add_skill_note(
    tx: &DatabaseTransaction,
    desk: &Desk,
    (batch, person, module): (BatchId, PersonId, ModuleId),
    (level, note): (Level, &str),
) -> Result<(), Halt> {
    #[derive(FromQueryResult)]
    struct Row {
        version: i64,
    }
    let last = "SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT) AS version FROM skill_note \
                WHERE batch_id = $1 AND person_id = $2 AND module_id = $3";
    let row: Option<Row> = one(tx, last, [batch.0.into(), person.0.into(), module.0.into()]).await?;
    insert("skill_note")
        .set("batch_id", batch.0)
        .set("person_id", person.0)
        .set("module_id", module.0)
        .set("version", row.map_or(0, |row| row.version) + 1)
        .set("level", level.code())
        .set("note", note)
        .set("account_id", desk.actor.account.map(|account| account.0))
        .set("account_name", desk.actor.name.clone())
        .set("at", desk.now)
        .run(tx)
        .await
        .map_err(at_once)
}

/// Closes the training and writes what everyone had reached.
pub(crate) async fn close(
    tx: &DatabaseTransaction,
    desk: &Desk,
    (batch, day): (BatchId, Day),
    reached: &[CompletionFact],
) -> Result<(), Halt> {
    let sql =
        "UPDATE training_run SET closed_on = $2, account_id = $3 WHERE batch_id = $1 AND closed_on IS NULL";
    let account = desk.actor.account.map(|account| account.0);
    if run(tx, sql, [batch.0.into(), day.into(), account.into()]).await? != 1 {
        return Err(Refusal::new("TRAN-13").into());
    }
    for one in reached {
        insert("completion")
            .set("batch_id", batch.0)
            .set("person_id", one.person.0)
            .set("day", one.day)
            .set("jp_planned", one.jp_planned)
            .set("jp_earned", one.jp_earned)
            .set("percent", one.percent)
            .set("complete", one.complete)
            .run(tx)
            .await?;
    }
    Ok(())
}

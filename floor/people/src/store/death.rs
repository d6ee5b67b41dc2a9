// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Entries of deaths: who made them, and who took one back.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, insert, one, run};
use desk::Work;
use kernel::day::Day;
use kernel::id::PersonId;
use uuid::Uuid;

use crate::facts::DeathFact;

/// Writes the entry of a death with the absence that ended by it.
pub(crate) async fn record(
    work: &Work<'_>,
    person: PersonId,
    day: Day,
    absence: Option<Uuid>,
) -> Result<(), DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        rounds: i64,
    }
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS rounds FROM death WHERE person_id = $1";
    let before: Option<Row> = one(&work.tx, sql, [person.0.into()]).await?;
    insert("death")
        .set("person_id", person.0)
        .set("round", before.map_or(0, |row| row.rounds) + 1)
        .set("day", day)
        .set("recorded_on", work.desk.today())
        .set("account_id", work.desk.actor.account.map(|account| account.0))
        .set("account_name", work.desk.actor.name.clone())
        .set("absence_id", absence)
        .run(&work.tx)
        .await
}

/// Takes an entry back; false where somebody else did.
pub(crate) async fn undo(work: &Work<'_>, death: &DeathFact, reason: &str) -> Result<bool, DbErr> {
    let sql = "UPDATE death SET undone_on = $3, undone_by = $4, undone_name = $5, undone_reason = $6 \
               WHERE person_id = $1 AND round = $2 AND undone_on IS NULL";
    let values = [
        death.person.0.into(),
        death.round.into(),
        work.desk.today().into(),
        work.desk.actor.account.map(|account| account.0).into(),
        work.desk.actor.name.clone().into(),
        reason.into(),
    ];
    if run(&work.tx, sql, values).await? != 1 {
        return Ok(false);
    }
    run(&work.tx, "UPDATE person SET died_on = NULL WHERE id = $1", [death.person.0.into()]).await?;
    Ok(true)
}

/// Opens again what the entry ended: the stays, and the absence of one who had not come back.
pub(crate) async fn reopen<C: ConnectionTrait>(on: &C, death: &DeathFact) -> Result<(), DbErr> {
    let sql = "UPDATE episode SET ended_on = NULL, end_reason = NULL \
               WHERE person_id = $1 AND end_reason = 'died' AND ended_on = $2";
    run(on, sql, [death.person.0.into(), death.day.into()]).await?;
    if let Some(absence) = death.absence {
        run(on, "UPDATE absence SET returned_on = NULL WHERE id = $1", [absence.into()]).await?;
    }
    Ok(())
}

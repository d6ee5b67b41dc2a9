// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The stop switch and the limit, as rows.

use chrono::{DateTime, Utc};
use desk::{Halt, Refusal, Work};
use kernel::id::{AccountId, OrganisationId};
use store::{ConnectionTrait, DbErr, FromQueryResult, insert, one, rows};
use uuid::Uuid;

/// Hands that lift a stop.
pub const HANDS: usize = 2;

/// Once pressed.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Stop {
    pub turn: i64,
    pub reason: String,
    pub at: DateTime<Utc>,
    pub account_name: String,
}

/// One who agreed to lift it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Release {
    pub account_id: Uuid,
    pub account_name: String,
    pub reason: String,
    pub at: DateTime<Utc>,
}

/// The last stop with those who agreed to lift it; nothing where it was never pressed.
pub async fn last<C: ConnectionTrait>(
    on: &C,
    issuer: OrganisationId,
) -> Result<Option<(Stop, Vec<Release>)>, DbErr> {
    let sql = "SELECT turn, reason, at, account_name FROM signing_stop WHERE issuer_id = $1 ORDER BY turn DESC LIMIT 1";
    let Some(stop) = one::<Stop, _>(on, sql, [issuer.0.into()]).await? else { return Ok(None) };
    let sql = "SELECT account_id, account_name, reason, at FROM signing_release WHERE issuer_id = $1 AND turn = $2 ORDER BY at";
    let released = rows(on, sql, [issuer.0.into(), stop.turn.into()]).await?;
    Ok(Some((stop, released)))
}

/// Presses the switch.
///
/// # Errors
/// `CERT-33`: it is pressed already. Nobody has signed in: `Missing`.
pub async fn press(work: &Work<'_>, issuer: OrganisationId, reason: &str) -> Result<i64, Halt> {
    let (desk, account) = (work.desk, account(work)?);
    let turn = match last(&work.tx, issuer).await? {
        Some((_, released)) if released.len() < HANDS => return Err(Refusal::new("CERT-33").into()),
        Some((stop, _)) => stop.turn + 1,
        None => 1,
    };
    insert("signing_stop")
        .set("issuer_id", issuer.0)
        .set("turn", turn)
        .set("reason", reason)
        .set("at", desk.now)
        .set("account_id", account.0)
        .set("account_name", desk.actor.name.clone())
        .run(&work.tx)
        .await
        .map_err(changed)?;
    Ok(turn)
}

/// Agrees to lift it; true where that was the second hand, and signing goes on.
///
/// # Errors
/// `CERT-32`: it is not pressed. `CERT-34`: the same hand agreed before.
pub async fn release(work: &Work<'_>, issuer: OrganisationId, reason: &str) -> Result<bool, Halt> {
    let (desk, account) = (work.desk, account(work)?);
    let (stop, released) = match last(&work.tx, issuer).await? {
        Some((stop, released)) if released.len() < HANDS => (stop, released),
        Some(_) | None => return Err(Refusal::new("CERT-32").into()),
    };
    if released.iter().any(|one| one.account_id == account.0) {
        return Err(Refusal::new("CERT-34").into());
    }
    insert("signing_release")
        .set("issuer_id", issuer.0)
        .set("turn", stop.turn)
        .set("account_id", account.0)
        .set("account_name", desk.actor.name.clone())
        .set("reason", reason)
        .set("at", desk.now)
        .run(&work.tx)
        .await
        .map_err(changed)?;
    Ok(released.len() + 1 == HANDS)
}

/// Sets how many documents an hour.
pub async fn limit(work: &Work<'_>, issuer: OrganisationId, per_hour: i64) -> Result<(), Halt> {
    #[derive(FromQueryResult)]
    struct Row {
        turn: Option<i64>,
    }
    let (desk, account) = (work.desk, account(work)?);
    let sql = "SELECT MAX(turn) AS turn FROM signing_limit WHERE issuer_id = $1";
    let last: Option<Row> = one(&work.tx, sql, [issuer.0.into()]).await?;
    insert("signing_limit")
        .set("issuer_id", issuer.0)
        .set("turn", last.and_then(|row| row.turn).unwrap_or(0) + 1)
        .set("per_hour", per_hour)
        .set("at", desk.now)
        .set("account_id", account.0)
        .set("account_name", desk.actor.name.clone())
        .run(&work.tx)
        .await
        .map_err(changed)
}

fn account(work: &Work<'_>) -> Result<AccountId, Halt> {
    work.desk.actor.account.ok_or(Halt::Missing)
}

/// The tables hold the rules too: somebody else was faster.
fn changed(error: DbErr) -> Halt {
    match store::violation(&error) {
        Some(found) if found.name.contains("signing_") => Refusal::new("CERT-08").into(),
        Some(_) | None => error.into(),
    }
}

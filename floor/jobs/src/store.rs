// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The one table. Whoever runs a job writes only while the lease is still theirs: every such statement names it.

use ::store::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, one, run};
use chrono::{DateTime, Utc};
use desk::{Desk, Done, House, Refusal, Say};
use kernel::Lang;
use kernel::id::{AccountId, JobId};
use uuid::Uuid;

use crate::State;
use crate::progress::Told;

/// A job to be written.
pub(crate) struct NewJob<'a> {
    pub id: JobId,
    pub kind: &'static str,
    pub unique_key: &'a str,
    pub account: AccountId,
    pub lang: Lang,
    pub payload: Vec<u8>,
    pub at: DateTime<Utc>,
}

/// Answers false when a job of this kind and key is live.
pub(crate) async fn add<C: ConnectionTrait>(on: &C, new: NewJob<'_>) -> Result<bool, DbErr> {
    let sql = "INSERT INTO job (id, kind, unique_key, account_id, lang, payload, state, attempts, cancel_asked, enqueued_at, \
               done, total, sentence_id, sentence_en) \
               VALUES ($1, $2, $3, $4, $5, $6, 'queued', 0, FALSE, $7, 0, 0, '', '') ON CONFLICT DO NOTHING";
    let values = [
        new.id.0.into(),
        new.kind.into(),
        new.unique_key.into(),
        new.account.0.into(),
        new.lang.tag().into(),
        new.payload.into(),
        new.at.into(),
    ];
    Ok(run(on, sql, values).await? == 1)
}

/// The live job of a key.
pub(crate) struct Live {
    pub id: JobId,
    pub account: AccountId,
}

pub(crate) async fn live<C: ConnectionTrait>(on: &C, kind: &str, key: &str) -> Result<Option<Live>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        account_id: Uuid,
    }
    let sql = "SELECT id, account_id FROM job WHERE kind = $1 AND unique_key = $2 AND state IN ('queued', 'running')";
    let found: Option<Row> = one(on, sql, [kind.into(), key.into()]).await?;
    Ok(found.map(|row| Live { id: JobId(row.id), account: AccountId(row.account_id) }))
}

/// A job that has just been taken up.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Claimed {
    pub id: Uuid,
    pub kind: String,
    pub account_id: Uuid,
    pub lang: String,
    pub payload: Vec<u8>,
    /// Counts this attempt too.
    pub attempts: i64,
    pub cancel_asked: bool,
}

const DUE: &str =
    "(state = 'queued' AND (due_at IS NULL OR due_at <= $1)) OR (state = 'running' AND lease_until < $1)";

/// Whether there is anything to do; asked of the readers, so that waiting costs the writer nothing.
pub(crate) async fn is_due<C: ConnectionTrait>(on: &C, now: DateTime<Utc>) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        #[expect(dead_code, reason = "only whether there is a row matters")]
        id: Uuid,
    }
    let found: Option<Row> =
        one(on, &format!("SELECT id FROM job WHERE {DUE} LIMIT 1"), [now.into()]).await?;
    Ok(found.is_some())
}

/// Takes up the job that has waited longest. Two that ask at once get two different jobs: PostgreSQL skips rows another
/// transaction holds, SQLite has one writer at a time.
pub(crate) async fn claim<C: ConnectionTrait>(
    on: &C,
    lease: Uuid,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Option<Claimed>, DbErr> {
    let skip = match on.get_database_backend() {
        DbBackend::Postgres => " FOR UPDATE SKIP LOCKED",
        _ => "",
    };
    let sql = format!(
        "UPDATE job SET state = 'running', lease = $2, lease_until = $3, attempts = attempts + 1 WHERE id = \
         (SELECT id FROM job WHERE {DUE} ORDER BY enqueued_at, id LIMIT 1{skip}) \
         RETURNING id, kind, account_id, lang, payload, attempts, cancel_asked"
    );
    one(on, &sql, [now.into(), lease.into(), until.into()]).await
}

/// Says that whoever runs the job lives, and how far it is; answers whether somebody wants it no more, or nothing when
/// the lease is gone.
pub(crate) async fn beat<C: ConnectionTrait>(
    on: &C,
    house: &House,
    (id, lease): (JobId, Uuid),
    until: DateTime<Utc>,
    told: Option<(Told, Option<Vec<u8>>)>,
) -> Result<Option<bool>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        cancel_asked: bool,
    }
    let mut values = vec![id.0.into(), lease.into(), until.into()];
    let mut set = "lease_until = $3".to_owned();
    if let Some((told, best)) = told {
        let say = |lang| told.say.as_ref().map_or(String::new(), |say| house.words.say(lang, say));
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        values.extend([number(told.done).into(), number(told.total).into()]);
        values.extend([say(Lang::Id).into(), say(Lang::En).into(), best.into()]);
        set.push_str(", done = $4, total = $5, sentence_id = $6, sentence_en = $7, best = $8");
    }
    let sql = format!(
        "UPDATE job SET {set} WHERE id = $1 AND lease = $2 AND state = 'running' RETURNING cancel_asked"
    );
    let found: Option<Row> = one(on, &sql, values).await?;
    Ok(found.map(|row| row.cancel_asked))
}

/// Counts the attempts of a job in hand anew; answers false when it is in other hands by now.
pub(crate) async fn keep<C: ConnectionTrait>(on: &C, id: JobId, lease: Uuid) -> Result<bool, DbErr> {
    let sql = "UPDATE job SET attempts = 1 WHERE id = $1 AND lease = $2 AND state = 'running'";
    Ok(run(on, sql, [id.0.into(), lease.into()]).await? == 1)
}

/// Attempts of a job in hand; nothing when the lease is gone.
pub(crate) async fn attempts<C: ConnectionTrait>(
    on: &C,
    (id, lease): (JobId, Uuid),
) -> Result<Option<i64>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        attempts: i64,
    }
    let sql = "SELECT attempts FROM job WHERE id = $1 AND lease = $2";
    let found: Option<Row> = one(on, sql, [id.0.into(), lease.into()]).await?;
    Ok(found.map(|row| row.attempts))
}

/// Whether somebody wants the job no more; nothing when the lease is gone.
pub(crate) async fn is_cancel_asked<C: ConnectionTrait>(
    on: &C,
    (id, lease): (JobId, Uuid),
) -> Result<Option<bool>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        cancel_asked: bool,
    }
    let sql = "SELECT cancel_asked FROM job WHERE id = $1 AND lease = $2";
    let found: Option<Row> = one(on, sql, [id.0.into(), lease.into()]).await?;
    Ok(found.map(|row| row.cancel_asked))
}

/// How a job ended.
pub(crate) struct Ended {
    location: Option<String>,
    said: [String; 2],
    fault: Option<String>,
    at: DateTime<Utc>,
}

impl Ended {
    /// With a result, told in both languages, for whoever asked may change hers meanwhile.
    pub(crate) fn well(desk: &Desk, done: &Done) -> Self {
        let says: Vec<&Say> = std::iter::once(&done.say).chain(&done.more).collect();
        Self::told(&desk.house, &says, desk.now, Some(done.location.clone()))
    }

    /// By a rule: its sentence, its reasons and what is possible instead.
    pub(crate) fn refused(house: &House, refusal: &Refusal, at: DateTime<Utc>) -> Self {
        let (say, next) = (refusal.say(), refusal.next());
        let says: Vec<&Say> =
            std::iter::once(&say).chain(&refusal.reasons).chain(std::iter::once(&next)).collect();
        Self { fault: Some(refusal.code.to_owned()), ..Self::told(house, &says, at, None) }
    }

    pub(crate) fn told(house: &House, says: &[&Say], at: DateTime<Utc>, location: Option<String>) -> Self {
        let text = |lang| says.iter().map(|say| house.words.say(lang, say)).collect::<Vec<_>>().join("\n");
        Self { location, said: [text(Lang::Id), text(Lang::En)], fault: None, at }
    }

    pub(crate) fn broken(fault: String, at: DateTime<Utc>) -> Self {
        Self { location: None, said: Default::default(), fault: Some(fault), at }
    }
}

/// Ends a job in hand; answers false when it is in other hands by now. Dead jobs keep what they were given.
pub(crate) async fn end<C: ConnectionTrait>(
    on: &C,
    id: JobId,
    lease: Uuid,
    state: State,
    ended: Ended,
) -> Result<bool, DbErr> {
    let payload = if state == State::Dead { "payload" } else { "NULL" };
    let sql = format!(
        "UPDATE job SET state = $3, lease = NULL, lease_until = NULL, payload = {payload}, location = $4, said_id = $5, \
         said_en = $6, fault = $7, ended_at = $8 WHERE id = $1 AND lease = $2 AND state = 'running'"
    );
    let [indonesian, english] = ended.said;
    let values = [
        id.0.into(),
        lease.into(),
        state.code().into(),
        ended.location.into(),
        indonesian.into(),
        english.into(),
        ended.fault.into(),
        ended.at.into(),
    ];
    Ok(run(on, &sql, values).await? == 1)
}

/// Puts a job in hand back into the queue: after a fault, which is noted, or because the program stops, which is no attempt.
pub(crate) async fn put_back<C: ConnectionTrait>(
    on: &C,
    (id, lease): (JobId, Uuid),
    due_at: Option<DateTime<Utc>>,
    fault: Option<&str>,
) -> Result<bool, DbErr> {
    let back = if fault.is_some() { "attempts" } else { "attempts - 1" };
    let sql = format!(
        "UPDATE job SET state = 'queued', lease = NULL, lease_until = NULL, due_at = $3, attempts = {back}, \
         fault = COALESCE($4, fault) WHERE id = $1 AND lease = $2 AND state = 'running'"
    );
    let values = [id.0.into(), lease.into(), due_at.into(), fault.map(str::to_owned).into()];
    Ok(run(on, &sql, values).await? == 1)
}

/// Has jobs of a kind and key that wait for their time taken up at once.
pub(crate) async fn hasten<C: ConnectionTrait>(on: &C, kind: &str, unique_key: &str) -> Result<u64, DbErr> {
    let sql = "UPDATE job SET due_at = NULL WHERE kind = $1 AND unique_key = $2 AND state = 'queued'";
    run(on, sql, [kind.into(), unique_key.into()]).await
}

/// Cancels a job that nobody runs, or asks whoever runs it to stop. Answers false when it has just changed its state.
pub(crate) async fn cancel<C: ConnectionTrait>(
    on: &C,
    id: JobId,
    state: State,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let sql = match state {
        State::Running => "UPDATE job SET cancel_asked = TRUE WHERE id = $1 AND state = $2",
        State::Queued | State::Done | State::Refused | State::Dead | State::Cancelled => {
            "UPDATE job SET state = 'cancelled', payload = NULL, ended_at = $3 WHERE id = $1 AND state = $2"
        }
    };
    let mut values = vec![id.0.into(), state.code().into()];
    if state != State::Running {
        values.push(at.into());
    }
    Ok(run(on, sql, values).await? == 1)
}

/// Lets a dead job begin anew. Answers false when it is no longer dead.
///
/// # Errors
/// The database failed; also when a job of its kind and key is live by now.
pub(crate) async fn retry<C: ConnectionTrait>(on: &C, id: JobId) -> Result<bool, DbErr> {
    let sql = "UPDATE job SET state = 'queued', attempts = 0, due_at = NULL, ended_at = NULL, cancel_asked = FALSE \
               WHERE id = $1 AND state = 'dead'";
    Ok(run(on, sql, [id.0.into()]).await? == 1)
}

/// Forgets jobs that ended before an instant. Dead ones stay: somebody has yet to look.
pub(crate) async fn forget<C: ConnectionTrait>(on: &C, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let sql = "DELETE FROM job WHERE ended_at < $1 AND state IN ('done', 'refused', 'cancelled')";
    run(on, sql, [before.into()]).await
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What others may know about a job: how far it is, how it ended, the best it has found.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use access::Target;
use chrono::{DateTime, Utc};
use desk::{House, Teller};
use kernel::Lang;
use kernel::id::{AccountId, JobId};
use uuid::Uuid;

use crate::{Payload, State};

/// A job as it stands.
#[derive(Debug, Clone)]
pub struct JobFact {
    pub id: JobId,
    /// The name of its `JobKind`.
    pub kind: String,
    /// Who asked, and as whom it runs.
    pub account: AccountId,
    pub account_name: String,
    pub state: State,
    pub attempts: i64,
    pub cancel_asked: bool,
    pub enqueued_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
    /// Steps done of a total; a total of 0 is not known.
    pub done: i64,
    pub total: i64,
    /// What it is at, in Indonesian and English.
    pub sentence: [String; 2],
    /// Where its result is.
    pub location: Option<String>,
    /// What it says at its end, line by line, in Indonesian and English.
    pub said: [String; 2],
    /// The class of the last fault, or the code of the refusal.
    pub fault: Option<String>,
}

impl JobFact {
    /// Whose it is, for the policy.
    pub fn target(&self) -> Target {
        Target::default().assigned_to([self.account])
    }

    /// Its kind in words.
    pub fn title(&self, teller: Teller<'_>) -> String {
        teller.say(&format!("job-kind-{}", self.kind.replace(' ', "-")))
    }

    pub fn sentence(&self, lang: Lang) -> &str {
        &self.sentence[lang as usize]
    }

    pub fn said(&self, lang: Lang) -> &str {
        &self.said[lang as usize]
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    kind: String,
    account_id: Uuid,
    account_name: String,
    state: String,
    attempts: i64,
    cancel_asked: bool,
    enqueued_at: DateTime<Utc>,
    ended_at: Option<DateTime<Utc>>,
    done: i64,
    total: i64,
    sentence_id: String,
    sentence_en: String,
    location: Option<String>,
    said_id: Option<String>,
    said_en: Option<String>,
    fault: Option<String>,
}

impl From<Row> for JobFact {
    fn from(row: Row) -> Self {
        Self {
            id: JobId(row.id),
            kind: row.kind,
            account: AccountId(row.account_id),
            account_name: row.account_name,
            state: State::from_code(&row.state).expect("the table admits known states only"),
            attempts: row.attempts,
            cancel_asked: row.cancel_asked,
            enqueued_at: row.enqueued_at,
            ended_at: row.ended_at,
            done: row.done,
            total: row.total,
            sentence: [row.sentence_id, row.sentence_en],
            location: row.location,
            said: [row.said_id.unwrap_or_default(), row.said_en.unwrap_or_default()],
            fault: row.fault,
        }
    }
}

const JOB: &str = "SELECT j.id, j.kind, j.account_id, a.name AS account_name, j.state, j.attempts, j.cancel_asked, \
                   j.enqueued_at, j.ended_at, j.done, j.total, j.sentence_id, j.sentence_en, j.location, j.said_id, j.said_en, \
                   j.fault FROM job j JOIN account a ON a.id = j.account_id";

/// One job.
pub async fn job<C: ConnectionTrait>(on: &C, id: JobId) -> Result<Option<JobFact>, DbErr> {
    let found: Option<Row> = one(on, &format!("{JOB} WHERE j.id = $1"), [id.0.into()]).await?;
    Ok(found.map(Into::into))
}

/// The live job of a kind and key, if there is one: whether a timetable is being sought for this batch already.
pub async fn live<C: ConnectionTrait>(
    on: &C,
    kind: &str,
    unique_key: &str,
) -> Result<Option<JobFact>, DbErr> {
    match crate::store::live(on, kind, unique_key).await? {
        Some(live) => job(on, live.id).await,
        None => Ok(None),
    }
}

/// The best a job has found so far; also after it ended.
///
/// # Errors
/// The database failed, or the payload does not open with this installation's key.
pub async fn best_so_far<C: ConnectionTrait>(
    on: &C,
    house: &House,
    id: JobId,
) -> anyhow::Result<Option<Payload>> {
    #[derive(FromQueryResult)]
    struct Best {
        best: Option<Vec<u8>>,
    }
    let found: Option<Best> = one(on, "SELECT best FROM job WHERE id = $1", [id.0.into()]).await?;
    found.and_then(|row| row.best).map(|sealed| Payload::open(&house.secrets, &sealed)).transpose()
}

/// Jobs within a condition, those that need somebody first, then the latest; and how many there are.
pub(crate) async fn page<C: ConnectionTrait>(
    on: &C,
    condition: &str,
    mut values: Vec<Value>,
    (limit, offset): (i64, i64),
) -> Result<(Vec<JobFact>, i64), DbErr> {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) AS count FROM job j WHERE {condition}");
    let count: Option<Count> = one(on, &sql, values.clone()).await?;
    let (first, second) = (values.len() + 1, values.len() + 2);
    let sql = format!(
        "{JOB} WHERE {condition} ORDER BY CASE j.state WHEN 'dead' THEN 0 WHEN 'running' THEN 1 WHEN 'queued' THEN 2 \
         ELSE 3 END, j.enqueued_at DESC, j.id DESC LIMIT ${first} OFFSET ${second}"
    );
    values.extend([limit.into(), offset.into()]);
    let found: Vec<Row> = rows(on, &sql, values).await?;
    Ok((found.into_iter().map(Into::into).collect(), count.map_or(0, |row| row.count)))
}

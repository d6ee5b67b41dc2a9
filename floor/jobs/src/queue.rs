// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Asking for a job, in the transaction of the deed that wants it: the deed and the job are there together or not at all.

use anyhow::Context;
use audit::{Event, Object};
use desk::{Halt, Refusal, Work};
use kernel::id::JobId;
use serde_json::json;

use crate::{JobKind, Payload, store};

/// A job that will be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Queued {
    pub job: JobId,
    /// False when this account's job of the same key was waiting or running already.
    pub is_new: bool,
}

impl Queued {
    /// Where the one who asked sees how far it is: the place of the action's `Done`.
    pub fn location(&self) -> String {
        format!("/jobs/{}", self.job)
    }
}

/// Enqueues a job that will run as the account at the desk. While a job of this kind and key waits or runs there is no second.
/// The key is the caller's: the batch a timetable is sought for, the office a file is for.
///
/// # Errors
/// `Proof`: the kind's act needs a fresh one, which then counts for the job. `JOBS-01`: somebody else asked for the same, and it
/// is not over. Nobody has signed in: a fault.
pub async fn enqueue(
    work: &mut Work<'_>,
    kind: &JobKind,
    payload: &Payload,
    unique_key: &str,
) -> Result<Queued, Halt> {
    let desk = work.desk;
    if access::needs_proof(&desk.actor, kind.act, desk.now) {
        return Err(Halt::Proof(kind.act));
    }
    let account = desk.actor.account.context("a job was asked for by nobody")?;
    let id: JobId = desk.fresh_id();
    let new = store::NewJob {
        id,
        kind: kind.name,
        unique_key,
        account,
        lang: desk.lang,
        payload: payload.seal(&desk.house.secrets, &desk.dice),
        at: desk.now,
    };
    if !store::add(&work.tx, new).await? {
        let live = store::live(&work.tx, kind.name, unique_key).await?;
        let live = live.context("a job of this key has ended in this very moment; ask again")?;
        if live.account != account {
            return Err(Refusal::new("JOBS-01").into());
        }
        return Ok(Queued { job: live.id, is_new: false });
    }
    let event = Event::new("JobEnqueued", Object::new("job", id.0), json!({ "kind": kind.name }));
    work.record(event).await?;
    Ok(Queued { job: id, is_new: true })
}

/// What a job of this kind and key waited for is there: it is taken up at once.
///
/// # Errors
/// The database failed.
pub async fn hasten(work: &Work<'_>, kind: &JobKind, unique_key: &str) -> Result<(), Halt> {
    store::hasten(&work.tx, kind.name, unique_key).await?;
    Ok(())
}

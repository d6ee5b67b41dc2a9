// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Running one job: who asked is read anew, the handler works, somebody else writes how far it is and listens for the
//! wish to stop; then the end is written, whichever it is.

use std::sync::Arc;

use access::{Actor, Entry};
use anyhow::anyhow;
use audit::{Event, Object};
use chrono::{DateTime, Utc};
use desk::{Desk, Halt, Refusal};
use kernel::Lang;
use kernel::id::{AccountId, JobId};
use serde_json::json;
use tokio::time::Instant;
use uuid::Uuid;

use crate::back_off::{MOST_ATTEMPTS, wait};
use crate::progress::Why;
use crate::state::{Command, State, decide};
use crate::store::{self, Claimed, Ended};
use crate::{JobKind, Payload, Progress, Task, Worker};

/// A job that was tried so often without anybody surviving it.
const VANISHED: &str = "vanished";

impl Worker {
    /// Runs a claimed job to one of its ends.
    pub(crate) async fn run_one(&self, claimed: Claimed, lease: Uuid) -> anyhow::Result<()> {
        let hold = (JobId(claimed.id), lease);
        if claimed.attempts > MOST_ATTEMPTS {
            return self.bury(hold, &claimed.kind, VANISHED.to_owned()).await;
        }
        let Some(kind) = self.kinds.iter().find(|kind| kind.name == claimed.kind).copied() else {
            return self.bury(hold, &claimed.kind, "unknown-kind".to_owned()).await;
        };
        let actor = match self.actor_of(AccountId(claimed.account_id), kind).await? {
            Ok(actor) => actor,
            Err(refusal) => return self.refuse(hold, &refusal).await,
        };
        if claimed.cancel_asked {
            return self.end(hold, Command::Stop, Ended::told(&self.house, &[], self.now(), None)).await;
        }
        let progress = Progress::default();
        let task = Task {
            id: hold.0,
            payload: Payload::open(&self.house.secrets, &claimed.payload)?,
            attempt: claimed.attempts,
            lease,
        };
        let lang = Lang::from_tag(&claimed.lang);
        let desk = Desk::new(Arc::clone(&self.house), actor, lang, self.now(), self.dice_for(hold.0));
        let heart =
            tokio::spawn(self.clone().heart(hold, AccountId(claimed.account_id), kind, progress.clone()));
        let wire = progress.clone();
        let worked = tokio::spawn(async move {
            let done = (kind.run)(&desk, &task, &wire).await;
            done.map(|done| Ended::well(&desk, &done))
        });
        self.held(&progress, true);
        let worked = worked.await;
        self.held(&progress, false);
        heart.abort();
        // What was told since the last beat belongs to the end.
        let _ = self.beat(hold, &progress).await;
        match worked {
            Ok(Ok(ended)) => self.end(hold, Command::Finish, ended).await,
            Ok(Err(halt)) => self.halted(hold, &claimed, halt, &progress).await,
            Err(_) => self.broke(hold, &claimed, "panic".to_owned()).await,
        }
    }

    /// The account as it is now, if it may still do this somewhere.
    async fn actor_of(&self, account: AccountId, kind: JobKind) -> anyhow::Result<Result<Actor, Refusal>> {
        let actor = access::actor_of(self.house.db.read(), account).await?;
        Ok(match actor {
            Some(mut actor) if !access::scope(&actor, kind.act, self.now()).is_nowhere() => {
                actor.entry = Entry::Errand(kind.act);
                Ok(actor)
            }
            _ => Err(Refusal::new("JOBS-04")),
        })
    }

    /// Beats until it is aborted, or until there is nothing left to beat for.
    async fn heart(self, hold: (JobId, Uuid), account: AccountId, kind: JobKind, progress: Progress) {
        let third = self.pace.lease / 3;
        let (mut beaten, mut asked) = (Instant::now(), Instant::now());
        loop {
            tokio::time::sleep(self.pace.report).await;
            match store::is_cancel_asked(self.house.db.read(), hold).await {
                Ok(Some(true)) => progress.stop(Why::Cancelled),
                Ok(Some(false)) | Err(_) => {}
                Ok(None) => progress.stop(Why::LeaseLost),
            }
            if asked.elapsed() >= third {
                asked = Instant::now();
                if matches!(self.actor_of(account, kind).await, Ok(Err(_))) {
                    progress.stop(Why::RightsEnded);
                }
            }
            let is_due = beaten.elapsed() >= third || progress.has_news();
            if is_due && self.beat(hold, &progress).await.is_ok() {
                beaten = Instant::now();
            }
        }
    }

    async fn beat(&self, hold: (JobId, Uuid), progress: &Progress) -> anyhow::Result<()> {
        let told = progress.take().map(|told| {
            let best = told.best.as_ref().map(|best| best.seal(&self.house.secrets, &self.dice));
            (told, best)
        });
        let until = self.machine_now() + self.lease();
        if store::beat(self.house.db.writer(), &self.house, hold, until, told).await?.is_none() {
            progress.stop(Why::LeaseLost);
        }
        Ok(())
    }

    async fn halted(
        &self,
        hold: (JobId, Uuid),
        claimed: &Claimed,
        halt: Halt,
        progress: &Progress,
    ) -> anyhow::Result<()> {
        match progress.why() {
            Why::Cancelled => {
                let ended = Ended::told(&self.house, &[], self.now(), None);
                return self.end(hold, Command::Stop, ended).await;
            }
            Why::RightsEnded => return self.refuse(hold, &Refusal::new("JOBS-04")).await,
            Why::Leaving => {
                after(Command::GiveBack)?;
                store::put_back(self.house.db.writer(), hold, None, None).await?;
                return Ok(());
            }
            Why::LeaseLost => return Ok(()),
            Why::Waiting => {
                after(Command::GiveBack)?;
                let due_at = self.machine_now() + progress.pause();
                store::put_back(self.house.db.writer(), hold, Some(due_at), None).await?;
                return Ok(());
            }
            Why::Nothing => {}
        }
        match halt {
            Halt::Refusal(refusal) => self.refuse(hold, &refusal).await,
            Halt::Problems(problems) => {
                let says = problems.into_iter().map(|problem| problem.say);
                self.refuse(hold, &Refusal::new("JOBS-07").because(says)).await
            }
            // Nobody is there to be asked for another proof than that of the kind's own act.
            Halt::Denied(_) | Halt::Proof(_) | Halt::Missing | Halt::Already(_) => {
                self.refuse(hold, &Refusal::new("JOBS-04")).await
            }
            Halt::Fault(error) => {
                // The cause may name a person; it is for the log alone.
                tracing::error!(job = %hold.0, "{error:#}");
                self.broke(hold, claimed, class_of(&error)).await
            }
        }
    }

    async fn broke(&self, hold: (JobId, Uuid), claimed: &Claimed, fault: String) -> anyhow::Result<()> {
        // Fewer than were claimed where it kept a part before it broke; none where the lease is gone, and nothing is written then.
        let attempts = store::attempts(self.house.db.read(), hold).await?.unwrap_or(claimed.attempts);
        if attempts >= MOST_ATTEMPTS {
            return self.bury(hold, &claimed.kind, fault).await;
        }
        after(Command::Fail)?;
        let due_at = self.machine_now() + wait(attempts, &self.dice);
        store::put_back(self.house.db.writer(), hold, Some(due_at), Some(&fault)).await?;
        Ok(())
    }

    async fn refuse(&self, hold: (JobId, Uuid), refusal: &Refusal) -> anyhow::Result<()> {
        self.end(hold, Command::Refuse, Ended::refused(&self.house, refusal, self.now())).await
    }

    async fn end(&self, (id, lease): (JobId, Uuid), command: Command, ended: Ended) -> anyhow::Result<()> {
        let state = after(command)?;
        // False: the handler has written the end itself, with its work, or somebody else runs the job by now.
        store::end(self.house.db.writer(), id, lease, state, ended).await?;
        Ok(())
    }

    /// Lays a job down for an administrator, in one transaction with the event that says so.
    async fn bury(&self, (id, lease): (JobId, Uuid), kind: &str, fault: String) -> anyhow::Result<()> {
        let tx = self.house.db.begin().await?;
        let content = json!({ "kind": kind, "fault": fault });
        if !store::end(&tx, id, lease, after(Command::Bury)?, Ended::broken(fault, self.now())).await? {
            return Ok(());
        }
        let event = Event::new("JobFailed", Object::new("job", id.0), content);
        audit::append(&tx, &self.author(self.now()), &event).await?;
        tx.commit().await?;
        Ok(())
    }

    fn author(&self, at: DateTime<Utc>) -> audit::Author {
        audit::Author {
            account: None,
            name: "bekal".to_owned(),
            office: None,
            at,
            event_id: self.dice.ordered_id(at),
            salt: self.dice.bytes(),
        }
    }
}

/// What a job in hand becomes.
fn after(command: Command) -> anyhow::Result<State> {
    decide(State::Running, command)
        .map_err(|refusal| anyhow!("{}: a job in hand cannot end so", refusal.code))
}

/// What an administrator may read of a fault: which constraint or which kind of trouble, never a value.
fn class_of(error: &anyhow::Error) -> String {
    let database = error.chain().find_map(|cause| cause.downcast_ref::<::store::DbErr>());
    match database.map(::store::violation) {
        Some(Some(violation)) => {
            let plain = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.');
            format!("constraint {}", violation.name.chars().filter(plain).take(60).collect::<String>())
        }
        Some(None) => "database".to_owned(),
        None => "program".to_owned(),
    }
}

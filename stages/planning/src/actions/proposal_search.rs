// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The thorough search, in the background: seats as the quick one gives them, then hours that are polished for minutes. It says
//! what the best so far costs, ends early when it is asked to, and keeps its proposal only while the facts still hold.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use access::Act;
use desk::{Desk, Done, Halt, Refusal, Say};
use jobs::{JobKind, Payload, Progress, Task};
use kernel::id::{JobId, OrganisationId};
use serde::{Deserialize, Serialize};

use super::proposal_keep::{done, keep, record_of};
use super::propose::{Command, own_office, present_seats, refuse_faulty};
use crate::proposal::{self, Draft, Question, Snapshot};

/// Searches thoroughly.
pub const SEARCH_THOROUGHLY: JobKind = JobKind {
    name: "proposal search",
    act: Act::ProposalMake,
    run: |desk, task, progress| Box::pin(run(desk, task, progress)),
};

/// How often it is asked whether somebody wants the best so far.
const LOOK: Duration = Duration::from_millis(300);

#[derive(Serialize, Deserialize)]
struct Wanted {
    code: String,
    batches: Vec<String>,
    minimum: i64,
    block_jp: i64,
    day_jp: i64,
    seed: i64,
    seconds: u64,
}

impl Wanted {
    fn question(&self, host: OrganisationId) -> Question {
        let Self { minimum, block_jp, day_jp, .. } = *self;
        Question { host, batches: self.batches.clone(), minimum, block_jp, day_jp }
    }
}

/// One search of an office at a time.
pub(super) async fn enqueue(desk: &Desk, command: Command, minutes: i64) -> Result<Done, Halt> {
    let Command { code, question, seed, .. } = command;
    let on = desk.house.db.read();
    if proposal::proposal_by_code(on, &code).await?.is_some() {
        return Err(Halt::field("code", Say::new("problem-taken").with("text", &code)));
    }
    // What cannot be planned is said now, not after the search.
    let host = question.host;
    let snapshot = Snapshot::read(on, question).await?;
    let Question { batches, minimum, block_jp, day_jp, .. } = snapshot.question;
    let seconds = minutes.unsigned_abs() * 60;
    let wanted = Wanted { code, batches, minimum, block_jp, day_jp, seed, seconds };
    let mut work = desk.begin("proposal make").await?;
    let payload = Payload::of(&wanted)?;
    let queued = jobs::enqueue(&mut work, &SEARCH_THOROUGHLY, &payload, &host.to_string()).await?;
    if queued.is_new {
        proposal::keep_search(&work.tx, queued.job, host, &wanted.code).await?;
    }
    let said = if queued.is_new { "proposal-search-begins" } else { "proposal-search-waits" };
    work.commit(Done::new(format!("/proposal-searches/{}", queued.job), Say::new(said))).await
}

async fn run(desk: &Desk, task: &Task, progress: &Progress) -> Result<Done, Halt> {
    let host = own_office(desk)?;
    let wanted: Wanted = task.payload.read()?;
    progress.tell(0, wanted.seconds, "proposal-search-seats");
    let on = desk.house.db.read();
    let parent = proposal::in_force(on, host).await?;
    let present = present_seats(desk, parent).await?;
    let snapshot = Arc::new(Snapshot::read(on, wanted.question(host)).await?);
    let ends = listen(desk, task.id);
    let work = Search {
        snapshot: Arc::clone(&snapshot),
        seed: u64::try_from(wanted.seed).unwrap_or(1),
        seconds: wanted.seconds,
        ends: Arc::clone(&ends.asked),
        progress: progress.clone(),
    };
    let search = move || -> Result<Draft, Halt> {
        let stop = |_: f64| work.progress.is_cancelled();
        let quick = proposal::propose(&work.snapshot, &present, work.seed, &stop)?;
        Ok(work.polish(quick))
    };
    let draft = tokio::task::spawn_blocking(search).await.map_err(anyhow::Error::from)??;
    progress.go_on()?;
    refuse_faulty(desk, &snapshot, &draft)?;
    let mut work = desk.begin("proposal make").await?;
    if proposal::in_force(&work.tx, host).await? != parent {
        return Err(Refusal::new("PLAN-13").into());
    }
    if Snapshot::read(&work.tx, wanted.question(host)).await?.digest() != snapshot.digest() {
        return Err(Refusal::new("PLAN-14").into());
    }
    let made = record_of(desk, (wanted.code, parent), &snapshot, &draft, wanted.seed);
    keep(&mut work, &made, &snapshot, &draft).await?;
    task.commit(work, done(&made, &draft)).await
}

/// Asks the database from time to time, until it is dropped.
struct Listener {
    asked: Arc<AtomicBool>,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn listen(desk: &Desk, job: JobId) -> Listener {
    let (house, asked) = (Arc::clone(&desk.house), Arc::new(AtomicBool::new(false)));
    let heard = Arc::clone(&asked);
    let task = tokio::spawn(async move {
        loop {
            if matches!(proposal::is_keep_asked(house.db.read(), job).await, Ok(true)) {
                heard.store(true, Ordering::Relaxed);
                return;
            }
            tokio::time::sleep(LOOK).await;
        }
    });
    Listener { asked, task }
}

/// What the thread that searches holds.
struct Search {
    snapshot: Arc<Snapshot>,
    seed: u64,
    seconds: u64,
    ends: Arc<AtomicBool>,
    progress: Progress,
}

impl Search {
    /// Polishes the hours until the time is used, somebody wants the best so far, or nobody wants anything.
    fn polish(&self, draft: Draft) -> Draft {
        let seated = draft.verdicts.iter().filter(|verdict| verdict.batch.is_some()).count();
        let begun = Instant::now();
        let mut pace = |cost: i64| {
            let used = begun.elapsed();
            let say = Say::new("proposal-search-polishes").with("seated", seated).with("cost", cost);
            self.progress.tell(used.as_secs().min(self.seconds), self.seconds, say);
            let is_over = self.progress.is_cancelled() || self.ends.load(Ordering::Relaxed);
            if is_over { 1.0 } else { used.as_secs_f64() / self.seconds as f64 }
        };
        proposal::improve(&self.snapshot, draft, self.seed, &mut pace)
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What comes after the training: certificates of the first batches, made by the room itself with key and paper; and how
//! those who left were doing when somebody asked.

use std::sync::Arc;

use anyhow::Context;
use audit::{Event, Object};
use chrono::Days;
use desk::{Desk, Dice, Form};
use kernel::Lang;
use serde_json::json;
use store::many;

use super::batches::Run;
use super::ground::Ground;
use super::writer::Writer;

/// Each certificate is typeset and signed, which takes time; a few batches show what there is to see.
const CERTIFIED_BATCHES: usize = 2;
/// So many in a hundred milestones were asked about.
const ASKED_PERCENT: u64 = 40;
/// Milestones and days after leaving.
const MILESTONES: [(&str, u64); 5] = [("2w", 14), ("6w", 42), ("3m", 91), ("6m", 182), ("12m", 365)];
const ANSWERS: [&str; 6] =
    ["formal_work", "informal_work", "own_business", "seeking", "not_working", "unreachable"];

/// Issues for the first batches through the room's own action; answers how many there are.
pub(super) async fn certify(writer: &Writer<'_>, ground: &Ground, run: &Run) -> anyhow::Result<usize> {
    let issue = certification::actions().into_iter().find(|action| action.name == "certificate issue");
    let issue = issue.context("certificates can be issued")?;
    let mut count = 0;
    for batch in run.finished.iter().take(CERTIFIED_BATCHES) {
        let actor = access::actor_of(writer.house.db.read(), ground.trainer().account).await?;
        let mut actor = actor.context("the head of training has an account")?;
        actor.entry = access::Entry::Operator;
        let now = writer.at(writer.order.today);
        let dice = Dice::from_seed(&format!("synth:{}:{}", writer.order.seed, batch.code));
        let desk = Desk::new(Arc::clone(writer.house), actor, Lang::Id, now, dice);
        let mut form = Form::default();
        form.set("batch", batch.code.clone());
        form.set("day", writer.order.today.format("%d-%m-%Y").to_string());
        if let Err(halt) = (issue.run)(&desk, &form).await {
            anyhow::bail!("certificates of {}: {halt:?}", batch.code);
        }
        let on = writer.house.db.read();
        count += certification::facts::certificates_of_batch(on, kernel::id::BatchId(batch.id)).await?.len();
    }
    Ok(count)
}

/// Answers of those who left, batch by batch.
pub(super) async fn follow_up(writer: &mut Writer<'_>, ground: &Ground, run: &Run) -> anyhow::Result<usize> {
    let (by, mut count) = (ground.work(), 0);
    for batch in &run.finished {
        let columns = ["person_id", "batch_id", "milestone", "due_on", "done_on", "status", "account_id"];
        let (mut rows, mut events) = (many("follow_up", columns), Vec::new());
        for one in &batch.seated {
            let Some(left) = one.ended_on else { continue };
            for (milestone, days) in MILESTONES {
                let due_on = left.max(batch.last) + Days::new(days);
                let done_on = due_on + Days::new(writer.luck.below(7));
                if done_on >= writer.order.today || !writer.luck.percent(ASKED_PERCENT) {
                    continue;
                }
                let status = writer.luck.one(&ANSWERS);
                rows.push([
                    one.id.into(),
                    batch.id.into(),
                    milestone.into(),
                    due_on.into(),
                    done_on.into(),
                    status.into(),
                    by.account.0.into(),
                ]);
                let content = json!({ "milestone": milestone, "status": status });
                events
                    .push((done_on, Event::new("FollowUpRecorded", Object::new("person", one.id), content)));
            }
        }
        let tx = writer.house.db.begin().await?;
        count += usize::try_from(rows.run(&tx).await?)?;
        for (day, event) in events {
            writer.record(&tx, by, day, event).await?;
        }
        tx.commit().await?;
    }
    Ok(count)
}

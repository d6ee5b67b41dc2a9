// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Approves a proposal: its timetables are laid and its seats become the agenda of the hearings. The decree alone seats people.

use ::store::ConnectionTrait;
use access::{Act, Target};
use desk::{Action, Desk, Done, Field, Form, Halt, Prepared, Refusal, Say, Work};

use super::proposal_keep::event;
use crate::facts::SlotFact;
use crate::proposal::{self, Decision, Draft, ProposalFact, Question, Snapshot};
use crate::state::{ProposalCommand, decide_proposal};
use crate::store;

pub const APPROVE: Action = Action {
    name: "proposal approve",
    path: "/proposals/{proposal}/approval",
    act: Act::ProposalDecide,
    room: "planning",
    fields: &[Field::path("proposal")],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// The proposal that the address names, if this person may decide about it.
pub(super) async fn decidable(desk: &Desk, form: &Form) -> Result<ProposalFact, Halt> {
    let found = proposal::proposal_by_code(desk.house.db.read(), form.text("proposal")).await?;
    let found = found.ok_or(Halt::Missing)?;
    desk.allow(Act::ProposalDecide, &Target::of(found.host))?;
    Ok(found)
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let made = decidable(desk, form).await?;
    Ok(Prepared::about(made.code.clone(), format!("/proposals/{}", made.code)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let made = decidable(desk, form).await?;
    let mut work = desk.begin("proposal approve").await?;
    // Nobody lays or approves at this host meanwhile.
    store::take_turn(&work.tx, made.host).await?;
    let draft = proposal::read_draft(&work.tx, &made).await?;
    judge(desk, &work, &made, &draft).await?;
    let decision =
        Decision { approved: true, on: desk.today(), by: desk.actor.account, reason: String::new() };
    if !proposal::decide_once(&work.tx, made.id, &decision).await? {
        return Err(Refusal::new("PLAN-12").into());
    }
    if !proposal::put_in_force(&work.tx, &made).await? {
        return Err(Refusal::new("PLAN-13").into());
    }
    for batch in draft.batches.iter().filter(|batch| batch.opens) {
        let slots = draft.slots.iter().filter(|slot| slot.batch == batch.batch);
        let slots: Vec<SlotFact> = slots.map(|slot| slot.kept(desk.dice.ordered_id(desk.now))).collect();
        store::replace_slots(&work.tx, batch.batch, &slots).await?;
    }
    work.record(event("ProposalApproved", &made, &draft)).await?;
    let say = Say::new("proposal-approved")
        .with("code", &made.code)
        .with("batches", draft.batches.iter().filter(|batch| batch.opens).count());
    work.commit(Done::new(format!("/proposals/{}", made.code), say)).await
}

/// Reads the facts again, inside the transaction, and holds the proposal to them.
async fn judge(desk: &Desk, work: &Work<'_>, made: &ProposalFact, draft: &Draft) -> Result<(), Halt> {
    // Decided already is the answer, whatever has become of the facts since.
    decide_proposal(made.state(), ProposalCommand::TurnDown)?;
    let snapshot = Snapshot::read(&work.tx, question(&work.tx, made, draft).await?).await?;
    let command = ProposalCommand::Approve {
        parent_holds: proposal::in_force(&work.tx, made.host).await? == made.parent,
        facts_hold: snapshot.digest() == made.digest,
        faults: proposal::faults(&snapshot, draft, desk.lang),
    };
    decide_proposal(made.state(), command)?;
    Ok(())
}

/// What was asked when a proposal was made.
pub(super) async fn question<C: ConnectionTrait>(
    on: &C,
    made: &ProposalFact,
    draft: &Draft,
) -> Result<Question, Halt> {
    let mut batches = Vec::new();
    for batch in &draft.batches {
        let batch = programme::facts::batch(on, batch.batch).await?.ok_or(Halt::Missing)?;
        batches.push(batch.code);
    }
    let ProposalFact { host, minimum, block_jp, day_jp, .. } = *made;
    Ok(Question { host, batches, minimum, block_jp, day_jp })
}

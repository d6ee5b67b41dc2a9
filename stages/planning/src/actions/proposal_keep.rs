// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A proposal is written down: its record, its verdicts and hours, what the hours cost, and the event.

use audit::{Event, Object};
use desk::{Desk, Done, Halt, Say, Work};
use serde_json::json;
use uuid::Uuid;

use crate::proposal::{self, Draft, ProposalFact, Snapshot};

/// The record of a draft that was made now, by whoever is at the desk.
pub(super) fn record_of(
    desk: &Desk,
    (code, parent): (String, Option<Uuid>),
    snapshot: &Snapshot,
    draft: &Draft,
    seed: i64,
) -> ProposalFact {
    ProposalFact {
        id: desk.fresh_id(),
        code,
        host: snapshot.question.host,
        parent,
        made_at: desk.now,
        by: desk.actor.account,
        seed,
        digest: snapshot.digest(),
        value: draft.value,
        bound: draft.bound,
        minimum: snapshot.question.minimum,
        block_jp: snapshot.question.block_jp,
        day_jp: snapshot.question.day_jp,
        decision: None,
    }
}

/// Writes it whole, with its event.
pub(super) async fn keep(
    work: &mut Work<'_>,
    made: &ProposalFact,
    snapshot: &Snapshot,
    draft: &Draft,
) -> Result<(), Halt> {
    proposal::keep(&work.tx, made, draft).await.map_err(|error| taken(error, &made.code))?;
    let parts = proposal::cost(snapshot, draft).unwrap_or_default();
    proposal::keep_cost(&work.tx, made.id, &parts).await?;
    work.record(event("ProposalMade", made, draft)).await
}

/// Where it stands, and how many people and sessions it has.
pub(super) fn done(made: &ProposalFact, draft: &Draft) -> Done {
    let seated = draft.verdicts.iter().filter(|verdict| verdict.batch.is_some()).count();
    let say = Say::new("proposal-made")
        .with("seated", seated)
        .with("people", draft.verdicts.len())
        .with("batches", draft.batches.iter().filter(|batch| batch.opens).count())
        .with("sessions", draft.slots.len());
    Done::new(format!("/proposals/{}", made.code), say)
}

/// What the log keeps of a proposal: figures, no names.
pub(super) fn event(kind: &'static str, proposal: &ProposalFact, draft: &Draft) -> Event {
    let content = json!({
        "code": proposal.code, "value": draft.value, "bound": draft.bound,
        "seated": draft.verdicts.iter().filter(|verdict| verdict.batch.is_some()).count(),
        "sessions": draft.slots.len(),
    });
    let event = Event::new(kind, Object::new("proposal", proposal.id), content);
    draft.batches.iter().fold(event, |event, batch| event.about("batch", batch.batch.0))
}

fn taken(error: ::store::DbErr, code: &str) -> Halt {
    match ::store::violation(&error) {
        Some(no) if no.is("proposal_code", "proposal.code") => {
            Halt::field("code", Say::new("problem-taken").with("text", code))
        }
        _ => error.into(),
    }
}

/// A code as people write it, in capitals; nothing for one that is none.
pub(super) fn code(text: &str) -> Option<String> {
    let code = text.to_uppercase();
    let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    (code.bytes().all(plain) && code.len() <= 40).then_some(code)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Right after an assessor's verdicts have written their leaf into the log, its hash names the people whose results the
//! certification body looks at; in the same transaction, so that nobody can try again.

use anyhow::Context;
use audit::{Event, Object};
use desk::{Halt, Say, Work};
use kernel::id::PersonId;
use serde_json::json;

use super::decide::own_account;
use super::judge::{Asked, Bench};
use crate::facts::SittingFact;
use crate::moderation::{self, draw};

/// Draws the sample of a sitting under a licensed scheme; answers who was drawn.
pub(super) async fn sample(
    work: &mut Work<'_>,
    bench: &Bench,
    asked: &Asked,
    sitting: &SittingFact,
) -> Result<Option<Say>, Halt> {
    let batch = &bench.batch;
    if batch.assessment.as_ref().is_none_or(|booking| booking.licensed.is_none()) {
        return Ok(None);
    }
    let leaf = audit::newest_leaf(&work.tx).await?.context("the verdicts have just written a leaf")?;
    let people: Vec<PersonId> = asked.sheet.cells.iter().map(|cell| cell.person).collect();
    let drawn = draw(&leaf.hash, sitting.id, &people);
    moderation::add(&work.tx, (sitting.id, own_account(work.desk)?), &leaf, &drawn).await?;
    let content =
        json!({ "batch": batch.code, "round": sitting.round, "leaf": leaf.number, "people": drawn.len() });
    let event = Event::new("ModerationDrawn", Object::new("batch", batch.id.0), content)
        .about("sitting", sitting.id.0);
    work.record(drawn.iter().fold(event, |event, person| event.about("person", person.0))).await?;
    let names: Vec<&str> = drawn.iter().map(|person| bench.name(*person)).collect();
    Ok(Some(Say::new("moderation-sampled").with("names", names.join(", "))))
}

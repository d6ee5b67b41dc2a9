// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What this room does when somebody goes on in a batch after leaving another: a K already given is a K here too.

use audit::{Event, Object};
use desk::{Halt, Work};
use kernel::id::{BatchId, PersonId};
use programme::facts::BatchFact;
use serde_json::json;

use crate::facts;
use crate::rules::same_unit;
use crate::state::Verdict;
use crate::store;

/// Puts every K of the source batch in force in this one, where the unit is the same; the sitting stays the one that gave it.
///
/// # Errors
/// The database failed.
pub async fn recognise(
    work: &mut Work<'_>,
    (batch, record): (&BatchFact, PersonId),
    (source, source_record): (BatchId, PersonId),
) -> Result<(), Halt> {
    let tx = &work.tx;
    let units = programme::facts::units(tx, batch.programme.id).await?;
    let finals = facts::finals_of_batch(tx, source).await?;
    let mut brought = Vec::new();
    for (unit, verdict) in facts::finals(tx, source, source_record).await? {
        let here = units.iter().find(|here| same_unit(here, &unit));
        let line = finals.iter().find(|line| line.person == source_record && line.unit == unit.id);
        if let (Verdict::Competent, Some(here), Some(line)) = (verdict, here, line) {
            store::put_in_force(tx, (batch.id, record, here.id), line.sitting).await?;
            brought.push(here.title.clone());
        }
    }
    if brought.is_empty() {
        return Ok(());
    }
    let content = json!({ "batch": batch.code, "units": brought });
    let event =
        Event::new("UnitsRecognised", Object::new("person", record.0), content).about("batch", batch.id.0);
    work.record(event).await
}

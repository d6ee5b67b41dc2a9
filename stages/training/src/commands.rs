// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What this room does when somebody goes on in a batch after leaving another: hours already earned count here too.

use ::store::insert;
use audit::{Event, Object};
use desk::{Halt, Refusal, Work};
use kernel::day::Day;
use kernel::id::PersonId;
use programme::facts::BatchFact;
use serde_json::json;

use crate::facts;
use crate::rules::recognisable;
use crate::state::open_for_work;
use crate::store;

/// Somebody goes on in `batch`, under `record`, from `source`, where everything is written under `source_record`.
#[derive(Debug, Clone)]
pub struct Passage {
    pub batch: BatchFact,
    pub record: PersonId,
    pub source: BatchFact,
    pub source_record: PersonId,
    pub day: Day,
}

/// Recognises module by module what was earned in the source.
///
/// # Errors
/// `TRAN-01` the batch is not open, `TRAN-08` its training is closed, `TRAN-17` no module of the two is the same, or
/// nothing was earned in those that are.
pub async fn recognise(work: &mut Work<'_>, passage: &Passage) -> Result<(), Halt> {
    let tx = &work.tx;
    let (batch, source) = (&passage.batch, &passage.source);
    let closed_on = store::hold(tx, batch.id).await?;
    open_for_work(planning::facts::opened_on(tx, batch.id).await?, closed_on)?;
    let modules = programme::facts::modules(tx, batch.programme.id).await?;
    let ledger = facts::ledger(tx, source.id, passage.source_record).await?;
    let credits = recognisable(&ledger, &modules);
    if credits.is_empty() {
        return Err(Refusal::new("TRAN-17").with("batch", &source.code).into());
    }
    for credit in &credits {
        insert("recognised_credit")
            .set("batch_id", batch.id.0)
            .set("person_id", passage.record.0)
            .set("module_id", credit.module.0)
            .set("source_batch_id", source.id.0)
            .set("source_module_id", credit.source.0)
            .set("jp", credit.jp)
            .set("day", passage.day)
            .set("account_name", work.desk.actor.name.clone())
            .run(tx)
            .await?;
    }
    let jp: i64 = credits.iter().map(|credit| credit.jp).sum();
    let content = json!({ "batch": batch.code, "source": source.code, "jp": jp, "modules": credits.len() });
    let event = Event::new("CreditRecognised", Object::new("person", passage.record.0), content)
        .about("batch", batch.id.0);
    work.record(event).await
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done in this room, one file a deed.

mod confirm;
mod decide;
mod judge;
mod retry;

use desk::{Action, Desk, Form, Halt};
use programme::facts::BatchFact;

pub(crate) use judge::Bench;

/// Every action of the room.
pub fn actions() -> Vec<Action> {
    vec![decide::DECIDE, retry::RETRY, confirm::CONFIRM]
}

pub(crate) async fn batch_in_path(desk: &Desk, form: &Form) -> Result<BatchFact, Halt> {
    let found = programme::facts::batch_by_code(desk.house.db.read(), form.text("batch")).await?;
    found.ok_or(Halt::Missing)
}

/// Where the results of a batch stand.
pub(crate) fn results_address(batch: &BatchFact) -> String {
    format!("/batches/{}/assessment", batch.code)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done in this room, one file a deed.

mod adjustment_record;
mod agree;
mod appeal_assign;
mod appeal_decide;
mod appeal_lodge;
mod candidate_apply;
mod candidate_paper;
mod candidate_self;
mod confirm;
mod decide;
mod evidence_record;
mod judge;
mod moderation_answer;
mod moderation_decide;
mod retry;
mod sample;

use desk::{Action, Choice, Desk, Form, Future, Halt};
use kernel::id::UnitId;
use programme::facts::BatchFact;

use crate::appeal::{AppealFact, appeal_by_code};

pub(crate) use confirm::may_confirm;
pub(crate) use evidence_record::scope_of;
pub(crate) use judge::{Bench, instructors};
pub(crate) use moderation_decide::moderation_in_path;

/// Every action of the room.
pub fn actions() -> Vec<Action> {
    vec![
        decide::DECIDE,
        retry::RETRY,
        confirm::CONFIRM,
        appeal_lodge::LODGE,
        appeal_assign::ASSIGN,
        appeal_decide::DECIDE,
        candidate_apply::APPLY,
        candidate_paper::PAPER,
        candidate_self::ASSESS,
        agree::AGREE,
        evidence_record::RECORD,
        adjustment_record::RECORD,
        moderation_decide::DECIDE,
        moderation_answer::ANSWER,
    ]
}

pub(crate) async fn batch_in_path(desk: &Desk, form: &Form) -> Result<BatchFact, Halt> {
    let found = programme::facts::batch_by_code(desk.house.db.read(), form.text("batch")).await?;
    found.ok_or(Halt::Missing)
}

/// Where the results of a batch stand.
pub(crate) fn results_address(batch: &BatchFact) -> String {
    format!("/batches/{}/assessment", batch.code)
}

/// Where the evidence of a batch stands.
pub(crate) fn evidence_address(batch: &BatchFact) -> String {
    format!("/batches/{}/assessment/evidence", batch.code)
}

/// Where the candidates of a batch stand.
pub(crate) fn applications_address(batch: &BatchFact) -> String {
    format!("/batches/{}/assessment/applications", batch.code)
}

/// Where the moderation of a sitting stands.
pub(crate) fn moderation_address(batch: &BatchFact, round: i64) -> String {
    format!("/batches/{}/assessment/sittings/{round}", batch.code)
}

/// Those who hold a seat, by seat number.
fn pick_learners<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let bench = Bench::set(desk.house.db.read(), batch_in_path(desk, form).await?).await?;
        let choice = |person| Choice { value: format!("{person}"), label: bench.name(person).to_owned() };
        Ok(bench.seated().map(choice).collect())
    })
}

/// The appeal named in the address, with its batch.
pub(crate) async fn appeal_in_path(desk: &Desk, form: &Form) -> Result<(AppealFact, BatchFact), Halt> {
    let on = desk.house.db.read();
    let appeal = appeal_by_code(on, form.text("appeal")).await?.ok_or(Halt::Missing)?;
    let batch = programme::facts::batch(on, appeal.batch).await?.ok_or(Halt::Missing)?;
    Ok((appeal, batch))
}

/// Where an appeal stands.
pub(crate) fn appeal_address(appeal: &AppealFact) -> String {
    format!("/appeals/{}", appeal.code)
}

/// The candidate's name and the unit's title.
pub(crate) async fn appeal_names(
    desk: &Desk,
    appeal: &AppealFact,
    batch: &BatchFact,
) -> Result<(String, String), Halt> {
    let on = desk.house.db.read();
    let person = people::facts::person(on, appeal.person).await?.ok_or(Halt::Missing)?;
    let units = programme::facts::units(on, batch.programme.id).await?;
    Ok((person.name, unit_title(&units, appeal.unit)))
}

fn unit_title(units: &[programme::facts::UnitFact], unit: UnitId) -> String {
    units.iter().find(|one| one.id == unit).map(|one| one.title.clone()).unwrap_or_default()
}

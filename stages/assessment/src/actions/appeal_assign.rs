// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The certification body names another assessor to hear an appeal.

use access::{Act, Role};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day::{self, Day};
use kernel::id::AccountId;
use office::facts::{AccountFact, pick_accounts};
use programme::facts::BatchFact;
use serde_json::json;

use super::appeal_lodge::past_day;
use super::judge::instructors;
use super::{appeal_address, appeal_in_path, appeal_names};
use crate::appeal::{self, AppealCommand, AppealFact, another_assessor, decide};
use crate::facts;

pub const ASSIGN: Action = Action {
    name: "appeal assign",
    path: "/appeals/{appeal}/assessor",
    act: Act::AppealAssign,
    room: "assessment",
    fields: &[
        Field::path("appeal"),
        Field::required("assessor", Kind::Pick(pick_accounts)),
        Field::required("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (appeal, batch) = appeal_in_path(desk, form).await?;
    desk.allow(Act::AppealAssign, &batch.target())?;
    let (name, unit) = appeal_names(desk, &appeal, &batch).await?;
    Ok(Prepared::about(format!("{name}, {unit}"), appeal_address(&appeal))
        .filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (appeal, batch) = appeal_in_path(desk, form).await?;
    desk.allow(Act::AppealAssign, &batch.target())?;
    let (account, on) = parse(desk, form, &appeal).await?;
    decide(appeal.state, AppealCommand::Assign)?;
    let mut work = desk.begin("appeal assign").await?;
    independent(&work.tx, &appeal, &batch, &account).await?;
    appeal::assign(&work.tx, appeal.id, (account.id, &account.name, on)).await?;
    let content = json!({ "appeal": appeal.code, "batch": batch.code, "assessor": account.name });
    let event = Event::new("AppealAssigned", Object::new("appeal", appeal.id.0), content)
        .about("batch", batch.id.0)
        .about("person", appeal.person.0);
    work.record(event).await?;
    let said = Say::new("appeal-assigned").with("assessor", &account.name).with("appeal", &appeal.code);
    work.commit(Done::new(appeal_address(&appeal), said)).await
}

async fn parse(desk: &Desk, form: &Form, appeal: &AppealFact) -> Result<(AccountFact, Day), Halt> {
    let mut reading = form.read();
    let login = reading.text("assessor");
    let on = past_day(desk, &mut reading);
    let id: Option<AccountId> = access::account_named(desk.house.db.read(), &login).await?;
    let account = match id {
        Some(id) => office::facts::account(desk.house.db.read(), id).await?,
        None => None,
    };
    if account.is_none() && !login.is_empty() {
        reading.problem("assessor", Say::new("problem-unknown").with("text", &login));
    }
    if on < appeal.lodged_on {
        let say = Say::new("appeal-problem-day-before").with("day", day::short(appeal.lodged_on));
        reading.problem("day", say);
    }
    reading.done()?;
    Ok((account.ok_or(Halt::Missing)?, on))
}

/// Reads who judged and who trained, and asks the rule.
async fn independent(
    tx: &store::DatabaseTransaction,
    appeal: &AppealFact,
    batch: &BatchFact,
    account: &AccountFact,
) -> Result<(), Halt> {
    let sittings = facts::sittings(tx, batch.id).await?;
    let results = facts::results(tx, batch.id).await?;
    let judges: Vec<AccountId> = results
        .iter()
        .filter(|one| one.person == appeal.person && one.unit == appeal.unit)
        .filter_map(|one| sittings.iter().find(|sitting| sitting.id == one.sitting)?.assessor_account)
        .collect();
    let recorders = training::facts::recorders_of(tx, batch.id).await?;
    let is_assessor = account.roles.iter().any(|role| role == Role::Assessor.code());
    another_assessor(
        (account.id, &account.name, is_assessor),
        &judges,
        (&instructors(tx, batch).await?, &recorders),
    )?;
    Ok(())
}

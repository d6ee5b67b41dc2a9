// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An account is closed: nobody signs in with it any more, and what was done with it stays.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Prepared, Refusal, Say};
use serde_json::json;

use crate::facts::{self, AccountFact};
use crate::store;

pub const CLOSE: Action = Action {
    name: "account close",
    path: "/accounts/{account}/closing",
    act: Act::AccountClose,
    room: "office",
    fields: &[Field::path("account")],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

pub(super) async fn load(desk: &Desk, form: &Form) -> Result<AccountFact, Halt> {
    let on = desk.house.db.read();
    let id = access::account_named(on, form.text("account")).await?.ok_or(Halt::Missing)?;
    facts::account(on, id).await?.ok_or(Halt::Missing)
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    desk.allow(Act::AccountClose, &Target::default())?;
    let account = load(desk, form).await?;
    Ok(Prepared::about(format!("{} ({})", account.name, account.login), "/accounts"))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    desk.allow(Act::AccountClose, &Target::default())?;
    let account = load(desk, form).await?;
    if desk.actor.account == Some(account.id) {
        return Err(Refusal::new("OFFC-01").into());
    }
    let mut work = desk.begin("account close").await?;
    access::end_sign_ins_of(&work.tx, account.id, None).await?;
    access::revoke_tokens_of(&work.tx, account.id, desk.now).await?;
    if store::close_account(&work.tx, account.id, desk.today()).await? == 0 {
        return Err(Halt::Missing);
    }
    let content = json!({ "login": account.login });
    let event = Event::new("AccountClosed", Object::new("account", account.id.0), content);
    work.record(event.about("organisation", account.organisation.0)).await?;
    work.commit(Done::new("/accounts", Say::new("office-account-closed").with("name", &account.name))).await
}

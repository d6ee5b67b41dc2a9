// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The administrator gives a first password to somebody who cannot get in any more. Whatever was open ends.

use access::{Act, Target};
use audit::{Event, Object};
use chrono::Duration;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use serde_json::json;

use crate::actions::close::load;
use crate::once;

pub const RESET: Action = Action {
    name: "account reset",
    path: "/accounts/{account}/reset",
    act: Act::AccountReset,
    room: "office",
    fields: &[Field::path("account"), Field::optional("second_factor", Kind::Check)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    desk.allow(Act::AccountReset, &Target::default())?;
    let account = load(desk, form).await?;
    Ok(Prepared::about(format!("{} ({})", account.name, account.login), "/accounts"))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    desk.allow(Act::AccountReset, &Target::default())?;
    let account = load(desk, form).await?;
    if desk.actor.account == Some(account.id) {
        return Err(Refusal::new("OFFC-06").into());
    }
    let removes_factor = form.read().check("second_factor");
    let password = access::first_password(desk.dice.bytes());
    let hash = access::hash_password(&password, desk.dice.bytes())
        .map_err(|problem| anyhow::anyhow!("a first password is refused: {problem:?}"))?;
    let ends_at = desk.now + Duration::days(access::FIRST_PASSWORD_DAYS);

    let mut work = desk.begin("account reset").await?;
    if !access::set_password(&work.tx, account.id, &hash, Some(ends_at)).await? {
        return Err(Halt::Missing);
    }
    access::forget_wrong_proofs(&work.tx, account.id).await?;
    access::end_sign_ins_of(&work.tx, account.id, None).await?;
    access::revoke_tokens_of(&work.tx, account.id, desk.now).await?;
    let content = json!({ "login": account.login, "second_factor": removes_factor });
    let event = Event::new("AccountReset", Object::new("account", account.id.0), content);
    work.record(event.about("organisation", account.organisation.0)).await?;
    if removes_factor && access::remove_factor(&work.tx, account.id).await? {
        let object = Object::new("account", account.id.0);
        work.record(Event::new("SecondFactorRemoved", object, json!({ "by": "administrator" }))).await?;
    }
    let done = Done::new("/accounts", Say::new("office-account-reset").with("name", &account.name));
    let shown = once::first_password(desk, &account.name, &account.login, &password)?;
    work.commit(done.showing_once(shown)).await
}

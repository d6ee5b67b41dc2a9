// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Somebody moves to another post: her roles change, and with them at once what she sees.

use access::{Act, Role, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Prepared, Refusal, Say};
use serde_json::json;

use crate::actions::close::load;
use crate::actions::open::{ROLE, read_roles};
use crate::store;

pub const ROLES: Action = Action {
    name: "account roles",
    path: "/accounts/{account}/roles",
    act: Act::AccountRoles,
    room: "office",
    fields: &[
        Field::path("account"),
        Field::required("roles", ROLE),
        Field::optional("second_role", ROLE),
        Field::optional("third_role", ROLE),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    desk.allow(Act::AccountRoles, &Target::default())?;
    let account = load(desk, form).await?;
    let prepared = Prepared::about(format!("{} ({})", account.name, account.login), "/accounts");
    let fields = ["roles", "second_role", "third_role"];
    Ok(fields
        .iter()
        .zip(&account.roles)
        .fold(prepared, |prepared, (field, role)| prepared.filled(field, role)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    desk.allow(Act::AccountRoles, &Target::default())?;
    let mut reading = form.read();
    let roles = read_roles(form, &mut reading);
    reading.done()?;
    let account = load(desk, form).await?;
    // Nobody gives herself rights, and the last administrator does not lock the door behind her.
    if desk.actor.account == Some(account.id) {
        return Err(Refusal::new("OFFC-07").into());
    }
    let mut work = desk.begin("account roles").await?;
    store::set_roles(&work.tx, account.id, &roles).await?;
    let codes: Vec<&str> = roles.iter().copied().map(Role::code).collect();
    let content = json!({ "login": account.login, "before": account.roles, "roles": codes });
    let event = Event::new("RolesChanged", Object::new("account", account.id.0), content);
    work.record(event.about("organisation", account.organisation.0)).await?;
    work.commit(Done::new("/accounts", Say::new("office-roles-changed").with("name", &account.name))).await
}

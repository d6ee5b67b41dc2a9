// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Writing organisations and accounts; their tables stand in access, which reads them to decide.

use ::store::{ConnectionTrait, DbErr, insert, run, violation};
use access::Role;
use chrono::{DateTime, Utc};
use desk::{Halt, Say};
use kernel::day::Day;
use kernel::id::{AccountId, OrganisationId};

use crate::facts::OrganisationFact;

/// Writes an organisation.
pub(crate) async fn add_organisation<C: ConnectionTrait>(
    on: &C,
    new: &OrganisationFact,
) -> Result<(), DbErr> {
    insert("organisation")
        .set("id", new.id.0)
        .set("code", new.code.clone())
        .set("kind", new.kind.clone())
        .set("name", new.name.clone())
        .set("short_name", new.short_name.clone())
        .set("zone", new.zone.label())
        .set("district_code", new.district_code.clone())
        .set("address", new.address.clone())
        .set("parent_id", new.parent.map(|id| id.0))
        .run(on)
        .await
}

/// An account to be opened.
pub(crate) struct NewAccount {
    pub id: AccountId,
    pub login: String,
    pub name: String,
    pub post: String,
    pub password_hash: String,
    /// When a first password ends; none for one that stays.
    pub password_ends_at: Option<DateTime<Utc>>,
    pub organisation: OrganisationId,
    pub roles: Vec<Role>,
}

/// Writes an account with its roles.
pub(crate) async fn add_account<C: ConnectionTrait>(on: &C, new: &NewAccount) -> Result<(), DbErr> {
    insert("account")
        .set("id", new.id.0)
        .set("login", new.login.clone())
        .set("name", new.name.clone())
        .set("post", new.post.clone())
        .set("password_hash", new.password_hash.clone())
        .set("password_ends_at", new.password_ends_at)
        .set("organisation_id", new.organisation.0)
        .run(on)
        .await?;
    add_roles(on, new.id, &new.roles).await
}

async fn add_roles<C: ConnectionTrait>(on: &C, id: AccountId, roles: &[Role]) -> Result<(), DbErr> {
    for role in roles {
        insert("account_role").set("account_id", id.0).set("role", role.code()).run(on).await?;
    }
    Ok(())
}

/// Puts these roles in place of those before.
pub(crate) async fn set_roles<C: ConnectionTrait>(
    on: &C,
    id: AccountId,
    roles: &[Role],
) -> Result<(), DbErr> {
    run(on, "DELETE FROM account_role WHERE account_id = $1", [id.0.into()]).await?;
    add_roles(on, id, roles).await
}

/// Closes an account; answers 0 when it was closed already.
pub(crate) async fn close_account<C: ConnectionTrait>(on: &C, id: AccountId, day: Day) -> Result<u64, DbErr> {
    let sql = "UPDATE account SET closed_on = $2 WHERE id = $1 AND closed_on IS NULL";
    run(on, sql, [id.0.into(), day.into()]).await
}

/// Turns a name taken by another hand into a problem of its field.
pub(crate) fn taken(error: DbErr, field: &'static str, text: &str) -> Halt {
    match violation(&error) {
        Some(no)
            if no.is("organisation_code", "organisation.code") || no.is("account_login", "account.login") =>
        {
            Halt::field(field, Say::new("problem-taken").with("text", text))
        }
        _ => error.into(),
    }
}

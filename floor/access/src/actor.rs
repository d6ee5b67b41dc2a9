// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who acts: an account with its office, roles and grants, read once for a request.

use chrono::{DateTime, Utc};
use kernel::id::{AccountId, OrganisationId};
use kernel::zone::Zone;
use store::{ConnectionTrait, DbErr, FromQueryResult, one, rows};
use uuid::Uuid;

use crate::grant::grants_of;
use crate::{Act, Entry, Grant, Role};

/// The office an account belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    pub id: OrganisationId,
    pub code: String,
    pub kind: String,
    pub name: String,
    pub zone: Zone,
}

/// Someone at work.
#[derive(Debug, Clone)]
pub struct Actor {
    pub account: Option<AccountId>,
    pub login: String,
    pub name: String,
    pub post: String,
    pub office: Option<Office>,
    pub roles: Vec<Role>,
    pub grants: Vec<Grant>,
    /// Set by the door; nothing is proven until it says so.
    pub entry: Entry,
    /// The password was set by somebody else and is still to be changed.
    pub has_first_password: bool,
}

impl Actor {
    /// With a password that somebody else knows, nothing is done but to change it. The operator sets such passwords.
    pub(crate) fn must_first_change_password(&self, act: Act) -> bool {
        self.has_first_password && act != Act::AccountOwn && self.entry != Entry::Operator
    }

    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// The office's id; none for the public.
    pub fn office_id(&self) -> Option<OrganisationId> {
        self.office.as_ref().map(|office| office.id)
    }

    /// The zone in which this person's days begin and end; WIB for the public.
    pub fn zone(&self) -> Zone {
        self.office.as_ref().map_or(Zone::Wib, |office| office.zone)
    }
}

#[derive(FromQueryResult)]
struct AccountRow {
    id: Uuid,
    login: String,
    name: String,
    post: String,
    organisation_id: Uuid,
    code: String,
    kind: String,
    organisation_name: String,
    zone: String,
    password_ends_at: Option<DateTime<Utc>>,
}

#[derive(FromQueryResult)]
struct RoleRow {
    role: String,
}

/// The public, and the system's own setting-up.
pub fn actor_without_account(name: &str, roles: Vec<Role>) -> Actor {
    Actor {
        account: None,
        login: String::new(),
        name: name.to_owned(),
        post: String::new(),
        office: None,
        roles,
        grants: Vec::new(),
        entry: Entry::Unproven,
        has_first_password: false,
    }
}

/// The account's id by its sign-in name, if it is open.
pub async fn account_named<C: ConnectionTrait>(on: &C, login: &str) -> Result<Option<AccountId>, DbErr> {
    #[derive(FromQueryResult)]
    struct IdRow {
        id: Uuid,
    }
    let sql = "SELECT id FROM account WHERE login = $1 AND closed_on IS NULL";
    let found: Option<IdRow> = one(on, sql, [login.into()]).await?;
    Ok(found.map(|row| AccountId(row.id)))
}

/// Reads an open account with its office, roles and grants. The door that knows how she came in sets `entry`.
pub async fn actor_of<C: ConnectionTrait>(on: &C, account: AccountId) -> Result<Option<Actor>, DbErr> {
    let sql = "SELECT a.id, a.login, a.name, a.post, a.organisation_id, o.code, o.kind, o.name AS organisation_name, o.zone, \
               a.password_ends_at \
               FROM account a JOIN organisation o ON o.id = a.organisation_id WHERE a.id = $1 AND a.closed_on IS NULL";
    let Some(row): Option<AccountRow> = one(on, sql, [account.0.into()]).await? else {
        return Ok(None);
    };
    let roles: Vec<RoleRow> =
        rows(on, "SELECT role FROM account_role WHERE account_id = $1 ORDER BY role", [account.0.into()])
            .await?;
    let office = OrganisationId(row.organisation_id);
    Ok(Some(Actor {
        account: Some(AccountId(row.id)),
        login: row.login,
        name: row.name,
        post: row.post,
        office: Some(Office {
            id: office,
            code: row.code,
            kind: row.kind,
            name: row.organisation_name,
            zone: Zone::from_label(&row.zone).unwrap_or(Zone::Wib),
        }),
        roles: roles.iter().filter_map(|row| Role::from_code(&row.role)).collect(),
        grants: grants_of(on, office).await?,
        entry: Entry::Unproven,
        has_first_password: row.password_ends_at.is_some(),
    }))
}

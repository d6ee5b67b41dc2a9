// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who acts: an account with its office, roles and grants, read once for a request.

use chrono::{DateTime, Utc};
use kernel::id::{AccountId, OrganisationId};
use kernel::zone::Zone;
use store::{ConnectionTrait, DbErr, FromQueryResult, QueryResult, one};
use uuid::Uuid;

use crate::grant::grants_of;
use crate::sign_in::{COLUMNS as SIGN_IN_COLUMNS, SignInRow, SignedIn, token_hash};
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
    /// Separated by spaces.
    roles: Option<String>,
}

/// Account `a`, which is open, with its office `o`.
const ACCOUNT: &str = "a.id, a.login, a.name, a.post, a.organisation_id, o.code, o.kind, o.name AS organisation_name, o.zone, \
    a.password_ends_at, (SELECT STRING_AGG(r.role, ' ') FROM account_role r WHERE r.account_id = a.id) AS roles";
const OPEN_ACCOUNT: &str = "JOIN organisation o ON o.id = a.organisation_id WHERE a.closed_on IS NULL AND";

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
    let sql = format!("SELECT {ACCOUNT} FROM account a {OPEN_ACCOUNT} a.id = $1");
    match one(on, &sql, [account.0.into()]).await? {
        Some(row) => Ok(Some(actor(on, row).await?)),
        None => Ok(None),
    }
}

/// The sign-in of a token and whose it is: every request begins with this, so it asks as little as it can.
struct Arrival {
    sign_in: SignInRow,
    account: AccountRow,
}

impl FromQueryResult for Arrival {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        let sign_in = SignInRow::from_query_result(row, prefix)?;
        Ok(Self { sign_in, account: AccountRow::from_query_result(row, prefix)? })
    }
}

/// The sign-in of this token, if it is neither idle nor old, with its open account. Its entry is the sign-in.
pub async fn arrived<C: ConnectionTrait>(
    on: &C,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<(SignedIn, Actor)>, DbErr> {
    let sql = format!(
        "SELECT {SIGN_IN_COLUMNS}, {ACCOUNT} FROM sign_in s JOIN account a ON a.id = s.account_id {OPEN_ACCOUNT} \
         s.token_hash = $1"
    );
    let found: Option<Arrival> = one(on, &sql, [token_hash(token).into()]).await?;
    let Some(Arrival { sign_in, account }) = found.filter(|found| found.sign_in.is_live(now)) else {
        return Ok(None);
    };
    let signed_in = SignedIn::from(sign_in);
    let mut actor = actor(on, account).await?;
    actor.entry = Entry::SignIn { mark: signed_in.mark.clone(), proved_at: signed_in.proved_at };
    Ok(Some((signed_in, actor)))
}

async fn actor<C: ConnectionTrait>(on: &C, row: AccountRow) -> Result<Actor, DbErr> {
    let office = OrganisationId(row.organisation_id);
    let roles = row.roles.unwrap_or_default();
    let mut roles: Vec<Role> = roles.split(' ').filter_map(Role::from_code).collect();
    roles.sort_unstable_by_key(|role| role.code());
    Ok(Actor {
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
        roles,
        grants: grants_of(on, office).await?,
        entry: Entry::Unproven,
        has_first_password: row.password_ends_at.is_some(),
    })
}

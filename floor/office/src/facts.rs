// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may know about organisations and accounts, and the choices their forms offer.

pub use crate::twins::OfficeName;

use ::store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use desk::{Choice, Desk, Form, Future, Halt};
use kernel::id::{AccountId, OrganisationId};
use kernel::zone::Zone;
use uuid::Uuid;

/// An organisation.
///
/// # Shape
/// `code` is unique, such as `lapas-jember`; `kind` is a code of `kernel::organisation::kinds`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationFact {
    pub id: OrganisationId,
    pub code: String,
    pub kind: String,
    pub name: String,
    pub short_name: String,
    pub zone: Zone,
    /// A district by Kemendagri code, such as `35.09`.
    pub district_code: Option<String>,
    pub address: String,
    pub parent: Option<OrganisationId>,
}

impl OrganisationFact {
    /// Whether the law puts people in this office's charge, behind a gate or at home.
    pub fn answers_for_people(&self) -> bool {
        kernel::organisation::kind(&self.kind).is_some_and(|kind| kind.answers_for_people())
    }
}

/// An account that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountFact {
    pub id: AccountId,
    pub login: String,
    pub name: String,
    pub post: String,
    pub organisation: OrganisationId,
    /// Codes of `access::Role`.
    pub roles: Vec<String>,
}

#[derive(FromQueryResult)]
struct OrganisationRow {
    id: Uuid,
    code: String,
    kind: String,
    name: String,
    short_name: String,
    zone: String,
    district_code: Option<String>,
    address: String,
    parent_id: Option<Uuid>,
}

impl From<OrganisationRow> for OrganisationFact {
    fn from(row: OrganisationRow) -> Self {
        Self {
            id: OrganisationId(row.id),
            code: row.code,
            kind: row.kind,
            name: row.name,
            short_name: row.short_name,
            zone: Zone::from_label(&row.zone).expect("the table admits the three zones only"),
            district_code: row.district_code,
            address: row.address,
            parent: row.parent_id.map(OrganisationId),
        }
    }
}

const ORGANISATION: &str =
    "SELECT id, code, kind, name, short_name, zone, district_code, address, parent_id FROM organisation";

/// The organisation with this code.
pub async fn by_code<C: ConnectionTrait>(on: &C, code: &str) -> Result<Option<OrganisationFact>, DbErr> {
    let sql = format!("{ORGANISATION} WHERE code = $1");
    let found: Option<OrganisationRow> = one(on, &sql, [code.trim().into()]).await?;
    Ok(found.map(Into::into))
}

/// The organisation with this id.
pub async fn by_id<C: ConnectionTrait>(
    on: &C,
    id: OrganisationId,
) -> Result<Option<OrganisationFact>, DbErr> {
    let sql = format!("{ORGANISATION} WHERE id = $1");
    let found: Option<OrganisationRow> = one(on, &sql, [id.0.into()]).await?;
    Ok(found.map(Into::into))
}

/// Every organisation, by name.
pub async fn all<C: ConnectionTrait>(on: &C) -> Result<Vec<OrganisationFact>, DbErr> {
    let sql = format!("{ORGANISATION} ORDER BY name, code");
    let found: Vec<OrganisationRow> = rows(on, &sql, []).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

#[derive(FromQueryResult)]
struct AccountRow {
    id: Uuid,
    login: String,
    name: String,
    post: String,
    organisation_id: Uuid,
    role: Option<String>,
}

/// One row per account and role, so that accounts without a role are there too.
const ACCOUNT: &str = "SELECT a.id, a.login, a.name, a.post, a.organisation_id, r.role FROM account a \
                       LEFT JOIN account_role r ON r.account_id = a.id WHERE a.closed_on IS NULL";

async fn accounts<C: ConnectionTrait>(
    on: &C,
    and: &str,
    value: Option<Value>,
) -> Result<Vec<AccountFact>, DbErr> {
    let sql = format!("{ACCOUNT} {and} ORDER BY a.name, a.login, r.role");
    let found: Vec<AccountRow> = rows(on, &sql, value).await?;
    let mut accounts: Vec<AccountFact> = Vec::new();
    for row in found {
        if accounts.last().is_none_or(|last| last.id.0 != row.id) {
            accounts.push(AccountFact {
                id: AccountId(row.id),
                login: row.login,
                name: row.name,
                post: row.post,
                organisation: OrganisationId(row.organisation_id),
                roles: Vec::new(),
            });
        }
        if let Some(account) = accounts.last_mut() {
            account.roles.extend(row.role);
        }
    }
    Ok(accounts)
}

/// The open accounts of one organisation, by name.
pub async fn accounts_of<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
) -> Result<Vec<AccountFact>, DbErr> {
    accounts(on, "AND a.organisation_id = $1", Some(office.0.into())).await
}

/// Every open account, by name.
pub async fn all_accounts<C: ConnectionTrait>(on: &C) -> Result<Vec<AccountFact>, DbErr> {
    accounts(on, "", None).await
}

/// An open account.
pub async fn account<C: ConnectionTrait>(on: &C, id: AccountId) -> Result<Option<AccountFact>, DbErr> {
    Ok(accounts(on, "AND a.id = $1", Some(id.0.into())).await?.pop())
}

/// Id and name of an account by its sign-in name, closed ones too.
pub(crate) async fn account_ever<C: ConnectionTrait>(
    on: &C,
    login: &str,
) -> Result<Option<(AccountId, String)>, DbErr> {
    #[derive(FromQueryResult)]
    struct NameRow {
        id: Uuid,
        name: String,
    }
    let sql = "SELECT id, name FROM account WHERE login = $1";
    let found: Option<NameRow> = one(on, sql, [login.into()]).await?;
    Ok(found.map(|row| (AccountId(row.id), row.name)))
}

/// Every organisation as a choice, its code as the value.
pub fn pick_organisations<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let found = all(desk.house.db.read()).await?;
        Ok(found.into_iter().map(|office| Choice { value: office.code, label: office.name }).collect())
    })
}

/// Every open account as a choice, its sign-in name as the value; the label says post and organisation too.
pub fn pick_accounts<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let offices = all(desk.house.db.read()).await?;
        let found = all_accounts(desk.house.db.read()).await?;
        let label = |account: &AccountFact| {
            let office = offices.iter().find(|office| office.id == account.organisation);
            let parts =
                [account.name.as_str(), &account.post, office.map_or("", |office| &office.short_name)];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        };
        Ok(found
            .iter()
            .map(|account| Choice { value: account.login.clone(), label: label(account) })
            .collect())
    })
}

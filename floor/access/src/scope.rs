// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The part of the world in which an actor may do an act; lists ask it for their condition.

use chrono::{DateTime, Utc};
use kernel::id::{AccountId, AgreementId, OrganisationId};
use store::Value;

use crate::{Act, Actor, Relation, policy};

/// Where an actor may do an act. Everything empty means nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Everywhere.
    pub all: bool,
    /// Things of this office.
    pub owner: Option<OrganisationId>,
    /// Things under these agreements, whose grants are valid now.
    pub agreements: Vec<AgreementId>,
    /// Things addressed to this office.
    pub addressed: Option<OrganisationId>,
    /// Things that name this account.
    pub assigned: Option<AccountId>,
}

/// Reads the act's row for this actor at this instant.
pub fn scope(actor: &Actor, act: Act, now: DateTime<Utc>) -> Scope {
    // The way in is asked first: what a token was not given, no role gives back.
    if !actor.entry.admits(act) || actor.must_first_change_password(act) {
        return Scope::default();
    }
    let row = policy::row(act);
    let may = |relation| row.roles(relation).iter().any(|role| actor.has(*role));
    let office = actor.office_id();
    Scope {
        all: row.is_public || may(Relation::Any),
        owner: office.filter(|_| may(Relation::Own)),
        agreements: match may(Relation::Party) {
            true => {
                actor.grants.iter().filter(|grant| grant.valid_at(now)).map(|grant| grant.agreement).collect()
            }
            false => Vec::new(),
        },
        addressed: office.filter(|_| may(Relation::Addressed)),
        assigned: actor.account.filter(|_| may(Relation::Assigned)),
    }
}

impl Scope {
    /// True when no thing at all can lie within.
    pub fn is_nowhere(&self) -> bool {
        *self == Self::default()
    }

    /// The scope as an SQL condition, with its values appended to `values`.
    ///
    /// # Shape
    /// Each column is an SQL expression, or a test with `{}` where the value goes, such as
    /// `EXISTS (SELECT 1 FROM agreement_party p WHERE p.agreement_id = a.id AND p.organisation_id = {})`.
    /// A relation for which no column is given admits nothing.
    pub fn condition(&self, columns: &ScopeColumns, values: &mut Vec<Value>) -> String {
        if self.all {
            return "1 = 1".to_owned();
        }
        let mut tests = Vec::new();
        let mut test = |column: Option<&'static str>, value: Value| {
            let Some(column) = column else { return };
            values.push(value);
            let place = format!("${}", values.len());
            tests.push(if column.contains("{}") {
                column.replace("{}", &place)
            } else {
                format!("{column} = {place}")
            });
        };
        if let Some(owner) = self.owner {
            test(columns.owner, owner.0.into());
        }
        for agreement in &self.agreements {
            test(columns.agreement, agreement.0.into());
        }
        if let Some(addressed) = self.addressed {
            test(columns.addressed, addressed.0.into());
        }
        if let Some(assigned) = self.assigned {
            test(columns.assigned, assigned.0.into());
        }
        if tests.is_empty() { "1 = 0".to_owned() } else { format!("({})", tests.join(" OR ")) }
    }
}

/// Where a list's query keeps owner, agreement, addressee and assignee.
#[derive(Debug, Clone, Copy, Default)]
pub struct ScopeColumns {
    pub owner: Option<&'static str>,
    pub agreement: Option<&'static str>,
    pub addressed: Option<&'static str>,
    pub assigned: Option<&'static str>,
}

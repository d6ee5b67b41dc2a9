// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The one decision: may this actor do this act to this thing, now.

use chrono::{DateTime, Utc};
use kernel::id::{AccountId, AgreementId, OrganisationId};
use kernel::sensitive::{Class, Right};

use crate::{Act, Actor, Relation, Scope, needs_proof, scope};

/// Whose a thing is and to whom it is addressed. Empty means: only a role that may do it anywhere.
#[derive(Debug, Clone, Default)]
pub struct Target {
    /// Offices the thing belongs to: the host, the issuer, the owner of the record.
    pub owners: Vec<OrganisationId>,
    /// Agreements under which partners reach it.
    pub agreements: Vec<AgreementId>,
    /// Organisations it is addressed to, agreement or not.
    pub addressed: Vec<OrganisationId>,
    /// Accounts it names.
    pub assigned: Vec<AccountId>,
}

impl Target {
    /// A thing of one office.
    pub fn of(owner: OrganisationId) -> Self {
        Self { owners: vec![owner], ..Self::default() }
    }

    #[must_use]
    pub fn under(mut self, agreement: AgreementId) -> Self {
        self.agreements.push(agreement);
        self
    }

    #[must_use]
    pub fn also_of(mut self, owner: OrganisationId) -> Self {
        self.owners.push(owner);
        self
    }

    #[must_use]
    pub fn addressed_to(mut self, organisations: impl IntoIterator<Item = OrganisationId>) -> Self {
        self.addressed.extend(organisations);
        self
    }

    #[must_use]
    pub fn assigned_to(mut self, accounts: impl IntoIterator<Item = AccountId>) -> Self {
        self.assigned.extend(accounts);
        self
    }
}

/// The answer no. Where even the existence of a thing is secret, the page says that there is nothing here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{} is not allowed here", .act.code())]
pub struct Denied {
    pub act: Act,
}

/// Decides for one thing, by the same rows that give the list condition.
///
/// # Errors
/// The table has no cell that lets this actor do it.
pub fn authorise(actor: &Actor, act: Act, target: &Target, now: DateTime<Utc>) -> Result<(), Denied> {
    if scope(actor, act, now).admits(target) { Ok(()) } else { Err(Denied { act }) }
}

/// The key to one class of sensitive data of one thing, if the table grants it and any proof it asks for is fresh.
pub fn right(actor: &Actor, class: Class, target: &Target, now: DateTime<Utc>) -> Option<Right> {
    let act = match class {
        Class::Offence => Act::SeeOffence,
        Class::Sentence => Act::SeeSentence,
        Class::Health => Act::SeeHealth,
        Class::Block => Act::SeeBlock,
        Class::KeepApart => Act::SeeKeepApart,
        Class::Nik => Act::SeeNik,
    };
    // A value once shown cannot be taken back: where the row asks for a fresh proof, it comes before the key.
    if needs_proof(actor, act, now) {
        return None;
    }
    authorise(actor, act, target, now).ok().map(|()| Right::granted_by_policy(class))
}

impl Scope {
    /// True when the thing lies within the scope.
    pub fn admits(&self, target: &Target) -> bool {
        Relation::ALL.into_iter().any(|relation| match relation {
            Relation::Any => self.all,
            Relation::Own => self.owner.is_some_and(|office| target.owners.contains(&office)),
            Relation::Party => target.agreements.iter().any(|agreement| self.agreements.contains(agreement)),
            Relation::Addressed => self.addressed.is_some_and(|office| target.addressed.contains(&office)),
            Relation::Assigned => self.assigned.is_some_and(|account| target.assigned.contains(&account)),
        })
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may know about hand-overs.

use access::Target;
use kernel::day::Day;
use kernel::id::{AccountId, HandoverId, OrganisationId, PersonId};
use store::{ConnectionTrait, DbErr};

pub use crate::state::{HandoverState, Standing};
use crate::{state, store as tables};

/// One pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverFact {
    pub id: HandoverId,
    pub code: String,
    pub person: PersonId,
    pub from: OrganisationId,
    pub to: OrganisationId,
    pub state: HandoverState,
    /// The day of release expected when the pack was made.
    pub expected_on: Day,
    pub prepared_on: Day,
    pub decided_on: Option<Day>,
    pub counsellor: Option<AccountId>,
    pub first_meeting_on: Option<Day>,
    pub reason: Option<String>,
}

impl HandoverFact {
    /// Of the prison that made it, addressed to the office that receives it, assigned to the counsellor.
    pub fn target(&self) -> Target {
        Target::of(self.from).addressed_to([self.to]).assigned_to(self.counsellor)
    }
}

/// The latest pack of a person.
pub async fn handover_of<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
) -> Result<Option<HandoverFact>, DbErr> {
    tables::latest(on, person).await
}

/// How a person stands between prison and probation office.
pub async fn standing<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Standing, DbErr> {
    let latest = tables::latest(on, person).await?;
    let released = people::facts::released_on(on, person).await?.is_some();
    Ok(state::standing(latest.map(|pack| pack.state), released))
}

/// The counsellor who accepted a person, if one did.
pub async fn counsellor_of<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Option<AccountId>, DbErr> {
    Ok(tables::latest(on, person).await?.and_then(|pack| pack.counsellor))
}

/// Whether two records each have a pack that waits for an answer; one person has one.
pub async fn both_wait<C: ConnectionTrait>(
    on: &C,
    (kept, second): (PersonId, PersonId),
) -> Result<bool, DbErr> {
    let (of_kept, of_second) = tables::waiting_of(on, (kept, second)).await?;
    Ok(!of_kept.is_empty() && !of_second.is_empty())
}

/// Packs that wait for this office's answer, oldest first.
pub async fn waiting_for<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
) -> Result<Vec<HandoverFact>, DbErr> {
    tables::waiting_for(on, office).await
}

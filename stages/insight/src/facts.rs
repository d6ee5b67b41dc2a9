// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms and the door may read: how far people came, of how many, as of a day.

use kernel::day::Day;
use kernel::id::{AgreementId, OrganisationId, ProgrammeId};
use store::{ConnectionTrait, DbErr};

pub use crate::gather::{Counted, counted};
pub use crate::tally::{Code, SMALLEST_FOR_PERCENT, Step, Tally};

/// Which batches are counted; everything empty means those of every office that answers for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    pub agreement: Option<AgreementId>,
    /// The host of the batches.
    pub office: Option<OrganisationId>,
    pub programme: Option<ProgrammeId>,
}

/// The steps from interest to a livelihood, as of a day.
pub async fn funnel<C: ConnectionTrait>(on: &C, filter: &Filter, today: Day) -> Result<Vec<Step>, DbErr> {
    let counted = counted(on, filter, today).await?;
    Ok(counted.into_iter().map(|batch| batch.tally).sum::<Tally>().steps())
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may know of partnerships: agreements with their parties and terms, promises kept, meetings.

mod agreement;
mod meeting;
mod obligation;
mod select;

pub use agreement::{AgreementFact, AgreementKind, AgreementState, PartyFact, PartyRole, Standing};
pub use meeting::{ItemFact, MeetingFact, meeting_by_code, open_items_of};
pub use obligation::{ObligationFact, Progress, obligation_by_code, obligations};
pub use select::{
    agreement, agreement_by_code, agreement_named, agreements_of_host, agreements_of_party, parties,
    pick_agreements,
};

pub(crate) use meeting::{meeting_of, select_meetings};
pub(crate) use obligation::obligations_of_all;
pub(crate) use select::{AGREEMENT_SCOPE, select_agreements};

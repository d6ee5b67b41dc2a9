// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may read: sessions held, who was there, what each person has earned, and who completed. Nothing here writes.

mod credit;
mod roster;
mod session;

pub use credit::{
    CompletionFact, Earned, EarnedIn, RecognisedFact, SkillFact, closed_by, closed_on, completion,
    completions, earned, ledger, ledgers, marks_missing, recognised, skills_of_batch, soft_skills,
};
pub(crate) use roster::person_meant;
pub use roster::{Learner, Roster, roster};
pub use session::{
    MarkFact, SessionFact, held_count, mark_versions, marks_count, marks_of_session, recorders_of,
    session_at, sessions, trainers_of,
};
pub(crate) use session::{held_jp, marks_of_batch, session_of_slot, session_with_mark};

pub use crate::ledger::{Ledger, ModuleLedger, UnitLedger};
pub use crate::rules::{Letter, Level, Mark, Reason};
pub use crate::state::SessionState;

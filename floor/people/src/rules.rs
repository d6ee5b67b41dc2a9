// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Pure rules: who may leave a gate, how, and what a person is afterwards.

use desk::Refusal;
use kernel::day::{self, Day};
use kernel::person::{PersonKind, ReleaseKind};

use crate::facts::EpisodeFact;

/// The stay a release ends.
///
/// # Errors
/// `PEOP-01`, `PEOP-02` or `PEOP-04`, as `commands::release` says.
pub fn may_leave(
    stays: &[EpisodeFact],
    kind: ReleaseKind,
    day: Day,
    today: Day,
) -> Result<&EpisodeFact, Refusal> {
    let stay = stays
        .iter()
        .find(|stay| stay.ended_on.is_none() && stay.kind.is_in_custody())
        .ok_or(Refusal::new("PEOP-01"))?;
    if day < stay.admitted_on || day > today {
        let long = |day| day::long(day, kernel::Lang::Id);
        return Err(Refusal::new("PEOP-02")
            .with("admitted", long(stay.admitted_on))
            .with("today", long(today)));
    }
    if !is_open_to(kind, stay.kind) {
        return Err(Refusal::new("PEOP-04"));
    }
    Ok(stay)
}

/// Whether a way of leaving exists for people of this kind.
///
/// # Source
/// UU 22/2022, article 10: parole, leaves, assimilation and remission belong to the sentenced; who is held before a
/// sentence can only be freed.
pub fn is_open_to(kind: ReleaseKind, held_as: PersonKind) -> bool {
    match held_as {
        PersonKind::Convict | PersonKind::ConvictedChild => true,
        PersonKind::RemandDetainee => kind == ReleaseKind::FullRelease,
        PersonKind::Client | PersonKind::Former | PersonKind::Learner => false,
    }
}

/// What a person is after leaving: a client where a probation office goes on with her, otherwise fully released.
pub fn kind_after(kind: ReleaseKind, has_client_stay: bool) -> PersonKind {
    if kind.is_under_guidance() || has_client_stay { PersonKind::Client } else { PersonKind::Former }
}

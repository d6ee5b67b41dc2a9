// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The thorough search: seats stay, and the hours are polished for as long as somebody lets it.

use super::cost::{cost, seated, total};
use super::draft::{Draft, opened};
use super::lay::lay;
use super::snapshot::Snapshot;

/// Asked between moves with what the best hours so far cost; answers the share of the time that is used. 1.0 ends the search
/// and keeps the best.
pub type Pace<'p> = dyn FnMut(i64) -> f64 + Send + 'p;

/// Looks for better hours of the same seats. What comes back never costs more than what was there.
pub fn improve(snapshot: &Snapshot, draft: Draft, seed: u64, pace: &mut Pace<'_>) -> Draft {
    let Some(before) = cost(snapshot, &draft).map(|parts| total(&parts)) else { return draft };
    let seated = seated(snapshot, &draft);
    let mut asked = |progress: &timetable::Progress| {
        // What is not laid whole cannot be kept; until then what was there before is the best.
        let found = if progress.hard == 0 { progress.soft.min(before) } else { before };
        pace(found)
    };
    let Ok(slots) = lay(snapshot, &opened(&seated), seed, &mut asked) else { return draft };
    let mut better = draft.clone();
    better.slots = slots;
    better.slots.sort_by_key(|slot| (slot.batch, slot.day, slot.starts));
    let is_better = cost(snapshot, &better).is_some_and(|parts| total(&parts) < before);
    if is_better { better } else { draft }
}

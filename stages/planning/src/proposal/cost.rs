// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the hours of a draft cost: gaps, changes of room and the like, each by its weight. Less is better.

use super::draft::{Draft, opened};
use super::lay;
use super::snapshot::Snapshot;

/// What one soft rule counts in a draft.
///
/// # Units
/// `units` as the rule says, such as JP of waiting; what it costs is `units * weight`. Its word is `proposal-cost-RULE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostPart {
    pub rule: String,
    pub units: i64,
    pub weight: i64,
}

/// The rules of the hours with what they count; nothing where the hours are not whole.
pub fn cost(snapshot: &Snapshot, draft: &Draft) -> Option<Vec<CostPart>> {
    let seated = seated(snapshot, draft);
    let parts = lay::cost(snapshot, &opened(&seated), &draft.slots)?;
    let part = |part: timetable::office::Part| CostPart {
        rule: part.rule.to_owned(),
        units: part.units,
        weight: part.weight,
    };
    Some(parts.into_iter().map(part).collect())
}

/// The weighted sum.
pub fn total(parts: &[CostPart]) -> i64 {
    parts.iter().map(|part| part.units * part.weight).sum()
}

/// People by place in the snapshot, for each batch.
pub(super) fn seated(snapshot: &Snapshot, draft: &Draft) -> Vec<Vec<usize>> {
    let of_course = |course: &super::Course| {
        let own = draft.verdicts.iter().filter(|verdict| verdict.batch == Some(course.batch.id));
        own.filter_map(|verdict| snapshot.place_of(verdict.person)).collect()
    };
    snapshot.courses.iter().map(of_course).collect()
}

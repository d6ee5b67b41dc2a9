// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reasons after seats were changed by hand. The engine searched for the seats it gave; about others it proved nothing, so that
//! only what is plainly true is said of them.

use std::collections::BTreeSet;

use kernel::id::PersonId;

use super::draft::{Draft, Verdict};
use super::snapshot::{Course, Snapshot};
use super::why::{Bar, Why};

/// Gives every verdict a reason that holds: those moved by hand first, the others as far as theirs still holds.
pub fn retell(snapshot: &Snapshot, before: &Draft, after: &mut Draft, moved: &BTreeSet<PersonId>) {
    let all = after.verdicts.clone();
    for (was, verdict) in before.verdicts.iter().zip(&mut after.verdicts) {
        let course = |batch| snapshot.courses.iter().find(|course| course.batch.id == batch);
        let code = |batch| course(batch).map(|course| course.batch.code.clone()).unwrap_or_default();
        let is_moved = moved.contains(&verdict.person) && was.batch != verdict.batch;
        verdict.why = match (verdict.batch, was.batch) {
            (Some(batch), _) if is_moved => {
                Why::ByHand { batch: code(batch), points: snapshot.points(verdict.person, batch) }
            }
            (None, Some(batch)) if is_moved => {
                Why::TakenByHand { batch: code(batch), points: snapshot.points(verdict.person, batch) }
            }
            // Given by hand once before, in the draft this one comes from.
            (Some(_), _) if matches!(verdict.why, Why::ByHand { .. }) => verdict.why.clone(),
            (Some(batch), _) => {
                Why::Seat { batch: code(batch), points: snapshot.points(verdict.person, batch) }
            }
            (None, _) => still(snapshot, &all, verdict),
        };
    }
}

/// Why somebody has no seat, without what other seats would be worth.
fn still(snapshot: &Snapshot, all: &[Verdict], verdict: &Verdict) -> Why {
    let Why::KeptOut { batch, points, bars, .. } = &verdict.why else { return verdict.why.clone() };
    let Some(course) = snapshot.courses.iter().find(|course| course.batch.code == *batch) else {
        return verdict.why.clone();
    };
    let holds = |bar: &&Bar| match bar {
        Bar::Full { seats } => count(all, course) >= *seats,
        Bar::Apart => is_apart(snapshot, all, course, verdict.person),
        Bar::TooFew { .. } | Bar::Rivals { .. } | Bar::Vacant => true,
    };
    let mut bars: Vec<Bar> = bars.iter().filter(holds).cloned().collect();
    if bars.is_empty() {
        bars.push(Bar::Vacant);
    }
    Why::KeptOut { batch: batch.clone(), points: *points, bars, loss: None }
}

fn count(all: &[Verdict], course: &Course) -> i64 {
    let seated = all.iter().filter(|verdict| verdict.batch == Some(course.batch.id));
    i64::try_from(seated.count()).unwrap_or(i64::MAX)
}

/// Whether somebody who must be kept apart from the person sits there.
fn is_apart(snapshot: &Snapshot, all: &[Verdict], course: &Course, person: PersonId) -> bool {
    let sits = |place: usize| {
        let who = snapshot.people[place];
        all.iter().any(|verdict| verdict.person == who && verdict.batch == Some(course.batch.id))
    };
    let hers = snapshot.place_of(person);
    let pairs = snapshot.apart.places(&snapshot.people);
    pairs
        .into_iter()
        .any(|(one, other)| (Some(one) == hers && sits(other)) || (Some(other) == hers && sits(one)))
}

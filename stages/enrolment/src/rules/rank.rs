// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The order of those who may take part.

use std::cmp::Reverse;

use super::Considered;

/// Sorts: the eligible by points, then the rest as they came.
///
/// Of equal points, the one who leaves earlier goes first, because no later batch waits for them; those without a day
/// of release follow. Then the one who has waited longer; then by name, so that the same people always stand in the same order.
///
/// # Source
/// Product decision.
pub fn rank(mut people: Vec<Considered>) -> Vec<Considered> {
    people.sort_by(|one, other| key(one).cmp(&key(other)));
    people
}

type Key<'a> = (bool, bool, Reverse<i64>, i64, kernel::day::Day, &'a str, kernel::id::PersonId);

fn key(person: &Considered) -> Key<'_> {
    let leaves = person.spare_days.unwrap_or(i64::MAX);
    let place = if person.eligible { leaves } else { 0 };
    (
        !person.eligible,
        !person.applied,
        Reverse(person.score),
        place,
        person.waiting_since,
        &person.name,
        person.person,
    )
}

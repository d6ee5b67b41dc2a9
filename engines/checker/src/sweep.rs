// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Finds every pair of overlapping sessions that claim the same thing, by sorting and sweeping once.

use crate::timetable::Session;

/// A claim of one session on a room, an instructor or a person.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    pub holder: &'a str,
    pub session: &'a Session,
}

/// An overlap: the thing claimed twice, and the two sessions in the order of their start.
pub type Overlap<'a> = (&'a str, &'a Session, &'a Session);

/// All overlapping pairs of claims on the same holder.
///
/// Time is O(n log n + k) for n claims and k pairs found: each step of the sweep either drops a session that
/// is over, once for each claim, or names a pair. Sessions that do not end after their start claim nothing.
pub fn overlaps<'a>(claims: impl Iterator<Item = Claim<'a>>) -> Vec<Overlap<'a>> {
    near(claims, |_| 0)
}

/// The same where each session holds on for some minutes after its end.
pub fn near<'a>(
    claims: impl Iterator<Item = Claim<'a>>,
    pause: impl Fn(&Session) -> u16,
) -> Vec<Overlap<'a>> {
    let mut sorted: Vec<Claim<'a>> =
        claims.filter(|claim| claim.session.starts < claim.session.ends).collect();
    sorted.sort_by_key(|claim| (claim.holder, claim.session.day, claim.session.starts));
    let mut found = Vec::new();
    let mut running: Vec<&Session> = Vec::new();
    let mut current = None;
    for claim in sorted {
        let place = (claim.holder, claim.session.day);
        if current != Some(place) {
            running.clear();
            current = Some(place);
        }
        running.retain(|earlier| earlier.ends.saturating_add(pause(earlier)) > claim.session.starts);
        found.extend(running.iter().map(|earlier| (claim.holder, *earlier, claim.session)));
        running.push(claim.session);
    }
    found
}

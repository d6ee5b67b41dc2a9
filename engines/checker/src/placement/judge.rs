// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules of a placement, each a small function that adds what it finds; none hides what another says.

use super::finding::Misplacement;
use super::question::{Placement, Seat, Share};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Who sits in each batch, each once.
type Groups = BTreeMap<u32, BTreeSet<u32>>;

/// Names everything that is wrong with a placement, sorted by rule; an empty list means that it may stand.
///
/// # Shape
/// O(n log n) for n seats, pairs and members; a pair kept apart is named once for each batch in which both sit.
///
/// # Source
/// Product decision: a placement is proposed to people only after this judgement, whoever or whatever made it.
pub fn judge_placement(placement: &Placement) -> Vec<Misplacement> {
    let mut groups = Groups::new();
    for seat in &placement.seats {
        groups.entry(seat.batch).or_default().insert(seat.person);
    }
    let mut found = Vec::new();
    two_seats(&placement.seats, &mut found);
    ineligible(placement, &mut found);
    sizes(placement, &groups, &mut found);
    together(placement, &groups, &mut found);
    shares(placement, &groups, &mut found);
    contests(placement, &groups, &mut found);
    found.sort();
    found
}

fn two_seats(seats: &[Seat], found: &mut Vec<Misplacement>) {
    let mut batches_of: HashMap<u32, Vec<u32>> = HashMap::new();
    for seat in seats {
        batches_of.entry(seat.person).or_default().push(seat.batch);
    }
    for (person, mut batches) in batches_of {
        if batches.len() > 1 {
            batches.sort_unstable();
            found.push(Misplacement::TwoSeats { person, batches });
        }
    }
}

fn ineligible(placement: &Placement, found: &mut Vec<Misplacement>) {
    let known = |batch: u32| (batch as usize) < placement.batches.len();
    let mut left: HashSet<(u32, u32)> =
        placement.seats.iter().map(|seat| (seat.person, seat.batch)).filter(|pair| known(pair.1)).collect();
    for pair in &placement.eligible {
        left.remove(pair);
    }
    found.extend(left.into_iter().map(|(person, batch)| Misplacement::Ineligible { person, batch }));
    let unknown: BTreeSet<&Seat> = placement.seats.iter().filter(|seat| !known(seat.batch)).collect();
    let named = |seat: &Seat| Misplacement::BatchUnknown { person: seat.person, batch: seat.batch };
    found.extend(unknown.into_iter().map(named));
}

fn sizes(placement: &Placement, groups: &Groups, found: &mut Vec<Misplacement>) {
    for (&batch, group) in groups {
        let Some(intake) = placement.batches.get(batch as usize) else { continue };
        let seated = group.len() as u32;
        if seated > intake.capacity {
            found.push(Misplacement::OverCapacity { batch, capacity: intake.capacity, seated });
        }
        if seated < intake.minimum {
            found.push(Misplacement::UnderMinimum { batch, minimum: intake.minimum, seated });
        }
    }
}

fn together(placement: &Placement, groups: &Groups, found: &mut Vec<Misplacement>) {
    let mut batches_of: HashMap<u32, Vec<u32>> = HashMap::new();
    for (batch, group) in groups {
        for person in group {
            batches_of.entry(*person).or_default().push(*batch);
        }
    }
    let pairs: BTreeSet<(u32, u32)> =
        placement.apart.iter().map(|&(one, other)| (one.min(other), one.max(other))).collect();
    for (one, other) in pairs {
        for &batch in batches_of.get(&one).into_iter().flatten() {
            if one != other && groups.get(&batch).is_some_and(|group| group.contains(&other)) {
                found.push(Misplacement::Together { batch, one, other });
            }
        }
    }
}

fn shares(placement: &Placement, groups: &Groups, found: &mut Vec<Misplacement>) {
    for (at, share) in placement.shares.iter().enumerate() {
        let seated = seated_members(share, groups);
        let opens = share.batches.iter().any(|batch| groups.contains_key(batch));
        if opens && seated < share.at_least {
            found.push(Misplacement::ShareShort { share: at as u32, at_least: share.at_least, seated });
        }
    }
}

fn seated_members(share: &Share, groups: &Groups) -> u32 {
    let members: BTreeSet<u32> = share.members.iter().copied().collect();
    let inside: BTreeSet<u32> =
        share.batches.iter().filter_map(|batch| groups.get(batch)).flatten().copied().collect();
    members.intersection(&inside).count() as u32
}

fn contests(placement: &Placement, groups: &Groups, found: &mut Vec<Misplacement>) {
    for (at, contest) in placement.contests.iter().enumerate() {
        let open: BTreeSet<u32> =
            contest.batches.iter().copied().filter(|batch| groups.contains_key(batch)).collect();
        if open.len() > contest.at_most as usize {
            let open = open.into_iter().collect();
            found.push(Misplacement::TooManyOpen { contest: at as u32, at_most: contest.at_most, open });
        }
    }
}

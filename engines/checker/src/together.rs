// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What sessions use at the same time, and what must pass between two of them.

use crate::clash::{Clash, Finding, Spot};
use crate::house::House;
use crate::sweep::{Claim, near};
use crate::timetable::{Batch, Session};
use std::collections::{HashMap, HashSet};

/// Sessions that run while too much is in use, one clash each, with the most that was.
pub fn at_once(
    sessions: &[Session],
    house: &House,
    batches: &HashMap<&str, &Batch>,
    clashes: &mut Vec<Clash>,
) {
    let heads = |session: &Session| {
        let named: HashSet<&str> = session.participants.iter().map(String::as_str).collect();
        let seats = batches.get(session.batch.as_str()).map_or(0, |batch| batch.seat_count);
        if named.is_empty() { seats } else { named.len() }
    };
    let is_one = |session: &Session| {
        usize::from(batches.contains_key(session.batch.as_str()) || !session.participants.is_empty())
    };
    if let Some(most) = house.watched {
        peaks(sessions, is_one, most, |found| Finding::TooManyToWatch { most, found }, clashes);
    }
    for zone in &house.zones {
        let inside = |session: &Session| if zone.rooms.contains(&session.room) { heads(session) } else { 0 };
        let finding = |found| Finding::ZoneTooFull { zone: zone.name.clone(), most: zone.heads, found };
        peaks(sessions, inside, zone.heads, finding, clashes);
    }
    for tool in &house.tools {
        let uses = |session: &Session| {
            let is_user =
                |(batch, module): &(String, String)| (batch, module) == (&session.batch, &session.module);
            usize::from(tool.modules.iter().any(is_user))
        };
        let finding = |found| Finding::ToolsTooFew { tool: tool.name.clone(), sets: tool.sets, found };
        peaks(sessions, uses, tool.sets, finding, clashes);
    }
}

/// Use only grows when a session begins, so only then it is counted.
fn peaks(
    sessions: &[Session],
    used: impl Fn(&Session) -> usize,
    most: usize,
    finding: impl Fn(usize) -> Finding,
    clashes: &mut Vec<Clash>,
) {
    let uses = |session: &&Session| session.starts < session.ends && used(session) > 0;
    let mut sorted: Vec<&Session> = sessions.iter().filter(uses).collect();
    sorted.sort_by_key(|session| (session.day, session.starts));
    // The most that was found while each was running.
    let mut worst = vec![0; sorted.len()];
    let mut running: Vec<usize> = Vec::new();
    let mut next = 0;
    for beginning in sorted.chunk_by(|one, two| (one.day, one.starts) == (two.day, two.starts)) {
        let (day, starts) = (beginning[0].day, beginning[0].starts);
        running.retain(|index| sorted[*index].day == day && sorted[*index].ends > starts);
        running.extend(next..next + beginning.len());
        next += beginning.len();
        let found: usize = running.iter().map(|index| used(sorted[*index])).sum();
        if found > most {
            running.iter().for_each(|index| worst[*index] = found.max(worst[*index]));
        }
    }
    for (session, found) in sorted.into_iter().zip(worst).filter(|(_, found)| *found > 0) {
        clashes.push(Clash { session: Spot::from(session), finding: finding(found), other: None });
    }
}

/// Pairs that follow each other too closely: another batch in a room before it is set up, an instructor still on the way.
/// Those that overlap are other rules' matter.
pub fn too_soon(sessions: &[Session], house: &House, clashes: &mut Vec<Clash>) {
    let set_up = |session: &Session| {
        let of_room = house.set_ups.iter().filter(|set_up| set_up.room == session.room);
        of_room.map(|set_up| set_up.minutes).max().unwrap_or(0)
    };
    let rooms = sessions.iter().map(|session| Claim { holder: &session.room, session });
    for (room, one, two) in near(rooms, set_up) {
        if one.batch != two.batch && one.ends <= two.starts {
            let finding = Finding::NoSetUp { room: room.to_owned(), minutes: set_up(one) };
            clashes.push(Clash::of_two(one, two, finding));
        }
    }
    let longest = house.ways.iter().map(|way| way.minutes).max().unwrap_or(0);
    let instructors = sessions.iter().map(|session| Claim { holder: &session.instructor, session });
    for (instructor, one, two) in near(instructors, |_| longest) {
        let joins = |from: &[String], to: &[String]| from.contains(&one.room) && to.contains(&two.room);
        let ways = house.ways.iter().filter(|way| joins(&way.from, &way.to) || joins(&way.to, &way.from));
        let minutes = ways.map(|way| way.minutes).max().unwrap_or(0);
        if one.ends <= two.starts && two.starts < one.ends.saturating_add(minutes) {
            let finding = Finding::NoTimeForTheWay { instructor: instructor.to_owned(), minutes };
            clashes.push(Clash::of_two(one, two, finding));
        }
    }
}

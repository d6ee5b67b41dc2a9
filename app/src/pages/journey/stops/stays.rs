// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Stops that lie between the batches: moves from office to office, absences, and the last day.

use desk::{Halt, Say};
use kernel::day;
use people::facts::EndReason;

use super::{Life, Scribe, Time};

/// Moves, with the office she went to. Where somebody is held is for the offices in charge only.
pub async fn moves(scribe: &mut Scribe<'_>, life: &Life) -> Result<(), Halt> {
    let on = scribe.desk.house.db.read();
    let moved = |reason: &Option<EndReason>| *reason == Some(EndReason::Other("transferred".to_owned()));
    for left in life.episodes.iter().filter(|stay| moved(&stay.end_reason)) {
        let Some(day) = left.ended_on else { continue };
        let begun = life.episodes.iter().find(|stay| stay.admitted_on == day && stay.office != left.office);
        let office = match begun {
            Some(stay) => office::facts::by_id(on, stay.office).await?.map(|office| office.name),
            None => None,
        };
        let title = Say::new("journey-moved").with("office", office.unwrap_or_default());
        let kept = scribe.desk.teller().say("journey-nothing-lost");
        scribe.past(day, title, kept);
    }
    Ok(())
}

/// Absences; why, for who may know where she is.
pub async fn absences(scribe: &mut Scribe<'_>, life: &Life) -> Result<(), Halt> {
    let desk = scribe.desk;
    for absence in people::facts::absences(desk.house.db.read(), life.id()).await? {
        let right = desk.right(absence.reason.class(), &life.target);
        let why = right.as_ref().and_then(|right| absence.reason.open(right));
        let why = why.map(|code| desk.teller().code("people-absence", code)).unwrap_or_default();
        let time = if absence.covers(desk.today()) { Time::Now } else { Time::Past };
        scribe.put(time, absence.from_on, Say::new("journey-away"), why);
        let last = absence.returned_on.or(absence.until_on);
        if let Some((stop, last)) = scribe.stops.last_mut().zip(last) {
            stop.when = day::range_long(absence.from_on, last, desk.lang);
        }
    }
    Ok(())
}

/// The day of death; everything earned stays on the page. An entry taken back stands there as what it was; why, for who may
/// take one back.
pub async fn death(scribe: &mut Scribe<'_>, life: &Life) -> Result<(), Halt> {
    let desk = scribe.desk;
    for entry in people::facts::deaths(desk.house.db.read(), life.id()).await? {
        let Some(undone) = entry.undone else { continue };
        let may_know = desk.may(access::Act::PersonDeathUndo, &life.target);
        let why = if may_know { format!("{} ({})", undone.reason, undone.by) } else { String::new() };
        scribe.past(undone.on, Say::new("journey-death-undone"), why);
    }
    if let Some(died_on) = life.person.died_on {
        scribe.past(died_on, Say::new("journey-died"), scribe.desk.teller().say("journey-nothing-lost"));
    }
    Ok(())
}

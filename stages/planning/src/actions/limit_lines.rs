// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Lines in which the limits of a place are written, and their reading.

use desk::{Form, Halt, Reading, Say};
use kernel::id::{FacilityId, ProgrammeId};
use kernel::zone::Minute;
use kernel::{Lang, day};
use programme::facts::{FacilityFact, ProgrammeFact};

use crate::house::{HouseLimits, Season, Tool, Zone};
use crate::pages::weekday_name;
use crate::rules::{WeekWindow, weekday_named};

/// The longest pause between two sessions, in minutes; the database holds the same.
const LONGEST_PAUSE: i64 = 600;
/// The most open days kept free at the end; the database holds the same.
const MOST_SPARE_DAYS: i64 = 60;

/// What lines may name, by code.
pub struct Names<'a> {
    pub rooms: &'a [FacilityFact],
    pub programmes: &'a [ProgrammeFact],
}

impl Names<'_> {
    fn room(&self, code: &str) -> Option<FacilityId> {
        let found = self.rooms.iter().find(|room| room.code.eq_ignore_ascii_case(code.trim()));
        found.map(|room| room.id)
    }

    fn rooms(&self, codes: &str) -> Option<Vec<FacilityId>> {
        codes.split(',').map(|code| self.room(code)).collect()
    }

    fn programmes(&self, codes: &str) -> Option<Vec<ProgrammeId>> {
        let id = |code: &str| {
            let is_meant = |one: &&ProgrammeFact| one.code.eq_ignore_ascii_case(code.trim());
            self.programmes.iter().find(is_meant).map(|one| one.id)
        };
        codes.split(',').map(id).collect()
    }

    fn code(&self, room: FacilityId) -> &str {
        self.rooms.iter().find(|one| one.id == room).map_or("", |one| &one.code)
    }
}

/// Reads the form.
///
/// # Errors
/// Every line that cannot be read, with its number and how it is written.
pub fn read(form: &Form, names: &Names<'_>) -> Result<HouseLimits, Halt> {
    let mut reading = form.read();
    let watched = reading.optional_number("watched");
    if watched == Some(0) {
        reading.problem("watched", "problem-watched-none");
    }
    let spare_days = reading.optional_number("spare-days").unwrap_or(0);
    if spare_days > MOST_SPARE_DAYS {
        reading.problem("spare-days", Say::new("problem-spare-days").with("days", MOST_SPARE_DAYS));
    }
    let limits = HouseLimits {
        watched,
        spare_days,
        seasons: seasons(&mut reading),
        zones: each(&mut reading, "zones", |parts| zone(parts, names), |one, other| one.name == other.name),
        tools: each(&mut reading, "tools", |parts| tool(parts, names), |one, other| one.name == other.name),
        set_ups: each(&mut reading, "set-ups", |parts| set_up(parts, names), |one, other| one.0 == other.0),
        ways: each(
            &mut reading,
            "ways",
            |parts| way(parts, names),
            |one, other| (one.0, one.1) == (other.0, other.1) || (one.1, one.0) == (other.0, other.1),
        ),
    };
    reading.done()?;
    Ok(limits)
}

/// The lines of a field, each read or named as a problem; so is one that says again what another said.
fn each<T>(
    reading: &mut Reading<'_>,
    field: &str,
    read: impl Fn(&[String]) -> Option<T>,
    is_same: impl Fn(&T, &T) -> bool,
) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for (line, parts) in (1_usize..).zip(reading.lines(field)) {
        match read(&parts) {
            Some(new) if all.iter().any(|old| is_same(old, &new)) => {
                reading.problem(field, Say::new("problem-limit-twice").with("line", line));
            }
            Some(new) => all.push(new),
            None => reading.problem(field, Say::new(format!("problem-{field}-line")).with("line", line)),
        }
    }
    all
}

/// Lines of one name are one season; its days must be the same in each.
fn seasons(reading: &mut Reading<'_>) -> Vec<Season> {
    let mut seasons: Vec<Season> = Vec::new();
    for (line, parts) in (1_usize..).zip(reading.lines("seasons")) {
        let say = |key: &str| Say::new(key.to_owned()).with("line", line);
        let Some(new) = season(&parts) else {
            reading.problem("seasons", say("problem-seasons-line"));
            continue;
        };
        let Some(old) = seasons.iter_mut().find(|old| old.name == new.name) else {
            seasons.push(new);
            continue;
        };
        let meets = |one: &WeekWindow, other: &WeekWindow| {
            one.weekday == other.weekday && one.starts < other.ends && other.starts < one.ends
        };
        if (old.first, old.last) != (new.first, new.last) {
            reading.problem("seasons", say("problem-season-days"));
        } else if old.windows.iter().any(|one| meets(one, &new.windows[0])) {
            reading.problem("seasons", say("problem-window-twice"));
        } else {
            old.windows.extend(new.windows);
        }
    }
    seasons
}

fn season(parts: &[String]) -> Option<Season> {
    let [name, first, last, weekday, starts, ends] = parts else { return None };
    let (first, last) = (day::parse(first).ok()?, day::parse(last).ok()?);
    let (starts, ends) = (Minute::parse(starts).ok()?, Minute::parse(ends).ok()?);
    let window = WeekWindow { weekday: weekday_named(weekday)?, starts, ends };
    (!name.is_empty() && first <= last && starts < ends).then(|| Season {
        name: name.clone(),
        first,
        last,
        windows: vec![window],
    })
}

fn zone(parts: &[String], names: &Names<'_>) -> Option<Zone> {
    let [name, rooms, heads] = parts else { return None };
    let heads = heads.parse().ok().filter(|heads| *heads >= 1)?;
    let mut rooms = names.rooms(rooms)?;
    rooms.sort_unstable();
    rooms.dedup();
    (!name.is_empty()).then(|| Zone { name: name.clone(), heads, rooms })
}

fn tool(parts: &[String], names: &Names<'_>) -> Option<Tool> {
    let [name, sets, programmes] = parts else { return None };
    let sets = sets.parse().ok().filter(|sets| *sets >= 1)?;
    let mut programmes = names.programmes(programmes)?;
    programmes.sort_unstable();
    programmes.dedup();
    (!name.is_empty()).then(|| Tool { name: name.clone(), sets, programmes })
}

fn pause(text: &str) -> Option<i64> {
    text.parse().ok().filter(|minutes| (1..=LONGEST_PAUSE).contains(minutes))
}

fn set_up(parts: &[String], names: &Names<'_>) -> Option<(FacilityId, i64)> {
    let [room, minutes] = parts else { return None };
    Some((names.room(room)?, pause(minutes)?))
}

fn way(parts: &[String], names: &Names<'_>) -> Option<(FacilityId, FacilityId, i64)> {
    let [from, to, minutes] = parts else { return None };
    let (from, to) = (names.room(from)?, names.room(to)?);
    (from != to).then_some((from, to, pause(minutes)?))
}

/// The fields of the form as they stand.
pub fn written(limits: &HouseLimits, names: &Names<'_>, lang: Lang) -> Vec<(&'static str, String)> {
    let lines = |lines: Vec<String>| lines.join("\n");
    let season = |season: &Season| {
        let (first, last) = (day::short(season.first), day::short(season.last));
        let of_window = |window: &WeekWindow| {
            let weekday = weekday_name(window.weekday, lang);
            format!("{} | {first} | {last} | {weekday} | {} | {}", season.name, window.starts, window.ends)
        };
        lines(season.windows.iter().map(of_window).collect())
    };
    let zone = |zone: &Zone| {
        let rooms: Vec<&str> = zone.rooms.iter().map(|room| names.code(*room)).collect();
        format!("{} | {} | {}", zone.name, rooms.join(", "), zone.heads)
    };
    let tool = |tool: &Tool| {
        let users = names.programmes.iter().filter(|one| tool.programmes.contains(&one.id));
        let users: Vec<&str> = users.map(|one| one.code.as_str()).collect();
        format!("{} | {} | {}", tool.name, tool.sets, users.join(", "))
    };
    let set_up = |(room, minutes): &(FacilityId, i64)| format!("{} | {minutes}", names.code(*room));
    let way = |(from, to, minutes): &(FacilityId, FacilityId, i64)| {
        format!("{} | {} | {minutes}", names.code(*from), names.code(*to))
    };
    vec![
        ("watched", limits.watched.map(|most| most.to_string()).unwrap_or_default()),
        ("spare-days", if limits.spare_days > 0 { limits.spare_days.to_string() } else { String::new() }),
        ("seasons", lines(limits.seasons.iter().map(season).collect())),
        ("zones", lines(limits.zones.iter().map(zone).collect())),
        ("tools", lines(limits.tools.iter().map(tool).collect())),
        ("set-ups", lines(limits.set_ups.iter().map(set_up).collect())),
        ("ways", lines(limits.ways.iter().map(way).collect())),
    ]
}

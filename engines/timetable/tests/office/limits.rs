// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Takes a named limit away from a problem itself, as an office would: more rooms, more hours, more days.

use chrono::{Days, Weekday};
use kernel::day::Day;
use timetable::office::{Limit, Problem, Reason, Weekly};

/// The problem without these limits; `None` where that cannot be written as a problem (persons in two batches).
pub fn lift(problem: &Problem, reasons: &[Reason]) -> Option<Problem> {
    let mut lifted = problem.clone();
    let names = |limit: &Limit| reasons.iter().any(|reason| reason.limit == *limit);
    for reason in reasons {
        match reason.limit {
            Limit::SharedPersons { .. } => return None,
            Limit::TheoryFirst { batch } => lifted.batches[batch].theory_before_practice = false,
            Limit::DayLoad { batch } => lifted.batches[batch].day_jp = 1_000,
            Limit::ClosedDays => lifted.closed_days.clear(),
            Limit::Locked => lifted.locked.clear(),
            Limit::Regime => {
                lifted.windows = whole_week();
                lifted.house.seasons.clear();
            }
            Limit::Watch => lifted.house.watched = None,
            Limit::Zone { zone } => lifted.house.zones[zone].heads = 1_000,
            Limit::Tool { tool } => lifted.house.tools[tool].sets = 1_000,
            Limit::SetUp { room } => lifted.house.set_ups.retain(|set_up| set_up.room != room),
            Limit::Ways => lifted.house.ways.clear(),
            Limit::Term => lifted.term = wide(problem),
            Limit::Days { batch } => {
                let term = if names(&Limit::Term) { wide(problem) } else { problem.term };
                (lifted.batches[batch].earliest, lifted.batches[batch].latest) = term;
            }
            Limit::InstructorTime { .. } | Limit::RoomTime { .. } => {}
            Limit::NoInstructor { .. } | Limit::NoRoom { .. } => {}
        }
    }
    reasons.iter().for_each(|reason| add(&mut lifted, problem, reason.limit));
    Some(lifted)
}

/// Twins of a busy instructor or room, one for each piece there could be; new ones where there were none that fit.
fn add(lifted: &mut Problem, problem: &Problem, limit: Limit) {
    match limit {
        Limit::InstructorTime { instructor } => {
            let twin = timetable::office::Instructor {
                hours: whole_week(),
                ..problem.instructors[instructor].clone()
            };
            let twins = (0..16).map(|number| timetable::office::Instructor {
                name: format!("{} {number}", twin.name),
                ..twin.clone()
            });
            lifted.instructors.extend(twins);
        }
        Limit::RoomTime { room } => {
            let first = lifted.rooms.len();
            let twin = problem.rooms[room].clone();
            let twins = (0..16)
                .map(|number| timetable::office::Room { name: format!("{} {number}", twin.name), ..twin });
            lifted.rooms.extend(twins);
            for module in lifted.batches.iter_mut().flat_map(|batch| &mut batch.modules) {
                if module.rooms.contains(&room) {
                    module.rooms.extend(first..first + 16);
                }
            }
        }
        Limit::NoInstructor { batch, module } => {
            let fields = problem.batches[batch].modules[module].fields.clone();
            lifted.instructors.extend((0..8).map(|number| timetable::office::Instructor {
                name: format!("new {batch} {module} {number}"),
                fields: fields.clone(),
                hours: whole_week(),
            }));
        }
        Limit::NoRoom { batch, module } => {
            let first = lifted.rooms.len();
            lifted.rooms.extend((0..8).map(|number| timetable::office::Room {
                name: format!("new {batch} {module} {number}"),
                capacity: 100,
            }));
            lifted.batches[batch].modules[module].rooms = (first..first + 8).collect();
        }
        _ => {}
    }
}

fn whole_week() -> Vec<Weekly> {
    let day = |weekday| Weekly { weekday, starts: 0, ends: 1_440 };
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun]
        .map(day)
        .into()
}

fn wide(problem: &Problem) -> (Day, Day) {
    let days = || problem.batches.iter().flat_map(|batch| [batch.earliest, batch.latest]);
    let (first, last) = (days().min().unwrap_or_default(), days().max().unwrap_or_default());
    (first, last + Days::new(180))
}

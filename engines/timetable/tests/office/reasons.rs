// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An office in which one thing is spoiled, and the reason that is named.

use super::four_programmes::office;
use chrono::{Days, Weekday};
use timetable::by_moves;
use timetable::office::{Flaw, Impossible, Kind, Limit, Locked, NoProposal, Problem, Tool, Zone, propose};

fn why(problem: &Problem) -> Impossible {
    match propose(problem, 1, &mut by_moves(100_000)) {
        Err(NoProposal::Impossible(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn check(spoil: impl FnOnce(&mut Problem), reasons: &[(Limit, i64)]) -> Impossible {
    let mut problem = office();
    // One batch is enough to see a reason, and quick.
    problem.batches.truncate(1);
    spoil(&mut problem);
    let why = why(&problem);
    let found: Vec<(Limit, i64)> =
        why.reasons.iter().map(|reason| (reason.limit, reason.lacking_minutes)).collect();
    assert_eq!(found, reasons, "{why:?}");
    assert!(why.reasons.iter().all(|reason| reason.batches == [0]));
    why
}

#[test]
fn the_instructor_comes_too_seldom() {
    // Four Mondays of eight JP, for 96 JP.
    let why = check(
        |problem| {
            problem.instructors[0].hours.retain(|hours| hours.weekday == Weekday::Mon);
            problem.batches[0].latest = problem.batches[0].earliest + Days::new(27);
        },
        &[(Limit::InstructorTime { instructor: 0 }, 64 * 45)],
    );
    assert!(why.is_proven);
    assert!(why.or_else.iter().any(|reason| reason.limit == Limit::Days { batch: 0 }), "{why:?}");
}

#[test]
fn nobody_can_and_nowhere_fits() {
    check(
        |problem| problem.batches[0].modules[1].fields.push("tinggi".into()),
        &[(Limit::NoInstructor { batch: 0, module: 1 }, 24 * 45)],
    );
    check(|problem| problem.rooms[0].capacity = 15, &[(Limit::NoRoom { batch: 0, module: 2 }, 64 * 45)]);
}

#[test]
fn two_things_at_once_are_both_named() {
    let field = Limit::NoInstructor { batch: 0, module: 3 };
    check(
        |problem| {
            problem.batches[0].modules[3].fields.push("tinggi".into());
            problem.rooms[0].capacity = 15;
        },
        &[(field, 12 * 45), (Limit::NoRoom { batch: 0, module: 2 }, 64 * 45)],
    );
}

#[test]
fn what_the_place_cannot_bear_is_a_reason() {
    check(|problem| problem.house.watched = Some(0), &[(Limit::Watch, 120 * 45)]);
    let zone = Zone { rooms: vec![0], heads: 15 };
    check(|problem| problem.house.zones.push(zone), &[(Limit::Zone { zone: 0 }, 64 * 45)]);
    let tool = Tool { sets: 0, modules: vec![(0, 2)], locked: Vec::new() };
    check(|problem| problem.house.tools.push(tool), &[(Limit::Tool { tool: 0 }, 64 * 45)]);
}

#[test]
fn days_locked_sessions_and_the_agreement_are_reasons() {
    let short =
        |problem: &mut Problem| problem.batches[0].latest = problem.batches[0].earliest + Days::new(20);
    // Fourteen open days of eight JP.
    check(short, &[(Limit::Days { batch: 0 }, 8 * 45)]);
    check(
        |problem| {
            problem.term.1 = problem.batches[0].earliest + Days::new(20);
        },
        &[(Limit::Term, 8 * 45)],
    );
    let laid = |problem: &mut Problem| {
        let first = problem.batches[0].earliest;
        problem.batches[0].latest = first + Days::new(27);
        problem.locked = (0..20)
            .map(|day| Locked {
                day: first + Days::new(day),
                starts: 510,
                ends: 990,
                room: Some(0),
                instructor: None,
                batch: None,
                kind: Kind::Practice,
                participants: Vec::new(),
                heads: 16,
            })
            .collect();
    };
    let mut problem = office();
    problem.batches.truncate(1);
    laid(&mut problem);
    let why = why(&problem);
    let limits: Vec<Limit> = why.reasons.iter().chain(&why.or_else).map(|reason| reason.limit).collect();
    assert!(limits.contains(&Limit::Locked) && limits.contains(&Limit::RoomTime { room: 0 }), "{why:?}");
}

#[test]
fn a_search_stopped_at_once_names_what_it_has() {
    let mut problem = office();
    problem.batches[0].modules[1].fields.push("tinggi".into());
    let Err(NoProposal::Impossible(why)) = propose(&problem, 1, &mut by_moves(0)) else {
        panic!("nobody can")
    };
    assert_eq!((why.lacking_minutes > 0, why.reasons), (true, Vec::new()));
}

#[test]
fn a_meaningless_problem_is_told_so() {
    let mut problem = office();
    problem.minutes_per_jp = 0;
    problem.batches[0].modules[0].rooms.push(7);
    let answer = propose(&problem, 1, &mut by_moves(10));
    assert_eq!(answer, Err(NoProposal::Flawed(vec![Flaw::MinutesPerJp(0), Flaw::NoSuchRoom(7)])));
}

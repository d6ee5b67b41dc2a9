// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Plans in force after something changed: sound again, with as few changes as trying everything finds.

use super::brute_force::fewest_changes;
use super::four_programmes::office;
use super::judged::assert_sound;
use super::small::{monday, problem, times};
use chrono::{Days, Weekday};
use proptest::prelude::*;
use timetable::office::{
    Batch, House, InForce, Instructor, Keep, Kind, Limit, Module, NoProposal, Problem, Replan,
};
use timetable::office::{Room, Session, Weekly, propose, replan};
use timetable::{Progress, by_moves};

/// What may happen to an office between two looks at its plan.
#[derive(Debug, Clone, Copy)]
enum Happening {
    InstructorLost(usize),
    DayClosed(u64),
    WindowLost(usize),
    RoomTooSmall(usize),
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        (0..2_usize).prop_map(Happening::InstructorLost),
        (0..4_u64).prop_map(Happening::DayClosed),
        (0..6_usize).prop_map(Happening::WindowLost),
        (0..2_usize).prop_map(Happening::RoomTooSmall),
    ]
}

fn after(problem: &Problem, happening: Happening) -> Problem {
    let mut after = problem.clone();
    match happening {
        Happening::InstructorLost(index) => after.instructors[index].hours.clear(),
        Happening::DayClosed(day) => after.closed_days.push(monday() + Days::new(day)),
        Happening::WindowLost(index) => {
            let index = index % after.windows.len();
            after.windows.remove(index);
        }
        Happening::RoomTooSmall(index) => after.rooms[index].capacity = 0,
    }
    after
}

fn kept(problem: &Problem, sessions: &[Session], keep: Keep, moves: u64) -> Result<Replan, NoProposal> {
    replan(problem, &InForce { sessions, fixed_until: None, keep }, 1, &mut by_moves(moves))
}

fn blocks(problem: &Problem, sessions: &[Session]) -> u16 {
    sessions.iter().map(|one| one.jp.div_ceil(problem.batches[one.batch].block_jp)).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(times(300)))]

    #[test]
    fn no_fewer_changes_would_do(before in problem(2), happening in happening()) {
        let found = propose(&before, 1, &mut |progress: &Progress| if progress.hard == 0 { 1.0 } else { 0.0 });
        let Ok(plan) = found else { return Ok(()) };
        prop_assume!(blocks(&before, &plan.sessions) <= 5);
        let now = after(&before, happening);
        let least = fewest_changes(&now, &plan.sessions);
        match kept(&now, &plan.sessions, Keep::Most, 20_000) {
            Ok(again) => {
                assert_sound(&now, &again.proposal);
                prop_assert_eq!(Some(again.changed), least, "{:?}", again);
                prop_assert!(again.is_fewest);
            }
            Err(NoProposal::Impossible(_)) => prop_assert_eq!(least, None),
            Err(NoProposal::Flawed(flaws)) => prop_assert!(false, "{flaws:?}"),
        }
    }
}

#[test]
fn nothing_happened_and_nothing_changes() {
    let problem = office();
    let plan = propose(&problem, 1, &mut by_moves(500)).unwrap();
    let again = kept(&problem, &plan.sessions, Keep::Most, 500).unwrap();
    assert_eq!((again.changed, again.is_fewest), (0, true));
    assert_eq!(again.proposal.sessions, plan.sessions);
}

/// Two batches of one JP each, side by side on Monday; the second could as well come on Tuesday.
fn side_by_side() -> Problem {
    let weekly = |weekday, starts, ends| Weekly { weekday, starts, ends };
    let batch = |name: &str, days| Batch {
        name: name.into(),
        modules: vec![Module {
            name: "M0".into(),
            kind: Kind::Theory,
            jp: 1,
            fields: Vec::new(),
            rooms: Vec::new(),
        }],
        participants: Vec::new(),
        seats: 1,
        theory_before_practice: false,
        earliest: monday(),
        latest: monday() + Days::new(days),
        block_jp: 1,
        day_jp: 1,
    };
    let instructor =
        |name: &str, hours: Vec<Weekly>| Instructor { name: name.into(), fields: vec!["las".into()], hours };
    Problem {
        batches: vec![batch("B0", 0), batch("B1", 1)],
        rooms: ["R0", "R1"].map(|name| Room { name: name.into(), capacity: 1 }).to_vec(),
        instructors: vec![
            instructor("I0", vec![weekly(Weekday::Mon, 480, 540)]),
            instructor("I1", vec![weekly(Weekday::Mon, 480, 540), weekly(Weekday::Tue, 480, 510)]),
        ],
        windows: vec![weekly(Weekday::Tue, 480, 510), weekly(Weekday::Mon, 480, 510)],
        closed_days: Vec::new(),
        term: (monday(), monday() + Days::new(1)),
        minutes_per_jp: 30,
        locked: Vec::new(),
        house: House::default(),
    }
}

#[test]
fn nobody_goes_back_into_a_room_that_has_become_too_small() {
    let before = side_by_side();
    let plan = propose(&before, 1, &mut by_moves(500)).unwrap();
    for room in 0..2 {
        let now = after(&before, Happening::RoomTooSmall(room));
        for keep in [Keep::Most, Keep::Priced { session: 1_000, person: 1_000 }, Keep::Nothing] {
            let again = kept(&now, &plan.sessions, keep, 20_000).unwrap();
            assert_sound(&now, &again.proposal);
        }
    }
}

#[test]
fn a_closed_day_moves_its_own_blocks_and_no_others() {
    let problem = office();
    let plan = propose(&problem, 1, &mut by_moves(500)).unwrap();
    let day = plan.sessions[plan.sessions.len() / 2].day;
    let mut now = problem.clone();
    now.closed_days.push(day);
    let on_day: Vec<Session> = plan.sessions.iter().filter(|one| one.day == day).copied().collect();
    let again = kept(&now, &plan.sessions, Keep::Most, 2_000).unwrap();
    assert_sound(&now, &again.proposal);
    assert!(again.changed >= usize::from(blocks(&now, &on_day)), "{again:?}");
    // Theory of that day may have to come before practice of the next: a few more than its own, not a new plan.
    assert!(again.changed <= 2 * usize::from(blocks(&now, &on_day)), "{}", again.changed);
}

#[test]
fn what_is_fixed_stays_and_a_price_lies_between_keeping_and_not() {
    let problem = office();
    let monday = problem.term.0;
    let plan = propose(&problem, 1, &mut by_moves(200)).unwrap();
    let mut now = problem.clone();
    let until = monday + Days::new(20);
    now.closed_days.push(until + Days::new(8));
    let ask = |keep: Keep| {
        let force = InForce { sessions: &plan.sessions, fixed_until: Some(until), keep };
        replan(&now, &force, 1, &mut by_moves(12_000)).unwrap()
    };
    let fixed = |sessions: &[Session]| -> Vec<Session> {
        sessions
            .iter()
            .filter(|one| one.day <= until && !now.closed_days.contains(&one.day))
            .copied()
            .collect()
    };
    let most = ask(Keep::Most);
    let weighed = ask(Keep::Priced { session: 4, person: 0 });
    let free = ask(Keep::Nothing);
    for one in [&most, &weighed, &free] {
        assert_sound(&now, &one.proposal);
        let stays = fixed(&one.proposal.sessions);
        assert!(fixed(&plan.sessions).iter().all(|session| stays.contains(session)));
    }
    assert!(most.changed <= weighed.changed && weighed.changed <= free.changed);
    let costs = [&free, &weighed, &most].map(|one| one.proposal.cost);
    assert!(costs.is_sorted(), "{costs:?}");
    assert!(free.proposal.cost < most.proposal.cost, "the trade is worth offering");
}

#[test]
fn what_is_fixed_and_in_the_way_is_named() {
    let problem = office();
    let plan = propose(&problem, 1, &mut by_moves(0)).unwrap();
    let mut now = problem.clone();
    // All of the first day is theory, the rooms are full until the practice begins, and nothing of it may move.
    now.closed_days.push(problem.term.0);
    let force = InForce {
        sessions: &plan.sessions,
        fixed_until: Some(problem.term.0 + Days::new(60)),
        keep: Keep::Most,
    };
    let Err(NoProposal::Impossible(why)) = replan(&now, &force, 1, &mut by_moves(20_000)) else {
        panic!("there is no room for it");
    };
    let named = why.reasons.iter().chain(&why.or_else).any(|reason| reason.limit == Limit::Locked);
    assert!(named, "{why:?}");
}

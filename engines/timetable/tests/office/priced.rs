// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sessions that are laid already cost what the search says of them.

use super::four_programmes::office;
use super::small::{problem, times};
use chrono::Days;
use proptest::prelude::*;
use timetable::by_moves;
use timetable::office::{price, propose};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(times(300)))]

    #[test]
    fn a_proposal_costs_what_it_says(problem in problem(2)) {
        let Ok(proposal) = propose(&problem, 1, &mut by_moves(500)) else { return Ok(()) };
        prop_assert_eq!(price(&problem, &proposal.sessions), Some(proposal.parts));
        if let Some((_, rest)) = proposal.sessions.split_first() {
            prop_assert_eq!(price(&problem, rest), None, "a curriculum that is not whole has no price");
        }
    }
}

#[test]
fn what_lies_on_the_spare_days_is_counted() {
    let mut problem = office();
    problem.batches.truncate(1);
    // Fifteen full days, and the last of them is spare.
    problem.batches[0].latest = problem.batches[0].earliest + Days::new(21);
    problem.house.spare_days = 1;
    let proposal = propose(&problem, 1, &mut by_moves(2_000)).expect("there is room");
    let on_last = proposal.sessions.iter().filter(|session| session.day == problem.batches[0].latest);
    let jp: i64 = on_last.map(|session| i64::from(session.jp)).sum();
    let slack = proposal.parts.iter().find(|part| part.rule == "makeup-slack").expect("every rule is told");
    assert_eq!((slack.units, slack.weight), (jp, 2));
    assert!(jp > 0);
}

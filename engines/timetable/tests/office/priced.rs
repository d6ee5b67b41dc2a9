// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sessions that are laid already cost what the search says of them.

use super::small::{problem, times};
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

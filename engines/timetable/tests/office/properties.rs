// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What holds for every small problem.

use super::brute_force::has_plan;
use super::judged::assert_sound;
use super::limits::lift;
use super::small::problem;
use proptest::prelude::*;
use timetable::by_moves;
use timetable::office::{NoProposal, propose};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_proposal_is_sound_and_comes_wherever_there_is_one(problem in problem(2)) {
        match propose(&problem, 1, &mut by_moves(20_000)) {
            Ok(proposal) => {
                assert_sound(&problem, &proposal);
                prop_assert!(has_plan(&problem), "trying everything finds it too");
            }
            Err(NoProposal::Flawed(flaws)) => prop_assert!(false, "{flaws:?}"),
            Err(NoProposal::Impossible(why)) => {
                prop_assert!(!has_plan(&problem), "there is a plan: {why:?}");
                prop_assert!(why.lacking_minutes > 0);
                prop_assert!(!why.reasons.is_empty());
                prop_assert!(why.or_else.is_empty() || why.reasons.len() == 1);
            }
        }
    }

    #[test]
    fn a_reason_taken_away_makes_it_possible(problem in problem(3)) {
        let Err(NoProposal::Impossible(why)) = propose(&problem, 1, &mut by_moves(20_000)) else { return Ok(()) };
        let sets = std::iter::once(why.reasons.clone()).chain(why.or_else.iter().map(|reason| vec![reason.clone()]));
        for reasons in sets {
            let lifted = lift(&problem, &reasons);
            let Some(lifted) = lifted else { continue };
            let answer = propose(&lifted, 1, &mut by_moves(20_000));
            prop_assert!(answer.is_ok(), "{reasons:?} {answer:?}");
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_proposal(problem in problem(4), seed in 0..3_u64) {
        let one = propose(&problem, seed, &mut by_moves(2_000));
        prop_assert_eq!(one, propose(&problem, seed, &mut by_moves(2_000)));
    }
}

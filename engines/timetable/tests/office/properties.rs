// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What holds for every small problem.

use super::brute_force::has_plan;
use super::judged::assert_sound;
use super::limits::lift;
use super::small::{problem, times};
use proptest::prelude::*;
use timetable::office::{NoProposal, Problem, Proposal};
use timetable::{Progress, by_moves, office};

/// Stops as soon as everything has its place.
fn placed(problem: &Problem) -> Result<Proposal, NoProposal> {
    office::propose(problem, 1, &mut |progress: &Progress| if progress.hard == 0 { 1.0 } else { 0.0 })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(times(100)))]

    #[test]
    fn a_proposal_is_sound_and_comes_wherever_there_is_one(problem in problem(2)) {
        match placed(&problem) {
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
        let Err(NoProposal::Impossible(why)) = placed(&problem) else { return Ok(()) };
        let sets = std::iter::once(why.reasons.clone()).chain(why.or_else.iter().map(|reason| vec![reason.clone()]));
        for reasons in sets {
            let lifted = lift(&problem, &reasons);
            let Some(lifted) = lifted else { continue };
            let answer = placed(&lifted);
            prop_assert!(answer.is_ok(), "{reasons:?} {answer:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(times(16)))]

    #[test]
    fn the_same_seed_gives_the_same_proposal(problem in problem(4), seed in 0..3_u64) {
        let one = office::propose(&problem, seed, &mut by_moves(400));
        prop_assert_eq!(one, office::propose(&problem, seed, &mut by_moves(400)));
    }
}

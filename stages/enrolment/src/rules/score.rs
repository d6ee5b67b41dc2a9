// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The points by which eligible people are ranked. Few, in steps, and each one a sentence the person can read.

use super::{Literacy, Reason};

/// Points for a first choice.
///
/// # Source
/// Product decision: nobody who wants something else first takes the place of one who wants this first, so this
/// outweighs all other points together; a test holds the sum to it.
pub const FIRST_CHOICE: i64 = 60;

/// Points for a second choice.
///
/// # Source
/// Product decision.
pub const SECOND_CHOICE: i64 = 10;

/// Points for at least `EXPERIENCE_MONTHS` of work before, of any kind the person names.
///
/// # Source
/// Product decision: a step, not a race. Half a year shows that someone knows what the work is like; ten years do not
/// make the course more needed.
pub const EXPERIENCED: i64 = 20;

/// Points for less experience than that, but some.
///
/// # Source
/// Product decision.
pub const SOME_EXPERIENCE: i64 = 10;

/// Months from which experience counts in full.
///
/// # Source
/// Product decision.
pub const EXPERIENCE_MONTHS: i64 = 6;

/// Points for reading and writing with ease; theory is taught from paper.
///
/// # Source
/// Product decision.
pub const READS_WELL: i64 = 10;

/// Points for reading a little.
///
/// # Source
/// Product decision: helped by the trainer, so never a ground for refusal.
pub const READS_LITTLE: i64 = 5;

/// Points when the home district has at least one vacancy in the field, where vacancies were given.
///
/// # Source
/// Product decision; S4 asks for training matched to the labour market.
pub const HOME_VACANCIES: i64 = 5;

/// A point for each so many days on the waiting list, up to `WAITING_MOST`.
///
/// # Source
/// Product decision: waiting must count, or a list of the newest could pass the oldest for ever.
pub const WAITING_STEP_DAYS: i64 = 90;

/// Most points for waiting.
///
/// # Source
/// Product decision.
pub const WAITING_MOST: i64 = 4;

/// The sum of points that a person's reasons stand for.
pub fn score(reasons: &[Reason]) -> i64 {
    reasons.iter().map(points).sum()
}

fn points(reason: &Reason) -> i64 {
    match reason {
        Reason::FirstChoice => FIRST_CHOICE,
        Reason::SecondChoice => SECOND_CHOICE,
        Reason::Experience { months } if *months >= EXPERIENCE_MONTHS => EXPERIENCED,
        Reason::Experience { .. } => SOME_EXPERIENCE,
        Reason::ReadsWell => READS_WELL,
        Reason::ReadsLittle => READS_LITTLE,
        Reason::HomeVacancies { .. } => HOME_VACANCIES,
        Reason::Waiting { days } => (days / WAITING_STEP_DAYS).clamp(0, WAITING_MOST),
        Reason::NoExperience
        | Reason::ReadsNot
        | Reason::TimeEnough
        | Reason::GoesOn { .. }
        | Reason::LivesAtHome
        | Reason::NikToDo
        | Reason::NotAsked
        | Reason::WantsOther { .. }
        | Reason::Detainee { .. }
        | Reason::LeavesEarly
        | Reason::ReleaseUnknown
        | Reason::SeatedElsewhere { .. }
        | Reason::PlannedElsewhere { .. } => 0,
    }
}

/// The reason a way of reading stands for.
pub(super) fn reading(literacy: Literacy) -> Reason {
    match literacy {
        Literacy::Fluent => Reason::ReadsWell,
        Literacy::Limited => Reason::ReadsLittle,
        Literacy::None => Reason::ReadsNot,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_choice_outweighs_everything_else_together() {
        let second_at_best = SECOND_CHOICE + EXPERIENCED + READS_WELL + HOME_VACANCIES + WAITING_MOST;
        assert!(FIRST_CHOICE > second_at_best, "{FIRST_CHOICE} > {second_at_best}");
    }

    #[test]
    fn points_come_in_steps() {
        let check = |reason: Reason, expected: i64| {
            assert_eq!(score(std::slice::from_ref(&reason)), expected, "{reason:?}")
        };
        check(Reason::Experience { months: 5 }, SOME_EXPERIENCE);
        check(Reason::Experience { months: 6 }, EXPERIENCED);
        check(Reason::Experience { months: 84 }, EXPERIENCED);
        check(Reason::Waiting { days: 89 }, 0);
        check(Reason::Waiting { days: 90 }, 1);
        check(Reason::Waiting { days: 9000 }, WAITING_MOST);
        check(Reason::NikToDo, 0);
    }
}

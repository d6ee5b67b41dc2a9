// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The arithmetic of the funnel: bases, steps that do not apply, adding up, and when a share is a percentage.

use insight::facts::{Code, Step, Tally};

/// A competence programme in a prison.
fn prison() -> Tally {
    Tally {
        applicants: 412,
        eligible: 318,
        seated: 240,
        started: 236,
        completed: 221,
        is_judged: true,
        to_judge: 221,
        assessed: 220,
        competent: 200,
        certified: 198,
        is_gated: true,
        behind_gate: 240,
        released: 121,
        handed_over: 90,
        clock_started: 121,
        due_month_12: 63,
        in_work_month_12: 41,
        unknown_month_12: 9,
    }
}

/// A programme with a training certificate at a probation office: nobody is judged, nobody is released.
fn probation() -> Tally {
    Tally {
        applicants: 14,
        eligible: 12,
        seated: 12,
        started: 12,
        completed: 11,
        certified: 11,
        clock_started: 11,
        due_month_12: 11,
        in_work_month_12: 7,
        unknown_month_12: 1,
        ..Tally::default()
    }
}

fn numbers(tally: Tally, code: Code) -> (i64, Option<i64>) {
    let Step { count, of, .. } = tally.step(code);
    (count, of)
}

#[test]
fn each_step_is_of_the_one_before_it() {
    let expected = [
        (Code::Applicants, 412, 412),
        (Code::Eligible, 318, 412),
        (Code::Seated, 240, 318),
        (Code::Started, 236, 240),
        (Code::Completed, 221, 236),
        (Code::Assessed, 220, 221),
        (Code::Competent, 200, 220),
        (Code::Certified, 198, 200),
        (Code::Released, 121, 240),
        (Code::HandedOver, 90, 121),
        (Code::DueMonth12, 63, 121),
        (Code::InWorkMonth12, 41, 63),
        (Code::UnknownMonth12, 9, 63),
    ];
    let found: Vec<(Code, i64, Option<i64>)> =
        prison().steps().into_iter().map(|step| (step.code, step.count, step.of)).collect();
    assert_eq!(found, expected.map(|(code, count, of)| (code, count, Some(of))));
}

#[test]
fn what_does_not_apply_has_no_base() {
    for code in [Code::Assessed, Code::Competent, Code::Released, Code::HandedOver] {
        assert_eq!(numbers(probation(), code), (0, None), "{}", code.code());
    }
    assert_eq!(numbers(probation(), Code::Certified), (11, Some(11)));
    assert_eq!(numbers(probation(), Code::InWorkMonth12), (7, Some(11)));
}

#[test]
fn added_up_a_step_counts_only_programmes_to_which_it_applies() {
    let both: Tally = [prison(), probation()].into_iter().sum();
    assert_eq!(numbers(both, Code::Completed), (232, Some(248)));
    assert_eq!(numbers(both, Code::Assessed), (220, Some(221)));
    // All units K in the one, training completed in the other.
    assert_eq!(numbers(both, Code::Certified), (209, Some(211)));
    assert_eq!(numbers(both, Code::Released), (121, Some(240)));
    assert_eq!(numbers(both, Code::DueMonth12), (74, Some(132)));
}

#[test]
fn the_unknown_stay_in_the_denominator() {
    let (in_work, of) = numbers(prison(), Code::InWorkMonth12);
    let (unknown, of_unknown) = numbers(prison(), Code::UnknownMonth12);
    assert_eq!(of, of_unknown);
    assert!(in_work + unknown <= of.expect("it applies"));
}

#[test]
fn small_numbers_are_never_percentages() {
    let step = |count, of| Step { code: Code::InWorkMonth12, count, of };
    assert_eq!(step(41, Some(63)).percent(), Some(65));
    assert_eq!(step(10, Some(20)).percent(), Some(50));
    assert_eq!(step(19, Some(19)).percent(), None);
    assert_eq!(step(0, Some(0)).percent(), None);
    assert_eq!(step(0, None).percent(), None);
}

#[test]
fn nothing_at_all_is_counted_without_a_fault() {
    let none: Tally = std::iter::empty().sum();
    assert!(none.steps().iter().all(|step| step.count == 0 && step.percent().is_none()));
}

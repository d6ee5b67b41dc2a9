// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Weeks as they are typed.

use super::*;

fn typed(lines: &[&str]) -> Result<Vec<WeeklyHours>, Vec<String>> {
    let lines =
        lines.iter().map(|line| line.split('|').map(|part| part.trim().to_owned()).collect()).collect();
    read(&Table::typed("", &TYPED, lines))
        .map_err(|problems| problems.into_iter().map(|problem| problem.0.key).collect())
}

#[test]
fn a_week_is_read_in_both_languages_and_sorted() {
    let week = typed(&["Jum'at | 08.00 | 11.00", "senin | 13:00 | 15.30", "Monday | 08.00 | 12.00"]).unwrap();
    assert_eq!(
        week,
        [(1, Minute(480), Minute(720)), (1, Minute(780), Minute(930)), (5, Minute(480), Minute(660))]
    );
}

#[test]
fn hours_that_meet_do_not_overlap() {
    assert!(typed(&["Senin | 08.00 | 12.00", "Senin | 12.00 | 13.00", "Selasa | 08.00 | 12.00"]).is_ok());
}

#[test]
fn each_mistake_is_told() {
    for (lines, expected) in [
        (vec!["Senen | 08.00 | 12.00"], vec!["problem-instructor-hours-weekday"]),
        (vec!["Senin | pagi | 12.00"], vec!["problem-instructor-hours-minute"]),
        (vec!["Senin | 12.00 | 12.00"], vec!["problem-instructor-hours-reversed"]),
        (vec!["Senin | 08.00 | 12.00", "Senin | 11.00 | 13.00"], vec!["problem-instructor-hours-overlap"]),
        (
            vec!["Senen | 08.00 | 12.00", "Senin | 9 | 10"],
            vec!["problem-instructor-hours-weekday", "problem-instructor-hours-minute"],
        ),
    ] {
        assert_eq!(typed(&lines).unwrap_err(), expected, "{lines:?}");
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The funnel as bars: lengths in percent of the longest, so that text keeps its size on a phone.

use crate::tally::{Code, Step, Tally};

/// Units of the drawing from one bar to the next: label, bar, space.
const ROW: i64 = 52;

/// One bar with its label above it.
pub struct Bar {
    pub code: &'static str,
    /// None where the step does not apply.
    pub count: Option<i64>,
    /// Percent of the longest bar, with one decimal: `77.2`.
    pub width: String,
    /// The hatched part after it: those of whom nothing is known; empty where there is none.
    pub unknown_width: String,
    pub tone: &'static str,
    pub label_y: i64,
    pub bar_y: i64,
}

/// The bars and the height of the drawing. Not knowing is a part of the last bar, no bar of its own.
pub fn bars(tally: Tally) -> (Vec<Bar>, i64) {
    let steps: Vec<Step> =
        tally.steps().into_iter().filter(|step| step.code != Code::UnknownMonth12).collect();
    let longest = steps.iter().map(|step| step.count).max().unwrap_or(0);
    let bar = |(place, step): (i64, &Step)| {
        let unknown = if step.code == Code::InWorkMonth12 { tally.unknown_month_12 } else { 0 };
        Bar {
            code: step.code.code(),
            count: step.of.map(|_| step.count),
            width: width(step.count, longest),
            unknown_width: if unknown > 0 { width(unknown, longest) } else { String::new() },
            tone: if step.code < Code::Released { "me" } else { "done" },
            label_y: place * ROW + 16,
            bar_y: place * ROW + 23,
        }
    };
    let bars: Vec<Bar> = (0..).zip(&steps).map(bar).collect();
    let height = steps.len() as i64 * ROW - 4;
    (bars, height)
}

fn width(count: i64, longest: i64) -> String {
    let permille = (count * 1_000).checked_div(longest).unwrap_or(0);
    format!("{}.{}", permille / 10, permille % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_parts_of_the_longest() {
        assert_eq!(width(318, 412), "77.1");
        assert_eq!(width(0, 0), "0.0");
    }

    #[test]
    fn unknown_is_hatched_behind_those_in_work_and_has_no_bar_of_its_own() {
        let tally = Tally {
            applicants: 40,
            due_month_12: 10,
            in_work_month_12: 6,
            unknown_month_12: 2,
            ..Tally::default()
        };
        let (bars, height) = bars(tally);
        let last = bars.last().expect("there are bars");
        assert_eq!(
            (last.code, last.width.as_str(), last.unknown_width.as_str()),
            ("in-work-12m", "15.0", "5.0")
        );
        assert_eq!(bars.len(), Code::ALL.len() - 1);
        assert_eq!(height, 12 * ROW - 4);
    }

    #[test]
    fn a_step_that_does_not_apply_has_no_number() {
        let (bars, _) = bars(Tally { applicants: 12, ..Tally::default() });
        let released = bars.iter().find(|bar| bar.code == "released").expect("there is such a bar");
        assert_eq!(released.count, None);
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Minutes by month, and the stretch of months that has too few of them. Pure.

use chrono::Datelike;
use kernel::Lang;
use kernel::day::{self, Day};

/// Minutes of each month of a year, January first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Months(pub [i64; 12]);

impl Months {
    /// Adds minutes on a day; more can be taken than there are.
    pub fn add(&mut self, day: Day, minutes: i64) {
        self.0[day.month0() as usize] += minutes;
    }

    /// The sum of months 1 to 12, first and last; a month with too much taken counts as none.
    pub fn between(&self, (first, last): (i64, i64)) -> i64 {
        (1_i64..)
            .zip(self.0)
            .filter(|(month, _)| (first..=last).contains(month))
            .map(|(_, minutes)| minutes.max(0))
            .sum()
    }
}

/// `Agustus–November`, in words.
pub fn month_span((first, last): (i64, i64), lang: Lang) -> String {
    if first == last {
        month_name(first, lang)
    } else {
        format!("{}–{}", month_name(first, lang), month_name(last, lang))
    }
}

/// The name of a month, 1 to 12; empty for what is none.
pub fn month_name(month: i64, lang: Lang) -> String {
    let day = u32::try_from(month).ok().and_then(|month| Day::from_ymd_opt(2000, month, 1));
    let text = day.map(|day| day::month_year(day, lang)).unwrap_or_default();
    text.trim_end_matches(" 2000").to_owned()
}

/// Months in which more is needed than there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tightest {
    pub months: (i64, i64),
    pub needed: i64,
    pub free: i64,
    /// Those who can meet only inside these months.
    pub who: Vec<usize>,
}

/// The stretch that lacks most, if there is one: work that may be spread freely over its months finds room exactly where in no
/// stretch of months more is needed than is free.
///
/// # Shape
/// `needs`: who, first and last month, minutes.
///
/// # Source
/// Hall's theorem for intervals: of all sets of months only those without a gap can be the first to overflow.
pub fn tightest(needs: &[(usize, (i64, i64), i64)], free: &Months) -> Option<Tightest> {
    let mut found: Option<Tightest> = None;
    for first in 1..=12 {
        for last in first..=12 {
            let inside = || needs.iter().filter(move |(_, months, _)| first <= months.0 && months.1 <= last);
            let needed: i64 = inside().map(|(_, _, minutes)| minutes).sum();
            let free = free.between((first, last));
            let lacks = found.as_ref().map_or(0, |tight| tight.needed - tight.free);
            if needed - free > lacks {
                let who = inside().map(|(who, _, _)| *who).collect();
                found = Some(Tightest { months: (first, last), needed, free, who });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free(minutes: i64) -> Months {
        Months([minutes; 12])
    }

    #[test]
    fn the_stretch_that_lacks_most_is_named_with_those_in_it() {
        let needs = [(0, (8, 9), 150), (1, (8, 8), 80), (2, (1, 12), 700)];
        let tight = tightest(&needs, &free(100)).expect("August and September are too short");
        assert_eq!((tight.months, tight.needed, tight.free), ((8, 9), 230, 200));
        assert_eq!(tight.who, [0, 1]);
        assert_eq!(tightest(&needs, &free(115)), None, "exactly enough is enough");
    }

    #[test]
    fn a_year_that_is_full_lacks_in_the_whole_year() {
        let needs = [(0, (1, 6), 600), (1, (7, 12), 600), (2, (1, 12), 1)];
        let tight = tightest(&needs, &free(100)).expect("one minute too much");
        assert_eq!((tight.months, tight.needed), ((1, 12), 1_201));
    }

    #[test]
    fn what_is_overbooked_gives_nothing_away() {
        let mut months = free(100);
        months.0[1] = -500;
        assert_eq!(months.between((1, 3)), 200);
    }

    /// Against the plain way: pour the work month by month, the one that ends first before the others.
    #[test]
    fn it_agrees_with_pouring() {
        let mut state = 7_u64;
        let mut next = |below: i64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            i64::try_from((state >> 33) % below.unsigned_abs()).expect("small")
        };
        for case in 0..4_000 {
            let mut months = Months::default();
            months.0.iter_mut().for_each(|minutes| *minutes = next(6));
            let needs: Vec<(usize, (i64, i64), i64)> = (0..4)
                .map(|who| {
                    let first = 1 + next(12);
                    (who, (first, (first + next(5)).min(12)), next(9))
                })
                .collect();
            let mut left: Vec<(i64, i64, i64)> =
                needs.iter().map(|(_, (first, last), minutes)| (*first, *last, *minutes)).collect();
            left.sort_by_key(|(_, last, _)| *last);
            let mut fits = true;
            for month in 1..=12_i64 {
                let mut free = months.between((month, month));
                for (_, _, minutes) in left.iter_mut().filter(|(first, _, _)| *first <= month) {
                    let taken = free.min(*minutes);
                    (free, *minutes) = (free - taken, *minutes - taken);
                }
                fits &= left.iter().all(|(_, last, minutes)| *last > month || *minutes == 0);
            }
            assert_eq!(tightest(&needs, &months).is_none(), fits, "case {case}: {needs:?} {months:?}");
        }
    }

    #[test]
    fn months_have_names() {
        assert_eq!(month_span((8, 11), Lang::Id), "Agustus–November");
        assert_eq!(month_span((5, 5), Lang::En), "May");
        assert_eq!(month_name(13, Lang::Id), "");
    }
}

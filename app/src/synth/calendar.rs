// SPDX-License-Identifier: Apache-2.0 OR MIT
//! When what happens: batches follow each other in lanes, a workshop in the morning and one in the afternoon, so that no
//! two lessons clash; the last of each lane is in the middle of its lessons today.

use chrono::{Datelike, Days};
use kernel::day::Day;

use super::Order;

/// Workshops, each with a morning and an afternoon.
pub(super) const WORKSHOPS: usize = 10;
/// Morning and afternoon lessons begin at these minutes.
pub(super) const BEGINS: [i64; 2] = [8 * 60, 13 * 60];

/// One batch's place in time.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub workshop: usize,
    /// 0 in the morning, 1 in the afternoon.
    pub half: usize,
    /// A lesson a day.
    pub days: Vec<Day>,
    /// So many of them are held.
    pub held: usize,
}

/// The batches' places, the earliest first.
#[derive(Debug)]
pub(super) struct Calendar {
    pub places: Vec<Place>,
    pub first: Day,
    pub today: Day,
}

impl Calendar {
    /// Lessons of each batch, so that all held together have at least as many marks as were ordered.
    pub fn lessons(order: &Order) -> usize {
        let running = (WORKSHOPS * 2).min(order.batches);
        let halves = (order.batches - running) * 2 + running;
        // Even, so that a batch half over has held half of them.
        (order.marks * 2).div_ceil(halves * super::batches::SEATS).max(2).next_multiple_of(2)
    }

    pub fn of(order: &Order) -> Self {
        let lanes = (WORKSHOPS * 2).min(order.batches);
        let per_batch = Self::lessons(order);
        let mut places = Vec::new();
        for batch in 0..order.batches {
            let (lane, row) = (batch % lanes, batch / lanes);
            let rows = (order.batches - lane).div_ceil(lanes);
            // Counted back from today: 1 is the last batch of its lane, with half of its lessons to come.
            let from_end = rows - row;
            let running = per_batch / 2;
            let (days, held) = match from_end {
                1 => {
                    let mut days = working_days(order.today, running, true);
                    days.extend(working_days(order.today, per_batch - running, false));
                    (days, running)
                }
                _ => {
                    let mut days = working_days(order.today, running + per_batch * (from_end - 1), true);
                    days.truncate(per_batch);
                    (days, per_batch)
                }
            };
            places.push(Place { workshop: lane / 2, half: lane % 2, days, held });
        }
        places.sort_by_key(|place| (place.days[0], place.workshop, place.half));
        let first = places[0].days[0];
        Self { places, first, today: order.today }
    }
}

/// So many days from Monday to Friday before a day, or from that day on; the earliest first.
fn working_days(day: Day, count: usize, before: bool) -> Vec<Day> {
    let step = |day: Day| if before { day - Days::new(1) } else { day + Days::new(1) };
    let (mut at, mut days) = (if before { step(day) } else { day }, Vec::with_capacity(count));
    while days.len() < count {
        if at.weekday().num_days_from_monday() < 5 {
            days.push(at);
        }
        at = step(at);
    }
    if before {
        days.reverse();
    }
    days
}

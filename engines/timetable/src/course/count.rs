// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a plan costs at the start of a search, counted as moves are priced from then on.
//!
//! Without conflicts that is the score. With conflicts, a period of a curriculum counts once here however many lectures it has.

use super::plan::Plan;
use super::rules::{compactness, room_stability, working_days};

impl Plan<'_> {
    /// Pairs of rivals in one period.
    pub fn conflicts_now(&self) -> i64 {
        let tables = self.tables;
        let met = |lecture: &u32| {
            let course = tables.course_of[*lecture as usize] as usize;
            let period = self.place_of[*lecture as usize] as usize / tables.rooms;
            i64::from(self.rivals_at[course * tables.periods + period]) - 1
        };
        self.placed.iter().map(met).sum::<i64>() / 2
    }

    pub fn soft_now(&self) -> i64 {
        let tables = self.tables;
        let seats = |lecture: &u32| {
            let course = tables.course_of[*lecture as usize] as usize;
            let room = self.place_of[*lecture as usize] as usize % tables.rooms;
            i64::from(tables.unseated[course * tables.rooms + room])
        };
        let lacking = |course: usize| tables.min_days[course].saturating_sub(self.days_used[course]);
        let rooms = |course: usize| {
            let row = &self.in_room[course * tables.rooms..(course + 1) * tables.rooms];
            row.iter().filter(|count| **count > 0).count().saturating_sub(1)
        };
        let alone = |mask: &u64| (mask & !(mask << 1) & !(mask >> 1)).count_ones();
        let days: u32 = (0..tables.courses).map(lacking).sum();
        self.placed.iter().map(seats).sum::<i64>()
            + working_days::WEIGHT as i64 * i64::from(days)
            + (room_stability::WEIGHT * (0..tables.courses).map(rooms).sum::<usize>()) as i64
            + compactness::WEIGHT as i64 * i64::from(self.taught.iter().map(alone).sum::<u32>())
    }
}

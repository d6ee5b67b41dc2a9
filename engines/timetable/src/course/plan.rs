// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The timetable during a search: where each lecture is, and the counts from which a move's price is read.

use super::seating;
use super::solution::{Lecture, Solution};
use super::tables::Tables;
use crate::dice::Dice;

/// No lecture in this place.
pub(super) const FREE: u32 = u32::MAX;

/// A mask of a day leaves two bits free below its first period, so that five periods around each can be cut out.
pub(super) const PAD: u32 = 2;

/// A timetable that holds availability and room occupancy by construction: a lecture only ever goes where its course is
/// open, and into a taken place only by changing places.
///
/// # Shape
/// A place is `period x rooms + room`.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    pub tables: &'a Tables,
    /// Lectures that have a place.
    pub placed: Vec<u32>,
    pub place_of: Vec<u32>,
    pub lecture_at: Vec<u32>,
    /// `courses x periods`: lectures of rivals, and of the course itself, in the period.
    pub rivals_at: Vec<u16>,
    /// `curricula x periods`: lectures in the period.
    pub taught_at: Vec<u16>,
    /// `curricula x days`: the periods that are taught, padded.
    pub taught: Vec<u64>,
    /// `courses x days`, and how many days are used.
    pub on_day: Vec<u8>,
    pub days_used: Vec<u32>,
    /// `courses x rooms`.
    pub in_room: Vec<u8>,
}

impl<'a> Plan<'a> {
    pub fn start(tables: &'a Tables, dice: &mut Dice) -> Self {
        let mut plan = Self {
            tables,
            placed: Vec::new(),
            place_of: vec![FREE; tables.course_of.len()],
            lecture_at: vec![FREE; tables.periods * tables.rooms],
            rivals_at: vec![0; tables.courses * tables.periods],
            taught_at: vec![0; tables.curriculum_count * tables.periods],
            taught: vec![0; tables.curriculum_count * tables.days],
            on_day: vec![0; tables.courses * tables.days],
            days_used: vec![0; tables.courses],
            in_room: vec![0; tables.courses * tables.rooms],
        };
        let mut rooms: Vec<usize> = (0..tables.rooms).collect();
        for (lecture, period) in seating::periods(tables, dice).into_iter().enumerate() {
            let Some(period) = period else { continue };
            dice.shuffle(&mut rooms);
            let places = rooms.iter().map(|room| period as usize * tables.rooms + room);
            let free = places.into_iter().find(|place| plan.lecture_at[*place] == FREE);
            plan.put(lecture, free.expect("a period is given to as many lectures as there are rooms"));
            plan.placed.push(u32::try_from(lecture).expect("the reader's limits keep lectures few"));
        }
        plan
    }

    /// Puts a lecture that has no place into one that is free.
    pub fn put(&mut self, lecture: usize, place: usize) {
        self.lecture_at[place] = u32::try_from(lecture).expect("lectures are few");
        self.place_of[lecture] = u32::try_from(place).expect("places are few");
        let (course, period, room) = self.parts(lecture, place);
        for rival in &self.tables.rivals[course] {
            self.rivals_at[*rival as usize * self.tables.periods + period] += 1;
        }
        let (day, hour) = self.tables.day_of[period];
        for curriculum in &self.tables.curricula[course] {
            self.taught_at[*curriculum as usize * self.tables.periods + period] += 1;
            self.taught[*curriculum as usize * self.tables.days + day as usize] |= 1 << (hour + PAD);
        }
        let on_day = &mut self.on_day[course * self.tables.days + day as usize];
        self.days_used[course] += u32::from(*on_day == 0);
        *on_day += 1;
        self.in_room[course * self.tables.rooms + room] += 1;
    }

    /// Takes a lecture out of its place.
    pub fn take(&mut self, lecture: usize) {
        let place = self.place_of[lecture] as usize;
        self.lecture_at[place] = FREE;
        let (course, period, room) = self.parts(lecture, place);
        for rival in &self.tables.rivals[course] {
            self.rivals_at[*rival as usize * self.tables.periods + period] -= 1;
        }
        let (day, hour) = self.tables.day_of[period];
        for curriculum in &self.tables.curricula[course] {
            let taught_at = &mut self.taught_at[*curriculum as usize * self.tables.periods + period];
            *taught_at -= 1;
            if *taught_at == 0 {
                self.taught[*curriculum as usize * self.tables.days + day as usize] &= !(1 << (hour + PAD));
            }
        }
        let on_day = &mut self.on_day[course * self.tables.days + day as usize];
        *on_day -= 1;
        self.days_used[course] -= u32::from(*on_day == 0);
        self.in_room[course * self.tables.rooms + room] -= 1;
    }

    fn parts(&self, lecture: usize, place: usize) -> (usize, usize, usize) {
        (self.tables.course_of[lecture] as usize, place / self.tables.rooms, place % self.tables.rooms)
    }

    /// The lectures that have a place.
    pub fn solution(&self) -> Solution {
        self.solution_of(&self.place_of)
    }

    /// The same for places remembered from before.
    pub fn solution_of(&self, places: &[u32]) -> Solution {
        let placed = places.iter().enumerate().filter(|(_, place)| **place != FREE);
        let lectures = placed.map(|(lecture, place)| {
            let (course, period, room) = self.parts(lecture, *place as usize);
            let (day, hour) = self.tables.day_of[period];
            Lecture { course, room, day: day as usize, period: hour as usize }
        });
        Solution { lectures: lectures.collect() }
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The problem arranged for looking up, with some of its limits lifted where the search asks why nothing fits.

use super::problem::{Batch, Kind, Module, Problem, Weekly};
use super::proposal::{Limit, Session};
use super::stretches::Stretches;
use crate::rules;
use crate::rules::at_once::Supply;
use chrono::{Days, Weekday};
use kernel::day::Day;
use std::collections::BTreeSet;

/// How far days reach when both the days of a batch and the term are lifted.
const MORE_DAYS: u64 = 180;

/// A block of JP that needs a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub batch: usize,
    pub module: usize,
    pub kind: Kind,
    pub jp: u16,
    pub minutes: u16,
}

/// A day on which somebody may learn.
#[derive(Debug)]
pub(crate) struct OpenDay {
    pub date: Day,
    /// Which hours hold: an index of those of the site and of its instructors.
    pub week: usize,
    /// Minutes at which a block may start: each edge of something, and whole JP after it. Every plan can be pushed to the
    /// front until its blocks start there, so nothing is lost.
    pub starts: Vec<u16>,
}

#[derive(Debug)]
pub(crate) struct Site<'a> {
    pub problem: &'a Problem,
    pub lifted: &'a BTreeSet<Limit>,
    pub days: Vec<OpenDay>,
    /// By weekday from Monday, the year's first, then each season's.
    pub open: Vec<Stretches>,
    /// By instructor, then as `open`; already within the open hours.
    pub hours: Vec<Vec<Stretches>>,
    pub supplies: Vec<Supply>,
    pub pieces: Vec<Piece>,
    /// Pieces of each batch, in the order of teaching.
    pub pieces_of: Vec<Vec<usize>>,
    /// By batch, then module: who may teach it, and where. The number after the last stands for anybody, or anywhere.
    pub instructors: Vec<Vec<Vec<usize>>>,
    pub rooms: Vec<Vec<Vec<usize>>>,
    /// Range of `days` of each batch.
    pub range: Vec<std::ops::Range<usize>>,
    /// Batches with persons in common, each with itself.
    pub rivals: Vec<Vec<usize>>,
}

impl<'a> Site<'a> {
    pub fn of(problem: &'a Problem, lifted: &'a BTreeSet<Limit>) -> Self {
        Self::after(problem, lifted, &[])
    }

    /// Cut as the sessions of a plan in force are, and open where they begin and end besides.
    pub fn after(problem: &'a Problem, lifted: &'a BTreeSet<Limit>, sessions: &[Session]) -> Self {
        let open = rules::regime_window::open(problem, lifted);
        let hours = (0..problem.instructors.len())
            .map(|index| rules::instructor_hours::hours(problem, index, &open, lifted))
            .collect();
        let batches = || problem.batches.iter().enumerate();
        let modules = |batch: &'a Batch| batch.modules.iter().enumerate();
        let mut site = Self {
            problem,
            lifted,
            days: Vec::new(),
            open,
            hours,
            supplies: rules::at_once::supplies(problem, lifted),
            pieces: Vec::new(),
            pieces_of: Vec::new(),
            instructors: batches()
                .map(|(index, batch)| {
                    let of_one = |(module, _)| rules::instructor_field::fit(problem, index, module, lifted);
                    modules(batch).map(of_one).collect()
                })
                .collect(),
            rooms: batches()
                .map(|(index, batch)| {
                    modules(batch)
                        .map(|(module, _)| rules::room_fits::fit(problem, index, module, lifted))
                        .collect()
                })
                .collect(),
            range: Vec::new(),
            rivals: (0..problem.batches.len())
                .map(|batch| rules::person_free::rivals(problem, batch, lifted))
                .collect(),
        };
        site.cut(sessions);
        site.open_days(sessions);
        site
    }

    pub fn batch(&self, index: usize) -> &'a Batch {
        &self.problem.batches[index]
    }

    pub fn is_lifted(&self, limit: Limit) -> bool {
        self.lifted.contains(&limit)
    }

    /// The open hours of a day.
    pub fn open_on(&self, day: usize) -> &Stretches {
        &self.open[self.days[day].week]
    }

    fn cut(&mut self, sessions: &[Session]) {
        for (index, batch) in self.problem.batches.iter().enumerate() {
            let mut modules: Vec<(usize, &Module)> = batch.modules.iter().enumerate().collect();
            if batch.theory_before_practice {
                modules.sort_by_key(|(_, module)| module.kind != Kind::Theory);
            }
            let first = self.pieces.len();
            for (module, content) in modules {
                let mut left = content.jp;
                let of_module = |one: &&Session| (one.batch, one.module) == (index, module);
                let mut laid = sessions.iter().filter(of_module).flat_map(|one| blocks(one, batch));
                while left > 0 {
                    let jp = laid.next().map_or(batch.block_jp.max(1), |(jp, _)| jp).min(left);
                    let minutes = jp * self.problem.minutes_per_jp;
                    self.pieces.push(Piece { batch: index, module, kind: content.kind, jp, minutes });
                    left -= jp;
                }
            }
            self.pieces_of.push((first..self.pieces.len()).collect());
        }
    }

    fn open_days(&mut self, sessions: &[Session]) {
        let spans: Vec<(Day, Day)> = (0..self.problem.batches.len()).map(|batch| self.span(batch)).collect();
        let mut dates = BTreeSet::new();
        for (first, last) in &spans {
            let inside = first.iter_days().take_while(|day| day <= last);
            dates.extend(inside.filter(|day| rules::open_day::holds(self.problem, *day, self.lifted)));
        }
        let week = |day: &Day| rules::regime_window::week(self.problem, *day);
        dates.retain(|day| self.open[week(day)].minutes() > 0);
        let open = |date: Day| OpenDay { date, week: week(&date), starts: self.starts(date, sessions) };
        self.days = dates.into_iter().map(open).collect();
        let place = |day: Day| self.days.partition_point(|open| open.date < day);
        let range =
            |(first, last): &(Day, Day)| place(*first)..place(*last + Days::new(1)).max(place(*first));
        self.range = spans.iter().map(range).collect();
    }

    /// First and last day of a batch.
    fn span(&self, index: usize) -> (Day, Day) {
        let batch = self.batch(index);
        let (is_free, is_endless) =
            (self.is_lifted(Limit::Days { batch: index }), self.is_lifted(Limit::Term));
        let term = self.problem.term;
        match (is_free, is_endless) {
            (false, false) => rules::agreement_term::within((batch.earliest, batch.latest), term),
            (false, true) => (batch.earliest, batch.latest),
            (true, false) => (term.0, term.1.min(term.0 + Days::new(1_500))),
            (true, true) => (batch.earliest, batch.latest.max(batch.earliest) + Days::new(MORE_DAYS)),
        }
    }

    fn starts(&self, date: Day, sessions: &[Session]) -> Vec<u16> {
        let index = rules::regime_window::week(self.problem, date);
        let mut edges: BTreeSet<u16> = self.open[index].iter().map(|(starts, _)| starts).collect();
        edges.extend(self.hours.iter().flat_map(|week| week[index].iter().map(|(starts, _)| starts)));
        if !self.is_lifted(Limit::Locked) {
            edges.extend(self.problem.locked.iter().filter(|one| one.day == date).map(|one| one.ends));
        }
        edges.extend(sessions.iter().filter(|one| one.day == date).flat_map(|one| [one.starts, one.ends]));
        let pauses = rules::pauses(self);
        let mut starts = BTreeSet::new();
        while let Some(start) = edges.pop_first() {
            // Once more when a pause adds it again is once too often, so what is known already is left.
            if start >= 1_440 || !starts.insert(start) {
                continue;
            }
            edges.insert(start + self.problem.minutes_per_jp);
            edges.extend(pauses.iter().map(|pause| start + pause));
        }
        starts.into_iter().filter(|start| self.open[index].hold(*start, start + 1)).collect()
    }
}

/// The blocks of a session of a plan in force: JP and minutes after its start.
pub(super) fn blocks(session: &Session, batch: &Batch) -> Vec<(u16, u16)> {
    let minutes = (session.ends - session.starts).checked_div(session.jp).unwrap_or_default();
    let mut blocks = Vec::new();
    let mut taken = 0;
    while taken < session.jp {
        let jp = (session.jp - taken).min(batch.block_jp.max(1));
        blocks.push((jp, taken * minutes));
        taken += jp;
    }
    blocks
}

/// Monday is 0.
pub(crate) fn weekday(day: Weekday) -> usize {
    day.num_days_from_monday() as usize
}

/// Weekly stretches by weekday.
pub(crate) fn by_weekday(stretches: &[Weekly]) -> [Stretches; 7] {
    std::array::from_fn(|index| {
        let own = stretches.iter().filter(|one| weekday(one.weekday) == index);
        Stretches::joined(own.map(|one| (one.starts, one.ends.min(1_440))).collect())
    })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The problem arranged for looking up, with some of its limits lifted where the search asks why nothing fits.

use super::problem::{Batch, Kind, Module, Problem, Weekly};
use super::proposal::{Limit, Session};
use super::stretches::Stretches;
use crate::rules;
use chrono::{Datelike, Days, Weekday};
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
    /// Minutes at which a block may start: each edge of something, and whole JP after it. Every plan can be pushed to the
    /// front until its blocks start there, so nothing is lost.
    pub starts: Vec<u16>,
}

#[derive(Debug)]
pub(crate) struct Site<'a> {
    pub problem: &'a Problem,
    pub lifted: &'a BTreeSet<Limit>,
    pub days: Vec<OpenDay>,
    /// By weekday from Monday.
    pub open: [Stretches; 7],
    /// By instructor, then by weekday; already within the open hours.
    pub hours: Vec<[Stretches; 7]>,
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

    pub fn weekday(&self, day: usize) -> usize {
        weekday(self.days[day].date.weekday())
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
        dates.retain(|day| self.open[weekday(day.weekday())].minutes() > 0);
        self.days =
            dates.into_iter().map(|date| OpenDay { date, starts: self.starts(date, sessions) }).collect();
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
        let index = weekday(date.weekday());
        let mut edges: BTreeSet<u16> = self.open[index].iter().map(|(starts, _)| starts).collect();
        edges.extend(self.hours.iter().flat_map(|week| week[index].iter().map(|(starts, _)| starts)));
        if !self.is_lifted(Limit::Locked) {
            edges.extend(self.problem.locked.iter().filter(|one| one.day == date).map(|one| one.ends));
        }
        edges.extend(sessions.iter().filter(|one| one.day == date).flat_map(|one| [one.starts, one.ends]));
        let step = usize::from(self.problem.minutes_per_jp);
        let after = edges.iter().flat_map(|edge| (*edge..1_440).step_by(step));
        let starts: BTreeSet<u16> = after.filter(|start| self.open[index].hold(*start, start + 1)).collect();
        starts.into_iter().collect()
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

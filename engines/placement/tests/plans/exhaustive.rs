// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Small questions made by chance from a seed, and the slow way to answer them: trying every plan there is.

use placement::{Batch, BatchIndex, Edges, PersonIndex, Problem, Quota, Rivals};

/// Which rules a question has.
#[derive(Debug, Clone, Copy, Default)]
pub struct Kinds {
    pub minimum: bool,
    pub apart: bool,
    pub quotas: bool,
    pub rivals: bool,
    pub stay: bool,
}

impl Kinds {
    pub const ALL: Self = Self { minimum: true, apart: true, quotas: true, rivals: true, stay: true };
}

/// `BEKAL_TIMES=50` asks each question of chance so many times over.
pub fn times(count: u64) -> u64 {
    let times = std::env::var("BEKAL_TIMES").ok().and_then(|text| text.parse().ok());
    count * times.unwrap_or(1)
}

/// Numbers that look like chance and are the same each time.
pub struct Chance(u64);

impl Chance {
    pub fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03)
    }

    pub fn below(&mut self, bound: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) % u64::from(bound)) as u32
    }

    fn some(&mut self, count: u32, of_ten: u32) -> Vec<u32> {
        (0..count).filter(|_| self.below(10) < of_ten).collect()
    }
}

/// A question of up to so many persons and batches.
pub fn question(seed: u64, kinds: Kinds, persons: u32, batches: u32) -> Problem {
    let mut chance = Chance::of(seed);
    let (persons, batches) = (1 + chance.below(persons), 1 + chance.below(batches));
    let highest = [3, 9, 40][chance.below(3) as usize];
    let mut edges = Edges::of(persons);
    for person in 0..persons {
        for batch in chance.some(batches, 7) {
            let value = 1 + chance.below(highest) as i32;
            edges.add(PersonIndex(person), BatchIndex(batch), value).expect("within the question");
        }
    }
    let mut batch = || Batch {
        capacity: chance.below(4),
        minimum: if kinds.minimum { chance.below(4) } else { 0 },
        reserves: chance.below(3),
    };
    let offered = (0..batches).map(|_| batch()).collect();
    let mut problem = Problem::new(edges.build().expect("within the question"), offered);
    if kinds.apart && persons > 1 {
        for _ in 0..1 + chance.below(6) {
            let (one, other) = (chance.below(persons), chance.below(persons));
            if one != other {
                problem.apart.push((PersonIndex(one), PersonIndex(other)));
            }
        }
    }
    if kinds.quotas {
        for _ in 0..1 + chance.below(2) {
            let members = chance.some(persons, 5).into_iter().map(PersonIndex).collect();
            let batches = chance.some(batches, 5).into_iter().map(BatchIndex).collect();
            problem.quotas.push(Quota { members, batches, at_least: chance.below(4) });
        }
    }
    if kinds.rivals {
        for _ in 0..1 + chance.below(2) {
            let batches = chance.some(batches, 7).into_iter().map(BatchIndex).collect();
            problem.rivals.push(Rivals { batches, at_most: chance.below(3) });
        }
    }
    if kinds.stay {
        let mut seat = || chance.below(batches + 1).checked_sub(1).map(BatchIndex);
        problem.present = (0..persons).map(|_| seat()).collect();
        problem.stay_bonus = chance.below(6) as i32;
    }
    problem
}

/// What a plan is worth, or `None` when it breaks a rule.
pub fn worth(problem: &Problem, seats: &[Option<BatchIndex>]) -> Option<i64> {
    let mut total = 0;
    for (person, seat) in seats.iter().enumerate() {
        let Some(batch) = seat else { continue };
        total += i64::from(problem.eligible.value(PersonIndex(person as u32), *batch)?);
        if problem.present.get(person).is_some_and(|present| present == seat) {
            total += i64::from(problem.stay_bonus);
        }
    }
    let size = |batch: BatchIndex| seats.iter().filter(|seat| **seat == Some(batch)).count() as u32;
    for (at, batch) in problem.batches.iter().enumerate() {
        let size = size(BatchIndex(at as u32));
        if size > batch.capacity || (size > 0 && size < batch.minimum) {
            return None;
        }
    }
    let seat = |person: PersonIndex| seats[person.0 as usize];
    let together =
        |(one, other): &(PersonIndex, PersonIndex)| seat(*one).is_some() && seat(*one) == seat(*other);
    let keeps = |quota: &Quota| {
        let inside = |one: &&PersonIndex| seat(**one).is_some_and(|batch| quota.batches.contains(&batch));
        quota.batches.iter().all(|batch| size(*batch) == 0)
            || quota.members.iter().filter(inside).count() as u32 >= quota.at_least
    };
    let fits = |rivals: &Rivals| {
        rivals.batches.iter().filter(|batch| size(**batch) > 0).count() as u32 <= rivals.at_most
    };
    let kept = !problem.apart.iter().any(together)
        && problem.quotas.iter().all(keeps)
        && problem.rivals.iter().all(fits);
    kept.then_some(total)
}

/// The highest worth of all plans that `wanted` lets through.
pub fn best(problem: &Problem, wanted: impl Fn(&[Option<BatchIndex>]) -> bool) -> Option<i64> {
    let mut seats = vec![None; problem.person_count()];
    let mut found = None;
    try_from(problem, &mut seats, 0, &mut |seats| {
        if wanted(seats) {
            found = found.max(worth(problem, seats));
        }
    });
    found
}

fn try_from(
    problem: &Problem,
    seats: &mut Vec<Option<BatchIndex>>,
    person: usize,
    each: &mut impl FnMut(&[Option<BatchIndex>]),
) {
    if person == seats.len() {
        each(seats);
        return;
    }
    seats[person] = None;
    try_from(problem, seats, person + 1, each);
    let batches: Vec<BatchIndex> =
        problem.eligible.of_person(PersonIndex(person as u32)).map(|edge| edge.0).collect();
    for batch in batches {
        seats[person] = Some(batch);
        try_from(problem, seats, person + 1, each);
    }
    seats[person] = None;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Measures the engine on a folder of tables: `cargo bench -p placement -- DIR [PLAN.csv]`.
//! Files: persons.csv, cohorts.csv, edges.csv, apart.csv, quotas.csv, all numbers, each with a header line.

use placement::{
    Batch, BatchIndex, Edges, Effort, PersonIndex, Plan, Problem, Quota, Rivals, Standing, solve,
};
use std::io::{BufRead, Write};
use std::time::{Duration, Instant};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let Some(folder) = words.first() else {
        println!("name a folder of tables to measure on");
        return;
    };
    let begun = Instant::now();
    let problem = read(folder);
    let read_in = begun.elapsed();
    let seconds = std::env::var("SECONDS_AT_MOST").map_or(60, |text| text.parse().expect("seconds"));
    let solving = Instant::now();
    let stop = || solving.elapsed() > Duration::from_secs(seconds);
    let effort = Effort { nodes: u64::MAX, threads: 2, stop: &stop };
    let plan = solve(&problem, &effort).expect("the tables fit together");
    println!(
        "read {read_in:.2?} solve {:.2?} value {} bound {} gap {:.5} placed {}",
        solving.elapsed(),
        plan.value,
        plan.bound,
        plan.gap(),
        plan.placed()
    );
    if let Some(path) = words.get(1) {
        write(path, &plan);
    }
    ask_and_change(&problem, plan, effort);
}

/// Explains and withdraws every so-manieth person.
fn ask_and_change(problem: &Problem, plan: Plan, effort: Effort<'_>) {
    let plain = problem.apart.is_empty() && problem.rivals.is_empty();
    let asked = if plain { 2000 } else { 20 };
    let step = (problem.person_count() / asked).max(1);
    let some = || (0..problem.person_count() as u32).step_by(step).map(PersonIndex);
    let mut standing = Standing::of(problem, plan, effort).expect("the plan belongs to the question");
    for round in ["first", "again"] {
        let begun = Instant::now();
        some().for_each(|person| drop(standing.explain(person).expect("a person of the question")));
        println!("explain, {round}: {:.1?} a person", begun.elapsed() / some().count() as u32);
    }
    let (mut moves, mut longest) = (0, Duration::ZERO);
    let begun = Instant::now();
    for person in some() {
        let one = Instant::now();
        moves += standing.withdraw(person).expect("a person").moves.len();
        longest = longest.max(one.elapsed());
    }
    let count = some().count();
    println!(
        "withdraw: {:.1?} a person, {longest:.1?} at most, {moves} moves for {count}",
        begun.elapsed() / count as u32
    );
}

fn write(path: &str, plan: &Plan) {
    let file = std::fs::File::create(path).expect("a place to write");
    let mut file = std::io::BufWriter::new(file);
    writeln!(file, "person,cohort").expect("writing");
    for (person, seat) in plan.seats.iter().enumerate() {
        if let Some(batch) = seat {
            writeln!(file, "{person},{}", batch.0).expect("writing");
        }
    }
}

/// Calls for each row of a table, with its first numbers.
fn rows(folder: &str, name: &str, mut each: impl FnMut(&[u32])) {
    let file = std::fs::File::open(format!("{folder}/{name}.csv")).expect("the table is there");
    let mut reader = std::io::BufReader::with_capacity(1 << 16, file);
    let (mut line, mut row) = (Vec::new(), Vec::new());
    reader.read_until(b'\n', &mut line).expect("a header");
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line).expect("a line") == 0 {
            return;
        }
        row.clear();
        for number in line.trim_ascii().split(|byte| *byte == b',') {
            row.push(number.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')));
        }
        each(&row);
    }
}

fn read(folder: &str) -> Problem {
    let (mut groups, mut batches) = (Vec::new(), Vec::new());
    rows(folder, "persons", |row| groups.push(row[5]));
    rows(folder, "cohorts", |row| {
        batches.push(Batch { capacity: row[5], minimum: row[6], reserves: 3 });
    });
    let mut edges = Edges::of(groups.len() as u32);
    rows(folder, "edges", |row| {
        edges.add(PersonIndex(row[0]), BatchIndex(row[1]), row[2] as i32).expect("an edge within bounds");
    });
    let mut problem = Problem::new(edges.build().expect("no edge twice"), batches);
    rows(folder, "apart", |row| problem.apart.push((PersonIndex(row[0]), PersonIndex(row[1]))));
    rows(folder, "quotas", |row| {
        let members = (0..groups.len() as u32).filter(|one| groups[*one as usize] == row[0]);
        problem.quotas.push(Quota {
            members: members.map(PersonIndex).collect(),
            batches: (0..problem.batches.len() as u32).map(BatchIndex).collect(),
            at_least: row[1],
        });
    });
    // Every so many batches in a row share a room in which only one of two can be held.
    if let Ok(span) = std::env::var("RIVALS_IN_A_ROW") {
        let span: u32 = span.parse().expect("a number");
        for first in (0..problem.batches.len() as u32 + 1 - span).step_by(span as usize) {
            let batches: Vec<BatchIndex> = (first..first + span).map(BatchIndex).collect();
            problem.rivals.push(Rivals { batches, at_most: span.div_ceil(2) });
        }
    }
    problem
}

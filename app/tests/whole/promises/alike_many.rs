// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hundreds of people in custody and as many ordinary learners of one issuer, certified together by the issuer's own order for many:
//! whoever learns from one half of the certificates, by every field, length, order, place and time, guesses the other half no better
//! than a coin. Leaks put there on purpose are found.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use bekal::house::{self, Place};
use bekal::synth::{self, Order};
use bekal::{Clock, work};
use desk::House;
use kernel::day::Day;
use kernel::zone::Zone;
use store::FromQueryResult;
use uuid::Uuid;

use crate::alike::{Paper, elements, features, members};
use crate::demo_house::Site;
use crate::promises::{Luck, count};

/// Where the length of the proof stands among the lengths; it grows with the place in the log.
const PROOF: usize = 0;

/// A feature that fewer have tells nothing of others.
const LEAST: usize = 3;

fn day() -> Day {
    Day::from_ymd_opt(2026, 11, 25).expect("a day of the calendar")
}

fn clock() -> Clock {
    Clock::Fixed(Zone::Wib.at(day(), 10, 0))
}

#[derive(FromQueryResult)]
struct Row {
    number: String,
    code: String,
    kind: String,
    credential: String,
    pdf: Vec<u8>,
    place: i64,
    leaf: i64,
}

const ISSUED: &str = "SELECT c.number, b.code, a.kind, c.credential, c.pdf, p.place, e.leaf FROM certificate c \
    JOIN batch b ON b.id = c.batch_id JOIN programme g ON g.id = b.programme_id JOIN agreement a ON a.id = g.agreement_id \
    JOIN status_place p ON p.credential_id = c.credential_id \
    JOIN event e ON e.kind = 'CertificateIssued' AND e.object_id = c.id ORDER BY c.number";

/// One certificate as anyone outside can see it, and when and how it was answered.
#[derive(Clone)]
struct Seen {
    paper: Paper,
    batch: String,
    place: i64,
    leaf: i64,
    micros: u128,
    lengths: Vec<usize>,
}

/// The issuer's house, all certificates issued by one order.
async fn issued(finished: usize) -> (Arc<House>, PathBuf) {
    let folder = std::env::temp_dir().join(format!("bekal-alike-{}", Uuid::new_v4()));
    let house =
        house::open(&Place::in_folder(&folder, true).expect("a place")).await.expect("the house opens");
    let batches = finished + 20;
    let order = Order {
        people: batches * count(45, 160),
        batches,
        marks: batches * 80,
        seed: "serupa".to_owned(),
        uncertified: true,
        ordinary: true,
        today: day(),
    };
    synth::office(&house, &order).await.expect("the office is made");
    let site = Site::with(&house, clock());
    let issuer = site.sign_in("kepala.blk").await;
    // Each certificate is signed, and its file of choices, too: more than a usual hour allows.
    let limit = "/certificates/signers/blk-karangan/limit";
    assert!(site.post(&issuer, limit, "per_hour=20000").await.status.is_redirection());
    let answer = site.post(&issuer, "/certificates/issuing", "day=25-11-2026").await;
    assert!(answer.status.is_redirection(), "{}", answer.body);
    work::worker(&house, clock()).drain().await.expect("the order is carried out");
    house.log.anchor(&house.db, clock().read()).await.expect("the log is carried out");
    (house, folder)
}

async fn seen(house: &Arc<House>) -> Vec<Seen> {
    let site = Site::with(house, clock());
    let issuer = site.sign_in("kepala.blk").await;
    let rows: Vec<Row> = store::rows(house.db.read(), ISSUED, []).await.expect("certificates can be read");
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let begun = Instant::now();
        let page = site.get("", &format!("/c/{}", row.number)).await;
        let micros = begun.elapsed().as_micros();
        let proof = site.get("", &format!("/c/{}/proof.txt", row.number)).await;
        let choice = site.get(&issuer, &format!("/certificates/{}/sd-jwt", row.number)).await;
        for answer in [&page, &proof, &choice] {
            assert!(answer.status.is_success(), "{}: {}", row.number, answer.status);
        }
        let heads =
            |answer: &crate::demo_house::Answer| answer.headers.values().map(|value| value.len()).sum();
        let lengths = vec![proof.body.len(), choice.body.len(), heads(&page), heads(&proof), heads(&choice)];
        let in_custody = row.kind != "own";
        let paper = Paper { in_custody, credential: row.credential, pdf: row.pdf, page: page.body };
        all.push(Seen { paper, batch: row.code, place: row.place, leaf: row.leaf, micros, lengths });
    }
    all
}

/// As many of either side, by lot.
fn even(mut all: Vec<Seen>, most: usize, luck: &mut Luck) -> Vec<Seen> {
    luck.shuffle(&mut all);
    let (mut custody, mut ordinary): (Vec<Seen>, Vec<Seen>) =
        all.into_iter().partition(|one| one.paper.in_custody);
    let each = custody.len().min(ordinary.len()).min(most);
    custody.truncate(each);
    ordinary.truncate(each);
    custody.append(&mut ordinary);
    luck.shuffle(&mut custody);
    custody
}

/// Leaves each the place within its own batch. In which order whole batches come is one coin a pair of twins, shown again by everyone
/// in them: [`first_in_custody`] judges it over the pairs. To a classifier a few coins that fell unevenly would look like a rule.
fn within_batches(all: &mut [Seen]) {
    let mut firsts: HashMap<String, (i64, usize)> = HashMap::new();
    for one in all.iter() {
        let first = firsts.entry(one.batch.clone()).or_insert((one.leaf, one.lengths[PROOF]));
        *first = (first.0.min(one.leaf), first.1.min(one.lengths[PROOF]));
    }
    for one in all {
        let (leaf, length) = firsts[&one.batch];
        one.leaf -= leaf;
        one.lengths[PROOF] -= length;
    }
}

/// In which tenth of all a value lies.
fn tenth<T: PartialOrd>(all: &[T], value: &T) -> usize {
    all.iter().filter(|other| *other < value).count() * 10 / all.len().max(1)
}

/// Everything a suspicious reader would write down of each.
fn written(all: &[Seen]) -> Vec<BTreeSet<String>> {
    let figures: Vec<Vec<i128>> = all.iter().map(figures).collect();
    let column = |at: usize| -> Vec<i128> { figures.iter().map(|of| of[at]).collect() };
    let columns: Vec<Vec<i128>> = (0..figures[0].len()).map(column).collect();
    let of = |(one, figures): (&Seen, &Vec<i128>)| {
        let mut found = features(&one.paper);
        for (at, (figure, column)) in figures.iter().zip(&columns).enumerate() {
            let tenth = tenth(column, figure);
            found.insert(format!("figure {at} is {figure}"));
            found.insert(format!("figure {at} in tenth {tenth}"));
            found.insert(format!("figure {at} in half {}", tenth / 5));
            found.insert(format!("figure {at} even {}", figure % 2 == 0));
        }
        found
    };
    all.iter().zip(&figures).map(of).collect()
}

/// What can be counted of one: place in the lists, order in the log, time of the answer, lengths.
fn figures(one: &Seen) -> Vec<i128> {
    let lengths = one.lengths.iter().copied().chain([one.paper.credential.len(), one.paper.pdf.len()]);
    let lengths = lengths.map(|length| i128::try_from(length).unwrap_or(i128::MAX));
    let micros = i128::try_from(one.micros).unwrap_or(i128::MAX);
    [i128::from(one.place), i128::from(one.leaf), micros].into_iter().chain(lengths).collect()
}

/// Features as numbers, those that too few or all have left out.
fn numbered(written: &[BTreeSet<String>]) -> Vec<Vec<usize>> {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    written.iter().flatten().for_each(|feature| *counts.entry(feature).or_default() += 1);
    let tells = counts.into_iter().filter(|(_, count)| (LEAST..written.len()).contains(count));
    let numbers: HashMap<&String, usize> = tells.map(|(feature, _)| feature).zip(0..).collect();
    written.iter().map(|of| of.iter().filter_map(|feature| numbers.get(feature).copied()).collect()).collect()
}

/// Naive Bayes over what is there and what is not.
fn bayes(learnt: &[(&Vec<usize>, bool)]) -> impl Fn(&Vec<usize>) -> f64 {
    let sides = [false, true].map(|side| learnt.iter().filter(|one| one.1 == side).count() as f64);
    let mut counts: HashMap<usize, [f64; 2]> = HashMap::new();
    for (features, side) in learnt {
        for feature in *features {
            counts.entry(*feature).or_default()[usize::from(*side)] += 1.0;
        }
    }
    let share = move |count: [f64; 2], side: usize| (count[side] + 1.0) / (sides[side] + 2.0);
    let absent = move |count: [f64; 2]| (1.0 - share(count, 1)).ln() - (1.0 - share(count, 0)).ln();
    let nothing: f64 = counts.values().map(|count| absent(*count)).sum();
    move |features| {
        let present = |count: &[f64; 2]| share(*count, 1).ln() - share(*count, 0).ln() - absent(*count);
        nothing + features.iter().filter_map(|feature| counts.get(feature)).map(present).sum::<f64>()
    }
}

/// The one feature that parts the sides best.
fn single(learnt: &[(&Vec<usize>, bool)]) -> impl Fn(&[usize]) -> f64 {
    let sides = [false, true].map(|side| learnt.iter().filter(|one| one.1 == side).count().max(1) as f64);
    let mut counts: BTreeMap<usize, [f64; 2]> = BTreeMap::new();
    for (features, side) in learnt {
        for feature in *features {
            counts.entry(*feature).or_default()[usize::from(*side)] += 1.0;
        }
    }
    let parts = move |count: &[f64; 2]| count[1] / sides[1] - count[0] / sides[0];
    let best = counts.iter().max_by(|one, other| parts(one.1).abs().total_cmp(&parts(other.1).abs()));
    let best = best.map(|(feature, count)| (*feature, parts(count)));
    move |features| match best {
        Some((feature, parts)) => {
            if features.contains(&feature) {
                parts
            } else {
                -parts
            }
        }
        None => 0.0,
    }
}

/// The sides of the most similar ones.
fn neighbour(learnt: &[(&Vec<usize>, bool)], features: &[usize]) -> f64 {
    let alike = |other: &[usize]| {
        let (mut at, mut same) = (0, 0_usize);
        for feature in features {
            while other.get(at).is_some_and(|theirs| theirs < feature) {
                at += 1;
            }
            same += usize::from(other.get(at) == Some(feature));
        }
        // What only one of the two has parts them.
        2 * same + 10_000 - other.len()
    };
    let close: Vec<(usize, bool)> = learnt.iter().map(|(other, side)| (alike(other), *side)).collect();
    let best = close.iter().map(|(alike, _)| *alike).max().unwrap_or(0);
    close.iter().filter(|(alike, _)| *alike == best).map(|(_, side)| if *side { 1.0 } else { -1.0 }).sum()
}

/// How much of the other half each classifier guesses right, both ways; a tie is half right. Halves never part a batch from its
/// twin, so that nobody is known by the company she trained in.
fn reached(all: &[Seen], by_batch: &BTreeMap<String, usize>) -> [(&'static str, f64); 3] {
    let features = numbered(&written(all));
    let sides: Vec<bool> = all.iter().map(|one| one.paper.in_custody).collect();
    let mut right = [0.0, 0.0, 0.0];
    for half in 0..2 {
        let is_learnt = |place: &usize| by_batch[&twin(&all[*place].batch)] % 2 == half;
        let (learnt, asked): (Vec<usize>, Vec<usize>) = (0..all.len()).partition(is_learnt);
        let learnt: Vec<(&Vec<usize>, bool)> =
            learnt.into_iter().map(|place| (&features[place], sides[place])).collect();
        let (bayes, single) = (bayes(&learnt), single(&learnt));
        for place in asked {
            let of = &features[place];
            for (right, score) in right.iter_mut().zip([bayes(of), neighbour(&learnt, of), single(of)]) {
                *right += match score.total_cmp(&0.0) {
                    std::cmp::Ordering::Equal => 0.5,
                    order => f64::from(u8::from((order == std::cmp::Ordering::Greater) == sides[place])),
                };
            }
        }
    }
    let share = |right: f64| right / all.len() as f64;
    [
        ("naive Bayes", share(right[0])),
        ("nearest neighbour", share(right[1])),
        ("the best single feature", share(right[2])),
    ]
}

/// What a batch and its twin have in common: their number.
fn twin(batch: &str) -> String {
    batch.rsplit('-').next().unwrap_or_default().to_owned()
}

/// In how many of all pairs of twins the batch in custody was recorded first.
fn first_in_custody(all: &[Seen]) -> (usize, usize) {
    let mut firsts: BTreeMap<String, [Option<i64>; 2]> = BTreeMap::new();
    for one in all {
        let first = &mut firsts.entry(twin(&one.batch)).or_default()[usize::from(one.paper.in_custody)];
        *first = Some(first.map_or(one.leaf, |leaf| leaf.min(one.leaf)));
    }
    let pairs: Vec<bool> = firsts
        .values()
        .filter_map(|[ordinary, custody]| Some(custody.as_ref()? < ordinary.as_ref()?))
        .collect();
    (pairs.iter().filter(|first| **first).count(), pairs.len())
}

/// How far from half chance alone leads, for three classifiers and the order together less than once in a thousand times.
fn by_chance(count: usize) -> f64 {
    3.6 * (0.25 / count as f64).sqrt()
}

type Plant = (&'static str, fn(&mut Seen));

/// Leaks as a careless program could have them.
const PLANTS: [Plant; 5] = [
    ("a field", |one| one.paper.credential = one.paper.credential.replacen('{', "{\"aaa\":\"1\",", 1)),
    ("a place in the lists", |one| one.place %= 8_192),
    ("an order", |one| one.leaf -= 1_000_000),
    ("a length", |one| one.lengths[1] += 4_096),
    ("a time", |one| one.micros += 40_000),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_classifier_guesses_no_better_than_a_coin() {
    let wanted = count(40, 500);
    let (house, folder) = issued(count(3, 40)).await;
    let mut luck = Luck::of(500);
    let mut all = even(seen(&house).await, wanted, &mut luck);
    assert_eq!(all.len(), 2 * wanted, "as many of either side");
    for one in &all {
        assert_eq!(members(&one.paper.credential), members(&all[0].paper.credential), "{}", one.batch);
        assert_eq!(elements(&one.paper.page), elements(&all[0].paper.page), "{}", one.batch);
    }
    let twins: BTreeSet<String> = all.iter().map(|one| twin(&one.batch)).collect();
    let by_batch: BTreeMap<String, usize> = twins.into_iter().zip(0..).collect();
    // A few batches look alike or not as a whole: they are too few to judge, and only show that the plants are found.
    let (is_judged, bound) =
        if wanted < 500 { (false, 0.15) } else { (true, by_chance(all.len()).min(0.04)) };
    let (first, pairs) = first_in_custody(&all);
    within_batches(&mut all);
    let mut wrong = Vec::new();
    for (name, share) in reached(&all, &by_batch) {
        println!("{name} is right in {share:.3} of {}, promised within {bound:.3} of 0.5", all.len());
        if is_judged && (share - 0.5).abs() > bound {
            wrong.push(format!("{name}: {share:.3}"));
        }
    }
    println!("the batch in custody was recorded before its twin in {first} of {pairs}");
    if (first as f64 / pairs as f64 - 0.5).abs() > by_chance(pairs) {
        wrong.push(format!("order: custody first in {first} of {pairs}"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (name, plant) in PLANTS {
        let mut planted = all.clone();
        planted.iter_mut().filter(|one| one.paper.in_custody).for_each(plant);
        let shares = reached(&planted, &by_batch);
        println!("planted, {name}: {shares:?}");
        assert!(shares.iter().any(|(_, share)| share - 0.5 > bound), "{name} is not seen: {shares:?}");
    }
    house.db.clone().close().await.expect("the house closes");
    let _ = std::fs::remove_dir_all(&folder);
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The table of moderation, held against the README; and what a sample must be, over many seeds.

use std::collections::BTreeMap;

use super::*;

fn person(number: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(number))
}

const SITTING: AssessmentId = AssessmentId(uuid::Uuid::from_u128(7));

#[test]
fn every_cell_is_in_the_readme() {
    let mut lines = vec!["| Moderation | Command | Becomes |".to_owned(), "|---|---|---|".to_owned()];
    for state in ModerationState::ALL {
        for command in ModerationCommand::ALL {
            let to = match decide(*state, *command) {
                Ok(next) => next.code().to_owned(),
                Err(refusal) => format!("refused, {}", refusal.code),
            };
            lines.push(format!("| {} | {} | {to} |", state.code(), command.code()));
        }
    }
    let table = lines.join("\n");
    assert!(include_str!("../../README.md").contains(&table), "the README should hold:\n{table}");
}

#[test]
fn a_tenth_and_at_least_two() {
    for (people, size) in [(0, 0), (1, 1), (2, 2), (3, 2), (16, 2), (20, 2), (21, 3), (100, 10), (101, 11)] {
        assert_eq!(sample_size(people), size, "{people}");
    }
}

#[test]
fn the_sample_follows_from_the_seed_alone() {
    let people: Vec<PersonId> = (0..16).map(person).collect();
    let turned: Vec<PersonId> = people.iter().rev().chain(&people).copied().collect();
    let mut seen: BTreeMap<PersonId, usize> = BTreeMap::new();
    for seed in 0_u32..800 {
        let seed = seed.to_be_bytes();
        let sample = draw(&seed, SITTING, &people);
        assert_eq!(sample, draw(&seed, SITTING, &turned), "neither order nor repetition matters");
        assert_eq!(sample.len(), 2);
        assert_ne!(sample[0], sample[1]);
        for one in sample {
            *seen.entry(one).or_default() += 1;
        }
    }
    assert_eq!(seen.len(), 16, "everybody can be drawn");
    // 100 expected; six standard deviations of a fair draw are about 56.
    assert!(seen.values().all(|count| (44..=156).contains(count)), "{seen:?}");
    assert_ne!(draw(b"a", SITTING, &people), draw(b"b", SITTING, &people));
}

#[test]
fn who_judged_or_entered_does_not_moderate() {
    let account = |number| AccountId(uuid::Uuid::from_u128(number));
    assert!(another_hand(account(1), Some(account(2)), account(3)).is_ok());
    assert!(another_hand(account(1), Some(account(1)), account(3)).is_err());
    assert!(another_hand(account(1), None, account(1)).is_err());
}

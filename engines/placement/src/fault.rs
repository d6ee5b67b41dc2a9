// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Why a question cannot be asked. Each is a mistake of the program that asks, not of its user.

use crate::problem::{BatchIndex, PersonIndex};
use std::fmt;

/// What is wrong with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoPerson(PersonIndex),
    NoBatch(BatchIndex),
    /// A value outside `1..=MAX_VALUE`.
    Value {
        person: PersonIndex,
        batch: BatchIndex,
        value: i32,
    },
    /// The same person and batch twice.
    Twice {
        person: PersonIndex,
        batch: BatchIndex,
    },
    ApartFromOneself(PersonIndex),
    PresentSeats {
        expected: usize,
        given: usize,
    },
    /// A bonus outside `0..=MAX_VALUE`.
    StayBonus(i32),
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPerson(person) => write!(out, "there is no person {}", person.0),
            Self::NoBatch(batch) => write!(out, "there is no batch {}", batch.0),
            Self::Value { person, batch, value } => {
                write!(out, "the value {value} of person {} in batch {} is out of bounds", person.0, batch.0)
            }
            Self::Twice { person, batch } => {
                write!(out, "person {} and batch {} are paired twice", person.0, batch.0)
            }
            Self::ApartFromOneself(person) => write!(out, "person {} is kept apart from itself", person.0),
            Self::PresentSeats { expected, given } => {
                write!(out, "{given} present seats for {expected} persons")
            }
            Self::StayBonus(bonus) => write!(out, "the stay bonus {bonus} is out of bounds"),
        }
    }
}

impl std::error::Error for Fault {}

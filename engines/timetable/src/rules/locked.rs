// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: sessions that are laid already stay, and take room, instructor and persons.
//!
//! Unit: none, it holds or not. Source: product decision: what was approved, or published, is not moved by a proposal.

use crate::office::Limit;
use crate::office::board::{Board, Taken};
use std::collections::HashSet;

/// Enters all locked sessions into the diaries of an empty board.
pub fn enter(board: &mut Board<'_>) {
    if board.site.is_lifted(Limit::Locked) {
        return;
    }
    let batches = &board.site.problem.batches;
    let persons: Vec<HashSet<usize>> =
        batches.iter().map(|batch| batch.participants.iter().copied().collect()).collect();
    for (index, locked) in board.site.problem.locked.iter().enumerate() {
        let Ok(day) = board.site.days.binary_search_by_key(&locked.day, |open| open.date) else { continue };
        let (starts, ends) = (locked.starts, locked.ends);
        let taken = Taken { starts, ends, piece: None, batch: locked.batch, room: locked.room, amount: 1 };
        for supply in 0..board.site.supplies.len() {
            let amount = board.site.supplies[supply].used_by_locked(board.site.problem, index);
            if amount > 0 {
                board.supplies.add(supply, day, Taken { amount, ..taken });
            }
        }
        if let Some(room) = locked.room {
            board.rooms.add(room, day, taken);
        }
        if let Some(instructor) = locked.instructor {
            board.instructors.add(instructor, day, taken);
        }
        // Who attends is the whole batch while nobody is named.
        let attends = match locked.batch {
            Some(batch) if locked.participants.is_empty() => &batches[batch].participants,
            _ => &locked.participants,
        };
        for (batch, persons) in persons.iter().enumerate() {
            let is_own = locked.batch == Some(batch);
            if is_own {
                board.locked_minutes[batch * board.site.days.len() + day] +=
                    i64::from(locked.ends) - i64::from(locked.starts);
            }
            if is_own || attends.iter().any(|person| persons.contains(person)) {
                board.batches.add(batch, day, taken);
            }
        }
    }
}

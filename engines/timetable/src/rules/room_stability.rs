// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Soft: a module stays in one room.
//!
//! Unit: rooms of a module beyond the first. Source: ITC 2007, track 3, S4 "Room stability", for modules.

use crate::office::laid::Laid;

pub const WEIGHT: i64 = 5;

pub fn units(laid: &Laid<'_>) -> i64 {
    laid.beyond_first(|slot| slot.room)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Soft: one instructor teaches the whole of a module.
//!
//! Unit: instructors of a module beyond the first. Source: product decision: who began knows how far each is.

use crate::office::laid::Laid;

pub const WEIGHT: i64 = 10;

pub fn units(laid: &Laid<'_>) -> i64 {
    laid.beyond_first(|slot| slot.instructor)
}

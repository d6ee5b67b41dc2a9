// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Soft: modules are taught in the order of the curriculum.
//!
//! Unit: sessions that follow one of a later module. Source: product decision: the order of the curriculum is the order of
//! teaching; soft, because an instructor who comes only on Fridays must not stop everything.

use crate::office::laid::Laid;

pub const WEIGHT: i64 = 4;

pub fn units(laid: &Laid<'_>) -> i64 {
    laid.slots.windows(2).filter(|pair| pair[1].rank < pair[0].rank).count() as i64
}

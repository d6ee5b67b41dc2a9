// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Soft: a batch is done soon.
//!
//! Unit: days from its earliest day to its last session.
//! Source: product decision: who finishes early has time for a second try before release.

use crate::office::laid::Laid;

pub const WEIGHT: i64 = 1;

pub fn units(laid: &Laid<'_>) -> i64 {
    laid.slots.last().map_or(0, |slot| (slot.date - laid.site.batch(laid.batch).earliest).num_days())
}

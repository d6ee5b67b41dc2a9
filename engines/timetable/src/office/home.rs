// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Where the pieces of a plan in force lie, what must not move, and what it costs to move the rest.

use super::board::{Board, Place};

/// The places of a plan in force.
///
/// # Shape
/// Empty lists where there is no such plan; else one entry a piece.
#[derive(Debug, Default)]
pub(super) struct Home {
    pub places: Vec<Option<Place>>,
    pub fixed: Vec<bool>,
    /// By piece, in the unit of the cost.
    pub prices: Vec<i64>,
}

impl Home {
    /// No plan is in force.
    pub fn nowhere() -> Self {
        Self::default()
    }

    pub fn is_any(&self) -> bool {
        !self.places.is_empty()
    }

    pub fn place(&self, piece: usize) -> Option<Place> {
        self.places.get(piece).copied().flatten()
    }

    pub fn is_fixed(&self, piece: usize) -> bool {
        self.fixed.get(piece).copied().unwrap_or_default()
    }

    /// Whether nothing may move.
    pub fn is_all_fixed(&self) -> bool {
        self.fixed.iter().all(|fixed| *fixed) && self.is_any()
    }

    /// Whether a piece of the plan in force lies elsewhere.
    pub fn is_changed(&self, board: &Board<'_>, piece: usize) -> bool {
        self.place(piece).is_some() && board.places[piece] != self.place(piece)
    }

    /// What it costs that pieces of a batch lie elsewhere.
    pub fn price(&self, board: &Board<'_>, batch: usize) -> i64 {
        if !self.is_any() {
            return 0;
        }
        let changed = board.site.pieces_of[batch].iter().filter(|piece| self.is_changed(board, **piece));
        changed.map(|piece| self.prices[*piece]).sum()
    }
}

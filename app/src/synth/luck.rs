// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Chance with a seed: the same order gives the same office.

use desk::Dice;

pub(super) struct Luck(pub Dice);

impl Luck {
    /// From 0 up to, but not, `end`.
    pub fn below(&self, end: u64) -> u64 {
        u64::from_be_bytes(self.0.bytes()) % end.max(1)
    }

    /// True so many times in a hundred.
    pub fn percent(&self, share: u64) -> bool {
        self.below(100) < share
    }

    pub fn one<T: Copy>(&self, of: &[T]) -> T {
        let place = usize::try_from(self.below(of.len() as u64)).unwrap_or(0);
        of[place]
    }
}

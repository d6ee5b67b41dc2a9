// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Repeatable chance: the same seed gives the same throws on every machine.

/// A xorshift64* generator; good enough for a search, never for a secret.
///
/// # Source
/// S. Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled", 2016.
#[derive(Debug, Clone)]
pub(crate) struct Dice {
    state: u64,
}

impl Dice {
    pub fn new(seed: u64) -> Self {
        // One step of SplitMix64, so that neighbouring seeds start far apart and zero is as good as any.
        let mut state = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Self { state: (state ^ (state >> 31)) | 1 }
    }

    #[inline]
    pub fn bits(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `bound`; zero when `bound` is zero.
    #[inline]
    pub fn below(&mut self, bound: usize) -> usize {
        scaled(self.bits() >> 32, 32, bound)
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// A value of `width` bits stretched over `0..bound`.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the result is below a usize")]
pub(crate) fn scaled(value: u64, width: u32, bound: usize) -> usize {
    ((value * bound as u64) >> width) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn throws_repeat_and_stay_below_their_bound() {
        let (mut one, mut two) = (Dice::new(7), Dice::new(7));
        let mut seen = [0_u32; 6];
        for _ in 0..6_000 {
            let throw = one.below(6);
            assert_eq!(throw, two.below(6));
            seen[throw] += 1;
        }
        assert!(seen.iter().all(|count| (800..1_200).contains(count)), "{seen:?}");
        assert_ne!(Dice::new(7).bits(), Dice::new(8).bits());
        assert_eq!(Dice::new(0).below(0), 0);
    }
}

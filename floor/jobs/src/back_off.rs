// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How long a job that broke waits before it is tried again.

use chrono::Duration;
use desk::Dice;

/// So often a job is tried before it lies down as dead.
pub(crate) const MOST_ATTEMPTS: i64 = 5;
const FIRST_SECONDS: i64 = 5;
const LONGEST_SECONDS: i64 = 600;

/// Five seconds, then twice as long each time, up to ten minutes; each between half and one and a half of it, so that jobs
/// broken by one cause do not all come back at once.
pub(crate) fn wait(attempts: i64, dice: &Dice) -> Duration {
    let doublings = u32::try_from(attempts.clamp(1, 20) - 1).unwrap_or(0);
    let seconds = (FIRST_SECONDS << doublings).min(LONGEST_SECONDS);
    let share = i64::from(u16::from_be_bytes(dice.bytes()));
    Duration::milliseconds(seconds * 500 + seconds * 1_000 * share / i64::from(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_lies_between_half_and_one_and_a_half(attempts in -3_i64..200, seed in ".*") {
            let whole = [5, 10, 20, 40, 80, 160, 320, 600][usize::try_from(attempts.clamp(1, 8) - 1).expect("small")];
            let waited = wait(attempts, &Dice::from_seed(&seed)).num_milliseconds();
            prop_assert!((whole * 500..=whole * 1_500).contains(&waited), "{attempts}: {waited}");
        }
    }

    #[test]
    fn two_jobs_do_not_wait_alike() {
        assert_ne!(wait(3, &Dice::from_seed("a")), wait(3, &Dice::from_seed("b")));
    }
}

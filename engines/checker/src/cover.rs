// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The open stretches of a day, joined where they touch, and the question whether a session lies inside one.

/// Disjoint stretches, sorted, in minutes of the day.
#[derive(Debug, Default)]
pub struct Cover {
    stretches: Vec<(u16, u16)>,
}

impl Cover {
    /// Sorts and joins; a stretch that does not end after its start covers nothing.
    pub fn of(mut stretches: Vec<(u16, u16)>) -> Self {
        stretches.sort_unstable();
        let mut joined: Vec<(u16, u16)> = Vec::new();
        for (starts, ends) in stretches {
            match joined.last_mut() {
                Some(last) if starts <= last.1 => last.1 = last.1.max(ends),
                Some(_) | None => joined.push((starts, ends)),
            }
        }
        Self { stretches: joined }
    }

    /// Whether all of `starts..ends` is open.
    pub fn holds(&self, starts: u16, ends: u16) -> bool {
        let after = self.stretches.partition_point(|stretch| stretch.0 <= starts);
        after > 0 && self.stretches[after - 1].1 >= ends
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_stretches_are_one_and_a_gap_is_a_gap() {
        let cover = Cover::of(vec![(600, 700), (480, 600), (720, 800), (900, 900)]);
        assert!(cover.holds(480, 700));
        assert!(cover.holds(590, 610));
        assert!(!cover.holds(690, 730));
        assert!(!cover.holds(470, 490));
        assert!(!cover.holds(900, 901));
        assert!(!Cover::default().holds(0, 1));
    }
}

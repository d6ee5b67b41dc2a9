// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Stretches of a day, joined where they touch.

/// Disjoint stretches in minutes of the day, sorted; never one without a length.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Stretches(Vec<(u16, u16)>);

impl Stretches {
    pub fn joined(mut stretches: Vec<(u16, u16)>) -> Self {
        stretches.retain(|(starts, ends)| starts < ends);
        stretches.sort_unstable();
        let mut joined: Vec<(u16, u16)> = Vec::with_capacity(stretches.len());
        for (starts, ends) in stretches {
            match joined.last_mut() {
                Some(last) if starts <= last.1 => last.1 = ends.max(last.1),
                _ => joined.push((starts, ends)),
            }
        }
        Self(joined)
    }

    pub fn hold(&self, starts: u16, ends: u16) -> bool {
        self.0.iter().any(|stretch| stretch.0 <= starts && ends <= stretch.1)
    }

    /// Minutes that lie inside both.
    pub fn common(&self, starts: u16, ends: u16) -> i64 {
        let inside = |stretch: &(u16, u16)| i64::from(stretch.1.min(ends)) - i64::from(stretch.0.max(starts));
        self.0.iter().map(|stretch| inside(stretch).max(0)).sum()
    }

    pub fn and(&self, other: &Self) -> Self {
        let cut = |one: &(u16, u16), two: &(u16, u16)| (one.0.max(two.0), one.1.min(two.1));
        Self::joined(self.0.iter().flat_map(|one| other.0.iter().map(move |two| cut(one, two))).collect())
    }

    /// What is left when `taken` are cut out.
    pub fn without(&self, taken: &Self) -> Self {
        let mut left = self.0.clone();
        for (starts, ends) in &taken.0 {
            let parts = |one: (u16, u16)| [(one.0, one.1.min(*starts)), (one.0.max(*ends), one.1)];
            left = left.into_iter().flat_map(parts).filter(|one| one.0 < one.1).collect();
        }
        Self::joined(left)
    }

    pub fn minutes(&self) -> i64 {
        self.0.iter().map(|(starts, ends)| i64::from(*ends) - i64::from(*starts)).sum()
    }

    pub fn iter(&self) -> impl Iterator<Item = (u16, u16)> {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_join_meet_and_part() {
        let day = Stretches::joined(vec![(600, 700), (480, 600), (720, 800), (900, 900)]);
        assert_eq!(day.0, [(480, 700), (720, 800)]);
        assert!(day.hold(500, 700) && !day.hold(690, 730) && !day.hold(900, 900));
        assert_eq!(day.common(690, 730), 20);
        assert_eq!(day.and(&Stretches::joined(vec![(650, 750)])).0, [(650, 700), (720, 750)]);
        assert_eq!(
            day.without(&Stretches::joined(vec![(500, 520), (690, 730)])).0,
            [(480, 500), (520, 690), (730, 800)]
        );
        assert_eq!(day.minutes(), 300);
    }
}

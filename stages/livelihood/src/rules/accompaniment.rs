// SPDX-License-Identifier: Apache-2.0 OR MIT
//! When a mentor may confirm that an accompaniment is complete.

use kernel::day::Day;

/// What is known of it on the day of the confirmation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accompaniment {
    /// The day on which the mentor was named.
    pub since: Day,
    pub confirmed_on: Day,
    /// The days of her notes.
    pub notes: Vec<Day>,
    /// When the training was completed, if it was.
    pub completed_on: Option<Day>,
    /// First sales of the person's own businesses.
    pub first_sales: Vec<Day>,
}

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The day lies before the mentor was named.
    BeforeTheMentor,
    /// She noted no meeting until then.
    Notes,
    /// The training was not completed by then.
    Training,
    /// No business of the person's own had sold anything by then.
    StartUp,
}

impl Lack {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            Self::BeforeTheMentor => "mentoring-lacks-mentor",
            Self::Notes => "mentoring-lacks-notes",
            Self::Training => "mentoring-lacks-training",
            Self::StartUp => "mentoring-lacks-start-up",
        }
    }
}

/// Everything that is missing; nothing where it may be confirmed.
///
/// # Source
/// Product decision after case S0: a foundation accompanies people through training into a business, so it acknowledges both
/// together. A business has begun when it has sold something.
pub fn lacking(of: &Accompaniment) -> Vec<Lack> {
    let by_then = |day: &Day| *day <= of.confirmed_on;
    [
        (of.confirmed_on < of.since, Lack::BeforeTheMentor),
        (!of.notes.iter().any(by_then), Lack::Notes),
        (!of.completed_on.iter().any(by_then), Lack::Training),
        (!of.first_sales.iter().any(by_then), Lack::StartUp),
    ]
    .into_iter()
    .filter_map(|(is_missing, lack)| is_missing.then_some(lack))
    .collect()
}

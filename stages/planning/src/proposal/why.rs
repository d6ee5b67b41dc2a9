// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Why a person has a seat or none, and why a batch has no timetable: codes with values, and one sentence each.
//! No sentence names another person.

use desk::Say;
use serde::{Deserialize, Serialize};

/// The reason of one verdict.
///
/// # Units
/// `points` as the ranking gave them; batches by their codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Why {
    /// Seated; without this seat there would be none.
    OnlySeat { batch: String, points: i64 },
    /// Seated; without this seat there would be another, worth less to this person.
    BestSeat { batch: String, points: i64, other: String, other_points: i64 },
    /// Seated in the lesser of two, because the better one is worth more to the plan with somebody else in it.
    LesserSeat { batch: String, points: i64, other: String, other_points: i64 },
    /// Seated; whether there would be another was not searched to the end.
    Seat { batch: String, points: i64 },
    /// Seated by somebody's hand, not by the search.
    ByHand { batch: String, points: i64 },
    /// Had a seat there, which somebody took away by hand.
    TakenByHand { batch: String, points: i64 },
    /// There is no batch this person may take part in.
    NoBatch,
    /// No seat in the batch that was nearest.
    KeptOut {
        batch: String,
        points: i64,
        bars: Vec<Bar>,
        /// What the whole plan would lose, were this person seated there; nothing where no plan does that.
        loss: Option<i64>,
    },
}

/// One thing that keeps somebody out of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Bar {
    Full {
        seats: i64,
    },
    /// Somebody seated there must be kept apart; who that is stays out of every record of the plan.
    Apart,
    TooFew {
        minimum: i64,
    },
    /// These batches take the room or the instructor.
    Rivals {
        by: Vec<String>,
    },
    /// Nothing: a seat became free by hand, and nobody was given it.
    Vacant,
}

impl Why {
    /// The sentence, for the one it concerns.
    pub fn say(&self) -> Say {
        let key = |name: &str| Say::new(format!("proposal-why-{name}"));
        match self {
            Self::OnlySeat { batch, points } => key("only-seat").with("batch", batch).with("points", points),
            Self::Seat { batch, points } => key("seat").with("batch", batch).with("points", points),
            Self::ByHand { batch, points } => key("by-hand").with("batch", batch).with("points", points),
            Self::TakenByHand { batch, points } => {
                key("taken-by-hand").with("batch", batch).with("points", points)
            }
            Self::BestSeat { batch, points, other, other_points } => key("best-seat")
                .with("batch", batch)
                .with("points", points)
                .with("other", other)
                .with("others", other_points),
            Self::LesserSeat { batch, points, other, other_points } => key("lesser-seat")
                .with("batch", batch)
                .with("points", points)
                .with("other", other)
                .with("others", other_points),
            Self::NoBatch => key("no-batch"),
            Self::KeptOut { batch, points, loss: Some(loss), .. } => {
                key("kept-out").with("batch", batch).with("points", points).with("loss", loss)
            }
            Self::KeptOut { batch, points, loss: None, .. } => {
                key("kept-out-always").with("batch", batch).with("points", points)
            }
        }
    }

    /// One sentence for each thing in the way. Being kept apart is told to those who may know it; to others, only that the
    /// composition of the batch does not allow it.
    pub fn bars(&self, knows_apart: bool) -> Vec<Say> {
        let Self::KeptOut { bars, .. } = self else { return Vec::new() };
        let say = |bar: &Bar| match bar {
            Bar::Full { seats } => Say::new("proposal-bar-full").with("seats", seats),
            Bar::Apart if knows_apart => Say::new("proposal-bar-apart"),
            Bar::Apart => Say::new("proposal-bar-composition"),
            Bar::TooFew { minimum } => Say::new("proposal-bar-too-few").with("minimum", minimum),
            Bar::Vacant => Say::new("proposal-bar-vacant"),
            Bar::Rivals { by } => Say::new("proposal-bar-rivals").with("by", by.join(", ")),
        };
        bars.iter().map(say).collect()
    }
}

/// What a batch without a timetable waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    /// Such as `instructor-time`; its sentence is `proposal-waits-CODE`.
    pub code: String,
    /// The module, room or instructor it is about; may be empty.
    pub about: String,
    /// Minutes that found no place.
    pub minutes: i64,
}

impl Waits {
    pub fn say(&self) -> Say {
        Say::new(format!("proposal-waits-{}", self.code))
            .with("about", &self.about)
            .with("minutes", self.minutes)
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a hearing recommends: the order of the ranking, departed from only for named people with a reason each.

use desk::Refusal;
use kernel::id::PersonId;

use crate::state::{SeatState, codes};

codes! {
    /// What a hearing says about one person.
    Recommendation {
        Seat = "seat",
        Reserve = "reserve",
        /// Keeps the place in the waiting list.
        Wait = "wait",
        Refuse = "refuse",
    }
}

impl Recommendation {
    /// What a decree that follows it gives: a seat, a reserve place or nothing.
    pub fn seat(self) -> Option<SeatState> {
        match self {
            Self::Seat => Some(SeatState::Seated),
            Self::Reserve => Some(SeatState::Reserve),
            Self::Wait | Self::Refuse => None,
        }
    }
}

/// An eligible person, in the order of the ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    pub person: PersonId,
}

/// A departure from the ranking, with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    pub person: PersonId,
    pub recommendation: Recommendation,
    pub reason: String,
}

/// One person's recommendation.
///
/// # Shape
/// `position` counts from 1 within each recommendation: seat number, place among the reserves, place in the waiting list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    pub person: PersonId,
    pub recommendation: Recommendation,
    pub position: i64,
    pub reason: String,
}

/// Distributes seats and reserve places.
///
/// # Shape
/// `ranked` in the order of the ranking; at most one exception a person. The votes are sorted by recommendation, then position.
///
/// # Errors
/// `ENRL-06` an exception for somebody who is not eligible, `ENRL-07` more people named for seats or reserves than there are.
///
/// # Source
/// Product decision: the hearing decides freely among the eligible, and says why where it leaves the ranking.
pub fn recommend(
    ranked: &[Ranked],
    seats: i64,
    reserves: i64,
    exceptions: &[Exception],
) -> Result<Vec<Vote>, Refusal> {
    if exceptions.iter().any(|exception| ranked.iter().all(|person| person.person != exception.person)) {
        return Err(Refusal::new("ENRL-06"));
    }
    let named = |wanted: Recommendation| {
        exceptions.iter().filter(move |exception| exception.recommendation == wanted)
    };
    let free_seats = left_after(seats, named(Recommendation::Seat).count())?;
    let free_reserves = left_after(reserves, named(Recommendation::Reserve).count())?;
    let (mut seats_left, mut reserves_left) = (free_seats, free_reserves);
    let mut place = |person: &Ranked| {
        let exception = exceptions.iter().find(|exception| exception.person == person.person);
        let recommendation = match exception {
            Some(exception) => exception.recommendation,
            None if seats_left > 0 => {
                seats_left -= 1;
                Recommendation::Seat
            }
            None if reserves_left > 0 => {
                reserves_left -= 1;
                Recommendation::Reserve
            }
            None => Recommendation::Wait,
        };
        let reason = exception.map(|exception| exception.reason.clone()).unwrap_or_default();
        Vote { person: person.person, recommendation, position: 0, reason }
    };
    let mut votes: Vec<Vote> = ranked.iter().map(&mut place).collect();
    votes.sort_by_key(|vote| vote.recommendation);
    let mut before = None;
    let mut position = 0;
    for vote in &mut votes {
        position = if before == Some(vote.recommendation) { position + 1 } else { 1 };
        before = Some(vote.recommendation);
        vote.position = position;
    }
    Ok(votes)
}

fn left_after(places: i64, named: usize) -> Result<i64, Refusal> {
    let named = i64::try_from(named).unwrap_or(i64::MAX);
    if named > places {
        return Err(Refusal::new("ENRL-07").with("named", named).with("places", places));
    }
    Ok(places - named)
}

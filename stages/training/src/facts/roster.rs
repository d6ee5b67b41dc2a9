// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The people of one batch as the roll lists them, and finding one by what somebody wrote.

use enrolment::facts::SeatFact;
use kernel::day::Day;
use kernel::id::PersonId;
use kernel::name::PersonName;
use people::facts::PersonFact;
use programme::facts::BatchFact;
use store::{ConnectionTrait, DbErr};

use crate::rules::seated_on;

/// One who is or was seated in the batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Learner {
    pub person: PersonFact,
    pub seat: SeatFact,
    /// The register number at the batch's host, where there is one.
    pub register: Option<String>,
}

impl Learner {
    pub fn id(&self) -> PersonId {
        self.person.id
    }
}

/// Everyone who is or was seated.
///
/// # Shape
/// The seated by seat number, then those who left, by the day they left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roster {
    pub learners: Vec<Learner>,
}

impl Roster {
    /// Those who held a seat on the day.
    pub fn on(&self, day: Day) -> impl Iterator<Item = &Learner> {
        self.learners.iter().filter(move |learner| seated_on(&learner.seat, day))
    }

    /// By the record in the batch, or the one under which she is known now.
    pub fn learner(&self, id: PersonId) -> Option<&Learner> {
        self.learners.iter().find(|learner| learner.person.id == id || learner.person.known_as == id)
    }

    /// The one meant by an id, a register number or a name without the father's; nothing where nobody or several are meant.
    pub fn find(&self, text: &str) -> Option<&Learner> {
        let text = text.trim();
        if let Ok(id) = text.parse::<PersonId>() {
            return self.learner(id);
        }
        let number = people::register::canonical(text);
        if let Some(found) =
            self.learners.iter().find(|learner| learner.register.as_deref() == Some(number.as_str()))
        {
            return Some(found);
        }
        let key = PersonName::parse(text).ok()?.compare_key();
        let fits = |learner: &&Learner| {
            let name =
                PersonName::parse(&learner.person.name).map(|name| name.compare_key()).unwrap_or_default();
            name == key
                || name.starts_with(&format!("{key} bin "))
                || name.starts_with(&format!("{key} binti "))
        };
        let mut found = self.learners.iter().filter(fits);
        found.next().filter(|_| found.next().is_none())
    }
}

/// Reads who is or was seated in a batch.
pub async fn roster<C: ConnectionTrait>(on: &C, batch: &BatchFact) -> Result<Roster, DbErr> {
    let seats: Vec<SeatFact> =
        enrolment::facts::seats(on, batch.id).await?.into_iter().filter(SeatFact::was_held).collect();
    let people: Vec<PersonId> = seats.iter().map(|seat| seat.person).collect();
    let persons = people::facts::persons(on, &people).await?;
    let stays = people::facts::episodes_of(on, &people).await?;
    let learner = |seat: SeatFact| {
        let person = persons.iter().find(|person| person.id == seat.person)?.clone();
        let stays = stays.get(&person.id).map_or(&[][..], Vec::as_slice);
        let here = stays.iter().find(|stay| stay.office == batch.host && stay.register.is_some());
        let register = here.or(stays.first()).and_then(|stay| stay.register.clone());
        Some(Learner { person, seat, register })
    };
    Ok(Roster { learners: seats.into_iter().filter_map(learner).collect() })
}

/// The one of a batch whom a form means, by what [`Roster::find`] takes. A form that picked from the roll has the id, and then
/// only her seat and record are read.
pub(crate) async fn person_meant<C: ConnectionTrait>(
    on: &C,
    batch: &BatchFact,
    text: &str,
) -> Result<Option<PersonFact>, DbErr> {
    let Ok(id) = text.trim().parse::<PersonId>() else {
        return Ok(roster(on, batch).await?.find(text).map(|learner| learner.person.clone()));
    };
    match enrolment::facts::seat_of(on, batch.id, id).await?.filter(SeatFact::was_held) {
        Some(seat) => people::facts::person(on, seat.person).await,
        None => Ok(None),
    }
}

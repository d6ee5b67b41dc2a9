// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Somebody is away: that she came back, and what is booked meanwhile.

use access::Act;
use desk::{Halt, Say};
use enrolment::facts::SeatState;
use kernel::day;

use super::seats::REBOOK;
use super::{Gatherer, Way};

const RECORD_RETURN: Way = Way::new("registrar", Act::PersonAbsence, "person-return.verb", "person return");

/// Somebody is away, and what is booked meanwhile.
pub(super) async fn absence(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let on = of.desk.house.db.read();
    let Some(absence) = people::facts::open_absence(on, of.whom()).await? else { return Ok(()) };
    if absence.from_on != of.change.day {
        return Ok(());
    }
    let id = of.whom().to_string();
    let long = |on| day::long(on, of.desk.lang);
    let (key, until) = match absence.until_on {
        Some(until) if until < of.desk.today() => ("change-return-late", long(until)),
        Some(until) => ("change-return-until", long(until)),
        None => ("change-return", String::new()),
    };
    of.put("return", Say::new(key).with("day", until), RECORD_RETURN, &[&id]);
    for seat in enrolment::facts::seats_of_person(on, of.whom()).await? {
        let Some(batch) = programme::facts::batch(on, seat.batch).await? else { continue };
        let booked = batch.assessment.as_ref().map(|booking| booking.reserved_on);
        let Some(booked) = booked.filter(|booked| {
            seat.state == SeatState::Seated && *booked >= of.desk.today() && absence.covers(*booked)
        }) else {
            continue;
        };
        let say = Say::new("change-assessment-away").with("batch", &batch.title).with("day", long(booked));
        of.put(format!("assessment-{}", batch.code), say, REBOOK, &[&batch.code]);
    }
    Ok(())
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Seats and openings that a change frees, and what a death recorded by error had taken from her.

use access::Act;
use desk::{Halt, Say};
use enrolment::facts::SeatState;
use kernel::day;
use livelihood::facts::ReferralState;
use programme::facts::BatchFact;

use super::{Gatherer, Way};

const GIVE_SEAT: Way = Way::new("work", Act::SeatPromote, "change-seat.verb", "seat list");
pub(super) const REBOOK: Way =
    Way::new("work", Act::BatchReserveAssessment, "change-assessment.verb", "batch show");
const SEAT_AGAIN: Way = Way::new("work", Act::SeatPromote, "change-seat-gone.verb", "seat list");
const REFER_AGAIN: Way =
    Way::new("counsellor", Act::ApplicationRefer, "change-referral.verb", "vacancy show");

/// A free number while reserves wait and the training runs; and, until its day, the assessment booked for one more.
pub(super) async fn seats(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let (on, today) = (of.desk.house.db.read(), of.desk.today());
    for batch in left_here(of).await? {
        let seats = enrolment::facts::seats(on, batch.id).await?;
        let seated = seats.iter().filter(|seat| seat.state == SeatState::Seated).count();
        let waits = seats.iter().any(|seat| seat.state == SeatState::Reserve);
        let is_free = i64::try_from(seated).is_ok_and(|seated| seated < batch.seats);
        let runs = training::facts::closed_on(on, batch.id).await?.is_none() && batch.ends_on >= today;
        if waits && is_free && runs {
            let say = Say::new("change-seat").with("batch", &batch.title);
            of.put(format!("seat-{}", batch.code), say, GIVE_SEAT, &[&batch.code]);
        }
        if let Some(booking) = batch.assessment.as_ref().filter(|booking| booking.reserved_on > today) {
            let day = day::long(booking.reserved_on, of.desk.lang);
            let say = Say::new("change-assessment").with("batch", &batch.title).with("day", day);
            of.put(format!("assessment-{}", batch.code), say, REBOOK, &[&batch.code]);
        }
    }
    Ok(())
}

/// Batches of this office that the person left because of the change and that still run.
async fn left_here(of: &Gatherer<'_>) -> Result<Vec<BatchFact>, Halt> {
    let on = of.desk.house.db.read();
    let mut left = Vec::new();
    for seat in enrolment::facts::seats_of_person(on, of.whom()).await? {
        if seat.left_on != Some(of.change.day) {
            continue;
        }
        let Some(batch) = programme::facts::batch(on, seat.batch).await? else { continue };
        if batch.host == of.change.office {
            left.push(batch);
        }
    }
    Ok(left)
}

/// What a death recorded by error had closed and what could not be opened again: seats given away, openings filled.
pub(super) async fn not_reopened(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let on = of.desk.house.db.read();
    if of.person.died_on.is_some() {
        return Ok(());
    }
    for seat in enrolment::facts::seats_of_person(on, of.whom()).await? {
        let is_lost = seat.state == SeatState::Left && seat.left_reason == "died";
        let Some(batch) = programme::facts::batch(on, seat.batch).await? else { continue };
        let is_ours = batch.host == of.change.office;
        if !is_lost || !is_ours || enrolment::facts::is_taken_over(on, seat.id).await? {
            continue;
        }
        of.put(
            format!("seat-gone-{}", batch.code),
            Say::new("change-seat-gone").with("batch", &batch.title),
            SEAT_AGAIN,
            &[&batch.code],
        );
    }
    for (referral, vacancy) in livelihood::facts::referrals(on, of.whom()).await? {
        if referral.state != ReferralState::Lapsed {
            continue;
        }
        let say = Say::new("change-referral-gone").with("title", &vacancy.title);
        of.put(
            format!("referral-gone-{}", vacancy.code),
            say.with("employer", &vacancy.employer_name),
            REFER_AGAIN,
            &[&vacancy.code],
        );
    }
    Ok(())
}

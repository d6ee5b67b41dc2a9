// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What this room does when something happens elsewhere: seats of one who leaves the house become free; an approved plan
//! of the host becomes the agenda of the hearing.

use std::collections::HashMap;

use audit::{Event, Object};
use desk::{Halt, Refusal, Work};
use kernel::day::Day;
use kernel::id::{BatchId, OrganisationId, PersonId};
use serde_json::json;

use crate::facts::{self, SeatFact, SeatState};
use crate::rules::{Reason, agenda};
use crate::state::{IntakeCommand, SeatCommand, SeatStep, decide, decide_seat, free_number};
use crate::store;

/// Why somebody leaves a batch; codes whose labels are the words `seat-left-CODE`.
pub const LEAVE_REASONS: &[&str] =
    &["transferred", "released", "ill", "own_wish", "conduct", "died", "other"];

/// Frees the seats of a person in batches that have not ended by `day`; one that has ended keeps its roll.
///
/// # Shape
/// Seats in batches of `staying_at` are kept: who moves to an office may sit in its batches.
///
/// # Errors
/// The database failed.
pub async fn leave_all_seats(
    work: &mut Work<'_>,
    person: PersonId,
    (reason, day): (&'static str, Day),
    staying_at: Option<OrganisationId>,
) -> Result<(), Halt> {
    for seat in facts::seats_of_person(&work.tx, person).await? {
        let running = programme::facts::batch(&work.tx, seat.batch)
            .await?
            .is_some_and(|batch| batch.ends_on >= day && Some(batch.host) != staying_at);
        if running && seat.state != SeatState::Left {
            leave(work, &seat, reason, day).await?;
        }
    }
    Ok(())
}

/// Gives back the seats a person left on `day` for `reason`, because that had never happened.
///
/// # Shape
/// A seat that was given away meanwhile stays left. Who had waited among the reserves waits in her old place.
///
/// # Errors
/// The database failed.
pub async fn return_to_seats(
    work: &mut Work<'_>,
    person: PersonId,
    (reason, day): (&'static str, Day),
) -> Result<(), Halt> {
    for seat in facts::seats_of_person(&work.tx, person).await? {
        if seat.state != SeatState::Left || seat.left_reason != reason || seat.left_on != Some(day) {
            continue;
        }
        let Some(batch) = programme::facts::batch(&work.tx, seat.batch).await? else { continue };
        // Nobody is called into the free seat meanwhile.
        store::lock_intake(&work.tx, batch.id).await?;
        let taken: Vec<i64> =
            facts::seats(&work.tx, batch.id).await?.iter().filter_map(|other| other.number).collect();
        let free_number = free_number(batch.seats, &taken);
        let command = SeatCommand::Return { was_seated: seat.was_held(), free_number };
        let Ok(step) = decide_seat(seat.state, command) else { continue };
        if !store::change_seat(&work.tx, &seat, step, (day, reason)).await? {
            return Err(Refusal::new("ENRL-10").into());
        }
        let content = json!({ "batch": batch.code, "day": work.desk.today().to_string() });
        let event = Event::new("SeatReturned", Object::new("person", seat.person.0), content);
        work.record(event.about("batch", batch.id.0)).await?;
    }
    Ok(())
}

/// Frees one seat and says so on the timelines of person and batch.
pub(crate) async fn leave(
    work: &mut Work<'_>,
    seat: &SeatFact,
    reason: &'static str,
    day: Day,
) -> Result<(), Halt> {
    if !store::change_seat(&work.tx, seat, SeatStep::Leave, (day, reason)).await? {
        return Err(Refusal::new("ENRL-10").into());
    }
    let content = json!({ "number": seat.number, "reason": reason, "day": day.to_string() });
    let event =
        Event::new("SeatLeft", Object::new("person", seat.person.0), content).about("batch", seat.batch.0);
    work.record(event).await
}

/// Puts the ranked of a batch into the order of an approved plan; it seats nobody.
///
/// # Shape
/// `order`: those whom the plan seats, then its reserves. `elsewhere`: those whom the plan seats in another batch, with
/// that batch's code; they are no longer proposed here.
///
/// # Errors
/// `ENRL-02` nobody has been ranked, `ENRL-01` a hearing was held, `ENRL-04` a decree was issued.
pub async fn set_agenda(
    work: &mut Work<'_>,
    batch: BatchId,
    order: &[PersonId],
    elsewhere: &HashMap<PersonId, String>,
) -> Result<(), Halt> {
    let intake = store::intake(&work.tx, batch).await?;
    // With or without a board, an order is an order: only who decides about it differs.
    decide(intake.state, &intake.facts(work.desk.today(), true), IntakeCommand::Agenda)?;
    let ranked = store::applicants(&work.tx, batch).await?;
    let ranked: Vec<(PersonId, bool, Vec<Reason>)> =
        ranked.into_iter().map(|row| (row.person, row.eligible, row.reasons)).collect();
    let people = agenda(ranked, order, elsewhere);
    store::put_in_order(&work.tx, batch, &people).await?;
    let content = json!({ "seats": order.len(), "elsewhere": elsewhere.len() });
    work.record(Event::new("AgendaSet", Object::new("batch", batch.0), content)).await
}

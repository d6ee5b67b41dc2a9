// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Giving and changing seats. The tables refuse an overfull batch whatever is asked here.

use kernel::day::Day;
use kernel::id::{BatchId, HearingId, OrganisationId, PersonId, SeatId};
use store::{ConnectionTrait, DbErr, insert, run};
use uuid::Uuid;

use crate::facts::SeatFact;
use crate::state::{SeatState, SeatStep};

/// A decree to be written.
#[derive(Debug, Clone)]
pub struct NewDecree {
    pub id: Uuid,
    pub batch: BatchId,
    pub hearing: HearingId,
    pub office: OrganisationId,
    pub number: String,
    pub day: Day,
    pub signer: String,
}

/// A seat or reserve place given by a decree.
#[derive(Debug, Clone, Copy)]
pub struct NewSeat {
    pub id: SeatId,
    pub person: PersonId,
    pub state: SeatState,
    /// The seat's number, or the place among the reserves.
    pub position: i64,
}

/// Takes the intake's row until commit, so that changes of one batch's seats come one after the other; false where there is no decree.
pub async fn lock_intake<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<bool, DbErr> {
    let sql = "UPDATE intake SET state = 'decreed' WHERE batch_id = $1 AND state = 'decreed'";
    Ok(run(on, sql, [batch.0.into()]).await? == 1)
}

/// Writes the decree and closes the intake; false where another hearing or decree has come in between.
pub async fn decree<C: ConnectionTrait>(on: &C, decree: &NewDecree) -> Result<bool, DbErr> {
    let sql =
        "UPDATE intake SET state = 'decreed' WHERE batch_id = $1 AND state = 'heard' AND hearing_id = $2";
    if run(on, sql, [decree.batch.0.into(), decree.hearing.0.into()]).await? != 1 {
        return Ok(false);
    }
    insert("decree")
        .set("id", decree.id)
        .set("batch_id", decree.batch.0)
        .set("hearing_id", decree.hearing.0)
        .set("office_id", decree.office.0)
        .set("number", decree.number.clone())
        .set("decreed_on", decree.day)
        .set("signer", decree.signer.clone())
        .run(on)
        .await?;
    Ok(true)
}

/// Gives the seats of a decree, in a batch of `seat_count` seats.
pub async fn seat_people<C: ConnectionTrait>(
    on: &C,
    decree: &NewDecree,
    seat_count: i64,
    people: &[NewSeat],
) -> Result<(), DbErr> {
    for seat in people {
        let seated = seat.state == SeatState::Seated;
        insert("seat")
            .set("id", seat.id.0)
            .set("batch_id", decree.batch.0)
            .set("seats", seat_count)
            .set("person_id", seat.person.0)
            .set("decree_id", decree.id)
            .set("state", seat.state.code())
            .set("number", seated.then_some(seat.position))
            .set("reserve_position", (!seated).then_some(seat.position))
            .set("since", decree.day)
            .run(on)
            .await?;
    }
    Ok(())
}

/// A seat for one who goes on from a seat elsewhere.
#[derive(Debug, Clone)]
pub struct NewTakeOver<'a> {
    pub id: SeatId,
    pub batch: BatchId,
    pub seats: i64,
    pub person: PersonId,
    pub number: i64,
    pub day: Day,
    /// The seat left.
    pub source: SeatId,
    pub decision: &'a str,
    pub by: &'a str,
}

/// Gives the seat, under the decree by which the batch was seated.
pub async fn take_over<C: ConnectionTrait>(on: &C, new: &NewTakeOver<'_>) -> Result<(), DbErr> {
    let sql = "INSERT INTO seat (id, batch_id, seats, person_id, decree_id, state, number, since) \
               SELECT $1, $2, $3, $4, d.id, 'seated', $5, $6 FROM decree d WHERE d.batch_id = $2";
    let values = [
        new.id.0.into(),
        new.batch.0.into(),
        new.seats.into(),
        new.person.0.into(),
        new.number.into(),
        new.day.into(),
    ];
    run(on, sql, values).await?;
    insert("seat_take_over")
        .set("seat_id", new.id.0)
        .set("source_seat_id", new.source.0)
        .set("day", new.day)
        .set("decision", new.decision)
        .set("account_name", new.by)
        .run(on)
        .await
}

/// Changes one seat; false where it is no longer as it was.
pub async fn change_seat<C: ConnectionTrait>(
    on: &C,
    seat: &SeatFact,
    step: SeatStep,
    (day, reason): (Day, &str),
) -> Result<bool, DbErr> {
    let old = seat.state.code();
    let changed = match step {
        SeatStep::Leave => {
            let sql = "UPDATE seat SET state = 'left', number = NULL, left_on = $3, left_reason = $4 WHERE id = $1 AND state = $2";
            run(on, sql, [seat.id.0.into(), old.into(), day.into(), reason.into()]).await?
        }
        SeatStep::TakeNumber(number) => {
            let sql = "UPDATE seat SET state = 'seated', number = $3, reserve_position = NULL, since = $4 \
                       WHERE id = $1 AND state = $2";
            run(on, sql, [seat.id.0.into(), old.into(), number.into(), day.into()]).await?
        }
        SeatStep::Return(number) => {
            let sql = "UPDATE seat SET state = 'seated', number = $3, left_on = NULL, left_reason = '' \
                       WHERE id = $1 AND state = $2";
            run(on, sql, [seat.id.0.into(), old.into(), number.into()]).await?
        }
        SeatStep::WaitAgain => {
            let sql = "UPDATE seat SET state = 'reserve', left_on = NULL, left_reason = '' WHERE id = $1 AND state = $2";
            run(on, sql, [seat.id.0.into(), old.into()]).await?
        }
    };
    Ok(changed == 1)
}

/// Whether the tables refused because the seat's number is already held.
pub fn is_seat_number_taken(error: &DbErr) -> bool {
    store::violation(error).is_some_and(|violation| violation.is("seat_number", "seat.number"))
}

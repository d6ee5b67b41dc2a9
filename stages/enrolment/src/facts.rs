// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may read: who holds a seat in which batch, what was decided, and who is ranked how high for a batch.
//! Nothing of the reasons, and nothing of the days that are left.

use std::collections::BTreeSet;

use kernel::day::Day;
use kernel::id::{AgreementId, BatchId, PersonId, SeatId};
use people::facts::PersonFact;
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use uuid::Uuid;

pub use crate::rules::matches_any as field_means;
pub use crate::state::SeatState;

/// What one person last said she wants, first and second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishFact {
    pub person: PersonId,
    pub first_choice: String,
    pub second_choice: String,
}

/// The wishes of the people whose stay at an office goes on.
pub async fn wishes_at<C: ConnectionTrait>(
    on: &C,
    office: kernel::id::OrganisationId,
) -> Result<Vec<WishFact>, DbErr> {
    let interests = crate::store::interests_at(on, office).await?;
    let wish = |(person, interest): (PersonId, crate::rules::Interest)| WishFact {
        person,
        first_choice: interest.first_choice,
        second_choice: interest.second_choice,
    };
    let mut wishes: Vec<WishFact> = interests.into_iter().map(wish).collect();
    wishes.sort_by_key(|wish| wish.person);
    Ok(wishes)
}

/// One person's seat in one batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatFact {
    pub id: SeatId,
    pub batch: BatchId,
    pub person: PersonId,
    /// 1 to the batch's seats while seated; nothing for a reserve or one who left.
    pub number: Option<i64>,
    /// 1 for the reserve who is called first.
    pub reserve_position: Option<i64>,
    pub state: SeatState,
    pub since: Day,
    pub left_on: Option<Day>,
    pub left_reason: String,
}

impl SeatFact {
    /// Whether the person is or was seated; reserves who were never called were not.
    pub fn was_held(&self) -> bool {
        match self.state {
            SeatState::Seated => true,
            SeatState::Reserve => false,
            // A reserve who left kept the place in the queue; one who had been seated gave it up when called.
            SeatState::Left => self.reserve_position.is_none(),
        }
    }
}

/// How many stand where in one batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EnrolmentCounts {
    /// Those who asked for the batch's field; not everyone who was looked at.
    pub applicants: i64,
    pub eligible: i64,
    pub seated: i64,
    pub reserve: i64,
    pub left: i64,
}

/// The decree that seated a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecreeFact {
    pub number: String,
    pub day: Day,
    pub signer: String,
}

#[derive(FromQueryResult)]
struct SeatRow {
    id: Uuid,
    batch_id: Uuid,
    person_id: Uuid,
    number: Option<i64>,
    reserve_position: Option<i64>,
    state: String,
    since: Day,
    left_on: Option<Day>,
    left_reason: String,
}

impl TryFrom<SeatRow> for SeatFact {
    type Error = DbErr;

    fn try_from(row: SeatRow) -> Result<Self, DbErr> {
        let state = SeatState::from_code(&row.state)
            .ok_or_else(|| DbErr::Type(format!("seat state `{}`", row.state)))?;
        Ok(Self {
            id: SeatId(row.id),
            batch: BatchId(row.batch_id),
            person: PersonId(row.person_id),
            number: row.number,
            reserve_position: row.reserve_position,
            state,
            since: row.since,
            left_on: row.left_on,
            left_reason: row.left_reason,
        })
    }
}

const SEAT: &str =
    "SELECT id, batch_id, person_id, number, reserve_position, state, since, left_on, left_reason FROM seat";

async fn seats_where<C: ConnectionTrait>(
    on: &C,
    test: &str,
    values: Vec<Value>,
) -> Result<Vec<SeatFact>, DbErr> {
    let found: Vec<SeatRow> = rows(on, &format!("{SEAT} {test}"), values).await?;
    found.into_iter().map(SeatFact::try_from).collect()
}

/// Every seat of a batch: the seated by number, then the reserves in their order, then those who left.
pub async fn seats<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<SeatFact>, DbErr> {
    let test = "WHERE batch_id = $1 ORDER BY CASE state WHEN 'seated' THEN 1 WHEN 'reserve' THEN 2 ELSE 3 END, \
                number, reserve_position, left_on, id";
    seats_where(on, test, vec![batch.0.into()]).await
}

/// One person's seat in a batch, whatever became of it.
pub async fn seat_of<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    person: PersonId,
) -> Result<Option<SeatFact>, DbErr> {
    let values = vec![batch.0.into(), person.0.into()];
    let test = format!("WHERE batch_id = $1 AND person_id IN {}", people::facts::records_of(2));
    Ok(seats_where(on, &test, values).await?.pop())
}

/// The record under which a person is seated in a batch, and under which everything of that batch is written; her own
/// where she has no seat there.
pub async fn record_in<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    person: PersonId,
) -> Result<PersonId, DbErr> {
    Ok(seat_of(on, batch, person).await?.map_or(person, |seat| seat.person))
}

/// Codes of the batches in which two records both have a seat, whatever became of it; one person has one.
pub async fn shared_batches<C: ConnectionTrait>(
    on: &C,
    (kept, second): (PersonId, PersonId),
) -> Result<Vec<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct CodeRow {
        code: String,
    }
    let sql = "SELECT DISTINCT b.code FROM seat k JOIN seat s ON s.batch_id = k.batch_id AND s.person_id = $2 \
               JOIN batch b ON b.id = k.batch_id WHERE k.person_id IN \
               (SELECT p.id FROM person p WHERE (p.id = $1 OR p.merged_into = $1) AND p.id <> $2) ORDER BY b.code";
    let found: Vec<CodeRow> = rows(on, sql, [kept.0.into(), second.0.into()]).await?;
    Ok(found.into_iter().map(|row| row.code).collect())
}

/// The seat elsewhere on which this one goes on, and by what decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeOverFact {
    pub source: SeatFact,
    pub day: Day,
    pub decision: String,
}

/// What a seat goes on from; nothing for one given by a decree alone.
pub async fn taken_over<C: ConnectionTrait>(on: &C, seat: SeatId) -> Result<Option<TakeOverFact>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        source_seat_id: Uuid,
        day: Day,
        decision: String,
    }
    let sql = "SELECT source_seat_id, day, decision FROM seat_take_over WHERE seat_id = $1";
    let Some(row) = one::<Row, C>(on, sql, [seat.0.into()]).await? else { return Ok(None) };
    let source = seats_where(on, "WHERE id = $1", vec![row.source_seat_id.into()]).await?.pop();
    Ok(source.map(|source| TakeOverFact { source, day: row.day, decision: row.decision }))
}

/// Whether somebody goes on elsewhere from this seat.
pub async fn is_taken_over<C: ConnectionTrait>(on: &C, source: SeatId) -> Result<bool, DbErr> {
    let sql = "SELECT seat_id AS id FROM seat_take_over WHERE source_seat_id = $1";
    Ok(one::<IdRow, C>(on, sql, [source.0.into()]).await?.is_some())
}

/// Every seat a person ever had, the latest first.
pub async fn seats_of_person<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<SeatFact>, DbErr> {
    let test = format!("WHERE person_id IN {} ORDER BY since DESC, id", people::facts::records_of(1));
    seats_where(on, &test, vec![person.0.into()]).await
}

/// Who is seated now, by seat number.
pub async fn participants<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<PersonFact>, DbErr> {
    let seated = seats(on, batch).await?.into_iter().filter(|seat| seat.state == SeatState::Seated);
    in_order(on, seated.map(|seat| seat.person).collect()).await
}

/// Who is or was seated, by seat number and then by the day they left; reserves who were never called are not among them.
pub async fn ever_seated<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<PersonFact>, DbErr> {
    let held = seats(on, batch).await?.into_iter().filter(SeatFact::was_held);
    in_order(on, held.map(|seat| seat.person).collect()).await
}

async fn in_order<C: ConnectionTrait>(on: &C, wanted: Vec<PersonId>) -> Result<Vec<PersonFact>, DbErr> {
    let found = people::facts::persons(on, &wanted).await?;
    Ok(wanted.iter().filter_map(|id| found.iter().find(|person| person.id == *id).cloned()).collect())
}

/// The batches in which a person is seated or a reserve, or was seated until they left.
pub async fn batches_of_person<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<BatchId>, DbErr> {
    Ok(seats_of_person(on, person).await?.into_iter().map(|seat| seat.batch).collect())
}

/// The batches of any of these people, known under these records, each once.
pub async fn batches_of_people<C: ConnectionTrait>(
    on: &C,
    people: &[PersonId],
) -> Result<BTreeSet<BatchId>, DbErr> {
    let mut batches = BTreeSet::new();
    for part in people.chunks(500) {
        let places: Vec<String> = (1..=part.len()).map(|place| format!("${place}")).collect();
        let these = places.join(", ");
        let sql = format!(
            "SELECT DISTINCT s.batch_id AS id FROM person p JOIN seat s ON s.person_id = p.id \
             WHERE p.id IN ({these}) OR p.merged_into IN ({these})"
        );
        let found: Vec<IdRow> = rows(on, &sql, part.iter().map(|id| Value::from(id.0))).await?;
        batches.extend(found.into_iter().map(|row| BatchId(row.id)));
    }
    Ok(batches)
}

#[derive(FromQueryResult)]
struct IdRow {
    id: Uuid,
}

/// The agreements under which partners may meet a person: those of the batches where the person is seated or a reserve.
pub async fn agreements_of_person<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
) -> Result<Vec<AgreementId>, DbErr> {
    let sql = format!(
        "SELECT DISTINCT COALESCE(b.agreement_id, p.agreement_id) AS id FROM seat s JOIN batch b ON b.id = s.batch_id \
         JOIN programme p ON p.id = b.programme_id WHERE s.person_id IN {} AND s.state <> 'left'",
        people::facts::records_of(1)
    );
    let found: Vec<IdRow> = rows(on, &sql, [person.0.into()]).await?;
    Ok(found.into_iter().map(|row| AgreementId(row.id)).collect())
}

#[derive(FromQueryResult)]
struct CountsRow {
    applicants: i64,
    eligible: i64,
    seated: i64,
    reserve: i64,
    left_count: i64,
}

/// How many applied, may take part, are seated, wait as reserves or have left.
pub async fn counts<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<EnrolmentCounts, DbErr> {
    let sql = "SELECT (SELECT CAST(COUNT(*) AS BIGINT) FROM applicant WHERE batch_id = $1 AND applied = TRUE) AS applicants, \
               (SELECT CAST(COUNT(*) AS BIGINT) FROM applicant WHERE batch_id = $1 AND eligible = TRUE) AS eligible, \
               (SELECT CAST(COUNT(*) AS BIGINT) FROM seat WHERE batch_id = $1 AND state = 'seated') AS seated, \
               (SELECT CAST(COUNT(*) AS BIGINT) FROM seat WHERE batch_id = $1 AND state = 'reserve') AS reserve, \
               (SELECT CAST(COUNT(*) AS BIGINT) FROM seat WHERE batch_id = $1 AND state = 'left') AS left_count";
    let found: Option<CountsRow> = one(on, sql, [batch.0.into()]).await?;
    let row = found.ok_or_else(|| DbErr::RecordNotFound("a count always has one row".to_owned()))?;
    Ok(EnrolmentCounts {
        applicants: row.applicants,
        eligible: row.eligible,
        seated: row.seated,
        reserve: row.reserve,
        left: row.left_count,
    })
}

#[derive(FromQueryResult)]
struct DecreeRow {
    number: String,
    decreed_on: Day,
    signer: String,
}

/// The decree of a batch, once there is one.
pub async fn decided<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Option<DecreeFact>, DbErr> {
    let sql = "SELECT number, decreed_on, signer FROM decree WHERE batch_id = $1";
    let found: Option<DecreeRow> = one(on, sql, [batch.0.into()]).await?;
    Ok(found.map(|row| DecreeFact { number: row.number, day: row.decreed_on, signer: row.signer }))
}

/// One who may take part in a batch, as ranked and not yet heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankedFact {
    pub person: PersonId,
    /// 0 to about 110; a first choice outweighs everything else together.
    pub points: i64,
    /// 1 for the first.
    pub rank: i64,
}

#[derive(FromQueryResult)]
struct RankedRow {
    person_id: Uuid,
    score: i64,
    rank: i64,
}

/// The eligible of a batch by rank; nothing where nobody has been ranked, or a hearing was held already.
pub async fn ranked<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Option<Vec<RankedFact>>, DbErr> {
    let state: Option<StateRow> =
        one(on, "SELECT state FROM intake WHERE batch_id = $1", [batch.0.into()]).await?;
    if state.is_none_or(|row| row.state != crate::state::Intake::Ranked.code()) {
        return Ok(None);
    }
    let sql =
        "SELECT person_id, score, rank FROM applicant WHERE batch_id = $1 AND rank IS NOT NULL ORDER BY rank";
    let found: Vec<RankedRow> = rows(on, sql, [batch.0.into()]).await?;
    let fact =
        |row: RankedRow| RankedFact { person: PersonId(row.person_id), points: row.score, rank: row.rank };
    Ok(Some(found.into_iter().map(fact).collect()))
}

#[derive(FromQueryResult)]
struct StateRow {
    state: String,
}

/// Everyone who asked for a batch's field and may not take part, so that a plan can say so.
pub async fn refused<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<PersonId>, DbErr> {
    let sql = "SELECT person_id AS id FROM applicant WHERE batch_id = $1 AND applied = TRUE AND rank IS NULL \
               ORDER BY person_id";
    let found: Vec<IdRow> = rows(on, sql, [batch.0.into()]).await?;
    Ok(found.into_iter().map(|row| PersonId(row.id)).collect())
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! All SQL of this room that later rooms do not need: windows, closed days, laying and opening.

use kernel::day::Day;
use kernel::id::{AccountId, BatchId, OrganisationId};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, insert, rows, run};

use crate::facts::{SlotFact, minute, slots_where};
use crate::rules::{WeekWindow, week_outside_walls};

#[derive(FromQueryResult)]
struct WindowRow {
    weekday: i64,
    starts: i64,
    ends: i64,
}

/// The regime of a host, Monday first.
pub async fn windows<C: ConnectionTrait>(on: &C, host: OrganisationId) -> Result<Vec<WeekWindow>, DbErr> {
    let sql = "SELECT weekday, starts, ends FROM regime_window WHERE host_id = $1 ORDER BY weekday, starts";
    let found: Vec<WindowRow> = rows(on, sql, [host.0.into()]).await?;
    let window = |row: WindowRow| WeekWindow {
        weekday: row.weekday,
        starts: minute(row.starts),
        ends: minute(row.ends),
    };
    Ok(found.into_iter().map(window).collect())
}

/// The hours in which a host lets sessions be held: its regime, or all day where its people live at home and it named none.
pub async fn hours_of_host<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
) -> Result<Vec<WeekWindow>, DbErr> {
    let named = windows(on, host).await?;
    let kind = office::facts::by_id(on, host).await?.map(|host| host.kind);
    let has_gate =
        kind.as_deref().and_then(kernel::organisation::kind).is_none_or(|kind| kind.holds_people());
    Ok(if named.is_empty() && !has_gate { week_outside_walls() } else { named })
}

/// Replaces the regime of a host.
pub async fn set_windows<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
    windows: &[WeekWindow],
) -> Result<(), DbErr> {
    run(on, "DELETE FROM regime_window WHERE host_id = $1", [host.0.into()]).await?;
    for window in windows {
        insert("regime_window")
            .set("host_id", host.0)
            .set("weekday", window.weekday)
            .set("starts", i64::from(window.starts.0))
            .set("ends", i64::from(window.ends.0))
            .run(on)
            .await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct ClosedRow {
    day: Day,
    reason: String,
}

/// The closed days of a host with their reasons, earliest first.
pub async fn closed_days<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
) -> Result<Vec<(Day, String)>, DbErr> {
    let sql = "SELECT day, reason FROM closed_day WHERE host_id = $1 ORDER BY day";
    let found: Vec<ClosedRow> = rows(on, sql, [host.0.into()]).await?;
    Ok(found.into_iter().map(|row| (row.day, row.reason)).collect())
}

/// Closes a day; one that is closed already keeps the new reason.
pub async fn close_day<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
    day: Day,
    reason: &str,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO closed_day (host_id, day, reason) VALUES ($1, $2, $3) \
               ON CONFLICT (host_id, day) DO UPDATE SET reason = excluded.reason";
    run(on, sql, [host.0.into(), day.into(), reason.into()]).await.map(|_| ())
}

/// Opens a closed day again; false where it was not closed.
pub async fn reopen_day<C: ConnectionTrait>(on: &C, host: OrganisationId, day: Day) -> Result<bool, DbErr> {
    let sql = "DELETE FROM closed_day WHERE host_id = $1 AND day = $2";
    Ok(run(on, sql, [host.0.into(), day.into()]).await? == 1)
}

/// Waits for others who lay a timetable at this host, and makes others wait until commit.
pub async fn take_turn<C: ConnectionTrait>(on: &C, host: OrganisationId) -> Result<(), DbErr> {
    let sql = "INSERT INTO laying_turn (host_id, turns) VALUES ($1, 1) \
               ON CONFLICT (host_id) DO UPDATE SET turns = laying_turn.turns + 1";
    run(on, sql, [host.0.into()]).await.map(|_| ())
}

/// Sessions of the host's other batches from a day on.
pub async fn slots_of_others<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
    batch: BatchId,
    (first, last): (Day, Day),
) -> Result<Vec<SlotFact>, DbErr> {
    let test = "JOIN batch b ON b.id = s.batch_id JOIN programme p ON p.id = b.programme_id \
                WHERE p.host_id = $1 AND s.batch_id <> $2 AND s.day >= $3 AND s.day <= $4";
    let values: Vec<Value> = vec![host.0.into(), batch.0.into(), first.into(), last.into()];
    slots_where(on, test, values).await
}

/// Sessions of all batches of a host in a stretch of days.
pub async fn slots_of_host<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
    (first, last): (Day, Day),
) -> Result<Vec<SlotFact>, DbErr> {
    let test = "JOIN batch b ON b.id = s.batch_id JOIN programme p ON p.id = b.programme_id \
                WHERE p.host_id = $1 AND s.day >= $2 AND s.day <= $3";
    slots_where(on, test, vec![host.0.into(), first.into(), last.into()]).await
}

/// Replaces the planned sessions of a batch.
pub async fn replace_slots<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    slots: &[SlotFact],
) -> Result<(), DbErr> {
    run(on, "DELETE FROM slot WHERE batch_id = $1", [batch.0.into()]).await?;
    insert_slots(on, slots).await
}

/// Takes some planned sessions away and writes others; those that moved keep their ids.
pub async fn change_slots<C: ConnectionTrait>(
    on: &C,
    removed: &[SlotFact],
    added: &[SlotFact],
) -> Result<(), DbErr> {
    for slot in removed {
        run(on, "DELETE FROM slot WHERE id = $1", [slot.id.into()]).await?;
    }
    insert_slots(on, added).await
}

async fn insert_slots<C: ConnectionTrait>(on: &C, slots: &[SlotFact]) -> Result<(), DbErr> {
    for slot in slots {
        insert("slot")
            .set("id", slot.id)
            .set("batch_id", slot.batch.0)
            .set("day", slot.day)
            .set("starts", i64::from(slot.starts.0))
            .set("ends", i64::from(slot.ends.0))
            .set("facility_id", slot.facility.0)
            .set("instructor_id", slot.instructor.0)
            .set("module_id", slot.module.0)
            .set("jp", slot.jp)
            .run(on)
            .await?;
    }
    Ok(())
}

/// Opens a batch; false where it is open already.
pub async fn open<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    day: Day,
    by: Option<AccountId>,
) -> Result<bool, DbErr> {
    let sql = "INSERT INTO opening (batch_id, opened_on, account_id) VALUES ($1, $2, $3) ON CONFLICT (batch_id) DO NOTHING";
    Ok(run(on, sql, [batch.0.into(), day.into(), by.map(|account| account.0).into()]).await? == 1)
}

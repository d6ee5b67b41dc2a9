// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Writing this room's rows. Reading is in `facts`; nothing here decides.

pub mod scheme;

use std::collections::BTreeMap;

use ::store::{DatabaseTransaction, DbErr, FromQueryResult, insert, one, run, violation};
use desk::{Desk, Halt, Refusal, Say};
use kernel::day::Day;
use kernel::id::{AccountId, BatchId, FacilityId, InspectionId, InstructorId, ModuleId, ProgrammeId, UnitId};

use crate::checklist::{Checklist, Outcome};
use crate::curriculum::Curriculum;
use crate::facts::{
    AssessmentBooking, BatchFact, FacilityFact, InspectionFact, InstructorFact, ProgrammeFact, TakeoverFact,
    WeeklyHours,
};

/// A code that is already used becomes a problem of its field.
pub fn or_taken(result: Result<(), DbErr>, table: &str, code: &str) -> Result<(), Halt> {
    result.map_err(|error| {
        let constraint = format!("{table}_code");
        let column = format!("{table}.code");
        if violation(&error).is_some_and(|violation| violation.is(&constraint, &column)) {
            return Halt::field("code", Say::new("problem-taken").with("text", code));
        }
        error.into()
    })
}

pub async fn facility(tx: &DatabaseTransaction, facility: &FacilityFact) -> Result<(), DbErr> {
    insert("facility")
        .set("id", facility.id.0)
        .set("code", facility.code.clone())
        .set("name", facility.name.clone())
        .set("host_id", facility.host.0)
        .set("place", facility.place.clone())
        .set("capacity", facility.capacity)
        .run(tx)
        .await
}

/// Writes a round. Two rounds written at once meet at the constraint `inspection_round`; the later one must look again.
pub async fn inspection(
    desk: &Desk,
    tx: &DatabaseTransaction,
    facility: FacilityId,
    round: &InspectionFact,
    checklist: &Checklist,
) -> Result<(), Halt> {
    let written = insert("inspection")
        .set("id", round.id.0)
        .set("facility_id", facility.0)
        .set("round", round.round)
        .set("day", round.day)
        .set("inspector", round.inspector.clone())
        .set("inspector_organisation_id", round.inspector_organisation.0)
        .set("verdict", round.verdict.code())
        .run(tx)
        .await;
    if let Err(error) = written {
        let crossed = violation(&error)
            .is_some_and(|violation| violation.is("inspection_round", "inspection.facility_id"));
        return Err(if crossed { Refusal::new("PROG-14").into() } else { error.into() });
    }
    for (position, item) in (1_i64..).zip(&checklist.0) {
        let line = insert("inspection_finding")
            .set("id", desk.fresh_id::<InspectionId>().0)
            .set("inspection_id", round.id.0)
            .set("position", position)
            .set("code", item.code.clone())
            .set("item", item.item.clone())
            .set("kind", item.kind.clone())
            .set("needed", item.needed.clone())
            .set("found", item.found.clone())
            .set("met", item.outcome == Outcome::Met);
        let line = match &item.outcome {
            Outcome::Met => line,
            Outcome::Unmet { action, due_on } => line.set("action", action.clone()).set("due_on", *due_on),
        };
        line.run(tx).await?;
    }
    Ok(())
}

/// Marks a line mended; answers false if somebody else just did.
pub async fn mend(
    tx: &DatabaseTransaction,
    inspection: InspectionId,
    code: &str,
    day: Day,
    note: &str,
) -> Result<bool, DbErr> {
    let sql = "UPDATE inspection_finding SET mended_on = $3, mend_note = $4 \
               WHERE inspection_id = $1 AND code = $2 AND NOT met AND mended_on IS NULL";
    let touched = run(tx, sql, [inspection.0.into(), code.into(), day.into(), note.into()]).await?;
    Ok(touched == 1)
}

pub async fn instructor(
    tx: &DatabaseTransaction,
    fact: &InstructorFact,
    week: &[WeeklyHours],
) -> Result<(), Halt> {
    let written = insert("instructor")
        .set("id", fact.id.0)
        .set("code", fact.code.clone())
        .set("name", fact.name.clone())
        .set("organisation_id", fact.organisation.0)
        .set("keeper_id", fact.keeper.0)
        .set("account_id", fact.account.map(|id| id.0))
        .set("kind", fact.kind.code())
        .set("fields", fact.fields.clone())
        .set("comes_from", fact.comes_from.clone())
        .run(tx)
        .await;
    or_taken(written, "instructor", &fact.code)?;
    for (weekday, starts, ends) in week {
        insert("instructor_hours")
            .set("instructor_id", fact.id.0)
            .set("weekday", *weekday)
            .set("starts_minute", i64::from(starts.0))
            .set("ends_minute", i64::from(ends.0))
            .run(tx)
            .await?;
    }
    Ok(())
}

pub async fn programme(tx: &DatabaseTransaction, fact: &ProgrammeFact) -> Result<(), DbErr> {
    insert("programme")
        .set("id", fact.id.0)
        .set("code", fact.code.clone())
        .set("title_id", fact.title_id.clone())
        .set("title_en", fact.title_en.clone())
        .set("agreement_id", fact.agreement.0)
        .set("host_id", fact.host.0)
        .set("provider_id", fact.provider.0)
        .set("issuer_id", fact.issuer.0)
        .set("standard", fact.standard.clone())
        .set("certificate_kind", fact.certificate_kind.code())
        .set("minutes_per_jp", fact.minutes_per_jp)
        .set("completion_percent", fact.completion_percent)
        .set("theory_first", fact.theory_first)
        .set("facility_id", fact.facility.map(|id| id.0))
        .run(tx)
        .await
}

/// Holds the programme until commit, so that its curriculum and its first batch cannot be written at once.
pub async fn hold_programme(tx: &DatabaseTransaction, id: ProgrammeId) -> Result<(), DbErr> {
    run(tx, "UPDATE programme SET code = code WHERE id = $1", [id.0.into()]).await.map(|_| ())
}

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

pub async fn count_batches(tx: &DatabaseTransaction, id: ProgrammeId) -> Result<i64, DbErr> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM batch WHERE programme_id = $1";
    let found: Option<Count> = one(tx, sql, [id.0.into()]).await?;
    Ok(found.map_or(0, |row| row.count))
}

/// Puts a curriculum in the place of the one before.
pub async fn curriculum(
    desk: &Desk,
    tx: &DatabaseTransaction,
    programme: ProgrammeId,
    curriculum: &Curriculum,
) -> Result<(), DbErr> {
    let of_module = "module_id IN (SELECT id FROM programme_module WHERE programme_id = $1)";
    for sql in [
        format!("DELETE FROM module_unit WHERE {of_module}"),
        format!("DELETE FROM module_prerequisite WHERE {of_module}"),
        "DELETE FROM programme_module WHERE programme_id = $1".to_owned(),
        "DELETE FROM programme_unit WHERE programme_id = $1".to_owned(),
    ] {
        run(tx, &sql, [programme.0.into()]).await?;
    }
    let units = write_units(desk, tx, programme, curriculum).await?;
    let modules = write_modules(desk, tx, programme, curriculum).await?;
    for module in &curriculum.modules {
        let id = modules[module.code.as_str()].0;
        for code in &module.units {
            insert("module_unit").set("module_id", id).set("unit_id", units[code.as_str()].0).run(tx).await?;
        }
        for code in &module.needs {
            insert("module_prerequisite")
                .set("module_id", id)
                .set("needs_id", modules[code.as_str()].0)
                .run(tx)
                .await?;
        }
    }
    Ok(())
}

async fn write_units<'c>(
    desk: &Desk,
    tx: &DatabaseTransaction,
    programme: ProgrammeId,
    curriculum: &'c Curriculum,
) -> Result<BTreeMap<&'c str, UnitId>, DbErr> {
    let mut ids = BTreeMap::new();
    for (position, unit) in (1_i64..).zip(&curriculum.units) {
        let id: UnitId = desk.fresh_id();
        insert("programme_unit")
            .set("id", id.0)
            .set("programme_id", programme.0)
            .set("position", position)
            .set("code", unit.code.clone())
            .set("title", unit.title.clone())
            .set("standard", unit.standard.clone())
            .set("source", unit.source.clone())
            .set("measure", unit.measure.clone())
            .run(tx)
            .await?;
        ids.insert(unit.code.as_str(), id);
    }
    Ok(ids)
}

async fn write_modules<'c>(
    desk: &Desk,
    tx: &DatabaseTransaction,
    programme: ProgrammeId,
    curriculum: &'c Curriculum,
) -> Result<BTreeMap<&'c str, ModuleId>, DbErr> {
    let mut ids = BTreeMap::new();
    for (position, module) in (1_i64..).zip(&curriculum.modules) {
        let id: ModuleId = desk.fresh_id();
        insert("programme_module")
            .set("id", id.0)
            .set("programme_id", programme.0)
            .set("position", position)
            .set("code", module.code.clone())
            .set("title", module.title.clone())
            .set("kind", module.kind.code())
            .set("jp", module.jp)
            .set("source", module.source.clone())
            .set("follows", module.follows.clone())
            .run(tx)
            .await?;
        ids.insert(module.code.as_str(), id);
    }
    Ok(ids)
}

pub async fn batch(
    tx: &DatabaseTransaction,
    fact: &BatchFact,
    instructors: &[InstructorId],
) -> Result<(), Halt> {
    let written = insert("batch")
        .set("id", fact.id.0)
        .set("code", fact.code.clone())
        .set("title", fact.title.clone())
        .set("programme_id", fact.programme.id.0)
        .set("starts_on", fact.starts_on)
        .set("ends_on", fact.ends_on)
        .set("seats", fact.seats)
        .set("reserves", fact.reserves)
        .set("budget_line", fact.budget_line.clone())
        .run(tx)
        .await;
    or_taken(written, "batch", &fact.code)?;
    for instructor in instructors {
        insert("batch_instructor")
            .set("batch_id", fact.id.0)
            .set("instructor_id", instructor.0)
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Writes the booking in the place of the one before.
///
/// # Errors
/// `PROG-17` the tables know a reason against it that arose meanwhile; `PROG-18` the batch is open already.
pub async fn booking(
    tx: &DatabaseTransaction,
    batch: BatchId,
    booking: &AssessmentBooking,
) -> Result<(), Halt> {
    let sql = "UPDATE batch_assessment SET reserved_on = $2, place = $3, scheme = $4, scheme_id = $5, \
               assessor_organisation_id = $6, assessor_account_id = $7, assessor_name = $8 WHERE batch_id = $1";
    let values = [
        batch.0.into(),
        booking.reserved_on.into(),
        booking.place.clone().into(),
        booking.scheme.clone().into(),
        booking.licensed.map(|id| id.0).into(),
        booking.assessor_organisation.0.into(),
        booking.assessor_account.map(|id| id.0).into(),
        booking.assessor_name.clone().into(),
    ];
    if run(tx, sql, values.clone()).await.map_err(unfit)? == 0 {
        let sql = "INSERT INTO batch_assessment (batch_id, reserved_on, place, scheme, scheme_id, \
                   assessor_organisation_id, assessor_account_id, assessor_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        run(tx, sql, values).await.map_err(unfit)?;
    }
    Ok(())
}

/// The tables hold the rules of a booking too.
fn unfit(error: DbErr) -> Halt {
    match violation(&error) {
        Some(found) if found.name.contains("booking_before_opening") => Refusal::new("PROG-18").into(),
        Some(found) if found.name.contains("booking_") => Refusal::new("PROG-17").into(),
        Some(_) | None => error.into(),
    }
}

/// Writes a takeover, and puts the batch under its agreement.
///
/// # Errors
/// `PROG-16` somebody was first, or the agreements changed meanwhile.
pub async fn takeover(
    tx: &DatabaseTransaction,
    batch: &BatchFact,
    takeover: &TakeoverFact,
    account: Option<AccountId>,
) -> Result<(), Halt> {
    let written = insert("batch_takeover")
        .set("batch_id", batch.id.0)
        .set("number", takeover.number)
        .set("from_agreement_id", takeover.from.0)
        .set("agreement_id", takeover.to.0)
        .set("provider_id", takeover.provider.0)
        .set("since", takeover.since)
        .set("reason", takeover.reason.clone())
        .set("account_id", account.map(|id| id.0))
        .run(tx)
        .await;
    written.map_err(|error| match violation(&error) {
        Some(found) if found.name.contains("batch_takeover") => Refusal::new("PROG-16").into(),
        Some(_) | None => Halt::from(error),
    })?;
    let sql = "UPDATE batch SET agreement_id = $2, provider_id = $3 WHERE id = $1";
    run(tx, sql, [batch.id.0.into(), takeover.to.0.into(), takeover.provider.0.into()]).await?;
    Ok(())
}

/// Adds those who teach a batch from now on; who is planned already stays so.
pub async fn add_instructors(
    tx: &DatabaseTransaction,
    batch: BatchId,
    instructors: &[InstructorId],
) -> Result<(), DbErr> {
    let sql = "INSERT INTO batch_instructor (batch_id, instructor_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    for instructor in instructors {
        run(tx, sql, [batch.0.into(), instructor.0.into()]).await?;
    }
    Ok(())
}

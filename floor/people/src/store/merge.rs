// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Two records made one, and apart again. Stays and NIK go over; every other row stays under its own record.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, insert, one, rows, run};
use desk::{Halt, Work};
use kernel::day::Day;
use kernel::id::{EpisodeId, PersonId};
use kernel::person::PersonKind;
use uuid::Uuid;

use crate::facts::MergeFact;
use crate::store::set_kind;

/// What a record holds of the NIK.
#[derive(FromQueryResult)]
struct NikRow {
    nik_sealed: Option<Vec<u8>>,
    nik_hash: Option<Vec<u8>>,
    nik_masked: Option<String>,
    nik_missing: Option<String>,
    nik_note: Option<String>,
}

/// Why a record that gave its number away has none; undone together with the merge.
const GAVE_AWAY: &str = "not-yet-asked";

async fn nik_of<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<NikRow, DbErr> {
    let sql = "SELECT nik_sealed, nik_hash, nik_masked, nik_missing, nik_note FROM person WHERE id = $1";
    let found: Option<NikRow> = one(on, sql, [person.0.into()]).await?;
    found.ok_or_else(|| DbErr::RecordNotFound(format!("person {person}")))
}

/// The number is taken off one record before it is put on the other, since it is on record once.
async fn move_nik<C: ConnectionTrait>(
    on: &C,
    (from, to): (PersonId, PersonId),
    left: (&str, Option<String>),
) -> Result<(), DbErr> {
    let nik = nik_of(on, from).await?;
    let sql = "UPDATE person SET nik_sealed = NULL, nik_hash = NULL, nik_masked = NULL, nik_missing = $2, nik_note = $3 \
               WHERE id = $1";
    run(on, sql, [from.0.into(), left.0.into(), left.1.into()]).await?;
    let sql = "UPDATE person SET nik_sealed = $2, nik_hash = $3, nik_masked = $4, nik_missing = NULL, nik_note = NULL \
               WHERE id = $1";
    let values = [to.0.into(), nik.nik_sealed.into(), nik.nik_hash.into(), nik.nik_masked.into()];
    run(on, sql, values).await.map(|_| ())
}

/// A merge to be written.
pub(crate) struct NewMerge<'a> {
    pub id: Uuid,
    pub kept: PersonId,
    pub second: PersonId,
    pub day: Day,
    pub reason: &'a str,
    pub kinds: (PersonKind, PersonKind),
    /// Stays of the second, with whether it ends because the first stands in the same office.
    pub stays: &'a [(EpisodeId, bool)],
}

/// Makes two records one.
///
/// # Errors
/// The database refuses what the rules should have refused, such as a second stay in custody.
pub(crate) async fn merge(work: &Work<'_>, new: &NewMerge<'_>) -> Result<(), DbErr> {
    let tx = &work.tx;
    let (kept, second) = (nik_of(tx, new.kept).await?, nik_of(tx, new.second).await?);
    let moves = kept.nik_hash.is_none() && second.nik_hash.is_some();
    insert("person_merge")
        .set("id", new.id)
        .set("kept_id", new.kept.0)
        .set("second_id", new.second.0)
        .set("day", new.day)
        .set("reason", new.reason)
        .set("account_name", work.desk.actor.name.clone())
        .set("kept_kind", new.kinds.0.code())
        .set("second_kind", new.kinds.1.code())
        .set("nik_moved", moves)
        .set("kept_nik_missing", kept.nik_missing.filter(|_| moves))
        .set("kept_nik_note", kept.nik_note.filter(|_| moves))
        .run(tx)
        .await?;
    for (stay, ends) in new.stays {
        if *ends {
            let sql = "UPDATE episode SET ended_on = CASE WHEN admitted_on > $2 THEN admitted_on ELSE $2 END, \
                       end_reason = 'merged' WHERE id = $1 AND ended_on IS NULL";
            run(tx, sql, [stay.0.into(), new.day.into()]).await?;
        }
        insert("person_merge_stay")
            .set("merge_id", new.id)
            .set("episode_id", stay.0)
            .set("was_ended", *ends)
            .run(tx)
            .await?;
        let sql = "UPDATE episode SET person_id = $2 WHERE id = $1";
        run(tx, sql, [stay.0.into(), new.kept.0.into()]).await?;
    }
    if moves {
        move_nik(tx, (new.second, new.kept), (GAVE_AWAY, None)).await?;
    }
    let sql = "UPDATE person SET merged_into = $2 WHERE id = $1";
    run(tx, sql, [new.second.0.into(), new.kept.0.into()]).await.map(|_| ())
}

#[derive(FromQueryResult)]
struct StayRow {
    episode_id: Uuid,
    was_ended: bool,
}

/// Makes one record two again, as they were. A stay begun since stays with the record that was kept.
///
/// # Errors
/// `Missing` where somebody else has undone it.
pub(crate) async fn part(work: &Work<'_>, merge: &MergeFact, reason: &str) -> Result<(), Halt> {
    let tx = &work.tx;
    let sql = "UPDATE person_merge SET undone_on = $2, undone_reason = $3, undone_by = $4 \
               WHERE id = $1 AND undone_on IS NULL";
    let by = work.desk.actor.name.clone();
    let values = [merge.id.into(), work.desk.today().into(), reason.into(), by.into()];
    if run(tx, sql, values).await? != 1 {
        return Err(Halt::Missing);
    }
    run(tx, "UPDATE person SET merged_into = NULL WHERE id = $1", [merge.second.0.into()]).await?;
    let sql = "SELECT episode_id, was_ended FROM person_merge_stay WHERE merge_id = $1 ORDER BY episode_id";
    let stays: Vec<StayRow> = rows(tx, sql, [merge.id.into()]).await?;
    for stay in stays {
        let sql = "UPDATE episode SET person_id = $2 WHERE id = $1";
        run(tx, sql, [stay.episode_id.into(), merge.second.0.into()]).await?;
        if stay.was_ended {
            let sql = "UPDATE episode SET ended_on = NULL, end_reason = NULL WHERE id = $1 AND end_reason = 'merged'";
            run(tx, sql, [stay.episode_id.into()]).await?;
        }
    }
    if merge.nik_moved {
        let missing = merge.kept_nik_missing.as_deref().unwrap_or(GAVE_AWAY);
        move_nik(tx, (merge.kept, merge.second), (missing, merge.kept_nik_note.clone())).await?;
    }
    Ok(())
}

/// Writes what each of two records says of the person.
pub(crate) async fn set_kinds<C: ConnectionTrait>(
    on: &C,
    kinds: &[(PersonId, PersonKind)],
) -> Result<(), DbErr> {
    for (person, kind) in kinds {
        set_kind(on, *person, *kind).await?;
    }
    Ok(())
}

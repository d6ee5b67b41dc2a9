// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Writing what happens to people: moves, absences, deaths, and what offices are told of it.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, insert, one, run};
use desk::Work;
use kernel::day::Day;
use kernel::id::{EpisodeId, OrganisationId, PersonId};
use uuid::Uuid;

use crate::facts::Circumstance;

/// Holds a person until commit, so that one change comes after the other; answers the record she is known as.
///
/// # Shape
/// Nothing for nobody. A record that became a pointer while another hand held it leads on to the one it points at.
pub(crate) async fn hold<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Option<PersonId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        known_as: Uuid,
    }
    let sql = "UPDATE person SET name = name WHERE id = $1 RETURNING COALESCE(merged_into, id) AS known_as";
    let Some(row) = one::<Row, C>(on, sql, [person.0.into()]).await? else { return Ok(None) };
    if row.known_as == person.0 {
        return Ok(Some(person));
    }
    let kept: Option<Row> = one(on, sql, [row.known_as.into()]).await?;
    Ok(kept.map(|row| PersonId(row.known_as)))
}

/// One office is told what happened.
pub(crate) async fn tell(
    work: &Work<'_>,
    person: PersonId,
    office: OrganisationId,
    (kind, day): (Circumstance, Day),
) -> Result<(), DbErr> {
    insert("circumstance")
        .set("id", work.desk.fresh_id::<Uuid>())
        .set("person_id", person.0)
        .set("office_id", office.0)
        .set("kind", kind.code())
        .set("day", day)
        .set("told_at", work.desk.now)
        .set("account_name", work.desk.actor.name.clone())
        .run(&work.tx)
        .await
}

/// Notes what was decided about one thing that hung on a change.
pub(crate) async fn note(
    work: &Work<'_>,
    circumstance: Uuid,
    (item, note): (&str, &str),
) -> Result<(), DbErr> {
    insert("circumstance_note")
        .set("circumstance_id", circumstance)
        .set("item", item)
        .set("note", note)
        .set("noted_on", work.desk.today())
        .set("account_name", work.desk.actor.name.clone())
        .run(&work.tx)
        .await
}

/// Ties the stay left to the stay begun.
pub(crate) async fn add_transfer<C: ConnectionTrait>(
    on: &C,
    id: Uuid,
    (from, to): (EpisodeId, EpisodeId),
    (day, reason): (Day, &str),
) -> Result<(), DbErr> {
    insert("transfer")
        .set("id", id)
        .set("from_episode", from.0)
        .set("to_episode", to.0)
        .set("day", day)
        .set("reason", reason)
        .run(on)
        .await
}

/// What is on record about the case goes along; the block does not, for it is another house's.
pub(crate) async fn copy_secrets<C: ConnectionTrait>(
    on: &C,
    from: EpisodeId,
    to: EpisodeId,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO episode_secret (episode_id, offence, sentence_text, expiry_on, two_thirds_on, health) \
               SELECT $2, offence, sentence_text, expiry_on, two_thirds_on, health FROM episode_secret WHERE episode_id = $1";
    run(on, sql, [from.0.into(), to.0.into()]).await.map(|_| ())
}

/// Gives a stay its register number; false where it has one or has ended.
pub(crate) async fn number_stay<C: ConnectionTrait>(
    on: &C,
    stay: EpisodeId,
    (number, written): (&str, &str),
) -> Result<bool, DbErr> {
    let sql = "UPDATE episode SET register = $2, register_written = $3 \
               WHERE id = $1 AND register IS NULL AND ended_on IS NULL";
    Ok(run(on, sql, [stay.0.into(), number.into(), written.into()]).await? == 1)
}

/// An absence to be written.
pub(crate) struct NewAbsence {
    pub person: PersonId,
    pub office: OrganisationId,
    pub reason: &'static str,
    pub from_on: Day,
    pub until_on: Option<Day>,
}

pub(crate) async fn add_absence(work: &Work<'_>, new: &NewAbsence) -> Result<(), DbErr> {
    insert("absence")
        .set("id", work.desk.fresh_id::<Uuid>())
        .set("person_id", new.person.0)
        .set("office_id", new.office.0)
        .set("reason", new.reason)
        .set("from_on", new.from_on)
        .set("until_on", new.until_on)
        .run(&work.tx)
        .await
}

/// Ends the absence a person has not come back from; false where there is none. A day before it began is its first day.
pub(crate) async fn end_absence<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
    day: Day,
) -> Result<bool, DbErr> {
    let sql = "UPDATE absence SET returned_on = CASE WHEN from_on > $2 THEN from_on ELSE $2 END \
               WHERE person_id IN (SELECT id FROM person WHERE id = $1 OR merged_into = $1) AND returned_on IS NULL";
    Ok(run(on, sql, [person.0.into(), day.into()]).await? > 0)
}

/// Writes the day of death; false where one is written already.
pub(crate) async fn died<C: ConnectionTrait>(on: &C, person: PersonId, day: Day) -> Result<bool, DbErr> {
    let sql = "UPDATE person SET died_on = $2 WHERE id = $1 AND died_on IS NULL";
    Ok(run(on, sql, [person.0.into(), day.into()]).await? == 1)
}

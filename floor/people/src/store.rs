// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Writing people and their stays. Rows are private to this room; reading is in `facts`.

pub(crate) mod change;
pub(crate) mod death;
pub(crate) mod merge;
pub(crate) mod name;

use ::store::{ConnectionTrait, DbErr, insert, run, violation};
use desk::{Dice, Halt, Refusal, Secrets};
use kernel::day::Day;
use kernel::id::{EpisodeId, OrganisationId, PersonId};
use kernel::name::PersonName;
use kernel::nik::Nik;
use kernel::person::{Education, PersonKind, Sex};

use crate::facts::records_of;

/// The NIK of a person to be written, or why there is none.
#[derive(Debug, Clone)]
pub enum NikOrWhy {
    Nik(Nik),
    Missing { why: &'static str, note: Option<String> },
}

/// A person to be written.
#[derive(Debug, Clone)]
pub(crate) struct NewPerson {
    pub id: PersonId,
    pub name: PersonName,
    pub aliases: Vec<PersonName>,
    pub born_on: Option<Day>,
    pub birth_place: Option<String>,
    pub sex: Sex,
    pub kind: PersonKind,
    pub home_district: Option<String>,
    pub education: Option<Education>,
    pub phone: Option<String>,
    pub nik: NikOrWhy,
}

/// A stay to be opened.
#[derive(Debug, Clone)]
pub(crate) struct NewEpisode {
    pub id: EpisodeId,
    pub person: PersonId,
    pub office: OrganisationId,
    pub kind: PersonKind,
    pub register: Option<String>,
    pub register_written: Option<String>,
    pub admitted_on: Day,
}

/// What goes into the envelopes of a stay.
#[derive(Clone, Default)]
pub struct NewSecrets {
    pub offence: Option<String>,
    pub sentence_text: Option<String>,
    pub expiry_on: Option<Day>,
    pub two_thirds_on: Option<Day>,
    pub block: Option<String>,
    pub health: Option<String>,
}

impl std::fmt::Debug for NewSecrets {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("NewSecrets([disembunyikan])")
    }
}

/// The keyed hash by which a NIK is found.
pub(crate) fn nik_hash(secrets: &Secrets, nik: &Nik) -> Vec<u8> {
    secrets.keyed_hash("nik", nik.expose().as_bytes())
}

/// Writes a person with her other names.
pub(crate) async fn add_person<C: ConnectionTrait>(
    on: &C,
    secrets: &Secrets,
    dice: &Dice,
    new: &NewPerson,
) -> Result<(), DbErr> {
    let row = insert("person")
        .set("id", new.id.0)
        .set("name", new.name.as_str())
        .set("name_key", new.name.compare_key())
        .set("born_on", new.born_on)
        .set("birth_place", new.birth_place.clone())
        .set("sex", new.sex.code())
        .set("kind", new.kind.code())
        .set("home_district", new.home_district.clone())
        .set("education", new.education.map(Education::code))
        .set("phone", new.phone.clone());
    let row = match &new.nik {
        NikOrWhy::Nik(nik) => row
            .set("nik_sealed", secrets.seal("nik", nik.expose().as_bytes(), dice.bytes()))
            .set("nik_hash", nik_hash(secrets, nik))
            .set("nik_masked", nik.masked()),
        NikOrWhy::Missing { why, note } => row.set("nik_missing", *why).set("nik_note", note.clone()),
    };
    row.run(on).await?;
    for alias in &new.aliases {
        run(
            on,
            "INSERT INTO person_alias (person_id, name, name_key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            [new.id.0.into(), alias.as_str().into(), alias.compare_key().into()],
        )
        .await?;
    }
    Ok(())
}

/// Opens a stay.
pub(crate) async fn add_episode<C: ConnectionTrait>(on: &C, new: NewEpisode) -> Result<(), DbErr> {
    insert("episode")
        .set("id", new.id.0)
        .set("person_id", new.person.0)
        .set("office_id", new.office.0)
        .set("kind", new.kind.code())
        .set("register", new.register)
        .set("register_written", new.register_written)
        .set("admitted_on", new.admitted_on)
        .run(on)
        .await
}

/// Puts the envelopes of a stay away.
pub(crate) async fn add_secrets<C: ConnectionTrait>(
    on: &C,
    id: EpisodeId,
    new: NewSecrets,
) -> Result<(), DbErr> {
    insert("episode_secret")
        .set("episode_id", id.0)
        .set("offence", new.offence)
        .set("sentence_text", new.sentence_text)
        .set("expiry_on", new.expiry_on)
        .set("two_thirds_on", new.two_thirds_on)
        .set("block", new.block)
        .set("health", new.health)
        .run(on)
        .await
}

/// Ends a stay that goes on; answers 0 when somebody else has ended it.
pub(crate) async fn end_episode<C: ConnectionTrait>(
    on: &C,
    id: EpisodeId,
    day: Day,
    why: &str,
) -> Result<u64, DbErr> {
    let sql = "UPDATE episode SET ended_on = $2, end_reason = $3 WHERE id = $1 AND ended_on IS NULL";
    run(on, sql, [id.0.into(), day.into(), why.into()]).await
}

/// The pair with the smaller id first, as the table keeps it.
fn ordered(one: PersonId, other: PersonId) -> (PersonId, PersonId) {
    if one < other { (one, other) } else { (other, one) }
}

/// Keeps two people apart; false where they are already.
pub(crate) async fn keep_apart<C: ConnectionTrait>(
    on: &C,
    (one, other): (PersonId, PersonId),
    day: Day,
    reason: &str,
) -> Result<bool, DbErr> {
    let (one, other) = ordered(one, other);
    let sql = "INSERT INTO keep_apart (one_id, other_id, since, reason) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    Ok(run(on, sql, [one.0.into(), other.0.into(), day.into(), reason.into()]).await? == 1)
}

/// Lets two people meet again, under whichever of their records it was decided; false where they were not kept apart.
pub(crate) async fn reunite<C: ConnectionTrait>(
    on: &C,
    (one, other): (PersonId, PersonId),
    day: Day,
) -> Result<bool, DbErr> {
    let (one_records, other_records) = (records_of(1), records_of(2));
    let sql = format!(
        "UPDATE keep_apart SET until = $3 WHERE until IS NULL AND since <= $3 \
         AND (one_id IN {one_records} AND other_id IN {other_records} \
         OR one_id IN {other_records} AND other_id IN {one_records})"
    );
    Ok(run(on, &sql, [one.0.into(), other.0.into(), day.into()]).await? > 0)
}

/// Says what a person is now.
pub(crate) async fn set_kind<C: ConnectionTrait>(
    on: &C,
    id: PersonId,
    kind: PersonKind,
) -> Result<(), DbErr> {
    run(on, "UPDATE person SET kind = $2 WHERE id = $1", [id.0.into(), kind.code().into()]).await.map(|_| ())
}

/// Turns the database's refusal into a sentence, where two hands met in the same moment.
pub(crate) fn refused(error: DbErr) -> Halt {
    match violation(&error) {
        Some(no) if no.is("person_nik", "person.nik_hash") => Halt::field("nik", "problem-nik-taken"),
        Some(no) if no.is("episode_register", "episode.office_id, episode.register") => {
            Refusal::new("PEOP-05").into()
        }
        Some(no) if no.is("episode_open", "episode.person_id, episode.office_id") => {
            Refusal::new("PEOP-03").into()
        }
        Some(no) if no.is("episode_custody", "episode.person_id") => Refusal::new("PEOP-06").into(),
        Some(no) if no.is("absence_open", "absence.person_id") => Refusal::new("PEOP-11").into(),
        Some(no) if no.is("circumstance_note_once", "circumstance_note.circumstance_id") => {
            Refusal::new("PEOP-18").into()
        }
        _ => error.into(),
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What needs a right of its class. Each value leaves in an envelope; none appears in events, logs or lists.

use anyhow::Context;
use desk::Secrets;
use kernel::day::Day;
use kernel::id::{EpisodeId, PersonId};
use kernel::nik::Nik;
use kernel::sensitive::{Class, Sensitive};
use store::{ConnectionTrait, DbErr, FromQueryResult, one};

use super::open_episode;
use super::person::known_as;

/// What is on record about the case of one stay.
#[derive(Debug, Clone)]
pub struct EpisodeSecrets {
    pub offence: Sensitive<Option<String>>,
    /// The length of the sentence, in the office's words.
    pub sentence: Sensitive<Option<String>>,
    pub expiry_on: Sensitive<Option<Day>>,
    pub two_thirds_on: Sensitive<Option<Day>>,
    pub block: Sensitive<Option<String>>,
    pub health: Sensitive<Option<String>>,
}

#[derive(FromQueryResult)]
struct SecretRow {
    offence: Option<String>,
    sentence_text: Option<String>,
    expiry_on: Option<Day>,
    two_thirds_on: Option<Day>,
    block: Option<String>,
    health: Option<String>,
}

/// The envelopes of one stay; nothing where nothing was ever written.
pub async fn episode_secrets<C: ConnectionTrait>(
    on: &C,
    id: EpisodeId,
) -> Result<Option<EpisodeSecrets>, DbErr> {
    let sql = "SELECT offence, sentence_text, expiry_on, two_thirds_on, block, health FROM episode_secret \
               WHERE episode_id = $1";
    let found: Option<SecretRow> = one(on, sql, [id.0.into()]).await?;
    Ok(found.map(|row| EpisodeSecrets {
        offence: Sensitive::seal(Class::Offence, row.offence),
        sentence: Sensitive::seal(Class::Sentence, row.sentence_text),
        expiry_on: Sensitive::seal(Class::Sentence, row.expiry_on),
        two_thirds_on: Sensitive::seal(Class::Sentence, row.two_thirds_on),
        block: Sensitive::seal(Class::Block, row.block),
        health: Sensitive::seal(Class::Health, row.health),
    }))
}

/// The first day on which the person may leave: two thirds or the end of the sentence, whichever comes first.
///
/// # Source
/// UU 22/2022, article 10, and Permenkumham 7/2022 for the two thirds; a detainee has neither day.
pub async fn earliest_release<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
) -> Result<Sensitive<Option<Day>>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        expiry_on: Option<Day>,
        two_thirds_on: Option<Day>,
    }
    let row: Option<Row> = match open_episode(on, person).await? {
        Some(stay) => {
            let sql = "SELECT expiry_on, two_thirds_on FROM episode_secret WHERE episode_id = $1";
            one(on, sql, [stay.id.0.into()]).await?
        }
        None => None,
    };
    let day = row.and_then(|row| [row.expiry_on, row.two_thirds_on].into_iter().flatten().min());
    Ok(Sensitive::seal(Class::Sentence, day))
}

/// The NIK itself.
///
/// # Errors
/// The database failed, or the number does not open with this installation's key.
pub async fn nik<C: ConnectionTrait>(
    on: &C,
    secrets: &Secrets,
    person: PersonId,
) -> anyhow::Result<Sensitive<Option<Nik>>> {
    #[derive(FromQueryResult)]
    struct Row {
        nik_sealed: Option<Vec<u8>>,
    }
    let sql = format!("SELECT nik_sealed FROM person WHERE id = {}", known_as(1));
    let row: Option<Row> = one(on, &sql, [person.0.into()]).await?;
    let Some(sealed) = row.and_then(|row| row.nik_sealed) else {
        return Ok(Sensitive::seal(Class::Nik, None));
    };
    let plain = secrets.open("nik", &sealed)?;
    let text = std::str::from_utf8(&plain).ok().and_then(|text| Nik::parse(text).ok());
    Ok(Sensitive::seal(Class::Nik, Some(text.context("a sealed NIK is none")?)))
}

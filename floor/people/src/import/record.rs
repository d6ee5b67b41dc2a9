// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reading who is on record, and putting the new people there, in one transaction.

use std::collections::HashSet;

use ::store::{ConnectionTrait, DbErr, FromQueryResult, Value, rows};
use desk::{Desk, Halt, Work};
use kernel::day::Day;
use kernel::id::{EpisodeId, OrganisationId, PersonId};

use super::ReadFile;
use super::candidate::Candidate;
use super::duplicates::{Known, OnRecord};
use crate::facts::places;
use crate::store::{self, NewEpisode, NewPerson};

#[derive(FromQueryResult)]
struct KnownRow {
    name_key: String,
    born_on: Option<Day>,
    nik_hash: Option<Vec<u8>>,
    register: Option<String>,
}

/// How many NIKs one question asks for.
const AT_ONCE: usize = 500;

/// Everyone of the office, and which NIKs of the file belong to people of other offices.
pub(crate) async fn on_record<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
    hashes: Vec<Vec<u8>>,
) -> Result<OnRecord, DbErr> {
    let sql = "SELECT p.name_key, p.born_on, p.nik_hash, e.register FROM episode e \
               JOIN person p ON p.id = e.person_id WHERE e.office_id = $1 ORDER BY e.admitted_on, e.id";
    let found: Vec<KnownRow> = rows(on, sql, [office.0.into()]).await?;
    let own: Vec<Known> = found
        .into_iter()
        .map(|row| Known {
            name_key: row.name_key,
            born_on: row.born_on,
            register: row.register,
            nik_hash: row.nik_hash,
        })
        .collect();
    #[derive(FromQueryResult)]
    struct HashRow {
        nik_hash: Vec<u8>,
    }
    let mut elsewhere = HashSet::new();
    for part in hashes.chunks(AT_ONCE) {
        let sql = format!("SELECT nik_hash FROM person WHERE nik_hash IN ({})", places(part.len()));
        let found: Vec<HashRow> = rows(on, &sql, part.iter().map(|hash| Value::from(hash.clone()))).await?;
        elsewhere.extend(found.into_iter().map(|row| row.nik_hash));
    }
    for known in &own {
        if let Some(hash) = &known.nik_hash {
            elsewhere.remove(hash);
        }
    }
    Ok(OnRecord { own, elsewhere })
}

/// The keyed hash of each NIK in a file.
pub(crate) fn hashes_of(desk: &Desk, file: &ReadFile) -> Vec<Vec<u8>> {
    file.people
        .iter()
        .filter_map(|read| read.candidate.as_ref())
        .filter_map(|one| hash_of(desk, one))
        .collect()
}

pub(crate) fn hash_of(desk: &Desk, candidate: &Candidate) -> Option<Vec<u8>> {
    candidate.nik().map(|nik| store::nik_hash(&desk.house.secrets, nik))
}

/// Puts a person on record with her stay at the office.
///
/// # Errors
/// NIK or register number were taken in the same moment by another hand.
pub(crate) async fn put_on_record(
    work: &Work<'_>,
    office: OrganisationId,
    one: Candidate,
) -> Result<PersonId, Halt> {
    let desk = work.desk;
    let (person, stay): (PersonId, EpisodeId) = (desk.fresh_id(), desk.fresh_id());
    let (number, written) = one.register.map(|register| (register.number, register.written)).unzip();
    let new = NewPerson {
        id: person,
        name: one.name,
        aliases: one.aliases,
        born_on: one.born_on,
        birth_place: one.birth_place,
        sex: one.sex,
        kind: one.kind,
        home_district: one.home_district,
        education: one.education,
        phone: one.phone,
        nik: one.nik,
    };
    let episode = NewEpisode {
        id: stay,
        person,
        office,
        kind: one.kind,
        register: number,
        register_written: written,
        admitted_on: one.admitted_on.unwrap_or_else(|| desk.today()),
    };
    store::add_person(&work.tx, &desk.house.secrets, &desk.dice, &new).await.map_err(store::refused)?;
    store::add_episode(&work.tx, episode).await.map_err(store::refused)?;
    store::add_secrets(&work.tx, stay, one.secrets).await?;
    Ok(person)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The stays of people at offices, and whose a person therefore is.

use std::collections::HashMap;

use access::Target;
use kernel::day::Day;
use kernel::id::{EpisodeId, OrganisationId, PersonId};
use kernel::person::{PersonKind, ReleaseKind};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use uuid::Uuid;

use super::person::{COLUMNS, PersonFact, PersonRow, known_as, places, with_aliases};

/// Why a stay ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EndReason {
    Released(ReleaseKind),
    /// Anything else, as a code.
    Other(String),
}

impl EndReason {
    fn read(code: &str) -> Self {
        ReleaseKind::from_code(code).map_or_else(|| Self::Other(code.to_owned()), Self::Released)
    }
}

/// One stay of a person at one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpisodeFact {
    pub id: EpisodeId,
    pub person: PersonId,
    pub office: OrganisationId,
    pub kind: PersonKind,
    /// In one spelling, such as `B.I 123/2025`; unique within the office.
    pub register: Option<String>,
    pub admitted_on: Day,
    pub ended_on: Option<Day>,
    pub end_reason: Option<EndReason>,
}

impl EpisodeFact {
    /// Whether the person was there on a day; the first and the last day count.
    pub fn covers(&self, day: Day) -> bool {
        self.admitted_on <= day && self.ended_on.is_none_or(|last| day <= last)
    }
}

/// The columns of a stay `e`; the record asked for comes before them.
const EPISODE: &str =
    "e.id, e.person_id, e.office_id, e.kind, e.register, e.admitted_on, e.ended_on, e.end_reason";

#[derive(FromQueryResult)]
struct EpisodeRow {
    asked_id: Uuid,
    id: Uuid,
    person_id: Uuid,
    office_id: Uuid,
    kind: String,
    register: Option<String>,
    admitted_on: Day,
    ended_on: Option<Day>,
    end_reason: Option<String>,
}

impl From<EpisodeRow> for EpisodeFact {
    fn from(row: EpisodeRow) -> Self {
        Self {
            id: EpisodeId(row.id),
            person: PersonId(row.person_id),
            office: OrganisationId(row.office_id),
            kind: PersonKind::from_code(&row.kind).expect("the table admits known kinds only"),
            register: row.register,
            admitted_on: row.admitted_on,
            ended_on: row.ended_on,
            end_reason: row.end_reason.as_deref().map(EndReason::read),
        }
    }
}

/// Every stay of a person, latest first; open ones before ended ones.
pub async fn episodes<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<EpisodeFact>, DbErr> {
    Ok(episodes_of(on, &[person]).await?.remove(&person).unwrap_or_default())
}

/// The stays of several people, each one's as `episodes` gives them; who has none is not among them.
///
/// # Shape
/// Under the record asked for, also where the stays are those of the record under which she is known.
pub async fn episodes_of<C: ConnectionTrait>(
    on: &C,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<EpisodeFact>>, DbErr> {
    let mut of: HashMap<PersonId, Vec<EpisodeFact>> = HashMap::new();
    for part in people.chunks(AT_ONCE) {
        let sql = format!(
            "SELECT p.id AS asked_id, {EPISODE} FROM person p \
             JOIN episode e ON e.person_id = COALESCE(p.merged_into, p.id) WHERE p.id IN ({})",
            places(part.len())
        );
        let found: Vec<EpisodeRow> = rows(on, &sql, part.iter().map(|id| Value::from(id.0))).await?;
        for row in found {
            of.entry(PersonId(row.asked_id)).or_default().push(row.into());
        }
    }
    for episodes in of.values_mut() {
        episodes.sort_by_key(|episode| {
            let ended = episode.ended_on.unwrap_or(Day::MAX);
            std::cmp::Reverse((ended, episode.kind.is_in_custody(), episode.admitted_on, episode.id))
        });
    }
    Ok(of)
}

/// How many ids one question holds.
const AT_ONCE: usize = 500;

/// The stay that goes on. Where a probation office has taken over before the gate opened, the one behind the gate.
pub async fn open_episode<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
) -> Result<Option<EpisodeFact>, DbErr> {
    Ok(episodes(on, person).await?.into_iter().find(|episode| episode.ended_on.is_none()))
}

/// The people whose stay at the office goes on, by name.
pub async fn held_at<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
) -> Result<Vec<(PersonFact, EpisodeFact)>, DbErr> {
    let sql = format!(
        "SELECT p.id, {COLUMNS} FROM person p JOIN episode e ON e.person_id = p.id \
         WHERE e.office_id = $1 AND e.ended_on IS NULL ORDER BY p.name, p.id"
    );
    let found: Vec<PersonRow> = rows(on, &sql, [office.0.into()]).await?;
    let mut people: Vec<PersonFact> = found.into_iter().map(Into::into).collect();
    with_aliases(on, &mut people).await?;
    let sql = format!(
        "SELECT e.person_id AS asked_id, {EPISODE} FROM episode e WHERE e.office_id = $1 AND e.ended_on IS NULL"
    );
    let found: Vec<EpisodeRow> = rows(on, &sql, [office.0.into()]).await?;
    let mut stays: std::collections::HashMap<Uuid, EpisodeFact> =
        found.into_iter().map(|row| (row.person_id, row.into())).collect();
    let pair = |person: PersonFact| stays.remove(&person.id.0).map(|stay| (person, stay));
    Ok(people.into_iter().filter_map(pair).collect())
}

/// The offices in whose charge a person is; of one who is nowhere now, the last office.
pub async fn offices_of<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<OrganisationId>, DbErr> {
    Ok(offices_in_charge(&episodes(on, person).await?))
}

/// The same, of a person whose stays have been read, in the order of `episodes`.
pub fn offices_in_charge(episodes: &[EpisodeFact]) -> Vec<OrganisationId> {
    let mut offices: Vec<OrganisationId> =
        episodes.iter().filter(|stay| stay.ended_on.is_none()).map(|stay| stay.office).collect();
    if offices.is_empty() {
        offices.extend(episodes.first().map(|stay| stay.office));
    }
    offices
}

/// The person as something to be asked permission for: of the offices in charge. Agreements are added by later rooms.
pub async fn target<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Target, DbErr> {
    Ok(Target { owners: offices_of(on, person).await?, ..Target::default() })
}

/// When and how a person last left a gate; nothing for one who never did, such as a client who lives at home.
pub async fn released_on<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
) -> Result<Option<(Day, ReleaseKind)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        ended_on: Day,
        end_reason: String,
    }
    let sql = format!(
        "SELECT ended_on, end_reason FROM episode WHERE person_id = {} AND ended_on IS NOT NULL AND end_reason <> 'merged' \
         AND kind IN ('convict', 'remand-detainee', 'convicted-child') ORDER BY ended_on DESC, id DESC LIMIT 1",
        known_as(1)
    );
    let found: Option<Row> = one(on, &sql, [person.0.into()]).await?;
    Ok(found.and_then(|row| ReleaseKind::from_code(&row.end_reason).map(|kind| (row.ended_on, kind))))
}

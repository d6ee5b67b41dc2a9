// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hearings and what each recommended, person by person.

use kernel::day::Day;
use kernel::id::{BatchId, HearingId, PersonId};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, insert, one, rows};
use uuid::Uuid;

use crate::rules::{Recommendation, Vote};
use crate::state::codes;

codes! {
    /// Who recommended the people of a batch.
    HearingKind {
        /// The hearing board (TPP) of an office that answers for people.
        Board = "board",
        /// The enrolment list of a training body or school, approved by its head.
        List = "list",
    }
}

/// A hearing about one batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HearingFact {
    pub id: HearingId,
    pub code: String,
    pub batch: BatchId,
    pub held_on: Day,
    pub chair: String,
    /// One a line, with post.
    pub members: String,
    pub kind: HearingKind,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code: String,
    batch_id: Uuid,
    held_on: Day,
    chair: String,
    members: String,
    kind: String,
}

async fn hearing_where<C: ConnectionTrait>(
    on: &C,
    test: &str,
    value: Value,
) -> Result<Option<HearingFact>, DbErr> {
    let sql =
        format!("SELECT id, code, batch_id, held_on, chair, members, kind FROM hearing WHERE {test} = $1");
    let found: Option<Row> = one(on, &sql, [value]).await?;
    Ok(found.map(|row| HearingFact {
        id: HearingId(row.id),
        code: row.code,
        batch: BatchId(row.batch_id),
        held_on: row.held_on,
        chair: row.chair,
        members: row.members,
        kind: HearingKind::from_code(&row.kind).expect("the table admits known kinds only"),
    }))
}

pub async fn hearing_by_code<C: ConnectionTrait>(on: &C, code: &str) -> Result<Option<HearingFact>, DbErr> {
    hearing_where(on, "code", code.into()).await
}

pub async fn hearing_by_id<C: ConnectionTrait>(on: &C, id: HearingId) -> Result<Option<HearingFact>, DbErr> {
    hearing_where(on, "id", id.0.into()).await
}

/// Writes a hearing with its votes.
pub async fn keep_hearing<C: ConnectionTrait>(
    on: &C,
    hearing: &HearingFact,
    votes: &[Vote],
) -> Result<(), DbErr> {
    insert("hearing")
        .set("id", hearing.id.0)
        .set("code", hearing.code.clone())
        .set("batch_id", hearing.batch.0)
        .set("held_on", hearing.held_on)
        .set("chair", hearing.chair.clone())
        .set("members", hearing.members.clone())
        .set("kind", hearing.kind.code())
        .run(on)
        .await?;
    for vote in votes {
        insert("hearing_vote")
            .set("hearing_id", hearing.id.0)
            .set("person_id", vote.person.0)
            .set("recommendation", vote.recommendation.code())
            .set("position", vote.position)
            .set("reason", vote.reason.clone())
            .run(on)
            .await?;
    }
    Ok(())
}

/// A vote with the person's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteFact {
    pub name: String,
    pub vote: Vote,
}

#[derive(FromQueryResult)]
struct VoteRow {
    person_id: Uuid,
    name: String,
    recommendation: String,
    position: i64,
    reason: String,
}

/// The votes of a hearing: seats, reserves, the waiting list, the refused; each in its order.
pub async fn votes<C: ConnectionTrait>(on: &C, hearing: HearingId) -> Result<Vec<VoteFact>, DbErr> {
    let sql = "SELECT COALESCE(p.merged_into, p.id) AS person_id, p.name, v.recommendation, v.position, v.reason FROM hearing_vote v \
               JOIN person p ON p.id = v.person_id WHERE v.hearing_id = $1 ORDER BY v.position";
    let found: Vec<VoteRow> = rows(on, sql, [hearing.0.into()]).await?;
    let fact = |row: VoteRow| VoteFact {
        name: row.name,
        vote: Vote {
            person: PersonId(row.person_id),
            recommendation: Recommendation::from_code(&row.recommendation)
                .expect("the table admits known codes only"),
            position: row.position,
            reason: row.reason,
        },
    };
    let mut votes: Vec<VoteFact> = found.into_iter().map(fact).collect();
    votes.sort_by_key(|fact| fact.vote.recommendation);
    Ok(votes)
}

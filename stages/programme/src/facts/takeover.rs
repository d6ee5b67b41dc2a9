// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Under which agreement a batch stood on which days.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, rows};
use kernel::day::Day;
use kernel::id::{AgreementId, BatchId, OrganisationId};
use partnership::facts::AgreementFact;
use uuid::Uuid;

use super::BatchFact;

/// One time a batch went on under another agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeoverFact {
    /// 1 for the first.
    pub number: i64,
    pub from: AgreementId,
    pub to: AgreementId,
    /// Who trains from then on.
    pub provider: OrganisationId,
    pub since: Day,
    pub reason: String,
}

/// A stretch of days on which one agreement carries a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub agreement: AgreementFact,
    /// None while a signature is missing.
    pub first: Option<Day>,
    pub last: Day,
}

impl Term {
    /// Whether a day lies in it. A missing signature is the gate's business, so without one only the end counts.
    pub fn holds(&self, day: Day) -> bool {
        self.first.is_none_or(|first| first <= day) && day <= self.last
    }
}

#[derive(FromQueryResult)]
struct Row {
    number: i64,
    from_agreement_id: Uuid,
    agreement_id: Uuid,
    provider_id: Uuid,
    since: Day,
    reason: String,
}

/// The takeovers of a batch, the first one first; none for most.
pub async fn takeovers<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<TakeoverFact>, DbErr> {
    let sql = "SELECT number, from_agreement_id, agreement_id, provider_id, since, reason FROM batch_takeover \
               WHERE batch_id = $1 ORDER BY number";
    let found: Vec<Row> = rows(on, sql, [batch.0.into()]).await?;
    let takeover = |row: Row| TakeoverFact {
        number: row.number,
        from: AgreementId(row.from_agreement_id),
        to: AgreementId(row.agreement_id),
        provider: OrganisationId(row.provider_id),
        since: row.since,
        reason: row.reason,
    };
    Ok(found.into_iter().map(takeover).collect())
}

/// The terms of a batch, the earliest first. Between two there may be days on which nothing holds.
pub async fn terms<C: ConnectionTrait>(on: &C, batch: &BatchFact) -> Result<Vec<Term>, DbErr> {
    let moved = takeovers(on, batch.id).await?;
    let first = (batch.programme.agreement, None);
    let mut terms = Vec::new();
    for (id, since) in std::iter::once(first).chain(moved.iter().map(|one| (one.to, Some(one.since)))) {
        let Some(agreement) = partnership::facts::agreement(on, id).await? else { continue };
        let first = agreement.first_day().map(|first| since.map_or(first, |since| first.max(since)));
        terms.push(Term { first, last: agreement.last_day(), agreement });
    }
    Ok(terms)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A key that may be in other hands: said by one person, confirmed by another, and from then on a new one signs.
//!
//! What the old key signed counts where the audit log had it under a signed checkpoint before that moment, because the log's own
//! key is another: whoever stole the issuer's could not have written there.

use chrono::{DateTime, Utc};
use desk::{Halt, Refusal, Work};
use kernel::id::{BatchId, CertificateId, OrganisationId, PersonId};
use store::{ConnectionTrait, DbErr, FromQueryResult, insert, one, rows};
use uuid::Uuid;

use super::keys;

/// That a key may be in other hands, not confirmed yet.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Compromise {
    pub turn: i64,
    pub did: String,
    pub since: DateTime<Utc>,
    pub reason: String,
    pub account_id: Uuid,
    pub account_name: String,
}

/// A key that signs no more.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Retired {
    pub did: String,
    pub issuer_id: Uuid,
    /// From here on nothing it signed counts by itself.
    pub since: DateTime<Utc>,
    /// Records under the last checkpoint signed before that.
    pub recorded: i64,
    /// When it was retired.
    pub at: DateTime<Utc>,
}

/// A certificate that the log did not have in time.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Late {
    id: Uuid,
    pub number: String,
    batch_id: Uuid,
    person_id: Uuid,
}

impl Late {
    pub fn id(&self) -> CertificateId {
        CertificateId(self.id)
    }

    pub fn batch(&self) -> BatchId {
        BatchId(self.batch_id)
    }

    pub fn person(&self) -> PersonId {
        PersonId(self.person_id)
    }
}

/// Every retired key, of all issuers, the latest first.
pub async fn retired<C: ConnectionTrait>(on: &C) -> Result<Vec<Retired>, DbErr> {
    let sql = "SELECT did, issuer_id, since, recorded, at FROM retired_key ORDER BY at DESC, did";
    rows(on, sql, []).await
}

/// What was said of an issuer's present key and waits for a second person; the last word counts.
pub async fn pending<C: ConnectionTrait>(
    on: &C,
    issuer: OrganisationId,
) -> Result<Option<Compromise>, DbErr> {
    let sql = "SELECT c.turn, c.did, c.since, c.reason, c.account_id, c.account_name FROM key_compromise c \
               JOIN issuer_key k ON k.organisation_id = c.issuer_id AND k.did = c.did \
               WHERE c.issuer_id = $1 ORDER BY c.turn DESC LIMIT 1";
    one(on, sql, [issuer.0.into()]).await
}

/// Writes down that the present key may be in other hands.
///
/// # Errors
/// `CERT-36`: this issuer has no key yet.
pub async fn declare(
    work: &Work<'_>,
    issuer: OrganisationId,
    (since, reason): (DateTime<Utc>, &str),
) -> Result<(), Halt> {
    #[derive(FromQueryResult)]
    struct Row {
        turn: Option<i64>,
    }
    let (desk, account) = (work.desk, work.desk.actor.account.ok_or(Halt::Missing)?);
    let did = crate::facts::did_of(&work.tx, issuer).await?.ok_or(Refusal::new("CERT-36"))?;
    let sql = "SELECT MAX(turn) AS turn FROM key_compromise WHERE issuer_id = $1";
    let last: Option<Row> = one(&work.tx, sql, [issuer.0.into()]).await?;
    insert("key_compromise")
        .set("issuer_id", issuer.0)
        .set("turn", last.and_then(|row| row.turn).unwrap_or(0) + 1)
        .set("did", did)
        .set("since", since)
        .set("reason", reason)
        .set("at", desk.now)
        .set("account_id", account.0)
        .set("account_name", desk.actor.name.clone())
        .run(&work.tx)
        .await?;
    Ok(())
}

/// The old key goes, a new one takes its place; answers the new name.
///
/// # Errors
/// `CERT-38`: whoever said it would confirm it.
pub async fn retire(
    work: &Work<'_>,
    issuer: OrganisationId,
    (compromise, recorded): (&Compromise, i64),
) -> Result<String, Halt> {
    let (desk, account) = (work.desk, work.desk.actor.account.ok_or(Halt::Missing)?);
    if compromise.account_id == account.0 {
        return Err(Refusal::new("CERT-38").into());
    }
    insert("retired_key")
        .set("did", compromise.did.clone())
        .set("issuer_id", issuer.0)
        .set("turn", compromise.turn)
        .set("since", compromise.since)
        .set("recorded", recorded)
        .set("at", desk.now)
        .set("account_id", account.0)
        .set("account_name", desk.actor.name.clone())
        .run(&work.tx)
        .await?;
    Ok(keys::succeed(work, issuer).await?)
}

/// Certificates in force that this key signed and that the log did not have among its first `recorded` records; those that are
/// suspended are left as they are.
pub async fn late<C: ConnectionTrait>(
    on: &C,
    issuer: OrganisationId,
    (did, recorded): (&str, i64),
) -> Result<Vec<Late>, DbErr> {
    let sql = "SELECT c.id, c.number, c.batch_id, c.person_id FROM certificate c WHERE c.issuer_id = $1 \
               AND c.state <> 'revoked' AND NOT EXISTS (SELECT 1 FROM event_about a JOIN event e ON e.id = a.event_id \
               WHERE a.object_kind = 'certificate' AND a.object_id = c.id AND e.object_id = c.id \
               AND e.kind = 'CertificateIssued' AND e.leaf < $2) \
               AND NOT EXISTS (SELECT 1 FROM suspension s WHERE s.certificate_id = c.id AND NOT EXISTS \
               (SELECT 1 FROM suspension_lift l WHERE l.certificate_id = s.certificate_id AND l.turn = s.turn)) \
               AND c.credential LIKE $3 ORDER BY c.number";
    rows(on, sql, [issuer.0.into(), recorded.into(), format!("%{did}%").into()]).await
}

/// Numbers of suspended certificates that a key signed: those that wait for a look.
pub async fn under_review<C: ConnectionTrait>(
    on: &C,
    issuer: OrganisationId,
    did: &str,
) -> Result<Vec<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        number: String,
    }
    let sql = "SELECT c.number FROM certificate c JOIN suspension s ON s.certificate_id = c.id AND NOT EXISTS \
               (SELECT 1 FROM suspension_lift l WHERE l.certificate_id = s.certificate_id AND l.turn = s.turn) \
               WHERE c.issuer_id = $1 AND c.state <> 'revoked' AND c.credential LIKE $2 ORDER BY c.number";
    let found: Vec<Row> = rows(on, sql, [issuer.0.into(), format!("%{did}%").into()]).await?;
    Ok(found.into_iter().map(|row| row.number).collect())
}

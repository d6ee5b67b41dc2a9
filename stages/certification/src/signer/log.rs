// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The signer's log: a row for each signature, and how many documents this hour has seen. Nothing here is ever changed or taken
//! away; the tables see to it.

use chrono::{DateTime, Utc};
use desk::{Halt, Refusal, Work};
use kernel::id::OrganisationId;
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, many, rows, run};
use uuid::Uuid;

use super::Use;
use super::rules::hour_of;

/// Counts documents into the hour.
pub(super) async fn count(
    tx: &DatabaseTransaction,
    issuer: OrganisationId,
    now: DateTime<Utc>,
    documents: i64,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO signing_hour (issuer_id, hour, used) VALUES ($1, $2, $3) \
               ON CONFLICT (issuer_id, hour) DO UPDATE SET used = signing_hour.used + $3";
    // SQLite asks the guard of an insert before it sees that the row is there; so what is there is counted on first.
    let more = "UPDATE signing_hour SET used = used + $3 WHERE issuer_id = $1 AND hour = $2";
    let values = || [issuer.0.into(), hour_of(now).into(), documents.into()];
    if run(tx, more, values()).await? == 0 {
        run(tx, sql, values()).await?;
    }
    Ok(())
}

/// Writes the uses of one pen.
///
/// # Errors
/// `CERT-29`: the tables found the switch pressed.
pub(super) async fn keep(
    work: &Work<'_>,
    (issuer, act): (OrganisationId, &str),
    did: &str,
    used: Vec<Use>,
) -> Result<(), Halt> {
    let (desk, hour) = (work.desk, hour_of(work.desk.now));
    let columns = [
        "document_id",
        "face",
        "issuer_id",
        "hour",
        "did",
        "digest",
        "act",
        "at",
        "account_id",
        "account_name",
    ];
    let mut rows = many("signing_use", columns);
    for Use { document, face, digest } in used {
        rows.push([
            document.into(),
            face.code().into(),
            issuer.0.into(),
            hour.into(),
            did.into(),
            digest.into(),
            act.into(),
            desk.now.into(),
            desk.actor.account.map(|account| account.0).into(),
            desk.actor.name.clone().into(),
        ]);
    }
    rows.run(&work.tx).await.map_err(|error| match store::violation(&error) {
        // The switch was pressed meanwhile, or the key replaced.
        Some(found)
            if ["signing_use_while_stopped", "signing_use_of_retired"].contains(&found.name.as_str()) =>
        {
            Refusal::new("CERT-08").into()
        }
        Some(_) | None => Halt::from(error),
    })?;
    Ok(())
}

/// One document in the log.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Line {
    pub at: DateTime<Utc>,
    pub document_id: Uuid,
    pub face: String,
    pub digest: String,
    pub act: String,
    pub account_name: String,
    pub did: String,
    /// The certificate's, where the document is one that was kept.
    pub number: Option<String>,
}

/// The latest signatures of an issuer.
pub async fn latest<C: ConnectionTrait>(
    on: &C,
    issuer: OrganisationId,
    most: i64,
) -> Result<Vec<Line>, DbErr> {
    let sql = "SELECT u.at, u.document_id, u.face, u.digest, u.act, u.account_name, u.did, \
               COALESCE(c.number, k.number) AS number FROM signing_use u LEFT JOIN certificate c ON c.id = u.document_id \
               LEFT JOIN selection_file f ON f.document_id = u.document_id LEFT JOIN certificate k ON k.id = f.certificate_id \
               WHERE u.issuer_id = $1 ORDER BY u.at DESC, u.document_id DESC, u.face LIMIT $2";
    rows(on, sql, [issuer.0.into(), most.into()]).await
}

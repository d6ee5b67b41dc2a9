// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What an agreement in force gives to its parties, with first and last instant.

use chrono::{DateTime, Utc};
use kernel::id::{AgreementId, OrganisationId};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, rows, run};
use uuid::Uuid;

/// One organisation's right to people under one agreement.
///
/// # Units
/// Valid from `from` up to, but not at, `until`: `until` is 24:00 of the agreement's last day in the host's zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub agreement: AgreementId,
    pub grantee: OrganisationId,
    pub host: OrganisationId,
    pub party_role: String,
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

impl Grant {
    pub fn valid_at(&self, now: DateTime<Utc>) -> bool {
        self.from <= now && now < self.until
    }
}

#[derive(FromQueryResult)]
struct Row {
    agreement_id: Uuid,
    grantee_id: Uuid,
    host_id: Uuid,
    party_role: String,
    valid_from: DateTime<Utc>,
    valid_until: DateTime<Utc>,
}

/// All grants of an organisation, also those not yet or no longer valid.
pub(crate) async fn grants_of<C: ConnectionTrait>(
    on: &C,
    grantee: OrganisationId,
) -> Result<Vec<Grant>, DbErr> {
    let sql = "SELECT agreement_id, grantee_id, host_id, party_role, valid_from, valid_until \
               FROM access_grant WHERE grantee_id = $1 ORDER BY valid_from, agreement_id";
    let found: Vec<Row> = rows(on, sql, [grantee.0.into()]).await?;
    let grant = |row: Row| Grant {
        agreement: AgreementId(row.agreement_id),
        grantee: OrganisationId(row.grantee_id),
        host: OrganisationId(row.host_id),
        party_role: row.party_role,
        from: row.valid_from,
        until: row.valid_until,
    };
    Ok(found.into_iter().map(grant).collect())
}

/// Writes the grants of an agreement, in the transaction that puts it in force.
pub async fn give_grants(tx: &DatabaseTransaction, grants: &[Grant]) -> Result<(), DbErr> {
    for grant in grants {
        insert("access_grant")
            .set("agreement_id", grant.agreement.0)
            .set("grantee_id", grant.grantee.0)
            .set("host_id", grant.host.0)
            .set("party_role", grant.party_role.clone())
            .set("valid_from", grant.from)
            .set("valid_until", grant.until)
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Ends all grants of an agreement at `until`, in the transaction that ends it. One that would begin later is removed.
pub async fn withdraw_grants(
    tx: &DatabaseTransaction,
    agreement: AgreementId,
    until: DateTime<Utc>,
) -> Result<(), DbErr> {
    let values = || [agreement.0.into(), until.into()];
    run(tx, "DELETE FROM access_grant WHERE agreement_id = $1 AND valid_from >= $2", values()).await?;
    run(
        tx,
        "UPDATE access_grant SET valid_until = $2 WHERE agreement_id = $1 AND valid_until > $2",
        values(),
    )
    .await?;
    Ok(())
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Rows of this room's own tables. What is written here is never changed again, save the state of a certificate.

use desk::{Halt, Refusal};
use kernel::day::Day;
use kernel::id::{AccountId, BatchId, CertificateId, OrganisationId, PersonId, UnitId};
use programme::facts::CertificateKind;
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, one, rows, run};
use uuid::Uuid;

use crate::facts::CertificateFact;
use crate::state::State;

/// Batches of an issuer in which somebody completed the training and has no certificate in force, the earliest first, at most so many.
pub async fn batches_waiting<C: ConnectionTrait>(
    on: &C,
    issuer: OrganisationId,
    most: usize,
) -> Result<Vec<BatchId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
    }
    let sql = "SELECT b.id FROM batch b JOIN programme p ON p.id = b.programme_id WHERE p.issuer_id = $1 AND EXISTS \
               (SELECT 1 FROM completion d WHERE d.batch_id = b.id AND d.complete = TRUE AND NOT EXISTS \
               (SELECT 1 FROM certificate c WHERE c.batch_id = d.batch_id AND c.person_id = d.person_id \
               AND c.kind = p.certificate_kind AND c.state <> 'revoked')) ORDER BY b.ends_on, b.code LIMIT $2";
    let found: Vec<Row> =
        rows(on, sql, [issuer.0.into(), i64::try_from(most).unwrap_or(i64::MAX).into()]).await?;
    Ok(found.into_iter().map(|row| BatchId(row.id)).collect())
}

/// A certificate about to be stored.
#[derive(Debug)]
pub struct NewCertificate {
    pub id: CertificateId,
    pub number: String,
    pub credential_id: Uuid,
    pub kind: CertificateKind,
    pub batch: BatchId,
    pub person: PersonId,
    pub issuer: OrganisationId,
    pub acknowledgement: Option<Uuid>,
    /// Who issues it; the table refuses one whom nobody answers for.
    pub by: Option<AccountId>,
    /// 1, and one more with each renewal.
    pub turn: i64,
    pub learner_name: String,
    pub title: String,
    pub jp: Option<i64>,
    pub issued_on: Day,
    pub valid_until: Option<Day>,
    pub units: Vec<UnitId>,
    pub credential: String,
    pub pdf: Vec<u8>,
}

/// Stores a certificate with its units; answers false where the person got one in the meantime.
pub async fn keep(tx: &DatabaseTransaction, new: &NewCertificate) -> Result<bool, DbErr> {
    let sql = "INSERT INTO certificate (id, number, credential_id, kind, batch_id, person_id, issuer_id, acknowledgement_id, \
               learner_name, title, jp, issued_on, valid_until, state, credential, pdf, turn, account_id) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) \
               ON CONFLICT (batch_id, person_id, kind, turn) WHERE state <> 'revoked' DO NOTHING";
    let values = [
        new.id.0.into(),
        new.number.clone().into(),
        format!("urn:uuid:{}", new.credential_id).into(),
        new.kind.code().into(),
        new.batch.0.into(),
        new.person.0.into(),
        new.issuer.0.into(),
        new.acknowledgement.into(),
        new.learner_name.clone().into(),
        new.title.clone().into(),
        new.jp.into(),
        new.issued_on.into(),
        new.valid_until.into(),
        State::Issued.code().into(),
        new.credential.clone().into(),
        new.pdf.clone().into(),
        new.turn.into(),
        new.by.map(|account| account.0).into(),
    ];
    if run(tx, sql, values).await? == 0 {
        return Ok(false);
    }
    for unit in &new.units {
        insert("certificate_unit")
            .set("certificate_id", new.id.0)
            .set("batch_id", new.batch.0)
            .set("person_id", new.person.0)
            .set("unit_id", unit.0)
            .set("verdict", "K")
            .run(tx)
            .await?;
    }
    Ok(true)
}

/// Records the decision on which acknowledgements rest.
pub async fn keep_decision(
    tx: &DatabaseTransaction,
    id: Uuid,
    batch: BatchId,
    decision: (Day, &str),
    account: Option<AccountId>,
) -> Result<(), DbErr> {
    insert("acknowledgement")
        .set("id", id)
        .set("batch_id", batch.0)
        .set("decided_on", decision.0)
        .set("decision", decision.1)
        .set("account_id", account.map(|account| account.0))
        .run(tx)
        .await
}

/// Records that the paper was handed over.
pub async fn keep_handing(
    tx: &DatabaseTransaction,
    certificate: &CertificateFact,
    day: Day,
    to: &str,
    account: Option<AccountId>,
) -> Result<bool, DbErr> {
    insert("handing")
        .set("certificate_id", certificate.id.0)
        .set("day", day)
        .set("handed_to", to)
        .set("account_id", account.map(|account| account.0))
        .run(tx)
        .await?;
    move_on(tx, certificate, State::Handed).await
}

/// Records the revocation with its reason, which stays inside.
pub async fn keep_revocation(
    tx: &DatabaseTransaction,
    certificate: &CertificateFact,
    day: Day,
    reason: &str,
    account: Option<AccountId>,
) -> Result<bool, DbErr> {
    insert("revocation")
        .set("certificate_id", certificate.id.0)
        .set("day", day)
        .set("reason", reason)
        .set("account_id", account.map(|account| account.0))
        .run(tx)
        .await?;
    move_on(tx, certificate, State::Revoked).await
}

/// Sets a certificate aside; the table refuses one that is revoked or set aside already.
pub async fn keep_suspension(
    tx: &DatabaseTransaction,
    id: CertificateId,
    (day, reason): (Day, &str),
    account: Option<AccountId>,
) -> Result<(), DbErr> {
    insert("suspension")
        .set("certificate_id", id.0)
        .set("turn", last_turn(tx, id).await? + 1)
        .set("day", day)
        .set("reason", reason)
        .set("account_id", account.map(|account| account.0))
        .run(tx)
        .await
}

/// Ends the last suspension.
pub async fn keep_lift(
    tx: &DatabaseTransaction,
    id: CertificateId,
    (day, reason): (Day, &str),
    account: Option<AccountId>,
) -> Result<(), DbErr> {
    insert("suspension_lift")
        .set("certificate_id", id.0)
        .set("turn", last_turn(tx, id).await?)
        .set("day", day)
        .set("reason", reason)
        .set("account_id", account.map(|account| account.0))
        .run(tx)
        .await
}

/// How often a certificate was set aside.
async fn last_turn<C: ConnectionTrait>(on: &C, id: CertificateId) -> Result<i64, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        turn: i64,
    }
    let sql = "SELECT turn FROM suspension WHERE certificate_id = $1 ORDER BY turn DESC LIMIT 1";
    let found: Option<Row> = one(on, sql, [id.0.into()]).await?;
    Ok(found.map_or(0, |row| row.turn))
}

/// Revokes `old` and stores `new` in its place; answers false where somebody else changed `old` in the meantime.
pub async fn keep_replacement(
    tx: &DatabaseTransaction,
    old: &CertificateFact,
    new: &NewCertificate,
    (reason, decision): (&str, Option<&str>),
    account: Option<AccountId>,
) -> Result<bool, DbErr> {
    if !keep_revocation(tx, old, new.issued_on, reason, account).await? {
        return Ok(false);
    }
    if let (Some(id), Some(decision)) = (new.acknowledgement, decision) {
        keep_decision(tx, id, new.batch, (new.issued_on, decision), account).await?;
    }
    if !keep(tx, new).await? {
        return Ok(false);
    }
    insert("replacement").set("old_id", old.id.0).set("new_id", new.id.0).run(tx).await?;
    Ok(true)
}

/// The units on which a certificate rests.
pub async fn units_of<C: ConnectionTrait>(on: &C, id: CertificateId) -> Result<Vec<UnitId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        unit_id: Uuid,
    }
    let sql = "SELECT unit_id FROM certificate_unit WHERE certificate_id = $1 ORDER BY unit_id";
    let found: Vec<Row> = rows(on, sql, [id.0.into()]).await?;
    Ok(found.into_iter().map(|row| UnitId(row.unit_id)).collect())
}

/// Why a certificate is set aside, where it is; shown to those who may read it, never outside.
pub async fn suspension_reason<C: ConnectionTrait>(
    on: &C,
    id: CertificateId,
) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        reason: String,
    }
    let sql = "SELECT s.reason FROM suspension s WHERE s.certificate_id = $1 AND NOT EXISTS (SELECT 1 FROM \
               suspension_lift l WHERE l.certificate_id = s.certificate_id AND l.turn = s.turn)";
    let found: Option<Row> = one(on, sql, [id.0.into()]).await?;
    Ok(found.map(|row| row.reason))
}

/// How two certificates of one holder are tied.
#[derive(Debug, Clone, Copy)]
pub enum Tie {
    /// The newer stands in the place of the older.
    Replaces,
    /// The newer continues the older.
    Renews,
}

/// The number of the certificate that came before by such a tie, and of the one that came after.
pub async fn chain<C: ConnectionTrait>(
    on: &C,
    id: CertificateId,
    tie: Tie,
) -> Result<(Option<String>, Option<String>), DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        number: String,
    }
    let table = match tie {
        Tie::Replaces => "replacement",
        Tie::Renews => "renewal",
    };
    let number = |this: &str, other: &str| {
        format!("SELECT c.number FROM {table} x JOIN certificate c ON c.id = x.{other} WHERE x.{this} = $1")
    };
    let before: Option<Row> = one(on, &number("new_id", "old_id"), [id.0.into()]).await?;
    let after: Option<Row> = one(on, &number("old_id", "new_id"), [id.0.into()]).await?;
    Ok((before.map(|row| row.number), after.map(|row| row.number)))
}

/// Records that the holder was told of a revocation.
///
/// # Errors
/// `CERT-10` told before.
pub async fn keep_told(
    tx: &DatabaseTransaction,
    id: CertificateId,
    (day, note): (Day, &str),
    by: &access::Actor,
) -> Result<(), Halt> {
    let written = insert("revocation_told")
        .set("certificate_id", id.0)
        .set("day", day)
        .set("note", note)
        .set("account_id", by.account.map(|account| account.0))
        .set("account_name", by.name.clone())
        .run(tx)
        .await;
    written.map_err(|error| match store::violation(&error) {
        Some(found) if found.is("revocation_told", "revocation_told.") => Refusal::new("CERT-10").into(),
        Some(_) | None => Halt::from(error),
    })
}

/// Answers false where somebody else moved it on in the meantime.
async fn move_on(tx: &DatabaseTransaction, certificate: &CertificateFact, to: State) -> Result<bool, DbErr> {
    let from = State::of(certificate).code();
    let sql = "UPDATE certificate SET state = $2 WHERE id = $1 AND state = $3";
    Ok(run(tx, sql, [certificate.id.0.into(), to.code().into(), from.into()]).await? == 1)
}

/// Why a certificate was revoked; shown to those who may read the certificate, never outside.
pub async fn revocation_reason<C: ConnectionTrait>(
    on: &C,
    id: CertificateId,
) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        reason: String,
    }
    let found: Option<Row> =
        one(on, "SELECT reason FROM revocation WHERE certificate_id = $1", [id.0.into()]).await?;
    Ok(found.map(|row| row.reason))
}

/// When the holder was told of a revocation, and by whom.
pub async fn told<C: ConnectionTrait>(on: &C, id: CertificateId) -> Result<Option<(Day, String)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        day: Day,
        account_name: String,
    }
    let sql = "SELECT day, account_name FROM revocation_told WHERE certificate_id = $1";
    let found: Option<Row> = one(on, sql, [id.0.into()]).await?;
    Ok(found.map(|row| (row.day, row.account_name)))
}

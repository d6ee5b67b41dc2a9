// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may know of certificates, and what the door keeps beside the database. Nothing here writes.

use chrono::{DateTime, Utc};
use credential::{BadgeStatus, TrustList};
use kernel::day::Day;
use kernel::id::{BatchId, CertificateId, OrganisationId, PersonId};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use uuid::Uuid;

use crate::signer::rules::Gate;

pub use crate::accompaniment::{
    Accompaniment, batches_waiting as acknowledgements_waiting, of_person as accompaniments_of,
};
pub use crate::renewal::{Expiring, expiring};
pub use crate::subject::issuer_target;
pub use programme::facts::CertificateKind;

/// A certificate that was issued, whatever became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFact {
    pub id: CertificateId,
    /// As printed, such as `7F3K-9QTM-2VXA`.
    pub number: String,
    pub kind: CertificateKind,
    pub batch: BatchId,
    pub person: PersonId,
    pub issuer: OrganisationId,
    /// The name as it stands on the paper.
    pub learner_name: String,
    pub title: String,
    pub issued_on: Day,
    /// The last day it holds; without end where there is none.
    pub valid_until: Option<Day>,
    /// When the paper was handed over.
    pub handed_on: Option<Day>,
    pub handed_to: Option<String>,
    pub revoked_on: Option<Day>,
    /// Since when it is set aside for a time.
    pub suspended_on: Option<Day>,
    /// Whether another certificate stands in its place; it is revoked then, too.
    pub is_replaced: bool,
    /// How often the achievement was certified, this one included.
    pub turn: i64,
    /// Since when a newer one continues it; it holds until its own last day all the same.
    pub renewed_on: Option<Day>,
}

/// Whether a certificate can be relied on, on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    InForce,
    /// The last day it held.
    Expired(Day),
    /// For a time, since this day.
    Suspended(Day),
    Revoked(Day),
    /// Revoked, because a newer one stands in its place.
    Replaced(Day),
}

impl CertificateFact {
    /// A revocation outweighs the end of its term, and that a suspension.
    pub fn standing(&self, today: Day) -> Standing {
        match (self.revoked_on, self.valid_until, self.suspended_on) {
            (Some(on), ..) if self.is_replaced => Standing::Replaced(on),
            (Some(on), ..) => Standing::Revoked(on),
            (None, Some(last), _) if last < today => Standing::Expired(last),
            (None, _, Some(on)) => Standing::Suspended(on),
            (None, _, None) => Standing::InForce,
        }
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    number: String,
    kind: String,
    batch_id: Uuid,
    person_id: Uuid,
    issuer_id: Uuid,
    learner_name: String,
    title: String,
    issued_on: Day,
    valid_until: Option<Day>,
    handed_on: Option<Day>,
    handed_to: Option<String>,
    revoked_on: Option<Day>,
    suspended_on: Option<Day>,
    new_id: Option<Uuid>,
    turn: i64,
    renewed_on: Option<Day>,
}

impl TryFrom<Row> for CertificateFact {
    type Error = DbErr;

    fn try_from(row: Row) -> Result<Self, DbErr> {
        let kind = CertificateKind::from_code(&row.kind);
        Ok(Self {
            id: CertificateId(row.id),
            number: row.number,
            kind: kind.ok_or_else(|| DbErr::Type(format!("unknown certificate kind `{}`", row.kind)))?,
            batch: BatchId(row.batch_id),
            person: PersonId(row.person_id),
            issuer: OrganisationId(row.issuer_id),
            learner_name: row.learner_name,
            title: row.title,
            issued_on: row.issued_on,
            valid_until: row.valid_until,
            handed_on: row.handed_on,
            handed_to: row.handed_to,
            revoked_on: row.revoked_on,
            suspended_on: row.suspended_on,
            is_replaced: row.new_id.is_some(),
            turn: row.turn,
            renewed_on: row.renewed_on,
        })
    }
}

/// Certificates `c` with what became of them; a condition may follow.
const SELECT: &str = "SELECT c.id, c.number, c.kind, c.batch_id, c.person_id, c.issuer_id, c.learner_name, c.title, \
    c.issued_on, c.valid_until, c.turn, h.day AS handed_on, h.handed_to, r.day AS revoked_on, s.day AS suspended_on, \
    x.new_id, n.day AS renewed_on FROM certificate c LEFT JOIN renewal n ON n.old_id = c.id LEFT JOIN handing h ON h.certificate_id = c.id LEFT JOIN revocation r ON r.certificate_id = c.id \
    LEFT JOIN replacement x ON x.old_id = c.id LEFT JOIN suspension s ON s.certificate_id = c.id AND NOT EXISTS \
    (SELECT 1 FROM suspension_lift l WHERE l.certificate_id = s.certificate_id AND l.turn = s.turn)";

pub(crate) async fn select<C: ConnectionTrait>(
    on: &C,
    rest: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<CertificateFact>, DbErr> {
    let found: Vec<Row> = rows(on, &format!("{SELECT} {rest}"), values).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

/// Every certificate of a batch, revoked ones too, by name.
pub async fn certificates_of_batch<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<Vec<CertificateFact>, DbErr> {
    select(on, "WHERE c.batch_id = $1 ORDER BY c.learner_name, c.issued_on, c.id", [batch.0.into()]).await
}

/// Every certificate of a person, revoked ones too, the latest first.
pub async fn certificates_of_person<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
) -> Result<Vec<CertificateFact>, DbErr> {
    let rest =
        format!("WHERE c.person_id IN {} ORDER BY c.issued_on DESC, c.id", people::facts::records_of(1));
    select(on, &rest, [person.0.into()]).await
}

/// Revoked certificates whose holders have not been told of it, with the day of the revocation, the oldest first: of
/// people in the charge of an office, and from batches it hosts.
pub async fn untold_of<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
) -> Result<Vec<(CertificateFact, Day)>, DbErr> {
    let rest = "WHERE r.certificate_id IS NOT NULL \
        AND x.new_id IS NULL AND NOT EXISTS (SELECT 1 FROM revocation_told t WHERE t.certificate_id = c.id) \
        AND (EXISTS (SELECT 1 FROM episode e JOIN person r ON e.person_id = COALESCE(r.merged_into, r.id) \
        WHERE r.id = c.person_id AND e.office_id = $1 AND e.ended_on IS NULL) \
        OR EXISTS (SELECT 1 FROM batch b JOIN programme p ON p.id = b.programme_id \
        WHERE b.id = c.batch_id AND p.host_id = $1)) ORDER BY r.day, c.number";
    let found = select(on, rest, [office.0.into()]).await?;
    Ok(found.into_iter().filter_map(|one| one.revoked_on.map(|day| (one, day))).collect())
}

/// The certificate with this number, in whatever way it was typed.
pub async fn by_number<C: ConnectionTrait>(on: &C, number: &str) -> Result<Option<CertificateFact>, DbErr> {
    let Some(number) = kernel::number::normalise(number) else { return Ok(None) };
    Ok(select(on, "WHERE c.number = $1", [number.into()]).await?.pop())
}

/// One certificate.
pub(crate) async fn by_id<C: ConnectionTrait>(
    on: &C,
    id: CertificateId,
) -> Result<Option<CertificateFact>, DbErr> {
    Ok(select(on, "WHERE c.id = $1", [id.0.into()]).await?.pop())
}

/// Some certificate, by which a stranger's question is measured when there is none of that number; nothing before the first.
pub(crate) async fn any<C: ConnectionTrait>(on: &C) -> Result<Option<CertificateFact>, DbErr> {
    Ok(select(on, "WHERE c.number = (SELECT MIN(number) FROM certificate)", []).await?.pop())
}

/// The certificate that has this place in the status lists; nothing where the place was not drawn here.
pub async fn by_place<C: ConnectionTrait>(
    on: &C,
    status: &BadgeStatus,
) -> Result<Option<CertificateFact>, DbErr> {
    let Some(list) = crate::status::list_of(&status.revocation_list) else { return Ok(None) };
    let rest = "WHERE c.credential_id = \
        (SELECT credential_id FROM status_place WHERE list_number = $1 AND place = $2)";
    Ok(select(on, rest, [list.into(), i64::from(status.index).into()]).await?.pop())
}

/// The issuers whose signatures count here: all that ever signed in this installation, with retired keys too; of what one of
/// those signed, [`crate::judge_file`] asks whether it was recorded.
pub async fn trust_list<C: ConnectionTrait>(on: &C) -> Result<TrustList, DbErr> {
    Ok(TrustList::of(issuers(on).await?))
}

/// Why an issuer's key signs nothing now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SigningShut {
    /// Somebody pressed the switch.
    Stopped,
    /// The audit log cannot be carried out.
    Stalled,
}

/// Whether an issuer that has a key cannot sign, apart from an hour that is used up.
pub async fn signing_shut<C: ConnectionTrait>(
    on: &C,
    issuer: OrganisationId,
    now: DateTime<Utc>,
) -> Result<Option<SigningShut>, DbErr> {
    let gate = Gate::read(on, issuer, now).await?;
    Ok(match (gate.stopped, gate.stalled) {
        (Some(_), _) => Some(SigningShut::Stopped),
        (None, Some(_)) if did_of(on, issuer).await?.is_some() => Some(SigningShut::Stalled),
        (None, _) => None,
    })
}

/// The name under which an issuer signs; nothing before its first certificate.
pub(crate) async fn did_of<C: ConnectionTrait>(
    on: &C,
    issuer: OrganisationId,
) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        did: String,
    }
    let sql = "SELECT did FROM issuer_key WHERE organisation_id = $1";
    Ok(one::<Row, _>(on, sql, [issuer.0.into()]).await?.map(|row| row.did))
}

/// The same as pairs of `did` and name.
pub(crate) async fn issuers<C: ConnectionTrait>(on: &C) -> Result<Vec<(String, String)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Issuer {
        did: String,
        name: String,
    }
    let sql = "SELECT k.did, o.name FROM (SELECT did, organisation_id FROM issuer_key UNION SELECT did, issuer_id FROM retired_key) k \
               JOIN organisation o ON o.id = k.organisation_id ORDER BY k.did";
    let issuers: Vec<Issuer> = rows(on, sql, []).await?;
    Ok(issuers.into_iter().map(|issuer| (issuer.did, issuer.name)).collect())
}

#[derive(FromQueryResult)]
struct FileRow {
    number: String,
    pdf: Vec<u8>,
    credential: String,
}

/// Number, paper and credential of every certificate of a batch, as issued.
pub async fn all_for_export<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<Vec<(String, Vec<u8>, String)>, DbErr> {
    let sql = "SELECT number, pdf, credential FROM certificate WHERE batch_id = $1 ORDER BY number";
    let found: Vec<FileRow> = rows(on, sql, [batch.0.into()]).await?;
    Ok(found.into_iter().map(|row| (row.number, row.pdf, row.credential)).collect())
}

/// The credential of one certificate, as issued.
pub(crate) async fn credential<C: ConnectionTrait>(
    on: &C,
    id: CertificateId,
) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct CredentialRow {
        credential: String,
    }
    let sql = "SELECT credential FROM certificate WHERE id = $1";
    let found: Option<CredentialRow> = one(on, sql, [id.0.into()]).await?;
    Ok(found.map(|row| row.credential))
}

/// Paper and credential of one certificate, as issued.
pub(crate) async fn files<C: ConnectionTrait>(
    on: &C,
    id: CertificateId,
) -> Result<Option<(Vec<u8>, String)>, DbErr> {
    let sql = "SELECT number, pdf, credential FROM certificate WHERE id = $1";
    let found: Option<FileRow> = one(on, sql, [id.0.into()]).await?;
    Ok(found.map(|row| (row.pdf, row.credential)))
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates that run out: the issuer's rule, on what a renewal rests, who was told, what continues what.

use chrono::Days;
use kernel::day::Day;
use kernel::id::{AccountId, CertificateId, OrganisationId, ProgrammeId};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, one, rows};
use uuid::Uuid;

use crate::facts::{CertificateFact, select};
use crate::rules::renewal::{Basis, Ground, MOST_DAYS, Outcome, Rule};

/// How long a certificate that ran out stays in the lists of what is to be done.
///
/// # Source
/// Product decision: after a year the holder is assessed like anybody new.
const KEPT_DAYS: u64 = 365;

/// The issuer's rule for a programme, or the house's where it has none.
pub async fn rule<C: ConnectionTrait>(on: &C, programme: ProgrammeId) -> Result<Rule, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        turn: i64,
        remind_days: i64,
        accepts_recognition: bool,
    }
    let sql = "SELECT turn, remind_days, accepts_recognition FROM renewal_rule WHERE programme_id = $1 \
               ORDER BY turn DESC LIMIT 1";
    let found: Option<Row> = one(on, sql, [programme.0.into()]).await?;
    Ok(found.map_or(Rule::HOUSE, |row| Rule {
        turn: row.turn,
        remind_days: row.remind_days,
        accepts_recognition: row.accepts_recognition,
    }))
}

/// Keeps the next turn of a rule; the table refuses it where somebody else set one meanwhile.
pub async fn keep_rule(
    tx: &DatabaseTransaction,
    programme: ProgrammeId,
    rule: Rule,
    (day, account): (Day, Option<AccountId>),
) -> Result<(), DbErr> {
    insert("renewal_rule")
        .set("programme_id", programme.0)
        .set("turn", rule.turn)
        .set("remind_days", rule.remind_days)
        .set("accepts_recognition", rule.accepts_recognition)
        .set("day", day)
        .set("account_id", account.map(|account| account.0))
        .run(tx)
        .await
}

/// Everything on which a renewal of this certificate could rest, in the order of time.
pub async fn grounds<C: ConnectionTrait>(on: &C, id: CertificateId) -> Result<Vec<Ground>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        basis: String,
        outcome: String,
        day: Day,
        evidence: String,
        account_id: Uuid,
        account_name: String,
    }
    let sql = "SELECT basis, outcome, day, evidence, account_id, account_name FROM renewal_ground \
               WHERE certificate_id = $1 ORDER BY turn";
    let ground = |row: Row| {
        Some(Ground {
            basis: Basis::from_code(&row.basis)?,
            outcome: Outcome::from_code(&row.outcome)?,
            day: row.day,
            evidence: row.evidence,
            by: AccountId(row.account_id),
            by_name: row.account_name,
        })
    };
    Ok(rows::<Row, C>(on, sql, [id.0.into()]).await?.into_iter().filter_map(ground).collect())
}

pub async fn keep_ground(
    tx: &DatabaseTransaction,
    id: CertificateId,
    turn: i64,
    ground: &Ground,
) -> Result<(), DbErr> {
    insert("renewal_ground")
        .set("certificate_id", id.0)
        .set("turn", turn)
        .set("basis", ground.basis.code())
        .set("outcome", ground.outcome.code())
        .set("day", ground.day)
        .set("evidence", ground.evidence.clone())
        .set("account_id", ground.by.0)
        .set("account_name", ground.by_name.clone())
        .run(tx)
        .await
}

/// Ties the certificate that is about to be stored to the one it continues.
pub async fn keep(
    tx: &DatabaseTransaction,
    (old, new): (CertificateId, CertificateId),
    (day, account): (Day, AccountId),
) -> Result<(), DbErr> {
    insert("renewal")
        .set("old_id", old.0)
        .set("new_id", new.0)
        .set("day", day)
        .set("account_id", account.0)
        .run(tx)
        .await
}

/// When the holder was told that it ends, and by whom.
pub async fn told<C: ConnectionTrait>(on: &C, id: CertificateId) -> Result<Option<(Day, String)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        day: Day,
        account_name: String,
    }
    let sql = "SELECT day, account_name FROM expiry_told WHERE certificate_id = $1";
    let found: Option<Row> = one(on, sql, [id.0.into()]).await?;
    Ok(found.map(|row| (row.day, row.account_name)))
}

pub async fn keep_told(
    tx: &DatabaseTransaction,
    id: CertificateId,
    (day, note): (Day, &str),
    by: &access::Actor,
) -> Result<(), DbErr> {
    insert("expiry_told")
        .set("certificate_id", id.0)
        .set("day", day)
        .set("note", note)
        .set("account_id", by.account.map(|account| account.0))
        .set("account_name", by.name.clone())
        .run(tx)
        .await
}

/// A certificate that runs out or ran out, and that nothing continues.
#[derive(Debug, Clone)]
pub struct Expiring {
    pub certificate: CertificateFact,
    /// Its last day.
    pub last: Day,
    /// When the holder was told, and by whom.
    pub told: Option<(Day, String)>,
    /// What a renewal could rest on: the latest judgement.
    pub ground: Option<Ground>,
}

/// What runs out within the term of its programme's rule, or ran out in the last year: issued by an office, of people in its
/// charge, and from batches it hosts; the first to end first. Of the dead nothing is renewed.
pub async fn expiring<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
    today: Day,
) -> Result<Vec<Expiring>, DbErr> {
    let rest = "WHERE c.kind = 'competence' AND c.state <> 'revoked' AND n.new_id IS NULL \
        AND c.valid_until >= $2 AND c.valid_until <= $3 \
        AND NOT EXISTS (SELECT 1 FROM person d WHERE d.id = c.person_id AND d.died_on IS NOT NULL) \
        AND (c.issuer_id = $1 OR EXISTS (SELECT 1 FROM episode e JOIN person q ON e.person_id = COALESCE(q.merged_into, q.id) \
        WHERE q.id = c.person_id AND e.office_id = $1 AND e.ended_on IS NULL) \
        OR EXISTS (SELECT 1 FROM batch b JOIN programme p ON p.id = b.programme_id \
        WHERE b.id = c.batch_id AND p.host_id = $1)) ORDER BY c.valid_until, c.learner_name, c.number";
    let from = today.checked_sub_days(Days::new(KEPT_DAYS)).unwrap_or(today);
    let until = today.checked_add_days(Days::new(MOST_DAYS)).unwrap_or(today);
    let mut found = Vec::new();
    for certificate in select(on, rest, [office.0.into(), from.into(), until.into()]).await? {
        let Some(last) = certificate.valid_until else { continue };
        let Some(batch) = programme::facts::batch(on, certificate.batch).await? else { continue };
        if rule(on, batch.programme.id).await?.reminds_from(last) > today {
            continue;
        }
        let told = told(on, certificate.id).await?;
        let ground = grounds(on, certificate.id).await?.pop();
        found.push(Expiring { certificate, last, told, ground });
    }
    Ok(found)
}

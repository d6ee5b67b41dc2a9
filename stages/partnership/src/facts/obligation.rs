// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What each party promised and what it has delivered. Late is computed from the day, never stored.

use kernel::day::Day;
use kernel::id::{AgreementId, ObligationId, OrganisationId};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, rows};
use uuid::Uuid;

/// How far a promise is kept on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Progress {
    Delivered,
    /// Past its due day and not delivered in full.
    Late,
    Partly,
    NotYet,
}

impl Progress {
    pub fn code(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Late => "late",
            Self::Partly => "partly",
            Self::NotYet => "not_yet",
        }
    }
}

/// A promise of one party.
///
/// # Units
/// `quantity` and `delivered` count `unit`, such as JP, paket, laporan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObligationFact {
    pub id: ObligationId,
    /// The agreement's code with `-O` and a number: `PKS-1-O2`.
    pub code: String,
    pub agreement: AgreementId,
    pub party: OrganisationId,
    pub what: String,
    pub unit: String,
    pub quantity: i64,
    pub delivered: i64,
    pub due_on: Day,
    pub last_delivered_on: Option<Day>,
}

impl ObligationFact {
    pub fn progress(&self, today: Day) -> Progress {
        if self.delivered >= self.quantity {
            Progress::Delivered
        } else if today > self.due_on {
            Progress::Late
        } else if self.delivered > 0 {
            Progress::Partly
        } else {
            Progress::NotYet
        }
    }

    /// Days past the due day; 0 unless late.
    pub fn days_late(&self, today: Day) -> i64 {
        if self.progress(today) == Progress::Late { (today - self.due_on).num_days() } else { 0 }
    }

    /// Share delivered, at most 100.
    pub fn percent(&self) -> i64 {
        (self.delivered * 100 / self.quantity).min(100)
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code: String,
    agreement_id: Uuid,
    organisation_id: Uuid,
    what: String,
    unit: String,
    quantity: i64,
    delivered: i64,
    due_on: Day,
    last_delivered_on: Option<Day>,
}

/// The promises under one agreement, in the order of their codes.
pub async fn obligations<C: ConnectionTrait>(
    on: &C,
    agreement: AgreementId,
) -> Result<Vec<ObligationFact>, DbErr> {
    select(on, "WHERE o.agreement_id = $1", vec![agreement.0.into()]).await
}

pub async fn obligation_by_code<C: ConnectionTrait>(
    on: &C,
    code: &str,
) -> Result<Option<ObligationFact>, DbErr> {
    Ok(select(on, "WHERE o.code = $1", vec![code.into()]).await?.pop())
}

/// The promises under several agreements.
pub(crate) async fn obligations_of_all<C: ConnectionTrait>(
    on: &C,
    agreements: &[AgreementId],
) -> Result<Vec<ObligationFact>, DbErr> {
    if agreements.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=agreements.len()).map(|place| format!("${place}")).collect();
    let condition = format!("WHERE o.agreement_id IN ({})", places.join(", "));
    select(on, &condition, agreements.iter().map(|id| id.0.into()).collect()).await
}

async fn select<C: ConnectionTrait>(
    on: &C,
    condition: &str,
    values: Vec<Value>,
) -> Result<Vec<ObligationFact>, DbErr> {
    // Codes are as long as their numbers are large, so length before text puts O2 before O10.
    let sql = format!(
        "SELECT o.id, o.code, o.agreement_id, o.organisation_id, o.what, o.unit, o.quantity, o.due_on, \
         CAST(COALESCE(SUM(d.quantity), 0) AS BIGINT) AS delivered, MAX(d.delivered_on) AS last_delivered_on \
         FROM obligation o LEFT JOIN delivery d ON d.obligation_id = o.id {condition} \
         GROUP BY o.id, o.code, o.agreement_id, o.organisation_id, o.what, o.unit, o.quantity, o.due_on \
         ORDER BY LENGTH(o.code), o.code"
    );
    let found: Vec<Row> = rows(on, &sql, values).await?;
    let fact = |row: Row| ObligationFact {
        id: ObligationId(row.id),
        code: row.code,
        agreement: AgreementId(row.agreement_id),
        party: OrganisationId(row.organisation_id),
        what: row.what,
        unit: row.unit,
        quantity: row.quantity,
        delivered: row.delivered,
        due_on: row.due_on,
        last_delivered_on: row.last_delivered_on,
    };
    Ok(found.into_iter().map(fact).collect())
}

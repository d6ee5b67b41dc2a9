// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A batch: one run of a programme, with its seats, days and reserved assessment.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, one, rows};
use access::Target;
use kernel::day::Day;
use kernel::id::{AccountId, AgreementId, BatchId, OrganisationId, SchemeId};
use uuid::Uuid;

use super::programme::COLUMNS;
use super::{ProgrammeFact, ProgrammeRow};

/// One run of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchFact {
    pub id: BatchId,
    pub code: String,
    pub title: String,
    pub programme: ProgrammeFact,
    /// The one it stands under now: the programme's, or the last that took it over.
    pub agreement: AgreementId,
    pub host: OrganisationId,
    /// Who trains now: the programme's provider, or that of the last takeover.
    pub provider: OrganisationId,
    pub starts_on: Day,
    pub ends_on: Day,
    pub seats: i64,
    pub reserves: i64,
    pub budget_line: Option<String>,
    pub assessment: Option<AssessmentBooking>,
}

/// The day on which people are judged, reserved before the training starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentBooking {
    pub reserved_on: Day,
    pub place: String,
    pub scheme: Option<String>,
    /// The licensed scheme; none where the booking names none.
    pub licensed: Option<SchemeId>,
    pub assessor_organisation: OrganisationId,
    pub assessor_account: Option<AccountId>,
    pub assessor_name: String,
}

impl BatchFact {
    /// The host's, under the agreement, addressed to issuer and assessors, assigned to the booked assessor.
    pub fn target(&self) -> Target {
        let booked = self.assessment.as_ref();
        Target::of(self.host)
            .under(self.agreement)
            .addressed_to(
                std::iter::once(self.programme.issuer)
                    .chain(booked.map(|booking| booking.assessor_organisation)),
            )
            .assigned_to(booked.and_then(|booking| booking.assessor_account))
    }

    /// The last day on which this batch needs its agreement: the reserved assessment, else the last day of training.
    pub fn last_day(&self) -> Day {
        self.assessment.as_ref().map_or(self.ends_on, |booking| booking.reserved_on.max(self.ends_on))
    }
}

#[derive(FromQueryResult)]
struct Own {
    id: Uuid,
    code: String,
    title: String,
    starts_on: Day,
    ends_on: Day,
    seats: i64,
    reserves: i64,
    budget_line: Option<String>,
    agreement_id: Option<Uuid>,
    provider_id: Option<Uuid>,
    reserved_on: Option<Day>,
    assessment_place: Option<String>,
    scheme: Option<String>,
    scheme_id: Option<Uuid>,
    assessor_organisation_id: Option<Uuid>,
    assessor_account_id: Option<Uuid>,
    assessor_name: Option<String>,
}

/// A batch and its programme from one row of a join.
pub(crate) struct BatchRow {
    own: Own,
    programme: ProgrammeRow,
}

impl FromQueryResult for BatchRow {
    fn from_query_result(row: &sea_orm::QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Ok(Self {
            own: Own::from_query_result(row, prefix)?,
            programme: ProgrammeRow::from_query_result(row, "p_")?,
        })
    }
}

impl TryFrom<BatchRow> for BatchFact {
    type Error = DbErr;

    fn try_from(BatchRow { own, programme }: BatchRow) -> Result<Self, DbErr> {
        let programme = ProgrammeFact::try_from(programme)?;
        let booking = own.reserved_on.zip(own.assessor_organisation_id).map(|(reserved_on, organisation)| {
            AssessmentBooking {
                reserved_on,
                place: own.assessment_place.unwrap_or_default(),
                scheme: own.scheme,
                licensed: own.scheme_id.map(SchemeId),
                assessor_organisation: OrganisationId(organisation),
                assessor_account: own.assessor_account_id.map(AccountId),
                assessor_name: own.assessor_name.unwrap_or_default(),
            }
        });
        Ok(Self {
            id: BatchId(own.id),
            code: own.code,
            title: own.title,
            agreement: own.agreement_id.map_or(programme.agreement, AgreementId),
            host: programme.host,
            provider: own.provider_id.map_or(programme.provider, OrganisationId),
            programme,
            starts_on: own.starts_on,
            ends_on: own.ends_on,
            seats: own.seats,
            reserves: own.reserves,
            budget_line: own.budget_line,
            assessment: booking,
        })
    }
}

/// Batch `b`, programme `p`, booking `x`.
pub(crate) const FROM_BATCH: &str =
    "batch b JOIN programme p ON p.id = b.programme_id LEFT JOIN batch_assessment x ON x.batch_id = b.id";

/// A question for `BatchRow`s: batch `b`, programme `p`, booking `x`; a condition may follow.
pub(crate) fn select_batch(rest: &str) -> String {
    format!(
        "SELECT b.id, b.code, b.title, b.starts_on, b.ends_on, b.seats, b.reserves, b.budget_line, b.agreement_id, \
         b.provider_id, x.reserved_on, \
         x.place AS assessment_place, x.scheme, x.scheme_id, x.assessor_organisation_id, x.assessor_account_id, x.assessor_name, {COLUMNS} \
         FROM {FROM_BATCH} {rest}"
    )
}

pub async fn batch<C: ConnectionTrait>(on: &C, id: BatchId) -> Result<Option<BatchFact>, DbErr> {
    let row: Option<BatchRow> = one(on, &select_batch("WHERE b.id = $1"), [id.0.into()]).await?;
    row.map(TryInto::try_into).transpose()
}

pub async fn batch_by_code<C: ConnectionTrait>(on: &C, code: &str) -> Result<Option<BatchFact>, DbErr> {
    let row: Option<BatchRow> = one(on, &select_batch("WHERE b.code = $1"), [code.into()]).await?;
    row.map(TryInto::try_into).transpose()
}

/// Batches held at an office, earliest first.
pub async fn batches_of_host<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
) -> Result<Vec<BatchFact>, DbErr> {
    let sql = select_batch("WHERE p.host_id = $1 ORDER BY b.starts_on, b.code");
    let found: Vec<BatchRow> = rows(on, &sql, [host.0.into()]).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

/// The agreement a batch `b` of a programme `p` stands under now.
pub(crate) const AGREEMENT: &str = "COALESCE(b.agreement_id, p.agreement_id)";

/// Batches under an agreement now, earliest first.
pub async fn batches_under<C: ConnectionTrait>(
    on: &C,
    agreement: AgreementId,
) -> Result<Vec<BatchFact>, DbErr> {
    let sql = select_batch(&format!("WHERE {AGREEMENT} = $1 ORDER BY b.starts_on, b.code"));
    let found: Vec<BatchRow> = rows(on, &sql, [agreement.0.into()]).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

/// Batches that stand under an agreement or once did, earliest first: for what is counted, never for who may see.
pub async fn batches_ever_under<C: ConnectionTrait>(
    on: &C,
    agreement: AgreementId,
) -> Result<Vec<BatchFact>, DbErr> {
    let sql = select_batch(&format!(
        "WHERE {AGREEMENT} = $1 OR EXISTS (SELECT 1 FROM batch_takeover t WHERE t.batch_id = b.id \
         AND t.from_agreement_id = $1) ORDER BY b.starts_on, b.code"
    ));
    let found: Vec<BatchRow> = rows(on, &sql, [agreement.0.into()]).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

/// Batches whose certificates an organisation issues, or whose assessors it sends, earliest first.
pub async fn batches_addressed_to<C: ConnectionTrait>(
    on: &C,
    organisation: OrganisationId,
) -> Result<Vec<BatchFact>, DbErr> {
    let sql = select_batch(
        "WHERE p.issuer_id = $1 OR x.assessor_organisation_id = $1 ORDER BY b.starts_on, b.code",
    );
    let found: Vec<BatchRow> = rows(on, &sql, [organisation.0.into()]).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

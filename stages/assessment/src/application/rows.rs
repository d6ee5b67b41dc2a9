// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Applications, self-assessments and agreements in the database. All are added, never changed.

use desk::{Halt, Refusal};
use kernel::day::Day;
use kernel::id::{AccountId, BatchId, PersonId, UnitId};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, rows, violation};
use uuid::Uuid;

use super::{AgreementFact, ApplicationFact, ApplicationPaper, Purpose, SelfFact};
use crate::evidence::EvidenceKind;
use crate::state::Verdict;

/// Who writes it down.
pub(crate) type Hand<'a> = (AccountId, &'a str);

#[derive(FromQueryResult)]
struct Row {
    person_id: Uuid,
    purpose: String,
    day: Day,
}

#[derive(FromQueryResult)]
struct PaperRow {
    person_id: Uuid,
    paper: String,
}

fn unknown(what: &str, code: &str) -> DbErr {
    DbErr::Type(format!("{what} `{code}`"))
}

/// The applications of a batch.
pub(crate) async fn of_batch<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<Vec<ApplicationFact>, DbErr> {
    let sql = "SELECT person_id, purpose, day FROM candidate_application WHERE batch_id = $1 ORDER BY day, person_id";
    let found: Vec<Row> = rows(on, sql, [batch.0.into()]).await?;
    let sql = "SELECT person_id, paper FROM application_paper WHERE batch_id = $1 ORDER BY paper";
    let papers: Vec<PaperRow> = rows(on, sql, [batch.0.into()]).await?;
    let fact = |row: Row| {
        let own = papers.iter().filter(|paper| paper.person_id == row.person_id);
        let paper = |one: &PaperRow| {
            ApplicationPaper::from_code(&one.paper).ok_or_else(|| unknown("paper", &one.paper))
        };
        Ok(ApplicationFact {
            person: PersonId(row.person_id),
            purpose: Purpose::from_code(&row.purpose).ok_or_else(|| unknown("purpose", &row.purpose))?,
            day: row.day,
            papers: own.map(paper).collect::<Result<_, DbErr>>()?,
        })
    };
    found.into_iter().map(fact).collect()
}

/// Adds an application.
///
/// # Errors
/// `ASSM-27` there is one.
pub(crate) async fn add(
    tx: &DatabaseTransaction,
    batch: BatchId,
    fact: &ApplicationFact,
    (account, name): Hand<'_>,
) -> Result<(), Halt> {
    let written = insert("candidate_application")
        .set("batch_id", batch.0)
        .set("person_id", fact.person.0)
        .set("purpose", fact.purpose.code())
        .set("day", fact.day)
        .set("account_id", account.0)
        .set("account_name", name)
        .run(tx)
        .await;
    once(written, ("candidate_application_once", "candidate_application.batch_id"), "ASSM-27")?;
    for paper in &fact.papers {
        add_paper(tx, (batch, fact.person), (*paper, fact.day), account).await?;
    }
    Ok(())
}

/// Notes a paper that came.
pub(crate) async fn add_paper(
    tx: &DatabaseTransaction,
    (batch, person): (BatchId, PersonId),
    (paper, day): (ApplicationPaper, Day),
    account: AccountId,
) -> Result<(), DbErr> {
    insert("application_paper")
        .set("batch_id", batch.0)
        .set("person_id", person.0)
        .set("paper", paper.code())
        .set("day", day)
        .set("account_id", account.0)
        .run(tx)
        .await
}

fn once(
    written: Result<(), DbErr>,
    (constraint, column): (&str, &str),
    code: &'static str,
) -> Result<(), Halt> {
    written.map_err(|error| match violation(&error) {
        Some(found) if found.is(constraint, column) => Refusal::new(code).into(),
        Some(_) | None => error.into(),
    })
}

#[derive(FromQueryResult)]
struct SelfRow {
    person_id: Uuid,
    unit_id: Uuid,
    element: String,
    turn: i64,
    verdict: String,
}

/// What the candidates of a batch say of themselves, in the order of the turns.
pub(crate) async fn self_assessments<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<Vec<SelfFact>, DbErr> {
    let sql = "SELECT person_id, unit_id, element, turn, verdict FROM self_assessment WHERE batch_id = $1 \
               ORDER BY turn, person_id, unit_id, element";
    let found: Vec<SelfRow> = rows(on, sql, [batch.0.into()]).await?;
    let fact = |row: SelfRow| {
        Ok(SelfFact {
            person: PersonId(row.person_id),
            unit: UnitId(row.unit_id),
            element: row.element,
            turn: row.turn,
            verdict: Verdict::from_code(&row.verdict).ok_or_else(|| unknown("verdict", &row.verdict))?,
        })
    };
    found.into_iter().map(fact).collect()
}

/// Adds what a candidate says of herself.
///
/// # Errors
/// `ASSM-10` somebody wrote the same at the same moment.
pub(crate) async fn add_self(
    tx: &DatabaseTransaction,
    batch: BatchId,
    fact: &SelfFact,
    (day, account): (Day, AccountId),
) -> Result<(), Halt> {
    let written = insert("self_assessment")
        .set("batch_id", batch.0)
        .set("person_id", fact.person.0)
        .set("unit_id", fact.unit.0)
        .set("element", fact.element.clone())
        .set("turn", fact.turn)
        .set("verdict", fact.verdict.code())
        .set("day", day)
        .set("account_id", account.0)
        .run(tx)
        .await;
    once(written, ("self_assessment_once", "self_assessment.batch_id"), "ASSM-10")
}

#[derive(FromQueryResult)]
struct AgreementRow {
    person_id: Uuid,
    day: Day,
    by_observation: bool,
    by_question: bool,
    by_product: bool,
    by_portfolio: bool,
    by_third_party: bool,
    account_name: String,
}

impl From<AgreementRow> for AgreementFact {
    fn from(row: AgreementRow) -> Self {
        let kinds = [
            (row.by_observation, EvidenceKind::Observation),
            (row.by_question, EvidenceKind::Question),
            (row.by_product, EvidenceKind::Product),
            (row.by_portfolio, EvidenceKind::Portfolio),
            (row.by_third_party, EvidenceKind::ThirdParty),
        ];
        Self {
            person: PersonId(row.person_id),
            day: row.day,
            kinds: kinds.into_iter().filter(|(is_so, _)| *is_so).map(|(_, kind)| kind).collect(),
            assessor_name: row.account_name,
        }
    }
}

/// How the candidates of a batch agreed to be assessed.
pub(crate) async fn agreements<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<Vec<AgreementFact>, DbErr> {
    let sql = "SELECT person_id, day, by_observation, by_question, by_product, by_portfolio, by_third_party, account_name \
               FROM assessment_agreement WHERE batch_id = $1 ORDER BY day, person_id";
    let found: Vec<AgreementRow> = rows(on, sql, [batch.0.into()]).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

/// Whether a candidate agreed.
pub(crate) fn has_agreed(agreements: &[AgreementFact], person: PersonId) -> bool {
    agreements.iter().any(|one| one.person == person)
}

/// Adds an agreement.
///
/// # Errors
/// `ASSM-28` there is one.
pub(crate) async fn add_agreement(
    tx: &DatabaseTransaction,
    batch: BatchId,
    fact: &AgreementFact,
    account: AccountId,
) -> Result<(), Halt> {
    let by = |kind: EvidenceKind| fact.kinds.contains(&kind);
    let written = insert("assessment_agreement")
        .set("batch_id", batch.0)
        .set("person_id", fact.person.0)
        .set("day", fact.day)
        .set("by_observation", by(EvidenceKind::Observation))
        .set("by_question", by(EvidenceKind::Question))
        .set("by_product", by(EvidenceKind::Product))
        .set("by_portfolio", by(EvidenceKind::Portfolio))
        .set("by_third_party", by(EvidenceKind::ThirdParty))
        .set("account_id", account.0)
        .set("account_name", fact.assessor_name.clone())
        .run(tx)
        .await;
    once(written, ("assessment_agreement_once", "assessment_agreement.batch_id"), "ASSM-28")
}

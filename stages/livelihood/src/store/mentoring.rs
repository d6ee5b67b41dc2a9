// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who is mentored by whom, and what was noted.

use chrono::{DateTime, Utc};
use kernel::day::Day;
use kernel::id::{AccountId, AgreementId, MentoringId, OrganisationId, PersonId};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, Value, insert, rows, run};
use uuid::Uuid;

use crate::rules::NoteKind;

/// A mentor named to a person under an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentoringFact {
    pub id: MentoringId,
    pub person: PersonId,
    pub mentor: AccountId,
    pub mentor_name: String,
    pub mentor_organisation: OrganisationId,
    pub agreement: AgreementId,
    pub since: Day,
    pub ended_on: Option<Day>,
}

/// What a mentor wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteFact {
    pub id: Uuid,
    pub mentoring: MentoringId,
    pub day: Day,
    pub kind: NoteKind,
    pub note: String,
    /// When she means to come again.
    pub next_on: Option<Day>,
    pub by: String,
    pub at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    account_id: Uuid,
    name: String,
    organisation_id: Uuid,
    agreement_id: Uuid,
    since: Day,
    ended_on: Option<Day>,
}

impl From<Row> for MentoringFact {
    fn from(row: Row) -> Self {
        Self {
            id: MentoringId(row.id),
            person: PersonId(row.person_id),
            mentor: AccountId(row.account_id),
            mentor_name: row.name,
            mentor_organisation: OrganisationId(row.organisation_id),
            agreement: AgreementId(row.agreement_id),
            since: row.since,
            ended_on: row.ended_on,
        }
    }
}

const MENTORING: &str = "SELECT m.id, m.person_id, m.account_id, a.name, a.organisation_id, m.agreement_id, m.since, \
                         m.ended_on FROM mentoring m JOIN account a ON a.id = m.account_id";

/// Holds while the mentor's organisation has a grant under the agreement at the instant `$2`.
const GRANTED: &str = "EXISTS (SELECT 1 FROM access_grant g WHERE g.agreement_id = m.agreement_id \
                       AND g.grantee_id = a.organisation_id AND g.valid_from <= $2 AND g.valid_until > $2)";

async fn select<C: ConnectionTrait>(
    on: &C,
    rest: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<MentoringFact>, DbErr> {
    let found: Vec<Row> = rows(on, &format!("{MENTORING} {rest}"), values).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

/// Every mentoring of a person, the latest first.
pub async fn of_person<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<MentoringFact>, DbErr> {
    let rest = format!("WHERE m.person_id IN {} ORDER BY m.since DESC, m.id", people::facts::records_of(1));
    select(on, &rest, [person.0.into()]).await
}

/// The mentorings of a person by which a mentor may see her at this instant.
pub async fn granted<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<MentoringFact>, DbErr> {
    let records = people::facts::records_of(1);
    let rest =
        format!("WHERE m.person_id IN {records} AND m.ended_on IS NULL AND {GRANTED} ORDER BY m.since, m.id");
    select(on, &rest, [person.0.into(), now.into()]).await
}

/// Whom a mentor may see at this instant.
pub async fn of_mentor<C: ConnectionTrait>(
    on: &C,
    mentor: AccountId,
    now: DateTime<Utc>,
) -> Result<Vec<MentoringFact>, DbErr> {
    let rest = format!("WHERE m.account_id = $1 AND m.ended_on IS NULL AND {GRANTED} ORDER BY m.since, m.id");
    select(on, &rest, [mentor.0.into(), now.into()]).await
}

/// Everyone mentored under the agreements of a host, ended ones too.
pub async fn of_host<C: ConnectionTrait>(on: &C, host: OrganisationId) -> Result<Vec<MentoringFact>, DbErr> {
    let rest = "JOIN agreement g ON g.id = m.agreement_id WHERE g.host_id = $1 ORDER BY m.since, m.id";
    select(on, rest, [host.0.into()]).await
}

pub async fn put(tx: &DatabaseTransaction, new: &MentoringFact) -> Result<(), DbErr> {
    insert("mentoring")
        .set("id", new.id.0)
        .set("person_id", new.person.0)
        .set("account_id", new.mentor.0)
        .set("agreement_id", new.agreement.0)
        .set("since", new.since)
        .run(tx)
        .await
}

/// Ends what goes on; false when it was ended meanwhile.
pub async fn end(tx: &DatabaseTransaction, id: MentoringId, day: Day, reason: &str) -> Result<bool, DbErr> {
    let sql = "UPDATE mentoring SET ended_on = $2, end_reason = $3 WHERE id = $1 AND ended_on IS NULL";
    Ok(run(tx, sql, [id.0.into(), day.into(), reason.into()]).await? == 1)
}

/// Goes on with what ended by a death; false where it ended otherwise, or another mentor is named under the agreement.
pub async fn resume(tx: &DatabaseTransaction, one: &MentoringFact) -> Result<bool, DbErr> {
    let sql = "UPDATE mentoring SET ended_on = NULL, end_reason = '' WHERE id = $1 AND end_reason = 'died' AND NOT EXISTS \
               (SELECT 1 FROM mentoring o WHERE o.person_id = mentoring.person_id AND o.agreement_id = mentoring.agreement_id \
               AND o.ended_on IS NULL)";
    Ok(run(tx, sql, [one.id.0.into()]).await? == 1)
}

pub async fn put_note(tx: &DatabaseTransaction, new: &NoteFact) -> Result<(), DbErr> {
    insert("mentoring_note")
        .set("id", new.id)
        .set("mentoring_id", new.mentoring.0)
        .set("day", new.day)
        .set("kind", new.kind.code())
        .set("note", new.note.clone())
        .set("next_on", new.next_on)
        .set("account_name", new.by.clone())
        .set("at", new.at)
        .run(tx)
        .await
}

/// The notes of one mentoring, the latest first.
pub async fn notes<C: ConnectionTrait>(on: &C, mentoring: MentoringId) -> Result<Vec<NoteFact>, DbErr> {
    #[derive(FromQueryResult)]
    struct NoteRow {
        id: Uuid,
        day: Day,
        kind: String,
        note: String,
        next_on: Option<Day>,
        account_name: String,
        at: DateTime<Utc>,
    }
    let sql = "SELECT id, day, kind, note, next_on, account_name, at FROM mentoring_note WHERE mentoring_id = $1 \
               ORDER BY day DESC, at DESC";
    let fact = |row: NoteRow| NoteFact {
        id: row.id,
        mentoring,
        day: row.day,
        kind: NoteKind::from_code(&row.kind).expect("the table admits known kinds only"),
        note: row.note,
        next_on: row.next_on,
        by: row.account_name,
        at: row.at,
    };
    Ok(rows::<NoteRow, C>(on, sql, [mentoring.0.into()]).await?.into_iter().map(fact).collect())
}

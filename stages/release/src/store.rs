// SPDX-License-Identifier: Apache-2.0 OR MIT
//! All SQL of this room.

use kernel::day::Day;
use kernel::id::{AccountId, HandoverId, OrganisationId, PersonId};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, Value, insert, one, rows, run};
use uuid::Uuid;

use crate::facts::HandoverFact;
use crate::state::HandoverState;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code: String,
    person_id: Uuid,
    from_id: Uuid,
    to_id: Uuid,
    state: String,
    expected_on: Day,
    prepared_on: Day,
    decided_on: Option<Day>,
    counsellor_id: Option<Uuid>,
    first_meeting_on: Option<Day>,
    reason: Option<String>,
}

impl From<Row> for HandoverFact {
    fn from(row: Row) -> Self {
        Self {
            id: HandoverId(row.id),
            code: row.code,
            person: PersonId(row.person_id),
            from: OrganisationId(row.from_id),
            to: OrganisationId(row.to_id),
            state: HandoverState::from_code(&row.state).expect("the table admits known states only"),
            expected_on: row.expected_on,
            prepared_on: row.prepared_on,
            decided_on: row.decided_on,
            counsellor: row.counsellor_id.map(AccountId),
            first_meeting_on: row.first_meeting_on,
            reason: row.reason,
        }
    }
}

const SELECT: &str = "SELECT h.id, h.code, h.person_id, h.from_id, h.to_id, h.state, h.expected_on, h.prepared_on, \
                      h.decided_on, h.counsellor_id, h.first_meeting_on, h.reason FROM handover h";

/// One thing in a pack.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Item {
    /// `certificate`, `training` or `document`.
    pub kind: String,
    /// A title, or for documents a code whose label is the word `handover-document-CODE`.
    pub label: String,
    pub detail: String,
    pub present: bool,
}

pub async fn latest<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Option<HandoverFact>, DbErr> {
    let records = people::facts::records_of(1);
    let sql =
        format!("{SELECT} WHERE h.person_id IN {records} ORDER BY h.prepared_on DESC, h.id DESC LIMIT 1");
    Ok(one::<Row, C>(on, &sql, [person.0.into()]).await?.map(Into::into))
}

/// The pack of exactly this record, or of any record of the person but that one, that waits for an answer.
pub async fn waiting_of<C: ConnectionTrait>(
    on: &C,
    (kept, second): (PersonId, PersonId),
) -> Result<(Vec<HandoverFact>, Vec<HandoverFact>), DbErr> {
    let sql = format!(
        "{SELECT} WHERE h.state = 'prepared' AND h.person_id IN \
         (SELECT p.id FROM person p WHERE (p.id = $1 OR p.merged_into = $1) AND p.id <> $2)"
    );
    let of_kept: Vec<Row> = rows(on, &sql, [kept.0.into(), second.0.into()]).await?;
    let sql = format!("{SELECT} WHERE h.state = 'prepared' AND h.person_id = $1");
    let of_second: Vec<Row> = rows(on, &sql, [second.0.into()]).await?;
    let facts = |found: Vec<Row>| found.into_iter().map(HandoverFact::from).collect();
    Ok((facts(of_kept), facts(of_second)))
}

pub async fn by_code<C: ConnectionTrait>(on: &C, code: &str) -> Result<Option<HandoverFact>, DbErr> {
    let sql = format!("{SELECT} WHERE h.code = $1");
    Ok(one::<Row, C>(on, &sql, [code.into()]).await?.map(Into::into))
}

pub async fn waiting_for<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
) -> Result<Vec<HandoverFact>, DbErr> {
    let sql = format!("{SELECT} WHERE h.to_id = $1 AND h.state = 'prepared' ORDER BY h.expected_on, h.id");
    Ok(rows::<Row, C>(on, &sql, [office.0.into()]).await?.into_iter().map(Into::into).collect())
}

/// Packs within a list's condition, those that wait first.
pub async fn list<C: ConnectionTrait>(
    on: &C,
    condition: &str,
    values: Vec<Value>,
) -> Result<Vec<HandoverFact>, DbErr> {
    let sql = format!(
        "{SELECT} WHERE {condition} \
         ORDER BY CASE h.state WHEN 'prepared' THEN 0 WHEN 'returned' THEN 1 ELSE 2 END, h.expected_on, h.id LIMIT 200"
    );
    Ok(rows::<Row, C>(on, &sql, values).await?.into_iter().map(Into::into).collect())
}

pub async fn items<C: ConnectionTrait>(on: &C, handover: HandoverId) -> Result<Vec<Item>, DbErr> {
    let sql =
        "SELECT kind, label, detail, present FROM handover_item WHERE handover_id = $1 ORDER BY position";
    rows(on, sql, [handover.0.into()]).await
}

/// The next code of an office's packs, such as `ST-LAPAS-JEMBER-3`.
pub async fn next_code<C: ConnectionTrait>(
    on: &C,
    from: OrganisationId,
    office_code: &str,
) -> Result<String, DbErr> {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM handover WHERE from_id = $1";
    let count = one::<Count, C>(on, sql, [from.0.into()]).await?.map_or(0, |row| row.count);
    Ok(format!("ST-{}-{}", office_code.to_uppercase(), count + 1))
}

pub async fn put(tx: &DatabaseTransaction, pack: &HandoverFact, items: &[Item]) -> Result<(), DbErr> {
    insert("handover")
        .set("id", pack.id.0)
        .set("code", pack.code.clone())
        .set("person_id", pack.person.0)
        .set("from_id", pack.from.0)
        .set("to_id", pack.to.0)
        .set("state", pack.state.code())
        .set("expected_on", pack.expected_on)
        .set("prepared_on", pack.prepared_on)
        .run(tx)
        .await?;
    for (position, item) in (1_i64..).zip(items) {
        insert("handover_item")
            .set("handover_id", pack.id.0)
            .set("position", position)
            .set("kind", item.kind.clone())
            .set("label", item.label.clone())
            .set("detail", item.detail.clone())
            .set("present", item.present)
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Lets a pack wait again that went back; false when it is not as it was.
pub async fn wait_again(tx: &DatabaseTransaction, pack: &HandoverFact) -> Result<bool, DbErr> {
    let sql = "UPDATE handover SET state = 'prepared', decided_on = NULL, reason = NULL WHERE id = $1 AND state = 'returned'";
    Ok(run(tx, sql, [pack.id.0.into()]).await? == 1)
}

/// Answers a pack that still waits; false when somebody else was first.
pub async fn answer(tx: &DatabaseTransaction, pack: &HandoverFact) -> Result<bool, DbErr> {
    let sql = "UPDATE handover SET state = $2, decided_on = $3, counsellor_id = $4, first_meeting_on = $5, reason = $6 \
               WHERE id = $1 AND state = 'prepared'";
    let values: [Value; 6] = [
        pack.id.0.into(),
        pack.state.code().into(),
        pack.decided_on.into(),
        pack.counsellor.map(|id| id.0).into(),
        pack.first_meeting_on.into(),
        pack.reason.clone().into(),
    ];
    Ok(run(tx, sql, values).await? == 1)
}

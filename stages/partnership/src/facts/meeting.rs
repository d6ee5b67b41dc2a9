// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Meetings of organisations, with what was promised there. A partnership begins here, before any paper.

use access::Target;
use kernel::day::Day;
use kernel::id::{MeetingId, OrganisationId};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, rows};
use uuid::Uuid;

/// One action item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemFact {
    /// From one, as in the minutes.
    pub number: i64,
    pub what: String,
    pub organisation: OrganisationId,
    pub due_on: Option<Day>,
    pub closed_on: Option<Day>,
    pub closed_note: Option<String>,
}

impl ItemFact {
    pub fn is_open(&self) -> bool {
        self.closed_on.is_none()
    }

    pub fn is_overdue(&self, today: Day) -> bool {
        self.is_open() && self.due_on.is_some_and(|due_on| due_on < today)
    }

    /// `closed`, `overdue` or `open`.
    pub fn standing_code(&self, today: Day) -> &'static str {
        if !self.is_open() {
            "closed"
        } else if self.is_overdue(today) {
            "overdue"
        } else {
            "open"
        }
    }
}

/// A meeting with its minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingFact {
    pub id: MeetingId,
    pub code: String,
    pub host: OrganisationId,
    pub place: String,
    pub held_on: Day,
    /// Who took part, the host too.
    pub parties: Vec<OrganisationId>,
    pub topics: Vec<String>,
    pub minutes: String,
    pub items: Vec<ItemFact>,
}

impl MeetingFact {
    /// Owned by the host and addressed to all who took part.
    pub fn target(&self) -> Target {
        Target::of(self.host).addressed_to(self.parties.iter().copied())
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code: String,
    host_id: Uuid,
    place: String,
    held_on: Day,
    topics: String,
    minutes: String,
}

#[derive(FromQueryResult)]
struct PartyRow {
    meeting_id: Uuid,
    organisation_id: Uuid,
}

#[derive(FromQueryResult)]
struct ItemRow {
    meeting_id: Uuid,
    number: i64,
    what: String,
    organisation_id: Uuid,
    due_on: Option<Day>,
    closed_on: Option<Day>,
    closed_note: Option<String>,
}

pub async fn meeting_by_code<C: ConnectionTrait>(on: &C, code: &str) -> Result<Option<MeetingFact>, DbErr> {
    Ok(select_meetings(on, "WHERE m.code = $1", vec![code.into()]).await?.pop())
}

/// What an organisation promised at meetings and has not closed, the earliest due first.
pub async fn open_items_of<C: ConnectionTrait>(
    on: &C,
    organisation: OrganisationId,
) -> Result<Vec<(MeetingFact, ItemFact)>, DbErr> {
    let rest = "WHERE EXISTS (SELECT 1 FROM meeting_item i WHERE i.meeting_id = m.id AND i.organisation_id = $1 \
                AND i.closed_on IS NULL)";
    let meetings = select_meetings(on, rest, vec![organisation.0.into()]).await?;
    let open = |item: &&ItemFact| item.organisation == organisation && item.is_open();
    let mut items: Vec<(MeetingFact, ItemFact)> = Vec::new();
    for meeting in meetings {
        let own: Vec<ItemFact> = meeting.items.iter().filter(open).cloned().collect();
        items.extend(own.into_iter().map(|item| (meeting.clone(), item)));
    }
    items.sort_by_key(|(meeting, item)| (item.due_on.unwrap_or(Day::MAX), meeting.held_on, item.number));
    Ok(items)
}

/// The meeting from which an agreement grew.
pub(crate) async fn meeting_of<C: ConnectionTrait>(
    on: &C,
    agreement: Uuid,
) -> Result<Option<MeetingFact>, DbErr> {
    let rest = "JOIN agreement a ON a.meeting_id = m.id WHERE a.id = $1";
    Ok(select_meetings(on, rest, vec![agreement.into()]).await?.pop())
}

/// Meetings by whatever follows `FROM meeting m`.
pub(crate) async fn select_meetings<C: ConnectionTrait>(
    on: &C,
    rest: &str,
    values: Vec<Value>,
) -> Result<Vec<MeetingFact>, DbErr> {
    let sql = format!(
        "SELECT m.id, m.code, m.host_id, m.place, m.held_on, m.topics, m.minutes FROM meeting m {rest}"
    );
    let found: Vec<Row> = rows(on, &sql, values).await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=found.len()).map(|place| format!("${place}")).collect();
    let among = places.join(", ");
    let ids = || found.iter().map(|row| Value::from(row.id)).collect::<Vec<_>>();
    let sql = format!(
        "SELECT p.meeting_id, p.organisation_id FROM meeting_party p JOIN organisation o ON o.id = p.organisation_id \
         WHERE p.meeting_id IN ({among}) ORDER BY o.name"
    );
    let parties: Vec<PartyRow> = rows(on, &sql, ids()).await?;
    let sql = format!(
        "SELECT meeting_id, number, what, organisation_id, due_on, closed_on, closed_note FROM meeting_item \
         WHERE meeting_id IN ({among}) ORDER BY number"
    );
    let items: Vec<ItemRow> = rows(on, &sql, ids()).await?;
    Ok(found.into_iter().map(|row| row.fact(&parties, &items)).collect())
}

impl Row {
    fn fact(self, parties: &[PartyRow], items: &[ItemRow]) -> MeetingFact {
        let own = |party: &&PartyRow| party.meeting_id == self.id;
        let items = items.iter().filter(|item| item.meeting_id == self.id);
        MeetingFact {
            id: MeetingId(self.id),
            code: self.code,
            host: OrganisationId(self.host_id),
            place: self.place,
            held_on: self.held_on,
            parties: parties.iter().filter(own).map(|party| OrganisationId(party.organisation_id)).collect(),
            topics: self.topics.lines().map(str::to_owned).collect(),
            minutes: self.minutes,
            items: items.map(ItemRow::fact).collect(),
        }
    }
}

impl ItemRow {
    fn fact(&self) -> ItemFact {
        ItemFact {
            number: self.number,
            what: self.what.clone(),
            organisation: OrganisationId(self.organisation_id),
            due_on: self.due_on,
            closed_on: self.closed_on,
            closed_note: self.closed_note.clone(),
        }
    }
}

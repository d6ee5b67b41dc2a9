// SPDX-License-Identifier: Apache-2.0 OR MIT
//! All SQL of reports.

use kernel::day::Day;
use kernel::id::{AgreementId, BatchId, OrganisationId};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, Value, insert, one, rows, run};
use uuid::Uuid;

use super::{Quote, Report, ReportState, Story};

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code: String,
    office_id: Uuid,
    agreement_id: Uuid,
    batch_id: Option<Uuid>,
    state: String,
    released_on: Option<Day>,
    headline: String,
    what: String,
    who: String,
    place: String,
    held_on: Day,
    why: String,
    how: String,
    quotes: String,
    photos: String,
    contact: String,
}

impl TryFrom<Row> for Report {
    type Error = DbErr;

    fn try_from(row: Row) -> Result<Self, DbErr> {
        let state = ReportState::from_code(&row.state);
        Ok(Self {
            id: row.id,
            code: row.code,
            office: OrganisationId(row.office_id),
            agreement: AgreementId(row.agreement_id),
            batch: row.batch_id.map(BatchId),
            state: state.ok_or_else(|| DbErr::Type(format!("report state `{}`", row.state)))?,
            released_on: row.released_on,
            story: Story {
                headline: row.headline,
                what: row.what,
                who: row.who,
                place: row.place,
                day: row.held_on,
                why: row.why,
                how: row.how,
                quotes: row.quotes.lines().filter_map(quote_of_line).collect(),
                photos: row.photos.lines().map(str::to_owned).collect(),
                contact: row.contact,
            },
        })
    }
}

/// A quote as one line: name, post and words, parted by `|`.
pub fn line_of_quote(quote: &Quote) -> String {
    format!("{} | {} | {}", quote.name, quote.post, quote.words)
}

fn quote_of_line(line: &str) -> Option<Quote> {
    let mut parts = line.splitn(3, " | ").map(str::to_owned);
    Some(Quote { name: parts.next()?, post: parts.next()?, words: parts.next()? })
}

const SELECT: &str = "SELECT id, code, office_id, agreement_id, batch_id, state, released_on, headline, what, who, place, \
                      held_on, why, how, quotes, photos, contact FROM activity_report";

pub async fn by_code<C: ConnectionTrait>(on: &C, code: &str) -> Result<Option<Report>, DbErr> {
    let row: Option<Row> = one(on, &format!("{SELECT} WHERE code = $1"), [code.into()]).await?;
    row.map(TryInto::try_into).transpose()
}

/// The reports of an office, latest first.
pub async fn of_office<C: ConnectionTrait>(on: &C, office: OrganisationId) -> Result<Vec<Report>, DbErr> {
    let sql = format!("{SELECT} WHERE office_id = $1 ORDER BY held_on DESC, code DESC LIMIT 200");
    let found: Vec<Row> = rows(on, &sql, [office.0.into()]).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

/// The next code of an office. The unique column refuses one that two take at once.
pub async fn next_code<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
    code: &str,
) -> Result<String, DbErr> {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM activity_report WHERE office_id = $1";
    let count: Option<Count> = one(on, sql, [office.0.into()]).await?;
    Ok(format!("SP-{}-{}", code.to_uppercase(), count.map_or(0, |row| row.count) + 1))
}

pub async fn put(tx: &DatabaseTransaction, report: &Report) -> Result<(), DbErr> {
    let story = &report.story;
    insert("activity_report")
        .set("id", report.id)
        .set("code", report.code.clone())
        .set("office_id", report.office.0)
        .set("agreement_id", report.agreement.0)
        .set("batch_id", report.batch.map(|batch| batch.0))
        .set("state", report.state.code())
        .set("headline", story.headline.clone())
        .set("what", story.what.clone())
        .set("who", story.who.clone())
        .set("place", story.place.clone())
        .set("held_on", story.day)
        .set("why", story.why.clone())
        .set("how", story.how.clone())
        .set("quotes", quotes(story))
        .set("photos", story.photos.join("\n"))
        .set("contact", story.contact.clone())
        .run(tx)
        .await
}

fn quotes(story: &Story) -> String {
    story.quotes.iter().map(line_of_quote).collect::<Vec<_>>().join("\n")
}

/// Writes the story of a draft anew; false when it was released meanwhile.
pub async fn revise(tx: &DatabaseTransaction, report: &Report) -> Result<bool, DbErr> {
    let story = &report.story;
    let sql = "UPDATE activity_report SET headline = $2, what = $3, who = $4, place = $5, held_on = $6, why = $7, how = $8, \
               quotes = $9, photos = $10, contact = $11 WHERE id = $1 AND state = 'draft'";
    let values: Vec<Value> = vec![
        report.id.into(),
        story.headline.clone().into(),
        story.what.clone().into(),
        story.who.clone().into(),
        story.place.clone().into(),
        story.day.into(),
        story.why.clone().into(),
        story.how.clone().into(),
        quotes(story).into(),
        story.photos.join("\n").into(),
        story.contact.clone().into(),
    ];
    Ok(run(tx, sql, values).await? == 1)
}

/// Releases a draft; false when somebody else was first.
pub async fn release(tx: &DatabaseTransaction, id: Uuid, day: Day) -> Result<bool, DbErr> {
    let sql =
        "UPDATE activity_report SET state = 'released', released_on = $2 WHERE id = $1 AND state = 'draft'";
    Ok(run(tx, sql, [id.into(), day.into()]).await? == 1)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The batches in training that this person may see, the one that began last first.

use access::{Act, ScopeColumns};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::range_long;
use kernel::id::BatchId;
use store::{FromQueryResult, Value, one, rows};
use uuid::Uuid;
use web::{Pager, Paging};

use crate::facts;

/// `training list`.
pub const LIST: Page = Page {
    name: "training list",
    path: "/sessions",
    act: Act::SessionRead,
    room: "training",
    view: |desk, form| Box::pin(view(desk, form)),
};

const COLUMNS: ScopeColumns = ScopeColumns {
    owner: Some("p.host_id"),
    agreement: Some("COALESCE(b.agreement_id, p.agreement_id)"),
    addressed: None,
    assigned: None,
};

struct Line {
    code: String,
    title: String,
    days: String,
    progress: String,
    percent: i64,
    tone: &'static str,
    state: String,
}

#[derive(Template)]
#[template(path = "overview.html")]
struct Body<'a> {
    t: Teller<'a>,
    lines: Vec<Line>,
    pager: Pager,
}

#[derive(FromQueryResult)]
struct IdRow {
    id: Uuid,
}

#[derive(FromQueryResult)]
struct CountRow {
    count: i64,
}

/// The batches in training within reach, as the end of a query about a batch `b`.
pub(super) fn within(desk: &Desk) -> Result<(String, Vec<Value>), Halt> {
    let mut values: Vec<Value> = Vec::new();
    let condition = desk.scope(Act::SessionRead)?.condition(&COLUMNS, &mut values);
    let from = format!(
        "FROM batch b JOIN programme p ON p.id = b.programme_id JOIN opening o ON o.batch_id = b.id WHERE {condition}"
    );
    Ok((from, values))
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (from, mut values) = within(desk)?;
    let on = desk.house.db.read();
    let total: Option<CountRow> =
        one(on, &format!("SELECT CAST(COUNT(*) AS BIGINT) AS count {from}"), values.clone()).await?;
    let paging = Paging::of(form);
    let (limit, offset) = (values.len() + 1, values.len() + 2);
    values.extend([paging.per_page.into(), paging.offset().into()]);
    let sql = format!("SELECT b.id {from} ORDER BY b.starts_on DESC, b.code LIMIT ${limit} OFFSET ${offset}");
    let found: Vec<IdRow> = rows(on, &sql, values).await?;
    let t = desk.teller();
    let mut lines = Vec::new();
    for row in found {
        lines.extend(line(desk, BatchId(row.id)).await?);
    }
    let text: Vec<String> = lines
        .iter()
        .map(|line| format!("{}  {}  {}  {}", line.code, line.title, line.state, line.progress))
        .collect();
    let pager = paging.pager(t, "/sessions", form, total.map_or(0, |row| row.count));
    Ok(Shown::Html {
        title: t.say("training-list"),
        body: web::html(&Body { t, lines, pager })?,
        text: text.join("\n"),
    })
}

async fn line(desk: &Desk, id: BatchId) -> Result<Option<Line>, Halt> {
    let on = desk.house.db.read();
    let t = desk.teller();
    let Some(batch) = programme::facts::batch(on, id).await? else { return Ok(None) };
    let planned = i64::try_from(planning::facts::slots(on, id).await?.len()).unwrap_or(i64::MAX);
    let held = facts::held_count(on, id).await?;
    let closed = facts::closed_on(on, id).await?;
    let (tone, state) = match closed {
        Some(day) => ("ok", t.with("training-closed", "day", kernel::day::short(day))),
        None => ("soon", t.say("training-running")),
    };
    Ok(Some(Line {
        days: range_long(batch.starts_on, batch.ends_on, desk.lang),
        code: batch.code,
        title: batch.title,
        progress: t.tell(&Say::new("training-progress").with("held", held).with("planned", planned)),
        percent: (held * 100).checked_div(planned).unwrap_or(0).min(100),
        tone,
        state,
    }))
}

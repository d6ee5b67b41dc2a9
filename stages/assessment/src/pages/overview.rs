// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The batches whose assessment this person may see: booked when, and how it came out.

use access::{Act, ScopeColumns};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::id::BatchId;
use store::{FromQueryResult, Value, one, rows};
use uuid::Uuid;
use web::{Pager, Paging};

use crate::facts;

/// `assessment list`.
pub const LIST: Page = Page {
    name: "assessment list",
    path: "/assessments",
    act: Act::AssessmentRead,
    room: "assessment",
    view: |desk, form| Box::pin(view(desk, form)),
};

const COLUMNS: ScopeColumns = ScopeColumns {
    owner: Some("p.host_id"),
    agreement: Some("COALESCE(b.agreement_id, p.agreement_id)"),
    addressed: Some("(p.issuer_id = {} OR x.assessor_organisation_id = {})"),
    assigned: Some("x.assessor_account_id"),
};

struct Line {
    code: String,
    title: String,
    day: String,
    place: String,
    assessor: String,
    tone: &'static str,
    state: String,
}

#[derive(Template)]
#[template(path = "overview.html")]
struct Body<'a> {
    t: Teller<'a>,
    lines: Vec<Line>,
    /// Where the schemes stand; empty for whoever may not see them.
    schemes_href: &'static str,
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

/// The batches to be assessed within reach, as the end of a query about a batch `b`.
pub(super) fn within(desk: &Desk) -> Result<(String, Vec<Value>), Halt> {
    let mut values: Vec<Value> = Vec::new();
    let condition = desk.scope(Act::AssessmentRead)?.condition(&COLUMNS, &mut values);
    let from = format!(
        "FROM batch b JOIN programme p ON p.id = b.programme_id JOIN batch_assessment x ON x.batch_id = b.id \
         WHERE p.certificate_kind IN ('competence', 'school') AND {condition}"
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
    let sql =
        format!("SELECT b.id {from} ORDER BY x.reserved_on DESC, b.code LIMIT ${limit} OFFSET ${offset}");
    let found: Vec<IdRow> = rows(on, &sql, values).await?;
    let mut lines = Vec::new();
    for row in found {
        lines.extend(line(desk, BatchId(row.id)).await?);
    }
    let t = desk.teller();
    let text: Vec<String> = lines
        .iter()
        .map(|line| format!("{}  {}  {}  {}", line.code, line.title, line.day, line.state))
        .collect();
    let pager = paging.pager(t, "/assessments", form, total.map_or(0, |row| row.count));
    let schemes_href = if desk.scope(Act::SchemeRead).is_ok() { "/schemes" } else { "" };
    Ok(Shown::Html {
        title: t.say("assessment-list"),
        body: web::html(&Body { t, lines, schemes_href, pager })?,
        text: text.join("\n"),
    })
}

async fn line(desk: &Desk, id: BatchId) -> Result<Option<Line>, Halt> {
    let on = desk.house.db.read();
    let t = desk.teller();
    let Some(batch) = programme::facts::batch(on, id).await? else { return Ok(None) };
    let Some(booking) = batch.assessment else { return Ok(None) };
    let counts = facts::counts(on, id).await?;
    let (tone, state) = match counts.assessed {
        0 if booking.reserved_on <= desk.today() => ("soon", t.say("assessment-due")),
        0 => ("plan", t.say("assessment-to-come")),
        assessed => (
            "ok",
            t.tell(
                &Say::new("assessment-outcome").with("competent", counts.k_people).with("assessed", assessed),
            ),
        ),
    };
    Ok(Some(Line {
        code: batch.code,
        title: batch.title,
        day: kernel::day::long(booking.reserved_on, desk.lang),
        place: booking.place,
        assessor: booking.assessor_name,
        tone,
        state,
    }))
}

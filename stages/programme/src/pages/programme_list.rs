// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The programmes this person may see, and the ways into the rest of the room.

use std::collections::BTreeMap;

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::id::ProgrammeId;
use store::{ConnectionTrait, DbErr, FromQueryResult, rows};
use uuid::Uuid;

use super::{Link, Tag, link, name_of, title_of};
use crate::facts::ProgrammeFact;
use crate::scopes;

pub const LIST: Page = Page {
    name: "programme list",
    path: "/programmes",
    act: Act::ProgrammeRead,
    room: "programme",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "programme_list.html")]
struct Body<'a> {
    t: Teller<'a>,
    lead: String,
    links: Vec<Link>,
    query: &'a str,
    rows: Vec<Row>,
    propose_href: &'static str,
}

struct Row {
    href: String,
    title: String,
    code: String,
    certificate: Tag,
    provider: String,
    issuer: String,
    jp: i64,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let on = desk.house.db.read();
    let teller = desk.teller();
    let offices = office::facts::all(on).await?;
    let jp = jp_by_programme(on).await?;
    let query = form.text("q");
    let found = scopes::programmes(desk, Act::ProgrammeRead).await?;
    let rows: Vec<Row> = found
        .iter()
        .filter(|one| is_found(one, query))
        .map(|one| Row {
            href: format!("/programmes/{}", one.code),
            title: title_of(desk, one),
            code: one.code.clone(),
            certificate: Tag {
                tone: "plain",
                text: teller.code("programme-certificate", one.certificate_kind.code()),
            },
            provider: name_of(&offices, one.provider),
            issuer: name_of(&offices, one.issuer),
            jp: jp.get(&one.id).copied().unwrap_or(0),
        })
        .collect();
    let propose_href = if desk.scope(Act::ProgrammePropose).is_ok() { "/programmes/new" } else { "" };
    let mut links = Vec::new();
    if !propose_href.is_empty() {
        links.push(link(desk, "btn", propose_href, "programme-propose.verb"));
    }
    links.extend([
        link(desk, "btn quiet", "/batches", "batch-list"),
        link(desk, "btn quiet", "/facilities", "facility-list"),
        link(desk, "btn quiet", "/instructors", "instructor-list"),
    ]);
    let lead = teller.with("programme-list-lead", "count", rows.len());
    let body = Body { t: teller, lead, links, query, rows, propose_href };
    let line = |row: &Row| format!("{}  {}  {}  {} JP", row.code, row.title, row.certificate.text, row.jp);
    let text = body.rows.iter().map(line).collect::<Vec<_>>().join("\n");
    Ok(Shown::Html { title: teller.say("programme-list"), body: web::html(&body)?, text })
}

/// Whether code or title hold what was searched for.
pub(super) fn is_found(programme: &ProgrammeFact, query: &str) -> bool {
    let text = format!("{} {} {}", programme.code, programme.title_id, programme.title_en);
    text.to_lowercase().contains(&query.to_lowercase())
}

#[derive(FromQueryResult)]
struct JpRow {
    programme_id: Uuid,
    jp: i64,
}

async fn jp_by_programme<C: ConnectionTrait>(on: &C) -> Result<BTreeMap<ProgrammeId, i64>, DbErr> {
    let sql =
        "SELECT programme_id, CAST(SUM(jp) AS BIGINT) AS jp FROM programme_module GROUP BY programme_id";
    let found: Vec<JpRow> = rows(on, sql, []).await?;
    Ok(found.into_iter().map(|row| (ProgrammeId(row.programme_id), row.jp)).collect())
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The batches this person may see, latest first.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day::range_long;
use web::{Pager, Paging};

use super::{Link, Tag, link, name_of, title_of};
use crate::facts::BatchFact;
use crate::scopes;

pub const LIST: Page = Page {
    name: "batch list",
    path: "/batches",
    act: Act::BatchRead,
    room: "programme",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "batch_list.html")]
struct Body<'a> {
    t: Teller<'a>,
    crumbs: Vec<(String, String)>,
    lead: String,
    links: Vec<Link>,
    query: &'a str,
    rows: Vec<Row>,
    plan_href: &'static str,
    pager: Pager,
}

struct Row {
    href: String,
    title: String,
    code: String,
    programme: String,
    host: String,
    days: String,
    seats: i64,
    assessment: Tag,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let teller = desk.teller();
    let paging = Paging::of(form);
    let query = form.text("q");
    let (found, total) = scopes::batches(desk, query, paging).await?;
    let offices = office::facts::all(desk.house.db.read()).await?;
    let rows: Vec<Row> = found.iter().map(|batch| row(desk, batch, name_of(&offices, batch.host))).collect();
    let plan_href = if desk.scope(Act::BatchPlan).is_ok() { "/batches/new" } else { "" };
    let links = match plan_href {
        "" => Vec::new(),
        href => vec![link(desk, "btn", href, "batch-plan.verb")],
    };
    let body = Body {
        t: teller,
        crumbs: super::crumbs(desk, &[("programme-list", "/programmes", Act::ProgrammeRead)]),
        lead: teller.with("batch-list-lead", "count", total),
        links,
        query,
        rows,
        plan_href,
        pager: paging.pager(teller, "/batches", form, total),
    };
    let line = |row: &Row| {
        format!("{}  {}  {}  {} {}", row.code, row.title, row.days, row.seats, teller.say("batch-seats"))
    };
    let text = body.rows.iter().map(line).collect::<Vec<_>>().join("\n");
    Ok(Shown::Html { title: teller.say("batch-list"), body: web::html(&body)?, text })
}

fn row(desk: &Desk, batch: &BatchFact, host: String) -> Row {
    let (tone, text) = match &batch.assessment {
        Some(booked) => ("ok", super::long(desk, booked.reserved_on)),
        None => ("plan", desk.teller().say("batch-assessment-none")),
    };
    Row {
        href: format!("/batches/{}", batch.code),
        title: batch.title.clone(),
        code: batch.code.clone(),
        programme: title_of(desk, &batch.programme),
        host,
        days: range_long(batch.starts_on, batch.ends_on, desk.lang),
        seats: batch.seats,
        assessment: Tag { tone, text },
    }
}

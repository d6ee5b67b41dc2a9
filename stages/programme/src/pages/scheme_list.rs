// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The schemes of the certification bodies, each with whether its licence holds today.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::Day;

use super::{Link, Tag, link, long, name_of};
use crate::facts::{self, LicenceFact};

pub const LIST: Page = Page {
    name: "scheme list",
    path: "/schemes",
    act: Act::SchemeRead,
    room: "programme",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "scheme_list.html")]
struct Body<'a> {
    t: Teller<'a>,
    crumbs: Vec<(String, String)>,
    links: Vec<Link>,
    rows: Vec<Row>,
    register_href: &'static str,
}

struct Row {
    href: String,
    title: String,
    number: String,
    lsp: String,
    field: String,
    licence: Tag,
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    desk.scope(Act::SchemeRead)?;
    let on = desk.house.db.read();
    let t = desk.teller();
    let offices = office::facts::all(on).await?;
    let mut rows = Vec::new();
    for scheme in facts::schemes(on).await? {
        rows.push(Row {
            href: format!("/schemes/{}", scheme.code),
            lsp: name_of(&offices, scheme.lsp),
            licence: licence_tag(desk, &facts::licences(on, scheme.id).await?, desk.today()),
            title: scheme.title,
            number: scheme.number,
            field: scheme.field,
        });
    }
    let keeps = desk.scope(Act::SchemeKeep).is_ok();
    let register_href = if keeps { "/schemes/new" } else { "" };
    let links = match keeps {
        false => Vec::new(),
        true => vec![
            link(desk, "btn", register_href, "scheme-register.verb"),
            link(desk, "btn quiet", "/assessor-certificates/new", "assessor-certify.verb"),
        ],
    };
    let text: Vec<String> = rows
        .iter()
        .map(|row| format!("{}  {}  {}  {}", row.title, row.number, row.lsp, row.licence.text))
        .collect();
    let crumbs = super::crumbs(desk, &[("batch-list", "/batches", Act::BatchRead)]);
    let body = Body { t, crumbs, links, rows, register_href };
    Ok(Shown::Html { title: t.say("scheme-list"), body: web::html(&body)?, text: text.join("\n") })
}

/// Whether one of the licences holds on a day, in words.
pub(super) fn licence_tag(desk: &Desk, licences: &[LicenceFact], day: Day) -> Tag {
    let t = desk.teller();
    match licences.iter().find(|one| one.holds_on(day)) {
        Some(one) => {
            let say = Say::new("scheme-licence-holds").with("day", long(desk, one.ends_on));
            Tag { tone: "ok", text: t.tell(&say) }
        }
        None => Tag { tone: "no", text: t.say("scheme-licence-none") },
    }
}

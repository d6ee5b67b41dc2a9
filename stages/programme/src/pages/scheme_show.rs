// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One scheme: its scope by unit and element, its licences, and the assessors of its body with what they are certified for.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day::range_long;

use super::scheme_list::licence_tag;
use super::{Fact, Link, Tag, fact, link, name_of};
use crate::facts::{self, SchemeUnitFact};
use crate::named;

pub const SHOW: Page = Page {
    name: "scheme show",
    path: "/schemes/{scheme}",
    act: Act::SchemeRead,
    room: "programme",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "scheme_show.html")]
struct Body<'a> {
    t: Teller<'a>,
    title: String,
    tag: Tag,
    links: Vec<Link>,
    facts: Vec<Fact>,
    units: Vec<SchemeUnitFact>,
    /// Number and term.
    licences: Vec<(String, String)>,
    assessors: Vec<AssessorRow>,
}

struct AssessorRow {
    name: String,
    number: String,
    field: String,
    workplace: String,
    term: String,
    state: Tag,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let scheme = named::scheme(desk, form).await?;
    desk.allow(Act::SchemeRead, &scheme.target())?;
    let on = desk.house.db.read();
    let t = desk.teller();
    let offices = office::facts::all(on).await?;
    let licences = facts::licences(on, scheme.id).await?;
    let keeps = desk.may(Act::SchemeKeep, &scheme.target());
    let mut assessors = Vec::new();
    for one in facts::assessor_certificates_of(on, scheme.lsp).await? {
        let (tone, key) = match (one.is_for(&scheme.field), one.term.holds_on(desk.today())) {
            (true, true) => ("ok", "assessor-certificate-fits"),
            (false, true) => ("plain", "assessor-certificate-other"),
            (_, false) => ("no", "assessor-certificate-lapsed"),
        };
        assessors.push(AssessorRow {
            state: Tag { tone, text: t.say(key) },
            workplace: one.workplace.map_or_else(String::new, |id| name_of(&offices, id)),
            term: range_long(one.term.starts_on, one.term.ends_on, desk.lang),
            name: one.name,
            number: one.term.number,
            field: one.field,
        });
    }
    let body = Body {
        t,
        tag: licence_tag(desk, &licences, desk.today()),
        links: match keeps {
            false => Vec::new(),
            true => vec![
                link(desk, "btn", format!("/schemes/{}/licences/new", scheme.code), "scheme-license.verb"),
                link(desk, "btn quiet", "/assessor-certificates/new", "assessor-certify.verb"),
            ],
        },
        facts: vec![
            fact(desk, "field-scheme-register-number", &scheme.number),
            fact(desk, "field-scheme-register-lsp", name_of(&offices, scheme.lsp)),
            fact(desk, "field-scheme-register-kind", t.code("scheme-kind", scheme.kind.code())),
            fact(desk, "field-scheme-register-field", &scheme.field),
            fact(desk, "field-scheme-register-standard", &scheme.standard),
            fact(desk, "field-scheme-register-forbids", t.code("scheme-forbids", scheme.forbids.code())),
        ],
        units: facts::scheme_units(on, scheme.id).await?,
        licences: licences
            .into_iter()
            .map(|one| (one.number, range_long(one.starts_on, one.ends_on, desk.lang)))
            .collect(),
        assessors,
        title: scheme.title.clone(),
    };
    let text = text(&body);
    Ok(Shown::Html { title: scheme.title, body: web::html(&body)?, text })
}

fn text(body: &Body) -> String {
    let mut lines = vec![format!("{}: {}", body.title, body.tag.text)];
    lines.extend(body.facts.iter().map(|fact| format!("{}: {}", fact.name, fact.value)));
    for unit in &body.units {
        lines.push(format!("{}  {}", unit.code, unit.title));
        lines.extend(unit.elements.iter().map(|one| format!("  {}. {}", one.number, one.title)));
    }
    lines.extend(body.licences.iter().map(|(number, term)| format!("{number}  {term}")));
    let assessor = |one: &AssessorRow| {
        format!("{}  {}  {}  {}  {}", one.name, one.number, one.field, one.term, one.state.text)
    };
    lines.extend(body.assessors.iter().map(assessor));
    lines.join("\n")
}

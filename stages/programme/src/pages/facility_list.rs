// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The facilities this person may see, each with how it stands.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};

use super::{Link, Tag, fitness_tag, link, name_of};
use crate::{facts, scopes};

pub const LIST: Page = Page {
    name: "facility list",
    path: "/facilities",
    act: Act::ProgrammeRead,
    room: "programme",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "facility_list.html")]
struct Body<'a> {
    t: Teller<'a>,
    lead: String,
    links: Vec<Link>,
    rows: Vec<Row>,
    register_href: &'static str,
}

struct Row {
    href: String,
    name: String,
    code: String,
    host: String,
    place: String,
    capacity: i64,
    fitness: Tag,
    open: usize,
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    let on = desk.house.db.read();
    let teller = desk.teller();
    let offices = office::facts::all(on).await?;
    let mut rows = Vec::new();
    for facility in scopes::facilities(desk).await? {
        let rounds = facts::inspections(on, facility.id).await?;
        let lines = facts::findings(on, facility.id).await?;
        rows.push(Row {
            href: format!("/facilities/{}", facility.code),
            host: name_of(&offices, facility.host),
            fitness: fitness_tag(desk, &rounds, &lines),
            open: facts::open_findings(on, facility.id).await?.len(),
            name: facility.name,
            code: facility.code,
            place: facility.place,
            capacity: facility.capacity,
        });
    }
    let register_href = if desk.scope(Act::FacilityRegister).is_ok() { "/facilities/new" } else { "" };
    let links = match register_href {
        "" => Vec::new(),
        href => vec![link(desk, "btn", href, "facility-register.verb")],
    };
    let lead = teller.with("facility-list-lead", "count", rows.len());
    let body = Body { t: teller, lead, links, rows, register_href };
    let line = |row: &Row| format!("{}  {}  {}", row.code, row.name, row.fitness.text);
    let text = body.rows.iter().map(line).collect::<Vec<_>>().join("\n");
    Ok(Shown::Html { title: teller.say("facility-list"), body: web::html(&body)?, text })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who may teach, with the hours of the week.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};

use super::{Link, Tag, link, name_of};
use crate::facts::{self, InstructorFact, WeeklyHours};
use crate::scopes;

pub const LIST: Page = Page {
    name: "instructor list",
    path: "/instructors",
    act: Act::ProgrammeRead,
    room: "programme",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "instructor_list.html")]
struct Body<'a> {
    t: Teller<'a>,
    lead: String,
    links: Vec<Link>,
    rows: Vec<Row>,
    register_href: &'static str,
}

struct Row {
    name: String,
    code: String,
    kind: Tag,
    organisation: String,
    fields: String,
    hours: String,
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    let on = desk.house.db.read();
    let teller = desk.teller();
    let offices = office::facts::all(on).await?;
    let mut rows = Vec::new();
    for instructor in scopes::instructors(desk).await? {
        let week = facts::instructor_hours(on, instructor.id).await?;
        let organisation = name_of(&offices, instructor.organisation);
        rows.push(row(teller, instructor, organisation, &week));
    }
    let register_href = if desk.scope(Act::InstructorRegister).is_ok() { "/instructors/new" } else { "" };
    let links = match register_href {
        "" => Vec::new(),
        href => vec![link(desk, "btn", href, "instructor-register.verb")],
    };
    let lead = teller.with("instructor-list-lead", "count", rows.len());
    let body = Body { t: teller, lead, links, rows, register_href };
    let line = |row: &Row| format!("{}  {}  {}  {}", row.code, row.name, row.organisation, row.hours);
    let text = body.rows.iter().map(line).collect::<Vec<_>>().join("\n");
    Ok(Shown::Html { title: teller.say("instructor-list"), body: web::html(&body)?, text })
}

fn row(teller: Teller<'_>, instructor: InstructorFact, organisation: String, week: &[WeeklyHours]) -> Row {
    Row {
        kind: Tag { tone: "plain", text: teller.code("instructor-kind", instructor.kind.code()) },
        name: instructor.name,
        code: instructor.code,
        organisation: if instructor.comes_from.is_empty() { organisation } else { instructor.comes_from },
        fields: instructor.fields,
        hours: hours_text(teller, week),
    }
}

/// `Senin 08.00–12.00, Rabu 08.00–12.00`.
pub fn hours_text(teller: Teller<'_>, week: &[WeeklyHours]) -> String {
    if week.is_empty() {
        return teller.say("instructor-no-hours");
    }
    let one = |(day, starts, ends): &WeeklyHours| {
        format!("{} {starts}–{ends}", teller.say(&format!("instructor-weekday-{day}")))
    };
    week.iter().map(one).collect::<Vec<_>>().join(", ")
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Meetings, latest first, with what is still to be done.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use office::facts::OrganisationFact;
use web::{Pager, Paging};

use super::{MEETING_SCOPE, Tag, count, long, name_of};
use crate::facts::{ItemFact, MeetingFact, select_meetings};

pub const MEETING_LIST: Page = Page {
    name: "meeting list",
    path: "/meetings",
    act: Act::MeetingRead,
    room: "partnership",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "meeting_list.html")]
struct Body<'a> {
    t: Teller<'a>,
    crumb: Vec<(String, String)>,
    total: i64,
    rows: Vec<Row>,
    may_record: bool,
    pager: Pager,
}

struct Row {
    href: String,
    code: String,
    day: String,
    place: String,
    parties: String,
    items: Tag,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let teller = desk.teller();
    let paging = Paging::of(form);
    let mut values = Vec::new();
    let condition = desk.scope(Act::MeetingRead)?.condition(&MEETING_SCOPE, &mut values);
    let on = desk.house.db.read();
    let total = count(on, &format!("meeting m WHERE {condition}"), values.clone()).await?;
    values.extend([paging.per_page.into(), paging.offset().into()]);
    let (limit, offset) = (values.len() - 1, values.len());
    let rest = format!("WHERE {condition} ORDER BY m.held_on DESC, m.code LIMIT ${limit} OFFSET ${offset}");
    let found = select_meetings(on, &rest, values).await?;
    let offices = office::facts::all(on).await?;
    let body = Body {
        t: teller,
        crumb: vec![(teller.say("agreement-list"), "/agreements".to_owned())],
        total,
        rows: found.iter().map(|meeting| row(desk, meeting, &offices)).collect(),
        may_record: desk.scope(Act::MeetingRecord).is_ok(),
        pager: paging.pager(teller, "/meetings", form, total),
    };
    let line = |row: &Row| [&*row.code, &row.day, &row.place, &row.parties, &row.items.text].join(" | ");
    let lines: Vec<String> = body.rows.iter().map(line).collect();
    let text = if lines.is_empty() { teller.say("meeting-list.empty") } else { lines.join("\n") };
    Ok(Shown::Html { title: teller.say("meeting-list"), body: web::html(&body)?, text })
}

fn row(desk: &Desk, meeting: &MeetingFact, offices: &[OrganisationFact]) -> Row {
    let names: Vec<&str> = meeting.parties.iter().map(|party| name_of(offices, *party)).collect();
    Row {
        href: format!("/meetings/{}", meeting.code),
        code: meeting.code.clone(),
        day: long(desk, meeting.held_on),
        place: meeting.place.clone(),
        parties: names.join(", "),
        items: items_tag(desk, &meeting.items),
    }
}

/// What is left to do, the worst first.
fn items_tag(desk: &Desk, items: &[ItemFact]) -> Tag {
    let teller = desk.teller();
    let overdue = items.iter().filter(|item| item.is_overdue(desk.today())).count();
    let open = items.iter().filter(|item| item.is_open()).count();
    if overdue > 0 {
        Tag { tone: "no", text: teller.with("meeting-items-overdue", "count", overdue) }
    } else if open > 0 {
        Tag { tone: "soon", text: teller.with("meeting-items-open", "count", open) }
    } else if items.is_empty() {
        Tag { tone: "plain", text: teller.say("meeting-items-none") }
    } else {
        Tag { tone: "ok", text: teller.say("meeting-items-done") }
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One meeting: minutes, and what each organisation said it would do.

use access::Act;
use askama::Template;
use audit::Object;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use office::facts::OrganisationFact;

use super::timeline::{self, Moment};
use super::{Link, Tag, long, meeting_in_path, name_of};
use crate::facts::{ItemFact, MeetingFact};
use crate::rules;

pub const MEETING_SHOW: Page = Page {
    name: "meeting show",
    path: "/meetings/{meeting}",
    act: Act::MeetingRead,
    room: "partnership",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "meeting_show.html")]
struct Body<'a> {
    t: Teller<'a>,
    meeting: &'a MeetingFact,
    crumb: Vec<(String, String)>,
    title: String,
    lead: String,
    actions: Vec<Link>,
    parties: Vec<&'a str>,
    paragraphs: Vec<&'a str>,
    items: Vec<Item>,
    moments: Vec<Moment>,
}

struct Item {
    number: i64,
    what: String,
    party: String,
    tag: Tag,
    due: String,
    note: String,
    /// Where it is closed; empty for one who may not, and for a closed one.
    close_href: String,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let meeting = meeting_in_path(desk, form).await?;
    let teller = desk.teller();
    let offices = office::facts::all(desk.house.db.read()).await?;
    let about =
        Say::new("meeting-choice").with("day", long(desk, meeting.held_on)).with("place", &meeting.place);
    let open = meeting.items.iter().filter(|item| item.is_open()).count();
    let lead = Say::new("meeting-show-lead").with("all", meeting.items.len()).with("open", open);
    let body = Body {
        t: teller,
        crumb: vec![
            (teller.say("agreement-list"), "/agreements".to_owned()),
            (teller.say("meeting-list"), "/meetings".to_owned()),
        ],
        title: teller.tell(&about),
        lead: teller.tell(&lead),
        actions: actions(desk, &meeting),
        parties: meeting.parties.iter().map(|party| name_of(&offices, *party)).collect(),
        paragraphs: meeting.minutes.lines().map(str::trim).filter(|line| !line.is_empty()).collect(),
        items: meeting.items.iter().map(|item| item_line(desk, &meeting, item, &offices)).collect(),
        moments: timeline::past(desk, Object::new("meeting", meeting.id.0)).await?,
        meeting: &meeting,
    };
    let text = body.text();
    Ok(Shown::Html { title: body.title.clone(), body: web::html(&body)?, text })
}

fn actions(desk: &Desk, meeting: &MeetingFact) -> Vec<Link> {
    let teller = desk.teller();
    let mut links = Vec::new();
    if desk.may(Act::AgreementDraft, &meeting.target()) {
        let href = format!("/agreements/new?meeting={}", meeting.code);
        links.push(Link { class: "btn", href, label: teller.say("agreement-draft.verb") });
    }
    let href = format!("/meetings/{}/minutes.pdf", meeting.code);
    links.push(Link { class: "btn quiet", href, label: teller.say("meeting-minutes.verb") });
    links
}

fn item_line(desk: &Desk, meeting: &MeetingFact, item: &ItemFact, offices: &[OrganisationFact]) -> Item {
    let teller = desk.teller();
    let standing = item.standing_code(desk.today());
    let tone = match standing {
        "closed" => "ok",
        "overdue" => "no",
        _ => "plan",
    };
    let when = match (item.closed_on, item.due_on) {
        (Some(closed_on), _) => teller.with("meeting-item-closed-on", "day", long(desk, closed_on)),
        (None, Some(due_on)) => teller.with("meeting-item-due", "day", long(desk, due_on)),
        (None, None) => teller.say("meeting-item-no-day"),
    };
    let may_close = item.is_open()
        && desk.may(Act::MeetingCloseItem, &meeting.target())
        && rules::acts_for(desk.actor.office_id(), item.organisation, meeting.host).is_ok();
    Item {
        number: item.number,
        what: item.what.clone(),
        party: name_of(offices, item.organisation).to_owned(),
        tag: Tag { tone, text: teller.code("meeting-item", standing) },
        due: when,
        note: item.closed_note.clone().unwrap_or_default(),
        close_href: match may_close {
            true => format!("/meetings/{}/items/{}/closing", meeting.code, item.number),
            false => String::new(),
        },
    }
}

impl Body<'_> {
    /// As the command prints it.
    fn text(&self) -> String {
        let mut lines = vec![format!("{} {}", self.meeting.code, self.title), self.parties.join(", ")];
        lines.extend(self.meeting.topics.iter().map(|topic| format!("- {topic}")));
        lines.extend(self.paragraphs.iter().map(|line| (*line).to_owned()));
        let item = |item: &Item| {
            format!("{}. {} | {} | {} | {}", item.number, item.what, item.party, item.due, item.tag.text)
        };
        lines.extend(self.items.iter().map(item));
        lines.join("\n")
    }
}

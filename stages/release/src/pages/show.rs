// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One pack: what it holds, who sends and who receives, and what happened to it. Never offence or sentence.

use access::Act;
use askama::Template;
use audit::Object;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;

use super::list::tone;
use crate::facts::HandoverFact;
use crate::state::HandoverState;
use crate::store::{self, Item};

/// `handover show`.
pub const SHOW: Page = Page {
    name: "handover show",
    path: "/handovers/{handover}",
    act: Act::HandoverRead,
    room: "release",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Event {
    when: String,
    title: String,
    who: String,
}

#[derive(Template)]
#[template(path = "show.html")]
struct ShowPage<'a> {
    t: Teller<'a>,
    code: String,
    person: String,
    person_id: String,
    may_see_person: bool,
    from: String,
    to: String,
    expected: String,
    state: &'static str,
    tone: &'static str,
    reason: String,
    counsellor: String,
    first_meeting: String,
    earned: Vec<Item>,
    documents: Vec<Item>,
    missing: usize,
    may_decide: bool,
    events: Vec<Event>,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let on = desk.house.db.read();
    let pack = store::by_code(on, form.text("handover")).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::HandoverRead, &pack.target())?;
    let person = people::facts::person(on, pack.person).await?.ok_or(Halt::Missing)?;
    let from = office::facts::by_id(on, pack.from).await?.ok_or(Halt::Missing)?;
    let to = office::facts::by_id(on, pack.to).await?.ok_or(Halt::Missing)?;
    let counsellor = match pack.counsellor {
        Some(account) => {
            office::facts::account(on, account).await?.map(|account| account.name).unwrap_or_default()
        }
        None => String::new(),
    };
    let (documents, earned): (Vec<Item>, Vec<Item>) =
        store::items(on, pack.id).await?.into_iter().partition(|item| item.kind == "document");
    let t = desk.teller();
    let page = ShowPage {
        t,
        code: pack.code.clone(),
        person: person.name.clone(),
        person_id: person.id.to_string(),
        may_see_person: may_see_person(desk, &pack).await?,
        from: from.name,
        to: to.name.clone(),
        expected: day::long(pack.expected_on, desk.lang),
        state: pack.state.code(),
        tone: tone(pack.state),
        reason: pack.reason.clone().unwrap_or_default(),
        counsellor,
        first_meeting: pack.first_meeting_on.map(|on| day::long(on, desk.lang)).unwrap_or_default(),
        missing: documents.iter().filter(|item| !item.present).count(),
        earned,
        documents,
        may_decide: pack.state == HandoverState::Prepared && desk.may(Act::HandoverDecide, &pack.target()),
        events: events(desk, &pack).await?,
    };
    let state = t.say(&format!("state-handover-{}", pack.state.code()));
    let text = format!("{}  {}  {} → {}  {state}", pack.code, person.name, page.from, to.name);
    Ok(Shown::Html { title: person.name, body: web::html(&page)?, text })
}

/// Whoever handed somebody over keeps the pack, not the person.
async fn may_see_person(desk: &Desk, pack: &HandoverFact) -> Result<bool, Halt> {
    let on = desk.house.db.read();
    let mut target = people::facts::target(on, pack.person).await?;
    target.agreements.extend(enrolment::facts::agreements_of_person(on, pack.person).await?);
    Ok(desk.may(Act::PersonRead, &target.assigned_to(pack.counsellor)))
}

async fn events(desk: &Desk, pack: &HandoverFact) -> Result<Vec<Event>, Halt> {
    let entries = audit::timeline(desk.house.db.read(), Object::new("handover", pack.id.0), 20).await?;
    let zone = desk.zone();
    let event = |entry: audit::Entry| Event {
        when: day::long(zone.day_of(entry.at), desk.lang),
        title: desk.teller().say(&format!("event-{}", entry.kind)),
        who: entry.actor_name,
    };
    Ok(entries.into_iter().rev().map(event).collect())
}

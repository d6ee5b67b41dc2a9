// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What happened to people, what hangs on it, and who must act: for the office that answers for them or teaches them.

pub mod items;

use access::{Act, Target};
use askama::Template;
use chrono::Days;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;
use people::facts::{Circumstance, CircumstanceFact, PersonFact};

use items::Item;

/// `change list`.
pub const CHANGES: Page = Page {
    name: "change list",
    path: "/changes",
    act: Act::ChangeRead,
    room: "today",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// Changes older than this are history, and stand on the person's own page.
const DAYS_KEPT: u64 = 180;
/// A page's worth.
const LONGEST: usize = 100;

/// One change with what hangs on it.
pub struct Change {
    pub fact: CircumstanceFact,
    pub person: PersonFact,
    pub items: Vec<Item>,
}

impl Change {
    pub fn title(&self, t: Teller<'_>) -> String {
        format!("{}: {}", self.person.honoured_name(t), t.code("circumstance", self.fact.kind.code()))
    }

    /// What still waits.
    pub fn open(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.note.is_none())
    }
}

/// The changes of the actor's own office in the last half year, the latest first.
///
/// # Errors
/// `Denied` for who may not read them, `Missing` for who has no office.
pub async fn changes(desk: &Desk) -> Result<Vec<Change>, Halt> {
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    desk.allow(Act::ChangeRead, &Target::of(own))?;
    let on = desk.house.db.read();
    let since = desk.today().checked_sub_days(Days::new(DAYS_KEPT)).unwrap_or_default();
    let mut changes = Vec::new();
    for fact in people::facts::circumstances_at(on, own, since).await?.into_iter().take(LONGEST) {
        let Some(person) = people::facts::person(on, fact.person).await? else { continue };
        let items = items::of(desk, &fact, &person).await?;
        changes.push(Change { fact, person, items });
    }
    Ok(changes)
}

struct Line {
    id: String,
    person: String,
    title: String,
    when: String,
    by: String,
    tone: &'static str,
    tag: String,
    items: Vec<ItemLine>,
}

struct ItemLine {
    title: String,
    who: String,
    href: String,
    verb: String,
    /// What was decided instead; empty while it waits.
    note: String,
    /// Where a decision is noted; empty for who may not.
    settle: String,
}

#[derive(Template)]
#[template(path = "changes.html")]
struct ChangesPage<'a> {
    t: Teller<'a>,
    waiting: usize,
    lines: Vec<Line>,
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    let changes = changes(desk).await?;
    let t = desk.teller();
    let waiting = changes.iter().map(|change| change.open().count()).sum();
    let lines: Vec<Line> = changes.iter().map(|change| line(desk, change)).collect();
    let mut text = vec![t.with("change-count", "count", waiting)];
    for line in &lines {
        text.push(format!("{}  {}", line.when, line.title));
        text.extend(line.items.iter().map(|item| match item.note.is_empty() {
            true => format!("  - {} ({})", item.title, item.who),
            false => format!("  ✓ {}: {}", item.title, item.note),
        }));
    }
    let body = web::html(&ChangesPage { t, waiting, lines })?;
    Ok(Shown::Html { title: t.say("change-list"), body, text: text.join("\n") })
}

fn line(desk: &Desk, change: &Change) -> Line {
    let t = desk.teller();
    let may_settle = desk.may(Act::ChangeSettle, &Target::of(change.fact.office));
    let waits = change.open().count();
    let (tone, tag) = match waits {
        0 => ("ok", t.say("change-nothing-waits")),
        count => ("soon", t.with("change-waits", "count", count)),
    };
    let item = |item: &Item| ItemLine {
        title: t.tell(&item.say),
        who: t.code("change-who", item.who),
        href: if item.may_act { item.href.clone() } else { String::new() },
        verb: t.say(item.verb),
        note: item.note.clone().unwrap_or_default(),
        settle: match may_settle && item.note.is_none() {
            true => format!("/changes/{}/{}/settlement", change.fact.id, item.key),
            false => String::new(),
        },
    };
    Line {
        id: change.fact.id.to_string(),
        person: change.person.known_as.to_string(),
        title: change.title(t),
        when: day::long(change.fact.day, desk.lang),
        by: t.with("change-told-by", "name", &change.fact.told_by),
        tone: if change.fact.kind == Circumstance::Died && waits == 0 { "plain" } else { tone },
        tag,
        items: change.items.iter().map(item).collect(),
    }
}

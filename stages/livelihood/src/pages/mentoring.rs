// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whom a mentor accompanies, and the notes about one person: for the mentor named to her and for the office in charge.

use access::{Act, Relation, Role, Target, policy};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;

use crate::actions::mentored;
use crate::store::mentoring::{self, MentoringFact, NoteFact};

/// `mentoring list`.
pub const LIST: Page = Page {
    name: "mentoring list",
    path: "/mentoring",
    act: Act::MentoringRead,
    room: "livelihood",
    view: |desk, form| Box::pin(list(desk, form)),
};

/// `mentoring show`.
pub const SHOW: Page = Page {
    name: "mentoring show",
    path: "/people/{person}/mentoring",
    act: Act::MentoringRead,
    room: "livelihood",
    view: |desk, form| Box::pin(show(desk, form)),
};

struct Line {
    id: String,
    name: String,
    mentor: String,
    since: String,
    last: String,
    next: String,
    is_over: bool,
}

#[derive(Template)]
#[template(path = "mentoring_list.html")]
struct ListPage<'a> {
    t: Teller<'a>,
    lines: Vec<Line>,
    /// The word for an empty list.
    when_empty: &'static str,
    is_mentor: bool,
}

/// Whether the actor reads as one who is named, and not as an office in charge.
fn is_mentor(desk: &Desk) -> bool {
    let row = policy().iter().find(|row| row.act == Act::MentoringRead);
    let named = |role: &Role| row.is_some_and(|row| row.roles(Relation::Assigned).contains(role));
    desk.actor.roles.iter().any(named)
}

async fn list(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    desk.scope(Act::MentoringRead)?;
    let on = desk.house.db.read();
    let is_mentor = is_mentor(desk);
    let found = match (is_mentor, desk.actor.account, desk.actor.office_id()) {
        (true, Some(account), _) => mentoring::of_mentor(on, account, desk.now).await?,
        (false, _, Some(office)) => {
            desk.allow(Act::MentoringRead, &Target::of(office))?;
            mentoring::of_host(on, office).await?
        }
        _ => return Err(Halt::Missing),
    };
    let mut lines = Vec::new();
    for one in found {
        lines.push(line(desk, one).await?);
    }
    let t = desk.teller();
    let text: Vec<String> = lines
        .iter()
        .map(|line| format!("{}  {}  {}  {}  {}", line.name, line.mentor, line.since, line.last, line.next))
        .collect();
    let when_empty = if is_mentor { "mentoring-none-mine" } else { "mentoring-none" };
    let text = if text.is_empty() { t.say(when_empty) } else { text.join("\n") };
    let page = ListPage { t, lines, when_empty, is_mentor };
    Ok(Shown::Html { title: t.say("mentoring-list"), body: web::html(&page)?, text })
}

async fn line(desk: &Desk, one: MentoringFact) -> Result<Line, Halt> {
    let on = desk.house.db.read();
    let person = people::facts::person(on, one.person).await?.ok_or(Halt::Missing)?;
    let notes = mentoring::notes(on, one.id).await?;
    let agreement = partnership::facts::agreement(on, one.agreement).await?;
    Ok(Line {
        id: person.id.to_string(),
        name: person.name,
        mentor: one.mentor_name,
        since: day::short(one.since),
        last: notes.first().map(|note| day::short(note.day)).unwrap_or_default(),
        next: notes.first().and_then(|note| note.next_on).map(day::short).unwrap_or_default(),
        is_over: one.ended_on.is_some()
            || agreement.is_none_or(|agreement| !agreement.in_force(desk.today())),
    })
}

struct Noted {
    day: String,
    kind: &'static str,
    note: String,
    next: String,
    by: String,
}

#[derive(Template)]
#[template(path = "mentoring_show.html")]
struct ShowPage<'a> {
    t: Teller<'a>,
    id: String,
    name: String,
    mentors: Vec<(String, String)>,
    notes: Vec<Noted>,
    may_note: bool,
    /// The days on which an accompaniment was confirmed, with who did.
    confirmed: Vec<(String, String)>,
    may_assign: bool,
    is_mentored: bool,
}

/// An office in charge reads every mentoring of the person; a mentor her own.
async fn show(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let person = mentored(desk, form, Act::MentoringRead).await?;
    let on = desk.house.db.read();
    let target = people::facts::target(on, person.id).await?;
    let is_office = desk.may(Act::MentoringRead, &target);
    let all = mentoring::of_person(on, person.id).await?;
    let own: Vec<MentoringFact> =
        all.into_iter().filter(|one| is_office || Some(one.mentor) == desk.actor.account).collect();
    let mut notes = Vec::new();
    for one in &own {
        notes.extend(mentoring::notes(on, one.id).await?.into_iter().map(noted));
    }
    let t = desk.teller();
    let mut text = vec![person.name.clone()];
    text.extend(own.iter().map(|one| format!("{}  {}", one.mentor_name, day::short(one.since))));
    text.extend(
        notes
            .iter()
            .map(|note| format!("{}  {}  {}", note.day, t.code("mentoring-kind", note.kind), note.note)),
    );
    let granted = mentoring::granted(on, person.id, desk.now).await?;
    let mut confirmed = certification::facts::accompaniments_of(on, person.id).await?;
    confirmed.retain(|one| is_office || Some(one.mentor) == desk.actor.account);
    let page = ShowPage {
        t,
        id: person.id.to_string(),
        mentors: own.iter().map(|one| (one.mentor_name.clone(), day::short(one.since))).collect(),
        confirmed: confirmed.iter().map(|one| (one.mentor_name.clone(), day::short(one.day))).collect(),
        may_note: granted.iter().any(|one| Some(one.mentor) == desk.actor.account),
        may_assign: desk.may(Act::MentorAssign, &target),
        is_mentored: own.iter().any(|one| one.ended_on.is_none()),
        notes,
        name: person.name,
    };
    Ok(Shown::Html { title: page.name.clone(), body: web::html(&page)?, text: text.join("\n") })
}

fn noted(note: NoteFact) -> Noted {
    Noted {
        day: day::short(note.day),
        kind: note.kind.code(),
        note: note.note,
        next: note.next_on.map(day::short).unwrap_or_default(),
        by: note.by,
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Two proposals side by side: figures in columns, people who sit elsewhere, sessions that lie elsewhere.

use std::collections::BTreeMap;

use access::{Act, Target};
use askama::Template;
use desk::{Choice, Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;
use kernel::id::{BatchId, ModuleId, OrganisationId, PersonId};

use super::proposal_parts::{Parts, Session};
use crate::proposal::{self, Difference, ProposalFact, differences};

/// `proposal compare`.
pub const COMPARISON: Page = Page {
    name: "proposal compare",
    path: "/proposals/compare",
    act: Act::ProposalRead,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

pub(super) struct Figure {
    pub what: String,
    pub before: i64,
    pub after: i64,
    title: String,
    told: String,
}

/// A person or a session, and what each of the two says.
pub(super) struct Line {
    pub title: String,
    pub one: String,
    pub other: String,
}

#[derive(Template)]
#[template(path = "proposal_compare.html")]
pub(super) struct ComparePage<'a> {
    t: Teller<'a>,
    choices: Vec<Choice>,
    pub one: String,
    pub other: String,
    pub figures: Vec<Figure>,
    pub people: Vec<Line>,
    pub sessions: Vec<Line>,
    pub is_ready: bool,
    /// False where facts changed between the two.
    pub is_alike: bool,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let page = compared(desk, form).await?;
    let text = text(&page);
    Ok(Shown::Html { title: desk.teller().say("proposal-compare"), body: web::html(&page)?, text })
}

/// The two that the form names, side by side; nothing beside the choices where it names fewer.
pub(super) async fn compared<'d>(desk: &'d Desk, form: &Form) -> Result<ComparePage<'d>, Halt> {
    let host = desk.actor.office_id().ok_or(Halt::Missing)?;
    desk.allow(Act::ProposalRead, &Target::of(host))?;
    let t = desk.teller();
    let known = proposal::proposals_of(desk.house.db.read(), host).await?;
    let choices = known.iter().map(|one| Choice { value: one.code.clone(), label: one.code.clone() });
    let mut page = ComparePage {
        t,
        choices: choices.collect(),
        one: form.text("one").to_owned(),
        other: form.text("other").to_owned(),
        figures: Vec::new(),
        people: Vec::new(),
        sessions: Vec::new(),
        is_ready: false,
        is_alike: true,
    };
    if !page.one.is_empty() && !page.other.is_empty() {
        let (one, other) = (named(&known, host, &page.one)?, named(&known, host, &page.other)?);
        let both = (Parts::read(desk, one).await?, Parts::read(desk, other).await?);
        page.figures = figures(desk, (one, other), &both).await?;
        page.people = people_elsewhere(desk, &both).await?;
        page.sessions = sessions_elsewhere(desk, &both);
        page.is_ready = true;
        page.is_alike = one.digest == other.digest;
    }
    Ok(page)
}

fn named<'p>(known: &'p [ProposalFact], host: OrganisationId, code: &str) -> Result<&'p ProposalFact, Halt> {
    known.iter().find(|one| one.code == code && one.host == host).ok_or(Halt::Missing)
}

async fn figures(
    desk: &Desk,
    (one, other): (&ProposalFact, &ProposalFact),
    both: &(Parts, Parts),
) -> Result<Vec<Figure>, Halt> {
    let (on, t) = (desk.house.db.read(), desk.teller());
    let costs = (proposal::cost_of(on, one.id).await?, proposal::cost_of(on, other.id).await?);
    let mut found = differences((one.value, &costs.0), (other.value, &costs.1));
    let seats = |parts: &Parts| parts.draft.verdicts.iter().filter(|one| one.batch.is_some()).count();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    for (what, before, after) in [
        ("seats", seats(&both.0), seats(&both.1)),
        ("batches", both.0.batches.len(), both.1.batches.len()),
        ("sessions", both.0.sessions.len(), both.1.sessions.len()),
    ]
    .into_iter()
    .rev()
    {
        let figure = Difference { what: what.to_owned(), before: count(before), after: count(after) };
        found.insert(1, figure);
    }
    let figure = |one: &Difference| Figure {
        what: one.what.clone(),
        before: one.before,
        after: one.after,
        title: t.say(&one.word()),
        told: one.told(t),
    };
    Ok(found.iter().map(figure).collect())
}

/// Everyone whose seat is not the same, by name.
async fn people_elsewhere(desk: &Desk, both: &(Parts, Parts)) -> Result<Vec<Line>, Halt> {
    let seats = |parts: &Parts| -> BTreeMap<PersonId, Option<BatchId>> {
        parts.draft.verdicts.iter().map(|verdict| (verdict.person, verdict.batch)).collect()
    };
    let (one, other) = (seats(&both.0), seats(&both.1));
    let ids: Vec<PersonId> = one.keys().chain(other.keys()).copied().collect();
    let mut names: Vec<(String, PersonId)> = people::facts::persons(desk.house.db.read(), &ids)
        .await?
        .into_iter()
        .map(|person| (person.name, person.id))
        .collect();
    names.sort();
    names.dedup();
    let t = desk.teller();
    let code = |parts: &Parts, seat: Option<&Option<BatchId>>| match seat {
        Some(Some(batch)) => parts.code_of(*batch),
        Some(None) => t.say("proposal-no-seat"),
        None => t.say("proposal-not-asked"),
    };
    let differs = names.into_iter().filter(|(_, person)| one.get(person) != other.get(person));
    Ok(differs
        .map(|(name, person)| Line {
            title: name,
            one: code(&both.0, one.get(&person)),
            other: code(&both.1, other.get(&person)),
        })
        .collect())
}

/// The sessions of each module in the order of time; those of both that are not alike.
fn sessions_elsewhere(desk: &Desk, both: &(Parts, Parts)) -> Vec<Line> {
    type Key = (String, ModuleId, usize);
    let told = |parts: &Parts| -> BTreeMap<Key, (String, String)> {
        let mut found = BTreeMap::new();
        for one in &parts.sessions {
            let before = |key: &&Key| key.0 == one.batch && key.1 == one.slot.module;
            let place = found.keys().filter(before).count();
            found.insert((one.batch.clone(), one.slot.module, place), (title(one, place), line(desk, one)));
        }
        found
    };
    let (one, other) = (told(&both.0), told(&both.1));
    let none = desk.teller().say("proposal-no-session");
    let mut keys: Vec<&Key> = one.keys().chain(other.keys()).collect();
    keys.sort();
    keys.dedup();
    let line = |key: &&Key| {
        let (first, second) = (one.get(*key), other.get(*key));
        let (title, _) = first.or(second)?;
        let text = |told: Option<&(String, String)>| told.map_or_else(|| none.clone(), |told| told.1.clone());
        let (one, other) = (text(first), text(second));
        (one != other).then(|| Line { title: title.clone(), one, other })
    };
    keys.iter().filter_map(line).collect()
}

fn title(one: &Session, place: usize) -> String {
    format!("{} {} ({})", one.batch, one.module.0, place + 1)
}

fn line(desk: &Desk, one: &Session) -> String {
    let day = day::weekday_long(one.slot.day, desk.lang);
    format!("{day} {}–{}, {}, {}", one.slot.starts, one.slot.ends, one.room.1, one.instructor.1)
}

/// The same for the command line.
fn text(page: &ComparePage<'_>) -> String {
    if !page.is_ready {
        return page.t.say("proposal-compare-choose");
    }
    let figure = |one: &Figure| format!("{}  {}  {}  {}", one.title, one.before, one.after, one.told);
    let line = |one: &Line| format!("  {}: {} | {}", one.title, one.one, one.other);
    let mut lines = vec![format!("{} | {}", page.one, page.other)];
    lines.extend(page.figures.iter().map(figure));
    let count = |key: &str, lines: &[Line]| page.t.tell(&Say::new(key).with("count", lines.len()));
    lines.push(count("proposal-compare-people", &page.people));
    lines.extend(page.people.iter().map(line));
    lines.push(count("proposal-compare-sessions", &page.sessions));
    lines.extend(page.sessions.iter().map(line));
    lines.join("\n")
}

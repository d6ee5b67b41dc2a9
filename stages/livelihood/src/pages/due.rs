// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who is to be followed up: milestones that are due and unanswered, the oldest first.

use std::collections::BTreeSet;

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day::{self, Day};
use kernel::id::{BatchId, PersonId};

use crate::facts::clock_start;
use crate::rules::Milestone;
use crate::store;

/// A page's worth; the rest follows as these are answered.
const LONGEST: usize = 100;

/// `followup list`.
pub const DUE: Page = Page {
    name: "followup list",
    path: "/livelihood",
    act: Act::LivelihoodRead,
    room: "livelihood",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct DueLine {
    person: String,
    person_id: PersonId,
    batch: String,
    milestone: &'static str,
    due: Day,
    days_late: i64,
}

#[derive(Template)]
#[template(path = "due.html")]
struct DuePage<'a> {
    t: Teller<'a>,
    lines: Vec<DueLine>,
    all: usize,
    may_record: bool,
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    desk.scope(Act::LivelihoodRead)?;
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    let may_record = desk.may(Act::FollowupRecord, &Target::of(own));
    let mut lines = if may_record { due_lines(desk).await? } else { Vec::new() };
    lines.sort_by(|one, other| (one.due, &one.person).cmp(&(other.due, &other.person)));
    let all = lines.len();
    lines.truncate(LONGEST);
    let t = desk.teller();
    let text: Vec<String> = lines
        .iter()
        .map(|line| {
            format!(
                "{}  {}  {}  {}",
                day::short(line.due),
                line.person,
                t.code("milestone", line.milestone),
                line.batch
            )
        })
        .collect();
    let text = if text.is_empty() { t.say("followup-none") } else { text.join("\n") };
    let page = DuePage { t, lines, all, may_record };
    Ok(Shown::Html { title: t.say("followup-list"), body: web::html(&page)?, text })
}

/// People of this office who were trained: those it holds or guides now, and all who sat in its batches and are free.
async fn due_lines(desk: &Desk) -> Result<Vec<DueLine>, Halt> {
    let on = desk.house.db.read();
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    let mut pairs: BTreeSet<(PersonId, BatchId)> = BTreeSet::new();
    for (person, _) in people::facts::held_at(on, own).await? {
        for batch in enrolment::facts::batches_of_person(on, person.id).await? {
            pairs.insert((person.id, batch));
        }
    }
    for batch in programme::facts::batches_of_host(on, own).await? {
        for person in enrolment::facts::ever_seated(on, batch.id).await? {
            // Once another office guides her, that office asks.
            if people::facts::offices_of(on, person.id).await?.contains(&own) {
                pairs.insert((person.id, batch.id));
            }
        }
    }
    let mut lines = Vec::new();
    for (person, batch) in pairs {
        lines.extend(due_of(desk, person, batch).await?);
    }
    Ok(lines)
}

async fn due_of(desk: &Desk, person: PersonId, batch: BatchId) -> Result<Vec<DueLine>, Halt> {
    let on = desk.house.db.read();
    let today = desk.today();
    let Some(start) = clock_start(on, batch, person).await? else { return Ok(Vec::new()) };
    if training::facts::completion(on, batch, person).await?.is_none() {
        return Ok(Vec::new());
    }
    let answered = store::follow_ups(on, person).await?;
    let fact = people::facts::person(on, person).await?.ok_or(Halt::Missing)?;
    let batch_fact = programme::facts::batch(on, batch).await?.ok_or(Halt::Missing)?;
    let open = Milestone::ALL.iter().copied().filter(|milestone| {
        let done = answered.iter().any(|answer| answer.batch == batch && answer.milestone == *milestone);
        !done && milestone.due_on(start) <= today
    });
    Ok(open
        .map(|milestone| {
            let due = milestone.due_on(start);
            DueLine {
                person: fact.name.clone(),
                person_id: person,
                batch: batch_fact.code.clone(),
                milestone: milestone.code(),
                due,
                days_late: (today - due).num_days(),
            }
        })
        .collect())
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who is to be followed up: milestones that are due and unanswered, the oldest first.

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day::{self, Day};
use kernel::id::PersonId;

use crate::facts::{self, DueFact};

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
    due: String,
    days_late: i64,
}

impl DueLine {
    fn of(due: DueFact, today: Day) -> Self {
        Self {
            person: due.person.name,
            person_id: due.person.id,
            batch: due.batch.code,
            milestone: due.milestone.code(),
            due: day::short(due.due_on),
            days_late: (today - due.due_on).num_days(),
        }
    }
}

#[derive(Template)]
#[template(path = "due.html")]
struct DuePage<'a> {
    t: Teller<'a>,
    lines: Vec<DueLine>,
    all: usize,
    may_record: bool,
    may_mentor: bool,
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    desk.scope(Act::LivelihoodRead)?;
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    let may_record = desk.may(Act::FollowupRecord, &Target::of(own));
    let mut due = match may_record {
        true => facts::due(desk.house.db.read(), own, desk.today()).await?,
        false => Vec::new(),
    };
    let all = due.len();
    due.truncate(LONGEST);
    let lines: Vec<DueLine> = due.into_iter().map(|due| DueLine::of(due, desk.today())).collect();
    let t = desk.teller();
    let text: Vec<String> = lines
        .iter()
        .map(|line| {
            format!("{}  {}  {}  {}", line.due, line.person, t.code("milestone", line.milestone), line.batch)
        })
        .collect();
    let text = if text.is_empty() { t.say("followup-none") } else { text.join("\n") };
    let page = DuePage { t, lines, all, may_record, may_mentor: desk.scope(Act::MentoringRead).is_ok() };
    Ok(Shown::Html { title: t.say("followup-list"), body: web::html(&page)?, text })
}

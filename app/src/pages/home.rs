// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Today: what waits for this person, today's sessions, agreements about to end, batches under way.

mod agreements;
mod appeals;
mod assessments;
mod changes;
mod expiring;
mod figures;
mod follow_ups;
mod handovers;
mod hanging;
mod keeping;
mod letters;
mod requests;
mod revoked;
mod runs;
mod signing;
mod tasks;
#[cfg(test)]
mod tests;
mod vacancies;
mod waiting;
mod years;

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;
use kernel::zone::Minute;

use agreements::Ending;
use assessments::Booked;
use figures::Figures;
use keeping::Keeping;
use requests::Calendar;
use runs::{Progress, SessionLine};
use tasks::Task;
use waiting::Waiting;

/// `home show`.
pub const HOME: Page = Page {
    name: "home show",
    path: "/",
    act: Act::HomeRead,
    room: "today",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// A list of things that wait is read, not searched.
const LONGEST: usize = 12;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'a> {
    t: Teller<'a>,
    today: String,
    greeting: String,
    lead: String,
    tasks: Vec<Task>,
    waiting: Vec<Waiting>,
    empty: String,
    more: usize,
    sessions: Vec<SessionLine>,
    booked: Vec<Booked>,
    figures: Option<Figures>,
    keeping: Option<Keeping>,
    ending: Vec<Ending>,
    promises: Option<Calendar>,
    running: Vec<Progress>,
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    desk.scope(Act::HomeRead)?;
    let runs = runs::runs(desk).await?;
    let agreements = agreements::known(desk).await?;
    let mut waiting = agreements::waiting(desk, &agreements);
    waiting.extend(runs::waiting(desk, &runs).await?);
    waiting.extend(hanging::waiting(desk, &agreements).await?);
    waiting.extend(years::waiting(desk).await?);
    waiting.extend(appeals::waiting(desk).await?);
    waiting.extend(revoked::waiting(desk).await?);
    waiting.extend(expiring::waiting(desk).await?);
    waiting.extend(signing::waiting(desk).await?);
    waiting.extend(letters::waiting(desk).await?);
    waiting.extend(handovers::waiting(desk).await?);
    waiting.extend(follow_ups::waiting(desk).await?);
    waiting.extend(requests::meetings(desk).await?);
    let promised = requests::promised(desk, &agreements).await?;
    waiting.extend(requests::deliveries(desk, &promised));
    waiting.extend(vacancies::referrals(desk).await?);
    waiting.extend(vacancies::offered(desk).await?);
    let keeping = keeping::keeping(desk).await?;
    waiting.extend(keeping::waiting(desk, keeping.as_ref()).await?);
    waiting.extend(changes::waiting(desk).await?);
    waiting.sort_by_key(|one| one.urgency);
    let all = waiting.len();
    waiting.truncate(LONGEST);
    let t = desk.teller();
    let sessions = runs::today(desk, &runs).await?;
    let page = HomePage {
        t,
        today: day::weekday_long(desk.today(), desk.lang),
        greeting: t.with(greeting(desk.zone().minute_of(desk.now)), "name", &desk.actor.name),
        lead: lead(t, all, sessions.len()),
        more: all - waiting.len(),
        tasks: tasks::tasks(desk),
        empty: tasks::empty(desk),
        waiting,
        sessions,
        booked: assessments::booked(desk, &runs).await?,
        figures: figures::figures(desk).await?,
        keeping,
        ending: agreements::ending(desk, &agreements),
        promises: requests::calendar(desk, &promised),
        running: runs::progress(desk, &runs).await?,
    };
    Ok(Shown::Html { title: t.say("home-show"), body: web::html(&page)?, text: text(&page) })
}

fn greeting(now: Minute) -> &'static str {
    match now.0 {
        ..=659 => "home-good-morning",
        660..=899 => "home-good-midday",
        900..=1_109 => "home-good-afternoon",
        _ => "home-good-evening",
    }
}

fn lead(t: Teller<'_>, waiting: usize, sessions: usize) -> String {
    let waits = match waiting {
        0 => t.say("home-nothing-waits"),
        count => t.with("home-waits", "count", count),
    };
    match sessions {
        0 => waits,
        count => format!("{waits} {}", t.with("home-sessions", "count", count)),
    }
}

/// The same for the command line.
fn text(page: &HomePage<'_>) -> String {
    let mut lines = vec![page.today.clone(), page.lead.clone()];
    for one in &page.waiting {
        lines.push(format!("- {}  {}", one.title, one.href));
        lines.extend((!one.detail.is_empty()).then(|| format!("  {}", one.detail)));
    }
    lines.extend(page.sessions.iter().map(|one| format!("{}  {}  {}", one.starts, one.batch, one.facility)));
    lines.extend(page.booked.iter().map(|one| format!("{}  {}  {}", one.day, one.batch, one.place)));
    lines.extend(page.tasks.iter().map(|one| format!("  {}  {}", one.label, one.href)));
    lines.join("\n")
}

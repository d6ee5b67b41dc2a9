// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How far one job is. The page loads itself anew while there is something to wait for, and can be told to stand still.
//! What the job says may name people, so that only the one who asked reads it.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;

use super::tone;
use crate::State;
use crate::facts::{self, JobFact};

/// `job show`.
pub const SHOW: Page = Page {
    name: "job show",
    path: "/jobs/{job}",
    act: Act::JobRead,
    room: "jobs",
    view: |desk, form| Box::pin(view(desk, form)),
};

const REFRESH_SECONDS: u32 = 3;

#[derive(Template)]
#[template(path = "job_show.html")]
struct ShowPage<'a> {
    t: Teller<'a>,
    path: String,
    title: &'a str,
    tone: &'static str,
    state: &'a str,
    asked: String,
    /// What it is at, or what it said.
    sentences: Vec<&'a str>,
    /// The share done in percent, with its numbers; nothing where the total is not known.
    share: Option<(i64, String)>,
    fault: String,
    result: Option<&'a str>,
    is_refreshed: bool,
    is_live: bool,
    is_stopping: bool,
    may_cancel: bool,
    may_retry: bool,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let id = form.text("job").parse().map_err(|_| Halt::Missing)?;
    let job = facts::job(desk.house.db.read(), id).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::JobRead, &job.target())?;
    let t = desk.teller();
    let (title, state) = (job.title(t), t.code("job-state", job.state.code()));
    let is_own = desk.actor.account == Some(job.account);
    let told = if job.state.is_live() { job.sentence(desk.lang) } else { job.said(desk.lang) };
    let sentences: Vec<&str> = told.lines().filter(|line| is_own && !line.is_empty()).collect();
    let is_refreshed = job.state.is_live() && form.text("still").is_empty();
    let share = (job.total > 0 && job.state.is_live()).then(|| {
        let numbers = desk::Say::new("job-share").with("done", job.done).with("total", job.total);
        ((job.done * 100 / job.total).clamp(0, 100), t.tell(&numbers))
    });
    let numbers = share.as_ref().map_or("", |(_, numbers)| numbers);
    let text: Vec<&str> = [title.as_str(), &state, numbers]
        .into_iter()
        .chain(sentences.iter().copied())
        .filter(|line| !line.is_empty())
        .collect();
    let text = text.join("\n");
    let page = ShowPage {
        t,
        path: format!("/jobs/{id}"),
        title: &title,
        tone: tone(job.state),
        state: &state,
        asked: asked(desk, &job),
        share: share.clone(),
        sentences,
        fault: fault(desk, &job),
        result: job.location.as_deref().filter(|_| is_own && job.state == State::Done),
        is_refreshed,
        is_live: job.state.is_live(),
        is_stopping: job.state.is_live() && job.cancel_asked,
        may_cancel: (job.state.is_live() && !job.cancel_asked || job.state == State::Dead)
            && desk.may(Act::JobCancel, &job.target()),
        may_retry: job.state == State::Dead && desk.may(Act::JobRetry, &job.target()),
    };
    let body = web::html(&page)?;
    Ok(match is_refreshed {
        true => Shown::Waiting { title, body, text, seconds: REFRESH_SECONDS },
        false => Shown::Html { title, body, text },
    })
}

fn asked(desk: &Desk, job: &JobFact) -> String {
    let zone = desk.zone();
    let at = job.enqueued_at;
    let when = format!("{}, {}", day::long(zone.day_of(at), desk.lang), zone.clock_label(at));
    desk.teller().tell(&desk::Say::new("job-asked").with("name", &job.account_name).with("when", when))
}

/// The class of what went wrong, and how often it was tried.
fn fault(desk: &Desk, job: &JobFact) -> String {
    let Some(fault) = job.fault.as_deref().filter(|_| job.state != State::Done) else { return String::new() };
    if job.state == State::Refused {
        return String::new();
    }
    desk.teller().tell(&desk::Say::new("job-fault").with("fault", fault).with("attempts", job.attempts))
}

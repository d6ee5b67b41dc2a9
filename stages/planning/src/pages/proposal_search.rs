// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How far a thorough search is. The page loads itself anew while it goes on, and can be told to stand still.

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use jobs::State;
use jobs::facts::JobFact;

use crate::proposal::{self, SearchFact};

/// `proposal search`.
pub const SEARCH: Page = Page {
    name: "proposal search",
    path: "/proposal-searches/{search}",
    act: Act::ProposalRead,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

const REFRESH_SECONDS: u32 = 3;

#[derive(Template)]
#[template(path = "proposal_search.html")]
struct SearchPage<'a> {
    t: Teller<'a>,
    path: String,
    code: String,
    tone: &'static str,
    state: String,
    sentences: Vec<String>,
    /// The share of the time in percent, with its numbers.
    share: Option<(i64, String)>,
    is_live: bool,
    is_refreshed: bool,
    is_ending: bool,
    may_keep: bool,
    /// Where the job is cancelled; empty where that is not for this person, or over.
    cancel: String,
    /// The proposal that came of it.
    result: String,
}

/// The search that the address names, with its job, if this person may watch it.
pub(super) async fn watched(desk: &Desk, form: &Form) -> Result<(SearchFact, JobFact), Halt> {
    let on = desk.house.db.read();
    let id = form.text("search").parse().map_err(|_| Halt::Missing)?;
    let search = proposal::search_of_job(on, id).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::ProposalRead, &Target::of(search.host))?;
    let job = jobs::facts::job(on, id).await?.ok_or(Halt::Missing)?;
    Ok((search, job))
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (search, job) = watched(desk, form).await?;
    let (id, office) = (search.job, Target::of(search.host));
    let t = desk.teller();
    let is_live = job.state.is_live();
    let told = if is_live { job.sentence(desk.lang) } else { job.said(desk.lang) };
    let may_cancel = is_live && !job.cancel_asked && desk.may(Act::JobCancel, &job.target());
    let share = (is_live && job.total > 0).then(|| {
        let say = Say::new("proposal-search-share").with("done", job.done).with("total", job.total);
        ((job.done * 100 / job.total).clamp(0, 100), t.tell(&say))
    });
    let result =
        if job.state == State::Done { job.location.clone().unwrap_or_default() } else { String::new() };
    let page = SearchPage {
        t,
        path: format!("/proposal-searches/{id}"),
        code: search.code.clone(),
        tone: tone(job.state),
        state: t.code("job-state", job.state.code()),
        sentences: told.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        share,
        is_live,
        is_refreshed: is_live && form.text("still").is_empty(),
        is_ending: is_live && (search.is_keep_asked || job.cancel_asked),
        may_keep: is_live
            && !search.is_keep_asked
            && !job.cancel_asked
            && desk.may(Act::ProposalMake, &office),
        cancel: if may_cancel { format!("/jobs/{id}/cancel") } else { String::new() },
        result,
    };
    let title = t.with("proposal-search-of", "code", &search.code);
    let numbers = page.share.as_ref().map(|(_, numbers)| numbers.clone());
    let text: Vec<String> = [title.clone(), page.state.clone()]
        .into_iter()
        .chain(numbers)
        .chain(page.sentences.clone())
        .collect();
    let (body, text) = (web::html(&page)?, text.join("\n"));
    Ok(match page.is_refreshed {
        true => Shown::Waiting { title, body, text, seconds: REFRESH_SECONDS },
        false => Shown::Html { title, body, text },
    })
}

fn tone(state: State) -> &'static str {
    match state {
        State::Queued | State::Running => "plan",
        State::Done => "ok",
        State::Refused | State::Dead | State::Cancelled => "no",
    }
}

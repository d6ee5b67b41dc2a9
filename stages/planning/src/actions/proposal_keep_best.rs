// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A thorough search ends now, and the best it has is kept. Who wants nothing of it cancels its job instead.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Prepared, Refusal, Say};
use serde_json::json;

use crate::proposal::{self, SearchFact};

/// `proposal keep-best`.
pub const KEEP_BEST: Action = Action {
    name: "proposal keep-best",
    path: "/proposal-searches/{search}/keeping",
    act: Act::ProposalMake,
    room: "planning",
    fields: &[Field::path("search")],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let search = allowed(desk, form).await?;
    Ok(Prepared::about(search.code, format!("/proposal-searches/{}", search.job)))
}

async fn allowed(desk: &Desk, form: &Form) -> Result<SearchFact, Halt> {
    let job = form.text("search").parse().map_err(|_| Halt::Missing)?;
    let search = proposal::search_of_job(desk.house.db.read(), job).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::ProposalMake, &Target::of(search.host))?;
    Ok(search)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let search = allowed(desk, form).await?;
    let mut work = desk.begin("proposal keep-best").await?;
    let job = jobs::facts::job(&work.tx, search.job).await?;
    if !job.is_some_and(|job| job.state.is_live() && !job.cancel_asked) {
        return Err(Refusal::new("PLAN-18").into());
    }
    if !proposal::ask_to_keep(&work.tx, search.job).await? {
        return Err(Refusal::new("PLAN-19").into());
    }
    let content = json!({ "code": search.code });
    work.record(Event::new("ProposalSearchEnded", Object::new("job", search.job.0), content)).await?;
    let say = Say::new("proposal-search-ends").with("code", &search.code);
    work.commit(Done::new(format!("/proposal-searches/{}", search.job), say)).await
}

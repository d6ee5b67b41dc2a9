// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The proposals of the own office, latest first, each with what it reaches and what became of it.

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;

use crate::proposal::{self, ProposalFact};
use crate::state::ProposalState;

/// `proposal list`.
pub const PROPOSALS: Page = Page {
    name: "proposal list",
    path: "/proposals",
    act: Act::ProposalRead,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    code: String,
    made: String,
    points: String,
    state: &'static str,
    tone: &'static str,
    is_in_force: bool,
}

#[derive(Template)]
#[template(path = "proposal_list.html")]
struct ListPage<'a> {
    t: Teller<'a>,
    lines: Vec<Line>,
    may_make: bool,
    /// Where the search that goes on is watched; empty where none does.
    search: String,
}

pub(super) fn tone(state: ProposalState) -> &'static str {
    match state {
        ProposalState::Proposed => "plan",
        ProposalState::Approved => "ok",
        ProposalState::TurnedDown => "no",
    }
}

/// What is reached of what can be reached, and whether that is proven.
pub(super) fn points(t: Teller<'_>, made: &ProposalFact) -> String {
    if made.value == made.bound {
        return t.with("proposal-points-proven", "value", made.value);
    }
    let say = desk::Say::new("proposal-points").with("value", made.value).with("bound", made.bound);
    t.tell(&say)
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    let host = desk.actor.office_id().ok_or(Halt::Missing)?;
    desk.allow(Act::ProposalRead, &Target::of(host))?;
    let on = desk.house.db.read();
    let t = desk.teller();
    let in_force = proposal::in_force(on, host).await?;
    let line = |made: &ProposalFact| Line {
        code: made.code.clone(),
        made: day::long(desk.zone().day_of(made.made_at), desk.lang),
        points: points(t, made),
        state: made.state().code(),
        tone: tone(made.state()),
        is_in_force: in_force == Some(made.id),
    };
    let lines: Vec<Line> = proposal::proposals_of(on, host).await?.iter().map(line).collect();
    let text: Vec<String> = lines
        .iter()
        .map(|line| {
            format!("{}  {}  {}  {}", line.code, line.made, line.points, t.code("state-proposal", line.state))
        })
        .collect();
    let search = jobs::facts::live(on, crate::actions::SEARCH_THOROUGHLY.name, &host.to_string()).await?;
    let page = ListPage {
        t,
        lines,
        may_make: desk.may(Act::ProposalMake, &Target::of(host)),
        search: search.map(|job| format!("/proposal-searches/{}", job.id)).unwrap_or_default(),
    };
    Ok(Shown::Html { title: t.say("proposal-list"), body: web::html(&page)?, text: text.join("\n") })
}

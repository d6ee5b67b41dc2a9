// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The plans of the own office, the latest year first, each with its money and how far it has come.

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;
use kernel::rupiah::Rupiah;

use crate::state::YearState;
use crate::year::{self, YearPlanFact};

/// `year-plan list`.
pub const YEAR_PLANS: Page = Page {
    name: "year-plan list",
    path: "/plans/years",
    act: Act::YearRead,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// A plan in the list.
pub(super) struct Line {
    pub plan: YearPlanFact,
    pub batches: i64,
    pub ceiling: Rupiah,
    pub planned: Rupiah,
    pub tied: Rupiah,
}

impl Line {
    fn tone(&self) -> &'static str {
        tone(self.plan.state)
    }
}

#[derive(Template)]
#[template(path = "year_list.html")]
struct ListPage<'a> {
    t: Teller<'a>,
    lines: Vec<(Line, String)>,
    may_make: bool,
}

pub(super) fn tone(state: YearState) -> &'static str {
    match state {
        YearState::Draft => "plan",
        YearState::Laid => "soon",
        YearState::InForce => "ok",
        YearState::Replaced => "plain",
    }
}

/// Since when a plan is as it is.
pub(super) fn since(plan: &YearPlanFact) -> day::Day {
    plan.approved_on.or(plan.laid_on).unwrap_or(plan.made_on)
}

/// The plans of the own office.
pub(super) async fn lines(desk: &Desk) -> Result<Vec<Line>, Halt> {
    let host = desk.actor.office_id().ok_or(Halt::Missing)?;
    desk.allow(Act::YearRead, &Target::of(host))?;
    let on = desk.house.db.read();
    let mut lines = Vec::new();
    for plan in year::plans_of(on, host).await? {
        let contents = year::contents(on, plan.id).await?;
        let sum = |of: &dyn Fn(year::Source) -> Rupiah| {
            Rupiah(contents.money.iter().map(|money| of(money.source).0).sum())
        };
        lines.push(Line {
            batches: contents.lines.iter().map(|line| line.batches).sum(),
            ceiling: Rupiah(contents.money.iter().map(|money| money.ceiling.0).sum()),
            planned: sum(&|source| contents.planned(source)),
            tied: sum(&|source| contents.tied(source)),
            plan,
        });
    }
    Ok(lines)
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    let t = desk.teller();
    let lines = lines(desk).await?;
    let text: Vec<String> = lines
        .iter()
        .map(|line| {
            let state = t.code("state-year", line.plan.state.code());
            format!("{}  {}  {state}  {} / {}", line.plan.year, line.plan.code, line.planned, line.ceiling)
        })
        .collect();
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    let page = ListPage {
        t,
        lines: lines
            .into_iter()
            .map(|line| {
                let since = day::long(since(&line.plan), desk.lang);
                (line, since)
            })
            .collect(),
        may_make: desk.may(Act::YearMake, &Target::of(own)),
    };
    Ok(Shown::Html { title: t.say("year-plan-list"), body: web::html(&page)?, text: text.join("\n") })
}

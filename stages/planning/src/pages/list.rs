// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Batches with a plan or waiting for one, the hours of the week, and the closed days ahead.

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::id::OrganisationId;
use kernel::{Lang, day};
use programme::facts::BatchFact;

use super::limits_told::{Held, held};
use super::year::{Year, year};
use super::{tone, weekday_name};
use crate::board::Board;
use crate::rules::WeekWindow;
use crate::state::PlanState;
use crate::store;

/// `plan list`.
pub const LIST: Page = Page {
    name: "plan list",
    path: "/plans",
    act: Act::PlanRead,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    code: String,
    title: String,
    term: String,
    state: &'static str,
    tone: &'static str,
    laid: i64,
    jp: i64,
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    t: Teller<'a>,
    batches: Vec<Line>,
    year: Year,
    waiting: usize,
    windows: Vec<(String, String)>,
    closed: Vec<(String, String)>,
    limits: Vec<Held>,
    may_arrange: bool,
    may_propose: bool,
    may_mend: bool,
    may_see_years: bool,
    is_host: bool,
}

/// The batches of the own office, or those under agreements in force for it.
pub(super) async fn batches(desk: &Desk, own: OrganisationId) -> Result<Vec<BatchFact>, Halt> {
    let scope = desk.scope(Act::PlanRead)?;
    let db = desk.house.db.read();
    let mut found = programme::facts::batches_of_host(db, own).await?;
    for agreement in &scope.agreements {
        found.extend(programme::facts::batches_under(db, *agreement).await?);
    }
    found.retain(|batch| scope.admits(&batch.target()));
    found.sort_by(|one, other| (other.starts_on, &one.code).cmp(&(one.starts_on, &other.code)));
    found.dedup_by_key(|batch| batch.id);
    Ok(found)
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    let db = desk.house.db.read();
    let mut lines = Vec::new();
    let mut bars = Vec::new();
    for batch in batches(desk, own).await? {
        let board = Board::read(db, batch, None).await?;
        bars.push((board.batch.clone(), tone(board.state())));
        lines.push(Line {
            code: board.batch.code.clone(),
            title: board.batch.title.clone(),
            term: day::range_long(board.batch.starts_on, board.batch.ends_on, desk.lang),
            state: board.state().code(),
            tone: tone(board.state()),
            laid: board.slots.iter().map(|slot| slot.jp).sum(),
            jp: board.modules.iter().map(|module| module.jp).sum(),
        });
    }
    let t = desk.teller();
    let windows = store::hours_of_host(db, own).await?;
    let windows = by_weekday(&windows, desk.lang);
    let ahead = store::closed_days(db, own).await?.into_iter().filter(|(day, _)| *day >= desk.today());
    let closed = ahead.map(|(day, reason)| (day::weekday_long(day, desk.lang), reason)).collect();
    let limits = held(desk, own).await?;
    let text = text(t, &lines, &limits);
    let may_arrange = desk.may(Act::PlanWindow, &Target::of(own));
    let page = ListPage {
        t,
        waiting: lines.iter().filter(|line| line.state != PlanState::Opened.code()).count(),
        batches: lines,
        year: year(desk, &bars),
        is_host: may_arrange || !windows.is_empty() || !limits.is_empty(),
        windows,
        limits,
        closed,
        may_arrange,
        may_see_years: desk.may(Act::YearRead, &Target::of(own)),
        may_mend: desk.may(Act::PlanLay, &Target::of(own)),
        may_propose: desk.may(Act::ProposalRead, &Target::of(own)),
    };
    Ok(Shown::Html { title: t.say("plan-list"), body: web::html(&page)?, text })
}

/// The same for the command line.
fn text(t: Teller<'_>, lines: &[Line], limits: &[Held]) -> String {
    let batch = |line: &Line| {
        let state = t.code("state-plan", line.state);
        format!("{}  {}  {}  {}/{} JP  {state}", line.code, line.title, line.term, line.laid, line.jp)
    };
    let limits =
        limits.iter().flat_map(|kind| kind.lines.iter().map(|line| format!("{}  {line}", kind.title)));
    lines.iter().map(batch).chain(limits).collect::<Vec<_>>().join("\n")
}

/// Each weekday once, with all its stretches.
fn by_weekday(windows: &[WeekWindow], lang: Lang) -> Vec<(String, String)> {
    let mut days: Vec<(String, String)> = Vec::new();
    for window in windows {
        let (name, stretch) =
            (weekday_name(window.weekday, lang), format!("{}–{}", window.starts, window.ends));
        match days.last_mut().filter(|(known, _)| known == name) {
            Some((_, hours)) => *hours = format!("{hours}, {stretch}"),
            None => days.push((name.to_owned(), stretch)),
        }
    }
    days
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What everyone of a batch has earned so far, and who completed.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};

use super::grids::number_of;
use crate::actions::batch_in_path;
use crate::facts::{self, CompletionFact, Learner, Ledger};
use crate::rules::is_complete;

/// `ledger list`.
pub const LIST: Page = Page {
    name: "ledger list",
    path: "/batches/{batch}/ledger",
    act: Act::SessionRead,
    room: "training",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    href: String,
    name: String,
    number: String,
    earned: String,
    percent: i64,
    excused: i64,
    unexcused: i64,
    caught_up: i64,
    tone: &'static str,
    state: String,
}

#[derive(Template)]
#[template(path = "ledger_list.html")]
struct Body<'a> {
    t: Teller<'a>,
    code: String,
    title: String,
    lead: String,
    lines: Vec<Line>,
    catch_up_href: String,
    skills_href: String,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_in_path(desk, form).await?;
    let target = batch.target();
    desk.allow(Act::SessionRead, &target)?;
    let on = desk.house.db.read();
    let t = desk.teller();
    let roster = facts::roster(on, &batch).await?;
    let people: Vec<_> = roster.learners.iter().map(Learner::id).collect();
    let ledgers = facts::ledgers(on, batch.id, &people).await?;
    let completions = facts::completions(on, batch.id).await?;
    let needed = batch.programme.completion_percent;
    let lines: Vec<Line> = roster
        .learners
        .iter()
        .zip(&ledgers)
        .map(|(learner, ledger)| {
            let reached = completions.iter().find(|one| one.person == learner.id());
            line(t, &batch.code, (learner, ledger), (reached, is_complete(ledger, needed)))
        })
        .collect();
    let text: Vec<String> = lines
        .iter()
        .map(|line| {
            format!("{}  {}  {}  {}%  {}", line.number, line.name, line.earned, line.percent, line.state)
        })
        .collect();
    let planned = ledgers.first().map_or(0, Ledger::planned_jp);
    let page = Body {
        t,
        lead: t.tell(&Say::new("ledger-lead").with("planned", planned).with("needed", needed)),
        lines,
        catch_up_href: match completions.is_empty() && desk.may(Act::SessionCatchUp, &target) {
            true => format!("/batches/{}/catch-ups/new", batch.code),
            false => String::new(),
        },
        skills_href: format!("/batches/{}/skills", batch.code),
        title: batch.title.clone(),
        code: batch.code.clone(),
    };
    let title = t.with("ledger-list-of", "batch", &batch.title);
    Ok(Shown::Html { title, body: web::html(&page)?, text: text.join("\n") })
}

fn line(
    t: Teller<'_>,
    code: &str,
    (learner, ledger): (&Learner, &Ledger),
    (reached, is_enough): (Option<&CompletionFact>, bool),
) -> Line {
    let (tone, state) = match (reached, learner.seat.left_on) {
        (Some(one), _) if one.complete => ("ok", "ledger-complete"),
        (_, Some(_)) => ("plan", "ledger-left"),
        (Some(_), None) => ("no", "ledger-incomplete"),
        (None, None) if is_enough => ("ok", "ledger-enough"),
        (None, None) => ("plain", "ledger-running"),
    };
    Line {
        href: format!("/batches/{code}/ledger/{}", learner.id()),
        name: learner.person.name.clone(),
        number: number_of(learner),
        earned: t.tell(
            &Say::new("ledger-of").with("earned", ledger.earned_jp()).with("planned", ledger.planned_jp()),
        ),
        percent: ledger.percent(),
        excused: ledger.excused_jp(),
        unexcused: ledger.unexcused_jp(),
        caught_up: ledger.caught_up_jp(),
        tone,
        state: t.say(state),
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One appeal: what is contested and why, who hears it, and what came of it.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::{Day, long};

use crate::actions::{appeal_address, appeal_in_path, appeal_names, results_address};
use crate::appeal::{AppealCommand, AppealFact, AppealState, decide, lodged_until};

/// `appeal show`.
pub const APPEAL: Page = Page {
    name: "appeal show",
    path: "/appeals/{appeal}",
    act: Act::AssessmentRead,
    room: "assessment",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "appeal.html")]
struct Body<'a> {
    t: Teller<'a>,
    code: String,
    batch: (String, String),
    results: String,
    name: String,
    unit: String,
    tone: &'static str,
    state: String,
    lead: String,
    grounds: String,
    reason: String,
    /// Label and value.
    days: Vec<(String, String)>,
    verbs: Vec<(String, String)>,
}

/// The colour of an appeal; its word always stands with it.
pub(super) fn tone(state: AppealState) -> &'static str {
    match state {
        AppealState::Lodged | AppealState::Assigned => "soon",
        AppealState::Won => "ok",
        AppealState::Rejected => "plain",
    }
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (appeal, batch) = appeal_in_path(desk, form).await?;
    desk.allow(Act::AssessmentRead, &appeal.target(&batch))?;
    let t = desk.teller();
    let (name, unit) = appeal_names(desk, &appeal, &batch).await?;
    let state = t.code("state-appeal", appeal.state.code());
    let verb = |act, command, target: &access::Target, end: &str, key: &str| {
        let can = decide(appeal.state, command).is_ok() && desk.may(act, target);
        can.then(|| (format!("{}/{end}", appeal_address(&appeal)), t.say(key)))
    };
    let verbs = [
        verb(Act::AppealAssign, AppealCommand::Assign, &batch.target(), "assessor", "appeal-assign"),
        verb(Act::AppealDecide, AppealCommand::Reject, &appeal.judge_target(), "decision", "appeal-decide"),
    ];
    let page = Body {
        t,
        lead: t.tell(&Say::new("appeal-show.lead").with("name", &name).with("unit", &unit)),
        tone: tone(appeal.state),
        results: results_address(&batch),
        days: days(desk, &appeal),
        verbs: verbs.into_iter().flatten().collect(),
        grounds: appeal.grounds.clone(),
        reason: appeal.reason.clone().unwrap_or_default(),
        batch: (batch.code, batch.title),
        code: appeal.code.clone(),
        name,
        unit,
        state,
    };
    let lines = page.days.iter().map(|(label, value)| format!("{label}: {value}"));
    let text: Vec<String> =
        std::iter::once(format!("{}  {}  {}  {}", page.code, page.name, page.unit, page.state))
            .chain(lines)
            .collect();
    Ok(Shown::Html {
        title: t.with("appeal-show-of", "name", &page.name),
        body: web::html(&page)?,
        text: text.join("\n"),
    })
}

fn days(desk: &Desk, appeal: &AppealFact) -> Vec<(String, String)> {
    let t = desk.teller();
    let day = |day: Day| long(day, desk.lang);
    let mut lines = vec![
        (t.say("appeal-judged-on"), day(appeal.judged_on)),
        (t.say("appeal-lodged-on"), day(appeal.lodged_on)),
        (t.say("appeal-lodged-until"), day(lodged_until(appeal.judged_on))),
    ];
    if let (Some(assessor), Some(on)) = (&appeal.assessor_name, appeal.assigned_on) {
        lines.push((t.say("appeal-assessor"), assessor.clone()));
        lines.push((t.say("appeal-assigned-on"), day(on)));
    }
    lines.extend(appeal.decided_on.map(|on| (t.say("appeal-decided-on"), day(on))));
    lines
}

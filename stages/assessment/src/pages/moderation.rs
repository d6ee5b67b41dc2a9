// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The moderation of one sitting: who is looked at and why just they, and what was said step by step.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::long;

use super::grid::state_of;
use crate::actions::{Bench, evidence_address, moderation_address, moderation_in_path, results_address};
use crate::facts;
use crate::moderation::{ModerationCommand, ModerationFact, ModerationState, decide};

/// `moderation show`.
pub const SHOW: Page = Page {
    name: "moderation show",
    path: "/batches/{batch}/assessment/sittings/{round}",
    act: Act::AssessmentRead,
    room: "assessment",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "moderation.html")]
struct Body<'a> {
    t: Teller<'a>,
    code: String,
    title: String,
    results: String,
    evidence: String,
    tone: &'static str,
    state: String,
    drawn: String,
    seed: String,
    /// Name, and the verdicts in force.
    sample: Vec<(String, String)>,
    /// What, by whom and when; and the words.
    steps: Vec<(String, String)>,
    verbs: Vec<(String, String)>,
}

/// The colour of a moderation; its word always stands with it.
pub(super) fn tone(state: ModerationState) -> &'static str {
    match state {
        ModerationState::Waiting => "soon",
        ModerationState::SentBack => "no",
        ModerationState::Confirmed => "ok",
    }
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (found, batch) = moderation_in_path(desk, form).await?;
    desk.allow(Act::AssessmentRead, &batch.target())?;
    let t = desk.teller();
    let bench = Bench::set(desk.house.db.read(), batch).await?;
    let title = t.with("moderation-show-of", "round", found.round);
    let page = Body {
        t,
        code: bench.batch.code.clone(),
        results: results_address(&bench.batch),
        evidence: evidence_address(&bench.batch),
        tone: tone(found.state),
        state: t.code("state-moderation", found.state.code()),
        drawn: t
            .tell(&Say::new("moderation-drawn").with("people", found.sample.len()).with("leaf", found.leaf)),
        seed: found.seed.clone(),
        sample: sample(desk, &bench, &found).await?,
        steps: steps(desk, &found),
        verbs: verbs(desk, &bench, &found),
        title: title.clone(),
    };
    let people = page.sample.iter().map(|(name, verdicts)| format!("{name}  {verdicts}"));
    let said = page.steps.iter().map(|(what, words)| format!("{what} {words}"));
    let text: Vec<String> = [format!("{title}: {}", page.state), page.drawn.clone()]
        .into_iter()
        .chain(people)
        .chain(said)
        .collect();
    Ok(Shown::Html { title, body: web::html(&page)?, text: text.join("\n") })
}

async fn sample(desk: &Desk, bench: &Bench, found: &ModerationFact) -> Result<Vec<(String, String)>, Halt> {
    let finals = facts::finals_of_batch(desk.house.db.read(), bench.batch.id).await?;
    let of = |person: &kernel::id::PersonId| {
        let verdicts: Vec<String> = bench
            .units
            .iter()
            .map(|unit| {
                let state = state_of(&finals, *person, unit).code();
                format!(
                    "{} {}",
                    unit.code.as_deref().unwrap_or(&unit.title),
                    desk.teller().code("assessment-state", state)
                )
            })
            .collect();
        (bench.name(*person).to_owned(), verdicts.join(", "))
    };
    Ok(found.sample.iter().map(of).collect())
}

fn steps(desk: &Desk, found: &ModerationFact) -> Vec<(String, String)> {
    let t = desk.teller();
    let line = |step: &crate::moderation::StepFact| {
        let say =
            Say::new("moderation-step-line").with("step", t.code("moderation-step", step.command.code()));
        let what = t.tell(&say.with("name", &step.name).with("day", long(step.day, desk.lang)));
        (what, step.note.clone())
    };
    found.steps.iter().map(line).collect()
}

fn verbs(desk: &Desk, bench: &Bench, found: &ModerationFact) -> Vec<(String, String)> {
    let address = moderation_address(&bench.batch, found.round);
    let verb = |act, command, end: &str, key: &str| {
        let can = decide(found.state, command).is_ok() && desk.may(act, &bench.batch.target());
        can.then(|| (format!("{address}/{end}"), desk.teller().say(key)))
    };
    let decides = found.assessor != desk.actor.account && Some(found.entered_by) != desk.actor.account;
    [
        verb(Act::ModerationDecide, ModerationCommand::Confirm, "moderation", "moderation-decide")
            .filter(|_| decides),
        verb(Act::ModerationAnswer, ModerationCommand::Answer, "answer", "moderation-answer"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

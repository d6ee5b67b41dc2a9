// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A proposal changed by hand. First it is shown what the change breaks and costs, and nothing is written; then it is kept as a
//! proposal of its own beside the one it comes from, if it breaks nothing.

use ::store::ConnectionTrait;
use access::{Act, Target};
use askama::Template;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say, Teller};

use super::change_form::{batches, instructors, parse, people, rooms, sessions};
use super::proposal_approve::question;
use super::proposal_keep::{code, keep, record_of};
use crate::proposal::{self, Applied, CostPart, Difference, Draft, ProposalFact, Snapshot, differences};
use crate::state::{ProposalCommand, decide_proposal};

/// `proposal change`.
pub const CHANGE: Action = Action {
    name: "proposal change",
    path: "/proposals/{proposal}/change",
    act: Act::ProposalMake,
    room: "planning",
    fields: &[
        Field::path("proposal"),
        Field::optional("session", Kind::Pick(|desk, form| Box::pin(sessions(desk, form)))),
        Field::optional("day", Kind::Day),
        Field::optional("starts", Kind::Minute),
        Field::optional("facility", Kind::Pick(|desk, form| Box::pin(rooms(desk, form)))),
        Field::optional("instructor", Kind::Pick(|desk, form| Box::pin(instructors(desk, form)))),
        Field::optional("person", Kind::Pick(|desk, form| Box::pin(people(desk, form)))),
        Field::optional("batch", Kind::Pick(|desk, form| Box::pin(batches(desk, form)))),
        Field::optional("other", Kind::Pick(|desk, form| Box::pin(people(desk, form)))),
        Field::optional("code", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// Set by the button that only looks, and by links from the calendar.
const PREVIEW: &str = "preview";

/// What a change would do.
struct Considered {
    snapshot: Snapshot,
    before: Draft,
    applied: Applied,
    command: ProposalCommand,
    /// What the hours cost before; nothing where it is not known.
    costs: (Vec<CostPart>, Option<Vec<CostPart>>),
}

/// The proposal that the address names, if this person may make one like it.
pub(super) async fn changeable(desk: &Desk, form: &Form) -> Result<ProposalFact, Halt> {
    let found = proposal::proposal_by_code(desk.house.db.read(), form.text("proposal")).await?;
    let found = found.ok_or(Halt::Missing)?;
    desk.allow(Act::ProposalMake, &Target::of(found.host))?;
    Ok(found)
}

async fn consider<C: ConnectionTrait>(
    desk: &Desk,
    on: &C,
    form: &Form,
    made: &ProposalFact,
) -> Result<Considered, Halt> {
    let before = proposal::read_draft(on, made).await?;
    // Decided already is the answer, whatever has become of the facts since.
    decide_proposal(made.state(), ProposalCommand::TurnDown)?;
    let snapshot = Snapshot::read(on, question(on, made, &before).await?).await?;
    let applied = proposal::apply(&snapshot, &before, &parse(form, &snapshot, &before)?);
    let command = ProposalCommand::Change {
        parent_holds: proposal::in_force(on, made.host).await? == made.parent,
        facts_hold: snapshot.digest() == made.digest,
        changes: applied.changed.len(),
        faults: proposal::faults(&snapshot, &applied.draft, desk.lang),
    };
    let costs = (proposal::cost_of(on, made.id).await?, proposal::cost(&snapshot, &applied.draft));
    Ok(Considered { snapshot, before, applied, command, costs })
}

impl Considered {
    /// Points and cost beside those it comes from.
    fn differences(&self) -> Vec<Difference> {
        let (before, after) = &self.costs;
        let after = after.as_deref().unwrap_or_default();
        differences((self.before.value, before), (self.applied.draft.value, after))
    }
}

#[derive(Template)]
#[template(path = "proposal_change.html")]
struct Verdict<'a> {
    t: Teller<'a>,
    holds: bool,
    sentence: String,
    changed: Vec<String>,
    faults: Vec<String>,
    next: String,
    lines: Vec<DifferenceLine>,
    summary: String,
}

/// One row of the comparison.
struct DifferenceLine {
    title: String,
    before: i64,
    after: i64,
    told: String,
}

#[derive(Template)]
#[template(path = "proposal_change_look.html")]
struct Look<'a> {
    t: Teller<'a>,
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let made = changeable(desk, form).await?;
    let mut prepared = Prepared::about(made.code.clone(), format!("/proposals/{}", made.code));
    prepared.grid_html = web::html(&Look { t: desk.teller() })?;
    if !form.text(PREVIEW).is_empty() {
        prepared.notes_html = verdict(desk, form, &made).await?;
    } else {
        decide_proposal(made.state(), ProposalCommand::TurnDown)?;
    }
    Ok(prepared)
}

/// What the change breaks and costs, as the page shows it above the form.
async fn verdict(desk: &Desk, form: &Form, made: &ProposalFact) -> Result<String, Halt> {
    let on = desk.house.db.read();
    let t = desk.teller();
    let mut view = Verdict {
        t,
        holds: false,
        sentence: String::new(),
        changed: Vec::new(),
        faults: Vec::new(),
        next: String::new(),
        lines: Vec::new(),
        summary: String::new(),
    };
    match consider(desk, on, form, made).await {
        Ok(considered) => {
            view.changed = changed(desk, &considered).await?;
            let is_told = considered.costs.1.is_some();
            let found = if is_told { considered.differences() } else { Vec::new() };
            view.summary = summary(t, &found);
            view.lines = found.iter().map(|one| DifferenceLine::of(t, one)).collect();
            match decide_proposal(made.state(), considered.command) {
                Ok(_) => (view.holds, view.sentence) = (true, t.say("proposal-change-holds")),
                Err(refusal) => view.refused(t, &refusal),
            }
        }
        Err(Halt::Refusal(refusal)) => view.refused(t, &refusal),
        Err(Halt::Problems(problems)) => {
            view.sentence = t.say("proposal-change-unread");
            view.faults = problems.iter().map(|problem| t.tell(&problem.say)).collect();
        }
        Err(halt) => return Err(halt),
    }
    web::html(&view)
}

impl Verdict<'_> {
    fn refused(&mut self, t: Teller<'_>, refusal: &desk::Refusal) {
        self.sentence = t.tell(&refusal.say());
        self.faults = refusal.reasons.iter().map(|say| t.tell(say)).collect();
        self.next = t.tell(&refusal.next());
    }
}

impl DifferenceLine {
    fn of(t: Teller<'_>, difference: &Difference) -> Self {
        Self {
            title: t.say(&difference.word()),
            before: difference.before,
            after: difference.after,
            told: difference.told(t),
        }
    }
}

/// "3 points less, 2 hours of waiting more", or that all stays as it is.
fn summary(t: Teller<'_>, differences: &[Difference]) -> String {
    let parts: Vec<String> =
        differences.iter().filter(|one| one.before != one.after).map(|one| one.sentence(t)).collect();
    if parts.is_empty() { t.say("proposal-difference-none") } else { parts.join(" ") }
}

async fn changed(desk: &Desk, considered: &Considered) -> Result<Vec<String>, Halt> {
    let names = names(desk, &considered.applied).await?;
    let t = desk.teller();
    let name = |person| names.iter().find(|(id, _)| *id == person).map(|(_, name)| name.clone());
    let say = |change: &proposal::Changed| t.tell(&change.say(|person| name(person).unwrap_or_default()));
    Ok(considered.applied.changed.iter().map(say).collect())
}

async fn names(desk: &Desk, applied: &Applied) -> Result<Vec<(kernel::id::PersonId, String)>, Halt> {
    let ids: Vec<_> =
        applied.changed.iter().flat_map(|change| [change.person, change.other]).flatten().collect();
    let found = people::facts::persons(desk.house.db.read(), &ids).await?;
    Ok(found.into_iter().map(|person| (person.id, person.name)).collect())
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let made = changeable(desk, form).await?;
    let new_code = new_code(desk, form, &made).await?;
    let mut work = desk.begin("proposal change").await?;
    let considered = consider(desk, &work.tx, form, &made).await?;
    let t = desk.teller();
    let found = if considered.costs.1.is_some() { considered.differences() } else { Vec::new() };
    let Considered { snapshot, applied, command, .. } = considered;
    decide_proposal(made.state(), command)?;
    let record = record_of(desk, (new_code, made.parent), &snapshot, &applied.draft, made.seed);
    keep(&mut work, &record, &snapshot, &applied.draft).await?;
    proposal::keep_origin(&work.tx, record.id, made.id, &applied.changed).await?;
    let say = Say::new("proposal-changed").with("code", &record.code).with("from", &made.code);
    let mut done = Done::new(format!("/proposals/{}", record.code), say);
    done.more.push(Say::new("proposal-difference-text").with("text", summary(t, &found)));
    work.commit(done).await
}

/// The code that was typed, or that of the proposal it comes from with the next free letter behind it.
async fn new_code(desk: &Desk, form: &Form, made: &ProposalFact) -> Result<String, Halt> {
    let mut reading = form.read();
    if let Some(text) = reading.optional_text("code") {
        let typed = code(&text);
        if typed.is_none() {
            reading.problem("code", Say::new("problem-proposal-code").with("text", &text));
        }
        reading.done()?;
        return Ok(typed.unwrap_or_default());
    }
    let known = proposal::proposals_of(desk.house.db.read(), made.host).await?;
    let stem = match made.code.rsplit_once('-') {
        Some((stem, letter)) if is_letter(letter) && known.iter().any(|one| one.code == stem) => stem,
        _ => &made.code,
    };
    let mut free = ('A'..='Z').map(|letter| format!("{stem}-{letter}"));
    let free = free.find(|code| !known.iter().any(|one| one.code == *code));
    free.filter(|code| code.len() <= 40).ok_or_else(|| Halt::field("code", "problem-empty"))
}

fn is_letter(text: &str) -> bool {
    text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The results of a batch: people by units, with the number of tries, and the sittings behind them.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use programme::facts::{BatchFact, UnitFact};
use training::facts::Learner;

use super::grid::state_of;
use super::tone;
use crate::actions::{
    Bench, appeal_address, applications_address, batch_in_path, evidence_address, may_confirm,
    moderation_address, results_address,
};
use crate::facts::{self, AppealFact, FinalFact, ModerationFact, ResultFact, SittingFact, SittingKind};
use crate::rules::SittingKind as Kind;
use crate::state::UnitState;

/// `assessment show`.
pub const SHOW: Page = Page {
    name: "assessment show",
    path: "/batches/{batch}/assessment",
    act: Act::AssessmentRead,
    room: "assessment",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Cell {
    unit: String,
    code: &'static str,
    tone: &'static str,
    state: String,
    /// Which try it was, or that an appeal gave it; empty for the first.
    attempt: String,
}

struct Line {
    name: String,
    number: String,
    tone: &'static str,
    outcome: String,
    cells: Vec<Cell>,
}

struct AppealLine {
    href: String,
    name: String,
    unit: String,
    tone: &'static str,
    state: String,
}

#[derive(Template)]
#[template(path = "results.html")]
struct Body<'a> {
    t: Teller<'a>,
    code: String,
    title: String,
    lead: String,
    booking: String,
    units: Vec<(String, String)>,
    lines: Vec<Line>,
    sittings: Vec<String>,
    appeals: Vec<AppealLine>,
    moderations: Vec<ModerationLine>,
    verbs: Vec<(String, String)>,
    /// What stands beside the results.
    ways: Vec<(String, String)>,
}

struct ModerationLine {
    href: String,
    title: String,
    tone: &'static str,
    state: String,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::AssessmentRead, &batch.target())?;
    let on = desk.house.db.read();
    let t = desk.teller();
    let bench = Bench::set(on, batch).await?;
    let batch = &bench.batch;
    let finals = facts::finals_of_batch(on, batch.id).await?;
    let results = facts::results(on, batch.id).await?;
    let counts = facts::counts(on, batch.id).await?;
    let lines: Vec<Line> = bench
        .roster
        .learners
        .iter()
        .map(|learner| line(t, &bench.units, learner, (&finals, &results)))
        .collect();
    let sittings = facts::sittings(on, batch.id).await?;
    let appeals = facts::appeals(on, batch.id).await?;
    // Only who teaches the batch confirms.
    let confirms = may_confirm(desk, batch).await.is_ok();
    let lead = match SittingKind::needed_for(batch.programme.certificate_kind) {
        None => t.say("assessment-not-applicable"),
        Some(_) if counts.assessed == 0 => t.say("assessment-nobody-yet"),
        Some(_) => t.tell(
            &Say::new("assessment-outcome")
                .with("competent", counts.k_people)
                .with("assessed", counts.assessed),
        ),
    };
    let said = |line: &Line| {
        let cells: Vec<&str> = line.cells.iter().map(|cell| cell.code).collect();
        format!("{}  {}  {}", line.number, line.name, cells.join(" "))
    };
    let text: Vec<String> = std::iter::once(lead.clone()).chain(lines.iter().map(said)).collect();
    let title = t.with("assessment-show-of", "batch", &batch.title);
    let page = Body {
        t,
        title: title.clone(),
        lead,
        booking: booking(desk, batch),
        units: bench
            .units
            .iter()
            .map(|unit| (unit.code.clone().unwrap_or_default(), unit.title.clone()))
            .collect(),
        lines,
        verbs: verbs(desk, &bench, &finals, confirms),
        ways: ways(desk, batch),
        moderations: facts::moderations(on, batch.id)
            .await?
            .iter()
            .map(|one| moderation_line(t, batch, one))
            .collect(),
        sittings: sittings.iter().map(|sitting| sitting_line(desk, sitting, &appeals)).collect(),
        appeals: appeals.iter().map(|appeal| appeal_line(t, &bench, appeal)).collect(),
        code: batch.code.clone(),
    };
    Ok(Shown::Html { title, body: web::html(&page)?, text: text.join("\n") })
}

/// What is booked, in words; empty where nothing is.
fn booking(desk: &Desk, batch: &BatchFact) -> String {
    let Some(booking) = &batch.assessment else { return String::new() };
    let say = Say::new("assessment-booked").with("day", kernel::day::long(booking.reserved_on, desk.lang));
    desk.teller().tell(&say.with("place", &booking.place).with("assessor", &booking.assessor_name))
}

/// One sitting in words; the decision on an appeal says so.
fn sitting_line(desk: &Desk, sitting: &SittingFact, appeals: &[AppealFact]) -> String {
    let kind = match appeals.iter().any(|appeal| appeal.decision == Some(sitting.id)) {
        true => "appeal",
        false => sitting.kind.code(),
    };
    let say = Say::new(format!("assessment-sitting-{kind}")).with("round", sitting.round);
    let say = say.with("day", kernel::day::long(sitting.day, desk.lang));
    desk.teller().tell(&say.with("assessor", &sitting.assessor_name).with("place", &sitting.place))
}

fn line(
    t: Teller<'_>,
    units: &[UnitFact],
    learner: &Learner,
    (finals, results): (&[FinalFact], &[ResultFact]),
) -> Line {
    let cell = |unit: &UnitFact| {
        let state = state_of(finals, learner.id(), unit);
        let tries = results.iter().filter(|one| one.person == learner.id() && one.unit == unit.id);
        let last = tries.max_by_key(|one| one.attempt);
        Cell {
            unit: unit.title.clone(),
            code: match state {
                UnitState::Untested => "-",
                state => state.code(),
            },
            tone: tone(state),
            state: t.code("assessment-state", state.code()),
            attempt: match last {
                Some(one) if !one.note.is_empty() => t.say("assessment-by-appeal"),
                Some(one) if one.attempt > 1 => t.with("assessment-attempt", "attempt", one.attempt),
                Some(_) | None => String::new(),
            },
        }
    };
    let is_assessed = finals.iter().any(|one| one.person == learner.id());
    let (tone, outcome) = match (is_assessed, facts::is_all_competent(units, finals, learner.id())) {
        (_, true) => ("ok", "assessment-all-competent"),
        (true, false) => ("soon", "assessment-some-missing"),
        (false, false) if learner.seat.left_on.is_some() => ("plain", "assessment-left"),
        (false, false) => ("plain", "assessment-not-yet"),
    };
    Line {
        name: learner.person.name.clone(),
        number: learner.register.clone().unwrap_or_default(),
        tone,
        outcome: t.say(outcome),
        cells: units.iter().map(cell).collect(),
    }
}

fn appeal_line(t: Teller<'_>, bench: &Bench, appeal: &AppealFact) -> AppealLine {
    let unit = bench.units.iter().find(|unit| unit.id == appeal.unit);
    AppealLine {
        href: appeal_address(appeal),
        name: bench.roster.learner(appeal.person).map_or("", |learner| &learner.person.name).to_owned(),
        unit: unit.map(|unit| unit.title.clone()).unwrap_or_default(),
        tone: super::appeal::tone(appeal.state),
        state: t.code("state-appeal", appeal.state.code()),
    }
}

fn moderation_line(t: Teller<'_>, batch: &BatchFact, one: &ModerationFact) -> ModerationLine {
    ModerationLine {
        href: moderation_address(batch, one.round),
        title: t.with("moderation-show-of", "round", one.round),
        tone: super::moderation::tone(one.state),
        state: t.code("state-moderation", one.state.code()),
    }
}

/// The pages beside the results, where an assessor judges.
fn ways(desk: &Desk, batch: &BatchFact) -> Vec<(String, String)> {
    if Kind::needed_for(batch.programme.certificate_kind) != Some(Kind::Competence) {
        return Vec::new();
    }
    let t = desk.teller();
    let mut ways = vec![(evidence_address(batch), t.say("evidence-see"))];
    if desk.may(Act::CandidateRead, &batch.target()) {
        ways.insert(0, (applications_address(batch), t.say("candidate-see")));
    }
    ways
}

/// What this person may do next: the first try while somebody is untested, a later one while somebody lacks a K.
fn verbs(desk: &Desk, bench: &Bench, finals: &[FinalFact], confirms: bool) -> Vec<(String, String)> {
    let t = desk.teller();
    let target = bench.batch.target();
    let address = results_address(&bench.batch);
    let some = |state: UnitState| {
        let has =
            |learner: &Learner| bench.units.iter().any(|unit| state_of(finals, learner.id(), unit) == state);
        bench.roster.learners.iter().any(has)
    };
    let mut verbs = Vec::new();
    match Kind::needed_for(bench.batch.programme.certificate_kind) {
        Some(Kind::Competence) if desk.may(Act::AssessmentDecide, &target) => {
            if some(UnitState::Untested) {
                verbs.push((format!("{address}/decision"), t.say("assessment-decide")));
            }
            if some(UnitState::NotYet) {
                verbs.push((format!("{address}/retry"), t.say("assessment-retry")));
            }
        }
        Some(Kind::Mastery)
            if confirms
                && desk.may(Act::MasteryConfirm, &target)
                && (some(UnitState::Untested) || some(UnitState::NotYet)) =>
        {
            verbs.push((format!("/batches/{}/mastery", bench.batch.code), t.say("mastery-confirm")));
        }
        Some(_) | None => {}
    }
    let is_competence = Kind::needed_for(bench.batch.programme.certificate_kind) == Some(Kind::Competence);
    if is_competence && some(UnitState::NotYet) && desk.may(Act::AppealLodge, &target) {
        verbs.push((format!("/batches/{}/appeals/new", bench.batch.code), t.say("appeal-lodge")));
    }
    verbs
}

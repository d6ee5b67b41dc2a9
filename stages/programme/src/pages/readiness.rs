// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What this room can say about whether a batch is ready. The gate itself stands in the planning room.

use desk::{Desk, Halt, Say};
use kernel::day::short;

use super::long;
use crate::facts::{self, BatchFact, InstructorFact, Verdict};
use crate::state::Fitness;

/// One condition; `state` is `met`, `unmet` or `waiting`.
pub struct Condition {
    pub state: &'static str,
    pub title: String,
    pub detail: String,
}

/// Facility, assessment, instructors' hours and money of a batch.
pub async fn readiness(
    desk: &Desk,
    batch: &BatchFact,
    instructors: &[InstructorFact],
) -> Result<Vec<Condition>, Halt> {
    Ok(vec![
        facility(desk, batch).await?,
        assessment(desk, batch),
        hours(desk, instructors).await?,
        budget(desk, batch),
    ])
}

fn condition(desk: &Desk, state: &'static str, title: &str, detail: Say) -> Condition {
    let teller = desk.teller();
    Condition { state, title: teller.say(title), detail: teller.tell(&detail) }
}

async fn facility(desk: &Desk, batch: &BatchFact) -> Result<Condition, Halt> {
    let on = desk.house.db.read();
    let Some(id) = batch.programme.facility else {
        return Ok(condition(desk, "waiting", "ready-facility", "ready-facility-none".into()));
    };
    let rounds = facts::inspections(on, id).await?;
    let lines = facts::findings(on, id).await?;
    let fitness = Fitness::of(rounds.first(), &lines);
    let state = match fitness {
        Fitness::Unseen | Fitness::Mended { .. } => "waiting",
        Fitness::Unfit { .. } => "unmet",
        Fitness::Fit { .. } => "met",
    };
    let detail = match (&fitness, rounds.first()) {
        (Fitness::Unfit { .. } | Fitness::Mended { .. }, Some(latest)) => {
            let missing = lines.iter().filter(|line| line.inspection == latest.id && !line.met);
            let missing: Vec<String> =
                missing.map(|line| format!("{} ({} / {})", line.item, line.found, line.needed)).collect();
            Say::new(format!("ready-facility-{}", fitness.code())).with("missing", missing.join("; "))
        }
        (_, Some(latest)) if latest.verdict == Verdict::Pass => {
            Say::new("ready-facility-fit").with("day", long(desk, latest.day)).with("round", latest.round)
        }
        _ => Say::new("ready-facility-unseen"),
    };
    Ok(condition(desk, state, "ready-facility", detail))
}

fn assessment(desk: &Desk, batch: &BatchFact) -> Condition {
    match &batch.assessment {
        None => condition(desk, "waiting", "ready-assessment", "ready-assessment-none".into()),
        Some(booked) => {
            let detail = Say::new("ready-assessment-booked").with("day", long(desk, booked.reserved_on));
            condition(desk, "met", "ready-assessment", detail.with("assessor", &booked.assessor_name))
        }
    }
}

async fn hours(desk: &Desk, instructors: &[InstructorFact]) -> Result<Condition, Halt> {
    let mut with_hours = 0;
    for instructor in instructors {
        let week = facts::instructor_hours(desk.house.db.read(), instructor.id).await?;
        with_hours += usize::from(!week.is_empty());
    }
    let state = if with_hours == 0 { "waiting" } else { "met" };
    let detail = Say::new("ready-hours-count").with("count", with_hours).with("of", instructors.len());
    Ok(condition(desk, state, "ready-hours", detail))
}

fn budget(desk: &Desk, batch: &BatchFact) -> Condition {
    match &batch.budget_line {
        Some(line) => {
            condition(desk, "met", "ready-budget", Say::new("ready-budget-line").with("line", line))
        }
        None => {
            let detail = Say::new("ready-budget-none").with("day", short(batch.starts_on));
            condition(desk, "waiting", "ready-budget", detail)
        }
    }
}

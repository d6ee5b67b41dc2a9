// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One proposal and its weeks, for programs. That somebody must be kept apart is never told here, to nobody: a program needs the
//! verdict, and the page tells those who may know it.

use std::collections::BTreeSet;

use access::{Act, Target};
use chrono::{DateTime, Utc};
use desk::{Desk, Field, Form, Halt, Kind, Page, PageFacts, told};
use kernel::day::{self, Day};
use kernel::id::PersonId;
use kernel::zone::Minute;

use super::proposal_calendar::{CALENDAR, days, monday};
use super::proposal_parts::{Parts, Session};
use super::proposal_show::{PROPOSAL, PersonLine, Told};
use crate::proposal::{self, DraftBatch, ProposalFact, Verdict};

told! {
    ProposalSession {
        batch: String,
        module: String,
        module_title: String,
        day: Day,
        starts: Minute,
        ends: Minute,
        jp: i64,
        facility: String,
        facility_name: String,
        /// Empty where the one named is not put down for the batch any more.
        instructor: String,
        instructor_name: String,
    }

    ProposalPerson {
        person: PersonId,
        name: String,
        /// The batch of the seat; none for one without.
        batch: Option<String>,
        /// One sentence in the language asked for, then one for each thing in the way.
        why: String,
        bars: Vec<String>,
        /// Against the plan it was made from; empty where nothing changes.
        change: String,
    }

    ProposalBatch {
        batch: String,
        title: String,
        opens: bool,
        seats: i64,
        seated: i64,
        /// Why it waits, each a sentence in the language asked for.
        waits: Vec<String>,
        /// In the order in which they would move up.
        reserves: Vec<PersonId>,
    }

    ProposalCost { rule: String, units: i64, weight: i64 }

    ProposalFacts {
        code: String,
        made_at: DateTime<Utc>,
        state: &'static str,
        decided_on: Option<Day>,
        reason: String,
        /// Points reached, and those that no plan can exceed.
        value: i64,
        bound: i64,
        batches: Vec<ProposalBatch>,
        people: Vec<ProposalPerson>,
        sessions: Vec<ProposalSession>,
        costs: Vec<ProposalCost>,
    }

    ProposalWeek {
        code: String,
        first: Day,
        last: Day,
        /// Mondays of all weeks in which anything lies.
        weeks: Vec<Day>,
        sessions: Vec<ProposalSession>,
    }
}

/// The proposal that the address names, for one who may read it.
async fn named(desk: &Desk, form: &Form) -> Result<ProposalFact, Halt> {
    let on = desk.house.db.read();
    let made = proposal::proposal_by_code(on, form.text("proposal")).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::ProposalRead, &Target::of(made.host))?;
    Ok(made)
}

impl ProposalSession {
    fn of(one: &Session) -> Self {
        Self {
            batch: one.batch.clone(),
            module: one.module.0.clone(),
            module_title: one.module.1.clone(),
            day: one.slot.day,
            starts: one.slot.starts,
            ends: one.slot.ends,
            jp: one.slot.jp,
            facility: one.room.0.clone(),
            facility_name: one.room.1.clone(),
            instructor: one.instructor.0.clone(),
            instructor_name: one.instructor.1.clone(),
        }
    }
}

impl ProposalBatch {
    fn of(told: &Told<'_>, draft: &DraftBatch) -> Option<Self> {
        let batch = told.batches.get(&draft.batch)?;
        let seated = told.draft.verdicts.iter().filter(|verdict| verdict.batch == Some(draft.batch)).count();
        let t = told.desk.teller();
        Some(Self {
            batch: batch.code.clone(),
            title: batch.title.clone(),
            opens: draft.opens,
            seats: batch.seats,
            seated: i64::try_from(seated).unwrap_or(i64::MAX),
            waits: draft.waits.iter().map(|waits| t.tell(&waits.say())).collect(),
            reserves: draft.reserves.clone(),
        })
    }
}

impl PageFacts for ProposalFacts {
    const PAGE: Page = PROPOSAL;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let made = named(desk, form).await?;
        let on = desk.house.db.read();
        let mut told = Told::read(desk, &made).await?;
        told.knows_apart = false;
        let parts = Parts::read(desk, &made).await?;
        let person = |verdict: &Verdict| {
            let PersonLine { id, name, may_open: _, why, bars, change } = told.line(verdict);
            let batch = verdict.batch.map(|batch| parts.code_of(batch));
            ProposalPerson { person: id, name, batch, why, bars, change }
        };
        let cost = |part: proposal::CostPart| ProposalCost {
            rule: part.rule,
            units: part.units,
            weight: part.weight,
        };
        Ok(Self {
            batches: told.draft.batches.iter().filter_map(|draft| ProposalBatch::of(&told, draft)).collect(),
            people: told.draft.verdicts.iter().map(person).collect(),
            sessions: parts.sessions.iter().map(ProposalSession::of).collect(),
            costs: proposal::cost_of(on, made.id).await?.into_iter().map(cost).collect(),
            state: made.state().code(),
            made_at: made.made_at,
            value: made.value,
            bound: made.bound,
            decided_on: made.decision.as_ref().map(|decision| decision.on),
            reason: made.decision.map(|decision| decision.reason).unwrap_or_default(),
            code: made.code,
        })
    }
}

impl PageFacts for ProposalWeek {
    const PAGE: Page = CALENDAR;
    const QUERY: &'static [Field] = &[Field::optional("week", Kind::Day)];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let made = named(desk, form).await?;
        let sessions = Parts::read(desk, &made).await?.sessions;
        let weeks: BTreeSet<Day> = sessions.iter().map(|one| monday(one.slot.day)).collect();
        let asked = day::parse(form.text("week")).ok().map(monday);
        let first = asked.or(weeks.first().copied()).unwrap_or(monday(desk.today()));
        let last = days(first, &sessions).last().copied().unwrap_or(first);
        let here = sessions.iter().filter(|one| (first..=last).contains(&one.slot.day));
        Ok(Self {
            sessions: here.map(ProposalSession::of).collect(),
            weeks: weeks.into_iter().collect(),
            code: made.code,
            first,
            last,
        })
    }
}

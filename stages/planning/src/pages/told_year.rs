// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Plans of a year, for programs.

use desk::{AFTER, Desk, Field, Form, Halt, LIMIT, Page, PageFacts, Slice, told};
use kernel::day::Day;
use kernel::rupiah::Rupiah;

use super::year_list::{YEAR_PLANS, lines};
use super::year_show::{YEAR_PLAN, findings, money, seen};
use crate::rules::LineFacts;
use crate::year::{self, YearLine, YearLook};

told! {
    YearPlanItem {
        code: String,
        year: i64,
        state: &'static str,
        made_on: Day,
        laid_on: Option<Day>,
        approved_on: Option<Day>,
        batches: i64,
        ceiling: Rupiah,
        planned: Rupiah,
        tied: Rupiah,
    }

    YearPlanList { items: Vec<YearPlanItem>, next: Option<String> }

    YearMoneyFacts {
        source: &'static str,
        ceiling: Rupiah,
        planned: Rupiah,
        /// Taken by batches that were opened.
        opened: Rupiah,
        /// Taken by batches that wait to be opened.
        waiting: Rupiah,
        /// Of the ceiling.
        left: Rupiah,
    }

    YearBatchFacts { batch: String, line: String, amount: Rupiah, starts_on: Day, ends_on: Day, opened_on: Option<Day> }

    YearLineFacts {
        code: String,
        programme: String,
        title: String,
        /// 1 to 12.
        first_month: i64,
        last_month: i64,
        batches: i64,
        held: i64,
        seats: i64,
        cost: Rupiah,
        unit: &'static str,
        source: &'static str,
        planned: Rupiah,
    }

    YearPlanFacts {
        code: String,
        year: i64,
        state: &'static str,
        made_on: Day,
        laid_on: Option<Day>,
        approved_on: Option<Day>,
        /// Why it was given back; empty where it was not.
        note: String,
        lines: Vec<YearLineFacts>,
        money: Vec<YearMoneyFacts>,
        batches: Vec<YearBatchFacts>,
        /// What is in the way, each a sentence in the language asked for.
        blocking: Vec<String>,
        /// What is to be weighed.
        warnings: Vec<String>,
    }
}

impl PageFacts for YearPlanList {
    const PAGE: Page = YEAR_PLANS;
    const QUERY: &'static [Field] = &[AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let item = |line: super::year_list::Line| YearPlanItem {
            code: line.plan.code,
            year: line.plan.year,
            state: line.plan.state.code(),
            made_on: line.plan.made_on,
            laid_on: line.plan.laid_on,
            approved_on: line.plan.approved_on,
            batches: line.batches,
            ceiling: line.ceiling,
            planned: line.planned,
            tied: line.tied,
        };
        let items = lines(desk).await?.into_iter().map(item).collect();
        let (items, next) = Slice::read(desk, form)?.of_all(items, |item: &YearPlanItem| item.code.clone());
        Ok(Self { items, next })
    }
}

impl YearLineFacts {
    fn of(look: &YearLook, (line, facts): (&YearLine, &LineFacts)) -> Self {
        Self {
            code: line.code.clone(),
            programme: look.programme(line).map(|programme| programme.code.clone()).unwrap_or_default(),
            title: facts.title.clone(),
            first_month: line.months.0,
            last_month: line.months.1,
            batches: line.batches,
            held: facts.held,
            seats: line.seats,
            cost: line.cost,
            unit: line.unit.code(),
            source: line.source.code(),
            planned: line.planned(),
        }
    }
}

impl YearBatchFacts {
    fn of(look: &YearLook, tied: &year::TiedBatch) -> Option<Self> {
        let batch = look.batch(tied.batch)?;
        Some(Self {
            batch: batch.code.clone(),
            line: look.contents.line(tied.line)?.code.clone(),
            amount: tied.amount,
            starts_on: batch.starts_on,
            ends_on: batch.ends_on,
            opened_on: look.opened.get(&batch.id).copied(),
        })
    }
}

impl PageFacts for YearPlanFacts {
    const PAGE: Page = YEAR_PLAN;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let (plan, look) = seen(desk, form).await?;
        let (blocking, warnings) = findings(desk, &plan, &look);
        let money = money(desk, &look).into_iter().map(|row| YearMoneyFacts {
            source: row.code,
            ceiling: row.ceiling,
            planned: row.planned,
            opened: row.opened,
            waiting: row.waiting,
            left: row.left,
        });
        let lines = look.contents.lines.iter().zip(&look.facts.lines);
        Ok(Self {
            lines: lines.map(|both| YearLineFacts::of(&look, both)).collect(),
            money: money.collect(),
            batches: look.contents.tied.iter().filter_map(|tied| YearBatchFacts::of(&look, tied)).collect(),
            code: plan.code,
            year: plan.year,
            state: plan.state.code(),
            made_on: plan.made_on,
            laid_on: plan.laid_on,
            approved_on: plan.approved_on,
            note: plan.note,
            blocking,
            warnings,
        })
    }
}

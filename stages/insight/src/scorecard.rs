// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One agreement held against itself: promised, delivered, achieved. No person stands in it.

use std::ops::Add;

use assessment::facts::Verdict;
use kernel::day::Day;
use kernel::id::BatchId;
use partnership::facts::{AgreementFact, ObligationFact, Progress};
use store::{ConnectionTrait, DbErr};
use training::facts::SessionState;

use crate::facts::Filter;
use crate::gather::counted;
use crate::tally::{Code, Step, Tally};

/// The steps a scorecard shows of what was achieved, in order.
pub const ACHIEVED: [Code; 9] = [
    Code::Applicants,
    Code::Seated,
    Code::Completed,
    Code::Assessed,
    Code::Competent,
    Code::Certified,
    Code::DueMonth12,
    Code::InWorkMonth12,
    Code::UnknownMonth12,
];

/// What was taught and judged in one batch or in many.
///
/// # Units
/// Lesson hours of the programme's own length; one verdict is one person in one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Work {
    pub jp_planned: i64,
    pub jp_held: i64,
    /// Verdicts K in force.
    pub units_k: i64,
    /// Verdicts BK in force.
    pub units_bk: i64,
}

impl Add for Work {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            jp_planned: self.jp_planned + other.jp_planned,
            jp_held: self.jp_held + other.jp_held,
            units_k: self.units_k + other.units_k,
            units_bk: self.units_bk + other.units_bk,
        }
    }
}

/// One batch under the agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchLine {
    pub code: String,
    pub title: String,
    pub starts_on: Day,
    pub ends_on: Day,
    pub tally: Tally,
    pub work: Work,
}

/// One agreement with its promises and its batches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    pub agreement: AgreementFact,
    pub promises: Vec<ObligationFact>,
    pub batches: Vec<BatchLine>,
}

impl Scorecard {
    /// Everything achieved under the agreement, added up.
    pub fn whole(&self) -> Tally {
        self.batches.iter().map(|batch| batch.tally).sum()
    }

    pub fn work(&self) -> Work {
        self.batches.iter().map(|batch| batch.work).fold(Work::default(), Add::add)
    }

    /// Promises that stand so on a day.
    pub fn count(&self, progress: Progress, today: Day) -> usize {
        self.promises.iter().filter(|promise| promise.progress(today) == progress).count()
    }

    /// The steps of what was achieved.
    pub fn achieved(&self) -> Vec<Step> {
        let whole = self.whole();
        ACHIEVED.iter().map(|code| whole.step(*code)).collect()
    }
}

/// Reads the scorecard of an agreement as of a day.
pub async fn scorecard<C: ConnectionTrait>(
    on: &C,
    agreement: AgreementFact,
    today: Day,
) -> Result<Scorecard, DbErr> {
    let promises = partnership::facts::obligations(on, agreement.id).await?;
    let filter = Filter { agreement: Some(agreement.id), ..Filter::default() };
    let tallies = counted(on, &filter, today).await?;
    let mut batches = Vec::new();
    for batch in programme::facts::batches_ever_under(on, agreement.id).await? {
        let tally = tallies.iter().find(|line| line.batch == batch.id).map(|line| line.tally);
        batches.push(BatchLine {
            tally: tally.unwrap_or_default(),
            work: work(on, batch.id).await?,
            code: batch.code,
            title: batch.title,
            starts_on: batch.starts_on,
            ends_on: batch.ends_on,
        });
    }
    Ok(Scorecard { agreement, promises, batches })
}

async fn work<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Work, DbErr> {
    let planned = planning::facts::slots(on, batch).await?;
    let sessions = training::facts::sessions(on, batch).await?;
    let held = sessions.iter().filter(|session| session.state == SessionState::Held);
    let finals = assessment::facts::finals_of_batch(on, batch).await?;
    let verdicts = |wanted: Verdict| {
        let count = finals.iter().filter(|line| line.verdict == wanted).count();
        i64::try_from(count).expect("no batch has more verdicts than fit")
    };
    Ok(Work {
        jp_planned: planned.iter().map(|slot| slot.jp).sum(),
        jp_held: held.map(|session| session.jp).sum(),
        units_k: verdicts(Verdict::Competent),
        units_bk: verdicts(Verdict::NotYet),
    })
}

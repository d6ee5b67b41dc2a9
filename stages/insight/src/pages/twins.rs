// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The figures, for programs: how many, of how many, as of when.

use desk::{Desk, Field, Form, Halt, Kind, Page, PageFacts, Twin, told};
use kernel::day::Day;

use super::FUNNEL;
use super::funnel;
use crate::gather::counted;
use crate::tally::{Step, Tally};

/// Every page that is told.
pub fn twins() -> Vec<Twin> {
    vec![Twin::of::<InsightFacts>()]
}

told! {
    /// `of` and `percent` are null where the question does not arise, `percent` also where there are too few.
    InsightStep { code: &'static str, count: i64, of: Option<i64>, percent: Option<i64> }

    InsightAgreement { code: String, title: String, steps: Vec<InsightStep> }

    InsightFacts { as_of: Day, steps: Vec<InsightStep>, agreements: Vec<InsightAgreement> }
}

impl From<Step> for InsightStep {
    fn from(step: Step) -> Self {
        Self { code: step.code.code(), count: step.count, of: step.of, percent: step.percent() }
    }
}

fn steps(tally: Tally) -> Vec<InsightStep> {
    tally.steps().into_iter().map(InsightStep::from).collect()
}

impl PageFacts for InsightFacts {
    const PAGE: Page = FUNNEL;
    const QUERY: &'static [Field] = &[
        Field::optional("office", Kind::Text),
        Field::optional("agreement", Kind::Text),
        Field::optional("programme", Kind::Text),
    ];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let on = desk.house.db.read();
        let chosen = funnel::choose(desk, form).await?;
        let counted = counted(on, &chosen.filter, desk.today()).await?;
        let agreements = funnel::agreements_of(on, &counted, chosen.agreements).await?;
        let told = agreements.into_iter().filter_map(|agreement| {
            let own: Vec<Tally> = counted
                .iter()
                .filter(|batch| batch.agreement == agreement.id)
                .map(|batch| batch.tally)
                .collect();
            (!own.is_empty()).then(|| InsightAgreement {
                code: agreement.code,
                title: agreement.title,
                steps: steps(own.into_iter().sum()),
            })
        });
        Ok(Self {
            as_of: desk.today(),
            agreements: told.collect(),
            steps: steps(counted.iter().map(|batch| batch.tally).sum()),
        })
    }
}

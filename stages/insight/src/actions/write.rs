// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A report is written: of the signing of an agreement, or of the opening of a batch under it. What is on record stands
//! in the form already; who writes changes it there.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Prepared, Say};
use partnership::facts::{AgreementFact, agreement_named};
use programme::facts::BatchFact;
use serde_json::json;

use super::{filled, parse};
use crate::report::{Report, ReportState, draft, store};

/// `report write`.
pub const WRITE: Action = Action {
    name: "report write",
    path: "/agreements/{agreement}/reports/new",
    act: Act::ReportWrite,
    room: "insight",
    fields: &[
        Field::path("agreement"),
        Field::optional("batch", Kind::Pick(pick_batches)),
        Field::optional("headline", Kind::Text),
        Field::optional("what", Kind::Long),
        Field::optional("who", Kind::Long),
        Field::optional("place", Kind::Text),
        Field::optional("day", Kind::Day),
        Field::optional("why", Kind::Long),
        Field::optional("how", Kind::Long),
        Field::optional("quotes", Kind::Lines),
        Field::optional("photos", Kind::Lines),
        Field::optional("contact", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// The agreement of the address, and the batch whose opening is meant.
async fn occasion(desk: &Desk, form: &Form) -> Result<(AgreementFact, Option<BatchFact>), Halt> {
    let agreement = agreement_named(desk, form.text("agreement")).await?;
    desk.allow(Act::ReportWrite, &Target::of(agreement.host))?;
    let batch = match form.text("batch") {
        "" => None,
        code => {
            let found = programme::facts::batch_by_code(desk.house.db.read(), code).await?;
            let under = found.filter(|batch| batch.agreement == agreement.id);
            let unknown = || Halt::field("batch", Say::new("problem-unknown").with("text", code));
            Some(under.ok_or_else(unknown)?)
        }
    };
    Ok((agreement, batch))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (agreement, batch) = occasion(desk, form).await?;
    let story = draft::of(desk, &agreement, batch.as_ref()).await?;
    let subject = batch.as_ref().map_or(&agreement.title, |batch| &batch.title);
    let prepared = Prepared::about(subject, format!("/agreements/{}", agreement.code));
    let code = batch.as_ref().map(|batch| batch.code.clone()).unwrap_or_default();
    Ok(filled(prepared.filled("batch", code), &story))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (agreement, batch) = occasion(desk, form).await?;
    let record = draft::of(desk, &agreement, batch.as_ref()).await?;
    let story = parse(desk, form, agreement.id, record).await?;
    let host = agreement.party(agreement.host).map(|host| host.code.clone()).unwrap_or_default();
    let mut work = desk.begin("report write").await?;
    let report = Report {
        id: desk.fresh_id(),
        code: store::next_code(&work.tx, agreement.host, &host).await?,
        office: agreement.host,
        agreement: agreement.id,
        batch: batch.as_ref().map(|batch| batch.id),
        state: ReportState::Draft,
        released_on: None,
        story,
    };
    store::put(&work.tx, &report).await?;
    let content = json!({ "report": report.code, "headline": report.story.headline });
    let mut event = Event::new("ReportWritten", Object::new("report", report.id), content);
    event = event.about("agreement", agreement.id.0);
    if let Some(batch) = &batch {
        event = event.about("batch", batch.id.0);
    }
    work.record(event).await?;
    let say = Say::new("report-written").with("code", &report.code);
    work.commit(Done::new(format!("/reports/{}", report.code), say)).await
}

/// The batches under the agreement of the address.
fn pick_batches<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let agreement = agreement_named(desk, form.text("agreement")).await?;
        let found = programme::facts::batches_ever_under(desk.house.db.read(), agreement.id).await?;
        let choice = |batch: BatchFact| Choice {
            label: format!("{} ({})", batch.title, batch.code),
            value: batch.code,
        };
        Ok(found.into_iter().map(choice).collect())
    })
}

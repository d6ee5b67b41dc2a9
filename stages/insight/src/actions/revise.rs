// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A draft is changed.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use serde_json::json;

use super::{filled, parse, report_in_path};
use crate::report::state::{Command, decide};
use crate::report::store;

/// `report revise`.
pub const REVISE: Action = Action {
    name: "report revise",
    path: "/reports/{report}/revision",
    act: Act::ReportWrite,
    room: "insight",
    fields: &[
        Field::path("report"),
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

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let report = report_in_path(desk, form).await?;
    desk.allow(Act::ReportWrite, &report.target())?;
    decide(report.state, Command::Revise)?;
    Ok(filled(Prepared::about(&report.story.headline, format!("/reports/{}", report.code)), &report.story))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut report = report_in_path(desk, form).await?;
    desk.allow(Act::ReportWrite, &report.target())?;
    report.story = parse(desk, form, report.agreement, report.story).await?;
    report.state = decide(report.state, Command::Revise)?;
    let mut work = desk.begin("report revise").await?;
    if !store::revise(&work.tx, &report).await? {
        return Err(Refusal::new("INSI-01").into());
    }
    let content = json!({ "report": report.code, "headline": report.story.headline });
    let event = Event::new("ReportRevised", Object::new("report", report.id), content);
    work.record(event.about("agreement", report.agreement.0)).await?;
    let say = Say::new("report-revised").with("code", &report.code);
    work.commit(Done::new(format!("/reports/{}", report.code), say)).await
}

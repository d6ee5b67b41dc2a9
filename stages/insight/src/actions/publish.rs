// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The head of the office releases a report; from then on it stays as it is.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use serde_json::json;

use super::report_in_path;
use crate::report::state::{Command, decide};
use crate::report::store;

/// `report release`.
pub const RELEASE: Action = Action {
    name: "report release",
    path: "/reports/{report}/release",
    act: Act::ReportRelease,
    room: "insight",
    fields: &[Field::path("report"), Field::required("day", Kind::Day)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let report = report_in_path(desk, form).await?;
    desk.allow(Act::ReportRelease, &report.target())?;
    decide(report.state, Command::Release)?;
    let prepared = Prepared::about(&report.story.headline, format!("/reports/{}", report.code));
    Ok(prepared.filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let day = read.day("day");
    read.done()?;
    let mut report = report_in_path(desk, form).await?;
    desk.allow(Act::ReportRelease, &report.target())?;
    report.state = decide(report.state, Command::Release)?;
    if day > desk.today() {
        return Err(Halt::field("day", Say::new("report-problem-future")));
    }
    let mut work = desk.begin("report release").await?;
    if !store::release(&work.tx, report.id, day).await? {
        return Err(Refusal::new("INSI-02").into());
    }
    let content = json!({ "report": report.code, "headline": report.story.headline, "day": day::short(day) });
    let event = Event::new("ReportReleased", Object::new("report", report.id), content);
    work.record(event.about("agreement", report.agreement.0)).await?;
    let say = Say::new("report-released").with("code", &report.code);
    work.commit(Done::new(format!("/reports/{}", report.code), say)).await
}

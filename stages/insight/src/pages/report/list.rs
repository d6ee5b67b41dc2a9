// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The reports of the own office, and of which agreements one may be written.

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;

use super::tone;
use crate::report::store;

/// `report list`.
pub const REPORT_LIST: Page = Page {
    name: "report list",
    path: "/reports",
    act: Act::ReportRead,
    room: "insight",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    code: String,
    headline: String,
    day: String,
    state: &'static str,
    tone: &'static str,
}

/// Where one is written.
struct Way {
    code: String,
    title: String,
}

#[derive(Template)]
#[template(path = "reports.html")]
struct ReportsPage<'a> {
    t: Teller<'a>,
    lines: Vec<Line>,
    ways: Vec<Way>,
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    desk.scope(Act::ReportRead)?;
    let on = desk.house.db.read();
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    let reports = store::of_office(on, own).await?;
    let agreements = match desk.may(Act::ReportWrite, &Target::of(own)) {
        true => partnership::facts::agreements_of_host(on, own).await?,
        false => Vec::new(),
    };
    let t = desk.teller();
    let page = ReportsPage {
        t,
        lines: reports
            .into_iter()
            .map(|report| Line {
                day: day::long(report.story.day, desk.lang),
                state: report.state.code(),
                tone: tone(report.state),
                code: report.code,
                headline: report.story.headline,
            })
            .collect(),
        ways: agreements
            .into_iter()
            .map(|agreement| Way { code: agreement.code, title: agreement.title })
            .collect(),
    };
    let line = |line: &Line| format!("{}  {}  {}", line.code, line.day, line.headline);
    let text = page.lines.iter().map(line).collect::<Vec<_>>().join("\n");
    let text = if text.is_empty() { t.say("report-none") } else { text };
    Ok(Shown::Html { title: t.say("report-list"), body: web::html(&page)?, text })
}

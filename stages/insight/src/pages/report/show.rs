// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One report as its reader will see it, and what may be done with it.

use access::Act;
use askama::Template;
use audit::Object;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;

use super::{report_in_path, tone};
use crate::report::{ReportState, Story};

/// `report show`.
pub const REPORT_SHOW: Page = Page {
    name: "report show",
    path: "/reports/{report}",
    act: Act::ReportRead,
    room: "insight",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage<'a> {
    t: Teller<'a>,
    crumb: Vec<(String, String)>,
    code: &'a str,
    story: &'a Story,
    day: String,
    state: &'static str,
    tone: &'static str,
    may_revise: bool,
    may_release: bool,
    events: Vec<(String, String)>,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let report = report_in_path(desk, form).await?;
    let t = desk.teller();
    let is_draft = report.state == ReportState::Draft;
    let story = &report.story;
    let page = ReportPage {
        t,
        crumb: vec![(t.say("report-list"), "/reports".to_owned())],
        code: &report.code,
        story,
        day: day::weekday_long(story.day, desk.lang),
        state: report.state.code(),
        tone: tone(report.state),
        may_revise: is_draft && desk.may(Act::ReportWrite, &report.target()),
        may_release: is_draft && desk.may(Act::ReportRelease, &report.target()),
        events: events(desk, report.id).await?,
    };
    let paragraphs =
        [&story.headline, &page.day, &story.place, &story.what, &story.who, &story.why, &story.how];
    let mut lines: Vec<String> = paragraphs.iter().map(|text| (*text).clone()).collect();
    lines
        .extend(story.quotes.iter().map(|quote| format!("“{}” {}, {}", quote.words, quote.name, quote.post)));
    let text = lines.join("\n");
    Ok(Shown::Html { title: story.headline.clone(), body: web::html(&page)?, text })
}

async fn events(desk: &Desk, report: uuid::Uuid) -> Result<Vec<(String, String)>, Halt> {
    let entries = audit::timeline(desk.house.db.read(), Object::new("report", report), 50).await?;
    let (t, zone) = (desk.teller(), desk.zone());
    let event = |entry: audit::Entry| {
        let what = t.tell(&Say::new(format!("event-{}", entry.kind)));
        (format!("{}, {}", day::long(zone.day_of(entry.at), desk.lang), entry.actor_name), what)
    };
    Ok(entries.into_iter().map(event).collect())
}

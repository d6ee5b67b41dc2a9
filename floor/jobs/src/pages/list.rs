// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One's own jobs; for an administrator everybody's. Those that broke come first.

use access::{Act, ScopeColumns};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;
use kernel::id::JobId;
use web::{Pager, Paging};

use super::tone;
use crate::facts;

/// `job list`.
pub const LIST: Page = Page {
    name: "job list",
    path: "/jobs",
    act: Act::JobRead,
    room: "jobs",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    id: JobId,
    title: String,
    by: String,
    when: String,
    tone: &'static str,
    state: String,
    fault: String,
}

#[derive(Template)]
#[template(path = "job_list.html")]
struct ListPage<'a> {
    t: Teller<'a>,
    lines: Vec<Line>,
    is_everybodys: bool,
    pager: Pager,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let scope = desk.scope(Act::JobRead)?;
    let mut values = Vec::new();
    let columns = ScopeColumns { assigned: Some("j.account_id"), ..ScopeColumns::default() };
    let condition = scope.condition(&columns, &mut values);
    let paging = Paging::of(form);
    let part = (paging.per_page, paging.offset());
    let (found, total) = facts::page(desk.house.db.read(), &condition, values, part).await?;
    let (t, zone) = (desk.teller(), desk.zone());
    let lines: Vec<Line> = found
        .into_iter()
        .map(|job| Line {
            id: job.id,
            title: job.title(t),
            when: format!(
                "{}, {}",
                day::long(zone.day_of(job.enqueued_at), desk.lang),
                zone.clock_label(job.enqueued_at)
            ),
            tone: tone(job.state),
            state: t.code("job-state", job.state.code()),
            fault: job.fault.unwrap_or_default(),
            by: job.account_name,
        })
        .collect();
    let line = |line: &Line| {
        [line.state.as_str(), &line.title, &line.by, &line.when, &line.fault].join("  ").trim_end().to_owned()
    };
    let text: Vec<String> = lines.iter().map(line).collect();
    let text = if text.is_empty() { t.say("job-none") } else { text.join("\n") };
    let pager = paging.pager(t, "/jobs", form, total);
    let body = web::html(&ListPage { t, lines, is_everybodys: scope.all, pager })?;
    Ok(Shown::Html { title: t.say("job-list"), body, text })
}

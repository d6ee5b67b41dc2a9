// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What an import found: every row, every finding, how to mend it.

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;
use uuid::Uuid;
use web::{Pager, Paging};

use crate::import::finding::Severity;
use crate::import::report::{self, Report};

/// `person import-report`.
pub const REPORT: Page = Page {
    name: "person import-report",
    path: "/people/imports/{import}",
    act: Act::PersonImport,
    room: "people",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    row: i64,
    column: String,
    tone: &'static str,
    severity: String,
    sentence: String,
}

#[derive(Template)]
#[template(path = "import.html")]
struct ReportPage<'a> {
    t: Teller<'a>,
    file_name: &'a str,
    written: bool,
    summary: String,
    by: String,
    lines: Vec<Line>,
    pager: Pager,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let id: Uuid = form.text("import").parse().map_err(|_| Halt::Missing)?;
    let report = Report::load(desk.house.db.read(), id).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::PersonImport, &Target::of(report.office))?;
    let t = desk.teller();
    let all: Vec<Line> = report.lines.iter().map(|found| line(desk, found)).collect();
    let text =
        all.iter().map(|line| format!("{}  {}  {}: {}", line.row, line.severity, line.column, line.sentence));
    let summary = t.tell(&summary(&report));
    let text: Vec<String> = std::iter::once(summary.clone()).chain(text).collect();
    let zone = desk.zone();
    let when = format!("{}, {}", day::long(zone.day_of(report.at), desk.lang), zone.clock_label(report.at));
    let by = Say::new("people-report-by").with("name", &report.account_name).with("when", when);
    let (total, paging) = (i64::try_from(all.len()).unwrap_or(i64::MAX), Paging::of(form));
    let skipped = usize::try_from(paging.offset()).unwrap_or(usize::MAX);
    let on_page = usize::try_from(paging.per_page).unwrap_or(usize::MAX);
    let body = web::html(&ReportPage {
        t,
        file_name: &report.file_name,
        written: report.written,
        summary,
        by: t.tell(&by),
        lines: all.into_iter().skip(skipped).take(on_page).collect(),
        pager: paging.pager(t, &format!("/people/imports/{id}"), form, total),
    })?;
    Ok(Shown::Html { title: t.say("person-import-report"), body, text: text.join("\n") })
}

/// The one sentence about a whole file.
pub(crate) fn summary(report: &Report) -> Say {
    let key = match (report.written, report.added) {
        (true, 0) => "people-imported-nobody",
        (true, _) => "people-imported",
        (false, _) => "people-tried",
    };
    Say::new(key)
        .with("people", report.people)
        .with("added", report.added)
        .with("known", report.known)
        .with("repeated", report.repeated)
        .with("faulty", report.faulty)
}

fn line(desk: &Desk, found: &report::Line) -> Line {
    let t = desk.teller();
    Line {
        row: found.row,
        column: if found.column.is_empty() { String::new() } else { t.code("people-column", &found.column) },
        tone: match found.severity {
            Severity::Note => "plain",
            Severity::Warning => "soon",
            Severity::Repeated => "plan",
            Severity::Error => "no",
        },
        severity: t.code("people-severity", found.severity.code()),
        sentence: found.sentence(desk.lang).to_owned(),
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The audit log for those who look after the system: every leaf checked, and the latest ones. Never a content.

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;

/// Lines shown; the whole log is checked.
const LINES: i64 = 50;

/// `audit show`.
pub const AUDIT_LOG: Page = Page {
    name: "audit show",
    path: "/audit",
    act: Act::AuditRead,
    room: "office",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    number: i64,
    when: String,
    what: String,
    who: String,
    object: String,
}

#[derive(Template)]
#[template(path = "audit_log.html")]
struct AuditLogPage<'a> {
    t: Teller<'a>,
    leaves: i64,
    flaws: Vec<String>,
    /// Folders outside that cannot be written, in sentences.
    stalls: Vec<String>,
    lines: Vec<Line>,
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    desk.allow(Act::AuditRead, &Target::default())?;
    let on = desk.house.db.read();
    let report = audit::verify(on).await?;
    let (t, zone) = (desk.teller(), desk.zone());
    let line = |line: audit::LogLine| {
        let what = format!("event-{}", line.action);
        Line {
            number: line.number,
            when: format!("{} {}", day::short(zone.day_of(line.at)), zone.clock_label(line.at)),
            // An event's sentence may want values that only its own timeline knows; then its name has to do.
            what: t
                .words
                .try_say(desk.lang, &Say::new(what))
                .filter(|text| !text.contains('{'))
                .unwrap_or(line.action),
            who: line.actor_name,
            object: line.object.split(':').next().unwrap_or_default().to_owned(),
        }
    };
    let stall = |stall: audit::Stall| {
        let since =
            format!("{}, {}", day::long(zone.day_of(stall.since), desk.lang), zone.clock_label(stall.since));
        let key = if stall.is_long { "audit-stalled" } else { "audit-late" };
        t.tell(&Say::new(key).with("folder", stall.folder).with("since", since).with("why", stall.why))
    };
    let page = AuditLogPage {
        t,
        stalls: audit::stalls(on).await?.into_iter().map(stall).collect(),
        leaves: report.leaves,
        flaws: report.flaws.iter().map(|flaw| format!("{flaw:?}")).collect(),
        lines: audit::log(on, LINES).await?.into_iter().map(line).collect(),
    };
    let key = if report.flaws.is_empty() { "audit-whole" } else { "audit-broken" };
    let text = t.tell(&Say::new(key).with("leaves", report.leaves).with("flaws", report.flaws.len()));
    let text = page.stalls.iter().fold(text, |text, stall| format!("{text}\n{stall}"));
    Ok(Shown::Html { title: t.say("audit-show"), body: web::html(&page)?, text })
}

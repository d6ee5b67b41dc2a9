// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Partnerships beside each other, for partners their own.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;
use partnership::facts::Progress;

use super::{cards_in_reach, length, share};
use crate::scorecard::Scorecard;
use crate::tables::partners;
use crate::tally::Code;

/// `scorecard list`.
pub const LIST: Page = Page {
    name: "scorecard list",
    path: "/scorecards",
    act: Act::ScorecardRead,
    room: "insight",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// One partnership in the comparison.
struct Line {
    code: String,
    title: String,
    partners: String,
    term: String,
    kept: String,
    kept_percent: i64,
    kept_tone: &'static str,
    late: usize,
    batches: usize,
    seated: i64,
    hours: i64,
    competent: String,
    certified: String,
    in_work: String,
    in_work_percent: i64,
    unknown: String,
}

#[derive(Template)]
#[template(path = "scorecards.html")]
struct ScorecardsPage<'a> {
    t: Teller<'a>,
    as_of: String,
    lines: Vec<Line>,
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    let cards = cards_in_reach(desk).await?;
    let t = desk.teller();
    let page = ScorecardsPage {
        t,
        as_of: t.with("insight-as-of", "day", day::long(desk.today(), desk.lang)),
        lines: cards.iter().map(|card| line(desk, card)).collect(),
    };
    let row = |line: &Line| {
        let parts = [&line.code, &line.title, &line.kept, &line.certified, &line.in_work, &line.unknown];
        parts.map(String::as_str).join(" | ")
    };
    let text = page.lines.iter().map(row).collect::<Vec<_>>().join("\n");
    let text = if text.is_empty() { t.say("scorecard-none") } else { text };
    Ok(Shown::Html { title: t.say("scorecard-list"), body: web::html(&page)?, text })
}

fn line(desk: &Desk, card: &Scorecard) -> Line {
    let (t, today, whole) = (desk.teller(), desk.today(), card.whole());
    let (kept, all) = (card.count(Progress::Delivered, today), card.promises.len());
    let late = card.count(Progress::Late, today);
    let in_work = whole.step(Code::InWorkMonth12);
    Line {
        code: card.agreement.code.clone(),
        title: card.agreement.title.clone(),
        partners: partners(card),
        term: day::range_long(card.agreement.starts_on, card.agreement.last_day(), desk.lang),
        kept: t.tell(&Say::new("insight-of").with("count", kept).with("of", all)),
        kept_percent: i64::try_from((kept * 100).checked_div(all).unwrap_or(0)).unwrap_or(0),
        kept_tone: if late > 0 { "no" } else { "done" },
        late,
        batches: card.batches.len(),
        seated: whole.seated,
        hours: card.work().jp_held,
        competent: share(t, whole.step(Code::Competent)),
        certified: share(t, whole.step(Code::Certified)),
        in_work: share(t, in_work),
        in_work_percent: length(in_work),
        unknown: share(t, whole.step(Code::UnknownMonth12)),
    }
}

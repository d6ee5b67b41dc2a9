// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One scorecard: what was promised by whom, what was delivered, and what came of it.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;
use partnership::facts::{ObligationFact, Progress};

use super::{card_in_path, length, share};
use crate::scorecard::{BatchLine, Scorecard};
use crate::tables::{Table, partners};
use crate::tally::{Code, Step};

/// `scorecard show`.
pub const SHOW: Page = Page {
    name: "scorecard show",
    path: "/agreements/{agreement}/scorecard",
    act: Act::ScorecardRead,
    room: "insight",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// One promise with its bar.
struct Promise {
    what: String,
    party: String,
    delivered: i64,
    quantity: i64,
    unit: String,
    due: String,
    last: String,
    percent: i64,
    tone: &'static str,
    tag: &'static str,
    state: String,
    label: String,
}

/// One step of what was achieved, with its bar.
struct Reached {
    code: &'static str,
    /// False where the step applies to no programme under this agreement.
    applies: bool,
    share: String,
    percent: i64,
    tone: &'static str,
}

/// One batch.
struct Batch {
    code: String,
    title: String,
    term: String,
    seated: i64,
    hours: String,
    verdicts: String,
    certified: String,
    in_work: String,
    unknown: String,
    /// Each batch is asked for itself: it may be closed to somebody whose agreement is over.
    may_read: bool,
}

#[derive(Template)]
#[template(path = "scorecard.html")]
struct ScorecardPage<'a> {
    t: Teller<'a>,
    code: &'a str,
    crumb: Vec<(String, String)>,
    title: &'a str,
    lead: String,
    as_of: String,
    promises: Vec<Promise>,
    reached: Vec<Reached>,
    batches: Vec<Batch>,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let card = card_in_path(desk, form).await?;
    let open = readable(desk, &card).await?;
    let t = desk.teller();
    let page = ScorecardPage {
        t,
        code: &card.agreement.code,
        crumb: vec![(t.say("scorecard-list"), "/scorecards".to_owned())],
        title: &card.agreement.title,
        lead: lead(desk, &card),
        as_of: t.with("insight-as-of", "day", day::long(desk.today(), desk.lang)),
        promises: card.promises.iter().map(|promise| promise_line(desk, &card, promise)).collect(),
        reached: card.achieved().into_iter().map(|step| reached(t, step)).collect(),
        batches: card.batches.iter().map(|batch| batch_line(desk, batch, &open)).collect(),
    };
    let text = text(desk, &card, &page);
    Ok(Shown::Html { title: t.with("scorecard-of", "title", page.title), body: web::html(&page)?, text })
}

/// The codes of the batches whose own pages this person may read.
async fn readable(desk: &Desk, card: &Scorecard) -> Result<Vec<String>, Halt> {
    let batches = programme::facts::batches_under(desk.house.db.read(), card.agreement.id).await?;
    let open = batches.into_iter().filter(|batch| desk.may(Act::BatchRead, &batch.target()));
    Ok(open.map(|batch| batch.code).collect())
}

/// Who with whom, how many promises are kept, and how many people are in work.
fn lead(desk: &Desk, card: &Scorecard) -> String {
    let (t, today) = (desk.teller(), desk.today());
    let kept = Say::new("scorecard-lead-kept")
        .with("kept", card.count(Progress::Delivered, today))
        .with("all", card.promises.len())
        .with("late", card.count(Progress::Late, today));
    let whole = card.whole();
    let outcome = match whole.due_month_12 {
        0 => Say::new("insight-nobody-due"),
        due => Say::new("scorecard-lead-work")
            .with("count", whole.in_work_month_12)
            .with("of", due)
            .with("unknown", whole.unknown_month_12),
    };
    let with = t.with("scorecard-lead-partners", "partners", partners(card));
    format!("{with} {} {}", t.tell(&kept), t.tell(&outcome))
}

fn promise_line(desk: &Desk, card: &Scorecard, promise: &ObligationFact) -> Promise {
    let (t, progress) = (desk.teller(), promise.progress(desk.today()));
    let (tone, tag) = match progress {
        Progress::Delivered => ("done", "ok"),
        Progress::Late => ("no", "no"),
        Progress::Partly => ("soon", "soon"),
        Progress::NotYet => ("plan", "plan"),
    };
    let label = Say::new("scorecard-bar")
        .with("what", &promise.what)
        .with("delivered", promise.delivered)
        .with("promised", promise.quantity)
        .with("unit", &promise.unit);
    Promise {
        what: promise.what.clone(),
        party: card.agreement.party(promise.party).map(|party| party.name.clone()).unwrap_or_default(),
        delivered: promise.delivered,
        quantity: promise.quantity,
        unit: promise.unit.clone(),
        due: day::long(promise.due_on, desk.lang),
        last: promise.last_delivered_on.map_or("–".to_owned(), |day| day::long(day, desk.lang)),
        percent: promise.percent(),
        tone,
        tag,
        state: t.code("scorecard-progress", progress.code()),
        label: t.tell(&label),
    }
}

fn reached(t: Teller<'_>, step: Step) -> Reached {
    Reached {
        code: step.code.code(),
        applies: step.of.is_some(),
        share: share(t, step),
        percent: length(step),
        tone: match step.code {
            Code::UnknownMonth12 => "soon",
            code if code < Code::Released => "me",
            _ => "done",
        },
    }
}

fn batch_line(desk: &Desk, batch: &BatchLine, open: &[String]) -> Batch {
    let t = desk.teller();
    let of = |count: i64, of: i64| t.tell(&Say::new("insight-of").with("count", count).with("of", of));
    let verdicts =
        Say::new("scorecard-verdicts").with("k", batch.work.units_k).with("bk", batch.work.units_bk);
    Batch {
        code: batch.code.clone(),
        title: batch.title.clone(),
        term: day::range_long(batch.starts_on, batch.ends_on, desk.lang),
        seated: batch.tally.seated,
        hours: of(batch.work.jp_held, batch.work.jp_planned),
        verdicts: if batch.tally.is_judged { t.tell(&verdicts) } else { t.say("insight-not-applicable") },
        certified: share(t, batch.tally.step(Code::Certified)),
        in_work: share(t, batch.tally.step(Code::InWorkMonth12)),
        unknown: share(t, batch.tally.step(Code::UnknownMonth12)),
        may_read: open.contains(&batch.code),
    }
}

/// The same for the command line: its tables, one under the other.
fn text(desk: &Desk, card: &Scorecard, page: &ScorecardPage<'_>) -> String {
    let mut lines = vec![page.title.to_owned(), page.lead.clone(), page.as_of.clone()];
    for table in Table::ALL {
        lines.push(page.t.code("scorecard", table.code()));
        for row in table.of(desk, card).rows {
            lines.push(row.iter().map(crate::sheet::Cell::shown).collect::<Vec<_>>().join(" | "));
        }
    }
    lines.join("\n")
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The scorecard on paper, in Bahasa Indonesia as offices keep it. It names organisations and no person.

use access::Act;
use anyhow::Context;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use document::{Block, LabelledText, LetterPaper, Letterhead, PaperSize, ShareBar, render_letter};
use kernel::Lang;
use kernel::day;
use office::facts::OrganisationFact;
use partnership::facts::ObligationFact;

use super::{card_in_path, length, share};
use crate::scorecard::Scorecard;
use crate::tables::partners;

/// `scorecard paper`.
pub const PAPER: Page = Page {
    name: "scorecard paper",
    path: "/agreements/{agreement}/scorecard/paper.pdf",
    act: Act::ScorecardRead,
    room: "insight",
    view: |desk, form| Box::pin(view(desk, form)),
};

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let card = card_in_path(desk, form).await?;
    let host = office::facts::by_id(desk.house.db.read(), card.agreement.host).await?.ok_or(Halt::Missing)?;
    // Papers of the office are in Bahasa Indonesia whoever opens them.
    let t = Teller { words: &desk.house.words, lang: Lang::Id };
    let printed =
        render_letter(&letter(desk, t, &card, &host)).context("the scorecard could not be printed")?;
    let name = format!("rapor-{}.pdf", card.agreement.code.to_lowercase());
    Ok(Shown::File { name, media_type: "application/pdf", bytes: printed.pdf })
}

fn letter(desk: &Desk, t: Teller<'_>, card: &Scorecard, host: &OrganisationFact) -> LetterPaper {
    let agreement = &card.agreement;
    let heading = |key: &str| Block::Heading(t.say(key));
    let bars = card.promises.iter().map(|promise| bar(t, promise)).collect();
    let achieved = |step: crate::tally::Step| ShareBar {
        label: t.code("funnel", step.code.code()),
        words: share(t, step),
        percent: u8::try_from(length(step)).unwrap_or(100),
    };
    let body = vec![
        Block::Labelled(particulars(t, card)),
        heading("scorecard-promises"),
        Block::Bars(bars),
        Block::Table { columns: promise_heads(t), rows: promise_rows(desk, t, card) },
        heading("scorecard-achieved"),
        Block::Bars(card.achieved().into_iter().map(achieved).collect()),
        Block::Paragraph(t.say("insight-how")),
        heading("scorecard-batches"),
        Block::Table { columns: batch_heads(t), rows: batch_rows(t, card) },
        Block::Paragraph(t.say("insight-associated")),
    ];
    LetterPaper {
        letterhead: Letterhead {
            parent_offices: Vec::new(),
            office: host.name.clone(),
            detail_lines: Some(host.address.clone())
                .filter(|address| !address.is_empty())
                .into_iter()
                .collect(),
        },
        title: t.with("scorecard-of", "title", &agreement.title),
        number: agreement.code.clone(),
        place_date: String::new(),
        body,
        signers: Vec::new(),
        footer: t.with("insight-as-of", "day", day::long(desk.today(), Lang::Id)),
        specimen: desk.house.settings.specimen,
        paper: PaperSize::A4,
        document_date: desk.today(),
    }
}

fn particulars(t: Teller<'_>, card: &Scorecard) -> Vec<LabelledText> {
    let entry = |key: &str, text: String| LabelledText { label: t.say(key), texts: vec![text] };
    let agreement = &card.agreement;
    let work = card.work();
    let hours = Say::new("insight-of").with("count", work.jp_held).with("of", work.jp_planned);
    vec![
        entry("scorecard-partners", partners(card)),
        entry("scorecard-term", day::range_long(agreement.starts_on, agreement.last_day(), Lang::Id)),
        entry("scorecard-jp-held", t.tell(&hours)),
        entry(
            "scorecard-units",
            t.tell(&Say::new("scorecard-verdicts").with("k", work.units_k).with("bk", work.units_bk)),
        ),
    ]
}

fn bar(t: Teller<'_>, promise: &ObligationFact) -> ShareBar {
    let words = Say::new("insight-of").with("count", promise.delivered).with("of", promise.quantity);
    ShareBar {
        label: promise.what.clone(),
        words: format!("{} {}", t.tell(&words), promise.unit),
        percent: u8::try_from(promise.percent()).unwrap_or(100),
    }
}

fn promise_heads(t: Teller<'_>) -> Vec<String> {
    let keys = ["scorecard-what", "field-party", "scorecard-due", "scorecard-last", "scorecard-state"];
    keys.map(|key| t.say(key)).to_vec()
}

fn promise_rows(desk: &Desk, t: Teller<'_>, card: &Scorecard) -> Vec<Vec<String>> {
    let row = |promise: &ObligationFact| {
        let party = card.agreement.party(promise.party).map(|party| party.name.clone()).unwrap_or_default();
        vec![
            promise.what.clone(),
            party,
            day::short(promise.due_on),
            promise.last_delivered_on.map_or("–".to_owned(), day::short),
            t.code("scorecard-progress", promise.progress(desk.today()).code()),
        ]
    };
    card.promises.iter().map(row).collect()
}

fn batch_heads(t: Teller<'_>) -> Vec<String> {
    let keys = [
        "scorecard-batch",
        "scorecard-people",
        "scorecard-finished",
        "scorecard-jp-held",
        "funnel-certified",
        "funnel-in-work-12m",
    ];
    keys.map(|key| t.say(key)).to_vec()
}

fn batch_rows(t: Teller<'_>, card: &Scorecard) -> Vec<Vec<String>> {
    let row = |batch: &crate::scorecard::BatchLine| {
        vec![
            format!("{} ({})", batch.title, batch.code),
            batch.tally.seated.to_string(),
            batch.tally.completed.to_string(),
            batch.work.jp_held.to_string(),
            batch.tally.certified.to_string(),
            share(t, batch.tally.step(crate::tally::Code::InWorkMonth12)),
        ]
    };
    card.batches.iter().map(row).collect()
}

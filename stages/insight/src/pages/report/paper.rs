// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The report as a note to the press (siaran pers), in Bahasa Indonesia. Where photographs will stand, people are drawn
//! whose faces are covered: so the rule is on the paper itself.

use access::Act;
use anyhow::Context;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use document::{Block, LabelledText, LetterPaper, Letterhead, PaperSize, render_letter};
use kernel::Lang;
use kernel::day;
use office::facts::OrganisationFact;

use super::report_in_path;
use crate::report::{Report, ReportState};

/// `report paper`.
pub const REPORT_PAPER: Page = Page {
    name: "report paper",
    path: "/reports/{report}/paper.pdf",
    act: Act::ReportRead,
    room: "insight",
    view: |desk, form| Box::pin(view(desk, form)),
};

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let report = report_in_path(desk, form).await?;
    let office = office::facts::by_id(desk.house.db.read(), report.office).await?.ok_or(Halt::Missing)?;
    let t = Teller { words: &desk.house.words, lang: Lang::Id };
    let paper = letter(t, &report, &office, desk.house.settings.specimen);
    let printed = render_letter(&paper).context("the report could not be printed")?;
    let name = format!("siaran-pers-{}.pdf", report.code.to_lowercase());
    Ok(Shown::File { name, media_type: "application/pdf", bytes: printed.pdf })
}

fn letter(t: Teller<'_>, report: &Report, office: &OrganisationFact, specimen: bool) -> LetterPaper {
    let story = &report.story;
    let place_day = format!("{}, {}", story.place, day::long(story.day, Lang::Id));
    let paragraphs = |text: &str| {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| Block::Paragraph(line.to_owned())).collect::<Vec<_>>()
    };
    let mut body = vec![Block::Centered(story.headline.clone())];
    body.extend(paragraphs(&format!("{place_day}. {}", story.what)));
    body.extend(paragraphs(&story.who));
    body.extend(paragraphs(&story.why));
    body.extend(paragraphs(&story.how));
    let quote = |quote: &crate::report::Quote| Block::Quote {
        words: quote.words.clone(),
        speaker: format!("{}, {}", quote.name, quote.post),
    };
    body.extend(story.quotes.iter().map(quote));
    if !story.photos.is_empty() {
        body.push(Block::PhotoPlaces(story.photos.clone()));
        body.push(Block::Paragraph(t.say("report-paper-faces")));
    }
    let contact = LabelledText { label: t.say("report-paper-contact"), texts: vec![story.contact.clone()] };
    body.push(Block::Labelled(vec![contact]));
    LetterPaper {
        letterhead: Letterhead {
            parent_offices: Vec::new(),
            office: office.name.clone(),
            detail_lines: Some(office.address.clone())
                .filter(|address| !address.is_empty())
                .into_iter()
                .collect(),
        },
        title: t.say(match report.state {
            ReportState::Draft => "report-paper-title-draft",
            ReportState::Released => "report-paper-title",
        }),
        number: report.code.clone(),
        place_date: String::new(),
        body,
        signers: Vec::new(),
        footer: t.say("report-paper-footer"),
        specimen,
        paper: PaperSize::A4,
        document_date: report.released_on.unwrap_or(story.day),
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The minutes of a meeting on paper (notula), in Bahasa Indonesia as offices keep them.

use access::Act;
use anyhow::Context;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use document::{Block, LabelledText, LetterPaper, Letterhead, PaperSize, Signer, render_letter};
use kernel::Lang;
use kernel::day;
use office::facts::OrganisationFact;

use super::{meeting_in_path, name_of};
use crate::facts::{ItemFact, MeetingFact};

pub const MEETING_MINUTES: Page = Page {
    name: "meeting minutes",
    path: "/meetings/{meeting}/minutes.pdf",
    act: Act::MeetingRead,
    room: "partnership",
    view: |desk, form| Box::pin(view(desk, form)),
};

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let meeting = meeting_in_path(desk, form).await?;
    let offices = office::facts::all(desk.house.db.read()).await?;
    // Papers of the office are in Bahasa Indonesia whoever opens them.
    let teller = Teller { words: &desk.house.words, lang: Lang::Id };
    let paper = letter(teller, &meeting, &offices, desk.house.settings.specimen);
    let printed = render_letter(&paper).context("the minutes could not be printed")?;
    let name = format!("notula-{}.pdf", meeting.code.to_lowercase());
    Ok(Shown::File { name, media_type: "application/pdf", bytes: printed.pdf })
}

fn letter(
    teller: Teller<'_>,
    meeting: &MeetingFact,
    offices: &[OrganisationFact],
    specimen: bool,
) -> LetterPaper {
    let host = offices.iter().find(|office| office.id == meeting.host);
    let held_on = day::long(meeting.held_on, Lang::Id);
    let heading = |key: &str| Block::Heading(teller.say(key));
    let mut body = vec![Block::Labelled(particulars(teller, meeting, offices)), heading("meeting-topics")];
    body.push(Block::Numbered(meeting.topics.clone()));
    body.push(heading("meeting-discussed"));
    body.extend(
        meeting
            .minutes
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| Block::Paragraph(line.to_owned())),
    );
    if !meeting.items.is_empty() {
        body.push(heading("meeting-items"));
        body.push(items(teller, &meeting.items, offices));
    }
    LetterPaper {
        letterhead: Letterhead {
            parent_offices: Vec::new(),
            office: host.map(|office| office.name.clone()).unwrap_or_default(),
            detail_lines: host
                .map(|office| office.address.clone())
                .filter(|address| !address.is_empty())
                .into_iter()
                .collect(),
        },
        title: teller.say("meeting-paper-title"),
        number: String::new(),
        place_date: format!("{}, {held_on}", meeting.place),
        body,
        signers: meeting.parties.iter().map(|party| signer(teller, name_of(offices, *party))).collect(),
        footer: teller.with("meeting-paper-footer", "code", &meeting.code),
        specimen,
        paper: PaperSize::A4,
        document_date: meeting.held_on,
    }
}

fn particulars(teller: Teller<'_>, meeting: &MeetingFact, offices: &[OrganisationFact]) -> Vec<LabelledText> {
    let entry = |key: &str, texts: Vec<String>| LabelledText { label: teller.say(key), texts };
    let names = meeting.parties.iter().map(|party| name_of(offices, *party).to_owned()).collect();
    vec![
        entry("meeting-paper-day", vec![day::weekday_long(meeting.held_on, Lang::Id)]),
        entry("field-place", vec![meeting.place.clone()]),
        entry("meeting-present", names),
    ]
}

fn items(teller: Teller<'_>, items: &[ItemFact], offices: &[OrganisationFact]) -> Block {
    let columns =
        ["meeting-column-what", "field-organisation", "meeting-column-due"].map(|key| teller.say(key));
    let due = |item: &ItemFact| item.due_on.map_or("–".to_owned(), |day| day::long(day, Lang::Id));
    let row =
        |item: &ItemFact| vec![item.what.clone(), name_of(offices, item.organisation).to_owned(), due(item)];
    Block::Table { columns: columns.to_vec(), rows: items.iter().map(row).collect() }
}

/// The place for a signature by hand: whoever came signs there.
fn signer(teller: Teller<'_>, office: &str) -> Signer {
    Signer { post: teller.tell(&Say::new("meeting-paper-for").with("party", office)), name: String::new() }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done here: a report of an activity is written, changed and released.

mod publish;
mod revise;
mod write;

pub use publish::RELEASE;
pub use revise::REVISE;
pub use write::WRITE;

use desk::{Desk, Form, Halt, Prepared, Reading, Say};
use kernel::day;
use kernel::id::AgreementId;

use crate::report::store::{by_code, line_of_quote};
use crate::report::{Quote, Report, Story, rules};

/// The report named by the address.
async fn report_in_path(desk: &Desk, form: &Form) -> Result<Report, Halt> {
    by_code(desk.house.db.read(), form.text("report")).await?.ok_or(Halt::Missing)
}

/// The story's fields, filled in.
fn filled(prepared: Prepared, story: &Story) -> Prepared {
    prepared
        .filled("headline", &story.headline)
        .filled("what", &story.what)
        .filled("who", &story.who)
        .filled("place", &story.place)
        .filled("day", day::short(story.day))
        .filled("why", &story.why)
        .filled("how", &story.how)
        .filled("quotes", story.quotes.iter().map(line_of_quote).collect::<Vec<_>>().join("\n"))
        .filled("photos", story.photos.join("\n"))
        .filled("contact", &story.contact)
}

/// Reads the story; a text left empty keeps what is on record, and so does a list that did not come at all.
///
/// # Errors
/// Every problem of every field, names of participants and degrading words among them.
async fn parse(desk: &Desk, form: &Form, agreement: AgreementId, record: Story) -> Result<Story, Halt> {
    let mut reading = form.read();
    let mut text = |name: &str, known: String| reading.optional_text(name).unwrap_or(known);
    let mut story = Story {
        headline: text("headline", record.headline),
        what: text("what", record.what),
        who: text("who", record.who),
        place: text("place", record.place),
        why: text("why", record.why),
        how: text("how", record.how),
        contact: text("contact", record.contact),
        day: record.day,
        quotes: record.quotes,
        photos: record.photos,
    };
    story.day = reading.optional_day("day").unwrap_or(story.day);
    let photos: Vec<String> = reading.lines("photos").iter().map(|parts| parts.join(" | ")).collect();
    let came = |name| form.all(name).next().is_some();
    if came("photos") {
        story.photos = photos;
    }
    let quotes = read_quotes(&mut reading, desk);
    if came("quotes") {
        story.quotes = quotes;
    }
    let participants = participants(desk, agreement).await?;
    for (field, name) in rules::names_in(&story, &participants) {
        reading.problem(field, Say::new("report-problem-name").with("name", name));
    }
    for (field, word) in rules::degrading_words_in(&story) {
        reading.problem(field, Say::new("report-problem-word").with("word", word));
    }
    reading.done()?;
    Ok(story)
}

/// The lines `name | post | words`.
fn read_quotes(reading: &mut Reading<'_>, desk: &Desk) -> Vec<Quote> {
    let lines = reading.lines("quotes");
    let mut quotes = Vec::new();
    for (parts, number) in lines.iter().zip(1..) {
        match parts.as_slice() {
            [name, post, words @ ..]
                if !name.is_empty() && !post.is_empty() && !words.concat().is_empty() =>
            {
                let words = words.join(", ").trim_matches(['“', '”', '"']).to_owned();
                quotes.push(Quote { name: name.clone(), post: post.clone(), words });
            }
            _ => {
                let what = desk.teller().say("report-problem-quote");
                reading.problem(
                    "quotes",
                    Say::new("report-problem-line").with("line", number).with("what", what),
                );
            }
        }
    }
    quotes
}

/// Everyone who ever took part under the agreement.
async fn participants(desk: &Desk, agreement: AgreementId) -> Result<Vec<String>, Halt> {
    let on = desk.house.db.read();
    let mut names = Vec::new();
    for batch in programme::facts::batches_ever_under(on, agreement).await? {
        for person in enrolment::facts::ever_seated(on, batch.id).await? {
            names.push(person.name);
            names.extend(person.aliases);
        }
    }
    names.sort_unstable();
    names.dedup();
    Ok(names)
}

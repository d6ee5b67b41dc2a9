// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The daftar hadir of one lesson on paper, to be crossed by hand. It names people and nothing about their case.

use access::Act;
use anyhow::Context;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use document::{Letterhead, PaperSize, RollFact, RollPaper, RollRow, Signer, render_roll};
use kernel::Lang;
use kernel::day::{long, weekday_long};
use kernel::person::Sex;

use super::{lesson_key, lesson_of_key};
use crate::actions::batch_in_path;
use crate::facts::{self, Learner};

/// `session paper`.
pub const PAPER: Page = Page {
    name: "session paper",
    path: "/batches/{batch}/sessions/{session}/paper",
    act: Act::SessionRead,
    room: "training",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// Empty rows for those who come unannounced.
const BLANK_ROWS: usize = 2;

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SessionRead, &batch.target())?;
    let (day, starts) = lesson_of_key(form.text("session"))?;
    let on = desk.house.db.read();
    let slots = planning::facts::slots(on, batch.id).await?;
    let slot = slots.iter().find(|slot| slot.day == day && slot.starts == starts).ok_or(Halt::Missing)?;
    let session = facts::session_of_slot(on, slot.id).await?;
    let instructor = session.map_or(slot.instructor, |session| session.instructor);
    let instructor = programme::facts::instructor(on, instructor)
        .await?
        .context("the instructor of a lesson is on record")?;
    let room = programme::facts::facility(on, slot.facility).await?;
    let host = office::facts::by_id(on, batch.host).await?.context("the host of a batch is on record")?;
    let modules = programme::facts::modules(on, batch.programme.id).await?;
    let module = modules
        .into_iter()
        .find(|module| module.id == slot.module)
        .context("the module of a lesson is on record")?;
    let roster = facts::roster(on, &batch).await?;
    let key = lesson_key(day, starts);
    // Papers of an office are in Indonesian, whatever language the reader's screen speaks.
    let t = Teller { words: &desk.house.words, lang: Lang::Id };
    let fact = |label: &str, value: String| RollFact { label: t.say(label), value };
    let place = room.as_ref().map_or_else(String::new, |room| room.place.clone());
    let paper = RollPaper {
        letterhead: Letterhead {
            parent_offices: Vec::new(),
            office: host.name.clone(),
            detail_lines: Some(host.address.clone()).filter(|line| !line.is_empty()).into_iter().collect(),
        },
        title: t.with("training-paper-title", "module", &module.title),
        batch: batch.title.clone(),
        facts: vec![
            fact("training-paper-day", weekday_long(day, Lang::Id)),
            fact("training-paper-room", room.map(|room| room.name).unwrap_or_default()),
            fact("training-paper-instructor", instructor.name.clone()),
            fact("training-paper-hours", format!("{starts}–{} {} ({} JP)", slot.ends, host.zone, slot.jp)),
        ],
        session_labels: vec![format!("{starts}–{}", slot.ends)],
        rows: roster.on(day).map(row).collect(),
        blank_row_count: BLANK_ROWS,
        sheet_code: Some(format!("{}/{key}", batch.code)),
        place_date: format!(
            "{}, {}",
            if place.is_empty() { &host.short_name } else { &place },
            long(day, Lang::Id)
        ),
        signer: Signer { post: t.say("training-paper-signer"), name: instructor.name },
        footer: String::new(),
        paper: PaperSize::F4,
        specimen: desk.house.settings.specimen,
        document_date: day,
    };
    let printed = render_roll(&paper)
        .map_err(|problem| anyhow::Error::new(problem).context("the roll cannot be printed"))?;
    let name = format!("daftar-hadir-{}-{key}.pdf", batch.code.to_lowercase());
    Ok(Shown::File { name, media_type: "application/pdf", bytes: printed.pdf })
}

fn row(learner: &Learner) -> RollRow {
    let sex = match learner.person.sex {
        Sex::Male => "L",
        Sex::Female => "P",
    };
    RollRow {
        name: learner.person.name.clone(),
        number: learner.seat.number.map(|number| format!("{number:02}")),
        sex: Some(sex.to_owned()),
    }
}

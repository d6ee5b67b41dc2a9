// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every batch of the office and how far its choice has come, and what the people here want to learn.

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;

use super::intake_tone;
use crate::{facts, store};

/// `enrolment list`.
pub const OVERVIEW: Page = Page {
    name: "enrolment list",
    path: "/enrolment",
    act: Act::ApplicantRead,
    room: "enrolment",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    code: String,
    title: String,
    starts: String,
    state: &'static str,
    tone: &'static str,
    counts: facts::EnrolmentCounts,
    seats: i64,
}

#[derive(Template)]
#[template(path = "overview.html")]
struct OverviewPage<'a> {
    t: Teller<'a>,
    batches: Vec<Line>,
    wishes: Vec<(String, i64)>,
    asked: i64,
    waiting: usize,
    may_list: bool,
    may_import: bool,
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    let target = Target::of(own);
    desk.allow(Act::ApplicantRead, &target)?;
    let db = desk.house.db.read();
    let mut batches = Vec::new();
    for batch in programme::facts::batches_of_host(db, own).await?.into_iter().rev() {
        let intake = store::intake(db, batch.id).await?;
        batches.push(Line {
            starts: day::short(batch.starts_on),
            state: intake.state.code(),
            tone: intake_tone(intake.state),
            counts: facts::counts(db, batch.id).await?,
            seats: batch.seats,
            code: batch.code,
            title: batch.title,
        });
    }
    let wishes = store::count_by_field(db, own).await?;
    let t = desk.teller();
    let text = batches.iter().map(|line| {
        let state = t.code("state-intake", line.state);
        format!("{}  {}  {state}  {}/{}", line.code, line.title, line.counts.seated, line.seats)
    });
    let text: Vec<String> =
        text.chain(wishes.iter().map(|(field, people)| format!("{field}  {people}"))).collect();
    let page = OverviewPage {
        t,
        asked: wishes.iter().map(|(_, people)| people).sum(),
        wishes,
        waiting: batches.iter().filter(|line| line.state != "decreed").count(),
        batches,
        may_list: desk.may(Act::PersonList, &target),
        may_import: desk.may(Act::InterestImport, &target),
    };
    Ok(Shown::Html { title: t.say("enrolment-list"), body: web::html(&page)?, text: text.join("\n") })
}

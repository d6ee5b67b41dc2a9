// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One hearing: who sat, what was recommended for whom, and where it left the ranking and why.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;
use kernel::id::PersonId;

use super::openable::openable;
use super::recommendation_tone;
use crate::state::Intake;
use crate::store::{self, HearingKind};

/// `hearing show`.
pub const SHOW: Page = Page {
    name: "hearing show",
    path: "/hearings/{hearing}",
    act: Act::ApplicantRead,
    room: "enrolment",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    id: String,
    name: String,
    tone: &'static str,
    label: String,
    reason: String,
    /// Whether the page of the person would open.
    may_open: bool,
}

#[derive(Template)]
#[template(path = "hearing.html")]
struct HearingPage<'a> {
    t: Teller<'a>,
    code: String,
    batch: String,
    batch_title: String,
    held: String,
    chair: String,
    members: Vec<String>,
    counts: String,
    counts_for_nothing: bool,
    may_decree: bool,
    is_list: bool,
    lines: Vec<Line>,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let db = desk.house.db.read();
    let hearing = store::hearing_by_code(db, form.text("hearing")).await?.ok_or(Halt::Missing)?;
    let batch = programme::facts::batch(db, hearing.batch).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::ApplicantRead, &batch.target())?;
    let intake = store::intake(db, batch.id).await?;
    let t = desk.teller();
    let is_list = hearing.kind == HearingKind::List;
    let votes = store::votes(db, hearing.id).await?;
    let people: Vec<PersonId> = votes.iter().map(|fact| fact.vote.person).collect();
    let openable = openable(desk, &batch, &people).await?;
    let lines: Vec<Line> = votes
        .into_iter()
        .map(|fact| Line {
            id: fact.vote.person.to_string(),
            may_open: openable.contains(&fact.vote.person),
            tone: recommendation_tone(fact.vote.recommendation),
            label: t.tell(
                &Say::new(format!("recommendation-{}", fact.vote.recommendation.code()))
                    .with("number", fact.vote.position),
            ),
            name: fact.name,
            reason: fact.vote.reason,
        })
        .collect();
    let text: Vec<String> =
        lines.iter().map(|line| format!("{}  {}  {}", line.label, line.name, line.reason)).collect();
    let page = HearingPage {
        t,
        batch: batch.code.clone(),
        batch_title: batch.title.clone(),
        held: day::weekday_long(hearing.held_on, desk.lang),
        chair: hearing.chair,
        members: hearing.members.lines().map(str::to_owned).collect(),
        counts: t.tell(&Say::new("hearing-counts").with("count", lines.len())),
        counts_for_nothing: intake.hearing != Some(hearing.id),
        may_decree: intake.state == Intake::Heard && desk.may(Act::DecreeIssue, &batch.target()),
        is_list,
        lines,
        code: hearing.code,
    };
    Ok(Shown::Html {
        title: t.with(
            if is_list { "enrolment-approved-list-of" } else { "hearing-of" },
            "batch",
            &batch.title,
        ),
        body: web::html(&page)?,
        text: text.join("\n"),
    })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Everyone considered for a batch: the place, what is proposed, and each reason as a sentence the person could read.

use std::collections::HashMap;

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;
use kernel::id::PersonId;
use kernel::sensitive::{Class, Right};
use programme::facts::BatchFact;
use web::{Pager, Paging};

use super::openable::openable;
use super::{intake_tone, recommendation_tone, seat_tone};
use crate::actions::{batch_named, has_board};
use crate::facts;
use crate::rules::Recommendation;
use crate::state::Intake;
use crate::store::{self, ApplicantRow, IntakeFact};

/// `applicant list`.
pub const LIST: Page = Page {
    name: "applicant list",
    path: "/batches/{batch}/applicants",
    act: Act::ApplicantRead,
    room: "enrolment",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    id: String,
    name: String,
    rank: String,
    points: String,
    tone: &'static str,
    proposal: String,
    reasons: Vec<String>,
    next: Vec<String>,
    since: String,
    /// Whether the page of the person would open.
    may_open: bool,
}

#[derive(Template)]
#[template(path = "applicants.html")]
struct ApplicantsPage<'a> {
    t: Teller<'a>,
    code: String,
    title: String,
    state: &'static str,
    tone: &'static str,
    lead: String,
    hearing: String,
    may_rank: bool,
    may_hear: bool,
    may_decree: bool,
    may_approve: bool,
    may_see_seats: bool,
    eligible: Vec<Line>,
    refused: Vec<Line>,
    others: Vec<Line>,
    other_count: usize,
    pager: Pager,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::ApplicantRead, &batch.target())?;
    let db = desk.house.db.read();
    let intake = store::intake(db, batch.id).await?;
    let has_board = has_board(db, &batch).await?;
    let rows = store::applicants(db, batch.id).await?;
    let counts = facts::counts(db, batch.id).await?;
    let proposals = proposals(desk, &batch, &intake, &rows).await?;
    let right = desk.right(Class::Sentence, &Target::of(batch.host));
    let ids: Vec<PersonId> = rows.iter().map(|row| row.person).collect();
    let people = people::facts::persons(db, &ids).await?;
    let names: HashMap<PersonId, String> =
        people.into_iter().map(|person| (person.id, person.name)).collect();
    let openable = openable(desk, &batch, &ids).await?;
    let line = |row: &ApplicantRow| Line {
        may_open: openable.contains(&row.person),
        ..line(desk, row, &names, &proposals, right.as_ref())
    };
    let all: Vec<Line> = rows.iter().filter(|row| row.eligible).map(line).collect();
    let refused: Vec<Line> = rows.iter().filter(|row| row.applied && !row.eligible).map(line).collect();
    let others: Vec<Line> = rows.iter().filter(|row| !row.applied).map(line).collect();
    let t = desk.teller();
    let text = text(&all, &refused);
    let paging = Paging::of(form);
    let path = format!("/batches/{}/applicants", batch.code);
    let pager = paging.pager(t, &path, form, i64::try_from(all.len()).unwrap_or(i64::MAX));
    let first = usize::try_from(paging.offset()).unwrap_or(0);
    let page_size = usize::try_from(paging.per_page).unwrap_or(50);
    let may = |act, in_states: &[Intake]| in_states.contains(&intake.state) && desk.may(act, &batch.target());
    let hearing = match intake.hearing {
        Some(id) => store::hearing_by_id(db, id).await?.map(|hearing| hearing.code).unwrap_or_default(),
        None => String::new(),
    };
    let page = ApplicantsPage {
        t,
        title: batch.title.clone(),
        state: intake.state.code(),
        tone: intake_tone(intake.state),
        lead: lead(t, &batch, &intake, counts),
        hearing,
        may_rank: may(Act::ApplicantRank, &[Intake::Open, Intake::Ranked]),
        may_hear: has_board && may(Act::HearingRecord, &[Intake::Ranked, Intake::Heard]),
        may_approve: !has_board && may(Act::EnrolmentApprove, &[Intake::Ranked]),
        may_decree: may(Act::DecreeIssue, &[Intake::Heard]),
        may_see_seats: may(Act::PersonList, &[Intake::Decreed]),
        eligible: all.into_iter().skip(first).take(page_size).collect(),
        refused,
        other_count: others.len(),
        others: if form.text("show") == "others" { others } else { Vec::new() },
        pager,
        code: batch.code,
    };
    Ok(Shown::Html {
        title: t.with("applicant-list-of", "batch", &batch.title),
        body: web::html(&page)?,
        text,
    })
}

fn lead(t: Teller<'_>, batch: &BatchFact, intake: &IntakeFact, counts: facts::EnrolmentCounts) -> String {
    let say = Say::new(format!("applicant-list-{}", intake.state.code()))
        .with("eligible", counts.eligible)
        .with("applied", counts.applicants)
        .with("seats", batch.seats)
        .with("seated", counts.seated)
        .with("reserves", counts.reserve)
        .with("field", &intake.field);
    t.tell(&say)
}

/// What stands beside each name: by rank before the hearing, by vote after it, by seat after the decree.
async fn proposals(
    desk: &Desk,
    batch: &BatchFact,
    intake: &IntakeFact,
    rows: &[ApplicantRow],
) -> Result<HashMap<PersonId, (&'static str, String)>, Halt> {
    let db = desk.house.db.read();
    let t = desk.teller();
    let told = |key: &str, number: i64| t.tell(&Say::new(key).with("number", number));
    let vote = |recommendation: Recommendation, position: i64| {
        (
            recommendation_tone(recommendation),
            told(&format!("recommendation-{}", recommendation.code()), position),
        )
    };
    let mut proposals = HashMap::new();
    for row in rows {
        let Some(rank) = row.rank else { continue };
        let proposed = match rank {
            rank if rank <= batch.seats => vote(Recommendation::Seat, rank),
            rank if rank <= batch.seats + batch.reserves => vote(Recommendation::Reserve, rank - batch.seats),
            rank => vote(Recommendation::Wait, rank - batch.seats - batch.reserves),
        };
        proposals.insert(row.person, proposed);
    }
    if let Some(hearing) = intake.hearing {
        for fact in store::votes(db, hearing).await? {
            proposals.insert(fact.vote.person, vote(fact.vote.recommendation, fact.vote.position));
        }
    }
    for seat in facts::seats(db, batch.id).await? {
        let position = seat.number.or(seat.reserve_position).unwrap_or(0);
        let label = told(&format!("seat-state-{}", seat.state.code()), position);
        proposals.insert(seat.person, (seat_tone(seat.state), label));
    }
    Ok(proposals)
}

fn line(
    desk: &Desk,
    row: &ApplicantRow,
    names: &HashMap<PersonId, String>,
    proposals: &HashMap<PersonId, (&'static str, String)>,
    right: Option<&Right>,
) -> Line {
    let t = desk.teller();
    let spare_days = right.and_then(|right| row.spare_days.open(right)).copied().flatten();
    let (tone, proposal) =
        proposals.get(&row.person).cloned().unwrap_or_else(|| ("no", t.say("applicant-refused")));
    let against =
        |refuses: bool| row.reasons.iter().filter(move |reason| row.eligible || reason.refuses() == refuses);
    Line {
        id: row.person.to_string(),
        name: names.get(&row.person).cloned().unwrap_or_default(),
        rank: row.rank.map(|rank| rank.to_string()).unwrap_or_default(),
        points: t.with("applicant-points", "points", row.score),
        tone,
        proposal,
        reasons: against(true).map(|reason| t.tell(&reason.say(spare_days))).collect(),
        next: row.reasons.iter().filter_map(|reason| reason.next().map(|say| t.tell(&say))).collect(),
        since: day::short(row.waiting_since),
        may_open: false,
    }
}

fn text(eligible: &[Line], refused: &[Line]) -> String {
    let line = |line: &Line| {
        let rank = if line.rank.is_empty() { "-" } else { &line.rank };
        let sentences: Vec<&str> = line.reasons.iter().chain(&line.next).map(String::as_str).collect();
        format!("{rank}  {}  {}  {}", line.name, line.proposal, sentences.join(" "))
    };
    eligible.iter().chain(refused).map(line).collect::<Vec<_>>().join("\n")
}

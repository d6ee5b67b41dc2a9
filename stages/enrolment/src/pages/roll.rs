// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The roll of a batch: seats, reserves, those who left. Partners under the agreement see names and seats, not why somebody left.

use std::collections::HashMap;

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;
use kernel::id::PersonId;

use super::openable::openable;
use super::seat_tone;
use crate::actions::batch_named;
use crate::facts::{self, SeatFact, SeatState};

/// `seat list`.
pub const LIST: Page = Page {
    name: "seat list",
    path: "/batches/{batch}/seats",
    act: Act::PersonList,
    room: "enrolment",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    id: String,
    name: String,
    tone: &'static str,
    label: String,
    since: String,
    note: String,
    may_withdraw: bool,
    may_promote: bool,
    /// Whether the page of the person would open.
    may_open: bool,
}

#[derive(Template)]
#[template(path = "roll.html")]
struct RollPage<'a> {
    t: Teller<'a>,
    code: String,
    title: String,
    lead: String,
    decree: String,
    lines: Vec<Line>,
    sees_applicants: bool,
    may_take_over: bool,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::PersonList, &batch.target())?;
    let db = desk.house.db.read();
    let seats = facts::seats(db, batch.id).await?;
    let ids: Vec<PersonId> = seats.iter().map(|seat| seat.person).collect();
    let people = people::facts::persons(db, &ids).await?;
    let names: HashMap<PersonId, String> =
        people.into_iter().map(|person| (person.id, person.honoured_name(desk.teller()))).collect();
    let openable = openable(desk, &batch, &ids).await?;
    let own = desk.may(Act::ApplicantRead, &batch.target());
    let may_withdraw = desk.may(Act::SeatWithdraw, &batch.target());
    let taken = seats.iter().filter(|seat| seat.state == SeatState::Seated).count();
    let free = batch.seats - i64::try_from(taken).unwrap_or(i64::MAX);
    let may_promote = free > 0 && desk.may(Act::SeatPromote, &batch.target());
    let t = desk.teller();
    let line = |seat: &SeatFact| {
        let position = seat.number.or(seat.reserve_position).unwrap_or(0);
        let label = t.tell(&Say::new(format!("seat-state-{}", seat.state.code())).with("number", position));
        Line {
            id: seat.person.to_string(),
            name: names.get(&seat.person).cloned().unwrap_or_default(),
            tone: seat_tone(seat.state),
            label,
            since: day::short(seat.left_on.unwrap_or(seat.since)),
            note: if own && seat.state == SeatState::Left {
                t.code("seat-left", &seat.left_reason)
            } else {
                String::new()
            },
            may_withdraw: may_withdraw && seat.state != SeatState::Left,
            may_promote: may_promote && seat.state == SeatState::Reserve,
            may_open: openable.contains(&seat.person),
        }
    };
    let lines: Vec<Line> = seats.iter().map(line).collect();
    let text: Vec<String> = lines
        .iter()
        .map(|line| format!("{}  {}  {}  {}", line.label, line.name, line.since, line.note))
        .collect();
    let decree = facts::decided(db, batch.id).await?;
    let lead = Say::new("seat-list-lead").with("seated", taken).with("seats", batch.seats).with("free", free);
    let page = RollPage {
        t,
        title: batch.title.clone(),
        lead: t.tell(&lead),
        decree: decree.map(|decree| decree.number).unwrap_or_default(),
        lines,
        sees_applicants: own,
        may_take_over: free > 0 && desk.may(Act::SeatTakeOver, &batch.target()),
        code: batch.code,
    };
    Ok(Shown::Html {
        title: t.with("seat-list-of", "batch", &batch.title),
        body: web::html(&page)?,
        text: text.join("\n"),
    })
}

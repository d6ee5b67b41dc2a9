// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An action item of a meeting is done.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use serde_json::json;

use super::read_past_day;
use super::step::iso;
use crate::facts::{ItemFact, MeetingFact, meeting_by_code};
use crate::{rules, store};

pub const CLOSE_ITEM: Action = Action {
    name: "meeting close-item",
    path: "/meetings/{meeting}/items/{item}/closing",
    act: Act::MeetingCloseItem,
    room: "partnership",
    fields: &[
        Field::path("meeting"),
        Field::path("item"),
        Field::required("day", Kind::Day),
        Field::required("note", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (meeting, item) = item_in_path(desk, form).await?;
    desk.allow(Act::MeetingCloseItem, &meeting.target())?;
    let prepared = Prepared::about(&item.what, format!("/meetings/{}", meeting.code));
    Ok(prepared.filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (meeting, item) = item_in_path(desk, form).await?;
    desk.allow(Act::MeetingCloseItem, &meeting.target())?;
    let mut reading = form.read();
    let closed_on = read_past_day(&mut reading, "day", desk.today());
    let note = reading.text("note");
    if closed_on < meeting.held_on && !form.text("day").is_empty() {
        reading.problem("day", "meeting-problem-before");
    }
    reading.done()?;
    rules::acts_for(desk.actor.office_id(), item.organisation, meeting.host)?;
    let mut work = desk.begin("meeting close-item").await?;
    if !store::close_item(&work.tx, meeting.id, item.number, closed_on, &note).await? {
        return Err(Refusal::new("PART-16").with("number", item.number).into());
    }
    let content =
        json!({ "meeting": meeting.code, "number": item.number, "what": item.what, "day": iso(closed_on) });
    let event = Event::new("MeetingItemClosed", Object::new("meeting", meeting.id.0), content);
    work.record(event.about("organisation", item.organisation.0)).await?;
    let open = meeting.items.iter().filter(|other| other.is_open() && other.number != item.number).count();
    let say = Say::new("meeting-item-now-closed").with("number", item.number).with("open", open);
    work.commit(Done::new(format!("/meetings/{}", meeting.code), say)).await
}

async fn item_in_path(desk: &Desk, form: &Form) -> Result<(MeetingFact, ItemFact), Halt> {
    let meeting = meeting_by_code(desk.house.db.read(), form.text("meeting")).await?.ok_or(Halt::Missing)?;
    let number: i64 = form.text("item").parse().map_err(|_| Halt::Missing)?;
    let item = meeting.items.iter().find(|item| item.number == number).cloned().ok_or(Halt::Missing)?;
    Ok((meeting, item))
}

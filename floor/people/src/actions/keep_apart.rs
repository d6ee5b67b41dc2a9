// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Two people who must not meet, and the end of it. Plans keep them apart; nobody without the right learns that they do.

use access::{Act, Denied};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day::{self, Day};
use kernel::sensitive::Class;
use serde_json::json;

use crate::facts::{self, PersonFact};
use crate::store;

pub const KEEP_APART: Action = Action {
    name: "person keep-apart",
    path: "/people/{person}/apart",
    act: Act::PersonKeepApart,
    room: "people",
    fields: &[
        Field::path("person"),
        Field::required("other", Kind::Text),
        Field::required("reason", Kind::Long),
        Field::required("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(keep(desk, form)),
};

pub const REUNITE: Action = Action {
    name: "person reunite",
    path: "/people/{person}/apart/ended",
    act: Act::PersonKeepApart,
    room: "people",
    fields: &[Field::path("person"), Field::required("other", Kind::Text), Field::required("day", Kind::Day)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(reunite(desk, form)),
};

async fn allowed(desk: &Desk, text: &str) -> Result<PersonFact, Halt> {
    let person = facts::resolve(desk, text).await?;
    desk.allow(Act::PersonKeepApart, &facts::target(desk.house.db.read(), person.id).await?)?;
    Ok(person)
}

/// Names those from whom the person is kept apart, for who has the right to know.
async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let person = allowed(desk, form.text("person")).await?;
    let on = desk.house.db.read();
    let target = facts::target(on, person.id).await?;
    let right = desk.right(Class::KeepApart, &target).ok_or(Denied { act: Act::SeeKeepApart })?;
    let envelope = facts::apart_from(on, person.id).await?;
    let mut names = Vec::new();
    for one in envelope.open(&right).into_iter().flatten() {
        names.extend(facts::person(on, one.other).await?.map(|other| other.name));
    }
    let subject = match names.as_slice() {
        [] => person.name.clone(),
        names => {
            let now = desk.teller().with("people-apart-now", "names", names.join(", "));
            format!("{} · {now}", person.name)
        }
    };
    let today = day::short(desk.today());
    Ok(Prepared::about(subject, format!("/people/{}", person.id)).filled("day", today))
}

/// Both people, each within reach of the one who acts, and not the same.
async fn pair(desk: &Desk, form: &Form) -> Result<(PersonFact, PersonFact), Halt> {
    let person = allowed(desk, form.text("person")).await?;
    let other = allowed(desk, form.text("other")).await?;
    if person.id == other.id {
        return Err(Halt::field("other", Say::new("problem-apart-oneself")));
    }
    Ok((person, other))
}

async fn keep(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    reading.text("other");
    let (reason, day) = (reading.text("reason"), reading.day("day"));
    if day > desk.today() {
        reading.problem("day", Say::new("problem-apart-future"));
    }
    reading.done()?;
    let (person, other) = pair(desk, form).await?;
    let mut work = desk.begin("person keep-apart").await?;
    if !store::keep_apart(&work.tx, (person.id, other.id), day, &reason).await? {
        return Err(Refusal::new("PEOP-40").into());
    }
    work.record(event("PeopleKeptApart", &person, day)).await?;
    work.commit(done("people-kept-apart", &person)).await
}

async fn reunite(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    reading.text("other");
    let day = reading.day("day");
    reading.done()?;
    let (person, other) = pair(desk, form).await?;
    let mut work = desk.begin("person reunite").await?;
    if !store::reunite(&work.tx, (person.id, other.id), day).await? {
        return Err(Refusal::new("PEOP-41").into());
    }
    work.record(event("PeopleReunited", &person, day)).await?;
    work.commit(done("people-reunited", &person)).await
}

/// The log says that something was decided, not about whom else or why: events are read by more people than this.
fn event(kind: &'static str, person: &PersonFact, day: Day) -> Event {
    Event::new(kind, Object::new("keep-apart", person.id.0), json!({ "day": day.to_string() }))
}

fn done(key: &str, person: &PersonFact) -> Done {
    Done::new(format!("/people/{}", person.id), Say::new(key).with("name", &person.name))
}

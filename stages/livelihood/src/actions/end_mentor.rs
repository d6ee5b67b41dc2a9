// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A mentoring ends before the agreement does; from then on the mentor sees the person no more.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use serde_json::json;

use super::person_for;
use crate::store::mentoring;

/// `mentor end`.
pub const END_MENTOR: Action = Action {
    name: "mentor end",
    path: "/people/{person}/mentor/end",
    act: Act::MentorAssign,
    room: "livelihood",
    fields: &[
        Field::path("person"),
        Field::required("day", Kind::Day),
        Field::required("reason", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, _) = person_for(desk, form, Act::MentorAssign).await?;
    Ok(Prepared::about(&person.name, format!("/people/{}/mentoring", person.id))
        .filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let (day, reason) = (read.day("day"), read.text("reason"));
    if day > desk.today() {
        read.problem("day", "mentor-problem-future");
    }
    read.done()?;
    let (person, _) = person_for(desk, form, Act::MentorAssign).await?;
    let all = mentoring::of_person(desk.house.db.read(), person.id).await?;
    let current = all.into_iter().find(|one| one.ended_on.is_none());
    let current = current.ok_or_else(|| Refusal::new("LIVE-13").with("person", &person.name))?;
    if day < current.since {
        return Err(Halt::field(
            "day",
            Say::new("mentor-problem-before").with("since", day::short(current.since)),
        ));
    }
    let mut work = desk.begin("mentor end").await?;
    if !mentoring::end(&work.tx, current.id, day, &reason).await? {
        return Err(Refusal::new("LIVE-13").with("person", person.name).into());
    }
    let content = json!({ "mentor": current.mentor_name, "day": day.to_string() });
    let event = Event::new("MentorEnded", Object::new("person", person.id.0), content)
        .about("agreement", current.agreement.0);
    work.record(event).await?;
    let said = Say::new("mentor-ended").with("person", person.name).with("mentor", current.mentor_name);
    work.commit(Done::new(format!("/people/{}/mentoring", person.id), said)).await
}

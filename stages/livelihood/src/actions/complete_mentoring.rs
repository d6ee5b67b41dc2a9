// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A mentor confirms that she accompanied a person through the training into a business. The foundation can acknowledge it then,
//! by another hand.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use people::facts::PersonFact;
use programme::facts::BatchFact;
use serde_json::json;
use store::{ConnectionTrait, DbErr};

use super::mentored;
use crate::rules::{self, Accompaniment};
use crate::store::mentoring::{self, MentoringFact};
use crate::store::{self as tables};

/// `mentoring complete`.
pub const COMPLETE_MENTORING: Action = Action {
    name: "mentoring complete",
    path: "/people/{person}/mentoring/completion",
    act: Act::MentoringComplete,
    room: "livelihood",
    fields: &[
        Field::path("person"),
        Field::required("batch", Kind::Pick(batches)),
        Field::required("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let person = mentored(desk, form, Act::MentoringComplete).await?;
    Ok(Prepared::about(&person.name, format!("/people/{}/mentoring", person.id))
        .filled("day", day::short(desk.today())))
}

/// The batches of the person under the agreements of the mentorings given.
async fn taught<C: ConnectionTrait>(
    on: &C,
    person: &PersonFact,
    own: &[MentoringFact],
) -> Result<Vec<BatchFact>, DbErr> {
    let mut found = Vec::new();
    for id in enrolment::facts::batches_of_person(on, person.id).await? {
        found.extend(programme::facts::batch(on, id).await?);
    }
    found.retain(|batch| own.iter().any(|one| one.agreement == batch.agreement));
    Ok(found)
}

async fn own_mentorings(desk: &Desk, person: &PersonFact) -> Result<Vec<MentoringFact>, Halt> {
    let granted = mentoring::granted(desk.house.db.read(), person.id, desk.now).await?;
    Ok(granted.into_iter().filter(|one| Some(one.mentor) == desk.actor.account).collect())
}

fn batches<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let person = mentored(desk, form, Act::MentoringComplete).await?;
        let own = own_mentorings(desk, &person).await?;
        let found = taught(desk.house.db.read(), &person, &own).await?;
        Ok(found.into_iter().map(|batch| Choice { value: batch.code, label: batch.title }).collect())
    })
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let (code, on) = (read.text("batch"), read.day("day"));
    if on > desk.today() {
        read.problem("day", "mentor-problem-future");
    }
    read.done()?;
    let person = mentored(desk, form, Act::MentoringComplete).await?;
    let mut work = desk.begin("mentoring complete").await?;
    // Read again inside the transaction: the office may have ended it meanwhile.
    let granted = mentoring::granted(&work.tx, person.id, desk.now).await?;
    let own: Vec<MentoringFact> =
        granted.into_iter().filter(|one| Some(one.mentor) == desk.actor.account).collect();
    let batch = taught(&work.tx, &person, &own).await?.into_iter().find(|batch| batch.code == code);
    let batch = batch.ok_or_else(|| Halt::field("batch", Say::new("mentoring-problem-batch")))?;
    let one = own.into_iter().find(|one| one.agreement == batch.agreement);
    let one = one.ok_or_else(|| Refusal::new("LIVE-13").with("person", &person.name))?;
    let done = Accompaniment {
        since: one.since,
        confirmed_on: on,
        notes: mentoring::notes(&work.tx, one.id).await?.into_iter().map(|note| note.day).collect(),
        completed_on: training::facts::completion(&work.tx, batch.id, person.id)
            .await?
            .and_then(|line| line.complete.then_some(line.day)),
        first_sales: tables::businesses(&work.tx, person.id)
            .await?
            .iter()
            .filter_map(|business| business.start_up.first_sale_on)
            .collect(),
    };
    let lacking = rules::lacking(&done);
    if !lacking.is_empty() {
        let because: Vec<Say> = lacking.into_iter().map(|lack| Say::new(lack.key())).collect();
        return Err(Refusal::new("LIVE-18").with("person", &person.name).because(because).into());
    }
    let content = json!({ "batch": batch.code, "since": one.since.to_string(), "day": on.to_string() });
    let event = Event::new("AccompanimentConfirmed", Object::new("person", person.id.0), content)
        .about("batch", batch.id.0);
    work.record(event).await?;
    let said = Say::new("mentoring-completed").with("person", person.name).with("day", day::short(on));
    work.commit(Done::new(format!("/people/{}/mentoring", person.id), said)).await
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The registrar decides that two records are of one person, with both side by side.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};

use crate::commands::merge::merge;
use crate::facts::{self, PersonFact};
use crate::pages::side_by_side;

/// `person` is the record that is kept, `other` the one that will point at it.
pub const MERGE: Action = Action {
    name: "person merge",
    path: "/people/{person}/merge/{other}",
    act: Act::PersonMerge,
    room: "people",
    fields: &[Field::path("person"), Field::path("other"), Field::required("reason", Kind::Long)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// Both records, each of which must be in the charge of the actor's own office.
async fn both(desk: &Desk, form: &Form) -> Result<(PersonFact, PersonFact), Halt> {
    let on = desk.house.db.read();
    let kept = facts::resolve(desk, form.text("person")).await?;
    desk.allow(Act::PersonMerge, &facts::target(on, kept.id).await?)?;
    let second = facts::resolve(desk, form.text("other")).await?;
    desk.allow(Act::PersonMerge, &facts::target(on, second.id).await?)?;
    if kept.id == second.id {
        return Err(Refusal::new("PEOP-17").into());
    }
    Ok((kept, second))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (kept, second) = both(desk, form).await?;
    let mut prepared = Prepared::about(kept.name.clone(), "/people/duplicates");
    prepared.notes_html = side_by_side(desk, &kept, &second).await?;
    Ok(prepared)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let reason = reading.text("reason");
    reading.done()?;
    let (kept, second) = both(desk, form).await?;
    let mut work = desk.begin("person merge").await?;
    merge(&mut work, (kept.id, second.id), &reason).await?;
    let say = Say::new("people-merged").with("name", &kept.name).with("other", &second.name);
    work.commit(Done::new(format!("/people/{}", kept.id), say)).await
}

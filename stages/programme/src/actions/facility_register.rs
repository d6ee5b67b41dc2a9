// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A workshop or room is put on record. Nobody trains there before an inspection has passed.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use office::facts::pick_organisations;
use serde_json::json;

use crate::facts::FacilityFact;
use crate::{named, store};

pub const REGISTER: Action = Action {
    name: "facility register",
    path: "/facilities/new",
    act: Act::FacilityRegister,
    room: "programme",
    fields: &[
        Field::required("code", Kind::Text),
        Field::required("name", Kind::Text),
        Field::optional("host", Kind::Pick(pick_organisations)),
        Field::required("place", Kind::Text),
        Field::required("capacity", Kind::Number),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    desk.scope(Act::FacilityRegister)?;
    let own = desk.actor.office.as_ref().map_or("", |office| &office.code);
    Ok(Prepared::about("", "/facilities").filled("host", own))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let facility = parse(desk, form).await?;
    desk.allow(Act::FacilityRegister, &Target::of(facility.host))?;
    let mut work = desk.begin("facility register").await?;
    store::or_taken(store::facility(&work.tx, &facility).await, "facility", &facility.code)?;
    let content = json!({ "code": facility.code, "name": facility.name, "capacity": facility.capacity });
    work.record(Event::new("FacilityRegistered", Object::new("facility", facility.id.0), content)).await?;
    let said = Say::new("facility-registered").with("name", &facility.name);
    work.commit(Done::new(format!("/facilities/{}", facility.code), said)).await
}

async fn parse(desk: &Desk, form: &Form) -> Result<FacilityFact, Halt> {
    let mut reading = form.read();
    let code = named::read_code(&mut reading);
    let name = reading.text("name");
    let place = reading.text("place");
    let capacity = reading.number("capacity");
    if !(1..=200).contains(&capacity) && !form.text("capacity").is_empty() {
        reading.problem("capacity", Say::new("problem-programme-between").with("least", 1).with("most", 200));
    }
    // Left empty, it is the own office.
    let host = match (form.text("host"), desk.actor.office_id()) {
        ("", Some(own)) => Some(own),
        _ => named::organisation(desk, &mut reading, "host").await?.map(|office| office.id),
    };
    reading.done()?;
    let host = host.ok_or(Halt::Missing)?;
    Ok(FacilityFact { id: desk.fresh_id(), code, name, host, place, capacity })
}

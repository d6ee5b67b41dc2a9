// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the place can bear besides its hours: seasons, watch, zones, tools, set-up, ways, spare days.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::id::OrganisationId;
use programme::facts::{FacilityFact, ProgrammeFact};
use serde_json::json;

use super::limit_lines::{Names, read, written};
use super::own_office;
use crate::house::{limits, set_limits};

pub const LIMITS: Action = Action {
    name: "plan limits",
    path: "/plans/limits",
    act: Act::PlanWindow,
    room: "planning",
    fields: &[
        Field::optional("watched", Kind::Number),
        Field::optional("spare-days", Kind::Number),
        Field::optional("seasons", Kind::Lines),
        Field::optional("zones", Kind::Lines),
        Field::optional("tools", Kind::Lines),
        Field::optional("set-ups", Kind::Lines),
        Field::optional("ways", Kind::Lines),
    ],
    open: |desk, _form| Box::pin(open(desk)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk) -> Result<Prepared, Halt> {
    let office = own_office(desk)?;
    let name = desk.actor.office.as_ref().map(|office| office.name.clone()).unwrap_or_default();
    let own = limits(desk.house.db.read(), office).await?;
    let (rooms, programmes) = named(desk, office).await?;
    let names = Names { rooms: &rooms, programmes: &programmes };
    let fields = written(&own, &names, desk.lang);
    Ok(fields
        .into_iter()
        .fold(Prepared::about(name, "/plans"), |form, (field, text)| form.filled(field, text)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let office = own_office(desk)?;
    let (rooms, programmes) = named(desk, office).await?;
    let own = read(form, &Names { rooms: &rooms, programmes: &programmes })?;
    let mut work = desk.begin("plan limits").await?;
    set_limits(&work.tx, office, &own).await?;
    let content = json!({
        "watched": own.watched, "spare_days": own.spare_days, "seasons": own.seasons.len(), "zones": own.zones.len(),
        "tools": own.tools.len(), "set_ups": own.set_ups.len(), "ways": own.ways.len(),
    });
    work.record(Event::new("LimitsSet", Object::new("organisation", office.0), content)).await?;
    work.commit(Done::new("/plans", Say::new("limits-set"))).await
}

/// The rooms of the office and the programmes that are held there.
pub async fn named(
    desk: &Desk,
    office: OrganisationId,
) -> Result<(Vec<FacilityFact>, Vec<ProgrammeFact>), Halt> {
    let on = desk.house.db.read();
    let rooms = programme::facts::facilities_of_host(on, office).await?;
    let batches = programme::facts::batches_of_host(on, office).await?;
    let mut programmes: Vec<ProgrammeFact> = batches.into_iter().map(|batch| batch.programme).collect();
    programmes.sort_by(|one, other| one.code.cmp(&other.code));
    programmes.dedup_by(|one, other| one.id == other.id);
    Ok((rooms, programmes))
}

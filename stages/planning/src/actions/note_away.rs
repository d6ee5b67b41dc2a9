// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An instructor does not come for some days, or a room cannot be used: noted first, and mended by a repair of the timetable.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;
use kernel::id::OrganisationId;
use serde_json::json;

use super::own_office;
use crate::away::{Away, Who, keep_away};

/// The longest absence noted at once.
///
/// # Source
/// Product decision: who is away longer is replaced in the batch.
const MOST_DAYS: i64 = 200;

pub const AWAY: Action = Action {
    name: "plan away",
    path: "/plans/away",
    act: Act::PlanWindow,
    room: "planning",
    fields: &[
        Field::optional("instructor", Kind::Text),
        Field::optional("facility", Kind::Text),
        Field::required("day", Kind::Day),
        Field::optional("until", Kind::Day),
    ],
    open: |desk, _form| Box::pin(open(desk)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk) -> Result<Prepared, Halt> {
    own_office(desk)?;
    let name = desk.actor.office.as_ref().map(|office| office.name.clone()).unwrap_or_default();
    Ok(Prepared::about(name, "/plans").filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let office = own_office(desk)?;
    let mut reading = form.read();
    let from = reading.day("day");
    let until = reading.optional_day("until").unwrap_or(from);
    if until < from {
        reading.problem("until", Say::new("problem-days-reversed"));
    } else if (until - from).num_days() >= MOST_DAYS {
        reading.problem("until", Say::new("problem-closed-too-long").with("days", MOST_DAYS));
    }
    let (instructor, facility) = (form.text("instructor").trim(), form.text("facility").trim());
    if instructor.is_empty() == facility.is_empty() {
        reading.problem("instructor", Say::new("problem-away-one"));
    }
    reading.done()?;
    let (who, name) = named(desk, office, (instructor, facility)).await?;
    let away = Away { who, from, until };
    let mut work = desk.begin("plan away").await?;
    keep_away(&work.tx, (desk.fresh_id(), office), &away, desk.actor.account).await?;
    let content = json!({ "day": from.to_string(), "until": until.to_string() });
    work.record(Event::new("AwayNoted", Object::new("organisation", office.0), content)).await?;
    let say = Say::new("away-noted").with("name", name).with("term", day::range_long(from, until, desk.lang));
    work.commit(Done::new("/plans/repair", say)).await
}

/// Who is meant: an instructor of a batch held here, or a room of this office.
async fn named(
    desk: &Desk,
    office: OrganisationId,
    (instructor, facility): (&str, &str),
) -> Result<(Who, String), Halt> {
    let on = desk.house.db.read();
    if !facility.is_empty() {
        let rooms = programme::facts::facilities_of_host(on, office).await?;
        let found = rooms.into_iter().find(|room| room.code.eq_ignore_ascii_case(facility));
        let unknown = || Halt::field("facility", Say::new("problem-unknown").with("text", facility));
        return found.map(|room| (Who::Room(room.id), room.name)).ok_or_else(unknown);
    }
    for batch in programme::facts::batches_of_host(on, office).await? {
        for one in programme::facts::instructors_of_batch(on, batch.id).await? {
            if one.code.eq_ignore_ascii_case(instructor) {
                return Ok((Who::Instructor(one.id), one.name));
            }
        }
    }
    Err(Halt::field("instructor", Say::new("problem-unknown").with("text", instructor)))
}

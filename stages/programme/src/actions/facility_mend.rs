// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What an inspection found missing is reported as mended. Only another inspection can say that it is well.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use serde_json::json;

use crate::facts::{self, FindingFact};
use crate::state::{self, Command, Fitness, Step};
use crate::{named, store};

pub const MEND: Action = Action {
    name: "facility mend",
    path: "/facilities/{facility}/findings/{finding}/mending",
    act: Act::FacilityMend,
    room: "programme",
    fields: &[
        Field::path("facility"),
        Field::path("finding"),
        Field::required("day", Kind::Day),
        Field::required("note", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (facility, target) = named::facility(desk, form).await?;
    desk.allow(Act::FacilityMend, &target)?;
    let open = facts::open_findings(desk.house.db.read(), facility.id).await?;
    let finding =
        open.into_iter().find(|finding| finding.code == form.text("finding")).ok_or(Halt::Missing)?;
    let FindingFact { code, item, needed, found, .. } = finding;
    let subject =
        Say::new("facility-mend-subject").with("code", code).with("item", item).with("needed", needed);
    let subject = desk.teller().tell(&subject.with("found", found).with("name", &facility.name));
    let back = format!("/facilities/{}", facility.code);
    Ok(Prepared::about(subject, back).filled("day", kernel::day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let day = named::past_day(desk, &mut reading, "day");
    let note = reading.text("note");
    let code = reading.text("finding");
    reading.done()?;
    let (facility, target) = named::facility(desk, form).await?;
    desk.allow(Act::FacilityMend, &target)?;
    let mut work = desk.begin("facility mend").await?;
    let rounds = facts::inspections(&work.tx, facility.id).await?;
    let lines = facts::findings(&work.tx, facility.id).await?;
    let command = Command::Mend { day, code: code.clone() };
    let step = state::decide(&Fitness::of(rounds.first(), &lines), &command, desk.today())?;
    let inspection = rounds.first().ok_or(Halt::Missing)?.id;
    if !store::mend(&work.tx, inspection, &code, day, &note).await? {
        return Err(Refusal::new("PROG-13").with("code", code).into());
    }
    let content = json!({ "code": code, "day": day.to_string(), "note": note });
    work.record(Event::new("FindingMended", Object::new("facility", facility.id.0), content)).await?;
    let said = match step {
        Step::MendedOne { left, .. } => Say::new("facility-mended-one").with("left", left.len()),
        Step::MendedAll { .. } | Step::Passed | Step::Failed { .. } => Say::new("facility-mended-all"),
    };
    work.commit(Done::new(format!("/facilities/{}", facility.code), said.with("code", code))).await
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The host ends an agreement before its time; the partners' rights end with that day.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;

use super::{address, agreement_in_path, step};
use crate::state::{Command, decide};
use crate::store;

pub const END: Action = Action {
    name: "agreement end",
    path: "/agreements/{agreement}/ending",
    act: Act::AgreementEnd,
    room: "partnership",
    fields: &[
        Field::path("agreement"),
        Field::required("day", Kind::Day),
        Field::required("reason", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let agreement = agreement_in_path(desk, form).await?;
    desk.allow(Act::AgreementEnd, &agreement.target())?;
    Ok(Prepared::about(&agreement.title, address(&agreement)).filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let agreement = agreement_in_path(desk, form).await?;
    desk.allow(Act::AgreementEnd, &agreement.target())?;
    let command = parse(form)?;
    let mut work = desk.begin("agreement end").await?;
    let held = store::hold(&work.tx, agreement.id).await?;
    let step = decide(&held, &command)?;
    let after = step::carry_out(&mut work, &held, &step).await?;
    let last_day = day::long(after.last_day(), desk.lang);
    work.commit(Done::new(address(&after), Say::new("agreement-now-ended").with("day", last_day))).await
}

fn parse(form: &Form) -> Result<Command, Halt> {
    let mut reading = form.read();
    let command = Command::End { day: reading.day("day"), reason: reading.text("reason") };
    reading.done()?;
    Ok(command)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One party agrees to the text; the last one makes the agreement ready to be signed.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;

use super::{address, agreement_in_path, next_party, pick_own_parties, read_party, read_past_day, step};
use crate::facts::{AgreementFact, AgreementState};
use crate::state::{Command, decide};
use crate::{rules, store};

pub const AGREE: Action = Action {
    name: "agreement agree",
    path: "/agreements/{agreement}/agreeing",
    act: Act::AgreementAgree,
    room: "partnership",
    fields: &[
        Field::path("agreement"),
        Field::required("party", Kind::Pick(pick_own_parties)),
        Field::required("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let agreement = agreement_in_path(desk, form).await?;
    desk.allow(Act::AgreementAgree, &agreement.target())?;
    let party = next_party(desk, &agreement, |party| party.agreed_on.is_some());
    let prepared = Prepared::about(&agreement.title, address(&agreement)).filled("party", party);
    Ok(prepared.filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let agreement = agreement_in_path(desk, form).await?;
    desk.allow(Act::AgreementAgree, &agreement.target())?;
    let command = parse(desk, form, &agreement)?;
    let mut work = desk.begin("agreement agree").await?;
    let held = store::hold(&work.tx, agreement.id).await?;
    let step = decide(&held, &command)?;
    let after = step::carry_out(&mut work, &held, &step).await?;
    work.commit(shown(&after)).await
}

fn parse(desk: &Desk, form: &Form, agreement: &AgreementFact) -> Result<Command, Halt> {
    let mut reading = form.read();
    let party = read_party(&mut reading, agreement);
    let day = read_past_day(&mut reading, "day", desk.today());
    reading.done()?;
    rules::acts_for(desk.actor.office_id(), party, agreement.host)?;
    Ok(Command::Agree { party, day })
}

fn shown(after: &AgreementFact) -> Done {
    if after.state == AgreementState::Agreed {
        return Done::new(address(after), Say::new("agreement-agreed-by-all"));
    }
    let missing = after.parties.iter().filter(|party| party.agreed_on.is_none());
    let names: Vec<&str> = missing.map(|party| party.name.as_str()).collect();
    Done::new(address(after), Say::new("agreement-agreed-by-one").with("missing", names.join(", ")))
}

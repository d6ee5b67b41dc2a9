// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One party signs, with its own number; the last signature puts the agreement in force and gives the partners their rights.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;

use super::{address, agreement_in_path, next_party, pick_own_parties, read_party, read_past_day, step};
use crate::facts::AgreementFact;
use crate::state::{Command, Signature, decide};
use crate::{rules, store};

pub const SIGN: Action = Action {
    name: "agreement sign",
    path: "/agreements/{agreement}/signing",
    act: Act::AgreementSign,
    room: "partnership",
    fields: &[
        Field::path("agreement"),
        Field::required("party", Kind::Pick(pick_own_parties)),
        Field::required("number", Kind::Text),
        Field::required("signer", Kind::Text),
        Field::required("signer_post", Kind::Text),
        Field::required("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let agreement = agreement_in_path(desk, form).await?;
    desk.allow(Act::AgreementSign, &agreement.target())?;
    let party = next_party(desk, &agreement, |party| party.signed_on.is_some());
    let prepared = Prepared::about(&agreement.title, address(&agreement)).filled("party", party);
    Ok(prepared.filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let agreement = agreement_in_path(desk, form).await?;
    desk.allow(Act::AgreementSign, &agreement.target())?;
    let signature = parse(desk, form, &agreement)?;
    let mut work = desk.begin("agreement sign").await?;
    let held = store::hold(&work.tx, agreement.id).await?;
    let step = decide(&held, &Command::Sign(signature.clone()))?;
    let after = step::carry_out(&mut work, &held, &step).await?;
    work.commit(shown(desk, &after, &signature)).await
}

fn parse(desk: &Desk, form: &Form, agreement: &AgreementFact) -> Result<Signature, Halt> {
    let mut reading = form.read();
    let signature = Signature {
        party: read_party(&mut reading, agreement),
        number: reading.text("number"),
        signer: reading.text("signer"),
        signer_post: reading.text("signer_post"),
        day: read_past_day(&mut reading, "day", desk.today()),
    };
    reading.done()?;
    rules::acts_for(desk.actor.office_id(), signature.party, agreement.host)?;
    Ok(signature)
}

fn shown(desk: &Desk, after: &AgreementFact, signature: &Signature) -> Done {
    let party = after.party(signature.party).map_or("", |party| &party.name);
    let say = Say::new("agreement-signed").with("party", party).with("number", &signature.number);
    let done = Done::new(address(after), say);
    let long = |day| day::long(day, desk.lang);
    if let Some(first_day) = after.first_day() {
        let term = Say::new("agreement-signed-by-all").with("first_day", long(first_day));
        return done.and(term.with("last_day", long(after.last_day())));
    }
    let missing = after.parties.iter().filter(|party| party.signed_on.is_none());
    let names: Vec<&str> = missing.map(|party| party.name.as_str()).collect();
    done.and(Say::new("agreement-signatures-missing").with("missing", names.join(", ")))
}

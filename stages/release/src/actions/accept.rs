// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The receiving office accepts a pack: it names a counsellor and the first meeting, and opens the client's file.

use access::{Act, Role};
use audit::{Event, Object};
use desk::{Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Refusal, Say};
use kernel::day::{self, Day};
use kernel::id::AccountId;
use serde_json::json;

use super::{addressed_pack, open_pack};
use crate::state::{self, Command};
use crate::store;

/// `handover accept`.
pub const ACCEPT: Action = Action {
    name: "handover accept",
    path: "/handovers/{handover}/acceptance",
    act: Act::HandoverDecide,
    room: "release",
    fields: &[
        Field::path("handover"),
        Field::required("counsellor", Kind::Pick(counsellors)),
        Field::required("first_meeting_on", Kind::Day),
        Field::required("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open_pack(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

struct Acceptance {
    counsellor: String,
    first_meeting_on: Day,
    day: Day,
}

fn parse(form: &Form) -> Result<Acceptance, Halt> {
    let mut read = form.read();
    let acceptance = Acceptance {
        counsellor: read.text("counsellor"),
        first_meeting_on: read.day("first_meeting_on"),
        day: read.day("day"),
    };
    read.done()?;
    Ok(acceptance)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let command = parse(form)?;
    let mut pack = addressed_pack(desk, form).await?;
    let counsellor = counsellor_named(desk, &command.counsellor).await?;
    let person = people::facts::person(desk.house.db.read(), pack.person).await?.ok_or(Halt::Missing)?;
    pack.state = state::decide(
        pack.state,
        Command::Accept { first_meeting_on: command.first_meeting_on, day: command.day },
    )?;
    pack.decided_on = Some(command.day);
    pack.counsellor = Some(counsellor);
    pack.first_meeting_on = Some(command.first_meeting_on);

    let mut work = desk.begin("handover accept").await?;
    if !store::answer(&work.tx, &pack).await? {
        return Err(Refusal::new("RELS-02").into());
    }
    people::commands::open_client_episode(&mut work, pack.person, pack.to, None, command.day).await?;
    let content = json!({ "code": pack.code, "first_meeting_on": command.first_meeting_on.to_string() });
    let event = Event::new("HandoverAccepted", Object::new("handover", pack.id.0), content)
        .about("person", pack.person.0);
    work.record(event).await?;
    let said = Say::new("handover-accepted")
        .with("person", person.name)
        .with("day", day::long(command.first_meeting_on, desk.lang));
    work.commit(Done::new(format!("/handovers/{}", pack.code), said)).await
}

/// An account of this office that may counsel.
async fn counsellor_named(desk: &Desk, login: &str) -> Result<AccountId, Halt> {
    let office = desk.actor.office_id().ok_or(Halt::Missing)?;
    let accounts = office::facts::accounts_of(desk.house.db.read(), office).await?;
    let found = accounts.into_iter().find(|account| {
        account.login == login && account.roles.iter().any(|role| role == Role::Counsellor.code())
    });
    let unknown = || Halt::field("counsellor", Say::new("problem-unknown").with("text", login));
    found.map(|account| account.id).ok_or_else(unknown)
}

fn counsellors<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let Some(office) = desk.actor.office_id() else { return Ok(Vec::new()) };
        let accounts = office::facts::accounts_of(desk.house.db.read(), office).await?;
        let counselling = accounts
            .into_iter()
            .filter(|account| account.roles.iter().any(|role| role == Role::Counsellor.code()));
        Ok(counselling.map(|account| Choice { value: account.login, label: account.name }).collect())
    })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A pack is made before the gate opens: what was earned, which papers are there, and who will receive.

use access::Act;
use audit::{Event, Object};
use desk::{Choice, Desk, Done, Field, Form, Future, Halt, Kind, Prepared, Refusal, Say};
use kernel::day::{self, Day};
use kernel::id::{OrganisationId, PersonId};
use people::facts::PersonFact;
use serde_json::json;

use crate::facts::HandoverFact;
use crate::state::HandoverState;
use crate::store::{self, Item};

/// The papers of a pack, by code; their labels are the words `handover-document-CODE`.
///
/// # Source
/// Product decision; what an office asks for differs and is noted, not enforced.
pub const DOCUMENTS: [&str; 5] = ["litmas", "identity", "health", "address", "family"];

/// `handover prepare`.
pub const PREPARE: Action = Action {
    name: "handover prepare",
    path: "/people/{person}/handover",
    act: Act::HandoverPrepare,
    room: "release",
    fields: &[
        Field::path("person"),
        Field::required("to", Kind::Pick(probation_offices)),
        Field::required("expected_on", Kind::Day),
        Field::optional("litmas", Kind::Check),
        Field::optional("identity", Kind::Check),
        Field::optional("health", Kind::Check),
        Field::optional("address", Kind::Check),
        Field::optional("family", Kind::Check),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

use desk::Action;

struct Command {
    to: String,
    expected_on: Day,
    documents: Vec<Item>,
}

fn parse(form: &Form) -> Result<Command, Halt> {
    let mut read = form.read();
    let to = read.text("to");
    let expected_on = read.day("expected_on");
    let document = |code: &&str, present| Item {
        kind: "document".to_owned(),
        label: (*code).to_owned(),
        detail: String::new(),
        present,
    };
    let documents = DOCUMENTS.iter().map(|code| document(code, read.check(code))).collect();
    read.done()?;
    Ok(Command { to, expected_on, documents })
}

async fn allow(desk: &Desk, form: &Form) -> Result<(PersonFact, OrganisationId), Halt> {
    let person = people::facts::resolve(desk, form.text("person")).await?;
    desk.allow(Act::HandoverPrepare, &people::facts::target(desk.house.db.read(), person.id).await?)?;
    let from = desk.actor.office_id().ok_or(Halt::Missing)?;
    Ok((person, from))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, _) = allow(desk, form).await?;
    Ok(Prepared::about(person.name, format!("/people/{}", person.id)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let command = parse(form)?;
    let (person, from) = allow(desk, form).await?;
    let to = receiver(desk, &command.to).await?;
    refuse_second(desk, person.id).await?;
    let from_code = desk.actor.office.as_ref().map_or("", |office| office.code.as_str());
    let mut items = earned(desk, person.id).await?;
    items.extend(command.documents);

    let mut work = desk.begin("handover prepare").await?;
    let pack = HandoverFact {
        id: desk.fresh_id(),
        code: store::next_code(&work.tx, from, from_code).await?,
        person: person.id,
        from,
        to,
        state: HandoverState::Prepared,
        expected_on: command.expected_on,
        prepared_on: desk.today(),
        decided_on: None,
        counsellor: None,
        first_meeting_on: None,
        reason: None,
    };
    match store::put(&work.tx, &pack, &items).await {
        Err(error)
            if ::store::violation(&error)
                .is_some_and(|no| no.is("handover_waiting", "handover.person_id")) =>
        {
            return Err(Refusal::new("RELS-01").into());
        }
        other => other?,
    }
    let missing = items.iter().filter(|item| !item.present).count();
    let content =
        json!({ "code": pack.code, "to": to.to_string(), "items": items.len(), "missing": missing });
    let event = Event::new("HandoverPrepared", Object::new("handover", pack.id.0), content)
        .about("person", person.id.0);
    work.record(event).await?;
    let said = Say::new("handover-prepared").with("person", &person.name).with("code", &pack.code);
    let done = Done::new(format!("/handovers/{}", pack.code), said);
    let done = if missing == 0 {
        done
    } else {
        done.and(Say::new("handover-papers-missing").with("count", missing))
    };
    work.commit(done).await
}

async fn receiver(desk: &Desk, code: &str) -> Result<OrganisationId, Halt> {
    let found = office::facts::by_code(desk.house.db.read(), code).await?;
    let probation = found.filter(|organisation| organisation.kind == "bapas");
    Ok(probation.ok_or_else(|| Halt::field("to", Say::new("problem-unknown").with("text", code)))?.id)
}

async fn refuse_second(desk: &Desk, person: PersonId) -> Result<(), Halt> {
    match store::latest(desk.house.db.read(), person).await? {
        Some(pack) if pack.state == HandoverState::Prepared => Err(Refusal::new("RELS-01").into()),
        Some(pack) if pack.state == HandoverState::Accepted => Err(Refusal::new("RELS-02").into()),
        _ => Ok(()),
    }
}

/// What the person has earned, in words a receiver understands.
async fn earned(desk: &Desk, person: PersonId) -> Result<Vec<Item>, Halt> {
    let on = desk.house.db.read();
    let mut items = Vec::new();
    let item = |kind: &str, label: String, detail: String| Item {
        kind: kind.to_owned(),
        label,
        detail,
        present: true,
    };
    for certificate in certification::facts::certificates_of_person(on, person).await? {
        if certificate.revoked_on.is_none() {
            items.push(item("certificate", certificate.title, certificate.number));
        }
    }
    for batch in enrolment::facts::batches_of_person(on, person).await? {
        let Some(fact) = programme::facts::batch(on, batch).await? else { continue };
        if let Some(done) = training::facts::completion(on, batch, person).await? {
            let detail = format!("{} JP, {}", done.jp_earned, day::short(done.day));
            items.push(item("training", fact.programme.title_id, detail));
        }
    }
    Ok(items)
}

fn probation_offices<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let all = office::facts::all(desk.house.db.read()).await?;
        let offices = all.into_iter().filter(|organisation| organisation.kind == "bapas");
        Ok(offices
            .map(|organisation| Choice { value: organisation.code, label: organisation.name })
            .collect())
    })
}

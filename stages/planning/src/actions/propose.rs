// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Asks the engines for a proposal: who sits where and when each batch meets. It is judged before it is kept, and moves nobody.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::id::{BatchId, OrganisationId, PersonId};
use serde_json::json;
use uuid::Uuid;

use crate::proposal::{self, Draft, ProposalFact, Question, Snapshot};

/// What an office usually asks for.
const USUAL_BLOCK_JP: i64 = 4;
const USUAL_DAY_JP: i64 = 8;
const MOST_JP: i64 = 12;

pub const PROPOSE: Action = Action {
    name: "proposal make",
    path: "/proposals/new",
    act: Act::ProposalMake,
    room: "planning",
    fields: &[
        Field::required("code", Kind::Text),
        Field::required("batches", Kind::Lines),
        Field::optional("minimum", Kind::Number),
        Field::optional("block_jp", Kind::Number),
        Field::optional("day_jp", Kind::Number),
        Field::optional("seed", Kind::Number),
    ],
    open: |desk, _form| Box::pin(open(desk)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// The batches that wait for a plan are filled in: ranked, not heard, not open.
async fn open(desk: &Desk) -> Result<Prepared, Halt> {
    let host = own_office(desk)?;
    let on = desk.house.db.read();
    let mut ready = Vec::new();
    for batch in programme::facts::batches_of_host(on, host).await? {
        if enrolment::facts::ranked(on, batch.id).await?.is_some()
            && crate::facts::opened_on(on, batch.id).await?.is_none()
        {
            ready.push(batch.code);
        }
    }
    let name = desk.actor.office.as_ref().map(|office| office.name.clone()).unwrap_or_default();
    Ok(Prepared::about(name, "/proposals")
        .filled("batches", ready.join("\n"))
        .filled("block_jp", USUAL_BLOCK_JP)
        .filled("day_jp", USUAL_DAY_JP))
}

fn own_office(desk: &Desk) -> Result<OrganisationId, Halt> {
    let host = desk.actor.office_id().ok_or(Halt::Missing)?;
    desk.allow(Act::ProposalMake, &Target::of(host))?;
    Ok(host)
}

struct Command {
    code: String,
    question: Question,
    seed: i64,
}

fn parse(form: &Form, host: OrganisationId) -> Result<Command, Halt> {
    let mut reading = form.read();
    let code = reading.text("code").to_uppercase();
    let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    if !code.is_empty() && (!code.bytes().all(plain) || code.len() > 40) {
        reading.problem("code", Say::new("problem-proposal-code").with("text", &code));
    }
    let mut batches: Vec<String> = Vec::new();
    for part in reading.lines("batches").into_iter().flatten() {
        for named in
            part.split([',', ';']).map(|code| code.trim().to_uppercase()).filter(|code| !code.is_empty())
        {
            if !batches.contains(&named) {
                batches.push(named);
            }
        }
    }
    if batches.is_empty() {
        reading.problem("batches", Say::new("problem-empty"));
    }
    let mut bounded = |name: &str, usual: i64, (least, most): (i64, i64)| {
        let number = reading.optional_number(name).unwrap_or(usual);
        if number < least || number > most {
            reading
                .problem(name, Say::new("problem-proposal-number").with("least", least).with("most", most));
        }
        number
    };
    let minimum = bounded("minimum", 0, (0, 1_000));
    let block_jp = bounded("block_jp", USUAL_BLOCK_JP, (1, MOST_JP));
    let day_jp = bounded("day_jp", USUAL_DAY_JP, (1, MOST_JP));
    let seed = bounded("seed", 1, (0, i64::from(i32::MAX)));
    reading.done()?;
    Ok(Command { code, question: Question { host, batches, minimum, block_jp, day_jp }, seed })
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let host = own_office(desk)?;
    let Command { code, question, seed } = parse(form, host)?;
    let on = desk.house.db.read();
    let parent = proposal::in_force(on, host).await?;
    let present = present_seats(desk, parent).await?;
    let snapshot = Snapshot::read(on, question).await?;
    let (snapshot, draft) = think(snapshot, present, seed).await?;
    let faults = proposal::faults(&snapshot, &draft, desk.lang);
    if !faults.is_empty() {
        // The engines are held to the judge; what it refuses is our mistake, and nothing is kept.
        return Err(Refusal::new("PLAN-15").with("count", faults.len()).because(faults).into());
    }
    let made = ProposalFact {
        id: desk.fresh_id(),
        code,
        host,
        parent,
        made_at: desk.now,
        by: desk.actor.account,
        seed,
        digest: snapshot.digest(),
        value: draft.value,
        bound: draft.bound,
        minimum: snapshot.question.minimum,
        block_jp: snapshot.question.block_jp,
        day_jp: snapshot.question.day_jp,
        decision: None,
    };
    let mut work = desk.begin("proposal make").await?;
    proposal::keep(&work.tx, &made, &draft).await.map_err(|error| taken(error, &made.code))?;
    work.record(event("ProposalMade", &made, &draft)).await?;
    let seated = draft.verdicts.iter().filter(|verdict| verdict.batch.is_some()).count();
    let say = Say::new("proposal-made")
        .with("seated", seated)
        .with("people", draft.verdicts.len())
        .with("batches", draft.batches.iter().filter(|batch| batch.opens).count())
        .with("sessions", draft.slots.len());
    work.commit(Done::new(format!("/proposals/{}", made.code), say)).await
}

/// The seats of the plan in force, so that nobody is moved without gain.
async fn present_seats(desk: &Desk, parent: Option<Uuid>) -> Result<BTreeMap<PersonId, BatchId>, Halt> {
    let Some(parent) = parent else { return Ok(BTreeMap::new()) };
    let agendas = crate::facts::seats_of_plan(desk.house.db.read(), parent).await?;
    Ok(agendas.into_iter().collect())
}

/// Searching takes a core for up to a second: the server's own threads do not wait for it.
async fn think(
    snapshot: Snapshot,
    present: BTreeMap<PersonId, BatchId>,
    seed: i64,
) -> Result<(Arc<Snapshot>, Draft), Halt> {
    let snapshot = Arc::new(snapshot);
    let shared = Arc::clone(&snapshot);
    let search = move || proposal::propose(&shared, &present, u64::try_from(seed).unwrap_or(1), &|_| false);
    let draft = tokio::task::spawn_blocking(search).await.map_err(anyhow::Error::from)??;
    Ok((snapshot, draft))
}

/// What the log keeps of a proposal: figures, no names.
pub(super) fn event(kind: &'static str, proposal: &ProposalFact, draft: &Draft) -> Event {
    let content = json!({
        "code": proposal.code, "value": draft.value, "bound": draft.bound,
        "seated": draft.verdicts.iter().filter(|verdict| verdict.batch.is_some()).count(),
        "sessions": draft.slots.len(),
    });
    let event = Event::new(kind, Object::new("proposal", proposal.id), content);
    draft.batches.iter().fold(event, |event, batch| event.about("batch", batch.batch.0))
}

fn taken(error: ::store::DbErr, code: &str) -> Halt {
    match ::store::violation(&error) {
        Some(no) if no.is("proposal_code", "proposal.code") => {
            Halt::field("code", Say::new("problem-taken").with("text", code))
        }
        _ => error.into(),
    }
}

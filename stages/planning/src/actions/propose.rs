// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Asks the engines for a proposal: who sits where and when each batch meets. It is judged before it is kept, and moves nobody.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::{Act, Target};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::id::{BatchId, OrganisationId, PersonId};
use uuid::Uuid;

use super::proposal_keep::{code, done, keep, record_of};
use super::proposal_search;
use crate::proposal::{self, Draft, Question, Snapshot};

/// What an office usually asks for.
const USUAL_BLOCK_JP: i64 = 4;
const USUAL_DAY_JP: i64 = 8;
const MOST_JP: i64 = 12;

/// How long a thorough search goes on, in minutes.
const USUAL_MINUTES: i64 = 2;
const MOST_MINUTES: i64 = 30;

/// Answered at once, or searched for in the background.
const SEARCHES: &[&str] = &["quick", "thorough"];

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
        Field::optional("search", Kind::Codes { prefix: "proposal-search", codes: SEARCHES }),
        Field::optional("minutes", Kind::Number),
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
        .filled("day_jp", USUAL_DAY_JP)
        .filled("search", SEARCHES[0])
        .filled("minutes", USUAL_MINUTES))
}

pub(super) fn own_office(desk: &Desk) -> Result<OrganisationId, Halt> {
    let host = desk.actor.office_id().ok_or(Halt::Missing)?;
    desk.allow(Act::ProposalMake, &Target::of(host))?;
    Ok(host)
}

pub(super) struct Command {
    pub code: String,
    pub question: Question,
    pub seed: i64,
    /// How long to search; nothing for an answer at once.
    pub minutes: Option<i64>,
}

fn parse(form: &Form, host: OrganisationId) -> Result<Command, Halt> {
    let mut reading = form.read();
    let text = reading.text("code");
    let code = code(&text).unwrap_or_else(|| {
        reading.problem("code", Say::new("problem-proposal-code").with("text", &text));
        String::new()
    });
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
    let minutes = bounded("minutes", USUAL_MINUTES, (1, MOST_MINUTES));
    let search = reading.optional_code("search", |code| SEARCHES.iter().position(|known| *known == code));
    reading.done()?;
    let minutes = (search == Some(1)).then_some(minutes);
    Ok(Command { code, question: Question { host, batches, minimum, block_jp, day_jp }, seed, minutes })
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let host = own_office(desk)?;
    let command = parse(form, host)?;
    if let Some(minutes) = command.minutes {
        return proposal_search::enqueue(desk, command, minutes).await;
    }
    let Command { code, question, seed, .. } = command;
    let on = desk.house.db.read();
    let parent = proposal::in_force(on, host).await?;
    let present = present_seats(desk, parent).await?;
    let snapshot = Snapshot::read(on, question).await?;
    let (snapshot, draft) = think(snapshot, present, seed).await?;
    refuse_faulty(desk, &snapshot, &draft)?;
    let made = record_of(desk, (code, parent), &snapshot, &draft, seed);
    let mut work = desk.begin("proposal make").await?;
    keep(&mut work, &made, &snapshot, &draft).await?;
    work.commit(done(&made, &draft)).await
}

/// The engines are held to the judge; what it refuses is our mistake, and nothing is kept.
pub(super) fn refuse_faulty(desk: &Desk, snapshot: &Snapshot, draft: &Draft) -> Result<(), Halt> {
    let faults = proposal::faults(snapshot, draft, desk.lang);
    if faults.is_empty() {
        return Ok(());
    }
    Err(Refusal::new("PLAN-15").with("count", faults.len()).because(faults).into())
}

/// The seats of the plan in force, so that nobody is moved without gain.
pub(super) async fn present_seats(
    desk: &Desk,
    parent: Option<Uuid>,
) -> Result<BTreeMap<PersonId, BatchId>, Halt> {
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

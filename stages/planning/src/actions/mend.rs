// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Mends the timetable of all batches of the office at once: three ways side by side, from as few changes as can be to the best
//! hours, and the one chosen is kept whole or not at all.

use std::sync::Arc;

use access::{Act, Target};
use askama::Template;
use audit::{Event, Object};
use checker::Severity;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Teller, Work};
use kernel::day;
use kernel::id::{BatchId, OrganisationId};
use serde_json::json;

use super::say_clash;
use crate::board::Board;
use crate::facts::SlotFact;
use crate::repair::{Broken, Mended, Running, Stay, hours};
use crate::store;

/// Sessions of so many days from today stay where they can, unless something else is asked: people have been told of them.
const USUAL_DAYS: i64 = 3;
const MOST_DAYS: i64 = 60;

/// Where the facts change while it searches, it begins anew, but not for ever.
const SEARCHES: usize = 2;

pub const MEND: Action = Action {
    name: "plan mend",
    path: "/plans/repair",
    act: Act::PlanLay,
    room: "planning",
    fields: &[
        Field::required("stay", Kind::Codes { prefix: "mend-stay", codes: Stay::CODES }),
        Field::optional("days", Kind::Number),
        Field::optional("facts", Kind::Grid),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

pub(crate) struct Way {
    pub name: String,
    pub count: usize,
    pub people: usize,
    pub cost: i64,
    pub is_fewest: bool,
    pub changes: Vec<String>,
    pub reasons: Vec<String>,
}

#[derive(Template)]
#[template(path = "mend.html")]
pub(crate) struct Notes<'a> {
    pub t: Teller<'a>,
    pub broken: usize,
    /// Why they are broken, one sentence each.
    pub because: Vec<String>,
    pub ways: Vec<Way>,
}

impl<'a> Notes<'a> {
    pub fn of(desk: &'a Desk, running: &Running, ways: Vec<Way>) -> Self {
        let (t, broken) = (desk.teller(), running.broken(desk.lang));
        let because = broken.reasons.iter().map(|reason| t.tell(reason)).collect();
        Self { t, broken: broken.count, because, ways }
    }
}

fn own_office(desk: &Desk) -> Result<OrganisationId, Halt> {
    let office = desk.actor.office_id().ok_or(Halt::Missing)?;
    desk.allow(Act::PlanLay, &Target::of(office))?;
    Ok(office)
}

/// The timetable as it runs, and what each way would make of it.
pub(crate) struct Looked {
    pub running: Arc<Running>,
    pub ways: Vec<(Stay, Result<Mended, Vec<Say>>)>,
}

/// Works out every way; nothing is written.
pub(crate) async fn look(desk: &Desk, days: i64) -> Result<Looked, Halt> {
    let office = own_office(desk)?;
    let running = Arc::new(Running::read(desk.house.db.read(), office, desk.today()).await?);
    let mut ways = Vec::new();
    for stay in Stay::ALL {
        ways.push((stay, think(&running, stay, days).await?));
    }
    Ok(Looked { running, ways })
}

/// Everything is worked out before anybody decides; nothing is written.
async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let days = fixed_days(form)?;
    let Looked { running, ways } = look(desk, days).await?;
    let ways = ways.into_iter().map(|(stay, found)| way(desk, &running, stay, found)).collect();
    let notes = Notes::of(desk, &running, ways);
    let name = desk.actor.office.as_ref().map(|office| office.name.clone()).unwrap_or_default();
    let mut prepared = Prepared::about(name, "/plans").filled("stay", Stay::Most.code()).filled("days", days);
    prepared.notes_html = web::html(&notes)?;
    prepared.grid_html =
        format!("<input type=\"hidden\" name=\"facts.digest\" value=\"{}\">", running.digest());
    Ok(prepared)
}

pub(crate) fn fixed_days(form: &Form) -> Result<i64, Halt> {
    let mut reading = form.read();
    let days = reading.optional_number("days").unwrap_or(USUAL_DAYS);
    if !(0..=MOST_DAYS).contains(&days) {
        reading.problem("days", Say::new("problem-proposal-number").with("least", 0).with("most", MOST_DAYS));
    }
    reading.done()?;
    Ok(days)
}

/// Searching takes a core: the server's own threads do not wait for it.
async fn think(running: &Arc<Running>, stay: Stay, days: i64) -> Result<Result<Mended, Vec<Say>>, Halt> {
    let running = Arc::clone(running);
    let days = u64::try_from(days).unwrap_or_default();
    let search = move || running.mend(stay, days, &uuid::Uuid::new_v4);
    Ok(tokio::task::spawn_blocking(search).await.map_err(anyhow::Error::from)?)
}

pub(crate) fn way(desk: &Desk, running: &Running, stay: Stay, found: Result<Mended, Vec<Say>>) -> Way {
    let t = desk.teller();
    let name = t.code("mend-stay", stay.code());
    match found {
        Ok(mended) => Way {
            name,
            count: mended.added.len(),
            people: mended.people,
            cost: mended.cost,
            is_fewest: mended.is_fewest,
            changes: changes(desk, running, &mended),
            reasons: Vec::new(),
        },
        Err(reasons) => Way {
            name,
            count: 0,
            people: 0,
            cost: 0,
            is_fewest: false,
            changes: Vec::new(),
            reasons: reasons.iter().map(|reason| t.tell(reason)).collect(),
        },
    }
}

/// Each changed session with where it was and where it goes.
fn changes(desk: &Desk, running: &Running, mended: &Mended) -> Vec<String> {
    let place = |slot: &SlotFact| format!("{} {}", day::weekday_long(slot.day, desk.lang), hours(slot));
    let line = |slot: &SlotFact| {
        let title = running.module_title(slot.module);
        let was = mended.removed.iter().find(|old| old.id == slot.id);
        let say = Say::new("mend-change").with("batch", running.batch_code(slot.batch)).with("module", title);
        desk.teller()
            .tell(&say.with("was", was.map_or_else(|| "–".to_owned(), place)).with("now", place(slot)))
    };
    mended.added.iter().map(line).collect()
}

/// What was searched for, and the transaction in which its facts still hold.
struct Searched<'d> {
    work: Work<'d>,
    running: Arc<Running>,
    found: Result<Mended, Vec<Say>>,
}

/// Searches before the transaction, so that nobody waits for it; then, behind the host's turn, the facts must still be those it
/// searched in. Where they are not, it searches once more. `seen` are the facts as they were shown, if they were.
async fn search<'d>(
    desk: &'d Desk,
    office: OrganisationId,
    (stay, days): (Stay, i64),
    seen: &str,
) -> Result<Searched<'d>, Halt> {
    // A form that comes again is answered with what it did the first time.
    if let Some(done) = desk.done_before().await? {
        return Err(Halt::Already(Box::new(done)));
    }
    for _ in 0..SEARCHES {
        let running = Arc::new(Running::read(desk.house.db.read(), office, desk.today()).await?);
        let facts = running.digest();
        if !seen.is_empty() && seen != facts {
            break;
        }
        let found = think(&running, stay, days).await?;
        let work = desk.begin("plan mend").await?;
        // Nobody lays or approves at this host meanwhile.
        store::take_turn(&work.tx, office).await?;
        if Running::read(&work.tx, office, desk.today()).await?.digest() == facts {
            return Ok(Searched { work, running, found });
        }
    }
    Err(Refusal::new("PLAN-20").into())
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let office = own_office(desk)?;
    let days = fixed_days(form)?;
    let mut reading = form.read();
    let stay = reading.code("stay", Stay::from_code, Stay::Most);
    reading.done()?;
    let Searched { mut work, running, found } =
        search(desk, office, (stay, days), form.text("facts.digest")).await?;
    let mended = found.map_err(|reasons| {
        Halt::from(Refusal::new("PLAN-21").with("count", running.broken(desk.lang).count).because(reasons))
    })?;
    if mended.added.is_empty() && mended.removed.is_empty() {
        return Err(unchanged(&running.broken(desk.lang)).into());
    }
    store::change_slots(&work.tx, &mended.removed, &mended.added).await.map_err(recorded)?;
    let batches = changed(&mended);
    for batch in &batches {
        holds(desk, &work.tx, *batch).await?;
    }
    let content = json!({
        "stay": stay.code(), "sessions": mended.added.len(), "people": mended.people, "batches": batches.len(),
    });
    let event = Event::new("TimetableMended", Object::new("organisation", office.0), content);
    work.record(batches.iter().fold(event, |event, batch| event.about("batch", batch.0))).await?;
    let say = Say::new("timetable-mended")
        .with("sessions", mended.added.len())
        .with("batches", batches.len())
        .with("people", mended.people);
    let mut done = Done::new("/plans", say);
    done.more = changes(desk, &running, &mended)
        .into_iter()
        .map(|text| Say::new("plan-clash").with("text", text))
        .collect();
    work.commit(done).await
}

/// Nothing moves: because everything holds, or because what is broken finds no other place.
fn unchanged(broken: &Broken) -> Refusal {
    match broken.count {
        0 => Refusal::new("PLAN-22"),
        count => Refusal::new("PLAN-21").with("count", count).because(broken.reasons.clone()),
    }
}

/// A session that was cancelled ahead of its day stands on its slot, which stays.
fn recorded(error: ::store::DbErr) -> Halt {
    match error.sql_err() {
        Some(sea_orm::SqlErr::ForeignKeyConstraintViolation(_)) => Refusal::new("PLAN-23").into(),
        _ => error.into(),
    }
}

fn changed(mended: &Mended) -> Vec<BatchId> {
    let mut batches: Vec<BatchId> =
        mended.removed.iter().chain(&mended.added).map(|slot| slot.batch).collect();
    batches.sort_unstable();
    batches.dedup();
    batches
}

/// The checker, which shares nothing with the search, judges what was written; what it refuses is our mistake.
async fn holds(desk: &Desk, tx: &::store::DatabaseTransaction, batch: BatchId) -> Result<(), Halt> {
    let batch = programme::facts::batch(tx, batch).await?.ok_or(Halt::Missing)?;
    let clashes = Board::read(tx, batch, None).await?.clashes(tx).await?;
    let ahead = clashes
        .iter()
        .filter(|clash| clash.severity() == Severity::Blocking && clash.session.day > desk.today());
    let ahead: Vec<Say> = ahead.map(|clash| say_clash(desk, clash)).collect();
    if ahead.is_empty() {
        Ok(())
    } else {
        Err(Refusal::new("PLAN-15").with("count", ahead.len()).because(ahead).into())
    }
}

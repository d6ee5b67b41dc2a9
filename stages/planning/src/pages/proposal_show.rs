// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One proposal: what it reaches, each batch with its people and hours, every verdict with its sentence, and what would change.

use std::collections::{BTreeMap, HashMap, HashSet};

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;
use kernel::id::{BatchId, PersonId};
use kernel::sensitive::Class;
use programme::facts::BatchFact;

use super::proposal_list::{points, tone};
use crate::proposal::{self, Draft, DraftBatch, ProposalFact, Verdict};
use crate::state::ProposalState;

/// `proposal show`.
pub const PROPOSAL: Page = Page {
    name: "proposal show",
    path: "/proposals/{proposal}",
    act: Act::ProposalRead,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

pub(super) struct PersonLine {
    pub id: PersonId,
    pub name: String,
    /// Whether her page opens for the reader: a name stays here after its person has moved.
    pub may_open: bool,
    /// One sentence, then one for each thing in the way.
    pub why: String,
    pub bars: Vec<String>,
    /// What changes against the plan in force; empty where nothing does.
    pub change: String,
}

struct BatchView {
    anchor: String,
    title: String,
    code: String,
    lead: String,
    waits: Vec<String>,
    people: Vec<PersonLine>,
    reserves: Vec<String>,
    /// How full, in percent of the seats.
    percent: i64,
    sessions: Vec<SessionLine>,
}

struct SessionLine {
    day: String,
    hours: String,
    module: String,
    jp: i64,
    room: String,
    instructor: String,
}

#[derive(Template)]
#[template(path = "proposal_show.html")]
struct ProposalPage<'a> {
    t: Teller<'a>,
    code: String,
    state: &'static str,
    tone: &'static str,
    lead: String,
    points: String,
    parent: String,
    decision: String,
    reason: String,
    batches: Vec<BatchView>,
    refused: Vec<PersonLine>,
    changes: usize,
    /// Where it was made from by hand, and the sentences of the changes.
    origin: String,
    changed: Vec<String>,
    costs: Vec<CostLine>,
    /// The day of the first session; empty where there is none.
    first_week: String,
    may_decide: bool,
    may_change: bool,
}

struct CostLine {
    title: String,
    units: i64,
    weight: i64,
}

/// Everything a view of a proposal is told with.
pub(super) struct Told<'d> {
    pub desk: &'d Desk,
    pub draft: Draft,
    pub batches: HashMap<BatchId, BatchFact>,
    names: HashMap<PersonId, String>,
    openable: HashSet<PersonId>,
    /// Seats of the plan this one was made against.
    before: Option<BTreeMap<PersonId, BatchId>>,
    pub knows_apart: bool,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let on = desk.house.db.read();
    let made = proposal::proposal_by_code(on, form.text("proposal")).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::ProposalRead, &Target::of(made.host))?;
    let told = Told::read(desk, &made).await?;
    let mut views = Vec::new();
    for batch in &told.draft.batches {
        views.push(batch_view(&told, batch).await?);
    }
    let refused: Vec<PersonLine> = told
        .draft
        .verdicts
        .iter()
        .filter(|verdict| verdict.batch.is_none())
        .map(|one| told.line(one))
        .collect();
    let t = desk.teller();
    let seated = told.draft.verdicts.len() - refused.len();
    let lead = Say::new("proposal-lead").with("seated", seated).with("people", told.draft.verdicts.len());
    let parent = match made.parent {
        Some(parent) => code_of(desk, &made, parent).await?,
        None => String::new(),
    };
    let changes =
        views.iter().flat_map(|view| &view.people).chain(&refused).filter(|line| !line.change.is_empty());
    let origin = origin(&told, &made).await?;
    let page = ProposalPage {
        t,
        origin: origin.0,
        changed: origin.1,
        costs: costs(&told, &made).await?,
        first_week: told.draft.slots.iter().map(|slot| slot.day).min().map(day::short).unwrap_or_default(),
        code: made.code.clone(),
        state: made.state().code(),
        tone: tone(made.state()),
        lead: t.tell(&lead.with("sessions", told.draft.slots.len())),
        points: points(t, &made),
        parent,
        decision: decision(desk, &made),
        reason: made.decision.as_ref().map(|decision| decision.reason.clone()).unwrap_or_default(),
        changes: changes.count(),
        batches: views,
        refused,
        may_decide: made.state() == ProposalState::Proposed
            && desk.may(Act::ProposalDecide, &Target::of(made.host)),
        may_change: made.state() == ProposalState::Proposed
            && desk.may(Act::ProposalMake, &Target::of(made.host)),
    };
    let text = text(&page);
    Ok(Shown::Html { title: t.with("proposal-of", "code", &made.code), body: web::html(&page)?, text })
}

/// Whom and what it was changed by, where it was changed by hand.
async fn origin(told: &Told<'_>, made: &ProposalFact) -> Result<(String, Vec<String>), Halt> {
    let (on, t) = (told.desk.house.db.read(), told.desk.teller());
    let Some(origin) = proposal::origin_of(on, made.id).await? else { return Ok(Default::default()) };
    let by = match made.by {
        Some(account) => access::actor_of(on, account).await?.map(|actor| actor.name),
        None => None,
    };
    let say = Say::new("proposal-origin").with("code", origin.code).with("by", by.unwrap_or_default());
    let changed = origin.changed.iter().map(|one| t.tell(&one.say(|person| told.name(person))));
    Ok((t.tell(&say), changed.collect()))
}

async fn costs(told: &Told<'_>, made: &ProposalFact) -> Result<Vec<CostLine>, Halt> {
    let (on, t) = (told.desk.house.db.read(), told.desk.teller());
    let line = |part: proposal::CostPart| CostLine {
        title: t.say(&format!("proposal-cost-{}", part.rule)),
        units: part.units,
        weight: part.weight,
    };
    Ok(proposal::cost_of(on, made.id).await?.into_iter().map(line).collect())
}

impl<'d> Told<'d> {
    pub async fn read(desk: &'d Desk, made: &ProposalFact) -> Result<Self, Halt> {
        let on = desk.house.db.read();
        let draft = proposal::read_draft(on, made).await?;
        let mut batches = HashMap::new();
        for batch in &draft.batches {
            let batch = programme::facts::batch(on, batch.batch).await?.ok_or(Halt::Missing)?;
            batches.insert(batch.id, batch);
        }
        let ids: Vec<PersonId> = draft.verdicts.iter().map(|verdict| verdict.person).collect();
        let people = people::facts::persons(on, &ids).await?;
        let stays = people::facts::episodes_of(on, &ids).await?;
        let may_open = |person: &PersonId| {
            let owners = people::facts::offices_in_charge(stays.get(person).map_or(&[][..], Vec::as_slice));
            desk.may(Act::PersonRead, &Target { owners, ..Target::default() })
        };
        let before = match made.parent {
            Some(parent) => Some(crate::facts::seats_of_plan(on, parent).await?.into_iter().collect()),
            None => None,
        };
        Ok(Self {
            desk,
            draft,
            batches,
            names: people.into_iter().map(|person| (person.id, person.name)).collect(),
            openable: ids.iter().copied().filter(may_open).collect(),
            before,
            knows_apart: desk.right(Class::KeepApart, &Target::of(made.host)).is_some(),
        })
    }
}

impl Told<'_> {
    fn name(&self, person: PersonId) -> String {
        self.names.get(&person).cloned().unwrap_or_default()
    }

    pub fn line(&self, verdict: &Verdict) -> PersonLine {
        let t = self.desk.teller();
        PersonLine {
            id: verdict.person,
            name: self.name(verdict.person),
            may_open: self.openable.contains(&verdict.person),
            why: t.tell(&verdict.why.say()),
            bars: verdict.why.bars(self.knows_apart).iter().map(|say| t.tell(say)).collect(),
            change: self.change(verdict),
        }
    }

    fn change(&self, verdict: &Verdict) -> String {
        let Some(before) = &self.before else { return String::new() };
        let t = self.desk.teller();
        let code = |batch: &BatchId| self.batches.get(batch).map(|batch| batch.code.clone());
        match (before.get(&verdict.person), &verdict.batch) {
            (Some(before), Some(now)) if before == now => String::new(),
            (None, None) => String::new(),
            (Some(before), Some(_)) => match code(before) {
                Some(before) => t.with("proposal-change-moved", "batch", before),
                None => t.say("proposal-change-new"),
            },
            (None, Some(_)) => t.say("proposal-change-new"),
            // Who held a seat in a batch that is not planned any more has kept it.
            (Some(before), None) => code(before)
                .map_or_else(String::new, |before| t.with("proposal-change-lost", "batch", before)),
        }
    }
}

async fn batch_view(told: &Told<'_>, draft: &DraftBatch) -> Result<BatchView, Halt> {
    let t = told.desk.teller();
    let batch = &told.batches[&draft.batch];
    let seated = told.draft.verdicts.iter().filter(|verdict| verdict.batch == Some(draft.batch));
    let people: Vec<PersonLine> = seated.map(|verdict| told.line(verdict)).collect();
    let count = i64::try_from(people.len()).unwrap_or(0);
    let key = if draft.opens { "proposal-batch-opens" } else { "proposal-batch-waits" };
    let days = told.draft.slots.iter().filter(|slot| slot.batch == draft.batch).map(|slot| slot.day);
    let term = days.clone().min().zip(days.max());
    let lead = Say::new(key).with("count", count).with("seats", batch.seats).with(
        "term",
        term.map_or_else(String::new, |(first, last)| day::range_long(first, last, told.desk.lang)),
    );
    Ok(BatchView {
        anchor: format!("b-{}", batch.code.to_lowercase()),
        title: batch.title.clone(),
        code: batch.code.clone(),
        lead: t.tell(&lead),
        waits: draft.waits.iter().map(|waits| t.tell(&waits.say())).collect(),
        people,
        reserves: draft.reserves.iter().map(|person| told.name(*person)).collect(),
        percent: (count * 100 / batch.seats.max(1)).min(100),
        sessions: sessions(told, draft.batch).await?,
    })
}

async fn sessions(told: &Told<'_>, batch: BatchId) -> Result<Vec<SessionLine>, Halt> {
    let on = told.desk.house.db.read();
    let fact = &told.batches[&batch];
    let modules = programme::facts::modules(on, fact.programme.id).await?;
    let rooms = programme::facts::facilities_of_host(on, fact.host).await?;
    let teachers = programme::facts::instructors_of_batch(on, batch).await?;
    let line = |slot: &proposal::DraftSlot| {
        let module = modules.iter().find(|module| module.id == slot.module);
        SessionLine {
            day: day::weekday_long(slot.day, told.desk.lang),
            hours: format!("{}–{}", slot.starts, slot.ends),
            module: module.map(|module| format!("{} {}", module.code, module.title)).unwrap_or_default(),
            jp: slot.jp,
            room: rooms
                .iter()
                .find(|room| room.id == slot.facility)
                .map_or_else(String::new, |room| room.name.clone()),
            instructor: teachers
                .iter()
                .find(|teacher| teacher.id == slot.instructor)
                .map_or_else(String::new, |teacher| teacher.name.clone()),
        }
    };
    Ok(told.draft.slots.iter().filter(|slot| slot.batch == batch).map(line).collect())
}

async fn code_of(desk: &Desk, made: &ProposalFact, id: uuid::Uuid) -> Result<String, Halt> {
    let known = proposal::proposals_of(desk.house.db.read(), made.host).await?;
    Ok(known.into_iter().find(|one| one.id == id).map(|one| one.code).unwrap_or_default())
}

fn decision(desk: &Desk, made: &ProposalFact) -> String {
    let t = desk.teller();
    match &made.decision {
        None => String::new(),
        Some(decision) => {
            let key = if decision.approved { "proposal-approved-on" } else { "proposal-turned-down-on" };
            t.with(key, "day", day::long(decision.on, desk.lang))
        }
    }
}

/// The same for the command line, every verdict with its sentence.
fn text(page: &ProposalPage<'_>) -> String {
    let mut lines = vec![format!("{}  {}", page.code, page.t.code("state-proposal", page.state))];
    lines.extend([page.lead.clone(), page.points.clone()]);
    lines.extend(
        Some(&page.origin).filter(|origin| !origin.is_empty()).into_iter().chain(&page.changed).cloned(),
    );
    let person = |line: &PersonLine| {
        let parts: Vec<&str> =
            std::iter::once(line.why.as_str()).chain(line.bars.iter().map(String::as_str)).collect();
        format!("  {}  {} {}", line.name, parts.join(" "), line.change).trim_end().to_owned()
    };
    for batch in &page.batches {
        lines.push(format!("{}  {}", batch.code, batch.lead));
        lines.extend(batch.waits.iter().map(|waits| format!("  {waits}")));
        lines.extend(batch.people.iter().map(person));
        if !batch.reserves.is_empty() {
            lines.push(format!("  {}: {}", page.t.say("proposal-reserves"), batch.reserves.join(", ")));
        }
    }
    lines.push(page.t.with("proposal-refused", "count", page.refused.len()));
    lines.extend(page.refused.iter().map(person));
    lines.join("\n")
}

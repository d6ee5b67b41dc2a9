// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Proposals, searches, free rooms, absences and repairs, for programs.

use access::{Act, Target};
use chrono::{DateTime, Utc};
use desk::{AFTER, Desk, Field, Form, Halt, Kind, LIMIT, Page, PageFacts, Slice, Teller, told};
use kernel::day::Day;
use kernel::zone::Minute;

use super::absences::{ABSENCES, absences};
use super::capacity::{CAPACITY, capacity};
use super::mend_ways::WAYS;
use super::proposal_compare::{COMPARISON, Figure, Line, compared};
use super::proposal_list::PROPOSALS;
use super::proposal_search::{SEARCH, watched};
use crate::actions::mend::{Looked, fixed_days, look};
use crate::away::Who;
use crate::facts::SlotFact;
use crate::proposal;
use crate::repair::{Mended, Running, Stay};

told! {
    ProposalItem {
        code: String,
        made_at: DateTime<Utc>,
        state: &'static str,
        is_in_force: bool,
        /// Points reached, and those that no plan can exceed.
        value: i64,
        bound: i64,
    }

    ProposalList { items: Vec<ProposalItem>, next: Option<String> }

    CapacityRoom { code: String, name: String }

    /// Minutes; `used` in the order of the rooms.
    CapacityWeek { monday: Day, open: i64, used: Vec<i64> }

    CapacityFacts {
        first: Day,
        last: Day,
        /// Whose sessions are counted as if it were in force; empty where none is.
        proposal: String,
        rooms: Vec<CapacityRoom>,
        weeks: Vec<CapacityWeek>,
    }

    AbsenceItem { kind: &'static str, code: String, name: String, from: Day, until: Day }

    AbsenceList { items: Vec<AbsenceItem>, next: Option<String> }

    RepairSlot { day: Day, starts: Minute, ends: Minute }

    RepairChange { batch: String, module: String, was: Option<RepairSlot>, now: RepairSlot }

    RepairWay {
        stay: &'static str,
        sessions: i64,
        people: i64,
        /// None where nothing holds.
        cost: Option<i64>,
        is_fewest: bool,
        changes: Vec<RepairChange>,
        /// Why nothing holds, each a sentence in the language asked for.
        reasons: Vec<String>,
    }

    RepairFacts {
        /// Sessions to come that can no longer be held where they stand.
        broken: i64,
        /// Why they are broken, each a sentence in the language asked for.
        broken_because: Vec<String>,
        /// What `plan mend` takes as `facts.digest`, so that it keeps only what was seen.
        digest: String,
        ways: Vec<RepairWay>,
    }

    SearchProgress {
        code: String,
        state: &'static str,
        is_keep_asked: bool,
        is_cancel_asked: bool,
        /// Seconds.
        done: i64,
        total: i64,
        /// In the language asked for.
        sentence: String,
        /// Where the proposal stands; empty while there is none.
        result: String,
    }

    ComparisonFigure { what: String, one: i64, other: i64 }

    ComparisonLine { title: String, one: String, other: String }

    ComparisonFacts {
        one: String,
        other: String,
        /// False while the address names fewer than two.
        is_ready: bool,
        /// False where facts changed between the two.
        is_alike: bool,
        figures: Vec<ComparisonFigure>,
        people: Vec<ComparisonLine>,
        sessions: Vec<ComparisonLine>,
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl PageFacts for ProposalList {
    const PAGE: Page = PROPOSALS;
    const QUERY: &'static [Field] = &[AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let host = desk.actor.office_id().ok_or(Halt::Missing)?;
        desk.allow(Act::ProposalRead, &Target::of(host))?;
        let on = desk.house.db.read();
        let in_force = proposal::in_force(on, host).await?;
        let item = |made: proposal::ProposalFact| ProposalItem {
            state: made.state().code(),
            is_in_force: in_force == Some(made.id),
            made_at: made.made_at,
            value: made.value,
            bound: made.bound,
            code: made.code,
        };
        let items = proposal::proposals_of(on, host).await?.into_iter().map(item).collect();
        let (items, next) = Slice::read(desk, form)?.of_all(items, |item: &ProposalItem| item.code.clone());
        Ok(Self { items, next })
    }
}

impl PageFacts for CapacityFacts {
    const PAGE: Page = CAPACITY;
    const QUERY: &'static [Field] =
        &[Field::optional("from", Kind::Day), Field::optional("proposal", Kind::Text)];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let found = capacity(desk, form).await?;
        let week = |week: super::capacity::Week| CapacityWeek {
            monday: week.monday,
            open: week.open,
            used: week.taken,
        };
        let rooms = found.rooms.into_iter().map(|room| CapacityRoom { code: room.code, name: room.name });
        Ok(Self {
            first: found.first,
            last: found.last,
            proposal: found.proposal,
            rooms: rooms.collect(),
            weeks: found.weeks.into_iter().map(week).collect(),
        })
    }
}

impl PageFacts for AbsenceList {
    const PAGE: Page = ABSENCES;
    const QUERY: &'static [Field] = &[AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let item = |one: super::absences::Absence| AbsenceItem {
            kind: match one.away.who {
                Who::Instructor(_) => "instructor",
                Who::Room(_) => "room",
            },
            code: one.code,
            name: one.name,
            from: one.away.from,
            until: one.away.until,
        };
        let items = absences(desk).await?.into_iter().map(item).collect();
        let key = |item: &AbsenceItem| format!("{} {} {}", item.from, item.until, item.code);
        let (items, next) = Slice::read(desk, form)?.of_all(items, key);
        Ok(Self { items, next })
    }
}

impl RepairSlot {
    fn of(slot: &SlotFact) -> Self {
        Self { day: slot.day, starts: slot.starts, ends: slot.ends }
    }
}

impl RepairWay {
    fn of(t: Teller<'_>, running: &Running, (stay, found): (Stay, Result<Mended, Vec<desk::Say>>)) -> Self {
        let (mended, reasons) = match found {
            Ok(mended) => (Some(mended), Vec::new()),
            Err(reasons) => (None, reasons),
        };
        let change = |mended: &Mended, slot: &SlotFact| RepairChange {
            batch: running.batch_code(slot.batch).to_owned(),
            module: running.module_title(slot.module).to_owned(),
            was: mended.removed.iter().find(|old| old.id == slot.id).map(RepairSlot::of),
            now: RepairSlot::of(slot),
        };
        let changes = |mended: &Mended| mended.added.iter().map(|slot| change(mended, slot)).collect();
        let all: Vec<RepairChange> = mended.as_ref().map(changes).unwrap_or_default();
        Self {
            stay: stay.code(),
            sessions: count(all.len()),
            people: mended.as_ref().map_or(0, |mended| count(mended.people)),
            cost: mended.as_ref().map(|mended| mended.cost),
            is_fewest: mended.as_ref().is_some_and(|mended| mended.is_fewest),
            changes: all,
            reasons: reasons.iter().map(|reason| t.tell(reason)).collect(),
        }
    }
}

impl PageFacts for RepairFacts {
    const PAGE: Page = WAYS;
    const QUERY: &'static [Field] = &[Field::optional("days", Kind::Number)];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let Looked { running, ways } = look(desk, fixed_days(form)?).await?;
        let way = |one| RepairWay::of(desk.teller(), &running, one);
        let ways = ways.into_iter().map(way).collect();
        let broken = running.broken(desk.lang);
        Ok(Self {
            broken: count(broken.count),
            broken_because: broken.reasons.iter().map(|reason| desk.teller().tell(reason)).collect(),
            digest: running.digest(),
            ways,
        })
    }
}

impl PageFacts for SearchProgress {
    const PAGE: Page = SEARCH;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let (search, job) = watched(desk, form).await?;
        let is_live = job.state.is_live();
        Ok(Self {
            sentence: if is_live {
                job.sentence(desk.lang).to_owned()
            } else {
                job.said(desk.lang).to_owned()
            },
            state: job.state.code(),
            is_keep_asked: search.is_keep_asked,
            is_cancel_asked: job.cancel_asked,
            done: job.done,
            total: job.total,
            result: if job.state == jobs::State::Done {
                job.location.unwrap_or_default()
            } else {
                String::new()
            },
            code: search.code,
        })
    }
}

impl PageFacts for ComparisonFacts {
    const PAGE: Page = COMPARISON;
    const QUERY: &'static [Field] =
        &[Field::optional("one", Kind::Text), Field::optional("other", Kind::Text)];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let page = compared(desk, form).await?;
        let figure = |one: Figure| ComparisonFigure { what: one.what, one: one.before, other: one.after };
        let line = |one: Line| ComparisonLine { title: one.title, one: one.one, other: one.other };
        Ok(Self {
            one: page.one,
            other: page.other,
            is_ready: page.is_ready,
            is_alike: page.is_alike,
            figures: page.figures.into_iter().map(figure).collect(),
            people: page.people.into_iter().map(line).collect(),
            sessions: page.sessions.into_iter().map(line).collect(),
        })
    }
}

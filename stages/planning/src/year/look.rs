// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the earlier rooms, the office's calendar and its timetables say about the plan of a year.

use std::collections::{BTreeMap, HashMap};

use chrono::Datelike;
use desk::{Desk, Halt};
use kernel::day::Day;
use kernel::id::{BatchId, FacilityId, InstructorId, OrganisationId, ProgrammeId};
use kernel::zone::Minute;
use programme::facts::{
    BatchFact, CertificateKind, FacilityFact, InstructorFact, ModuleFact, ModuleKind, ProgrammeFact, Verdict,
    WeeklyHours,
};
use store::ConnectionTrait;

use super::{Contents, YearLine, YearPlanFact, contents};
use crate::away::{Away, Who, aways};
use crate::house::{HouseLimits, limits};
use crate::proposal::teachers;
use crate::rules::{
    AgreementTerm, Closing, LineFacts, MoneyFacts, Months, Supply, WeekWindow, YearFacts, days_of,
    weekday_number,
};
use crate::store as tables;

/// A plan with everything that is shown of it.
#[derive(Debug)]
pub struct YearLook {
    pub contents: Contents,
    pub programmes: HashMap<ProgrammeId, ProgrammeFact>,
    /// The host's batches, earliest first.
    pub batches: Vec<BatchFact>,
    pub opened: HashMap<BatchId, Day>,
    pub facts: YearFacts,
}

impl YearLook {
    pub fn programme(&self, line: &YearLine) -> Option<&ProgrammeFact> {
        self.programmes.get(&line.programme)
    }

    pub fn batch(&self, id: BatchId) -> Option<&BatchFact> {
        self.batches.iter().find(|batch| batch.id == id)
    }
}

/// Everybody who teaches in batches of a programme, each once, with the hours.
type Staff = Vec<(InstructorFact, Vec<WeeklyHours>)>;

/// The host as all lines see it.
struct Place {
    windows: Vec<WeekWindow>,
    limits: HouseLimits,
    closed: Vec<(Day, String)>,
    aways: Vec<Away>,
    rooms: Vec<FacilityFact>,
    batches: Vec<BatchFact>,
    wishes: Vec<enrolment::facts::WishFact>,
    staff: HashMap<ProgrammeId, Staff>,
    days: (Day, Day),
}

/// Reads a plan and what the rules ask about it.
///
/// # Errors
/// The database failed.
pub async fn look<C: ConnectionTrait>(desk: &Desk, on: &C, plan: &YearPlanFact) -> Result<YearLook, Halt> {
    let contents = contents(on, plan.id).await?;
    let before = match plan.parent {
        Some(parent) if plan.approved_on.is_none() => super::contents(on, parent).await?,
        Some(_) | None => Contents::default(),
    };
    let mut place = Place::read(on, plan.host, plan.year).await?;
    let mut programmes = HashMap::new();
    for line in &contents.lines {
        if let Some(programme) = programme::facts::programme(on, line.programme).await? {
            place.meet(on, programme.id).await?;
            programmes.insert(programme.id, programme);
        }
    }
    let mut opened = HashMap::new();
    for batch in &place.batches {
        if let Some(day) = crate::facts::opened_on(on, batch.id).await? {
            opened.insert(batch.id, day);
        }
    }
    let mut lines = Vec::new();
    let teachers = place.teachers(&programmes);
    for line in &contents.lines {
        let programme = programmes.get(&line.programme).ok_or(Halt::Missing)?;
        let held = contents.tied_to(line.id).count();
        lines.push(line_facts(desk, on, &place, &teachers, (line, programme, held)).await?);
    }
    let name = |source: super::Source| desk.teller().code("year-source", source.code());
    let money = contents.money.iter().map(|money| MoneyFacts {
        name: name(money.source),
        ceiling: money.ceiling,
        planned: contents.planned(money.source),
        tied: kernel::rupiah::Rupiah(
            contents.tied(money.source).0 + carried(&before, &contents, money.source),
        ),
    });
    let facts = YearFacts {
        year: plan.year,
        money: money.collect(),
        lines,
        rooms: place.room_supplies(on, plan.host, &contents).await?,
        teachers: teachers.iter().map(|(_, supply)| supply.clone()).collect(),
        open: place.months(|_| true, None),
        closings: place.closings(),
        orphans: orphans(&before, &contents),
    };
    Ok(YearLook { contents, programmes, batches: place.batches, opened, facts })
}

/// The line of a revision under which a line of its parent goes on.
fn successor<'n>(line: &YearLine, new: &'n Contents) -> Option<&'n YearLine> {
    new.lines.iter().find(|one| one.code == line.code && one.programme == line.programme)
}

/// What batches of the parent will take from a source of the revision.
fn carried(before: &Contents, new: &Contents, source: super::Source) -> i64 {
    let of = |tied: &&super::TiedBatch| {
        let line = before.line(tied.line).and_then(|line| successor(line, new));
        line.is_some_and(|line| line.source == source)
    };
    before.tied.iter().filter(of).map(|tied| tied.amount.0).sum()
}

fn orphans(before: &Contents, new: &Contents) -> Vec<(String, i64)> {
    let mut orphans = Vec::new();
    for line in &before.lines {
        let held = i64::try_from(before.tied_to(line.id).count()).unwrap_or(i64::MAX);
        if held > successor(line, new).map_or(0, |line| line.batches) {
            orphans.push((line.code.clone(), held));
        }
    }
    orphans
}

async fn line_facts<C: ConnectionTrait>(
    desk: &Desk,
    on: &C,
    place: &Place,
    teachers: &[(InstructorId, Supply)],
    (line, programme, held): (&YearLine, &ProgrammeFact, usize),
) -> Result<LineFacts, Halt> {
    let modules = programme::facts::modules(on, programme.id).await?;
    let agreement = partnership::facts::agreement(on, programme.agreement).await?.ok_or(Halt::Missing)?;
    let minutes = |wanted: &dyn Fn(ModuleKind) -> bool| -> i64 {
        let jp = modules.iter().filter(|module| wanted(module.kind)).map(|module| module.jp);
        jp.sum::<i64>() * programme.minutes_per_jp
    };
    let room = programme.facility.and_then(|id| place.rooms.iter().position(|room| room.id == id));
    let mut room_unfit = None;
    if let Some(room) = room.map(|room| &place.rooms[room]) {
        let verdict = programme::facts::facility_verdict(on, room.id).await?;
        room_unfit = verdict.is_none_or(|(verdict, _)| verdict == Verdict::Fail).then(|| room.name.clone());
    }
    let own: Vec<&BatchFact> =
        place.batches.iter().filter(|batch| batch.programme.id == programme.id).collect();
    let staff = place.staff.get(&programme.id).map_or(&[][..], Vec::as_slice);
    let is_of_year = |batch: &&BatchFact| batch.starts_on <= place.days.1 && place.days.0 <= batch.ends_on;
    let of_year: Vec<&BatchFact> = own.iter().copied().filter(is_of_year).collect();
    let lacks_assessment = programme.certificate_kind == CertificateKind::Competence
        && !of_year.iter().any(|batch| batch.assessment.is_some());
    let lacks_teacher = !staff.iter().any(|(_, hours)| !hours.is_empty());
    Ok(LineFacts {
        code: line.code.clone(),
        title: title(desk, programme),
        months: line.months,
        batches: line.batches,
        seats: line.seats,
        agreement: AgreementTerm {
            code: agreement.code.clone(),
            first: agreement.first_day().unwrap_or(agreement.starts_on),
            last: agreement.last_day(),
            is_signed: agreement.first_day().is_some(),
        },
        has_curriculum: !modules.is_empty(),
        minutes: minutes(&|_| true),
        room: room.map(|room| (room, minutes(&|kind| kind == ModuleKind::Practice))),
        room_unfit,
        teachers: alone(&modules, programme, staff, teachers),
        lacks_teacher,
        lacks_assessment,
        waiting: waiting(on, place, programme, &own).await?,
        held: i64::try_from(held).unwrap_or(i64::MAX),
    })
}

/// Those who alone can teach some of the modules, by their places among the teachers, with the minutes of them.
fn alone(
    modules: &[ModuleFact],
    programme: &ProgrammeFact,
    staff: &[(InstructorFact, Vec<WeeklyHours>)],
    teachers: &[(InstructorId, Supply)],
) -> Vec<(usize, i64)> {
    let fields: Vec<&str> = staff.iter().map(|(one, _)| one.fields.as_str()).collect();
    let mut alone: BTreeMap<usize, i64> = BTreeMap::new();
    for module in modules {
        if let [only] = teachers::teachers(module.kind, &fields)[..]
            && let Some(at) = teachers.iter().position(|(id, _)| *id == staff[only].0.id)
        {
            *alone.entry(at).or_default() += module.jp * programme.minutes_per_jp;
        }
    }
    alone.into_iter().collect()
}

/// The title in the reader's language.
pub(super) fn title(desk: &Desk, programme: &ProgrammeFact) -> String {
    match desk.lang {
        kernel::Lang::Id => programme.title_id.clone(),
        kernel::Lang::En => programme.title_en.clone(),
    }
}

/// Those who said they want what the programme teaches and sit in none of its batches; nothing where nobody was asked at all.
async fn waiting<C: ConnectionTrait>(
    on: &C,
    place: &Place,
    programme: &ProgrammeFact,
    own: &[&BatchFact],
) -> Result<Option<i64>, Halt> {
    if place.wishes.is_empty() {
        return Ok(None);
    }
    let mut seated = std::collections::BTreeSet::new();
    for batch in own {
        for person in enrolment::facts::ever_seated(on, batch.id).await? {
            seated.insert(person.id);
        }
    }
    let fields = [programme.title_id.clone()];
    let wants = |wish: &&enrolment::facts::WishFact| {
        let choices = [&wish.first_choice, &wish.second_choice];
        !seated.contains(&wish.person)
            && choices
                .into_iter()
                .any(|choice| !choice.is_empty() && enrolment::facts::field_means(choice, &fields))
    };
    Ok(i64::try_from(place.wishes.iter().filter(wants).count()).ok())
}

impl Place {
    async fn read<C: ConnectionTrait>(on: &C, host: OrganisationId, year: i64) -> Result<Self, Halt> {
        let days = days_of(year, (1, 12)).ok_or(Halt::Missing)?;
        let is_inside = |day: &Day| (days.0..=days.1).contains(day);
        let closed = tables::closed_days(on, host).await?.into_iter().filter(|(day, _)| is_inside(day));
        Ok(Self {
            windows: tables::hours_of_host(on, host).await?,
            limits: limits(on, host).await?,
            closed: closed.collect(),
            aways: aways(on, host, days.0).await?,
            rooms: programme::facts::facilities_of_host(on, host).await?,
            batches: programme::facts::batches_of_host(on, host).await?,
            wishes: enrolment::facts::wishes_at(on, host).await?,
            staff: HashMap::new(),
            days,
        })
    }

    /// Reads who teaches a programme.
    async fn meet<C: ConnectionTrait>(&mut self, on: &C, programme: ProgrammeId) -> Result<(), Halt> {
        let mut staff: Staff = Vec::new();
        for batch in self.batches.iter().filter(|batch| batch.programme.id == programme) {
            for one in programme::facts::instructors_of_batch(on, batch.id).await? {
                if !staff.iter().any(|(known, _)| known.id == one.id) {
                    let hours = programme::facts::instructor_hours(on, one.id).await?;
                    staff.push((one, hours));
                }
            }
        }
        self.staff.insert(programme, staff);
        Ok(())
    }

    fn is_closed(&self, day: Day) -> bool {
        self.closed.iter().any(|(closed, _)| *closed == day)
    }

    /// Minutes in which sessions may be held, on open days that `is_there` lets through and within `hours`.
    fn months(&self, is_there: impl Fn(Day) -> bool, hours: Option<&[WeeklyHours]>) -> Months {
        let mut months = Months::default();
        let days = self.days.0.iter_days().take_while(|day| *day <= self.days.1);
        for day in days.filter(|day| is_there(*day) && !self.is_closed(*day)) {
            months.add(day, self.minutes(day, hours));
        }
        months
    }

    fn minutes(&self, day: Day, hours: Option<&[WeeklyHours]>) -> i64 {
        let weekday = weekday_number(day.weekday());
        let shared = |one: (Minute, Minute), other: (Minute, Minute)| {
            (i64::from(one.1.0.min(other.1.0)) - i64::from(one.0.0.max(other.0.0))).max(0)
        };
        let windows = self.limits.hours(day, &self.windows);
        let windows = windows.iter().filter(|window| window.weekday == weekday);
        let of_window = |window: &WeekWindow| -> i64 {
            let window = (window.starts, window.ends);
            match hours {
                None => shared(window, window),
                Some(hours) => {
                    let own = hours.iter().filter(|(day, _, _)| *day == weekday);
                    own.map(|(_, starts, ends)| shared(window, (*starts, *ends))).sum()
                }
            }
        };
        windows.map(of_window).sum()
    }

    /// Everybody who teaches a programme of the plan, with free hours.
    fn teachers(&self, programmes: &HashMap<ProgrammeId, ProgrammeFact>) -> Vec<(InstructorId, Supply)> {
        let mut found: Vec<(InstructorId, Supply)> = Vec::new();
        let mut staff: Vec<&(InstructorFact, Vec<WeeklyHours>)> = self
            .staff
            .iter()
            .filter(|(programme, _)| programmes.contains_key(programme))
            .flat_map(|(_, staff)| staff)
            .collect();
        staff.sort_by(|one, other| one.0.code.cmp(&other.0.code));
        for (one, hours) in staff {
            if hours.is_empty() || found.iter().any(|(known, _)| *known == one.id) {
                continue;
            }
            let free = self.months(|day| !self.is_away(Who::Instructor(one.id), day), Some(hours));
            found.push((one.id, Supply { name: one.name.clone(), free }));
        }
        found
    }

    fn is_away(&self, who: Who, day: Day) -> bool {
        self.aways.iter().any(|away| away.who == who && away.holds(day))
    }

    /// Rooms with the hours that batches of other programmes leave.
    async fn room_supplies<C: ConnectionTrait>(
        &self,
        on: &C,
        host: OrganisationId,
        contents: &Contents,
    ) -> Result<Vec<Supply>, Halt> {
        let is_planned = |batch: BatchId| {
            let found = self.batches.iter().find(|one| one.id == batch);
            found.is_some_and(|batch| contents.lines.iter().any(|line| line.programme == batch.programme.id))
        };
        let slots = tables::slots_of_host(on, host, self.days).await?;
        let others: Vec<_> = slots.into_iter().filter(|slot| !is_planned(slot.batch)).collect();
        let supply = |room: &FacilityFact| {
            let id: FacilityId = room.id;
            let mut free = self.months(|day| !self.is_away(Who::Room(id), day), None);
            for slot in others.iter().filter(|slot| slot.facility == id) {
                free.add(slot.day, i64::from(slot.starts.0) - i64::from(slot.ends.0));
            }
            Supply { name: room.name.clone(), free }
        };
        Ok(self.rooms.iter().map(supply).collect())
    }

    /// Closed days with nothing open between them, however many days without hours lie in between.
    fn closings(&self) -> Vec<Closing> {
        let mut found: Vec<Closing> = Vec::new();
        let holds = |day: Day| self.minutes(day, None) > 0;
        for (day, reason) in &self.closed {
            let counts = i64::from(holds(*day));
            match found.last_mut() {
                Some(last)
                    if last.last.iter_days().skip(1).take_while(|one| one < day).all(|one| !holds(one)) =>
                {
                    (last.last, last.days) = (*day, last.days + counts);
                    if !last.reason.split(", ").any(|known| known == reason) {
                        last.reason = format!("{}, {reason}", last.reason);
                    }
                }
                Some(_) | None => {
                    found.push(Closing { first: *day, last: *day, reason: reason.clone(), days: counts });
                }
            }
        }
        found
    }
}

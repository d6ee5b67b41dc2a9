// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the three deeds share: reading grid or file, holding every cell against state and readiness, writing one sitting.

use audit::{Event, Object};
use desk::{Desk, Done, FieldProblem, Form, Halt, Prepared, Reading, Refusal, Say};
use kernel::day::{Day, short};
use kernel::id::PersonId;
use programme::facts::{BatchFact, InstructorFact, UnitFact};
use serde_json::json;
use store::{ConnectionTrait, DatabaseTransaction, DbErr};
use training::facts::Roster;

use super::evidence_record::{scope_of, unproven};
use super::results_address;
use crate::appeal::{self, AppealFact};
use crate::application::{self, has_agreed};
use crate::evidence;
use crate::facts::{self, FinalFact, SittingFact, SittingKind, Verdict};
use crate::pages::verdict_grid;
use crate::rules::{day_fits, ready};
use crate::sheet::{self, Cell, Sheet, unit_named};
use crate::state::{CellRefusal, Command, UnitState, decide};
use crate::store::{add_sitting, add_verdict};

/// Everything known about a batch before anyone is judged.
pub(crate) struct Bench {
    pub batch: BatchFact,
    pub units: Vec<UnitFact>,
    pub roster: Roster,
}

impl Bench {
    pub(crate) async fn set<C: ConnectionTrait>(on: &C, batch: BatchFact) -> Result<Self, DbErr> {
        let units = programme::facts::units(on, batch.programme.id).await?;
        let roster = training::facts::roster(on, &batch).await?;
        Ok(Self { batch, units, roster })
    }

    pub(crate) fn name(&self, person: PersonId) -> &str {
        self.roster.learner(person).map_or("", |learner| &learner.person.name)
    }

    /// Those who hold a seat, by seat number.
    pub(crate) fn seated(&self) -> impl Iterator<Item = PersonId> {
        let learners = self.roster.learners.iter().filter(|learner| learner.seat.left_on.is_none());
        learners.map(training::facts::Learner::id)
    }
}

/// What came in: the day, and verdicts by cell.
pub(super) struct Asked {
    pub day: Day,
    pub sheet: Sheet,
}

/// The empty form: the grid with what stands and what was typed.
pub(super) async fn prepared(
    desk: &Desk,
    form: &Form,
    batch: BatchFact,
    occasion: &Occasion,
) -> Result<Prepared, Halt> {
    let on = desk.house.db.read();
    let bench = Bench::set(on, batch).await?;
    let finals = facts::finals_of_batch(on, bench.batch.id).await?;
    let completions = training::facts::completions(on, bench.batch.id).await?;
    let mut prepared =
        Prepared::about(&bench.batch.title, results_address(&bench.batch)).filled("day", short(desk.today()));
    let takes = |state: UnitState| decide(state, (occasion.command)(state, Verdict::Competent)).is_ok();
    prepared.grid_html = verdict_grid(desk, form, &bench, (&finals, &completions, &takes))?;
    Ok(prepared)
}

/// Reads day, grid and file; every problem at once.
pub(super) fn parse(form: &Form, bench: &Bench) -> Result<Asked, Halt> {
    let mut reading = form.read();
    let day = reading.day("day");
    let mut sheet = match form.file("file") {
        Some(upload) => sheet::read(upload, &bench.units, &bench.roster),
        None => Sheet::default(),
    };
    for problem in sheet.problems.drain(..) {
        reading.problem("file", problem);
    }
    for (name, text) in form.grid("result").filter(|(_, text)| !text.is_empty()) {
        sheet.cells.extend(cell(&mut reading, bench, name, text));
    }
    if sheet.cells.is_empty() && form.file("file").is_none() {
        reading.problem("file", "assessment-problem-nothing");
    }
    reading.done()?;
    Ok(Asked { day, sheet })
}

/// `result.PERSON.UNIT=K`; person by id, register number or name, unit by id, code or title.
fn cell(reading: &mut Reading<'_>, bench: &Bench, name: &str, text: &str) -> Option<Cell> {
    let field = format!("result.{name}");
    // Register numbers and unit codes hold dots themselves, so each dot may be the one between them.
    let found = name.match_indices('.').find_map(|(dot, _)| {
        let learner = bench.roster.find(&name[..dot])?;
        let unit = &name[dot + 1..];
        let by_id = unit.parse().ok().filter(|id| bench.units.iter().any(|one| one.id == *id));
        Some((learner.id(), by_id.or_else(|| unit_named(&bench.units, unit))?))
    });
    match (found, Verdict::from_word(text)) {
        (Some((person, unit)), Some(verdict)) => Some(Cell { person, unit, verdict }),
        (None, _) => {
            reading.problem(field, Say::new("problem-unknown").with("text", name));
            None
        }
        (_, None) => {
            reading.problem(field, Say::new("assessment-problem-mark").with("text", text));
            None
        }
    }
}

/// What is asked of one occasion.
pub(super) struct Occasion {
    pub kind: SittingKind,
    /// Turns the verdict into the command for a cell that stands so.
    pub command: fn(UnitState, Verdict) -> Command,
    pub event: &'static str,
    pub said: &'static str,
}

/// Decides every cell and writes one sitting, inside the transaction; all or nothing.
pub(super) async fn judge(
    desk: &Desk,
    tx: &DatabaseTransaction,
    bench: &Bench,
    asked: &Asked,
    occasion: &Occasion,
) -> Result<(SittingFact, Event), Halt> {
    let batch = &bench.batch;
    let sittings = facts::sittings(tx, batch.id).await?;
    let booked = batch.assessment.as_ref().map(|booking| booking.reserved_on);
    day_fits(asked.day, desk.today(), booked, sittings.iter().map(|sitting| sitting.day).max())?;
    all_ready(tx, bench, &asked.sheet).await?;
    let finals = facts::finals_of_batch(tx, batch.id).await?;
    let appeals = appeal::open_in_batch(tx, batch.id).await?;
    all_decided(bench, asked, (&finals, &appeals), occasion.command)?;
    if occasion.kind == SittingKind::Competence {
        all_proven(tx, bench, asked).await?;
    }
    let sitting = SittingFact {
        id: desk.fresh_id(),
        batch: batch.id,
        day: asked.day,
        kind: occasion.kind,
        round: sittings.iter().map(|sitting| sitting.round).max().unwrap_or(0) + 1,
        assessor_account: desk.actor.account,
        assessor_name: desk.actor.name.clone(),
        place: batch.assessment.as_ref().map(|booking| booking.place.clone()).unwrap_or_default(),
    };
    add_sitting(tx, &sitting).await?;
    for cell in &asked.sheet.cells {
        add_verdict(tx, &sitting, (cell.person, cell.unit, cell.verdict), "").await?;
    }
    let event = event(bench, asked, &sitting, occasion.event);
    Ok((sitting, event))
}

/// Refuses with everyone who may not be judged, each with the reason.
async fn all_ready(tx: &DatabaseTransaction, bench: &Bench, sheet: &Sheet) -> Result<(), Halt> {
    let closed_on = training::facts::closed_on(tx, bench.batch.id).await?;
    let completions = training::facts::completions(tx, bench.batch.id).await?;
    let mut people: Vec<PersonId> = sheet.cells.iter().map(|cell| cell.person).collect();
    people.sort();
    people.dedup();
    let unready = |person: &PersonId| {
        let completion = completions.iter().find(|one| one.person == *person);
        let why = ready(closed_on, completion).err()?;
        let say = Say::new(format!("assessment-unready-{}", why.code())).with("name", bench.name(*person));
        Some(say.with("percent", completion.map_or(0, |one| one.percent)))
    };
    let reasons: Vec<Say> = people.iter().filter_map(unready).collect();
    if reasons.is_empty() { Ok(()) } else { Err(Refusal::new("ASSM-08").because(reasons).into()) }
}

/// Refuses with every cell whose state does not admit the verdict.
fn all_decided(
    bench: &Bench,
    asked: &Asked,
    (finals, appeals): (&[FinalFact], &[AppealFact]),
    command: fn(UnitState, Verdict) -> Command,
) -> Result<(), Halt> {
    let mut reasons = Vec::new();
    let mut problems = Vec::new();
    for (at, cell) in asked.sheet.cells.iter().enumerate() {
        let same = |other: &Cell| other.person == cell.person && other.unit == cell.unit;
        if asked.sheet.cells[..at].iter().any(same) {
            let say = Say::new("assessment-problem-twice").with("name", bench.name(cell.person));
            problems.push(FieldProblem { field: "result".to_owned(), say });
            continue;
        }
        let stands = finals
            .iter()
            .find(|one| one.person == cell.person && one.unit == cell.unit)
            .map(|one| one.verdict);
        let state = UnitState::of(stands);
        let is_contested = appeals.iter().any(|one| one.person == cell.person && one.unit == cell.unit);
        let decided = match is_contested {
            true => Err(CellRefusal::UnderAppeal),
            false => decide(state, command(state, cell.verdict)),
        };
        if let Err(why) = decided {
            reasons.push(refused(bench, cell, why));
        }
    }
    match (problems.is_empty(), reasons.is_empty()) {
        (false, _) => Err(Halt::Problems(problems)),
        (true, false) => Err(Refusal::new("ASSM-09").because(reasons).into()),
        (true, true) => Ok(()),
    }
}

/// Under a licensed scheme: refuses with everyone who has not agreed, then with every K that no evidence bears.
async fn all_proven(tx: &DatabaseTransaction, bench: &Bench, asked: &Asked) -> Result<(), Halt> {
    let Some(scope) = scope_of(tx, &bench.batch).await? else { return Ok(()) };
    let agreements = application::agreements(tx, bench.batch.id).await?;
    let mut people: Vec<PersonId> = asked.sheet.cells.iter().map(|cell| cell.person).collect();
    people.sort();
    people.dedup();
    let without = people.iter().filter(|person| !has_agreed(&agreements, **person));
    let reasons: Vec<Say> =
        without.map(|person| Say::new("agreement-none").with("name", bench.name(*person))).collect();
    if !reasons.is_empty() {
        return Err(Refusal::new("ASSM-22").because(reasons).into());
    }
    let pieces = evidence::of_batch(tx, bench.batch.id).await?;
    let unproven = |cell: &Cell| {
        let unit = bench.units.iter().find(|unit| unit.id == cell.unit)?;
        unproven(bench, &scope, &pieces, (cell.person, unit))
    };
    let competent = asked.sheet.cells.iter().filter(|cell| cell.verdict == Verdict::Competent);
    let reasons: Vec<Say> = competent.filter_map(unproven).collect();
    if reasons.is_empty() { Ok(()) } else { Err(Refusal::new("ASSM-20").because(reasons).into()) }
}

fn refused(bench: &Bench, cell: &Cell, why: CellRefusal) -> Say {
    let unit = bench.units.iter().find(|unit| unit.id == cell.unit).map_or("", |unit| &unit.title);
    let say = Say::new(format!("assessment-cell-{}", why.code())).with("name", bench.name(cell.person));
    say.with("unit", unit)
}

fn event(bench: &Bench, asked: &Asked, sitting: &SittingFact, kind: &'static str) -> Event {
    let verdicts: Vec<_> = asked
        .sheet
        .cells
        .iter()
        .map(|cell| json!([cell.person.to_string(), cell.unit.to_string(), cell.verdict.code()]))
        .collect();
    let mut people: Vec<PersonId> = asked.sheet.cells.iter().map(|cell| cell.person).collect();
    people.sort();
    people.dedup();
    let content = json!({
        "batch": bench.batch.code, "day": sitting.day.to_string(), "round": sitting.round, "people": people.len(),
        "assessor": sitting.assessor_name, "verdicts": verdicts,
    });
    let event =
        Event::new(kind, Object::new("batch", bench.batch.id.0), content).about("sitting", sitting.id.0);
    people.iter().fold(event, |event, person| event.about("person", person.0))
}

/// How the batch stands now, with everyone who still lacks something, by name.
pub(super) async fn shown(
    tx: &DatabaseTransaction,
    bench: &Bench,
    asked: &Asked,
    occasion: &Occasion,
) -> Result<Done, Halt> {
    let finals = facts::finals_of_batch(tx, bench.batch.id).await?;
    let counts = facts::counts(tx, bench.batch.id).await?;
    let say = Say::new(occasion.said).with("assessed", counts.assessed).with("competent", counts.k_people);
    let mut done = Done::new(results_address(&bench.batch), say.with("verdicts", asked.sheet.cells.len()));
    for learner in &bench.roster.learners {
        let name = &learner.person.name;
        let own: Vec<&FinalFact> = finals.iter().filter(|one| one.person == learner.id()).collect();
        let missing: Vec<&str> = bench
            .units
            .iter()
            .filter(|unit| own.iter().any(|one| one.unit == unit.id && one.verdict == Verdict::NotYet))
            .map(|unit| unit.title.as_str())
            .collect();
        let remark = asked.sheet.without_marks.iter().find(|(person, _)| *person == learner.id());
        if let Some((_, remark)) = remark.filter(|_| own.is_empty()) {
            done = done.and(Say::new("assessment-without-marks").with("name", name).with("remark", remark));
        } else if own.is_empty() && learner.seat.left_on.is_none() {
            done = done.and(Say::new("assessment-not-assessed").with("name", name));
        } else if !missing.is_empty() {
            done = done.and(
                Say::new("assessment-still-missing").with("name", name).with("units", missing.join(", ")),
            );
        }
    }
    Ok(done)
}

/// Everyone planned to teach the batch, and everyone who really did.
pub(crate) async fn instructors<C: ConnectionTrait>(
    on: &C,
    batch: &BatchFact,
) -> Result<Vec<InstructorFact>, DbErr> {
    let mut found = programme::facts::instructors_of_batch(on, batch.id).await?;
    for id in training::facts::trainers_of(on, batch.id).await? {
        if !found.iter().any(|one| one.id == id) {
            found.extend(programme::facts::instructor(on, id).await?);
        }
    }
    Ok(found)
}

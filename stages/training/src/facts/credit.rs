// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What each person of a batch has earned: ledger, attitude to work, completion.

use enrolment::facts::SeatFact;
use kernel::day::Day;
use kernel::id::{AccountId, BatchId, ModuleId, PersonId};
use programme::facts::{ModuleFact, ModuleKind};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use uuid::Uuid;

use super::roster::Learner;
use super::session::{MarkFact, SessionFact, marks_of_batch, sessions};
use crate::ledger::{Ledger, Line, LineKind, add_up};
use crate::rules::{Level, seated_on};
use crate::state::SessionState;

/// A lesson made up by one person.
#[derive(Debug, Clone, PartialEq, Eq)]
struct CatchUp {
    person: PersonId,
    module: ModuleId,
    jp: i64,
}

#[derive(FromQueryResult)]
struct CatchUpRow {
    person_id: Uuid,
    module_id: Uuid,
    jp: i64,
}

async fn catch_ups<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<CatchUp>, DbErr> {
    let sql = "SELECT person_id, module_id, jp FROM catch_up WHERE batch_id = $1 ORDER BY day, id";
    let found: Vec<CatchUpRow> = rows(on, sql, [batch.0.into()]).await?;
    let catch_up = |row: CatchUpRow| CatchUp {
        person: PersonId(row.person_id),
        module: ModuleId(row.module_id),
        jp: row.jp,
    };
    Ok(found.into_iter().map(catch_up).collect())
}

/// What one person brought along from another batch into one module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecognisedFact {
    pub person: PersonId,
    pub module: ModuleId,
    pub jp: i64,
    /// The batch in which it was earned.
    pub source: BatchId,
    pub day: Day,
    pub by: String,
}

/// What people of a batch brought along from others.
pub async fn recognised<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<RecognisedFact>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        module_id: Uuid,
        jp: i64,
        source_batch_id: Uuid,
        day: Day,
        account_name: String,
    }
    let sql = "SELECT person_id, module_id, jp, source_batch_id, day, account_name FROM recognised_credit \
               WHERE batch_id = $1 ORDER BY person_id, module_id";
    let found: Vec<Row> = rows(on, sql, [batch.0.into()]).await?;
    let fact = |row: Row| RecognisedFact {
        person: PersonId(row.person_id),
        module: ModuleId(row.module_id),
        jp: row.jp,
        source: BatchId(row.source_batch_id),
        day: row.day,
        by: row.account_name,
    };
    Ok(found.into_iter().map(fact).collect())
}

/// Everything from which the ledgers of a batch are added up.
struct Book {
    modules: Vec<ModuleFact>,
    sessions: Vec<SessionFact>,
    marks: Vec<MarkFact>,
    catch_ups: Vec<CatchUp>,
    recognised: Vec<RecognisedFact>,
}

impl Book {
    async fn open<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Self, DbErr> {
        let modules = match programme::facts::batch(on, batch).await? {
            Some(batch) => programme::facts::modules(on, batch.programme.id).await?,
            None => Vec::new(),
        };
        Ok(Self {
            modules,
            sessions: sessions(on, batch).await?,
            marks: marks_of_batch(on, batch).await?,
            catch_ups: catch_ups(on, batch).await?,
            recognised: recognised(on, batch).await?,
        })
    }

    fn ledger(&self, person: PersonId) -> Ledger {
        let mark = |session: &SessionFact| {
            let found = self.marks.iter().find(|mark| mark.session == session.id && mark.person == person);
            found.map(|found| (found.mark.letter, found.mark.is_legitimate()))
        };
        let of_session = |session: &SessionFact| {
            let kind = match session.state {
                SessionState::Held => LineKind::Held(mark(session)),
                SessionState::Cancelled => LineKind::Cancelled,
                SessionState::Planned => return None,
            };
            Some(Line { module: session.module, jp: session.jp, kind })
        };
        let of_catch_up =
            |made_up: &CatchUp| Line { module: made_up.module, jp: made_up.jp, kind: LineKind::CaughtUp };
        let mut lines: Vec<Line> = self.sessions.iter().filter_map(of_session).collect();
        lines.extend(self.catch_ups.iter().filter(|made_up| made_up.person == person).map(of_catch_up));
        let brought = self.recognised.iter().filter(|brought| brought.person == person);
        lines.extend(brought.map(|brought| Line {
            module: brought.module,
            jp: brought.jp,
            kind: LineKind::Recognised,
        }));
        add_up(&self.modules, &lines)
    }
}

/// What one person has earned in a batch, also after leaving it.
pub async fn ledger<C: ConnectionTrait>(on: &C, batch: BatchId, person: PersonId) -> Result<Ledger, DbErr> {
    let record = enrolment::facts::record_in(on, batch, person).await?;
    Ok(Book::open(on, batch).await?.ledger(record))
}

/// What one person has earned in one batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarnedIn {
    pub batch: BatchId,
    pub seat: SeatFact,
    pub ledger: Ledger,
}

/// What one person has earned over all batches, wherever they were held.
///
/// # Units
/// `jp` in lesson hours of each programme's own length, counted once: what was brought along into another batch stands
/// only where it was earned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Earned {
    pub jp: i64,
    /// Modules of which every planned hour is earned.
    pub full_modules: usize,
    /// Units of which every planned hour is earned; whether she is competent in them is for the assessment to say.
    pub full_units: usize,
    /// The earliest batch first.
    pub batches: Vec<EarnedIn>,
}

impl Earned {
    /// Adds batches up. A module or unit of a batch that is gone on from elsewhere is not counted twice.
    ///
    /// # Shape
    /// `batches` in the order in which she sat in them.
    pub fn of(batches: Vec<EarnedIn>) -> Self {
        let is_last = |of: &&EarnedIn| !batches.iter().any(|other| brings(other, of));
        let modules = batches.iter().filter(is_last).flat_map(|of| &of.ledger.modules);
        let full_modules = modules.filter(|module| module.earned_jp() >= module.planned_jp).count();
        let units = batches.iter().filter(is_last).flat_map(|of| of.ledger.units());
        let full_units = units.filter(|unit| unit.earned_jp >= unit.planned_jp).count();
        let jp = batches.iter().map(|of| of.ledger.earned_here_jp()).sum();
        Self { jp, full_modules, full_units, batches }
    }
}

/// Reads everything a person has earned, what was recognised in other batches included.
pub async fn earned<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Earned, DbErr> {
    let mut seats = enrolment::facts::seats_of_person(on, person).await?;
    seats.sort_by_key(|seat| (seat.since, seat.id));
    let mut batches = Vec::new();
    for seat in seats {
        let ledger = Book::open(on, seat.batch).await?.ledger(seat.person);
        batches.push(EarnedIn { batch: seat.batch, seat, ledger });
    }
    Ok(Earned::of(batches))
}

/// Whether what was earned in `source` counts in `here`: she left the one before she sat in the other, which brought hours.
fn brings(here: &EarnedIn, source: &EarnedIn) -> bool {
    here.ledger.recognised_jp() > 0
        && here.batch != source.batch
        && source.seat.left_on.is_some_and(|left| left <= here.seat.since)
}

/// The ledgers of several people of one batch, in the order asked.
pub async fn ledgers<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    people: &[PersonId],
) -> Result<Vec<Ledger>, DbErr> {
    let book = Book::open(on, batch).await?;
    Ok(people.iter().map(|person| book.ledger(*person)).collect())
}

/// Held sessions in which somebody seated that day has no mark yet, each with the people.
pub async fn marks_missing<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    learners: &[Learner],
) -> Result<Vec<(SessionFact, Vec<PersonId>)>, DbErr> {
    let marks = marks_of_batch(on, batch).await?;
    let mut missing = Vec::new();
    for session in
        sessions(on, batch).await?.into_iter().filter(|session| session.state == SessionState::Held)
    {
        let marked =
            |person: PersonId| marks.iter().any(|mark| mark.session == session.id && mark.person == person);
        let seated = learners.iter().filter(|learner| seated_on(&learner.seat, session.day));
        let blank: Vec<PersonId> = seated.map(Learner::id).filter(|person| !marked(*person)).collect();
        if !blank.is_empty() {
            missing.push((session, blank));
        }
    }
    Ok(missing)
}

/// What one person had reached on the day the training ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompletionFact {
    pub person: PersonId,
    pub day: Day,
    pub jp_planned: i64,
    pub jp_earned: i64,
    /// Whole percent, rounded down; `complete` is decided on the exact share.
    pub percent: i64,
    pub complete: bool,
}

#[derive(FromQueryResult)]
struct CompletionRow {
    person_id: Uuid,
    day: Day,
    jp_planned: i64,
    jp_earned: i64,
    percent: i64,
    complete: bool,
}

/// The completion of everyone who was ever seated; empty while the training runs.
pub async fn completions<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<CompletionFact>, DbErr> {
    let sql = "SELECT person_id, day, jp_planned, jp_earned, percent, complete FROM completion WHERE batch_id = $1 \
               ORDER BY person_id";
    let found: Vec<CompletionRow> = rows(on, sql, [batch.0.into()]).await?;
    let completion = |row: CompletionRow| CompletionFact {
        person: PersonId(row.person_id),
        day: row.day,
        jp_planned: row.jp_planned,
        jp_earned: row.jp_earned,
        percent: row.percent,
        complete: row.complete,
    };
    Ok(found.into_iter().map(completion).collect())
}

/// One person's completion.
pub async fn completion<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    person: PersonId,
) -> Result<Option<CompletionFact>, DbErr> {
    let record = enrolment::facts::record_in(on, batch, person).await?;
    Ok(completions(on, batch).await?.into_iter().find(|completion| completion.person == record))
}

/// The day the training of a batch ended; nothing while it runs.
pub async fn closed_on<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Option<Day>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        closed_on: Option<Day>,
    }
    let found: Option<Row> =
        one(on, "SELECT closed_on FROM training_run WHERE batch_id = $1", [batch.0.into()]).await?;
    Ok(found.and_then(|row| row.closed_on))
}

/// Who closed the training of a batch; nothing while it runs.
pub async fn closed_by<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Option<AccountId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        account_id: Option<Uuid>,
    }
    let sql = "SELECT account_id FROM training_run WHERE batch_id = $1 AND closed_on IS NOT NULL";
    let found: Option<Row> = one(on, sql, [batch.0.into()]).await?;
    Ok(found.and_then(|row| row.account_id).map(AccountId))
}

/// How far one person's attitude to work has come in one soft-skill module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillFact {
    pub person: PersonId,
    pub module: ModuleId,
    pub code: String,
    pub title: String,
    pub level: Level,
    pub note: String,
    pub by: String,
}

#[derive(FromQueryResult)]
struct SkillRow {
    person_id: Uuid,
    module_id: Uuid,
    level: String,
    note: String,
    account_name: String,
}

async fn skills_where<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    test: &str,
    values: Vec<Value>,
) -> Result<Vec<SkillFact>, DbErr> {
    let modules = match programme::facts::batch(on, batch).await? {
        Some(batch) => programme::facts::modules(on, batch.programme.id).await?,
        None => return Ok(Vec::new()),
    };
    let sql = format!(
        "SELECT n.person_id, n.module_id, n.level, n.note, n.account_name FROM skill_note n WHERE n.batch_id = $1 {test} \
         AND NOT EXISTS (SELECT 1 FROM skill_note l WHERE l.batch_id = n.batch_id AND l.person_id = n.person_id \
         AND l.module_id = n.module_id AND l.version > n.version)"
    );
    let found: Vec<SkillRow> = rows(on, &sql, values).await?;
    let mut skills = Vec::new();
    for module in modules.iter().filter(|module| module.kind == ModuleKind::SoftSkill) {
        for row in found.iter().filter(|row| row.module_id == module.id.0) {
            let level = Level::from_code(&row.level)
                .ok_or_else(|| DbErr::Type(format!("skill level `{}`", row.level)))?;
            skills.push(SkillFact {
                person: PersonId(row.person_id),
                module: module.id,
                code: module.code.clone(),
                title: module.title.clone(),
                level,
                note: row.note.clone(),
                by: row.account_name.clone(),
            });
        }
    }
    Ok(skills)
}

/// What was last noted of one person, in the order of the curriculum's soft-skill modules.
pub async fn soft_skills<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    person: PersonId,
) -> Result<Vec<SkillFact>, DbErr> {
    let record = enrolment::facts::record_in(on, batch, person).await?;
    skills_where(on, batch, "AND n.person_id = $2", vec![batch.0.into(), record.0.into()]).await
}

/// What was last noted of everyone in a batch.
pub async fn skills_of_batch<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<SkillFact>, DbErr> {
    skills_where(on, batch, "", vec![batch.0.into()]).await
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reads planned sessions, from lines or from a CSV file of the same columns. Every fault is named with its line.

use std::collections::HashMap;

use desk::{Desk, FieldProblem, Halt, Say};
use kernel::day::{self, Day};
use kernel::id::{FacilityId, InstructorId, ModuleId};
use kernel::jp::whole_jp;
use kernel::zone::Minute;
use programme::facts::BatchFact;

use crate::facts::SlotFact;

/// The columns of a file, in any order.
const COLUMNS: [&str; 6] = ["tanggal", "mulai", "selesai", "ruang", "modul", "instruktur"];

/// The records of a file: `tanggal;mulai;selesai;ruang;modul;instruktur`, with any lines above the header.
///
/// # Errors
/// The sentence that says why the file as a whole cannot be read.
pub fn records_of_file(bytes: &[u8]) -> Result<Vec<Vec<String>>, Say> {
    let text = std::str::from_utf8(bytes).map_err(|_| Say::new("problem-timetable-utf8"))?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut places: Option<Vec<usize>> = None;
    let mut records = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Say::new("problem-timetable-utf8"))?;
        let Some(places) = &places else {
            let place =
                |column: &&str| record.iter().position(|cell| cell.trim().eq_ignore_ascii_case(column));
            places = COLUMNS.iter().map(place).collect();
            continue;
        };
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            records.push(
                places.iter().map(|place| record.get(*place).unwrap_or("").trim().to_owned()).collect(),
            );
        }
    }
    if places.is_none() {
        return Err(Say::new("problem-timetable-header").with("columns", COLUMNS.join("; ")));
    }
    Ok(records)
}

/// What codes in the lines may mean.
#[derive(Debug)]
pub struct Codes {
    facilities: HashMap<String, FacilityId>,
    modules: HashMap<String, ModuleId>,
}

impl Codes {
    pub async fn of(desk: &Desk, batch: &BatchFact) -> Result<Self, Halt> {
        let db = desk.house.db.read();
        let facilities = programme::facts::facilities_of_host(db, batch.host).await?;
        let modules = programme::facts::modules(db, batch.programme.id).await?;
        Ok(Self {
            facilities: facilities.into_iter().map(|facility| (facility.code, facility.id)).collect(),
            modules: modules.into_iter().map(|module| (module.code, module.id)).collect(),
        })
    }

    pub fn facility(&self, code: &str) -> Result<FacilityId, Say> {
        self.facilities.get(code).copied().ok_or_else(|| unknown(code))
    }

    pub fn module(&self, code: &str) -> Result<ModuleId, Say> {
        self.modules.get(code).copied().ok_or_else(|| unknown(code))
    }
}

/// The instructor with this code.
pub async fn instructor(desk: &Desk, code: &str) -> Result<Result<InstructorId, Say>, Halt> {
    let found = programme::facts::instructor_by_code(desk.house.db.read(), code).await?;
    Ok(found.map(|instructor| instructor.id).ok_or_else(|| unknown(code)))
}

fn unknown(text: &str) -> Say {
    Say::new("problem-unknown").with("text", text)
}

/// Reads every record.
///
/// # Errors
/// Every fault of every line, at the field `sessions`.
pub async fn slots(desk: &Desk, batch: &BatchFact, records: &[Vec<String>]) -> Result<Vec<SlotFact>, Halt> {
    let codes = Codes::of(desk, batch).await?;
    let (mut slots, mut problems) = (Vec::new(), Vec::new());
    for (line, parts) in (1_usize..).zip(records) {
        match slot(desk, batch, &codes, parts).await? {
            Ok(slot) => slots.push(slot),
            Err(faults) => problems.extend(faults.into_iter().map(|say| {
                let say = Say::new("problem-line").with("line", line).with("what", desk.teller().tell(&say));
                FieldProblem { field: "sessions".to_owned(), say }
            })),
        }
    }
    if problems.is_empty() { Ok(slots) } else { Err(Halt::Problems(problems)) }
}

async fn slot(
    desk: &Desk,
    batch: &BatchFact,
    codes: &Codes,
    parts: &[String],
) -> Result<Result<SlotFact, Vec<Say>>, Halt> {
    let [day, starts, ends, facility, module, teacher] = parts else {
        return Ok(Err(vec![Say::new("problem-timetable-parts")]));
    };
    let mut faults = Vec::new();
    let day = kept(read_day(day), &mut faults);
    let starts = kept(read_minute(starts), &mut faults);
    let ends = kept(read_minute(ends), &mut faults);
    let facility = kept(codes.facility(facility), &mut faults);
    let module = kept(codes.module(module), &mut faults);
    let instructor = kept(instructor(desk, teacher).await?, &mut faults);
    let (Some(day), Some(starts), Some(ends), Some(facility), Some(module), Some(instructor)) =
        (day, starts, ends, facility, module, instructor)
    else {
        return Ok(Err(faults));
    };
    let jp = jp_of(batch, starts, ends);
    if jp < 1 {
        return Ok(Err(vec![
            Say::new("problem-timetable-short").with("minutes", batch.programme.minutes_per_jp),
        ]));
    }
    let id = desk.dice.ordered_id(desk.now);
    Ok(Ok(SlotFact { id, batch: batch.id, day, starts, ends, facility, instructor, module, jp }))
}

fn kept<T>(read: Result<T, Say>, faults: &mut Vec<Say>) -> Option<T> {
    read.map_err(|say| faults.push(say)).ok()
}

fn read_day(text: &str) -> Result<Day, Say> {
    day::parse(text).map_err(|problem| Say::new(format!("problem-{}", problem.code())).with("text", text))
}

fn read_minute(text: &str) -> Result<Minute, Say> {
    Minute::parse(text).map_err(|_| Say::new("problem-minute"))
}

/// The whole JP that fit between two times.
fn jp_of(batch: &BatchFact, starts: Minute, ends: Minute) -> i64 {
    let minutes = i32::from(ends.0) - i32::from(starts.0);
    let length = i32::try_from(batch.programme.minutes_per_jp).unwrap_or(i32::MAX);
    whole_jp(minutes, length).0.into()
}

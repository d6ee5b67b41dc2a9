// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The assessor records what she saw of one person, or of everyone on a sheet, by one kind of evidence. What was seen again is
//! the next turn; the one before stays.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Reading, Refusal, Say};
use kernel::day::{Day, short};
use kernel::id::PersonId;
use programme::facts::{SchemeUnitFact, UnitFact};
use serde_json::json;
use store::{ConnectionTrait, DbErr};

use super::appeal_lodge::{past_day, unknown};
use super::decide::{may_assess, own_account};
use super::{Bench, batch_in_path, evidence_address, pick_learners};
use crate::evidence::sheet::{self, Seen, meant};
use crate::evidence::{self, EvidenceFact, EvidenceKind, Vatm};
use crate::pages::evidence_grid;

pub const RECORD: Action = Action {
    name: "evidence record",
    path: "/batches/{batch}/assessment/evidence/new",
    act: Act::EvidenceRecord,
    room: "assessment",
    fields: &[
        Field::path("batch"),
        Field::required("kind", Kind::Codes { prefix: "evidence-kind", codes: EvidenceKind::CODES }),
        Field::required("day", Kind::Day),
        Field::optional("file", Kind::File),
        Field::optional("person", Kind::Pick(pick_learners)),
        Field::optional("note", Kind::Long),
        Field::optional("vatm", Kind::Grid),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// A batch booked under a licensed scheme, with the scope of it.
struct Ground {
    bench: Bench,
    scope: Vec<SchemeUnitFact>,
}

/// The units of the scheme under which a batch is booked; nothing where it is booked without one.
pub(crate) async fn scope_of<C: ConnectionTrait>(
    on: &C,
    batch: &programme::facts::BatchFact,
) -> Result<Option<Vec<SchemeUnitFact>>, DbErr> {
    match batch.assessment.as_ref().and_then(|booking| booking.licensed) {
        Some(scheme) => Ok(Some(programme::facts::scheme_units(on, scheme).await?)),
        None => Ok(None),
    }
}

async fn ground(desk: &Desk, form: &Form) -> Result<Ground, Halt> {
    let on = desk.house.db.read();
    let batch = batch_in_path(desk, form).await?;
    let target = target(desk, &batch).await?;
    desk.allow(Act::EvidenceRecord, &target)?;
    let scope = scope_of(on, &batch).await?.ok_or(Refusal::new("ASSM-19"))?;
    may_assess(desk, &batch).await?;
    Ok(Ground { bench: Bench::set(on, batch).await?, scope })
}

/// The booked assessor's; and, while an appeal is open, of the one named to hear it.
async fn target(desk: &Desk, batch: &programme::facts::BatchFact) -> Result<Target, Halt> {
    let appeals = crate::appeal::open_in_batch(desk.house.db.read(), batch.id).await?;
    Ok(batch.target().assigned_to(appeals.iter().filter_map(|appeal| appeal.assessor)))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let Ground { bench, scope } = ground(desk, form).await?;
    let mut prepared = Prepared::about(&bench.batch.title, evidence_address(&bench.batch))
        .filled("day", short(desk.today()));
    prepared.grid_html = evidence_grid(desk, form, &bench.units, &scope)?;
    Ok(prepared)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let Ground { bench, scope } = ground(desk, form).await?;
    let asked = parse(desk, form, &bench, &scope)?;
    let account = own_account(desk)?;
    let mut work = desk.begin("evidence record").await?;
    let known = evidence::of_batch(&work.tx, bench.batch.id).await?;
    for seen in &asked.seen {
        let piece = piece(desk, &asked, seen, &known);
        evidence::add(&work.tx, (desk.fresh_id(), bench.batch.id, account), &piece).await?;
    }
    work.record(event(&bench, &asked)).await?;
    let people = people(&asked.seen);
    let said = Say::new("evidence-recorded").with("pieces", asked.seen.len()).with("people", people.len());
    work.commit(Done::new(evidence_address(&bench.batch), said)).await
}

fn piece(desk: &Desk, asked: &Asked, seen: &Seen, known: &[EvidenceFact]) -> EvidenceFact {
    let same = |one: &&EvidenceFact| {
        (one.person, one.unit, &one.element, one.kind) == (seen.person, seen.unit, &seen.element, asked.kind)
    };
    EvidenceFact {
        person: seen.person,
        unit: seen.unit,
        element: seen.element.clone(),
        kind: asked.kind,
        turn: known.iter().filter(same).map(|one| one.turn).max().unwrap_or(0) + 1,
        day: asked.day,
        note: if seen.note.is_empty() { asked.note.clone() } else { seen.note.clone() },
        vatm: seen.vatm,
        assessor_name: desk.actor.name.clone(),
    }
}

fn people(seen: &[Seen]) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = seen.iter().map(|one| one.person).collect();
    people.sort();
    people.dedup();
    people
}

/// What was seen is in the log by letters; the note is not.
fn event(bench: &Bench, asked: &Asked) -> Event {
    let pieces: Vec<_> = asked
        .seen
        .iter()
        .map(|one| json!([one.person.to_string(), one.unit.to_string(), one.element, one.vatm.word()]))
        .collect();
    let content = json!({
        "batch": bench.batch.code, "day": asked.day.to_string(), "kind": asked.kind.code(), "pieces": pieces,
    });
    let event = Event::new("EvidenceRecorded", Object::new("batch", bench.batch.id.0), content);
    people(&asked.seen).iter().fold(event, |event, person| event.about("person", person.0))
}

struct Asked {
    kind: EvidenceKind,
    day: Day,
    note: String,
    seen: Vec<Seen>,
}

fn parse(desk: &Desk, form: &Form, bench: &Bench, scope: &[SchemeUnitFact]) -> Result<Asked, Halt> {
    let mut reading = form.read();
    let kind = reading.code("kind", EvidenceKind::from_code, EvidenceKind::Observation);
    let day = past_day(desk, &mut reading);
    let note = reading.optional_text("note").unwrap_or_default();
    let mut seen = Vec::new();
    if let Some(upload) = form.file("file") {
        let (found, problems) = sheet::read(upload, (&bench.units, scope), &bench.roster);
        seen.extend(found);
        for problem in problems {
            reading.problem("file", problem);
        }
    }
    seen.extend(typed(form, &mut reading, bench, scope));
    if seen.is_empty() && form.file("file").is_none() {
        reading.problem("file", "evidence-problem-nothing");
    }
    let key = |one: &Seen| (one.person, one.unit, one.element.clone());
    if (1..seen.len()).any(|at| seen[..at].iter().any(|other| key(other) == key(&seen[at]))) {
        reading.problem("vatm", "evidence-problem-twice");
    }
    reading.done()?;
    Ok(Asked { kind, day, note, seen })
}

/// `vatm.UNIT/ELEMENT=VATM`, all of the person chosen.
fn typed(form: &Form, reading: &mut Reading<'_>, bench: &Bench, scope: &[SchemeUnitFact]) -> Vec<Seen> {
    let cells: Vec<(&str, &str)> = form.grid("vatm").filter(|(_, text)| !text.is_empty()).collect();
    let who = reading.optional_text("person");
    let learner = who.as_deref().and_then(|text| bench.roster.find(text));
    match (&who, learner) {
        (Some(text), None) => reading.problem("person", unknown(text)),
        (None, _) if !cells.is_empty() => reading.problem("person", "problem-empty"),
        _ => {}
    }
    let mut seen = Vec::new();
    for (name, text) in cells {
        let field = format!("vatm.{name}");
        match (meant(&bench.units, scope, name), Vatm::from_word(text)) {
            (Some((unit, elements)), Some(vatm)) => {
                let of = |element| {
                    learner.map(|one| Seen { person: one.id(), unit, element, vatm, note: String::new() })
                };
                seen.extend(elements.into_iter().filter_map(of));
            }
            (None, _) => reading.problem(field, unknown(name)),
            (_, None) => reading.problem(field, Say::new("evidence-problem-letters").with("text", text)),
        }
    }
    seen
}

/// Of each cell K: the sentence where evidence is lacking.
pub(super) fn unproven(
    bench: &Bench,
    scope: &[SchemeUnitFact],
    pieces: &[EvidenceFact],
    (person, unit): (PersonId, &UnitFact),
) -> Option<Say> {
    let elements = evidence::elements_of(scope, unit);
    let lacking = evidence::lacking(pieces, &elements, (person, unit.id));
    let key = match lacking.first().map(String::as_str) {
        None => return None,
        Some("") => "evidence-lacking",
        Some(_) => "evidence-lacking-elements",
    };
    let say = Say::new(key).with("name", bench.name(person)).with("unit", &unit.title);
    Some(say.with("elements", lacking.join(", ")))
}

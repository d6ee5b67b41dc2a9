// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A list as an office keeps it becomes people on record: all of it or nothing, unless bad rows are left out on purpose.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Work};
use kernel::id::OrganisationId;
use serde_json::json;

use super::later;
use super::own_office;
use crate::import::candidate::Frame;
use crate::import::duplicates::{Verdict, judge};
use crate::import::finding::Severity;
use crate::import::report::{Line, Report, lines};
use crate::import::{self, ReadFile};
use crate::pages::summary;

/// A longer list is put on record by a job; whoever handed it in sees how far it is.
const MOST_AT_ONCE: usize = 1_000;
/// More lines are on the report's own page.
const MOST_LINES: usize = 20;

pub const IMPORT: Action = Action {
    name: "person import",
    path: "/people/import",
    act: Act::PersonImport,
    room: "people",
    fields: &[
        Field::required("file", Kind::File),
        Field::optional("dry_run", Kind::Check),
        Field::optional("skip_bad", Kind::Check),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    own_office(desk, Act::PersonImport)?;
    let office = desk.actor.office.as_ref().map_or(String::new(), |office| office.name.clone());
    Ok(Prepared::about(office, "/people").filled("dry_run", "1"))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (office, frame) = own_office(desk, Act::PersonImport)?;
    let (file_name, file, dry_run, skip_bad) = parse(form, frame)?;
    if !dry_run && file.people.len() > MOST_AT_ONCE {
        return later::enqueue(desk, office, form, skip_bad).await;
    }
    let work = desk.begin("person import").await?;
    let (verdict, report) = judged(&work, office, &file_name, file).await?;
    if dry_run {
        return show(work, report).await;
    }
    if verdict.faulty > 0 && !skip_bad {
        return Err(refusal(desk, &verdict).into());
    }
    let (work, done) = write(work, office, verdict, report, &|_, _| Ok(())).await?;
    work.commit(done).await
}

/// What the file holds beside what is on record already.
pub(super) async fn judged(
    work: &Work<'_>,
    office: OrganisationId,
    file_name: &str,
    file: ReadFile,
) -> Result<(Verdict, Report), Halt> {
    let desk = work.desk;
    let record = import::on_record(&work.tx, office, import::hashes_of(desk, &file)).await?;
    let verdict = judge(file, &record, |one| import::hash_of(desk, one));
    let report = Report::of(desk, office, file_name, &verdict);
    Ok((verdict, report))
}

fn parse(form: &Form, frame: Frame) -> Result<(String, ReadFile, bool, bool), Halt> {
    let mut reading = form.read();
    let file = reading.file("file");
    let (dry_run, skip_bad) = (reading.check("dry_run"), reading.check("skip_bad"));
    let read = file.map(|upload| import::read_file(&upload.name, &upload.bytes, frame));
    if let Some(Err(problem)) = &read {
        reading.problem("file", problem.key());
    }
    reading.done()?;
    let name = file.map_or(String::new(), |upload| upload.name.clone());
    Ok((name, read.and_then(Result::ok).unwrap_or_default(), dry_run, skip_bad))
}

/// Nobody is put on record; only the report is kept.
async fn show(work: Work<'_>, report: Report) -> Result<Done, Halt> {
    report.keep(&work.tx).await?;
    let done = said(work.desk, &report);
    work.commit(done).await
}

/// Writes everybody; `step` hears how many of how many, and may say stop. The caller commits.
pub(super) async fn write<'d>(
    mut work: Work<'d>,
    office: OrganisationId,
    verdict: Verdict,
    mut report: Report,
    step: &(dyn Fn(usize, usize) -> Result<(), Halt> + Sync),
) -> Result<(Work<'d>, Done), Halt> {
    report.written = true;
    report.keep(&work.tx).await?;
    let content = json!({ "file": report.file_name, "added": report.added, "report": report.id.to_string() });
    let mut event = Event::new("PeopleImported", Object::new("organisation", office.0), content);
    let total = verdict.new.len();
    for (count, (_, candidate)) in verdict.new.into_iter().enumerate() {
        step(count, total)?;
        let person = import::put_on_record(&work, office, candidate).await?;
        event = event.about("person", person.0);
    }
    if report.added > 0 {
        work.record(event).await?;
    }
    let done = said(work.desk, &report);
    Ok((work, done))
}

fn said(desk: &Desk, report: &Report) -> Done {
    let mut done = Done::new(format!("/people/imports/{}", report.id), summary(report));
    done.more = capped(report.lines.iter().map(|line| as_say(desk, line)).collect());
    done
}

/// One finding as a sentence of its own.
fn as_say(desk: &Desk, line: &Line) -> Say {
    let teller = desk.teller();
    let column = match line.column.as_str() {
        "" => String::new(),
        code => teller.code("people-column", code),
    };
    Say::new("people-finding")
        .with("row", line.row)
        .with("column", column)
        .with("severity", teller.code("people-severity", line.severity.code()))
        .with("what", line.sentence(desk.lang))
}

fn capped(mut says: Vec<Say>) -> Vec<Say> {
    if says.len() > MOST_LINES {
        let more = says.len() - MOST_LINES;
        says.truncate(MOST_LINES);
        says.push(Say::new("people-finding-more").with("count", more));
    }
    says
}

/// The rows that must be mended first, each with its reason.
pub(super) fn refusal(desk: &Desk, verdict: &Verdict) -> Refusal {
    let all = lines(&desk.house.words, verdict);
    let errors =
        all.iter().filter(|line| line.severity == Severity::Error).map(|line| as_say(desk, line)).collect();
    Refusal::new("PEOP-07").with("faulty", verdict.faulty).because(capped(errors))
}

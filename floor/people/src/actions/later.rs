// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A long list is put on record by a job: the same reading, judging and writing, after the person has her page back.

use access::Act;
use desk::{Desk, Done, Form, Halt, Say};
use jobs::{JobKind, Payload, Progress, Task};
use kernel::id::OrganisationId;
use serde::{Deserialize, Serialize};

use super::import::{judged, refusal, write};
use super::own_office;
use crate::import;

/// Puts a long list on record.
pub const IMPORT_LATER: JobKind = JobKind {
    name: "person import",
    act: Act::PersonImport,
    run: |desk, task, progress| Box::pin(run(desk, task, progress)),
};

#[derive(Serialize, Deserialize)]
struct Wanted {
    file_name: String,
    skip_bad: bool,
}

/// One list of an office at a time; a second is refused, for it would be judged against half of the first.
pub(super) async fn enqueue(
    desk: &Desk,
    office: OrganisationId,
    form: &Form,
    skip_bad: bool,
) -> Result<Done, Halt> {
    let file = form.file("file").ok_or(Halt::Missing)?;
    let payload =
        Payload::of(&Wanted { file_name: file.name.clone(), skip_bad })?.with_file(file.bytes.clone());
    let mut work = desk.begin("person import").await?;
    let queued = jobs::enqueue(&mut work, &IMPORT_LATER, &payload, &office.to_string()).await?;
    let said = if queued.is_new { "people-import-later" } else { "people-import-waits" };
    work.commit(Done::new(queued.location(), Say::new(said))).await
}

async fn run(desk: &Desk, task: &Task, progress: &Progress) -> Result<Done, Halt> {
    let (office, frame) = own_office(desk, Act::PersonImport)?;
    let wanted: Wanted = task.payload.read()?;
    let read = import::read_file(&wanted.file_name, &task.payload.file, frame);
    let file = read.map_err(|problem| Halt::field("file", problem.key()))?;
    progress.tell(0, file.people.len() as u64, "people-import-judging");
    let work = desk.begin("person import").await?;
    let (verdict, report) = judged(&work, office, &wanted.file_name, file).await?;
    if verdict.faulty > 0 && !wanted.skip_bad {
        return Err(refusal(desk, &verdict).into());
    }
    let step = |count: usize, total: usize| {
        progress.tell(count as u64, total as u64, "people-import-writing");
        progress.go_on()
    };
    let (work, done) = write(work, office, verdict, report, &step).await?;
    task.commit(work, done).await
}

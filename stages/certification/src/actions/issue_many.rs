// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The issuer gives certificates to many batches at once, in the background. Each batch is a transaction of its own: what is
//! issued stays issued when the machine stops, and goes on from there; it waits while the signer is shut; what one batch or one paper lacks keeps no other back.

use std::collections::BTreeMap;

use access::{Act, Target};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use jobs::{JobKind, Payload, Progress, Task};
use kernel::day;
use kernel::id::OrganisationId;
use programme::facts::BatchFact;
use serde::{Deserialize, Serialize};

use super::issue::{Request, issue_to, judged, notes_of_many, parse, prefilled};
use crate::candidate::{Candidate, ready};
use crate::facts;
use crate::paper::Occasion;
use crate::signer::rules::pause;

/// `certificate issue-many`.
pub const ISSUE_MANY: Action = Action {
    name: "certificate issue-many",
    path: "/certificates/issuing",
    act: Act::CertificateIssue,
    room: "certification",
    fields: &[
        Field::optional("batches", Kind::Long),
        Field::required("day", Kind::Day),
        Field::optional("signer", Kind::Text),
        Field::optional("signer_post", Kind::Text),
        Field::optional("place", Kind::Text),
        Field::optional("valid_until", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// Issues to many.
pub const ISSUE_TO_MANY: JobKind = JobKind {
    name: "certificate issue-many",
    act: Act::CertificateIssue,
    run: |desk, task, progress| Box::pin(work(desk, task, progress)),
};

/// Batches of one order.
///
/// # Source
/// Product decision: some 50,000 certificates, a year of a large certification body.
const MOST: usize = 2_000;

/// Certificates of one transaction: what is printed and not yet stored when the machine stops is printed again.
///
/// # Source
/// Product decision: two processors print so many in a tenth of a second.
const PART: usize = 8;

#[derive(Serialize, Deserialize)]
struct Wanted {
    batches: Vec<String>,
    /// The form's other fields, as typed; they are read anew when the job runs.
    fields: BTreeMap<String, String>,
    /// Certificates that these batches had when it was asked for.
    held: usize,
}

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    let issuer = own_office(desk)?;
    let ready = ready(desk.house.db.read(), (issuer, desk.actor.account), desk.today(), MOST).await?;
    let codes: Vec<&str> = ready.iter().map(|(batch, _)| batch.code.as_str()).collect();
    let prepared =
        Prepared::default().filled("batches", codes.join("\n")).filled("day", day::short(desk.today()));
    let mut prepared = prefilled(desk, issuer, prepared).await?;
    prepared.notes_html = notes_of_many(desk, &ready)?;
    Ok(prepared)
}

/// Asks for the job; all batches of the own office that wait, or those named.
async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    parse(form, desk.today())?;
    let issuer = own_office(desk)?;
    let on = desk.house.db.read();
    let named = named(form.text("batches"));
    let mut batches = if named.is_empty() {
        let ready = ready(on, (issuer, desk.actor.account), desk.today(), MOST).await?;
        ready.into_iter().map(|(batch, _)| batch.code).collect()
    } else {
        known(desk, issuer, named).await?
    };
    if batches.is_empty() {
        return Err(Refusal::new("CERT-07").into());
    }
    by_lot(desk, &mut batches);
    let fields = ["day", "signer", "signer_post", "place", "valid_until"];
    let fields = fields.map(|name| (name.to_owned(), form.text(name).to_owned())).into_iter().collect();
    let held = held(desk, &batches).await?;
    let mut work = desk.begin("certificate issue-many").await?;
    let payload = Payload::of(&Wanted { batches, fields, held })?;
    let queued = jobs::enqueue(&mut work, &ISSUE_TO_MANY, &payload, &issuer.to_string()).await?;
    let said = if queued.is_new { "certificate-issuing-begins" } else { "certificate-issuing-runs" };
    work.commit(Done::new(queued.location(), Say::new(said))).await
}

/// The log tells everyone which certificate came before which. Drawn by lot that tells nothing of the batches; by their codes it
/// would part those of one host from those of another.
fn by_lot(desk: &Desk, batches: &mut [String]) {
    for last in (1..batches.len()).rev() {
        let drawn = u64::from_be_bytes(desk.dice.bytes()) % (last as u64 + 1);
        batches.swap(last, usize::try_from(drawn).unwrap_or(last));
    }
}

fn own_office(desk: &Desk) -> Result<OrganisationId, Halt> {
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    desk.allow(Act::CertificateIssue, &Target::of(own))?;
    Ok(own)
}

/// Codes, one a line or between commas, each once.
fn named(text: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for code in text.split([',', '\n']).map(str::trim).filter(|code| !code.is_empty()) {
        if !codes.iter().any(|known| known.eq_ignore_ascii_case(code)) {
            codes.push(code.to_owned());
        }
    }
    codes
}

/// The batches' own codes; a problem names every one that this issuer has not.
async fn known(desk: &Desk, issuer: OrganisationId, named: Vec<String>) -> Result<Vec<String>, Halt> {
    if named.len() > MOST {
        return Err(Halt::field("batches", Say::new("problem-certificate-batches-many").with("most", MOST)));
    }
    let (mut codes, mut unknown) = (Vec::with_capacity(named.len()), Vec::new());
    for code in named {
        match programme::facts::batch_by_code(desk.house.db.read(), &code).await? {
            Some(batch) if batch.programme.issuer == issuer => codes.push(batch.code),
            Some(_) | None => unknown.push(code),
        }
    }
    if unknown.is_empty() {
        return Ok(codes);
    }
    Err(Halt::field("batches", Say::new("problem-certificate-batches").with("codes", unknown.join(", "))))
}

async fn held(desk: &Desk, batches: &[String]) -> Result<usize, Halt> {
    let mut held = 0;
    for code in batches {
        if let Some(batch) = programme::facts::batch_by_code(desk.house.db.read(), code).await? {
            held += facts::certificates_of_batch(desk.house.db.read(), batch.id).await?.len();
        }
    }
    Ok(held)
}

async fn work(desk: &Desk, task: &Task, progress: &Progress) -> Result<Done, Halt> {
    let issuer = own_office(desk)?;
    let wanted: Wanted = task.payload.read()?;
    let mut form = Form::default();
    wanted.fields.iter().for_each(|(name, value)| form.set(name, value.clone()));
    let request = parse(&form, desk.today())?;
    let (mut said, mut fault, begun) = (Vec::new(), None, held(desk, &wanted.batches).await?);
    for (count, code) in wanted.batches.iter().enumerate() {
        progress.tell(count as u64, wanted.batches.len() as u64, "certificate-issuing-at");
        progress.go_on()?;
        match issue_batch(desk, (issuer, code), &request, (task, progress)).await {
            Ok(others) => said.extend(others),
            // Somebody has stopped it; what is issued stays.
            Err(_) if progress.is_cancelled() => progress.go_on()?,
            Err(Halt::Fault(cause)) => {
                // The machine's trouble with one batch is no reason to leave the others; the job is tried again for it.
                tracing::error!(batch = %code, "{cause:#}");
                fault = Some(cause);
            }
            Err(Halt::Refusal(refusal)) if pause(&refusal, false, desk.now).is_some() => {
                return Err(waits(desk, &wanted, (begun, &refusal), progress).await?);
            }
            Err(halt) => said.push(
                Say::new("certificate-issuing-batch-not").with("batch", code).with("why", why(desk, halt)),
            ),
        }
    }
    if let Some(cause) = fault {
        return Err(Halt::Fault(cause));
    }
    let issued = held(desk, &wanted.batches).await?.saturating_sub(wanted.held);
    let done =
        Say::new("certificate-issuing-done").with("count", issued).with("batches", wanted.batches.len());
    Ok(said.into_iter().fold(Done::new("/certificates", done), Done::and))
}

/// The signer is shut for a while: the job says so and goes on by itself.
async fn waits(
    desk: &Desk,
    wanted: &Wanted,
    (begun, refusal): (usize, &Refusal),
    progress: &Progress,
) -> Result<Halt, Halt> {
    let held = held(desk, &wanted.batches).await?;
    let issued = held.saturating_sub(wanted.held);
    let pause = pause(refusal, held > begun, desk.now).unwrap_or_default();
    let why = why(desk, Halt::Refusal(refusal.clone()));
    let say = Say::new("certificate-issuing-waits").with("count", issued).with("why", why);
    Ok(progress.wait(pause, say))
}

/// One batch; sentences for those who get none.
async fn issue_batch(
    desk: &Desk,
    (issuer, code): (OrganisationId, &str),
    request: &Request,
    (task, progress): (&Task, &Progress),
) -> Result<Vec<Say>, Halt> {
    let batch: Option<BatchFact> = programme::facts::batch_by_code(desk.house.db.read(), code).await?;
    let batch = batch.filter(|batch| batch.programme.issuer == issuer).ok_or(Halt::Missing)?;
    let judged = match judged(desk, batch, request).await {
        // Everyone has one: so it is when the job goes on after it was stopped.
        Err(Halt::Refusal(refusal)) if refusal.code == "CERT-07" => return Ok(Vec::new()),
        judged => judged?,
    };
    let mut said = judged.others;
    for part in judged.earned.chunks(PART) {
        progress.go_on()?;
        match issue_to(desk, task, (&judged.occasion, request), part.to_vec()).await {
            Ok(_) => {}
            Err(Halt::Refusal(refusal)) if is_of_one_paper(&refusal) => {
                for one in part {
                    said.extend(issue_one(desk, task, (&judged.occasion, request), one.clone()).await?);
                }
            }
            Err(Halt::Refusal(refusal)) if refusal.code == "CERT-07" => {}
            Err(halt) => return Err(halt),
        }
    }
    Ok(said)
}

/// What a single paper can lack.
fn is_of_one_paper(refusal: &Refusal) -> bool {
    ["CERT-05", "CERT-06"].contains(&refusal.code)
}

async fn issue_one(
    desk: &Desk,
    task: &Task,
    of: (&Occasion<'_>, &Request),
    one: Candidate,
) -> Result<Option<Say>, Halt> {
    let name = one.person.name.clone();
    match issue_to(desk, task, of, vec![one]).await {
        Ok(_) => Ok(None),
        Err(Halt::Refusal(refusal)) if pause(&refusal, false, desk.now).is_none() => {
            let why = why(desk, Halt::Refusal(refusal));
            Ok(Some(Say::new("certificate-issuing-person-not").with("name", name).with("why", why)))
        }
        Err(halt) => Err(halt),
    }
}

/// All that was said against it, in the language of whoever asked.
fn why(desk: &Desk, halt: Halt) -> String {
    let t = desk.teller();
    let says: Vec<Say> = match halt {
        Halt::Refusal(refusal) => std::iter::once(refusal.say()).chain(refusal.reasons.clone()).collect(),
        Halt::Problems(problems) => problems.into_iter().map(|problem| problem.say).collect(),
        Halt::Denied(_) | Halt::Proof(_) | Halt::Missing | Halt::Already(_) | Halt::Fault(_) => {
            vec![Say::new("certificate-issuing-batch-gone")]
        }
    };
    says.iter().map(|say| t.tell(say)).collect::<Vec<_>>().join(" ")
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An agreement ended in the middle of a batch; the batch goes on under another one, from a day on, for a reason.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Work};
use kernel::day::{Day, long, short};
use kernel::id::{InstructorId, OrganisationId};
use office::facts::{OrganisationFact, pick_organisations};
use partnership::facts::{AgreementFact, pick_agreements};
use serde_json::json;

use super::batch_plan::read_instructors;
use crate::facts::{self, BatchFact, InstructorFact, TakeoverFact};
use crate::rules::{self, Party, Takeover};
use crate::{named, store};

pub const TAKE_OVER: Action = Action {
    name: "batch take-over",
    path: "/batches/{batch}/takeover",
    act: Act::BatchTakeOver,
    room: "programme",
    fields: &[
        Field::path("batch"),
        Field::required("agreement", Kind::Pick(pick_agreements)),
        Field::required("day", Kind::Day),
        Field::optional("provider", Kind::Pick(pick_organisations)),
        Field::optional("instructors", Kind::Lines),
        Field::required("reason", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = named::batch(desk, form).await?;
    desk.allow(Act::BatchTakeOver, &batch.target())?;
    Ok(Prepared::about(&batch.title, format!("/batches/{}", batch.code)).filled("day", short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let batch = named::batch(desk, form).await?;
    desk.allow(Act::BatchTakeOver, &batch.target())?;
    let asked = parse(desk, form, &batch).await?;
    let mut work = desk.begin("batch take-over").await?;
    let before = check(&work, &batch, &asked).await?;
    let number = facts::takeovers(&work.tx, batch.id).await?.len();
    let takeover = TakeoverFact {
        number: i64::try_from(number).unwrap_or(0) + 1,
        from: before.id,
        to: asked.agreement.id,
        provider: asked.provider,
        since: asked.day,
        reason: asked.reason,
    };
    let ids: Vec<InstructorId> = asked.instructors.iter().map(|one| one.id).collect();
    store::takeover(&work.tx, &batch, &takeover, desk.actor.account).await?;
    store::add_instructors(&work.tx, batch.id, &ids).await?;
    let content = json!({
        "code": batch.code, "from": before.code, "to": asked.agreement.code, "since": takeover.since.to_string(),
        "reason": takeover.reason,
    });
    let event = Event::new("BatchTakenOver", Object::new("batch", batch.id.0), content)
        .about("agreement", takeover.from.0)
        .about("agreement", takeover.to.0);
    work.record(event).await?;
    let said = Say::new("batch-taken-over")
        .with("title", &batch.title)
        .with("agreement", &asked.agreement.title)
        .with("day", long(takeover.since, desk.lang));
    let done = Done::new(format!("/batches/{}", batch.code), said);
    work.commit(done.and("batch-taken-over-next".into())).await
}

/// What must hold while it is written, read in its own transaction; answers the agreement that ended.
async fn check(work: &Work<'_>, batch: &BatchFact, asked: &Asked) -> Result<AgreementFact, Halt> {
    store::hold_programme(&work.tx, batch.programme.id).await?;
    let now = facts::batch(&work.tx, batch.id).await?.ok_or(Halt::Missing)?;
    let before = named::agreement_of_batch(&work.tx, &now).await?;
    if before.outlives(now.last_day()) {
        let refusal = Refusal::new("PROG-15").with("last", short(before.last_day()));
        return Err(refusal.with("needed", short(now.last_day())).into());
    }
    named::all_well(rules::takeover(&Takeover {
        batch: &now,
        before: &before,
        after: &asked.agreement,
        provider: asked.provider,
        issuer: Party { id: asked.issuer.id, kind: &asked.issuer.kind },
        since: asked.day,
        instructors: &asked.instructors,
    }))?;
    Ok(before)
}

/// What the form asks for.
struct Asked {
    agreement: AgreementFact,
    day: Day,
    provider: OrganisationId,
    issuer: OrganisationFact,
    instructors: Vec<InstructorFact>,
    reason: String,
}

async fn parse(desk: &Desk, form: &Form, batch: &BatchFact) -> Result<Asked, Halt> {
    let on = desk.house.db.read();
    let mut reading = form.read();
    let code = reading.text("agreement");
    let found = partnership::facts::agreement_by_code(on, &code).await?;
    let agreement = found.filter(|agreement| desk.may(Act::AgreementRead, &agreement.target()));
    if agreement.is_none() && !code.is_empty() {
        reading.problem("agreement", named::unknown(&code));
    }
    let day = named::past_day(desk, &mut reading, "day");
    let provider = match reading.optional_text("provider") {
        None => Some(batch.provider),
        Some(_) => named::organisation(desk, &mut reading, "provider").await?.map(|office| office.id),
    };
    let instructors = read_instructors(desk, &mut reading).await?;
    let reason = reading.text("reason");
    reading.done()?;
    let (agreement, provider) = agreement.zip(provider).ok_or(Halt::Missing)?;
    let issuer = office::facts::by_id(on, batch.programme.issuer).await?.ok_or(Halt::Missing)?;
    Ok(Asked { agreement, day, provider, issuer, instructors, reason })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What hangs on an agreement that is over: batches that are not, with their booked assessment, and promises not kept.

use access::Act;
use desk::{Desk, Halt, Say};
use kernel::day;
use partnership::facts::{AgreementFact, AgreementState, Progress};
use programme::facts::BatchFact;

use super::waiting::{Urgency, Waiting, line};

/// So long after its last day an agreement's unkept promises are named.
const DAYS_NAMED: i64 = 90;

/// For the host of agreements that were ended early or ran out, from the day the ending is recorded.
pub async fn waiting(desk: &Desk, agreements: &[AgreementFact]) -> Result<Vec<Waiting>, Halt> {
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    let today = desk.today();
    let mut lines = Vec::new();
    for agreement in agreements.iter().filter(|agreement| agreement.host == own) {
        let is_over = agreement.first_day().is_some() && agreement.last_day() < today;
        let is_ending = agreement.state == AgreementState::Ended;
        if !(is_over || is_ending) || (today - agreement.last_day()).num_days() > DAYS_NAMED {
            continue;
        }
        for batch in programme::facts::batches_under(desk.house.db.read(), agreement.id).await? {
            lines.extend(hanging(desk, agreement, &batch).await?);
        }
        lines.extend(promises(desk, agreement).await?);
    }
    Ok(lines)
}

/// A batch that needs days on which its agreement no longer holds, and is not through.
async fn hanging(desk: &Desk, agreement: &AgreementFact, batch: &BatchFact) -> Result<Option<Waiting>, Halt> {
    let on = desk.house.db.read();
    let last = agreement.last_day();
    let is_closed = training::facts::closed_on(on, batch.id).await?.is_some();
    let is_judged = assessment::facts::counts(on, batch.id).await?.assessed > 0;
    let booked = batch.assessment.as_ref().filter(|booking| booking.reserved_on > last && !is_judged);
    if (is_closed || batch.ends_on <= last) && booked.is_none() {
        return Ok(None);
    }
    let slots = planning::facts::slots(on, batch.id).await?;
    let ahead = if is_closed { 0 } else { slots.iter().filter(|slot| slot.day > last).count() };
    let say = match booked {
        None => Say::new("home-hanging-detail"),
        Some(booking) => Say::new("home-hanging-assessed")
            .with("assessed", day::long(booking.reserved_on, desk.lang))
            .with("place", &booking.place),
    };
    let detail = say.with("sessions", ahead).with("agreement", &agreement.title);
    // The head says under which agreement it goes on; the others see what hangs, in the timetable.
    let may_act = last < desk.today() && desk.may(Act::BatchTakeOver, &batch.target());
    let (key, name) = if may_act { ("hanging", "batch take-over") } else { ("hanging-seen", "plan show") };
    if !may_act && !desk.may(Act::PlanRead, &batch.target()) {
        return Ok(None);
    }
    let found = line(desk, Urgency::Now, (key, &batch.title), (name, &[&batch.code]));
    let when = day::long(last, desk.lang);
    Ok(found.map(|line| line.when(when).detail(desk.teller().tell(&detail))))
}

async fn promises(desk: &Desk, agreement: &AgreementFact) -> Result<Option<Waiting>, Halt> {
    let today = desk.today();
    if !desk.may(Act::ObligationAdd, &agreement.target()) {
        return Ok(None);
    }
    let all = partnership::facts::obligations(desk.house.db.read(), agreement.id).await?;
    let open = all.iter().filter(|one| one.progress(today) != Progress::Delivered).count();
    if open == 0 {
        return Ok(None);
    }
    let found = line(desk, Urgency::Soon, ("left", &agreement.title), ("agreement show", &[&agreement.code]));
    let detail = desk.teller().with("home-left-detail", "count", open);
    Ok(found.map(|line| line.when(day::long(agreement.last_day(), desk.lang)).detail(detail)))
}

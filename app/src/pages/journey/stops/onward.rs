// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Stops after the training: hand-over, release, work and business, follow-up. Each only for who may read its room.

use access::Act;
use desk::{Halt, Say};
use kernel::id::OrganisationId;
use kernel::sensitive::Class;
use livelihood::facts::{Milestone, ReferralState};
use release::facts::HandoverState;

use super::{Life, Scribe, Time};

/// The pack, the gate, and, for who may see it, the first day the gate may open.
pub async fn release(scribe: &mut Scribe<'_>, life: &Life) -> Result<(), Halt> {
    let desk = scribe.desk;
    let on = desk.house.db.read();
    if !desk.may(Act::HandoverRead, &life.target) {
        return Ok(());
    }
    if let Some(pack) = release::facts::handover_of(on, life.id()).await? {
        let office = office_name(scribe, pack.to).await?;
        let prepared = Say::new("journey-handover-prepared").with("office", &office);
        let is_waiting = pack.state == HandoverState::Prepared;
        scribe.put(
            if is_waiting { Time::Now } else { Time::Past },
            pack.prepared_on,
            prepared,
            String::new(),
        );
        let key = match pack.state {
            HandoverState::Prepared => None,
            HandoverState::Accepted => Some("journey-handover-accepted"),
            HandoverState::Returned => Some("journey-handover-returned"),
        };
        if let Some((key, decided_on)) = key.zip(pack.decided_on) {
            let meeting = pack.first_meeting_on.map(|day| kernel::day::long(day, desk.lang));
            let detail = meeting.map(|day| scribe.say("journey-first-meeting", "day", day)).or(pack.reason);
            scribe.past(decided_on, Say::new(key).with("office", &office), detail.unwrap_or_default());
        }
    }
    if let Some((released_on, kind)) = people::facts::released_on(on, life.id()).await? {
        scribe.past(released_on, Say::new("journey-released"), kind.label(desk.lang).to_owned());
    }
    let right = desk.right(Class::Sentence, &life.target).filter(|_| life.is_in_custody());
    if let Some(right) = right {
        let earliest = people::facts::earliest_release(on, life.id()).await?;
        if let Some(earliest) = earliest.open(&right).copied().flatten() {
            let note = desk.teller().say("journey-earliest-note");
            let time = if earliest <= desk.today() { Time::Now } else { Time::Next };
            scribe.put(time, earliest, Say::new("journey-earliest"), note);
        }
    }
    Ok(())
}

async fn office_name(scribe: &Scribe<'_>, id: OrganisationId) -> Result<String, Halt> {
    let office = office::facts::by_id(scribe.desk.house.db.read(), id).await?;
    Ok(office.map(|office| office.name).unwrap_or_default())
}

/// Field, product and place, as far as they are known.
fn start_up(business: &livelihood::facts::BusinessFact) -> String {
    let parts = [&business.field, &business.start_up.product, &business.start_up.place];
    parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
}

/// Referrals, businesses, answers, and the next question.
pub async fn livelihood(scribe: &mut Scribe<'_>, life: &Life) -> Result<(), Halt> {
    let desk = scribe.desk;
    let on = desk.house.db.read();
    if !desk.may(Act::LivelihoodRead, &life.target) {
        return Ok(());
    }
    let t = desk.teller();
    for (referral, vacancy) in livelihood::facts::referrals(on, life.id()).await? {
        let say =
            |key: &str| Say::new(key).with("title", &vacancy.title).with("employer", &vacancy.employer_name);
        scribe.past(referral.referred_on, say("journey-referred"), String::new());
        let key = match referral.state {
            ReferralState::Referred => None,
            ReferralState::Hired => Some("journey-hired"),
            ReferralState::Declined => Some("journey-declined"),
            ReferralState::Lapsed => Some("journey-lapsed"),
            // Told below, as it is for those answered before.
            ReferralState::Withdrawn => None,
        };
        if let Some((key, decided_on)) = key.zip(referral.decided_on) {
            scribe.past(decided_on, say(key), String::new());
        }
        if let Some(withdrawn_on) = referral.withdrawn_on {
            scribe.past(withdrawn_on, say("journey-consent-withdrawn"), String::new());
        }
    }
    for business in livelihood::facts::businesses(on, life.id()).await? {
        scribe.past(
            business.started_on,
            Say::new("journey-business").with("name", &business.name),
            start_up(&business),
        );
    }
    let answers = livelihood::facts::follow_ups(on, life.id()).await?;
    for answer in &answers {
        let title = Say::new("journey-follow-up")
            .with("milestone", t.code("milestone", answer.milestone.code()))
            .with("status", t.code("status", answer.status.code()));
        scribe.past(answer.done_on, title, String::new());
    }
    // Nobody is asked about one who has died.
    let living = life.passages.iter().filter(|_| life.person.died_on.is_none());
    for passage in living.filter(|passage| passage.completion.is_some()) {
        let asked = |milestone: Milestone| {
            answers.iter().any(|answer| answer.batch == passage.batch.id && answer.milestone == milestone)
        };
        let Some(next) = Milestone::ALL.iter().copied().find(|milestone| !asked(*milestone)) else {
            continue;
        };
        let Some(due) = livelihood::facts::due_on(on, passage.batch.id, life.id(), next).await? else {
            continue;
        };
        let title = Say::new("journey-ask").with("milestone", t.code("milestone", next.code()));
        let time = if due <= desk.today() { Time::Now } else { Time::Next };
        scribe.put(time, due, title, passage.batch.title.clone());
    }
    Ok(())
}

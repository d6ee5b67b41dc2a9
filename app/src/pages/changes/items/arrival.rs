// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What waits where somebody has come: her number here, and the hours she earned elsewhere.

use access::Act;
use desk::{Halt, Say};
use enrolment::facts::SeatState;
use programme::facts::BatchFact;

use super::{Gatherer, Way};

const GIVE_NUMBER: Way = Way::new("registrar", Act::PersonAdmit, "person-number.verb", "person number");
const TAKE_OVER: Way = Way::new("head", Act::SeatTakeOver, "seat-take-over.verb", "seat take-over");
const PLAN_BATCH: Way = Way::new("work", Act::BatchPlan, "change-credit.verb", "batch list");

/// A stay here without a register number.
pub(super) async fn number(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let stays = people::facts::episodes(of.desk.house.db.read(), of.whom()).await?;
    let here = stays.iter().find(|stay| stay.ended_on.is_none() && stay.office == of.change.office);
    if here.is_some_and(|stay| stay.register.is_none()) {
        let id = of.whom().to_string();
        of.put("number", Say::new("change-number"), GIVE_NUMBER, &[&id]);
    }
    Ok(())
}

/// Hours earned elsewhere in a training that was not finished and is not gone on with.
pub(super) async fn credit(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let on = of.desk.house.db.read();
    let id = of.whom().to_string();
    let stays = people::facts::episodes(on, of.whom()).await?;
    let is_here = stays.iter().any(|stay| stay.ended_on.is_none() && stay.office == of.change.office);
    for earned in training::facts::earned(on, of.whom()).await?.batches {
        let jp = earned.ledger.earned_jp();
        let is_left = earned.seat.state == SeatState::Left && earned.seat.left_on <= Some(of.change.day);
        if !is_here || !is_left || jp == 0 || enrolment::facts::is_taken_over(on, earned.seat.id).await? {
            continue;
        }
        if training::facts::completion(on, earned.batch, of.whom()).await?.is_some_and(|done| done.complete) {
            continue;
        }
        let Some(source) = programme::facts::batch(on, earned.batch).await? else { continue };
        let say = Say::new("change-credit").with("jp", jp).with("batch", &source.title);
        let key = format!("credit-{}", source.code);
        match running_batch(of, &source).await? {
            Some(batch) => {
                let filled = format!("?person={id}&source={}", source.code);
                of.put_filled(key, say, TAKE_OVER, (&[&batch.code], &filled));
            }
            None => of.put(key, say, PLAN_BATCH, &[]),
        }
    }
    Ok(())
}

/// A running batch of this office whose modules take what was earned in the other.
async fn running_batch(of: &Gatherer<'_>, source: &BatchFact) -> Result<Option<BatchFact>, Halt> {
    let on = of.desk.house.db.read();
    let ledger = training::facts::ledger(on, source.id, of.whom()).await?;
    for batch in programme::facts::batches_of_host(on, of.change.office).await? {
        let runs = planning::facts::opened_on(on, batch.id).await?.is_some()
            && training::facts::closed_on(on, batch.id).await?.is_none();
        if !runs || batch.id == source.id {
            continue;
        }
        let modules = programme::facts::modules(on, batch.programme.id).await?;
        if !training::rules::recognisable(&ledger, &modules).is_empty() {
            return Ok(Some(batch));
        }
    }
    Ok(None)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What goes on outside with somebody who leaves: papers, hand-over, employers, follow-up.

use access::Act;
use desk::{Halt, Say};
use kernel::day;
use kernel::person::ReleaseKind;
use livelihood::facts::{Milestone, ReferralState};
use people::facts::Circumstance;
use release::facts::{HandoverState, Standing};

use super::{Gatherer, Way};

const HAND_PAPER: Way = Way::new("work", Act::CertificateHand, "certificate-hand.verb", "certificate hand");
const PREPARE_HANDOVER: Way =
    Way::new("registrar", Act::HandoverPrepare, "handover-prepare.verb", "handover prepare");
const ANSWER_EMPLOYER: Way =
    Way::new("counsellor", Act::ApplicationDecide, "change-referral.verb", "vacancy show");
const ASK_HOW_SHE_IS: Way =
    Way::new("counsellor", Act::FollowupRecord, "change-follow-up.verb", "followup list");

/// Papers that lie in a drawer of the office she has left.
pub(super) async fn certificates(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let on = of.desk.house.db.read();
    for paper in certification::facts::certificates_of_person(on, of.whom()).await? {
        let Some(batch) = programme::facts::batch(on, paper.batch).await? else { continue };
        let is_ours = batch.host == of.change.office;
        if !is_ours || paper.handed_on.is_some() || paper.revoked_on.is_some() {
            continue;
        }
        let key = match of.change.kind {
            Circumstance::Died => "change-certificate-family",
            _ => "change-certificate",
        };
        of.put(
            format!("certificate-{}", paper.number),
            Say::new(key).with("title", &paper.title),
            HAND_PAPER,
            &[&paper.number],
        );
    }
    Ok(())
}

/// The hand-over that is to be made again, or was not made.
pub(super) async fn handover(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let on = of.desk.house.db.read();
    let id = of.whom().to_string();
    let standing = release::facts::standing(on, of.whom()).await?;
    let pack = release::facts::handover_of(on, of.whom()).await?;
    let went_back = pack.is_some_and(|pack| {
        pack.state == HandoverState::Returned
            && pack.from != of.change.office
            && pack.decided_on >= Some(of.change.day)
    });
    let is_guided = people::facts::released_on(on, of.whom())
        .await?
        .is_some_and(|(_, kind): (_, ReleaseKind)| kind.is_under_guidance());
    let key = match (of.change.kind, standing) {
        (Circumstance::MovedIn, Standing::ReturnedPack) if went_back => "change-handover-again",
        (Circumstance::Released, Standing::FreedWithoutCounsellor) if is_guided => "change-handover-none",
        _ => return Ok(()),
    };
    of.put("handover", Say::new(key), PREPARE_HANDOVER, &[&id]);
    Ok(())
}

/// Employers who wait for an answer about her.
pub(super) async fn referrals(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let on = of.desk.house.db.read();
    for (referral, vacancy) in livelihood::facts::referrals(on, of.whom()).await? {
        if referral.state != ReferralState::Referred {
            continue;
        }
        let say = Say::new("change-referral")
            .with("title", &vacancy.title)
            .with("employer", &vacancy.employer_name);
        of.put(format!("referral-{}", vacancy.code), say, ANSWER_EMPLOYER, &[&vacancy.code]);
    }
    Ok(())
}

/// Milestones that are due and that nobody has answered, where no other office guides her.
pub(super) async fn follow_ups(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let (on, today) = (of.desk.house.db.read(), of.desk.today());
    if !people::facts::offices_of(on, of.whom()).await?.contains(&of.change.office) {
        return Ok(());
    }
    for batch in enrolment::facts::batches_of_person(on, of.whom()).await? {
        if training::facts::completion(on, batch, of.whom()).await?.is_none() {
            continue;
        }
        for milestone in Milestone::ALL.iter().copied() {
            let due = livelihood::facts::due_on(on, batch, of.whom(), milestone).await?;
            let Some(due) = due.filter(|due| *due <= today) else { break };
            if livelihood::facts::outcome_at(on, batch, of.whom(), milestone).await?.is_some() {
                continue;
            }
            let when = of.desk.teller().code("milestone", milestone.code());
            let say = Say::new("change-follow-up")
                .with("milestone", when)
                .with("day", day::long(due, of.desk.lang));
            of.put(format!("follow-up-{}", milestone.code()), say, ASK_HOW_SHE_IS, &[]);
            break;
        }
    }
    Ok(())
}

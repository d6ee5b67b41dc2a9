// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What this room does when a person has died: no employer waits for her any more, and no mentor is named to her. And when that
//! had been an error: what can be opened again is opened.

use audit::{Event, Object};
use desk::{Halt, Refusal, Work};
use kernel::day::Day;
use kernel::id::PersonId;
use serde_json::json;

use crate::rules::{self, Answer, ReferralState};
use crate::store;

/// Ends every referral that waits for an answer.
///
/// # Errors
/// `LIVE-05` when one is being answered at this moment.
pub async fn lapse_referrals(work: &mut Work<'_>, person: PersonId, day: Day) -> Result<(), Halt> {
    for (mut referral, vacancy) in store::referrals_of(&work.tx, person).await? {
        if referral.state != ReferralState::Referred {
            continue;
        }
        referral.state = rules::decide(referral.state, Answer::Lapse)?;
        referral.decided_on = Some(day.max(referral.referred_on));
        if !store::answer_referral(&work.tx, &referral).await? {
            return Err(Refusal::new("LIVE-05").into());
        }
        let content = json!({ "vacancy": vacancy.code, "employer": vacancy.employer_name });
        let event = Event::new("ApplicationLapsed", Object::new("vacancy", vacancy.id.0), content)
            .about("person", referral.person.0);
        work.record(event).await?;
    }
    Ok(())
}

/// Ends every mentoring that goes on; its notes stay.
///
/// # Errors
/// The database failed.
pub async fn end_mentoring(work: &mut Work<'_>, person: PersonId, day: Day) -> Result<(), Halt> {
    for one in store::mentoring::of_person(&work.tx, person).await? {
        let day = day.max(one.since);
        if one.ended_on.is_some() || !store::mentoring::end(&work.tx, one.id, day, "died").await? {
            continue;
        }
        let content = json!({ "mentor": one.mentor_name, "day": day.to_string() });
        let event = Event::new("MentorEnded", Object::new("person", one.person.0), content)
            .about("agreement", one.agreement.0);
        work.record(event).await?;
    }
    Ok(())
}

/// Lets referrals wait again that ended on `day` with a death recorded by error.
///
/// # Shape
/// One whose openings have been filled meanwhile stays ended.
///
/// # Errors
/// `LIVE-05` when one is being answered at this moment.
pub async fn renew_referrals(work: &mut Work<'_>, person: PersonId, day: Day) -> Result<(), Halt> {
    for (referral, vacancy) in store::referrals_of(&work.tx, person).await? {
        let lapsed = referral.state == ReferralState::Lapsed
            && referral.decided_on == Some(day.max(referral.referred_on));
        if !lapsed
            || referral.withdrawn_on.is_some()
            || store::hired_count(&work.tx, vacancy.id).await? >= vacancy.openings
        {
            continue;
        }
        rules::decide(referral.state, Answer::Renew)?;
        if !store::renew_referral(&work.tx, &referral).await? {
            return Err(Refusal::new("LIVE-05").into());
        }
        let content = json!({ "vacancy": vacancy.code, "employer": vacancy.employer_name });
        let event = Event::new("ApplicationRenewed", Object::new("vacancy", vacancy.id.0), content)
            .about("person", referral.person.0);
        work.record(event).await?;
    }
    Ok(())
}

/// Names the mentors again whose mentoring ended on `day` with a death recorded by error; not where another one was named
/// under the same agreement.
///
/// # Errors
/// The database failed.
pub async fn resume_mentoring(work: &mut Work<'_>, person: PersonId, day: Day) -> Result<(), Halt> {
    for one in store::mentoring::of_person(&work.tx, person).await? {
        if one.ended_on != Some(day.max(one.since)) || !store::mentoring::resume(&work.tx, &one).await? {
            continue;
        }
        let content = json!({ "mentor": one.mentor_name, "day": work.desk.today().to_string() });
        let event = Event::new("MentorResumed", Object::new("person", one.person.0), content)
            .about("agreement", one.agreement.0);
        work.record(event).await?;
    }
    Ok(())
}

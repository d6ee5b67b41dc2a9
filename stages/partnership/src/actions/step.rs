// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Carrying out a decided step: state, grants and events in the one transaction of the action.

use access::{give_grants, withdraw_grants};
use audit::{Event, Object};
use desk::{Halt, Work};
use kernel::day::Day;
use kernel::id::OrganisationId;
use kernel::zone::Zone;
use serde_json::{Value, json};

use crate::facts::AgreementFact;
use crate::state::Step;
use crate::{rules, store};

/// Writes the step on an agreement that is held; answers the agreement as it is now.
///
/// # Errors
/// The number is taken, a reaction refuses, or the database fails; then nothing remains.
pub(super) async fn carry_out(
    work: &mut Work<'_>,
    held: &AgreementFact,
    step: &Step,
) -> Result<AgreementFact, Halt> {
    store::apply(&work.tx, held, step).await?;
    let after = store::hold(&work.tx, held.id).await?;
    let zone = host_zone(work, after.host).await?;
    match step {
        Step::Signed { .. } => give_grants(&work.tx, &rules::grants(&after, zone)).await?,
        Step::Ended { day, .. } => withdraw_grants(&work.tx, after.id, zone.end_of(*day)).await?,
        Step::Agreed { .. } => {}
    }
    for kind in step.events() {
        let event = Event::new(kind, Object::new("agreement", after.id.0), content(&after, step));
        work.record(about_parties(event, &after)).await?;
    }
    Ok(after)
}

/// Shows the event on the timeline of every party.
pub(super) fn about_parties(event: Event, agreement: &AgreementFact) -> Event {
    agreement.parties.iter().fold(event, |event, party| event.about("organisation", party.organisation.0))
}

fn content(after: &AgreementFact, step: &Step) -> Value {
    let name = |party: OrganisationId| after.party(party).map_or("", |party| &party.name);
    match step {
        Step::Agreed { party, day, .. } => {
            json!({ "agreement": after.code, "party": name(*party), "day": iso(*day) })
        }
        Step::Signed { signature, .. } => json!({
            "agreement": after.code,
            "party": name(signature.party),
            "number": signature.number,
            "day": iso(signature.day),
            "first_day": after.first_day().map(iso),
            "last_day": iso(after.last_day()),
        }),
        Step::Ended { day, reason } => json!({ "agreement": after.code, "day": iso(*day), "reason": reason }),
    }
}

/// A day as events keep it.
pub(super) fn iso(day: Day) -> String {
    day.to_string()
}

async fn host_zone(work: &Work<'_>, host: OrganisationId) -> Result<Zone, Halt> {
    let office = office::facts::by_id(&work.tx, host).await?.ok_or(Halt::Missing)?;
    Ok(office.zone)
}

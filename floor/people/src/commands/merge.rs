// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Two records of one person are made one, and, where that was wrong, two again.

use audit::{Event, Object};
use desk::{Halt, Refusal, Say, Work};
use kernel::id::{OrganisationId, PersonId};
use serde_json::json;
use uuid::Uuid;

use crate::facts::{self, Circumstance, MergeFact};
use crate::rules::{self, Objection, Side};
use crate::store::{self, change, merge as tables};

/// What a record says that bears on merging it.
async fn side(work: &Work<'_>, person: PersonId) -> Result<Side, Halt> {
    let fact = facts::person(&work.tx, person).await?.ok_or(Halt::Missing)?;
    Ok(Side {
        stays: facts::episodes(&work.tx, person).await?,
        has_nik: facts::has_nik(&work.tx, person).await?,
        died_on: fact.died_on,
        is_away: facts::open_absence(&work.tx, person).await?.is_some(),
    })
}

/// Makes `second` a pointer at `kept`. Other rooms are asked by the event itself, and may object.
///
/// # Errors
/// `PEOP-17` when the two are one record already or `second` is known under others; `PEOP-10` with every objection of
/// this room and of the others.
pub async fn merge(
    work: &mut Work<'_>,
    (kept, second): (PersonId, PersonId),
    reason: &str,
) -> Result<(), Halt> {
    // The lower id is held first, so that two who merge the same pair do not wait for each other.
    for person in [kept.min(second), kept.max(second)] {
        if change::hold(&work.tx, person).await? != Some(person) {
            return Err(Refusal::new("PEOP-17").into());
        }
    }
    if kept == second || facts::latest_merge(&work.tx, second).await?.is_some() {
        return Err(Refusal::new("PEOP-17").into());
    }
    let sides = (side(work, kept).await?, side(work, second).await?);
    let mut reasons = Vec::new();
    for objection in rules::objections(&sides.0, &sides.1) {
        reasons.push(say(work, objection).await?);
    }
    let content = json!({ "second": second.to_string(), "day": work.desk.today().to_string() });
    let event = Event::new("PeopleMerged", Object::new("person", kept.0), content).about("person", second.0);
    if !reasons.is_empty() {
        // Nothing is written, but the other rooms still say what they have against it: the transaction is dropped below.
        match work.record(event).await {
            Err(Halt::Refusal(refusal)) if refusal.code == "PEOP-10" => reasons.extend(refusal.reasons),
            other => other?,
        }
        return Err(Refusal::new("PEOP-10").because(reasons).into());
    }
    write(work, (kept, second), reason, &sides).await?;
    work.record(event).await
}

async fn write(
    work: &Work<'_>,
    (kept, second): (PersonId, PersonId),
    reason: &str,
    sides: &(Side, Side),
) -> Result<(), Halt> {
    let kind = async |person| facts::person(&work.tx, person).await?.map(|one| one.kind).ok_or(Halt::Missing);
    let kinds = (kind(kept).await?, kind(second).await?);
    let stays = rules::stays_to_move(&sides.0, &sides.1);
    let id: Uuid = work.desk.fresh_id();
    let new = tables::NewMerge { id, kept, second, day: work.desk.today(), reason, kinds, stays: &stays };
    tables::merge(work, &new).await.map_err(store::refused)?;
    if sides.0.died_on.is_none() {
        let stays = facts::episodes(&work.tx, kept).await?;
        tables::set_kinds(&work.tx, &[(kept, rules::kind_by(&stays, kinds.0))]).await?;
    }
    tell(work, kept, Circumstance::Merged).await
}

async fn tell(work: &Work<'_>, person: PersonId, kind: Circumstance) -> Result<(), Halt> {
    for office in facts::offices_of(&work.tx, person).await? {
        change::tell(work, person, office, (kind, work.desk.today())).await?;
    }
    Ok(())
}

/// Undoes the last merge of a person's records; answers which it was.
///
/// # Errors
/// `PEOP-16` when there is none.
pub async fn part(work: &mut Work<'_>, person: PersonId, reason: &str) -> Result<MergeFact, Halt> {
    let person = change::hold(&work.tx, person).await?.ok_or(Halt::Missing)?;
    let merge = facts::latest_merge(&work.tx, person).await?.ok_or(Refusal::new("PEOP-16"))?;
    change::hold(&work.tx, merge.second).await?;
    let now = facts::person(&work.tx, merge.kept).await?.ok_or(Halt::Missing)?;
    tables::part(work, &merge, reason).await?;
    let mut kinds = Vec::new();
    for (record, before) in [(merge.kept, merge.kept_kind), (merge.second, merge.second_kind)] {
        let stays = facts::episodes(&work.tx, record).await?;
        kinds.push((record, rules::kind_again(&stays, before, &now)));
    }
    tables::set_kinds(&work.tx, &kinds).await?;
    tell(work, merge.kept, Circumstance::Parted).await?;
    let content = json!({ "second": merge.second.to_string(), "day": work.desk.today().to_string() });
    let event = Event::new("PeopleParted", Object::new("person", merge.kept.0), content)
        .about("person", merge.second.0);
    work.record(event).await?;
    Ok(merge)
}

/// An objection as a sentence; offices by their names.
async fn say(work: &Work<'_>, objection: Objection) -> Result<Say, Halt> {
    let name = async |office: OrganisationId| -> Result<String, Halt> {
        let found = office::facts::by_id(&work.tx, office).await?;
        Ok(found.map(|office| office.name).unwrap_or_default())
    };
    let offices = async |key: &str, here, there| -> Result<Say, Halt> {
        Ok(Say::new(key).with("first", name(here).await?).with("second", name(there).await?))
    };
    match objection {
        Objection::TwoGates(here, there) => offices("people-merge-two-gates", here, there).await,
        Objection::TwoGuides(here, there) => offices("people-merge-two-guides", here, there).await,
        Objection::TwoNumbers => Ok(Say::new("people-merge-two-numbers")),
        Objection::Died => Ok(Say::new("people-merge-died")),
        Objection::TwoAbsences => Ok(Say::new("people-merge-two-absences")),
    }
}

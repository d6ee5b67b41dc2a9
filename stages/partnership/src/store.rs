// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Writing meetings, agreements and promises. What is written here was decided in `state` or `rules`.

use anyhow::{Context, ensure};
use desk::{Halt, Say};
use kernel::day::Day;
use kernel::id::{AgreementId, MeetingId, ObligationId, OrganisationId};
use store::{DatabaseTransaction, DbErr, FromQueryResult, insert, one, run, violation};
use uuid::Uuid;

use crate::facts::{AgreementFact, AgreementKind, AgreementState, MeetingFact, PartyRole, agreement};
use crate::state::Step;

/// A draft about to be written; the host stands first.
#[derive(Debug)]
pub(crate) struct NewAgreement {
    pub id: AgreementId,
    pub code: String,
    pub title: String,
    pub kind: AgreementKind,
    pub host: OrganisationId,
    pub meeting: Option<MeetingId>,
    pub fields: String,
    pub places: String,
    pub starts_on: Day,
    pub ends_on: Day,
    pub parties: Vec<(OrganisationId, PartyRole)>,
}

/// A promise about to be written; its code is given here.
#[derive(Debug)]
pub(crate) struct NewObligation {
    pub id: ObligationId,
    pub party: OrganisationId,
    pub what: String,
    pub unit: String,
    pub quantity: i64,
    pub due_on: Day,
}

/// What was delivered on a promise.
#[derive(Debug)]
pub(crate) struct NewDelivery {
    pub id: Uuid,
    pub obligation: ObligationId,
    pub quantity: i64,
    pub day: Day,
    pub note: String,
}

/// Turns a refusal by a uniqueness of the database into a problem of the field.
pub(crate) fn taken(error: DbErr, constraint: &str, column: &str, field: &str, text: &str) -> Halt {
    match violation(&error) {
        Some(found) if found.is(constraint, column) => {
            Halt::field(field, Say::new("problem-taken").with("text", text))
        }
        _ => error.into(),
    }
}

pub(crate) async fn insert_meeting(tx: &DatabaseTransaction, meeting: &MeetingFact) -> Result<(), DbErr> {
    insert("meeting")
        .set("id", meeting.id.0)
        .set("code", meeting.code.clone())
        .set("host_id", meeting.host.0)
        .set("place", meeting.place.clone())
        .set("held_on", meeting.held_on)
        .set("topics", meeting.topics.join("\n"))
        .set("minutes", meeting.minutes.clone())
        .run(tx)
        .await?;
    for party in &meeting.parties {
        insert("meeting_party")
            .set("meeting_id", meeting.id.0)
            .set("organisation_id", party.0)
            .run(tx)
            .await?;
    }
    for item in &meeting.items {
        insert("meeting_item")
            .set("meeting_id", meeting.id.0)
            .set("number", item.number)
            .set("what", item.what.clone())
            .set("organisation_id", item.organisation.0)
            .set("due_on", item.due_on)
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Closes an open item; false when it was closed before.
pub(crate) async fn close_item(
    tx: &DatabaseTransaction,
    meeting: MeetingId,
    number: i64,
    day: Day,
    note: &str,
) -> Result<bool, DbErr> {
    let sql = "UPDATE meeting_item SET closed_on = $3, closed_note = $4 \
               WHERE meeting_id = $1 AND number = $2 AND closed_on IS NULL";
    Ok(run(tx, sql, [meeting.0.into(), number.into(), day.into(), note.into()]).await? == 1)
}

pub(crate) async fn insert_agreement(tx: &DatabaseTransaction, new: &NewAgreement) -> Result<(), DbErr> {
    insert("agreement")
        .set("id", new.id.0)
        .set("code", new.code.clone())
        .set("title", new.title.clone())
        .set("kind", new.kind.code())
        .set("host_id", new.host.0)
        .set("meeting_id", new.meeting.map(|id| id.0))
        .set("fields", new.fields.clone())
        .set("places", new.places.clone())
        .set("starts_on", new.starts_on)
        .set("ends_on", new.ends_on)
        .set("state", AgreementState::Draft.code())
        .run(tx)
        .await?;
    for ((organisation, role), place) in new.parties.iter().zip(1_i64..) {
        insert("agreement_party")
            .set("agreement_id", new.id.0)
            .set("organisation_id", organisation.0)
            .set("role", role.code())
            .set("place", place)
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Holds the agreement until the end of the transaction and reads it again, so that two who act at once act in turn.
pub(crate) async fn hold(tx: &DatabaseTransaction, id: AgreementId) -> Result<AgreementFact, Halt> {
    run(tx, "UPDATE agreement SET state = state WHERE id = $1", [id.0.into()]).await?;
    agreement(tx, id).await?.ok_or(Halt::Missing)
}

/// Writes a step decided on an agreement that is held.
pub(crate) async fn apply(tx: &DatabaseTransaction, held: &AgreementFact, step: &Step) -> Result<(), Halt> {
    let id = held.id.0;
    let touched = match step {
        Step::Agreed { party, day, .. } => {
            let sql = "UPDATE agreement_party SET agreed_on = $3 \
                       WHERE agreement_id = $1 AND organisation_id = $2 AND agreed_on IS NULL";
            run(tx, sql, [id.into(), party.0.into(), (*day).into()]).await?
        }
        Step::Signed { signature, .. } => {
            let sql = "UPDATE agreement_party SET number = $3, signer = $4, signer_post = $5, signed_on = $6 \
                       WHERE agreement_id = $1 AND organisation_id = $2 AND signed_on IS NULL";
            let values = [
                id.into(),
                signature.party.0.into(),
                signature.number.as_str().into(),
                signature.signer.as_str().into(),
                signature.signer_post.as_str().into(),
                signature.day.into(),
            ];
            let number_taken = |error| {
                taken(error, "agreement_party_number", "agreement_party.number", "number", &signature.number)
            };
            run(tx, sql, values).await.map_err(number_taken)?
        }
        Step::Ended { day, reason } => {
            let sql = "UPDATE agreement SET ended_on = $2, end_reason = $3, state = 'ended' \
                       WHERE id = $1 AND state = 'signed'";
            run(tx, sql, [id.into(), (*day).into(), reason.as_str().into()]).await?
        }
    };
    ensure_one(touched)?;
    if step.next() != held.state && !matches!(step, Step::Ended { .. }) {
        let sql = "UPDATE agreement SET state = $2 WHERE id = $1 AND state = $3";
        let values = [id.into(), step.next().code().into(), held.state.code().into()];
        ensure_one(run(tx, sql, values).await?)?;
    }
    Ok(())
}

fn ensure_one(touched: u64) -> Result<(), Halt> {
    let check = || {
        ensure!(touched == 1, "an agreement changed although it was held");
        Ok(())
    };
    check().map_err(Halt::Fault)
}

/// Writes a promise under an agreement that is held; answers its code, the agreement's with `-O` and a number.
pub(crate) async fn insert_obligation(
    tx: &DatabaseTransaction,
    held: &AgreementFact,
    new: &NewObligation,
) -> Result<String, Halt> {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM obligation WHERE agreement_id = $1";
    let counted: Option<Count> = one(tx, sql, [held.id.0.into()]).await?;
    let code = format!("{}-O{}", held.code, counted.context("a count answers a row")?.count + 1);
    insert("obligation")
        .set("id", new.id.0)
        .set("code", code.clone())
        .set("agreement_id", held.id.0)
        .set("organisation_id", new.party.0)
        .set("what", new.what.clone())
        .set("unit", new.unit.clone())
        .set("quantity", new.quantity)
        .set("due_on", new.due_on)
        .run(tx)
        .await?;
    Ok(code)
}

pub(crate) async fn insert_delivery(tx: &DatabaseTransaction, new: &NewDelivery) -> Result<(), DbErr> {
    insert("delivery")
        .set("id", new.id)
        .set("obligation_id", new.obligation.0)
        .set("quantity", new.quantity)
        .set("delivered_on", new.day)
        .set("note", new.note.clone())
        .run(tx)
        .await
}

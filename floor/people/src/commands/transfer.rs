// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person goes from one office to another: the stay here ends and the stay there begins in one transaction.

use audit::{Event, Object};
use desk::{Halt, Refusal, Work};
use kernel::day::Day;
use kernel::id::{EpisodeId, OrganisationId, PersonId};
use office::facts::OrganisationFact;
use serde_json::json;
use uuid::Uuid;

use super::hold_living;
use crate::facts::{self, Circumstance};
use crate::register;
use crate::rules::{Charge, may_move};
use crate::store::{self, change};

/// Why somebody moves; codes whose labels are the words `people-transfer-CODE`.
///
/// # Source
/// Practice of the offices: overcrowding, placement by risk, the family's home, a programme, an order of the prosecutor.
pub const REASONS: &[&str] = &["capacity", "placement", "family", "programme", "order", "other"];

/// A transfer.
#[derive(Debug, Clone)]
pub struct Move<'a> {
    pub from: OrganisationId,
    pub to: &'a OrganisationFact,
    /// The register number at the new office, where it is known already.
    pub register: Option<String>,
    pub reason: &'static str,
    pub day: Day,
}

/// Moves a person to another office.
///
/// # Errors
/// `PEOP-08`, `PEOP-09`, `PEOP-13` as `rules::may_move` says, `PEOP-05` when the number is taken there, `PEOP-14` when
/// she has died.
pub async fn transfer(work: &mut Work<'_>, person: PersonId, go: &Move<'_>) -> Result<(), Halt> {
    let person = hold_living(work, person).await?;
    let stays = facts::episodes(&work.tx, person).await?;
    let charge = Charge::of(&go.to.kind);
    let stay = may_move(&stays, (go.from, go.to.id), charge, (go.day, work.desk.today()))?;
    if stays.iter().any(|other| other.ended_on.is_none() && other.office == go.to.id) {
        return Err(Refusal::new("PEOP-09").into());
    }
    if store::end_episode(&work.tx, stay.id, go.day, "transferred").await? != 1 {
        return Err(Refusal::new("PEOP-08").into());
    }
    let begun: EpisodeId = work.desk.fresh_id();
    let new = store::NewEpisode {
        id: begun,
        person,
        office: go.to.id,
        kind: stay.kind,
        register: go.register.as_deref().map(register::canonical),
        register_written: go.register.clone(),
        admitted_on: go.day,
    };
    store::add_episode(&work.tx, new).await.map_err(store::refused)?;
    change::copy_secrets(&work.tx, stay.id, begun).await?;
    let id: Uuid = work.desk.fresh_id();
    change::add_transfer(&work.tx, id, (stay.id, begun), (go.day, go.reason)).await?;
    change::end_absence(&work.tx, person, go.day).await?;
    change::tell(work, person, go.from, (Circumstance::MovedOut, go.day)).await?;
    change::tell(work, person, go.to.id, (Circumstance::MovedIn, go.day)).await?;
    let content =
        json!({ "from": go.from.to_string(), "to": go.to.id.to_string(), "day": go.day.to_string() });
    let event = Event::new("PersonTransferred", Object::new("person", person.0), content)
        .about("organisation", go.from.0)
        .about("organisation", go.to.id.0);
    work.record(event).await
}

/// The new office gives the stay its register number.
///
/// # Errors
/// `PEOP-15` when the stay has a number or none goes on here, `PEOP-05` when the number is taken.
pub async fn number(
    work: &mut Work<'_>,
    person: PersonId,
    office: OrganisationId,
    written: &str,
) -> Result<(), Halt> {
    let person = hold_living(work, person).await?;
    let stays = facts::episodes(&work.tx, person).await?;
    let stay = stays.iter().find(|stay| stay.ended_on.is_none() && stay.office == office);
    let stay = stay.ok_or(Refusal::new("PEOP-08"))?;
    let number = register::canonical(written);
    if !change::number_stay(&work.tx, stay.id, (&number, written)).await.map_err(store::refused)? {
        return Err(Refusal::new("PEOP-15").into());
    }
    let content = json!({ "office": office.to_string() });
    let event =
        Event::new("StayNumbered", Object::new("person", person.0), content).about("organisation", office.0);
    work.record(event).await
}

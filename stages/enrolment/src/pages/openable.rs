// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whose pages a reader may open: a name stays on a list after its person has gone where the reader cannot follow.

use access::{Act, Target};
use desk::Desk;
use kernel::id::PersonId;
use programme::facts::BatchFact;
use std::collections::HashSet;
use store::DbErr;

use crate::facts::{self, SeatFact};
use crate::state::SeatState;

/// Those of `people` whose page the reader may open: of the offices in charge of each, and of everybody who reaches the batch
/// for those who sit in it.
pub async fn openable(
    desk: &Desk,
    batch: &BatchFact,
    people: &[PersonId],
) -> Result<HashSet<PersonId>, DbErr> {
    let on = desk.house.db.read();
    let stays = people::facts::episodes_of(on, people).await?;
    let seats: Vec<SeatFact> = facts::seats(on, batch.id).await?;
    let sits =
        |person: PersonId| seats.iter().any(|seat| seat.person == person && seat.state != SeatState::Left);
    let may_open = |person: &PersonId| {
        let owners = people::facts::offices_in_charge(stays.get(person).map_or(&[][..], Vec::as_slice));
        let target = match sits(*person) {
            true => Target { owners, ..batch.target() },
            false => Target { owners, ..Target::default() },
        };
        desk.may(Act::PersonRead, &target)
    };
    Ok(people.iter().copied().filter(may_open).collect())
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What lies within a person's reach, and where things are found: addresses come from the rooms' own declarations.

use access::{Act, Scope};
use desk::Desk;
use programme::facts::BatchFact;
use store::DbErr;

use crate::rooms;

/// The address of an action or page, its `{parts}` filled in order; none where no room offers it.
pub fn address(name: &str, parts: &[&str]) -> Option<String> {
    let action = rooms::actions().into_iter().find(|action| action.name == name).map(|action| action.path);
    let path =
        action.or_else(|| rooms::pages().into_iter().find(|page| page.name == name).map(|page| page.path))?;
    Some(filled(path, parts))
}

fn filled(path: &str, parts: &[&str]) -> String {
    let mut pieces = path.split('{');
    let mut address = pieces.next().unwrap_or_default().to_owned();
    for (piece, part) in pieces.zip(parts) {
        address.push_str(part);
        address.push_str(piece.split_once('}').map_or("", |(_, rest)| rest));
    }
    address
}

/// The batches an act reaches: those of the own office, those under agreements whose grants hold now, and those whose
/// certificates the own organisation issues or whose assessors it sends.
/// Whoever may do the act anywhere has no batches of her own to be told about.
pub async fn batches(desk: &Desk, act: Act) -> Result<Vec<BatchFact>, DbErr> {
    let on = desk.house.db.read();
    let scope = access::scope(&desk.actor, act, desk.now);
    let Scope { owner, ref agreements, addressed, assigned, .. } = scope;
    let mut found: Vec<BatchFact> = Vec::new();
    if let Some(owner) = owner {
        found.extend(programme::facts::batches_of_host(on, owner).await?);
    }
    for agreement in agreements {
        for batch in programme::facts::batches_under(on, *agreement).await? {
            if !found.iter().any(|known| known.id == batch.id) {
                found.push(batch);
            }
        }
    }
    if let Some(own) = desk.actor.office_id().filter(|_| addressed.is_some() || assigned.is_some()) {
        for batch in programme::facts::batches_addressed_to(on, own).await? {
            if !found.iter().any(|known| known.id == batch.id) && scope.admits(&batch.target()) {
                found.push(batch);
            }
        }
    }
    found.sort_by(|one, other| (one.starts_on, &one.code).cmp(&(other.starts_on, &other.code)));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_path_are_filled_in_order() {
        assert_eq!(filled("/batches/{batch}/ledger/{person}", &["ROTI-1", "p"]), "/batches/ROTI-1/ledger/p");
        assert_eq!(filled("/handovers", &[]), "/handovers");
    }

    #[test]
    fn what_no_room_offers_has_no_address() {
        assert_eq!(address("batch forget", &["ROTI-1"]), None);
        assert_eq!(address("person release", &["p"]).as_deref(), Some("/people/p/release"));
    }
}

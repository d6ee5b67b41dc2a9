// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Places in the lists that tell everyone which certificates no longer hold: drawn by lot before a certificate is signed, and
//! shared by all issuers, so that a place tells neither when, nor by whom, nor for whom.

use std::collections::HashSet;

use chrono::TimeDelta;
use credential::BadgeStatus;
use credential::register::RegisterLists;
use credential::status::{LEAST_ENTRIES, REVOCATION, SUSPENSION, StatusList};
use desk::{Desk, Halt};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, many, one, rows, run};
use uuid::Uuid;

use crate::signer;

/// Places drawn of one list before the next is begun; the table has the same bound.
///
/// # Source
/// Product decision: half of the least that a list holds, so that every second draw finds a free place at worst.
const MOST_DRAWN: usize = LEAST_ENTRIES / 2;

/// Places of which it is asked at once whether they are taken.
const ASKED_AT_ONCE: usize = 200;

/// How long a copy of a list is worth anything.
///
/// # Source
/// Product decision: an office without a network fetches the lists at least every fortnight.
pub const HOLDS: TimeDelta = TimeDelta::days(14);

/// The path of a list below the public base.
pub const PATH: &str = "/c/status/{list}/{purpose}";

/// Where a certificate is found in the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub list: i64,
    pub index: u32,
}

impl Place {
    /// What the certificate says of it; `public_base` without a slash at the end.
    pub fn written(self, public_base: &str) -> BadgeStatus {
        BadgeStatus {
            revocation_list: address(public_base, self.list, REVOCATION),
            suspension_list: address(public_base, self.list, SUSPENSION),
            index: self.index,
        }
    }
}

/// Where a list is published.
pub fn address(public_base: &str, list: i64, purpose: &str) -> String {
    format!("{}/c/status/{list}/{purpose}", public_base.trim_end_matches('/'))
}

/// The number of the list that is published at an address, wherever the register is.
pub fn list_of(address: &str) -> Option<i64> {
    let (_, rest) = address.rsplit_once("/c/status/")?;
    rest.split('/').next()?.parse().ok()
}

/// Draws a place for each credential, and keeps it before anything is signed: a place that was drawn and then not used is
/// never drawn again, and tells nothing.
///
/// # Errors
/// The database failed.
pub async fn draw(desk: &Desk, credentials: &[Uuid]) -> Result<Vec<Place>, Halt> {
    signer::stand_by(desk).await?;
    let tx = desk.house.db.begin().await?;
    let mut places = Vec::with_capacity(credentials.len());
    while places.len() < credentials.len() {
        let (list, drawn) = current(&tx).await?;
        let count = (credentials.len() - places.len()).min(MOST_DRAWN.saturating_sub(drawn));
        if count == 0 {
            // Somebody else may begin it at the same moment; then it is theirs and ours.
            let sql =
                "INSERT INTO status_list (number, drawn) VALUES ($1, 0) ON CONFLICT (number) DO NOTHING";
            run(&tx, sql, [(list + 1).into()]).await?;
            continue;
        }
        let mut kept = many("status_place", ["list_number", "place", "credential_id"]);
        let drawn = free(desk, &tx, list, count).await?;
        for (credential, index) in credentials[places.len()..].iter().zip(drawn) {
            places.push(Place { list, index });
            kept.push([list.into(), i64::from(index).into(), format!("urn:uuid:{credential}").into()]);
        }
        kept.run(&tx).await?;
        let sql = "UPDATE status_list SET drawn = drawn + $2 WHERE number = $1";
        run(&tx, sql, [list.into(), i64::try_from(count).unwrap_or(i64::MAX).into()]).await?;
    }
    tx.commit().await?;
    Ok(places)
}

/// The list in use, held until the transaction ends, and how many of its places were drawn; 0 before there is any.
async fn current(tx: &DatabaseTransaction) -> Result<(i64, usize), DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        number: i64,
        drawn: i64,
    }
    let sql = "UPDATE status_list SET drawn = drawn WHERE number = (SELECT MAX(number) FROM status_list) \
               RETURNING number, drawn";
    let found: Option<Row> = one(tx, sql, []).await?;
    Ok(found.map_or((0, MOST_DRAWN), |row| (row.number, usize::try_from(row.drawn).unwrap_or(MOST_DRAWN))))
}

#[derive(FromQueryResult)]
struct PlaceRow {
    place: i64,
}

/// Places that nobody has; every place of the list is as likely.
async fn free(desk: &Desk, tx: &DatabaseTransaction, list: i64, count: usize) -> Result<Vec<u32>, DbErr> {
    let entries = u32::try_from(LEAST_ENTRIES).unwrap_or(u32::MAX);
    let mut found: Vec<u32> = Vec::with_capacity(count);
    while found.len() < count {
        let mut drawn: Vec<u32> = Vec::new();
        while drawn.len() < (count - found.len()).min(ASKED_AT_ONCE) {
            let place = u32::from_be_bytes(desk.dice.bytes()) % entries;
            if !drawn.contains(&place) && !found.contains(&place) {
                drawn.push(place);
            }
        }
        let taken = taken(tx, list, &drawn).await?;
        found.extend(drawn.into_iter().filter(|place| !taken.contains(place)));
    }
    Ok(found)
}

/// Which of these places somebody has.
async fn taken(tx: &DatabaseTransaction, list: i64, drawn: &[u32]) -> Result<HashSet<u32>, DbErr> {
    let marks: Vec<String> = (0..drawn.len()).map(|place| format!("${}", place + 2)).collect();
    let sql =
        format!("SELECT place FROM status_place WHERE list_number = $1 AND place IN ({})", marks.join(", "));
    let values = std::iter::once(list.into()).chain(drawn.iter().map(|place| i64::from(*place).into()));
    let found: Vec<PlaceRow> = rows(tx, &sql, values.collect::<Vec<store::Value>>()).await?;
    Ok(found.into_iter().filter_map(|row| u32::try_from(row.place).ok()).collect())
}

/// The list as it stands; nothing where there is no such list or purpose.
pub async fn list<C: ConnectionTrait>(
    on: &C,
    number: i64,
    purpose: &str,
) -> Result<Option<StatusList>, DbErr> {
    let known: Option<PlaceRow> =
        one(on, "SELECT number AS place FROM status_list WHERE number = $1", [number.into()]).await?;
    let set = match purpose {
        REVOCATION => "JOIN revocation r ON r.certificate_id = c.id",
        SUSPENSION => {
            "JOIN suspension s ON s.certificate_id = c.id AND NOT EXISTS (SELECT 1 FROM suspension_lift l \
             WHERE l.certificate_id = s.certificate_id AND l.turn = s.turn)"
        }
        _ => return Ok(None),
    };
    if known.is_none() {
        return Ok(None);
    }
    let sql = format!(
        "SELECT p.place FROM status_place p JOIN certificate c ON c.credential_id = p.credential_id {set} \
         WHERE p.list_number = $1 ORDER BY p.place"
    );
    let mut list = StatusList::default();
    for row in rows::<PlaceRow, _>(on, &sql, [number.into()]).await? {
        let place = usize::try_from(row.place).map_err(|error| DbErr::Type(error.to_string()))?;
        list.set(place, true).map_err(|problem| DbErr::Type(format!("{problem:?}")))?;
    }
    Ok(Some(list))
}

/// Every list, as the register's file holds them.
pub async fn all<C: ConnectionTrait>(on: &C) -> Result<Vec<RegisterLists>, DbErr> {
    let numbers: Vec<PlaceRow> =
        rows(on, "SELECT number AS place FROM status_list ORDER BY number", []).await?;
    let mut all = Vec::with_capacity(numbers.len());
    for PlaceRow { place: number } in numbers {
        let (revocation, suspension) =
            (list(on, number, REVOCATION).await?, list(on, number, SUSPENSION).await?);
        if let (Some(revocation), Some(suspension), Ok(number)) = (revocation, suspension, number.try_into())
        {
            all.push(RegisterLists { number, revocation, suspension });
        }
    }
    Ok(all)
}

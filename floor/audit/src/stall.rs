// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Since when the log cannot be carried out of the database. It is remembered in the database itself, so that every process and
//! every page knows it; nothing is written while nothing changes.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use store::{ConnectionTrait, Db, DbErr, FromQueryResult, rows, run};

use crate::{Anchored, Log};

/// So often it is noted that a folder still fails.
const SEEN_AGAIN: TimeDelta = TimeDelta::minutes(1);
/// After so long without a try, a folder that nobody here keeps is forgotten.
const FORGOTTEN: TimeDelta = TimeDelta::minutes(10);

/// A folder that cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Stall {
    pub folder: String,
    pub since: DateTime<Utc>,
    pub seen: DateTime<Utc>,
    pub why: String,
    /// Longer than the installation puts up with.
    pub is_long: bool,
}

/// Every folder that cannot be written, the longest first.
///
/// # Errors
/// The database failed.
pub async fn stalls<C: ConnectionTrait>(on: &C) -> Result<Vec<Stall>, DbErr> {
    rows(on, "SELECT folder, since, seen, why, is_long FROM audit_stall ORDER BY since, folder", []).await
}

impl Log {
    /// Notes which folders failed just now, and forgets those that did not.
    pub(crate) async fn note_stalls(
        &self,
        db: &Db,
        anchored: &Anchored,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let known = stalls(db.read()).await?;
        let name = |folder: &Path| folder.to_string_lossy().into_owned();
        for (folder, why) in &anchored.failed {
            let old = known.iter().find(|stall| stall.folder == name(folder));
            let since = old.map_or(now, |stall| stall.since);
            let is_long = now - since >= self.patience;
            if old.is_some_and(|stall| stall.is_long == is_long && now - stall.seen < SEEN_AGAIN) {
                continue;
            }
            let sql = "INSERT INTO audit_stall (folder, since, seen, why, is_long) VALUES ($1, $2, $3, $4, $5) \
                       ON CONFLICT (folder) DO UPDATE SET seen = $3, is_long = $5";
            let values = [name(folder).into(), since.into(), now.into(), why.clone().into(), is_long.into()];
            run(db.writer(), sql, values).await?;
        }
        let is_over = |stall: &&Stall| {
            let is_own = self.shelves.iter().any(|shelf| name(shelf.folder()) == stall.folder);
            let has_failed = anchored.failed.iter().any(|(folder, _)| name(folder) == stall.folder);
            // A folder of nobody's any more stalls nothing; another machine's is its own to try.
            if is_own { !has_failed } else { now - stall.seen > FORGOTTEN }
        };
        for stall in known.iter().filter(is_over) {
            run(db.writer(), "DELETE FROM audit_stall WHERE folder = $1", [stall.folder.clone().into()])
                .await?;
        }
        Ok(())
    }
}

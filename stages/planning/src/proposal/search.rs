// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Thorough searches: which job searches for which office, and whether somebody wants the best it has.

use kernel::id::{JobId, OrganisationId};
use store::{ConnectionTrait, DbErr, FromQueryResult, insert, one, run};
use uuid::Uuid;

/// A thorough search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchFact {
    pub job: JobId,
    pub host: OrganisationId,
    /// What its proposal will be called.
    pub code: String,
    /// Somebody asked it to end and to keep the best it has.
    pub is_keep_asked: bool,
}

#[derive(FromQueryResult)]
struct Row {
    job_id: Uuid,
    host_id: Uuid,
    code: String,
    keep_asked: bool,
}

/// Writes a search that has just been asked for.
pub async fn keep_search<C: ConnectionTrait>(
    on: &C,
    job: JobId,
    host: OrganisationId,
    code: &str,
) -> Result<(), DbErr> {
    let row = insert("proposal_search").set("job_id", job.0).set("host_id", host.0);
    row.set("code", code.to_owned()).set("keep_asked", false).run(on).await
}

pub async fn search_of_job<C: ConnectionTrait>(on: &C, job: JobId) -> Result<Option<SearchFact>, DbErr> {
    let sql = "SELECT job_id, host_id, code, keep_asked FROM proposal_search WHERE job_id = $1";
    let found: Option<Row> = one(on, sql, [job.0.into()]).await?;
    Ok(found.map(|row| SearchFact {
        job: JobId(row.job_id),
        host: OrganisationId(row.host_id),
        code: row.code,
        is_keep_asked: row.keep_asked,
    }))
}

/// Notes the wish that a search ends with the best it has; false where somebody noted it before.
pub async fn ask_to_keep<C: ConnectionTrait>(on: &C, job: JobId) -> Result<bool, DbErr> {
    let sql = "UPDATE proposal_search SET keep_asked = TRUE WHERE job_id = $1 AND keep_asked = FALSE";
    Ok(run(on, sql, [job.0.into()]).await? == 1)
}

/// Whether a search should end.
pub async fn is_keep_asked<C: ConnectionTrait>(on: &C, job: JobId) -> Result<bool, DbErr> {
    Ok(search_of_job(on, job).await?.is_some_and(|search| search.is_keep_asked))
}

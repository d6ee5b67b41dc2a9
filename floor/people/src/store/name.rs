// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Names that were put right.

use ::store::{DbErr, FromQueryResult, insert, one, run};
use desk::Work;
use kernel::id::PersonId;
use kernel::name::PersonName;

use super::change;

/// What is put right, why, and by which paper.
pub(crate) struct Correction<'c> {
    pub person: PersonId,
    pub old: &'c str,
    pub new: &'c PersonName,
    pub reason: &'c str,
    pub document: &'c str,
}

/// Puts a name right and keeps the old one as an alias; false where somebody else put it right meanwhile.
pub(crate) async fn correct(work: &Work<'_>, of: &Correction<'_>) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        turns: i64,
        name: String,
        name_key: String,
    }
    if change::hold(&work.tx, of.person).await? != Some(of.person) {
        return Ok(false);
    }
    let sql = "SELECT p.name, p.name_key, (SELECT CAST(COUNT(*) AS BIGINT) FROM name_correction c \
               WHERE c.person_id = p.id) AS turns FROM person p WHERE p.id = $1";
    let before: Option<Row> = one(&work.tx, sql, [of.person.0.into()]).await?;
    let Some(before) = before.filter(|row| row.name == of.old) else { return Ok(false) };
    insert("name_correction")
        .set("person_id", of.person.0)
        .set("turn", before.turns + 1)
        .set("old_name", of.old)
        .set("new_name", of.new.as_str())
        .set("reason", of.reason)
        .set("document", of.document)
        .set("day", work.desk.today())
        .set("account_id", work.desk.actor.account.map(|account| account.0))
        .set("account_name", work.desk.actor.name.clone())
        .run(&work.tx)
        .await?;
    let key = of.new.compare_key();
    let sql = "UPDATE person SET name = $2, name_key = $3 WHERE id = $1 AND name = $4";
    let values = [of.person.0.into(), of.new.as_str().into(), key.clone().into(), of.old.into()];
    if run(&work.tx, sql, values).await? != 1 {
        return Ok(false);
    }
    // Whoever looks for her by the old name still finds her, also where both sound alike.
    if before.name_key != key {
        let sql =
            "INSERT INTO person_alias (person_id, name, name_key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        run(&work.tx, sql, [of.person.0.into(), of.old.into(), before.name_key.into()]).await?;
    }
    Ok(true)
}

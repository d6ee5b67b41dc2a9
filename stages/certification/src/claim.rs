// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The code with which a holder fetches the files of her certificate outside, without an account: drawn, printed on a slip,
//! found again by its keyed hash.

use access::Actor;
use anyhow::Context;
use desk::{Desk, Halt};
use kernel::day::Day;
use kernel::id::CertificateId;
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, one, run};
use uuid::Uuid;

/// Days a code is good for, unless the office says otherwise.
///
/// # Source
/// Product decision: whoever is released needs a telephone and a quiet hour first; a year leaves room for both.
pub const USUAL_DAYS: i64 = 365;
/// # Source
/// Product decision: a slip that opens a certificate for longer is better made anew.
pub const MOST_DAYS: i64 = 730;

/// Letters and dashes of a code: sixteen letters of five bits, more than a certificate's number has, so that the two are told apart.
///
/// # Source
/// Product decision: 80 random bits cannot be guessed at any speed a server answers with.
const LENGTH: usize = 19;
const PURPOSE: &str = "claim code";

/// A code in the clear: for a slip, for its holder, and nowhere else.
pub struct Code(String);

impl Code {
    pub fn fresh(desk: &Desk) -> Self {
        Self(kernel::number::readable(&desk.dice.bytes::<10>()))
    }

    /// For the slip.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// What somebody typed into the field for a code.
pub enum Typed {
    Code(Code),
    /// As long as a certificate's number.
    Number,
    Other,
}

/// Reads a typed code.
pub fn typed(text: &str) -> Typed {
    match kernel::number::normalise(text) {
        Some(letters) if letters.len() == LENGTH => Typed::Code(Code(letters)),
        Some(letters) if letters.len() == 14 => Typed::Number,
        Some(_) | None => Typed::Other,
    }
}

/// The newest code of a certificate.
pub struct Claim {
    pub turn: i64,
    pub until: Day,
    /// When files were first fetched with it.
    pub taken_on: Option<Day>,
    pub code: Code,
}

/// The newest code of a certificate, run out or not.
pub async fn latest(desk: &Desk, certificate: CertificateId) -> Result<Option<Claim>, Halt> {
    #[derive(FromQueryResult)]
    struct Row {
        turn: i64,
        until: Day,
        taken_on: Option<Day>,
        code_sealed: Vec<u8>,
    }
    let sql = "SELECT c.turn, c.until, t.day AS taken_on, c.code_sealed FROM claim_code c \
               LEFT JOIN claim_taken t ON t.certificate_id = c.certificate_id AND t.turn = c.turn \
               WHERE c.certificate_id = $1 ORDER BY c.turn DESC LIMIT 1";
    let found: Option<Row> = one(desk.house.db.read(), sql, [certificate.0.into()]).await?;
    let Some(row) = found else { return Ok(None) };
    let opened = desk.house.secrets.open(PURPOSE, &row.code_sealed)?;
    let code = Code(String::from_utf8(opened).context("a sealed code is letters")?);
    Ok(Some(Claim { turn: row.turn, until: row.until, taken_on: row.taken_on, code }))
}

/// What a code opens.
pub struct Opened {
    pub certificate: CertificateId,
    pub turn: i64,
    pub until: Day,
}

/// The certificate that a code opens today; nothing where nobody has made it, it has run out, or a newer one was made.
pub async fn opened(desk: &Desk, code: &Code, today: Day) -> Result<Option<Opened>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        certificate_id: Uuid,
        turn: i64,
        until: Day,
    }
    let sql = "SELECT c.certificate_id, c.turn, c.until FROM claim_code c WHERE c.code_hash = $1 AND $2 BETWEEN c.made_on AND c.until \
               AND c.turn = (SELECT MAX(x.turn) FROM claim_code x WHERE x.certificate_id = c.certificate_id)";
    let hash = desk.house.secrets.keyed_hash(PURPOSE, code.0.as_bytes());
    let found: Option<Row> = one(desk.house.db.read(), sql, [hash.into(), today.into()]).await?;
    let of = |row: Row| Opened {
        certificate: CertificateId(row.certificate_id),
        turn: row.turn,
        until: row.until,
    };
    Ok(found.map(of))
}

/// A code about to be stored.
pub struct NewClaim<'n> {
    pub certificate: CertificateId,
    pub turn: i64,
    pub code: &'n Code,
    pub until: Day,
}

/// Stores a code, sealed; the one before ends with it.
pub async fn keep(
    tx: &DatabaseTransaction,
    desk: &Desk,
    new: &NewClaim<'_>,
    by: &Actor,
) -> Result<(), DbErr> {
    let letters = new.code.0.as_bytes();
    insert("claim_code")
        .set("certificate_id", new.certificate.0)
        .set("turn", new.turn)
        .set("code_hash", desk.house.secrets.keyed_hash(PURPOSE, letters))
        .set("code_sealed", desk.house.secrets.seal(PURPOSE, letters, desk.dice.bytes()))
        .set("made_on", desk.today())
        .set("until", new.until)
        .set("account_id", by.account.map(|account| account.0))
        .set("account_name", by.name.clone())
        .run(tx)
        .await
}

/// Notes that files were fetched with a code; answers whether this was the first time.
pub async fn take<C: ConnectionTrait>(on: &C, opened: &Opened, day: Day) -> Result<bool, DbErr> {
    let sql = "INSERT INTO claim_taken (certificate_id, turn, day) VALUES ($1, $2, $3) ON CONFLICT (certificate_id, turn) DO NOTHING";
    Ok(run(on, sql, [opened.certificate.0.into(), opened.turn.into(), day.into()]).await? == 1)
}

/// Whether files were fetched with it before; asked of the readers first, so that fetching again writes nothing.
pub async fn is_taken<C: ConnectionTrait>(on: &C, opened: &Opened) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        #[expect(dead_code, reason = "only whether there is a row matters")]
        turn: i64,
    }
    let sql = "SELECT turn FROM claim_taken WHERE certificate_id = $1 AND turn = $2";
    let found: Option<Row> = one(on, sql, [opened.certificate.0.into(), opened.turn.into()]).await?;
    Ok(found.is_some())
}

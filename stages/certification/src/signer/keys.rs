// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The signing key of an issuer: made at its first certificate, kept sealed, shared by all its learners. And the key of the
//! register itself, which signs lists alone. Nothing outside the signer can open either.

use anyhow::{Context, anyhow};
use credential::IssuerKey;
use desk::{Desk, Halt, Work};
use kernel::id::OrganisationId;
use store::{ConnectionTrait, DbErr, FromQueryResult, one, run};

use super::authority::{AtHand, Authority};

const PURPOSE: &str = "issuer-key";
const REGISTER: &str = "register-key";

#[derive(FromQueryResult)]
struct Row {
    did: String,
    sealed_seed: Vec<u8>,
}

/// Whoever signs for an issuer: a key at hand.
///
/// # Errors
/// The stored key does not open with this installation's master key.
pub(super) async fn of_issuer(desk: &Desk, issuer: OrganisationId) -> Result<Box<dyn Authority>, Halt> {
    Ok(Box::new(AtHand::new(issuer_key(desk, issuer).await?)))
}

/// The issuer's key; where there is none yet, one is made.
///
/// It is stored before it signs anything, so that of two makers at the same moment one key remains for both.
///
/// # Errors
/// The stored key does not open with this installation's master key.
async fn issuer_key(desk: &Desk, issuer: OrganisationId) -> Result<IssuerKey, Halt> {
    if let Some(row) = read(desk.house.db.read(), issuer).await? {
        return Ok(open(desk, PURPOSE, &row)?);
    }
    let seed: [u8; 32] = desk.dice.bytes();
    let sealed = desk.house.secrets.seal(PURPOSE, &seed, desk.dice.bytes());
    let did = IssuerKey::from_seed(seed).did();
    let tx = desk.house.db.begin().await?;
    let sql = "INSERT INTO issuer_key (organisation_id, did, sealed_seed) VALUES ($1, $2, $3) ON CONFLICT (organisation_id) DO NOTHING";
    run(&tx, sql, [issuer.0.into(), did.into(), sealed.into()]).await?;
    let row = read(&tx, issuer).await?;
    tx.commit().await?;
    let row = row.context("the issuer's key was written and is not there")?;
    Ok(open(desk, PURPOSE, &row)?)
}

/// Puts a new key in the place of one that was retired, whose seed is gone with it; answers the new name.
///
/// # Errors
/// The tables do not know the old one as retired.
pub(super) async fn succeed(work: &Work<'_>, issuer: OrganisationId) -> Result<String, DbErr> {
    let desk = work.desk;
    let seed: [u8; 32] = desk.dice.bytes();
    let sealed = desk.house.secrets.seal(PURPOSE, &seed, desk.dice.bytes());
    let did = IssuerKey::from_seed(seed).did();
    let sql = "UPDATE issuer_key SET did = $2, sealed_seed = $3 WHERE organisation_id = $1";
    run(&work.tx, sql, [issuer.0.into(), did.clone().into(), sealed.into()]).await?;
    Ok(did)
}

/// The key of the register; where there is none yet, one is made, as for an issuer.
///
/// # Errors
/// The stored key does not open with this installation's master key.
pub(super) async fn register_key(desk: &Desk) -> Result<IssuerKey, Halt> {
    const SQL: &str = "SELECT did, sealed_seed FROM register_key WHERE one = 1";
    if let Some(row) = one::<Row, _>(desk.house.db.read(), SQL, []).await? {
        return Ok(open(desk, REGISTER, &row)?);
    }
    let seed: [u8; 32] = desk.dice.bytes();
    let sealed = desk.house.secrets.seal(REGISTER, &seed, desk.dice.bytes());
    let did = IssuerKey::from_seed(seed).did();
    let tx = desk.house.db.begin().await?;
    let sql =
        "INSERT INTO register_key (one, did, sealed_seed) VALUES (1, $1, $2) ON CONFLICT (one) DO NOTHING";
    run(&tx, sql, [did.into(), sealed.into()]).await?;
    let row: Option<Row> = one(&tx, SQL, []).await?;
    tx.commit().await?;
    Ok(open(desk, REGISTER, &row.context("the register's key was written and is not there")?)?)
}

async fn read<C: ConnectionTrait>(on: &C, issuer: OrganisationId) -> Result<Option<Row>, DbErr> {
    one(on, "SELECT did, sealed_seed FROM issuer_key WHERE organisation_id = $1", [issuer.0.into()]).await
}

fn open(desk: &Desk, purpose: &str, row: &Row) -> anyhow::Result<IssuerKey> {
    let seed = desk.house.secrets.open(purpose, &row.sealed_seed)?;
    let seed: [u8; 32] = seed.try_into().map_err(|_| anyhow!("the seed of {} is not 32 bytes", row.did))?;
    let key = IssuerKey::from_seed(seed);
    anyhow::ensure!(key.did() == row.did, "the seed stored for {} belongs to another", row.did);
    Ok(key)
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the register itself signs: its file and the lists of what no longer holds. The stop switch of an issuer does not hold
//! them back, for through them everyone learns that something no longer holds.

use anyhow::anyhow;
use chrono::SecondsFormat;
use credential::general;
use credential::register::Register;
use credential::status::{StatusList, StatusListFacts, unsigned_credential};
use desk::{Desk, Halt};

use super::keys::register_key;

/// Makes the register's key where there is none, so that of two makers at the same moment one key remains.
///
/// # Errors
/// The stored key does not open with this installation's master key.
pub async fn stand_by(desk: &Desk) -> Result<(), Halt> {
    register_key(desk).await.map(|_| ())
}

/// The register's file.
///
/// # Errors
/// As [`stand_by`].
pub async fn sealed_register(desk: &Desk, register: &Register) -> Result<String, Halt> {
    Ok(register.seal(&register_key(desk).await?))
}

/// A list as a credential; the register signs it as the issuer of the list, whatever `facts` says.
///
/// # Errors
/// As [`stand_by`]; or the list cannot be signed.
pub async fn signed_list(
    desk: &Desk,
    list: &StatusList,
    facts: &StatusListFacts<'_>,
) -> Result<String, Halt> {
    let key = register_key(desk).await?;
    let did = key.did();
    let facts = StatusListFacts { issuer: &did, ..*facts };
    let created = facts.valid_from.to_rfc3339_opts(SecondsFormat::Secs, true);
    let options = general::ProofOptions::assertion(general::Cryptosuite::Rdfc, created);
    let signed = general::issue(&unsigned_credential(list, &facts), &key, &options)
        .map_err(|problems| anyhow!("the list cannot be signed: {problems:?}"))?;
    Ok(signed.to_string())
}

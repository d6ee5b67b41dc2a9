// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Recovery codes: ten at a time, each good for one sign-in without the authenticator, shown once.

use access::{Act, RECOVERY_CODES, totp};
use desk::{Action, Desk, Done, Halt, Prepared, Refusal, Say, Work};
use kernel::id::AccountId;
use serde_json::json;

use crate::actions::{allow_own, own_event};
use crate::once;

pub const MAKE: Action = Action {
    name: "recovery-codes make",
    path: "/account/recovery-codes",
    act: Act::AccountProtect,
    room: "office",
    fields: &[],
    open: |desk, _| Box::pin(open(desk)),
    run: |desk, _| Box::pin(run(desk)),
};

/// Puts ten new codes in place of those before, and answers them for the one time they are shown.
///
/// # Shape
/// Eighty random bits in base32: four groups of four letters and digits.
pub(super) async fn fresh(desk: &Desk, work: &Work<'_>, account: AccountId) -> Result<Vec<String>, Halt> {
    let codes: Vec<String> =
        (0..RECOVERY_CODES).map(|_| totp::grouped(&desk.dice.bytes::<10>()).replace(' ', "-")).collect();
    let hashes = codes.iter().map(|code| desk::recovery_hash(&desk.house.secrets, account, code)).collect();
    access::set_recovery_codes(&work.tx, account, hashes, desk.now).await?;
    Ok(codes)
}

async fn open(desk: &Desk) -> Result<Prepared, Halt> {
    let account = allow_own(desk, Act::AccountProtect)?;
    access::confirmed_factor(desk.house.db.read(), account).await?.ok_or(Refusal::new("OFFC-04"))?;
    Ok(Prepared::about("", "/account"))
}

async fn run(desk: &Desk) -> Result<Done, Halt> {
    let account = allow_own(desk, Act::AccountProtect)?;
    let mut work = desk.begin("recovery-codes make").await?;
    access::confirmed_factor(&work.tx, account).await?.ok_or(Refusal::new("OFFC-04"))?;
    let codes = fresh(desk, &work, account).await?;
    work.record(own_event("RecoveryCodesMade", account, json!({ "count": codes.len() }))).await?;
    let done = Done::new("/account", Say::new("office-recovery-made"));
    work.commit(done.showing_once(once::recovery_codes(desk, &codes)?)).await
}

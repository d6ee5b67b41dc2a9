// SPDX-License-Identifier: Apache-2.0 OR MIT
//! That the own office's key signs nothing now, for those who may see its signer.

use access::{Act, Target};
use certification::facts::SigningShut;
use desk::{Desk, Halt};

use super::waiting::{Urgency, Waiting, line};

/// At most one line.
pub async fn waiting(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    if !desk.may(Act::CertificateSigner, &Target::of(own)) {
        return Ok(Vec::new());
    }
    let shut = certification::facts::signing_shut(desk.house.db.read(), own, desk.now).await?;
    let (key, detail) = match shut {
        Some(SigningShut::Stopped) => ("signing-stopped", String::new()),
        Some(SigningShut::Stalled) => ("signing-stalled", desk.teller().say("home-signing-stalled-detail")),
        None => return Ok(Vec::new()),
    };
    let found = line(desk, Urgency::Now, (key, ""), ("certificate signers", &[]));
    Ok(found.map(|line| line.detail(detail)).into_iter().collect())
}

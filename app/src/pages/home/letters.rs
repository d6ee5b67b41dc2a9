// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Letters of acknowledgement that the head of a foundation can issue: a mentor confirmed, nothing is issued yet.

use access::{Act, Target};
use desk::{Desk, Halt};

use super::waiting::{Urgency, Waiting, line};

/// The batch whose first confirmation is the oldest comes first.
pub async fn waiting(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let Some(own) = desk.actor.office_id() else { return Ok(Vec::new()) };
    if !desk.may(Act::CertificateAcknowledge, &Target::of(own)) {
        return Ok(Vec::new());
    }
    let on = desk.house.db.read();
    let mut lines = Vec::new();
    for (id, count) in certification::facts::acknowledgements_waiting(on, own).await? {
        let Some(batch) = programme::facts::batch(on, id).await? else { continue };
        let found =
            line(desk, Urgency::Soon, ("letters", &batch.title), ("certificate acknowledge", &[&batch.code]));
        let detail = desk.teller().with("home-letters-count", "count", count);
        lines.extend(found.map(|line| line.detail(detail)));
    }
    Ok(lines)
}

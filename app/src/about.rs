// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whose a batch or an agreement is, for the ways onward from any page about it: only those are offered that would open.

use access::{Act, Target};
use desk::{Desk, Future, Halt};
use web::About;

/// What the first two parts of an address name; nothing for what has no ways of its own.
pub(crate) fn find<'a>(
    desk: &'a Desk,
    kind: &'a str,
    code: &'a str,
) -> Future<'a, Result<Option<About>, Halt>> {
    Box::pin(async move {
        let on = desk.house.db.read();
        Ok(match kind {
            "batches" => programme::facts::batch_by_code(on, code).await?.map(|batch| About {
                target: batch.target(),
                of_acts: vec![(Act::CertificateIssue, certification::facts::issuer_target(&batch))],
            }),
            "agreements" => partnership::facts::agreement_by_code(on, code).await?.map(|agreement| About {
                target: agreement.target(),
                of_acts: vec![(Act::ReportWrite, Target::of(agreement.host))],
            }),
            _ => None,
        })
    })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the door tells this room when another one has recorded something.

use desk::{Halt, Refusal, Work};

use crate::accompaniment::{self, Accompaniment};

/// A mentor confirmed whom she accompanied; the foundation can acknowledge it now.
///
/// # Errors
/// `CERT-16` where it was confirmed before, `CERT-08` where the training is not complete any more.
pub async fn accompanied(work: &mut Work<'_>, new: &Accompaniment) -> Result<(), Halt> {
    accompaniment::keep(&work.tx, new).await.map_err(|error| match store::violation(&error) {
        Some(found) if found.is("accompaniment_once", "accompaniment.") => Refusal::new("CERT-16").into(),
        Some(found) if found.name.contains("accompaniment_") => Refusal::new("CERT-08").into(),
        Some(_) | None => Halt::from(error),
    })
}

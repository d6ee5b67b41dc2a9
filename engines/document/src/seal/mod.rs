// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Seals a finished paper: an electronic signature of the issuing body inside the PDF, PAdES baseline B-B. The page stays as it
//! was set, byte for byte; the seal is appended. Whose key signs is not decided here.

mod cms;
mod key;
mod place;

use chrono::NaiveDate;

pub use cms::KeySealer;
pub use key::SealKey;
pub use place::{SealPlace, prepare};

use crate::{DocumentProblem, Paper};

/// Who gives a seal: from the bytes it is to cover to a finished CMS signature.
///
/// A key at hand is an [`KeySealer`]. A certification authority that signs at its own place takes a digest and gives back
/// CMS after a while; whoever calls it goes by [`prepare`] and [`SealPlace::close`] instead, and waits in between.
pub trait Sealer {
    /// # Units
    /// Bytes kept free in the file; no seal of this sealer may be longer.
    fn room(&self) -> usize;

    /// The DER of a detached CMS `SignedData` with one signer over `covered`, read one after the other.
    ///
    /// # Errors
    /// Why there is no seal, in words.
    fn seal(&self, covered: [&[u8]; 2]) -> Result<Vec<u8>, String>;
}

/// The same paper, sealed. The day stands in the seal as midnight UTC, so that no hour of issue shows.
///
/// # Errors
/// [`DocumentProblem::Unsealed`] where the file has no place for a seal, or the sealer gives none.
///
/// # Source
/// ETSI EN 319 142-1, section 6.3 (level B-B).
pub fn seal(paper: &Paper, day: NaiveDate, sealer: &dyn Sealer) -> Result<Paper, DocumentProblem> {
    let place = prepare(&paper.pdf, day, sealer.room())?;
    let cms = sealer.seal(place.covered()).map_err(|reason| DocumentProblem::Unsealed { reason })?;
    Ok(Paper { pdf: place.close(&cms)?, pages: paper.pages })
}

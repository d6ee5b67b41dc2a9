// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Prints papers under the seal of their issuer: the key that signs the credential signs the PDF, too.
//!
//! A certification authority takes this place by another `document::seal::Sealer`.

use credential::IssuerKey;
use document::seal::{Ed25519Key, Ed25519Sealer, seal, self_signed};
use document::{CertificatePaper, DocumentProblem, render_certificate};

/// The key of an issuer, as a hand that seals.
struct Hand(IssuerKey);

impl Ed25519Key for Hand {
    fn public(&self) -> [u8; 32] {
        self.0.public().to_bytes()
    }

    fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign_bytes(message)
    }
}

/// Each paper as a sealed PDF, in their order; the same papers and key give the same files.
///
/// # Errors
/// [`DocumentProblem`] of the first paper that cannot be printed.
pub fn print_all(papers: &[CertificatePaper], key: IssuerKey) -> Result<Vec<Vec<u8>>, DocumentProblem> {
    let Some(first) = papers.first() else { return Ok(Vec::new()) };
    let hand = Hand(key);
    let certificate = self_signed(&first.issuer_name, &hand)?;
    let sealer = Ed25519Sealer::new(&hand, vec![certificate])
        .map_err(|reason| DocumentProblem::Unsealed { reason })?;
    let print =
        |paper: &CertificatePaper| Ok(seal(&render_certificate(paper)?, paper.document_date, &sealer)?.pdf);
    papers.iter().map(print).collect()
}

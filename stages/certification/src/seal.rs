// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Prints papers under the seal of their issuer. The sealing key follows from the key that signs credentials, so that there is
//! one secret to keep; its certificate names the issuer as the credential does.
//!
//! A certification authority takes this place by another `document::seal::Sealer`.

use std::num::NonZero;
use std::thread::ScopedJoinHandle;

use credential::IssuerKey;
use document::seal::{KeySealer, SealKey, seal};
use document::{CertificatePaper, DocumentProblem, render_certificate};

/// What the sealing key is derived for.
const PURPOSE: &str = "paper seal p-256 1";

/// Each paper as a sealed PDF, in their order; the same papers and key give the same files.
///
/// # Errors
/// [`DocumentProblem`] of the first paper that cannot be printed.
pub fn print_all(papers: &[CertificatePaper], key: &IssuerKey) -> Result<Vec<Vec<u8>>, DocumentProblem> {
    let Some(first) = papers.first() else { return Ok(Vec::new()) };
    let seal_key = SealKey::from_seed(key.derived(PURPOSE));
    let certificate = seal_key.certificate(&first.issuer_name, &key.did())?;
    let sealer = KeySealer::new(&seal_key, vec![certificate])
        .map_err(|reason| DocumentProblem::Unsealed { reason })?;
    let print =
        |paper: &CertificatePaper| Ok(seal(&render_certificate(paper)?, paper.document_date, &sealer)?.pdf);
    // Every processor prints a part; the order stays.
    let workers = std::thread::available_parallelism().map_or(1, NonZero::get);
    let part = papers.len().div_ceil(workers);
    let print_part = &|papers: &[CertificatePaper]| papers.iter().map(&print).collect::<Result<Vec<_>, _>>();
    let printed = std::thread::scope(|scope| {
        let parts: Vec<_> =
            papers.chunks(part).map(|papers| scope.spawn(move || print_part(papers))).collect();
        parts.into_iter().map(ScopedJoinHandle::join).collect::<Vec<_>>()
    });
    let mut all = Vec::with_capacity(papers.len());
    for part in printed {
        // A panic of the press is one of the whole issue, as if it had been printed here.
        all.extend(part.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
    }
    Ok(all)
}

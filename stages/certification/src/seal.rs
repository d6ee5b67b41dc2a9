// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Prints papers under the seal of their issuer. Whose key seals them is the signer's own.

use std::num::NonZero;
use std::thread::ScopedJoinHandle;

use document::{CertificatePaper, DocumentProblem, render_certificate};
use uuid::Uuid;

use crate::signer::Pen;

/// Each paper with its document, as a sealed PDF, in their order; the same papers and key give the same files.
///
/// # Errors
/// [`DocumentProblem`] of the first paper that cannot be printed.
pub fn print_all(papers: &[(Uuid, CertificatePaper)], pen: &Pen) -> Result<Vec<Vec<u8>>, DocumentProblem> {
    let Some((_, first)) = papers.first() else { return Ok(Vec::new()) };
    let stamp = pen.stamp(&first.issuer_name)?;
    let print = |(document, paper): &(Uuid, CertificatePaper)| {
        stamp.seal(*document, &render_certificate(paper)?, paper.document_date)
    };
    // Every processor prints a part; the order stays.
    let workers = std::thread::available_parallelism().map_or(1, NonZero::get);
    let part = papers.len().div_ceil(workers);
    let print_part =
        &|papers: &[(Uuid, CertificatePaper)]| papers.iter().map(&print).collect::<Result<Vec<_>, _>>();
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

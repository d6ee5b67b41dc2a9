// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Finds the credential attached to a PDF. It reads attachments only: not the page, not PDF signatures.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, LoadOptions, Object};

use crate::cause::Cause;

/// A certificate file is a few kilobytes; more than this is something else.
const LARGEST_ATTACHMENT_BYTES: usize = 1 << 20;
const LARGEST_PDF_STREAM_BYTES: usize = 16 << 20;
/// The PDF header may stand this far into a file (ISO 32000-1, annex H.3.4.1).
const HEADER_SEARCH_BYTES: usize = 1024;
const DEEPEST_NAME_TREE: usize = 16;

/// What a file is, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Pdf,
    Json,
    /// Facts chosen by the holder, as SD-JWT.
    Selection,
    Unknown,
}

/// Tells the faces of a certificate apart without trusting a file name.
pub fn face_of(bytes: &[u8]) -> Face {
    let head = &bytes[..bytes.len().min(HEADER_SEARCH_BYTES)];
    if head.trim_ascii_start().starts_with(b"{") {
        Face::Json
    } else if head.windows(5).any(|window| window == b"%PDF-") {
        Face::Pdf
    } else if crate::sdjwt::looks_like(bytes) {
        Face::Selection
    } else {
        Face::Unknown
    }
}

/// The bytes of the attached file whose name ends in `.json`, exactly as they were attached.
///
/// The same file listed under the name tree and under `AF` counts once.
///
/// # Errors
/// `NotPdf`, `PdfEncrypted`, `AttachmentMissing`, `AttachmentsDiffer` or `AttachmentTooLarge`.
///
/// # Source
/// ISO 32000-1, 7.11.4 (embedded file streams) and 7.9.6 (name trees); ISO 19005-3, 6.8 (associated files).
pub fn read_attachment(pdf: &[u8]) -> Result<Vec<u8>, Cause> {
    let options = LoadOptions::with_max_decompressed_size(LARGEST_PDF_STREAM_BYTES);
    let document = Document::load_mem_with_options(pdf, options).map_err(|_| Cause::NotPdf)?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Cause::PdfEncrypted);
    }
    let catalog = document.catalog().map_err(|_| Cause::NotPdf)?;
    let mut found = BTreeSet::new();
    for file in file_specifications(&document, catalog) {
        if is_json(&document, file) {
            found.insert(content(&document, file)?);
        }
    }
    let mut found = found.into_iter();
    match (found.next(), found.next()) {
        (None, _) => Err(Cause::AttachmentMissing),
        (Some(only), None) => Ok(only),
        (Some(_), Some(_)) => Err(Cause::AttachmentsDiffer),
    }
}

fn file_specifications<'a>(document: &'a Document, catalog: &'a Dictionary) -> Vec<&'a Dictionary> {
    let associated = array(document, catalog, b"AF").iter().filter_map(|file| dictionary(document, file));
    let mut files: Vec<_> = associated.collect();
    let names = catalog.get(b"Names").ok().and_then(|names| dictionary(document, names));
    let tree =
        names.and_then(|names| names.get(b"EmbeddedFiles").ok()).and_then(|tree| dictionary(document, tree));
    if let Some(root) = tree {
        collect_leaves(document, root, DEEPEST_NAME_TREE, &mut files);
    }
    files
}

/// The depth limit also ends a tree that points back at itself.
fn collect_leaves<'a>(
    document: &'a Document,
    node: &'a Dictionary,
    depth: usize,
    files: &mut Vec<&'a Dictionary>,
) {
    let pairs = array(document, node, b"Names").chunks_exact(2);
    files.extend(pairs.filter_map(|pair| dictionary(document, &pair[1])));
    if depth == 0 {
        return;
    }
    for kid in array(document, node, b"Kids") {
        if let Some(kid) = dictionary(document, kid) {
            collect_leaves(document, kid, depth - 1, files);
        }
    }
}

fn is_json(document: &Document, file: &Dictionary) -> bool {
    [b"UF".as_slice(), b"F"].iter().any(|member| {
        let name = file.get(member).ok().and_then(|name| resolved(document, name));
        let name = name.and_then(|name| lopdf::decode_text_string(name).ok());
        name.is_some_and(|name| name.to_lowercase().ends_with(".json"))
    })
}

fn content(document: &Document, file: &Dictionary) -> Result<Vec<u8>, Cause> {
    let embedded = file.get(b"EF").ok().and_then(|embedded| dictionary(document, embedded));
    let embedded = embedded.ok_or(Cause::AttachmentMissing)?;
    let stream = embedded.get(b"UF").or_else(|_| embedded.get(b"F")).ok();
    let stream =
        stream.and_then(|stream| resolved(document, stream)).and_then(|stream| stream.as_stream().ok());
    let stream = stream.ok_or(Cause::AttachmentMissing)?;
    if stream.dict.get(b"Filter").is_err() {
        let fits = stream.content.len() <= LARGEST_ATTACHMENT_BYTES;
        return if fits { Ok(stream.content.clone()) } else { Err(Cause::AttachmentTooLarge) };
    }
    stream.decompressed_content_with_limit(LARGEST_ATTACHMENT_BYTES).map_err(|error| match error {
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => {
            Cause::AttachmentTooLarge
        }
        _ => Cause::NotPdf,
    })
}

fn resolved<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Object> {
    document.dereference(object).ok().map(|(_, object)| object)
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    resolved(document, object).and_then(|object| object.as_dict().ok())
}

fn array<'a>(document: &'a Document, owner: &'a Dictionary, member: &[u8]) -> &'a [Object] {
    let found = owner.get(member).ok().and_then(|object| resolved(document, object));
    found.and_then(|object| object.as_array().ok()).map_or(&[], Vec::as_slice)
}

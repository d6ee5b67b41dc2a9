// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The place of a seal in a PDF: a field nobody sees, appended to the finished file, with room for the signature.

use std::ops::Range;

use chrono::NaiveDate;
use lopdf::{
    Dictionary, Document, IncrementalDocument, Object, ObjectId, StringFormat, dictionary, text_string,
};
use sha2::{Digest, Sha256};

use crate::DocumentProblem;

/// What a program shows as the name of the field.
const FIELD_NAME: &str = "Segel";
/// What a screen reader says of it.
const FIELD_TITLE: &str = "Segel elektronik penerbit";
/// Print and locked: PDF/A wants the first of every annotation.
const FIELD_FLAGS: i64 = 4 | 128;
/// Signatures exist, and the file may only be appended to.
const SIGNATURE_FLAGS: i64 = 1 | 2;
/// Stands for an offset until the offsets are known; no file is this long, and each number fits in its place.
const UNKNOWN_OFFSET: i64 = 9_999_999_999;

/// A file with room for a seal, complete but for the seal itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealPlace {
    pdf: Vec<u8>,
    /// Where the seal stands, its angle brackets with it.
    hole: Range<usize>,
}

/// Appends an invisible signature field of the first page, with room for a seal of `room` bytes.
///
/// # Errors
/// [`DocumentProblem::Unsealed`] where the file cannot be read or has been sealed before.
///
/// # Source
/// ISO 32000-1, 7.5.6 (incremental updates), 12.7.4.5 and 12.8.1 (signature fields and dictionaries); ETSI EN 319 142-1,
/// section 6.3; ISO 19005-3, 6.3 and 6.4.3; ISO 14289-1, 7.18.
pub fn prepare(pdf: &[u8], day: NaiveDate, room: usize) -> Result<SealPlace, DocumentProblem> {
    let mut original = pdf.to_vec();
    // Without an end of line, the last mark of the old file would no longer stand on a line of its own (ISO 19005-3, 6.1.9).
    if original.last() != Some(&b'\n') {
        original.push(b'\n');
    }
    let start = original.len();
    let document = Document::load_mem(pdf).map_err(unreadable)?;
    let catalog_id = document.trailer.get(b"Root").and_then(Object::as_reference).map_err(unreadable)?;
    if document.catalog().map_err(unreadable)?.has(b"AcroForm") {
        return Err(unsealed("it has fields or a seal already"));
    }
    let page = document.page_iter().next().ok_or_else(|| unsealed("it has no page"))?;
    let mut update = IncrementalDocument::create_from(original, document);
    for object in [catalog_id, page] {
        update.opt_clone_object_to_new_document(object).map_err(unreadable)?;
    }
    add_field(&mut update, catalog_id, page, signature(day, room))?;
    renew_identifier(&mut update, pdf);
    let mut whole = Vec::with_capacity(start + 2 * room + 8192);
    update.save_to(&mut whole).map_err(unreadable)?;
    locate(whole, start, room)
}

impl SealPlace {
    /// All bytes of the file but the seal: those before it and those after it.
    pub fn covered(&self) -> [&[u8]; 2] {
        [&self.pdf[..self.hole.start], &self.pdf[self.hole.end..]]
    }

    /// The file with the seal in its place.
    ///
    /// # Errors
    /// [`DocumentProblem::Unsealed`] where the seal is longer than the room kept for it.
    pub fn close(mut self, cms: &[u8]) -> Result<Vec<u8>, DocumentProblem> {
        let hex: String = cms.iter().map(|byte| format!("{byte:02x}")).collect();
        if hex.len() > self.hole.len() - 2 {
            return Err(unsealed(&format!("the seal has {} bytes, more than was kept free", cms.len())));
        }
        let start = self.hole.start + 1;
        self.pdf[start..start + hex.len()].copy_from_slice(hex.as_bytes());
        Ok(self.pdf)
    }
}

fn signature(day: NaiveDate, room: usize) -> Dictionary {
    let moment = Object::string_literal(day.format("D:%Y%m%d000000Z").to_string());
    dictionary! {
        "Type" => "Sig",
        "Filter" => "Adobe.PPKLite",
        "SubFilter" => "ETSI.CAdES.detached",
        "ByteRange" => vec![0.into(), UNKNOWN_OFFSET.into(), UNKNOWN_OFFSET.into(), UNKNOWN_OFFSET.into()],
        "Contents" => Object::String(vec![0; room], StringFormat::Hexadecimal),
        "M" => moment,
    }
}

/// A field of no size needs no appearance, and outside the page it needs no place in the order of reading.
fn add_field(
    update: &mut IncrementalDocument,
    catalog_id: ObjectId,
    page_id: ObjectId,
    signature: Dictionary,
) -> Result<(), DocumentProblem> {
    let new = &mut update.new_document;
    let signature = new.add_object(signature);
    let field = new.add_object(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text_string(FIELD_NAME),
        "TU" => text_string(FIELD_TITLE),
        "F" => FIELD_FLAGS,
        "Rect" => vec![0.into(), 0.into(), 0.into(), 0.into()],
        "P" => page_id,
        "V" => signature,
    });
    let catalog = new.get_object_mut(catalog_id).and_then(Object::as_dict_mut).map_err(unreadable)?;
    catalog.set("AcroForm", dictionary! { "Fields" => vec![field.into()], "SigFlags" => SIGNATURE_FLAGS });
    // Names the standard that gave PDF 1.7 this kind of signature.
    let extension = dictionary! { "BaseVersion" => "1.7", "ExtensionLevel" => 1 };
    catalog.set("Extensions", dictionary! { "ESIC" => extension });
    let page = new.get_object_mut(page_id).and_then(Object::as_dict_mut).map_err(unreadable)?;
    let mut annotations = match page.get(b"Annots") {
        Ok(Object::Array(annotations)) => annotations.clone(),
        Ok(_) => return Err(unsealed("its notes stand elsewhere than in its page")),
        Err(_) => Vec::new(),
    };
    annotations.push(field.into());
    page.set("Annots", annotations);
    page.set("Tabs", "S");
    Ok(())
}

/// The first half names the paper for ever, the second this state of it; without chance, so that it comes out the same again.
fn renew_identifier(update: &mut IncrementalDocument, pdf: &[u8]) {
    if let Ok(Object::Array(halves)) = update.new_document.trailer.get_mut(b"ID")
        && let [_, second] = halves.as_mut_slice()
    {
        *second = Object::String(Sha256::digest(pdf)[..16].to_vec(), StringFormat::Hexadecimal);
    }
}

/// Finds the room in what was appended, and writes down which bytes lie around it.
fn locate(mut pdf: Vec<u8>, start: usize, room: usize) -> Result<SealPlace, DocumentProblem> {
    let empty = format!("<{}>", "00".repeat(room));
    let open = find(&pdf, start, empty.as_bytes()).ok_or_else(|| unsealed("the room was not written"))?;
    let hole = open..open + empty.len();
    let unknown = format!("[0 {UNKNOWN_OFFSET} {UNKNOWN_OFFSET} {UNKNOWN_OFFSET}]");
    let range = find(&pdf, start, unknown.as_bytes()).ok_or_else(|| unsealed("no range was written"))?;
    let known = format!("[0 {} {} {}]", hole.start, hole.end, pdf.len() - hole.end);
    let padded = format!("{known:<width$}", width = unknown.len());
    pdf[range..range + unknown.len()].copy_from_slice(padded.as_bytes());
    Ok(SealPlace { pdf, hole })
}

fn find(pdf: &[u8], start: usize, wanted: &[u8]) -> Option<usize> {
    pdf[start..].windows(wanted.len()).position(|window| window == wanted).map(|at| start + at)
}

fn unreadable(error: impl std::fmt::Display) -> DocumentProblem {
    unsealed(&error.to_string())
}

fn unsealed(reason: &str) -> DocumentProblem {
    DocumentProblem::Unsealed { reason: reason.to_owned() }
}

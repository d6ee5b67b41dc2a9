// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is tried on every sealed certificate: changes under the seal, changes of the seal, and changes appended after it.

use std::ops::Range;

use lopdf::{Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};

/// A sealed certificate, and what else a forger may have at hand.
pub struct Scene {
    pub whole: Vec<u8>,
    /// The same paper, before it was sealed.
    pub plain: Vec<u8>,
    /// Another person's certificate under a seal of the same issuer.
    pub swapped: Vec<u8>,
    /// The same paper under the seal of somebody else.
    pub stranger: Vec<u8>,
}

type Forgery = (&'static str, fn(&Scene) -> Vec<u8>);

pub const FORGERIES: [Forgery; 24] = [
    ("header", |of| replaced(&of.whole, b"%PDF-1.7", b"%PDF-1.6")),
    ("page", |of| flipped(&of.whole, stream(&of.whole, page_content(&of.whole)) + 12)),
    ("attachment", |of| flipped(&of.whole, stream(&of.whole, attachment(&of.whole)) + 12)),
    ("metadata", |of| replaced(&of.whole, b"pdfaid:part", b"pdfaid:trap")),
    ("last-byte-before", |of| flipped(&of.whole, hole(&of.whole).start - 1)),
    ("first-byte-after", |of| flipped(&of.whole, hole(&of.whole).end)),
    ("moment", |of| replaced(&of.whole, b"/M(D:20", b"/M(D:21")),
    ("field-title", |of| replaced(&of.whole, b"Segel elektronik", b"Segel elektronix")),
    ("range-longer-hole", |of| {
        let (start, end) = (hole(&of.whole).start, hole(&of.whole).end);
        let known = format!("[0 {start} {end} {}]", of.whole.len() - end);
        let wider = format!("[0 {} {end} {}]", start - 1, of.whole.len() - end);
        replaced(&of.whole, known.as_bytes(), wider.as_bytes())
    }),
    ("range-shorter-end", |of| {
        let (start, end) = (hole(&of.whole).start, hole(&of.whole).end);
        let known = format!("[0 {start} {end} {}]", of.whole.len() - end);
        let shorter = format!("[0 {start} {end} {}]", of.whole.len() - end - 1);
        replaced(&of.whole, known.as_bytes(), shorter.as_bytes())
    }),
    ("seal-begin", |of| digit_changed(&of.whole, hole(&of.whole).start + 12)),
    ("seal-certificate", |of| digit_changed(&of.whole, hole(&of.whole).start + 300)),
    ("seal-digest", |of| {
        // The object identifier of the attribute, then two tags with their lengths.
        let name = b"2a864886f70d01090431220420";
        digit_changed(&of.whole, find(&of.whole, name).expect("the digest is in the seal") + 30)
    }),
    ("seal-value", |of| digit_changed(&of.whole, seal_end(&of.whole) - 40)),
    ("seal-last-digit", |of| digit_changed(&of.whole, seal_end(&of.whole) - 1)),
    ("seal-zeros", |of| {
        let mut forged = of.whole.clone();
        let hole = hole(&forged);
        forged[hole.start + 1..hole.end - 1].fill(b'0');
        forged
    }),
    ("seal-swapped", |of| {
        let (here, there) = (hole(&of.whole), hole(&of.swapped));
        let mut forged = of.whole.clone();
        forged.splice(here, of.swapped[there].iter().copied());
        forged
    }),
    ("stranger", |of| of.stranger.clone()),
    ("unsealed", |of| of.plain.clone()),
    ("truncated", |of| of.whole[..of.whole.len() - 40].to_vec()),
    ("half", |of| of.whole[..of.whole.len() / 2].to_vec()),
    ("appended-comment", |of| [of.whole.as_slice(), b"% more\n"].concat()),
    ("appended-page", |of| appended(&of.whole, page_content(&of.whole), b"BT ET".to_vec())),
    ("appended-attachment", |of| appended(&of.whole, attachment(&of.whole), b"{}".to_vec())),
];

fn read(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).expect("the paper was made a moment ago")
}

fn page_content(pdf: &[u8]) -> ObjectId {
    let document = read(pdf);
    let page = document.page_iter().next().expect("a first page");
    document.get_page_contents(page)[0]
}

fn attachment(pdf: &[u8]) -> ObjectId {
    let is_file = |object: &Object| object.as_stream().is_ok_and(|of| of.dict.has_type(b"EmbeddedFile"));
    let found = read(pdf).objects.into_iter().find(|(_, object)| is_file(object));
    found.expect("a certificate has its credential with it").0
}

/// Where the bytes of a stream begin.
fn stream(pdf: &[u8], id: ObjectId) -> usize {
    let head = format!("\n{} {} obj", id.0, id.1);
    let object = find(pdf, head.as_bytes()).expect("the object is written plainly");
    object + find(&pdf[object..], b"stream\n").expect("the object is a stream") + "stream\n".len()
}

/// The seal, with its angle brackets.
fn hole(pdf: &[u8]) -> Range<usize> {
    let name = b"/Contents<";
    let at = pdf.windows(name.len()).rposition(|window| window == name).expect("a seal") + name.len() - 1;
    at..at + find(&pdf[at..], b">").expect("a seal ends") + 1
}

/// Where the last digit of the seal ends and the free room begins.
fn seal_end(pdf: &[u8]) -> usize {
    let hole = hole(pdf);
    let digits = std::str::from_utf8(&pdf[hole.start + 1..hole.end - 1]).expect("hex digits");
    // A DER sequence with two bytes of length: `3082`, then the length.
    let length = usize::from_str_radix(&digits[4..8], 16).expect("hex digits");
    hole.start + 1 + 2 * (length + 4)
}

fn flipped(pdf: &[u8], at: usize) -> Vec<u8> {
    let mut forged = pdf.to_vec();
    forged[at] ^= 1;
    forged
}

fn digit_changed(pdf: &[u8], at: usize) -> Vec<u8> {
    let mut forged = pdf.to_vec();
    forged[at] = if forged[at] == b'0' { b'1' } else { b'0' };
    forged
}

fn replaced(pdf: &[u8], known: &[u8], other: &[u8]) -> Vec<u8> {
    let at = find(pdf, known).unwrap_or_else(|| panic!("{} is not there", String::from_utf8_lossy(known)));
    let mut forged = pdf.to_vec();
    let end = at + known.len();
    let mut padded = other.to_vec();
    padded.resize(known.len(), b' ');
    forged[at..end].copy_from_slice(&padded);
    forged
}

/// An update after the seal, as any program may write one.
fn appended(pdf: &[u8], id: ObjectId, content: Vec<u8>) -> Vec<u8> {
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), read(pdf));
    let mut dict = dictionary! {};
    if let Ok(old) = update.get_prev_documents().get_object(id).and_then(Object::as_stream) {
        dict = old.dict.clone();
        dict.remove(b"Filter");
    }
    update.new_document.objects.insert(id, Stream::new(dict, content).into());
    let mut forged = Vec::new();
    update.save_to(&mut forged).expect("written to memory");
    forged
}

fn find(pdf: &[u8], wanted: &[u8]) -> Option<usize> {
    pdf.windows(wanted.len()).position(|window| window == wanted)
}

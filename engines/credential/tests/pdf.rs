// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Credentials in PDF files of every make: found when there, named when not.

mod common;

use common::{badge, key};
use credential::{Cause, Face, TrustList, face_of, issue, read_attachment, verify};
use lopdf::{Dictionary, Document, Object, Stream, dictionary, text_string};
use proptest::prelude::*;

/// How a writer hangs a file into the catalog.
#[derive(Clone, Copy)]
enum Place {
    NameTree,
    NestedNameTree,
    Associated,
    Both,
}

fn attach(document: &mut Document, name: &str, bytes: &[u8], compressed: bool) -> Object {
    let mut stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, bytes.to_vec());
    if compressed {
        stream.compress().expect("deflate");
    }
    let stream = document.add_object(stream);
    let file = dictionary! {
        "Type" => "Filespec",
        "F" => text_string(name),
        "UF" => text_string(name),
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    };
    document.add_object(file).into()
}

fn pdf(place: Place, files: &[(&str, &[u8])], compressed: bool) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let attached: Vec<(Object, Object)> = files
        .iter()
        .map(|(name, bytes)| (text_string(name), attach(&mut document, name, bytes, compressed)))
        .collect();
    let names: Vec<Object> = attached.iter().flat_map(|(name, file)| [name.clone(), file.clone()]).collect();
    let associated: Vec<Object> = attached.into_iter().map(|(_, file)| file).collect();
    let mut catalog = dictionary! { "Type" => "Catalog" };
    match place {
        Place::NameTree => set_tree(&mut catalog, dictionary! { "Names" => names }),
        Place::NestedNameTree => {
            let leaf = document.add_object(dictionary! { "Names" => names });
            let branch = document.add_object(dictionary! { "Kids" => vec![leaf.into()] });
            set_tree(&mut catalog, dictionary! { "Kids" => vec![branch.into()] });
        }
        Place::Associated => catalog.set("AF", associated),
        Place::Both => {
            set_tree(&mut catalog, dictionary! { "Names" => names });
            catalog.set("AF", associated);
        }
    }
    let catalog = document.add_object(catalog);
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("written to memory");
    bytes
}

fn set_tree(catalog: &mut Dictionary, tree: Dictionary) {
    catalog.set("Names", dictionary! { "EmbeddedFiles" => tree });
}

#[test]
fn the_credential_comes_out_byte_for_byte_wherever_it_hangs() {
    let json = issue(&badge(), &key());
    for place in [Place::NameTree, Place::NestedNameTree, Place::Associated, Place::Both] {
        for compressed in [false, true] {
            let files: [(&str, &[u8]); 2] = [("gambar.png", b"png"), ("Sertifikat.JSON", json.as_bytes())];
            let found = read_attachment(&pdf(place, &files, compressed)).expect("attached");
            assert_eq!(found, json.as_bytes());
            assert!(verify(&found, &TrustList::any()).is_valid());
        }
    }
}

#[test]
fn a_file_without_exactly_one_credential_says_so() {
    let none = pdf(Place::NameTree, &[("gambar.png", b"png")], true);
    assert_eq!(read_attachment(&none), Err(Cause::AttachmentMissing));
    assert_eq!(read_attachment(&pdf(Place::Associated, &[], true)), Err(Cause::AttachmentMissing));
    let two = pdf(Place::NameTree, &[("a.json", b"{}"), ("b.json", b"[]")], true);
    assert_eq!(read_attachment(&two), Err(Cause::AttachmentsDiffer));
    let same = pdf(Place::NameTree, &[("a.json", b"{}"), ("b.json", b"{}")], true);
    assert_eq!(read_attachment(&same), Ok(b"{}".to_vec()));
}

#[test]
fn an_attachment_that_swells_is_refused() {
    let bomb = vec![b' '; 40 << 20];
    for compressed in [true, false] {
        let swollen = pdf(Place::NameTree, &[("a.json", &bomb)], compressed);
        let length = read_attachment(&swollen).map(|bytes| bytes.len());
        assert_eq!(length, Err(Cause::AttachmentTooLarge), "compressed: {compressed}");
    }
}

#[test]
fn a_name_tree_that_points_at_itself_ends() {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    document.objects.insert(tree, dictionary! { "Kids" => vec![tree.into(), tree.into()] }.into());
    let mut catalog = dictionary! { "Type" => "Catalog" };
    catalog.set("Names", dictionary! { "EmbeddedFiles" => tree });
    let catalog = document.add_object(catalog);
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("written to memory");
    assert_eq!(read_attachment(&bytes), Err(Cause::AttachmentMissing));
}

#[test]
fn what_is_no_pdf_is_named_so() {
    assert_eq!(read_attachment(b""), Err(Cause::NotPdf));
    assert_eq!(read_attachment(b"%PDF-1.7\n"), Err(Cause::NotPdf));
    let whole = pdf(Place::NameTree, &[("a.json", b"{}")], true);
    assert_eq!(read_attachment(&whole[whole.len() / 2..]), Err(Cause::NotPdf));
}

#[test]
fn faces_are_told_by_their_first_bytes() {
    assert_eq!(face_of(issue(&badge(), &key()).as_bytes()), Face::Json);
    assert_eq!(face_of(b" \n\t{\"a\":1}"), Face::Json);
    assert_eq!(face_of(&pdf(Place::Both, &[], true)), Face::Pdf);
    assert_eq!(face_of(b"\n\n%PDF-1.7"), Face::Pdf);
    for other in [b"".as_slice(), b"PK\x03\x04", b"[1]", b"%PDF"] {
        assert_eq!(face_of(other), Face::Unknown, "{other:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_pdf_never_yields_another_valid_certificate(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let json = issue(&badge(), &key());
        let mut bytes = pdf(Place::Both, &[("a.json", json.as_bytes())], true);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(found) = read_attachment(&bytes) {
            prop_assert!(found == json.as_bytes() || !verify(&found, &TrustList::any()).is_valid());
        }
    }
}

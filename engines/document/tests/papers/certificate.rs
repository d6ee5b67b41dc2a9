// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What an employer reads, scans and takes out of a certificate.

use std::process::Command;

use document::{CertificatePaper, Paper, render_certificate};

use crate::examples::{certificate, longest_code, unit};
use crate::readers::{Desk, assert_nothing_leaves_the_page, qr_codes, qr_codes_in_poor_picture, run, text};

fn printed(paper: &CertificatePaper) -> Paper {
    render_certificate(paper).expect("an invented certificate is printable")
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let first = printed(&certificate());
    assert_eq!(first, printed(&certificate()));
    let other = CertificatePaper { number: "7F3K-9QTM-2VXB".into(), ..certificate() };
    assert_ne!(first.pdf, printed(&other).pdf);
}

#[test]
fn both_faces_can_be_read() {
    let paper = printed(&certificate());
    assert_eq!(paper.pages, 2);
    let Some(text) = text(&paper) else { return };
    let pieces = [
        "Sertifikat Pelatihan",
        "Certificate of Training",
        "Rahmat Wibisono",
        "Lahir di Jombang, 19 Agustus 1995",
        "Juru Las Pelat SMAW",
        "SMAW Plate Welding",
        "7F3K-9QTM-2VXA",
        "cek.example",
        "Mojokerto, 14 September 2026",
        "Berlaku sampai",
        "Valid until 14 September 2029",
        "Nuraini Kusumawardani, M.T.",
        "Kepala UPT",
        "C.24LAS01.001.1 Melaksanakan persiapan tempat kerja Kompeten 24",
        "C.24LAS01.012.1 Mengelas pelat posisi 3F Kompeten 40",
        "Jumlah / Total 136",
    ];
    for piece in pieces {
        assert!(text.contains(piece), "{piece} is not in: {text}");
    }
    assert_nothing_leaves_the_page(&paper);
}

#[test]
fn columns_that_nobody_fills_are_left_out() {
    let mut bare = certificate();
    bare.total_jp = None;
    for unit in &mut bare.units {
        (unit.code, unit.jp, unit.result) = (None, None, None);
    }
    let Some(text) = text(&printed(&bare)) else { return };
    assert!(text.contains("Mengelas pelat posisi 3F"));
    for absent in ["Kode / Code", "Hasil / Result", "JP / Hours", "Jumlah / Total", "45 menit"] {
        assert!(!text.contains(absent), "{absent} stands there with nothing under it");
    }
}

#[test]
fn a_phone_reads_the_code_back() {
    let long = format!("https://sertifikat.blk-mojokerto.example/periksa/{}", "7F3K9QTM2VXA".repeat(8));
    for (url, specimen) in
        [("https://cek.example/s/7F3K-9QTM-2VXA", false), (long.as_str(), false), (long.as_str(), true)]
    {
        let paper = printed(&CertificatePaper { qr_url: url.into(), specimen, ..certificate() });
        let Some(codes) = qr_codes(&paper, 1) else { return };
        assert_eq!(codes, [url]);
        assert_eq!(qr_codes_in_poor_picture(&paper, 1).expect("the tools are there"), [url]);
        for read in [qr_codes, qr_codes_in_poor_picture] {
            assert_eq!(read(&paper, 2).expect("the tools are there"), [longest_code()]);
        }
    }
}

#[test]
fn the_credential_comes_out_as_it_went_in() {
    let desk = Desk::new("attachment");
    let wanted = certificate();
    let file = desk.put("paper.pdf", &printed(&wanted));
    let out = desk.path("out.json");
    let mut detach = Command::new("pdfdetach");
    detach.args(["-savefile", &wanted.attachment_name, "-o"]).arg(&out).arg(file);
    let Some(output) = run(&mut detach, "poppler-utils") else {
        return;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(std::fs::read(out).unwrap(), wanted.credential_json);
}

#[test]
fn a_specimen_says_so_on_every_page() {
    let mut specimen = certificate();
    specimen.units = (0..60).map(|n| unit(&format!("C.24LAS01.{n:03}.1"), "Mengelas pelat", 8)).collect();
    let plain = printed(&specimen);
    specimen.specimen = true;
    let marked = printed(&specimen);
    assert_eq!((plain.pages, marked.pages), (3, 3));
    let (Some(plain), Some(marked)) = (text(&plain), text(&marked)) else {
        return;
    };
    assert!(!plain.contains("tidak berlaku"));
    assert_eq!(marked.matches("Contoh, tidak berlaku / Specimen, not valid").count(), 2);
    let letters = marked.chars().filter(|c| matches!(c, 'O')).count()
        - plain.chars().filter(|c| matches!(c, 'O')).count();
    assert_eq!(letters, 6, "two letters O in CONTOH on each of three pages");
}

#[test]
fn a_long_list_of_units_stays_on_the_second_page() {
    for (unit_count, pages) in [(0, 2), (1, 2), (12, 2), (24, 2), (30, 2), (60, 3)] {
        let mut paper = certificate();
        paper.units = (0..unit_count)
            .map(|n| unit(&format!("C.24LAS01.{n:03}.1"), "Mengelas pelat posisi 3F", 8))
            .collect();
        assert_eq!(printed(&paper).pages, pages, "{unit_count} units");
    }
}

/// Nothing shown outside may tell the product or the place: not in the pages, not in the metadata.
#[test]
fn neither_text_nor_metadata_names_the_product_or_its_tools() {
    let pdf = printed(&certificate()).pdf;
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let mut all = String::from_utf8_lossy(&pdf).to_lowercase();
    for object in document.objects.values() {
        if let Ok(content) = object.as_stream().and_then(lopdf::Stream::decompressed_content) {
            all.push_str(&String::from_utf8_lossy(&content).to_lowercase());
        }
    }
    assert!(all.contains("7f3k-9qtm-2vxa"), "the metadata is not being read");
    for word in ["bekal", "lapas", "pemasyarakatan", "typst", "localhost"] {
        assert!(!all.contains(word), "{word} is inside the file");
    }
}

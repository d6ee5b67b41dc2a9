// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Invented papers and the outside readers (poppler, zbar) that the tests hold them against.

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use document::{CertificatePaper, PaperUnit};

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 14).expect("a day in the calendar")
}

pub fn unit(code: &str, title: &str, jp: i32) -> PaperUnit {
    PaperUnit { code: Some(code.into()), title: title.into(), jp: Some(jp), result: Some("Kompeten".into()) }
}

pub fn certificate() -> CertificatePaper {
    CertificatePaper {
        kind_title_id: "Sertifikat Pelatihan".into(),
        kind_title_en: "Certificate of Training".into(),
        issuer_name: "UPT Balai Latihan Kerja Mojokerto".into(),
        issuer_lines: vec!["Dinas Tenaga Kerja dan Transmigrasi Provinsi Jawa Timur".into()],
        learner_name: "Rahmat Wibisono".into(),
        birth: Some("Jombang, 19 Agustus 1995".into()),
        programme_id: "Juru Las Pelat SMAW".into(),
        programme_en: "SMAW Plate Welding".into(),
        statement_id: "telah menyelesaikan pelatihan selama 136 jam pelajaran dan dinyatakan kompeten pada empat unit yang tertulis di halaman kedua.".into(),
        statement_en: "has completed 136 training hours and was assessed competent in the four units listed below.".into(),
        units: vec![
            unit("C.24LAS01.001.1", "Melaksanakan persiapan tempat kerja", 24),
            unit("C.24LAS01.004.1", "Menyiapkan bahan dan alat las", 16),
            unit("C.24LAS01.011.1", "Mengelas pelat posisi 1F dan 2F", 56),
            unit("C.24LAS01.012.1", "Mengelas pelat posisi 3F", 40),
        ],
        total_jp: Some(136),
        number: "7F3K-9QTM-2VXA".into(),
        place: "Mojokerto".into(),
        issued_on_id: "14 September 2026".into(),
        issued_on_en: "14 September 2026".into(),
        valid_until_id: Some("14 September 2029".into()),
        valid_until_en: Some("14 September 2029".into()),
        signer_name: "Nuraini Kusumawardani, M.T.".into(),
        signer_post: "Kepala UPT".into(),
        qr_url: "https://cek.example/s/7F3K-9QTM-2VXA".into(),
        credential_json: br#"{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"]}"#.to_vec(),
        attachment_name: "sertifikat.json".into(),
        specimen: false,
        document_date: day(),
    }
}

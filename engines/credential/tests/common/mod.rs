// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One certificate and one issuer that the tests of this crate share.

use chrono::NaiveDate;
use credential::{Badge, BadgeKind, BadgeStatus, BadgeUnit, IssuerKey};

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

pub fn key() -> IssuerKey {
    IssuerKey::from_seed([7; 32])
}

pub fn badge() -> Badge {
    Badge {
        id: "urn:uuid:0b7a4c1e-5d0f-4c6e-9a57-2f1f6c9d3a10".into(),
        issuer_name: "LSP Las Nusantara".into(),
        issuer_url: Some("https://lsp-las.example".into()),
        kind: BadgeKind::Competence,
        learner_name: "Siti Nurhaliza Ñuwún".into(),
        achievement_name: "Juru Las SMAW Posisi 2G".into(),
        achievement_name_en: Some("SMAW Welder, Position 2G".into()),
        description: "Mengelas pelat posisi horizontal dengan proses SMAW.".into(),
        criteria: "Kompeten pada semua unit.".into(),
        units: vec![
            BadgeUnit {
                code: Some("C.24LAS01.001.1".into()),
                title: "Menerapkan K3".into(),
                hours: Some(40),
            },
            BadgeUnit { code: None, title: "Membaca gambar".into(), hours: None },
        ],
        number: "LSP-LN/2026/000123".into(),
        awarded_on: day(2026, 11, 20),
        trained: Some((day(2026, 8, 3), day(2026, 11, 6))),
        valid_until: Some(day(2029, 11, 19)),
        standard: Some("SKKNI 98/2018".into()),
        verify_url: "https://periksa.lsp-las.example/9f3k2m".into(),
        status: Some(BadgeStatus {
            revocation_list: "https://periksa.lsp-las.example/status/1/revocation".into(),
            suspension_list: "https://periksa.lsp-las.example/status/1/suspension".into(),
            index: 94_567,
        }),
    }
}

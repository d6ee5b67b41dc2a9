// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A scheme, its licence and its assessor, and the booking that rests on them; by form, page, event and row.

use access::Role;
use programme::facts;
use store::{run, violation};
use web::testing::{Standing, on_each_database};

use crate::batch::planned;
use crate::ground::{BATCH, BOOKING, PLAN, day, with};

const RESERVE: &str = "/batches/LAS-1/assessment-booking";
const LICENCE: &str = "/schemes/SKEMA-LAS/licences/new";
const CERTIFY: &str = "/assessor-certificates/new";

const SCHEME: [(&str, &str); 8] = [
    ("code", "SKEMA-LAS"),
    ("number", "SKM/BNSP/00010/1/2020/37A"),
    ("title", "Klaster las SMAW pelat"),
    ("kind", "cluster"),
    ("field", "Las"),
    ("standard", "SKKNI 98/2018"),
    ("forbids", "provider"),
    (
        "units",
        "C.24LAS01.001.1 | Satu\nC.24LAS01.003.1 | Dua\nC.24LAS01.028.1 | Tiga\nC.24LAS01.029.1 | Empat\nCONTOH-LAS-05 | Lima",
    ),
];
const TERM: [(&str, &str); 3] = [("number", "LIS-1"), ("starts_on", "01-01-2026"), ("ends_on", "31-12-2026")];
const CERTIFICATE: [(&str, &str); 5] = [
    ("assessor", "asesor"),
    ("number", "MET.000.001234 2025"),
    ("field", "las"),
    ("starts_on", "01-01-2025"),
    ("ends_on", "31-12-2027"),
];

async fn with_scheme(house: &Standing) {
    planned(house).await;
    house.account("manajer", "lsp-las", &[Role::Certifier]).await;
    house.account("asesor.blk", "lsp-las", &[Role::Assessor]).await;
    house.post("manajer", "/schemes/new", &SCHEME).await.expect(303);
}

fn licensed<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    with(&with(&BOOKING, &[("licensed_scheme", "SKEMA-LAS"), ("scheme", "")]), changed)
}

#[tokio::test]
async fn a_booking_under_a_scheme_needs_licence_certificate_and_scope() {
    on_each_database(PLAN, async |house: Standing| {
        with_scheme(&house).await;
        let bare = house.post("kerja", RESERVE, &licensed(&[])).await.expect(422);
        assert!(bare.shows("Lisensi skema Klaster las SMAW pelat tidak berlaku"), "{}", bare.body);
        assert!(bare.shows("untuk bidang Las tidak berlaku"), "every problem at once: {}", bare.body);
        let lapsed = with(&TERM, &[("ends_on", "01-04-2026")]);
        house.post("manajer", LICENCE, &lapsed).await.expect(303);
        house.post("manajer", CERTIFY, &with(&CERTIFICATE, &[("ends_on", "01-04-2026")])).await.expect(303);
        let late = house.post("kerja", RESERVE, &licensed(&[])).await.expect(422);
        assert!(late.shows("tidak berlaku pada 02-04-2026"), "{}", late.body);
        house.post("manajer", LICENCE, &lapsed).await.expect(422);
        house.post("manajer", LICENCE, &with(&TERM, &[("number", "LIS-2")])).await.expect(303);
        house.post("manajer", CERTIFY, &with(&CERTIFICATE, &[("number", "MET.2")])).await.expect(303);
        let named =
            with(&BOOKING, &[("licensed_scheme", "SKEMA-LAS"), ("assessor", ""), ("assessor_name", "X")]);
        assert!(
            house.post("kerja", RESERVE, &named).await.expect(422).shows("memerlukan asesor dengan akun")
        );
        house.post("kerja", RESERVE, &licensed(&[])).await.expect(303);
        let on = house.house.db.read();
        let booked = facts::batch_by_code(on, "LAS-1").await.unwrap().unwrap().assessment.unwrap();
        assert!(booked.licensed.is_some());
        assert_eq!(booked.scheme.as_deref(), Some("Klaster las SMAW pelat"), "the scheme's own title");
        assert!(house.get("kerja", "/batches/LAS-1").await.expect(200).shows("SKM/BNSP/00010/1/2020/37A"));
        let page = house.get("asesor", "/schemes/SKEMA-LAS").await.expect(200);
        for text in [
            "Berlaku sampai 31 Desember 2026",
            "MET.2",
            "C.24LAS01.029.1",
            "Tidak boleh bekerja pada pelaksana",
        ] {
            assert!(page.shows(text), "{text}: {}", page.body);
        }
        assert!(house.get("kerja", "/schemes").await.expect(200).shows("Klaster las SMAW pelat"));
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn an_assessor_belongs_nowhere_forbidden_and_judges_one_batch_a_day() {
    on_each_database(PLAN, async |house: Standing| {
        with_scheme(&house).await;
        house.post("manajer", LICENCE, &TERM).await.expect(303);
        house.post("manajer", CERTIFY, &CERTIFICATE).await.expect(303);
        let at_blk = with(&CERTIFICATE, &[("assessor", "asesor.blk"), ("workplace", "blk-kotabaru")]);
        house.post("manajer", CERTIFY, &at_blk).await.expect(303);
        let belongs =
            house.post("kerja", RESERVE, &licensed(&[("assessor", "asesor.blk")])).await.expect(422);
        assert!(belongs.shows("bekerja di tempat yang dilarang skema ini"), "{}", belongs.body);
        house.post("kerja", RESERVE, &licensed(&[])).await.expect(303);

        house.post("kepala.blk", "/batches/new", &with(&BATCH, &[("code", "LAS-2")])).await.expect(303);
        let twice = house.post("kerja", "/batches/LAS-2/assessment-booking", &BOOKING).await.expect(422);
        assert!(twice.shows("sudah dipesan pada 02-04-2026 untuk angkatan LAS-1"), "{}", twice.body);
        let later = with(&BOOKING, &[("day", "03-04-2026")]);
        house.post("kerja", "/batches/LAS-2/assessment-booking", &later).await.expect(303);

        // The database says the same to whoever goes around the room.
        let on = house.house.db.writer();
        let account = |login: &str| format!("(SELECT id FROM account WHERE login = '{login}')");
        let of = "WHERE batch_id = (SELECT id FROM batch WHERE code = 'LAS-1')";
        for (set, constraint) in [
            ("reserved_on = '2027-01-01'".to_owned(), "booking_fits_scheme"),
            (format!("assessor_account_id = {}", account("asesor.blk")), "booking_assessor_belongs"),
            ("reserved_on = '2026-04-03'".to_owned(), "booking_one_a_day"),
            (
                format!("scheme_id = NULL, assessor_account_id = {}", account("instruktur")),
                "booking_assessor_trains",
            ),
        ] {
            let sql = format!("UPDATE batch_assessment SET {set} {of}");
            let error = run(on, &sql, []).await.expect_err(&sql);
            assert!(violation(&error).is_some_and(|found| found.is(constraint, "")), "{sql}: {error}");
        }
        for table in ["scheme", "scheme_licence", "assessor_certificate"] {
            let error = run(on, &format!("DELETE FROM {table}"), []).await.expect_err(table);
            assert!(error.to_string().contains("scheme_kept"), "{table}: {error}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_the_body_itself_keeps_schemes_and_only_what_they_cover_is_booked() {
    on_each_database(PLAN, async |house: Standing| {
        with_scheme(&house).await;
        house.account("manajer.blk", "blk-kotabaru", &[Role::Certifier]).await;
        let other = with(&SCHEME, &[("code", "SKEMA-BLK")]);
        assert!(
            house.post("manajer.blk", "/schemes/new", &other).await.expect(422).shows("hanya dimiliki LSP")
        );
        assert_eq!(house.post("manajer.blk", LICENCE, &TERM).await.status, 404);
        assert_ne!(house.post("kerja", "/schemes/new", &other).await.status, 303);
        house.post("manajer", "/schemes/new", &SCHEME).await.expect(422);
        let wrong = house.post("manajer", CERTIFY, &with(&CERTIFICATE, &[("assessor", "manajer")])).await;
        assert!(wrong.expect(422).shows("tidak berperan sebagai asesor"));

        let small = with(&SCHEME, &[("code", "SKEMA-KECIL"), ("units", "C.24LAS01.001.1 | Satu")]);
        house.post("manajer", "/schemes/new", &small).await.expect(303);
        house.post("manajer", "/schemes/SKEMA-KECIL/licences/new", &TERM).await.expect(303);
        house.post("manajer", CERTIFY, &CERTIFICATE).await.expect(303);
        let outside = licensed(&[("licensed_scheme", "SKEMA-KECIL")]);
        let answer = house.post("kerja", RESERVE, &outside).await.expect(422);
        assert!(answer.shows("di luar lingkup skema: C.24LAS01.003.1"), "{}", answer.body);
        let form = house.get("kerja", RESERVE).await.expect(200);
        assert!(form.shows("SKEMA-KECIL") && !form.body.contains('⟦'), "{}", form.body);
        for path in ["/schemes/new", LICENCE, CERTIFY] {
            let page = house.get("manajer", path).await.expect(200);
            assert!(!page.body.contains('⟦'), "{path}: {}", page.body);
        }
        let on = house.house.db.read();
        let scheme = facts::scheme_by_code(on, "SKEMA-LAS").await.unwrap().unwrap();
        assert!(
            !facts::licences(on, scheme.id).await.unwrap().iter().any(|one| one.holds_on(day(2026, 4, 2)))
        );
    })
    .await;
}

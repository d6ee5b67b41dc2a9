// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the certification body must confirm first, and what other registries issued.

use programme::facts::CertificateKind;
use store::{Db, run, violation};

use crate::world::{RAHMAT, certificate_row, day, in_a_world, issue, key_row, person};

/// Books the batch under a licensed scheme, after the fact.
async fn license(db: &Db) {
    let on = db.writer();
    let account = "(SELECT id FROM account WHERE login = 'nur')";
    let office = "(SELECT id FROM organisation WHERE code = 'blk-mojokerto')";
    let scheme = "0193d0b4-0000-7000-8000-0000000000aa".parse::<uuid::Uuid>().expect("an id");
    let from = day("2026-01-01");
    let until = day("2027-12-31");
    for (sql, values) in [
        (
            format!("INSERT INTO scheme (id, code, number, title, kind, field, lsp_id, forbids) VALUES ($1, 'SKEMA', 'SKM/1', 'Skema', 'cluster', 'Las', {office}, 'nothing')"),
            vec![scheme.into()],
        ),
        (
            "INSERT INTO scheme_unit (scheme_id, position, code, title) SELECT $1, position, code, title FROM programme_unit".to_owned(),
            vec![scheme.into()],
        ),
        (
            "INSERT INTO scheme_licence (scheme_id, number, starts_on, ends_on) VALUES ($1, 'LIS', $2, $3)".to_owned(),
            vec![scheme.into(), from.into(), until.into()],
        ),
        (
            format!("INSERT INTO assessor_certificate (account_id, number, field, starts_on, ends_on) VALUES ({account}, 'MET', 'Las', $1, $2)"),
            vec![from.into(), until.into()],
        ),
        (
            format!("INSERT INTO batch_assessment (batch_id, reserved_on, place, scheme_id, assessor_organisation_id, assessor_account_id, assessor_name) \
                     SELECT id, $2, 'Bengkel', $1, {office}, {account}, 'Asesor' FROM batch"),
            vec![scheme.into(), day("2026-11-05").into()],
        ),
    ] {
        run(on, &sql, values).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
}

#[tokio::test]
async fn nothing_is_issued_before_the_body_has_confirmed_the_sitting() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let db = &house.house.db;
        license(db).await;
        let refused = issue(&house).await.expect(409);
        assert!(
            refused.shows("Rahmat Wibisono: hasil ujinya belum disahkan lembaga sertifikasi"),
            "{}",
            refused.body
        );
        key_row(db).await;
        let raw = certificate_row(1, 1, RAHMAT, "competence").set("state", "issued");
        let error = raw.run(db.writer()).await.expect_err("the table takes what nobody confirmed");
        assert!(
            violation(&error).is_some_and(|found| found.is("certificate_needs_moderation", "")),
            "{error}"
        );
        let sql = "INSERT INTO moderation (sitting_id, leaf, seed, entered_by, state) \
                   SELECT s.id, 0, $1, a.id, 'waiting' FROM sitting s, account a WHERE a.login = 'nur'";
        run(db.writer(), sql, ["0".repeat(64).into()]).await.unwrap();
        issue(&house).await.expect(409);
        let sql = "UPDATE moderation SET state = 'confirmed', \
                   moderator_account = (SELECT id FROM account WHERE login = 'galih')";
        run(db.writer(), sql, []).await.unwrap();
        let raw = certificate_row(1, 1, RAHMAT, "competence").set("state", "issued");
        raw.run(db.writer()).await.expect("another hand confirmed it");
    })
    .await;
}

#[tokio::test]
async fn what_another_registry_issued_is_kept_handed_over_and_never_changed() {
    in_a_world(CertificateKind::Training, |house| async move {
        let list = format!("/people/{}/outside-certificates", person(RAHMAT));
        let new = format!("{list}/new");
        let fields = [
            ("registry", "bnsp"),
            ("issuer", "LSP Contoh"),
            ("number", "24112 7212 2 0000001 2026"),
            ("title", "Klaster las"),
            ("issued_on", "10-11-2026"),
            ("valid_until", "09-11-2029"),
        ];
        let bare = house.post("galih", &new, &fields).await.expect(422);
        assert!(bare.shows("Unggah pindaiannya"), "{}", bare.body);
        let scan = [("scan", "sertifikat.pdf", b"%PDF-1.4 contoh".as_slice())];
        house.post_file("galih", &new, &fields, &scan).await.expect(303);
        let twice = house.post_file("galih", &new, &fields, &scan).await.expect(422);
        assert!(twice.shows("sudah dipakai"), "{}", twice.body);
        assert_eq!(house.post("maya", &new, &fields).await.status, 404, "of another office");
        let found = certification::elsewhere::of_person(house.house.db.read(), person(RAHMAT)).await.unwrap();
        assert_eq!(found[0].scan_digest.as_deref(), Some(audit::fingerprint(b"%PDF-1.4 contoh").as_str()));
        let hand = format!("{list}/{}/handing", found[0].id);
        house.post("galih", &hand, &[("day", "09-11-2026"), ("to", "Rahmat")]).await.expect(422);
        house.post("galih", &hand, &[("day", "24-11-2026"), ("to", "Rahmat")]).await.expect(303);
        house.post("galih", &hand, &[("day", "24-11-2026"), ("to", "Rahmat")]).await.expect(409);
        let page = house.get("galih", &list).await.expect(200);
        for text in ["24112 7212 2 0000001 2026", "LSP Contoh (BNSP)", "Diserahkan 24 November 2026"] {
            assert!(page.shows(text), "{text}: {}", page.body);
        }
        for path in [&new, &hand] {
            assert!(!house.get("galih", path).await.expect(200).body.contains('⟦'), "{path}");
        }
        for table in ["outside_certificate", "outside_handing"] {
            let error = run(house.house.db.writer(), &format!("DELETE FROM {table}"), []).await.unwrap_err();
            assert!(error.to_string().contains("outside_kept"), "{table}: {error}");
        }
    })
    .await;
}

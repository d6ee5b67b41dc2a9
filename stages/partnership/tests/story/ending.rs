// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The end of a term, to the second and in the host's zone, and an end before its time.

use kernel::zone::Zone;
use partnership::facts::{AgreementState, Standing as Stands};
use web::testing::{Standing, on_each_database};

use crate::ground::{
    AGREEMENT, DRAFT, PAGE, PLAN, agreed, agreement, day, end, reaches, second_before, settle, signature,
    signed, with,
};

/// An agreement between this host and a partner of another zone, in force until 30 June 2026.
async fn in_force(house: &Standing, code: &str, (host, head): (&str, &str), (partner, other): (&str, &str)) {
    let parties = format!("{partner} | trainer");
    let changed =
        [("code", code), ("parties", &parties), ("starts_on", "19-01-2026"), ("ends_on", "30-06-2026")];
    house.post(head, "/agreements/new", &with(&DRAFT, &changed)).await.expect(303);
    for (party, login) in [(host, head), (partner, other)] {
        let agreeing = [("party", party), ("day", "19-01-2026")];
        house.post(login, &format!("/agreements/{code}/agreeing"), &agreeing).await.expect(303);
    }
    for (party, login) in [(host, head), (partner, other)] {
        let signing = with(&signature(party, "1"), &[("day", "19-01-2026")]);
        house.post(login, &format!("/agreements/{code}/signing"), &signing).await.expect(303);
    }
}

#[tokio::test]
async fn a_partner_reaches_nobody_from_midnight_of_the_host_on() {
    on_each_database(PLAN, async |house: Standing| {
        settle(&house).await;
        in_force(&house, "PKS-WITA", ("lapas-kotabaru", "kalapas"), ("smkn3-jember", "kepsek")).await;
        in_force(&house, "PKS-WIB", ("lapas-jember", "asing"), ("blk-kotabaru", "kepala.blk")).await;
        // Midnight of the hosts; the partners live in WIT and WITA.
        for (code, partner, midnight) in [
            ("PKS-WITA", "kepsek", "2026-06-30T16:00:00Z"),
            ("PKS-WIB", "kepala.blk", "2026-06-30T17:00:00Z"),
        ] {
            let midnight = midnight.parse().expect("an instant");
            assert!(
                reaches(&house, partner, code, second_before(midnight)).await,
                "{code}: one second before"
            );
            assert!(!reaches(&house, partner, code, midnight).await, "{code}: at 24:00");
        }
        for (code, partner, zone) in
            [("PKS-WITA", "kepsek", Zone::Wita), ("PKS-WIB", "kepala.blk", Zone::Wib)]
        {
            let first = zone.at(day("19-01-2026"), 0, 0);
            assert!(reaches(&house, partner, code, first).await, "{code}: from 00:00 of the first day");
            assert!(!reaches(&house, partner, code, second_before(first)).await, "{code}: not before");
        }
    })
    .await;
}

#[tokio::test]
async fn an_early_end_withdraws_the_grants_with_that_day() {
    on_each_database(PLAN, async |house: Standing| {
        signed(&house).await;
        house.at(day("15-06-2026"));
        let done = end(&house, "kalapas", "30-06-2026").await.expect(303);
        assert!(done.said[0].contains("30 Juni 2026 pukul 24.00"), "{:?}", done.said);
        let fact = agreement(&house, AGREEMENT).await;
        assert_eq!((fact.state, fact.last_day()), (AgreementState::Ended, day("30-06-2026")));
        assert_eq!(fact.standing(day("30-06-2026")), Stands::InForce);
        assert_eq!(fact.standing(day("01-07-2026")), Stands::Ended);
        let midnight = Zone::Wita.end_of(day("30-06-2026"));
        for partner in ["kepala.blk", "lsp"] {
            assert!(reaches(&house, partner, AGREEMENT, second_before(midnight)).await, "{partner}");
            assert!(!reaches(&house, partner, AGREEMENT, midnight).await, "{partner}");
        }
        let page = house.get("kepala.blk", PAGE).await.expect(200);
        assert!(page.shows("Alasan: “Bengkel ditutup.”"), "a party reads why: {}", page.body);
        let again = end(&house, "kalapas", "20-06-2026").await.expect(409);
        assert!(again.shows("sudah diakhiri pada 30-06-2026"), "{}", again.body);
    })
    .await;
}

#[tokio::test]
async fn only_the_host_ends_and_only_within_the_term() {
    on_each_database(PLAN, async |house: Standing| {
        agreed(&house).await;
        assert!(
            end(&house, "kalapas", "30-06-2026").await.expect(409).shows("belum ditandatangani semua pihak")
        );
        for (party, number) in [("lapas-kotabaru", "1"), ("blk-kotabaru", "2"), ("lsp-las", "3")] {
            crate::ground::sign(&house, "kalapas", party, number).await.expect(303);
        }
        for (login, status) in [("giatja", 403), ("kepala.blk", 403), ("asing", 404)] {
            assert_eq!(end(&house, login, "30-06-2026").await.status, status, "{login}");
        }
        for on in ["19-01-2026", "31-12-2026"] {
            assert!(
                end(&house, "kalapas", on).await.expect(409).shows("tidak dapat menjadi hari terakhir"),
                "{on}"
            );
        }
        let empty = house.post("kalapas", &format!("{PAGE}/ending"), &[]).await.expect(422);
        assert!(empty.shows("2 isian perlu diperbaiki"), "{}", empty.body);
        assert_eq!(agreement(&house, AGREEMENT).await.state, AgreementState::Signed);
    })
    .await;
}

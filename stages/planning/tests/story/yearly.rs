// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The plan of a year: drafted, mended, laid before the head, in force, its batches paid for, replaced by a revision.

use access::Role;
use store::violation;
use web::testing::{Answer, Standing, on_each_database};

use crate::ground::{Ground, day, plan};

const NEW: &str = "/plans/years/new";
const PLAN: &str = "/plans/years/RT-2026";
const CEILINGS: &str = "apbn | Rp60.000.000\nDBHCHT | 20.000.000";
const LINES: &str = "k1 | las | Feb-Apr | 2 | 16 | Rp1.500.000 | orang | apbn\nK2 | LAS | 5-6 | 1 | 16 | Rp20.000.000 | paket | dbhcht";

async fn ground(house: Standing) -> Ground {
    let ground = Ground::of(house).await;
    ground.windows().await;
    ground
}

async fn drafted(ground: &Ground, code: &str, lines: &str) -> Answer {
    let fields = [("code", code), ("year", "2026"), ("ceilings", CEILINGS), ("lines", lines)];
    ground.house.post("giatja", NEW, &fields).await
}

async fn step(ground: &Ground, who: &str, step: &str) -> Answer {
    ground.house.post(who, &format!("{PLAN}/{step}"), &[]).await
}

/// A plan that giatja laid and kalapas approved.
async fn in_force(ground: &Ground) {
    drafted(ground, "RT-2026", LINES).await.expect(303);
    step(ground, "giatja", "laying").await.expect(303);
    step(ground, "kalapas", "approval").await.expect(303);
}

async fn tie(ground: &Ground, fields: &[(&str, &str)]) -> Answer {
    ground.house.post("giatja", &format!("{PLAN}/batches"), fields).await
}

#[tokio::test]
async fn a_plan_goes_through_two_hands() {
    on_each_database(plan(), async |house| {
        let ground = ground(house).await;
        let done = drafted(&ground, "RT-2026", LINES).await.expect(303);
        assert!(done.said[0].contains("2 program, Rp68.000.000"), "{:?}", done.said);
        assert!(done.said.iter().any(|one| one.contains("belum lulus peninjauan")), "{:?}", done.said);
        let page = ground.house.get("giatja", PLAN).await.expect(200);
        for sentence in
            ["Konsep", "Las pelat", "Februari–April", "Rp48.000.000", "Rp20.000.000", "Ajukan kepada kepala"]
        {
            assert!(page.shows(sentence), "{sentence}");
        }
        let early = step(&ground, "kalapas", "approval").await.expect(409);
        assert!(early.shows("tidak sedang menunggu"));
        step(&ground, "giatja", "laying").await.expect(303);
        assert!(step(&ground, "giatja", "laying").await.expect(409).shows("sudah diajukan"));
        step(&ground, "giatja", "approval").await.expect(403);
        let reason = [("reason", "Tambah DBHCHT")];
        ground.house.post("kalapas", &format!("{PLAN}/giving-back"), &reason).await.expect(303);
        assert!(ground.house.get("giatja", PLAN).await.expect(200).shows("Tambah DBHCHT"));
        let fields = [("ceilings", CEILINGS), ("lines", LINES)];
        ground.house.post("giatja", &format!("{PLAN}/change"), &fields).await.expect(303);
        step(&ground, "giatja", "laying").await.expect(303);
        let done = step(&ground, "kalapas", "approval").await.expect(303);
        assert!(done.said[0].contains("berlaku"), "{:?}", done.said);
        let change = ground.house.post("giatja", &format!("{PLAN}/change"), &fields).await.expect(409);
        assert!(change.shows("susun revisi"));
        for stranger in ["kablk", "kplp", "instruktur"] {
            assert!([403, 404].contains(&ground.house.get(stranger, PLAN).await.status), "{stranger}");
        }
        ground.house.get("asing", PLAN).await.expect(404);
        let list = ground.house.get("kalapas", "/plans/years").await.expect(200);
        for text in ["RT-2026", "Berlaku", "Rp80.000.000"] {
            assert!(list.shows(text), "{text}: {}", list.body);
        }
        let report = audit::verify(ground.house.house.db.read()).await.unwrap();
        assert!(report.flaws.is_empty());
    })
    .await;
}

#[tokio::test]
async fn whoever_had_a_hand_in_it_does_not_approve_it() {
    on_each_database(plan(), async |house| {
        let ground = ground(house).await;
        ground.house.account("plh", "lapas-kotabaru", &[Role::Head, Role::Work]).await;
        drafted(&ground, "RT-2026", LINES).await.expect(303);
        let fields = [("ceilings", CEILINGS), ("lines", LINES)];
        ground.house.post("plh", &format!("{PLAN}/change"), &fields).await.expect(303);
        step(&ground, "giatja", "laying").await.expect(303);
        assert!(step(&ground, "plh", "approval").await.expect(409).shows("tidak menyetujuinya sendiri"));
        step(&ground, "kalapas", "approval").await.expect(303);
        // Neither does the database let one person do both.
        let sql = "UPDATE year_plan SET approved_by = changed_by WHERE code = 'RT-2026'";
        let error = store::run(ground.house.house.db.writer(), sql, []).await.expect_err("two people");
        assert!(violation(&error).expect("a constraint").is("year_plan_two_people", ""));
    })
    .await;
}

#[tokio::test]
async fn every_fault_of_a_line_is_named_at_once() {
    on_each_database(plan(), async |house| {
        let ground = ground(house).await;
        let fields = [
            ("code", "rencana 2026"),
            ("year", "26"),
            ("ceilings", "apbn | 1.000\napbn | -5\nlotere | 1\nrusak"),
            ("lines", "K1 | SIAPA | 11-2 | 0 | 900 | x | ekor | csr\nK1 | LAS"),
        ];
        let page = ground.house.post("giatja", NEW, &fields).await.expect(422);
        for fault in [
            "bukan tahun",
            "Baris 2: Jumlah uang paling banyak",
            "Baris 3: “lotere” bukan sumber uang",
            "Baris 4: Tulis sumber | pagu",
            "Baris 1: “11-2” tidak terbaca",
            "Baris 1: “0” bukan bilangan dari 1 sampai 50",
            "Baris 1: “900” bukan bilangan",
            "Baris 1: “ekor” tidak dikenal",
            "Baris 1: CSR belum mempunyai pagu",
            "SIAPA",
            "Baris 2: Tulis kode | program",
        ] {
            assert!(page.shows(fault), "{fault}");
        }
        ground.house.post("kalapas", NEW, &[]).await.expect(422);
        ground.house.post("kablk", NEW, &fields).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn what_is_in_the_way_is_named_and_the_plan_is_not_laid() {
    on_each_database(plan(), async |house| {
        let ground = ground(house).await;
        ground.house.post("giatja", "/plans/closed-days", &[
            ("day", "16-03-2026"),
            ("until", "27-03-2026"),
            ("reason", "Idul Fitri"),
        ])
        .await
        .expect(303);
        // 46 batches of 6 hours of practice want 276 hours; March has 9 days less 4 of 3 hours and 45 minutes.
        let lines = "K1 | LAS | 3 | 46 | 16 | Rp3.000.000 | orang | apbn\nK2 | LAS | 5-8 | 1 | 16 | Rp20.000.000 | paket | dbhcht";
        drafted(&ground, "RT-2026", lines).await.expect(303);
        let refused = step(&ground, "giatja", "laying").await.expect(409);
        for sentence in [
            "3 hal menghalangi",
            "APBN (DIPA): direncanakan Rp2.208.000.000, pagu Rp60.000.000; lebih Rp2.148.000.000",
            "K2 Las pelat: perjanjian PKS-LAS",
            "tidak mencakup Mei–Agustus",
            "Bengkel las, Maret: perlu 276 jam praktik, tersedia 30 jam (K1)",
        ] {
            assert!(refused.shows(sentence), "{sentence}");
        }
        let page = ground.house.get("giatja", PLAN).await.expect(200);
        for sentence in ["16–27 Maret 2026 tutup (Idul Fitri), 6 hari kegiatan", "melebihi pagu", "Konsep"] {
            assert!(page.shows(sentence), "{sentence}");
        }
    })
    .await;
}

#[tokio::test]
async fn batches_take_their_money_and_never_more_than_there_is() {
    on_each_database(plan(), async |house| {
        let ground = ground(house).await;
        in_force(&ground).await;
        ground.batch_of(52, "LAS-3").await;
        let page = ground.house.get("giatja", PLAN).await.expect(200);
        assert!(
            page.shows("Angkatan tahun ini tanpa baris rencana") && page.shows("Kaitkan dengan baris K1")
        );
        let dear =
            tie(&ground, &[("batch", "LAS-1"), ("line", "K1"), ("amount", "Rp60.000.001")]).await.expect(409);
        assert!(dear.shows("tinggal Rp60.000.000; LAS-1 perlu Rp60.000.001, kurang Rp1"));
        let done = tie(&ground, &[("batch", "las-1"), ("line", "k1")]).await.expect(303);
        assert!(done.said[0].contains("Rp24.000.000"), "{:?}", done.said);
        let again = tie(&ground, &[("batch", "LAS-1"), ("line", "K2")]).await.expect(409);
        assert!(again.shows("sudah dibiayai baris K1 dari RT-2026"));
        let done =
            tie(&ground, &[("batch", "LAS-2"), ("line", "K1"), ("amount", "Rp36.000.000")]).await.expect(303);
        assert!(done.said.iter().any(|one| one.contains("Menurut rencana satu angkatan Rp24.000.000")));
        tie(&ground, &[("batch", "LAS-9"), ("line", "K1")]).await.expect(422);
        tie(&ground, &[("batch", "LAS-1"), ("line", "K9")]).await.expect(422);
        let sql = "INSERT INTO opening (batch_id, opened_on) VALUES ($1, $2)";
        ground.write(sql, vec![ground.batch.0.into(), day("05-02-2026").into()]).await;
        let page = ground.house.get("giatja", PLAN).await.expect(200);
        for sentence in ["2 / 2", "Rp24.000.000", "Rp36.000.000", "Belum dibuka", "Dibuka"] {
            assert!(page.shows(sentence), "{sentence}");
        }
        // The database keeps the count of a line whatever the rules say: K1 has two places, and both are taken.
        let raw = async |slot: i64, count: i64| {
            let sql = "INSERT INTO year_batch (batch_id, line_id, slot, line_batches, amount, tied_on) \
                       SELECT b.id, l.id, $1, $2, 0, b.starts_on FROM batch b, year_line l WHERE b.code = 'LAS-3' AND l.code = 'K1'";
            let values = [slot.into(), count.into()];
            store::run(ground.house.house.db.writer(), sql, values).await.expect_err("one too many")
        };
        assert!(violation(&raw(3, 2).await).expect("a constraint").is("year_batch_fits", ""));
        assert!(
            violation(&raw(2, 2).await)
                .expect("a constraint")
                .is("year_batch_place", "year_batch.line_id, year_batch.slot")
        );
        // A count that is not the line's own: SQLite does not name the foreign key.
        assert!(raw(3, 3).await.to_string().to_lowercase().contains("foreign key"));
        let untied = [("batch", "LAS-2")];
        ground.house.post("giatja", &format!("{PLAN}/untied-batches"), &untied).await.expect(303);
        let refused =
            ground.house.post("giatja", &format!("{PLAN}/untied-batches"), &untied).await.expect(409);
        assert!(refused.shows("LAS-2 tidak dibiayai rencana ini"));
        // The database keeps the ceiling whatever the rules say.
        let sql = "UPDATE year_money SET tied = ceiling + 1";
        let error = store::run(ground.house.house.db.writer(), sql, []).await.expect_err("a ceiling");
        assert!(violation(&error).expect("a constraint").is("year_money_tied", ""));
    })
    .await;
}

#[tokio::test]
async fn a_revision_takes_over_what_is_held() {
    on_each_database(plan(), async |house| {
        let ground = ground(house).await;
        in_force(&ground).await;
        tie(&ground, &[("batch", "LAS-1"), ("line", "K1")]).await.expect(303);
        let revise = async |code: &str, ceilings: &str, lines: &str| {
            let fields = [("code", code), ("ceilings", ceilings), ("lines", lines)];
            ground.house.post("giatja", &format!("{PLAN}/revision"), &fields).await.expect(303);
        };
        let lay =
            async |code: &str| ground.house.post("giatja", &format!("/plans/years/{code}/laying"), &[]).await;
        let approve = async |code: &str| {
            ground.house.post("kalapas", &format!("/plans/years/{code}/approval"), &[]).await
        };
        let form = ground.house.get("giatja", &format!("{PLAN}/revision")).await.expect(200);
        assert!(
            form.shows("RT-2026-R1") && form.shows("K1 | LAS | 2-4 | 2 | 16 | Rp1.500.000 | orang | apbn")
        );
        revise("RT-2026-R1", "apbn | 90.000.000", "K9 | LAS | 2-4 | 3 | 16 | 1.500.000 | orang | apbn").await;
        let refused = lay("RT-2026-R1").await.expect(409);
        assert!(refused.shows("Baris K1 sudah mempunyai 1 angkatan"));
        for code in ["RT-2026-R2", "RT-2026-R3"] {
            revise(code, "apbd | 90.000.000", "K1 | LAS | 2-4 | 3 | 16 | 1.500.000 | orang | apbd").await;
            lay(code).await.expect(303);
        }
        approve("RT-2026-R2").await.expect(303);
        assert!(approve("RT-2026-R3").await.expect(409).shows("rencana lain sudah berlaku"));
        let old = ground.house.get("giatja", PLAN).await.expect(200);
        assert!(old.shows("sudah diganti"));
        let new = ground.house.get("giatja", "/plans/years/RT-2026-R2").await.expect(200);
        assert!(new.shows("LAS-1") && new.shows("Rp24.000.000") && new.shows("1 / 3"));
        assert!(
            tie(&ground, &[("batch", "LAS-2"), ("line", "K1")])
                .await
                .expect(409)
                .shows("Rencana ini tidak berlaku")
        );
        // Two plans of one year in force: the database refuses the second.
        let sql = "UPDATE year_plan SET state = 'in_force' WHERE code = 'RT-2026'";
        let error = store::run(ground.house.house.db.writer(), sql, []).await.expect_err("one in force");
        assert!(violation(&error).expect("a constraint").is("year_plan_in_force", "year_plan.host_id"));
    })
    .await;
}

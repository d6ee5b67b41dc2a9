// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Proposals: made from what is known, explained to everyone, approved once and only while the facts hold.

use web::testing::{Standing, on_each_database};

use crate::ground::{Ground, day, plan};

pub const NEW: &str = "/proposals/new";
const APPROVAL: &str = "/proposals/USUL-1/approval";

/// The people of the test by number, with the points of their ranking for LAS-1 and LAS-2.
const RANKED: [(u128, Option<i64>, Option<i64>); 4] =
    [(501, Some(90), Some(40)), (502, Some(80), None), (503, Some(70), Some(65)), (504, None, None)];

pub fn id(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

/// Two batches of one seat each, ranked for four people; the fourth asked for the field and may not take part.
pub async fn ranked(house: Standing) -> Ground {
    let ground = Ground::of(house).await;
    ground.windows().await;
    ground.write("UPDATE batch SET seats = 1, reserves = 1", vec![]).await;
    ground.house.account("kplp2", "lapas-kotabaru", &[access::Role::Head]).await;
    for (number, one, two) in RANKED {
        let name = format!("Peserta {number}");
        let sql = "INSERT INTO person (id, name, name_key, sex, kind, nik_missing) VALUES ($1, $2, $2, 'male', 'convict', 'not-yet-asked')";
        ground.write(sql, vec![id(number).into(), name.into()]).await;
        for (batch, points) in [(50, one), (51, two)] {
            let sql = "INSERT INTO intake (batch_id, state, field, ranked_on) VALUES ($1, 'ranked', 'las', $2) ON CONFLICT DO NOTHING";
            ground.write(sql, vec![id(batch).into(), day("01-02-2026").into()]).await;
            if batch == 51 && points.is_none() {
                continue;
            }
            let sql = "INSERT INTO applicant (batch_id, person_id, applied, eligible, reasons, score, rank, waiting_since) \
                       VALUES ($1, $2, TRUE, $3, '[]', $4, $5, $6)";
            let rank = points.map(|points| 100 - points);
            let values = vec![
                id(batch).into(),
                id(number).into(),
                points.is_some().into(),
                points.unwrap_or(0).into(),
                rank.into(),
                day("01-01-2026").into(),
            ];
            ground.write(sql, values).await;
        }
    }
    ground
}

pub async fn made(ground: &Ground, code: &str) -> web::testing::Answer {
    ground.house.post("giatja", NEW, &[("code", code), ("batches", "LAS-1\nLAS-2")]).await
}

#[tokio::test]
async fn everyone_is_told_why_and_nobody_is_moved() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        let done = made(&ground, "USUL-1").await.expect(303);
        assert!(done.said[0].contains("2 dari 4 orang"), "{:?}", done.said);
        let page = ground.house.get("giatja", "/proposals/USUL-1").await.expect(200);
        // 90 and 65 are worth more together than 80 or 70 beside them.
        for sentence in [
            "155 poin, terbukti yang terbaik",
            // Without that seat the best for all is 80 and 65.
            "Kursi di LAS-1 dengan 90 poin; tanpa kursi ini tidak ada tempat lain.",
            "Di LAS-1 (70 poin) kursinya lebih berarti bagi orang lain",
            "Paling dekat dengan LAS-1 (80 poin)",
            "Semua 1 kursi terisi",
            "Belum ada angkatan yang dapat diikuti",
        ] {
            assert!(page.shows(sentence), "{sentence}");
        }
        assert!(planning::facts::slots(ground.house.house.db.read(), ground.batch).await.unwrap().is_empty());
        for partner in ["kablk", "instruktur"] {
            ground.house.get(partner, "/proposals/USUL-1").await.expect(403);
            ground.house.post(partner, NEW, &[("code", "X"), ("batches", "LAS-1")]).await.expect(403);
        }
        ground.house.get("asing", "/proposals/USUL-1").await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn everything_that_is_not_ready_is_named_at_once() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        ground.write("DELETE FROM batch_instructor WHERE batch_id = $1", vec![id(51).into()]).await;
        ground
            .write(
                "UPDATE intake SET state = 'ranked', field = 'las' WHERE batch_id = $1",
                vec![id(50).into()],
            )
            .await;
        ground.write("DELETE FROM applicant WHERE batch_id = $1", vec![id(51).into()]).await;
        ground.write("DELETE FROM intake WHERE batch_id = $1", vec![id(51).into()]).await;
        let fields = [("code", "USUL-1"), ("batches", "LAS-1, LAS-2, LAS-9")];
        let refused = ground.house.post("giatja", NEW, &fields).await.expect(409);
        for sentence in [
            "LAS-9: tidak ada angkatan dengan kode ini",
            "LAS-2: calon peserta belum diperingkatkan",
            "LAS-2: instruktur belum ditetapkan",
        ] {
            assert!(refused.shows(sentence), "{sentence}");
        }
        let unread = [("code", "usul satu!"), ("batches", ""), ("block_jp", "99")];
        let unread = ground.house.post("giatja", NEW, &unread).await.expect(422);
        for part in ["bukan kode", "Isi antara 1 dan 12"] {
            assert!(unread.shows(part), "{part}");
        }
    })
    .await;
}

#[tokio::test]
async fn one_approval_lays_the_hours_and_a_stale_one_is_refused() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        made(&ground, "USUL-1").await.expect(303);
        made(&ground, "USUL-2").await.expect(303);
        made(&ground, "USUL-3").await.expect(303);
        ground.house.post("giatja", APPROVAL, &[]).await.expect(303);
        let slots = planning::facts::slots(ground.house.house.db.read(), ground.batch).await.unwrap();
        assert_eq!(slots.iter().map(|slot| slot.jp).sum::<i64>(), 15, "every lesson hour is laid");
        let again = ground.house.post("giatja", APPROVAL, &[]).await.expect(409);
        assert!(again.shows("sudah diputuskan"));
        let stale = ground.house.post("giatja", "/proposals/USUL-2/approval", &[]).await.expect(409);
        assert!(stale.shows("rencana lain sudah disetujui"));
        let why = [("reason", "Diganti rencana yang disetujui.")];
        ground.house.post("giatja", "/proposals/USUL-3/turning-down", &[]).await.expect(422);
        ground.house.post("giatja", "/proposals/USUL-3/turning-down", &why).await.expect(303);
        let list = ground.house.get("giatja", "/proposals").await.expect(200);
        assert!(list.shows("Disetujui") && list.shows("Ditolak") && list.shows("berlaku"));
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_makes_an_approval_void() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        made(&ground, "USUL-1").await.expect(303);
        let closed = [("day", "10-02-2026"), ("reason", "Kunjungan")];
        ground.house.post("giatja", "/plans/closed-days", &closed).await.expect(303);
        let stale = ground.house.post("giatja", APPROVAL, &[]).await.expect(409);
        assert!(stale.shows("sudah berubah"));
        let slots = planning::facts::slots(ground.house.house.db.read(), ground.batch).await.unwrap();
        assert!(slots.is_empty(), "nothing is half done");
        // The same question again gives a plan around the closed day.
        made(&ground, "USUL-2").await.expect(303);
        ground.house.post("giatja", "/proposals/USUL-2/approval", &[]).await.expect(303);
        let slots = planning::facts::slots(ground.house.house.db.read(), ground.batch).await.unwrap();
        assert!(!slots.is_empty() && slots.iter().all(|slot| slot.day != day("10-02-2026")));
    })
    .await;
}

#[tokio::test]
async fn people_kept_apart_do_not_meet_and_only_few_learn_why() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        ground.write("UPDATE batch SET seats = 2 WHERE code = 'LAS-1'", vec![]).await;
        let sql =
            "INSERT INTO keep_apart (one_id, other_id, since, reason) VALUES ($1, $2, $3, 'KANARI-PISAH')";
        ground.write(sql, vec![id(501).into(), id(502).into(), day("01-02-2026").into()]).await;
        let fields = [("code", "USUL-1"), ("batches", "LAS-1")];
        ground.house.post("giatja", NEW, &fields).await.expect(303);
        let page = ground.house.get("giatja", "/proposals/USUL-1").await.expect(200);
        assert!(page.shows("160 poin"), "90 and 70, where 90 and 80 would be more");
        assert!(page.shows("Susunan peserta angkatan itu belum memungkinkan"));
        assert!(!page.shows("dipisahkan") && !page.shows("KANARI"));
        let head = ground.house.get("kplp2", "/proposals/USUL-1").await.expect(200);
        assert!(head.shows("Harus dipisahkan dari seorang peserta") && !head.shows("KANARI"));
    })
    .await;
}

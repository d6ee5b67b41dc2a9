// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The way of a paper: in order, each further copy with its reason, and no step that the tables would not take either.

use programme::facts::CertificateKind;
use store::run;
use web::testing::{Answer, Standing};

use crate::world::{in_a_world, issued};

async fn step(house: &Standing, number: &str, step: &str, more: &[(&str, &str)]) -> Answer {
    let fields = [&[("step", step), ("day", "24-11-2026")], more].concat();
    house.post("nur", &format!("/certificates/{number}/paper-way"), &fields).await
}

#[tokio::test]
async fn each_step_follows_the_one_before() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let hand = [("day", "24-11-2026"), ("to", "Rahmat Wibisono")];
        let handing = format!("/certificates/{number}/handing");
        step(&house, &number, "received", &[]).await.expect(409);
        step(&house, &number, "again", &[("reason", "Rusak")]).await.expect(409);
        step(&house, &number, "printed", &[]).await.expect(303);
        assert!(step(&house, &number, "printed", &[]).await.expect(409).shows("sudah dicetak"));
        let early = house.post("galih", &handing, &hand).await.expect(409);
        assert!(early.shows("masih di percetakan"), "{}", early.body);
        step(&house, &number, "received", &[("place", "Percetakan Kota")]).await.expect(303);
        step(&house, &number, "stored", &[]).await.expect(422);
        step(&house, &number, "stored", &[("place", "Lemari 2")]).await.expect(303);
        step(&house, &number, "stored", &[("place", "Lemari 3")]).await.expect(303);
        step(&house, &number, "handed", &[("place", "Rahmat")]).await.expect(409);
        house.post("galih", &handing, &hand).await.expect(303);
        step(&house, &number, "stored", &[("place", "Lemari 4")]).await.expect(409);
        step(&house, &number, "again", &[]).await.expect(422);
        step(&house, &number, "again", &[("reason", "Kertas basah.")]).await.expect(303);
        step(&house, &number, "received", &[("reason", "x")]).await.expect(422);
        step(&house, &number, "received", &[]).await.expect(303);
        step(&house, &number, "handed", &[("place", "Rahmat Wibisono")]).await.expect(303);
        let page = house.get("nur", &format!("/certificates/{number}")).await.expect(200);
        for line in ["Disimpan, cetakan 1, 24 November 2026", "Lemari 3", "cetakan 2", "Kertas basah."] {
            assert!(page.shows(line), "{line}: {}", page.body);
        }
        for sql in [
            "DELETE FROM paper_step",
            "UPDATE paper_step SET place = 'x'",
            "INSERT INTO paper_step (certificate_id, turn, copy, step, day, place, reason, account_name) \
             SELECT id, 8, 2, 'received', '2026-11-24', '', '', 'X' FROM certificate",
            "INSERT INTO paper_step (certificate_id, turn, copy, step, day, place, reason, account_name) \
             SELECT id, 8, 3, 'printed', '2026-11-24', '', '', 'X' FROM certificate",
        ] {
            let error = run(house.house.db.writer(), sql, []).await.expect_err(sql).to_string();
            assert!(error.contains("certificate_kept") || error.contains("paper_step_"), "{sql}: {error}");
        }
        let revoke = [("day", "24-11-2026"), ("reason", "Tertukar.")];
        house.post("nur", &format!("/certificates/{number}/revocation"), &revoke).await.expect(303);
        step(&house, &number, "again", &[("reason", "Lagi")]).await.expect(409);
    })
    .await;
}

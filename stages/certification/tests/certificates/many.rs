// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Many batches at once, in the background: what one lacks keeps no other back, and asking again issues nothing twice.

use std::sync::Arc;

use jobs::Worker;
use programme::facts::CertificateKind;
use store::{FromQueryResult, one, run};
use web::testing::{Answer, Standing};

use crate::world::{batch, in_a_world};

const PATH: &str = "/certificates/issuing";
const DAY: (&str, &str) = ("day", "24-11-2026");

async fn work(house: &Standing) {
    let worker =
        Worker::new(Arc::clone(&house.house), certification::job_kinds(), house.clock(), house.clock());
    assert_eq!(worker.drain().await.expect("the worker works"), 1);
}

/// Asks, has the work done, and answers the page of the job.
async fn issued(house: &Standing, fields: &[(&str, &str)]) -> Answer {
    let asked = house.post("nur", PATH, fields).await.expect(303);
    assert!(asked.location.starts_with("/jobs/"), "{}", asked.location);
    work(house).await;
    house.get("nur", &asked.location).await.expect(200)
}

async fn count(house: &Standing) -> i64 {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM certificate";
    one::<Count, _>(house.house.db.read(), sql, []).await.expect("counted").expect("a count").count
}

async fn title(house: &Standing, title: &str) {
    let sql = "UPDATE programme SET title_id = $1 WHERE code = 'PROG-2'";
    run(house.house.db.writer(), sql, [title.into()]).await.expect("renamed");
}

#[tokio::test]
async fn one_batch_that_cannot_be_issued_keeps_no_other_back() {
    in_a_world(CertificateKind::Competence, |house| async move {
        batch(&house.house.db, "LAS-2", 2, CertificateKind::Competence).await;
        batch(&house.house.db, "LAS-3", 3, CertificateKind::Competence).await;
        title(&house, "Juru las di lapas").await;
        let form = house.get("nur", PATH).await.expect(200);
        assert!(
            form.shows("3 orang menunggu sertifikat") && form.shows("LAS-1\nLAS-2\nLAS-3"),
            "{}",
            form.body
        );

        let page = issued(&house, &[DAY, ("batches", "")]).await;
        assert!(page.shows("2 sertifikat terbit dari 3 angkatan."), "{}", page.body);
        assert!(
            page.shows(
                "Rahmat Wibisono tidak mendapat sertifikat. Sertifikat untuk Rahmat Wibisono memuat kata"
            ),
            "{}",
            page.body
        );
        assert_eq!(
            page.body.matches("Sari Ningsih: unit").count(),
            3,
            "everyone left out is named, in each batch"
        );
        assert_eq!(count(&house).await, 2);

        // Asked again, what is issued stays as it is.
        let page = issued(&house, &[DAY, ("batches", "LAS-1, LAS-2\nLAS-3, LAS-3")]).await;
        assert!(page.shows("0 sertifikat terbit dari 3 angkatan."), "{}", page.body);
        title(&house, "Juru las").await;
        let page = issued(&house, &[DAY]).await;
        assert!(page.shows("1 sertifikat terbit dari 1 angkatan."), "{}", page.body);
        assert_eq!(count(&house).await, 3);
        // Nothing waits any more, and that is said at once.
        let none = house.post("nur", PATH, &[DAY]).await.expect(409);
        assert!(none.shows("Semua yang memenuhi syarat sudah memegang sertifikatnya."), "{}", none.body);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_the_order_is_said_before_anything_waits() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let wrong = house.post("nur", PATH, &[DAY, ("batches", "LAS-1\nLAS-7\nLAS-8")]).await.expect(422);
        assert!(wrong.shows("LAS-7, LAS-8"), "{}", wrong.body);
        let wrong = house.post("nur", PATH, &[("day", "25-11-2026")]).await.expect(422);
        assert!(wrong.shows("Tanggal terbit"), "{}", wrong.body);
        let denied = house.post("maya", PATH, &[DAY]).await;
        assert!(matches!(denied.status, 403 | 404), "{}", denied.status);
        assert_eq!(count(&house).await, 0);
        let form = house.get("maya", PATH).await;
        assert!(matches!(form.status, 403 | 404), "{}", form.status);
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The mentor named to a person confirms that the accompaniment is complete: after training, a note and a first sale.

use audit::Object;
use web::testing::on_each_database;

use crate::ground::{Ground, day, plan};

#[tokio::test]
async fn only_the_mentor_named_confirms_and_only_what_is_complete() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let house = &ground.house;
        let person = Ground::person(1);
        let page = format!("/people/{person}/mentoring/completion");
        let fields = [("batch", "JAHIT-1"), ("day", "20-12-2025")];
        let name = [("mentor", "pendamping"), ("day", "20-11-2025")];
        house.post("pk", &format!("/people/{person}/mentor"), &name).await.expect(303);
        house.at(day("20-12-2025"));
        for login in ["ketua", "pk", "kabapas", "instruktur"] {
            assert!(matches!(house.post(login, &page, &fields).await.status, 403 | 404), "{login}");
        }
        let form = house.get("pendamping", &page).await.expect(200);
        assert!(form.shows("Jahit 1"), "{}", form.body);
        let refused = house.post("pendamping", &page, &fields).await.expect(409);
        assert!(
            refused.shows("belum dapat dipastikan selesai")
                && refused.shows("catatan")
                && refused.shows("penjualan pertama"),
            "{}",
            refused.body
        );
        let note = [("kind", "visit"), ("day", "01-12-2025"), ("note", "Sudah ada pelanggan.")];
        house.post("pendamping", &format!("/people/{person}/mentoring/new"), &note).await.expect(303);
        let business = [
            ("name", "Jahit"),
            ("field", "permak"),
            ("started_on", "01-12-2025"),
            ("first_sale_on", "05-12-2025"),
        ];
        house.post("pk", &format!("/people/{person}/business"), &business).await.expect(303);
        house.post("pendamping", &page, &[fields[0], ("day", "21-12-2025")]).await.expect(422);
        house.post("pendamping", &page, &[fields[0], ("day", "04-12-2025")]).await.expect(409);
        house.post("pendamping", &page, &[("batch", "LAIN"), fields[1]]).await.expect(422);
        house.post("pendamping", &page, &fields).await.expect(303);
        let entries =
            audit::timeline(house.house.db.read(), Object::new("person", person.0), 50).await.unwrap();
        let entry =
            entries.iter().find(|entry| entry.kind == "AccompanimentConfirmed").expect("it is recorded");
        assert_eq!(entry.content["since"], "2025-11-20");
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

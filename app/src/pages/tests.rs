// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who sees what of one person, on the journey's page and in the search; and the first page of a day for every role.

use access::Role;
use kernel::zone::Zone;
use web::testing::Standing;

use crate::{reactions, rooms};

const ADMITTED: &[(&str, &str)] = &[
    ("name", "Saidi bin Jahri"),
    ("register", "B.I 12/2025"),
    ("kind", "convict"),
    ("sex", "male"),
    ("born_on", "17-12-1994"),
    ("home", "Kabupaten Jember"),
    ("admitted_on", "01-02-2025"),
    ("offence", "Pasal 362 KUHP"),
    ("sentence", "3 th"),
    ("expiry_on", "01-02-2028"),
    ("two_thirds_on", "01-02-2027"),
    ("nik_missing", "not-yet-asked"),
    ("health", "Asma"),
];

/// Two prisons and a school; one person is held in the first prison.
async fn house(db: store::Db) -> Standing {
    let words = rooms::words().split_off(2);
    let doors = web::Rooms { actions: rooms::actions(), pages: rooms::pages() };
    let standing = Standing::new(db, doors, &words, reactions::reactions()).await;
    standing.office("lapas-satu", "lapas", Zone::Wib).await;
    standing.office("lapas-dua", "lapas", Zone::Wita).await;
    standing.office("smk-tiga", "smk", Zone::Wib).await;
    for (login, office, role) in [
        ("binadik", "lapas-satu", Role::Registrar),
        ("giatja", "lapas-satu", Role::Work),
        ("kplp", "lapas-satu", Role::Security),
        ("tetangga", "lapas-dua", Role::Registrar),
        ("guru", "smk-tiga", Role::Teacher),
        ("pengelola", "smk-tiga", Role::Admin),
        ("pemantau", "smk-tiga", Role::Directorate),
    ] {
        standing.account(login, office, &[role]).await;
    }
    standing.post("binadik", "/people/new", ADMITTED).await.expect(303);
    standing
}

async fn address(standing: &Standing) -> String {
    let desk = standing.desk("binadik").await;
    let person = people::facts::resolve(&desk, "B.I 12/2025").await.expect("the person was admitted");
    format!("/people/{}", person.id)
}

#[tokio::test]
async fn who_was_never_seated_is_asked_what_she_wants() {
    store::testing::on_each_database(&rooms::migrations(), false, async |db| {
        let standing = house(db).await;
        let page = address(&standing).await;
        let interest = format!("href=\"{page}/interest\"");
        assert!(standing.get("binadik", &page).await.body.contains(&interest));
        assert!(
            !standing.get("kplp", &page).await.body.contains(&interest),
            "security writes down no wishes"
        );
    })
    .await;
}

#[tokio::test]
async fn each_role_sees_its_own_classes_and_no_others() {
    store::testing::on_each_database(&rooms::migrations(), false, async |db| {
        let standing = house(db).await;
        let page = address(&standing).await;
        let (offence, window, health) = ("Pasal 362 KUHP", "1 Februari 2027", "Asma");
        for (login, seen, unseen) in [
            // Block and room are for head, work, registrar and security; the registrar sees every class here.
            ("binadik", vec![offence, window, health], vec!["tidak ditampilkan untuk peran Anda"]),
            ("giatja", vec![window, "tidak ditampilkan untuk peran Anda"], vec![offence, health]),
            ("kplp", vec!["tidak ditampilkan untuk peran Anda"], vec![offence, window, health]),
        ] {
            let answer = standing.get(login, &page).await.expect(200);
            assert!(
                answer.shows("Saidi bin Jahri") && answer.shows("31 tahun, asal Kabupaten Jember"),
                "{login}"
            );
            assert!(seen.iter().all(|text| answer.shows(text)), "{login} should see {seen:?}");
            assert!(!unseen.iter().any(|text| answer.shows(text)), "{login} should not see {unseen:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn outside_the_office_there_is_nobody() {
    store::testing::on_each_database(&rooms::migrations(), false, async |db| {
        let standing = house(db).await;
        let page = address(&standing).await;
        assert!(standing.get("binadik", "/search?q=said").await.expect(200).shows(&page));
        assert!(standing.get("binadik", "/search?q=12/2025").await.expect(200).shows(&page));
        for login in ["tetangga", "guru", "pengelola", "pemantau"] {
            let answer = standing.get(login, &page).await;
            assert!(
                matches!(answer.status, 403 | 404) && !answer.shows("Saidi"),
                "{login}: {}",
                answer.status
            );
            let found = standing.get(login, "/search?q=said").await.expect(200);
            assert!(found.shows("Tidak ada yang cocok") && !found.shows("Saidi"), "{login}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_role_has_a_day_that_begins_without_a_fault() {
    store::testing::on_each_database(&rooms::migrations(), false, async |db| {
        let standing = house(db).await;
        for login in ["binadik", "giatja", "kplp", "tetangga", "guru", "pemantau", "pengelola"] {
            let day = standing.get(login, "/").await.expect(200);
            assert!(
                day.shows("Selasa, 24 November 2026") && day.shows("Tidak ada yang menunggu Anda"),
                "{login}"
            );
            assert_eq!(day.shows("Kelola akun"), login == "pengelola", "{login}");
        }
        assert_eq!(standing.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

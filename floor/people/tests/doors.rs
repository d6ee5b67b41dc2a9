// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The forms and pages in a running house, on every database at hand.

use std::path::Path;

use access::Role;
use kernel::day::Day;
use kernel::id::{OrganisationId, PersonId};
use kernel::sensitive::{Class, Right};
use kernel::zone::Zone;
use people::facts;
use web::Rooms;
use web::testing::{Answer, Plan, Standing, on_each_database};

const PLAN: Plan = Plan {
    migrations: &[people::MIGRATIONS],
    rooms: || Rooms { actions: people::actions(), pages: people::pages() },
    words: &[people::WORDS],
    reactions: &[],
    links: &[],
};

struct House {
    standing: Standing,
    lapas: OrganisationId,
}

async fn settled(standing: Standing) -> House {
    let lapas = standing.office("lapas-jember", "lapas", Zone::Wib).await;
    standing.office("lapas-lain", "lapas", Zone::Wib).await;
    standing.office("smkn-3", "smk", Zone::Wib).await;
    standing.account("reg", "lapas-jember", &[Role::Registrar]).await;
    standing.account("giatja", "lapas-jember", &[Role::Work]).await;
    standing.account("kplp", "lapas-jember", &[Role::Security]).await;
    standing.account("reg.lain", "lapas-lain", &[Role::Registrar]).await;
    standing.account("guru", "smkn-3", &[Role::Teacher]).await;
    standing.account("tu", "smkn-3", &[Role::Registrar]).await;
    House { standing, lapas }
}

fn list(journey: &str) -> Vec<u8> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../journeys/data").join(journey).join("peserta.xlsx");
    std::fs::read(path).expect("the file of the journey is there")
}

impl House {
    async fn import(&self, login: &str, bytes: &[u8], ticks: &[&str]) -> Answer {
        let fields: Vec<(&str, &str)> = ticks.iter().map(|tick| (*tick, "1")).collect();
        self.standing.post_file(login, "/people/import", &fields, &[("file", "peserta.xlsx", bytes)]).await
    }

    async fn held(&self) -> usize {
        facts::held_at(self.standing.house.db.read(), self.lapas).await.expect("people can be read").len()
    }

    async fn admit(&self, login: &str, more: &[(&str, &str)]) -> Answer {
        let mut fields = vec![
            ("name", "Wahyu Santoso alias Yuyu"),
            ("register", "BI.7/2026"),
            ("born_on", "27-10-1992"),
            ("sex", "male"),
            ("nik", "3509032710929487"),
            ("home", "Kabupaten Jember"),
            ("offence", "KANARI-PERKARA"),
            ("block", "KANARI-BLOK"),
            ("health", "KANARI-SEHAT"),
            ("two_thirds_on", "1-2-2028"),
            ("expiry_on", "1-2-2029"),
        ];
        fields.extend_from_slice(more);
        self.standing.post(login, "/people/new", &fields).await
    }

    async fn one(&self) -> PersonId {
        let held =
            facts::held_at(self.standing.house.db.read(), self.lapas).await.expect("people can be read");
        held.first().expect("somebody is held").0.id
    }
}

/// What a browser and a log see must hold nothing of this.
fn tells_nothing(page: &str) {
    for secret in ["KANARI", "Pasal", "3509032710929487", "asma"] {
        assert!(!page.contains(secret), "the page holds {secret}");
    }
}

/// Every sentence that was asked for is there.
fn no_word_is_missing(house: &House) {
    assert_eq!(house.standing.house.words.missing(), Vec::<String>::new());
}

#[tokio::test]
async fn a_list_is_checked_then_held_back_then_taken_and_never_twice() {
    on_each_database(PLAN, |standing| async move {
        let house = settled(standing).await;
        let file = list("s3");
        let tried = house.import("reg", &file, &["dry_run"]).await.expect(303);
        assert_eq!(house.held().await, 0, "a dry run puts nobody on record");
        assert!(tried.said[0].contains("28 siap dicatat"), "{:?}", tried.said);
        let report = house.standing.get("reg", &tried.location).await.expect(200);
        assert!(report.shows("12/25/1990"), "a date that cannot be is shown as written");
        assert!(
            report.shows("Perlu diperbaiki") && report.shows("Berulang") && report.shows("Perlu dilengkapi")
        );
        tells_nothing(&report.body);
        house.standing.get("reg.lain", &tried.location).await.expect(404);
        let english = house.standing.get("reg", &format!("{}?bahasa=en", tried.location)).await;
        assert!(english.status == 303 || english.shows("To be mended"), "{}", english.status);

        let refused = house.import("reg", &file, &[]).await.expect(409);
        assert!(refused.shows("PEOP-07") || refused.shows("1 baris perlu diperbaiki"), "{}", refused.body);
        assert_eq!(house.held().await, 0, "one error holds back the whole file");

        let taken = house.import("giatja", &file, &["skip_bad"]).await.expect(303);
        assert!(taken.said[0].contains("28 orang tercatat"), "{:?}", taken.said);
        assert_eq!(house.held().await, 28);
        let again = house.import("reg", &file, &["skip_bad"]).await.expect(303);
        assert!(again.said[0].contains("Tidak ada orang baru"), "{:?}", again.said);
        assert_eq!(house.held().await, 28);
        let audit = audit::verify(house.standing.house.db.read()).await.expect("the log can be read");
        assert_eq!(
            (audit.leaves, audit.flaws),
            (1, Vec::new()),
            "one leaf: only the import that added people"
        );
        no_word_is_missing(&house);
    })
    .await;
}

#[tokio::test]
async fn lists_show_nothing_that_needs_a_right_and_only_to_the_own_office() {
    on_each_database(PLAN, |standing| async move {
        let house = settled(standing).await;
        house.import("reg", &list("s3"), &["skip_bad"]).await.expect(303);
        for login in ["reg", "giatja", "kplp"] {
            let page = house.standing.get(login, "/people").await.expect(200);
            assert!(
                page.shows("Eko Wahyu Nugroho")
                    && page.shows("B.I 139/2024")
                    && page.shows("Kabupaten Jember")
            );
            tells_nothing(&page.body);
        }
        for login in ["reg.lain", "tu"] {
            let page = house.standing.get(login, "/people").await.expect(200);
            assert!(!page.shows("Eko Wahyu Nugroho"), "{login} has another office");
        }
        let teacher = house.standing.get("guru", "/people").await;
        assert!(!teacher.shows("Eko Wahyu Nugroho"), "partners reach people through batches only");

        let named = house.standing.get("reg", "/people?q=subairi").await.expect(200);
        assert!(named.shows("Subairi") && !named.shows("Misnadi"));
        let aliased = house.standing.get("reg", "/people?q=gepeng").await.expect(200);
        assert!(aliased.shows("Agus Prasetiyo"));
        let numbered = house.standing.get("reg", "/people?q=BI.134%20/%202025").await.expect(200);
        assert!(numbered.shows("Misnadi") && !numbered.shows("Subairi"));
        let detainees = house.standing.get("reg", "/people?kind=remand-detainee").await.expect(200);
        assert!(detainees.shows("Febri Andriansyah") && !detainees.shows("Misnadi"));
        let left = house.standing.get("reg", "/people?state=ended").await.expect(200);
        assert!(!left.shows("Misnadi"));
        no_word_is_missing(&house);
    })
    .await;
}

#[tokio::test]
async fn one_person_is_admitted_under_the_same_checks() {
    on_each_database(PLAN, |standing| async move {
        let house = settled(standing).await;
        house.admit("giatja", &[]).await.expect(403);
        let wrong = [("born_on", "12/25/1990"), ("sex", ""), ("nik", "351405060679339"), ("home", "Malang")];
        let page = house.admit("reg", &wrong).await.expect(422);
        for field in ["problem-born_on", "problem-sex", "problem-nik", "problem-home"] {
            assert!(page.body.contains(field), "{field} is named with all others");
        }
        house.admit("reg", &[]).await.expect(303);
        assert_eq!(house.held().await, 1);
        let person = facts::person(house.standing.house.db.read(), house.one().await)
            .await
            .expect("read")
            .expect("is there");
        assert_eq!(
            (person.name.as_str(), person.aliases.as_slice()),
            ("Wahyu Santoso", &["Yuyu".to_owned()][..])
        );
        assert_eq!(person.nik_masked.as_deref(), Some("3509********9487"));
        assert_eq!(person.home_district.as_deref(), Some("35.09"));

        let twice = house.admit("reg", &[]).await.expect(422);
        assert!(twice.shows("sudah tercatat di kantor Anda"), "{}", twice.body);
        let elsewhere =
            house.admit("reg.lain", &[("name", "Orang Lain"), ("register", "B.I 9/2026")]).await.expect(422);
        assert!(elsewhere.shows("sudah tercatat di sebuah kantor"));
        assert!(
            !elsewhere.shows("B.I 7/2026") && !elsewhere.shows("Wahyu") && !elsewhere.shows("jember"),
            "nothing about her"
        );
        let number =
            [("name", "Budi"), ("nik", ""), ("nik_missing", "not-yet-asked"), ("born_on", "1-1-1990")];
        assert!(house.admit("reg", &number).await.expect(422).shows("sudah dipakai orang lain"));
        assert_eq!(house.held().await, 1);
        no_word_is_missing(&house);
    })
    .await;
}

#[tokio::test]
async fn secrets_are_sealed_and_open_only_with_the_right_of_their_class() {
    on_each_database(PLAN, |standing| async move {
        let house = settled(standing).await;
        house.admit("reg", &[]).await.expect(303);
        let (db, id) = (house.standing.house.db.read(), house.one().await);
        let right = |login: &'static str, class| {
            let house = &house;
            async move {
                let desk = house.standing.desk(login).await;
                let target = facts::target(house.standing.house.db.read(), id).await.expect("read");
                desk.right(class, &target)
            }
        };
        let stay = facts::open_episode(db, id).await.expect("read").expect("is open");
        let secrets = facts::episode_secrets(db, stay.id).await.expect("read").expect("is there");
        let registrar: Right = right("reg", Class::Offence).await.expect("the registrar may");
        assert_eq!(secrets.offence.open(&registrar), Some(&Some("KANARI-PERKARA".to_owned())));
        assert_eq!(secrets.health.open(&registrar), None, "another class");
        assert!(right("giatja", Class::Offence).await.is_none(), "work sees no offence");
        assert!(right("reg.lain", Class::Sentence).await.is_none(), "another office");
        assert!(right("guru", Class::Sentence).await.is_none());
        let sentence = right("giatja", Class::Sentence).await.expect("work plans by it");
        let earliest = facts::earliest_release(db, id).await.expect("read");
        assert_eq!(earliest.open(&sentence), Some(&Day::from_ymd_opt(2028, 2, 1)));
        let nik = facts::nik(db, &house.standing.house.secrets, id).await.expect("it opens");
        let may = right("reg", Class::Nik).await.expect("the registrar may");
        assert_eq!(
            nik.open(&may).and_then(|nik| nik.as_ref()).map(|nik| nik.expose()),
            Some("3509032710929487")
        );
        assert!(facts::has_nik(db, id).await.expect("read"));
        let events = audit::timeline(db, audit::Object::new("person", id.0), 10).await.expect("read");
        tells_nothing(&format!("{events:?}"));
        assert_eq!(events[0].kind, "PersonAdmitted");
        no_word_is_missing(&house);
    })
    .await;
}

#[tokio::test]
async fn a_release_ends_the_stay_and_says_what_follows() {
    on_each_database(PLAN, |standing| async move {
        let house = settled(standing).await;
        house.admit("reg", &[("admitted_on", "1-3-2026")]).await.expect(303);
        let id = house.one().await;
        let db = house.standing.house.db.read();
        let path = format!("/people/{id}/release");
        let form = |kind: &'static str, day: &'static str| [("kind", kind), ("day", day)];
        house.standing.post("reg.lain", &path, &form("parole", "20-11-2026")).await.expect(404);
        house.standing.post("giatja", &path, &form("parole", "20-11-2026")).await.expect(403);
        house.standing.post("reg", &path, &form("parole", "25-11-2026")).await.expect(409);
        house.standing.post("reg", &path, &form("", "kemarin")).await.expect(422);
        house.standing.get("reg", &path).await.expect(200);
        house.standing.post("reg", &path, &form("parole", "20-11-2026")).await.expect(303);
        let person = facts::person(db, id).await.expect("read").expect("is there");
        assert_eq!(person.kind, kernel::person::PersonKind::Client, "a probation office goes on with her");
        let left = facts::released_on(db, id).await.expect("read").expect("has left");
        assert_eq!(
            left,
            (Day::from_ymd_opt(2026, 11, 20).expect("a day"), kernel::person::ReleaseKind::Parole)
        );
        assert_eq!(facts::offices_of(db, id).await.expect("read"), [house.lapas], "still the last office's");
        assert!(facts::open_episode(db, id).await.expect("read").is_none());
        house.standing.post("reg", &path, &form("parole", "20-11-2026")).await.expect(409);
        no_word_is_missing(&house);
    })
    .await;
}

#[tokio::test]
async fn a_person_is_meant_by_number_name_or_id() {
    on_each_database(PLAN, |standing| async move {
        let house = settled(standing).await;
        house.import("reg", &list("s3"), &["skip_bad"]).await.expect(303);
        let desk = house.standing.desk("reg").await;
        let name = |text: &'static str| {
            let desk = &desk;
            async move { facts::resolve(desk, text).await.map(|person| person.name).ok() }
        };
        assert_eq!(name("bi 134 / 2025").await.as_deref(), Some("Misnadi"));
        assert_eq!(name("MISNADI").await.as_deref(), Some("Misnadi"));
        assert_eq!(
            name("Sunarto").await.as_deref(),
            Some("Sunarto bin Kasiman"),
            "without the father's name"
        );
        assert_eq!(name("gepeng").await.as_deref(), Some("Agus Prasetiyo"), "as she is called");
        assert_eq!(name("Nobody").await, None);
        assert_eq!(name("").await, None);
        assert_eq!(name("00000000-0000-0000-0000-000000000000").await, None);
        let id = facts::resolve(&desk, "Misnadi").await.expect("is meant").id.to_string();
        assert_eq!(facts::resolve(&desk, &id).await.expect("is meant").name, "Misnadi");
        let other = house.standing.desk("reg.lain").await;
        assert!(
            facts::resolve(&other, "Misnadi").await.is_err(),
            "another office's people are not found by name"
        );
        no_word_is_missing(&house);
    })
    .await;
}

#[tokio::test]
async fn a_stay_carries_the_key_of_the_name_as_it_is_now() {
    on_each_database(PLAN, |standing| async move {
        #[derive(store::FromQueryResult)]
        struct Row {
            apart: i64,
        }
        let house = settled(standing).await;
        house.import("reg", &list("s3"), &["skip_bad"]).await.expect(303);
        let on = house.standing.house.db.writer();
        let differ = "SELECT CAST(COUNT(*) AS BIGINT) AS apart FROM episode e JOIN person p ON p.id = e.person_id \
                      WHERE e.name_key IS NULL OR e.name_key <> p.name_key";
        store::run(on, "UPDATE person SET name_key = name_key || ' baru'", []).await.expect("names can change");
        let row: Option<Row> = store::one(on, differ, []).await.expect("a count");
        assert!(house.held().await > 0);
        assert_eq!(row.map(|row| row.apart), Some(0));
    })
    .await;
}

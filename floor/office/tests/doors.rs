// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Setting up organisations and accounts in a running house, on every database at hand.

use access::Role;
use desk::{Kind, Say, Words};
use kernel::Lang;
use kernel::zone::Zone;
use office::facts;
use web::Rooms;
use web::testing::{Plan, Standing, on_each_database};

const PLAN: Plan = Plan {
    migrations: &[],
    rooms: || Rooms { actions: office::actions(), pages: office::pages() },
    words: &[office::WORDS],
    reactions: &[],
    links: &[],
};

async fn settled(standing: Standing) -> Standing {
    standing.office("pusat", "ditjenpas", Zone::Wib).await;
    standing.account("admin", "pusat", &[Role::Admin]).await;
    standing.account("kepala", "pusat", &[Role::Head]).await;
    standing
}

#[tokio::test]
async fn an_organisation_takes_its_place_and_its_zone() {
    on_each_database(PLAN, |standing| async move {
        let house = settled(standing).await;
        let form = [
            ("code", "Lapas-Kotabaru"),
            ("kind", "lapas"),
            ("name", "Lapas Kelas IIA Kotabaru"),
            ("district", "Kabupaten Kotabaru"),
            ("parent", "pusat"),
        ];
        house.post("kepala", "/organisations/new", &form).await.expect(403);
        house.post("admin", "/organisations/new", &form).await.expect(303);
        let made =
            facts::by_code(house.house.db.read(), "lapas-kotabaru").await.expect("read").expect("is there");
        assert_eq!(
            (made.zone, made.district_code.as_deref()),
            (Zone::Wita, Some("63.02")),
            "the zone of its province"
        );
        assert_eq!(made.short_name, made.name, "no short name was given");
        assert!(made.answers_for_people());
        let parent = facts::by_id(house.house.db.read(), made.parent.expect("has one")).await.expect("read");
        assert_eq!(parent.expect("is there").code, "pusat");
        let again = house.post("admin", "/organisations/new", &form).await.expect(422);
        assert!(again.shows("sudah dipakai"));
        let wrong = [
            ("code", "Lapas X"),
            ("kind", "warung"),
            ("name", ""),
            ("district", "Malang"),
            ("parent", "nobody"),
        ];
        let page = house.post("admin", "/organisations/new", &wrong).await.expect(422);
        for field in ["code", "kind", "name", "district", "zone", "parent"] {
            assert!(page.body.contains(&format!("problem-{field}")), "{field} is named with all others");
        }
        let list = house.get("kepala", "/organisations?q=kotabaru").await.expect(200);
        assert!(list.shows("Lapas Kelas IIA Kotabaru") && !list.body.contains("<small>pusat</small>"));
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn an_account_is_opened_with_its_roles_and_closed_for_good() {
    on_each_database(PLAN, |standing| async move {
        let house = settled(standing).await;
        let form = [
            ("organisation", "pusat"),
            ("name", "Ratih Wulandari"),
            ("post", "Kasi Giatja"),
            ("login", "Ratih.W"),
            ("password", "jalan pulang ke rumah"),
            ("roles", "work"),
            ("second_role", "registrar"),
            ("third_role", "work"),
        ];
        house.post("kepala", "/accounts/new", &form).await.expect(403);
        house.post("admin", "/accounts/new", &form).await.expect(303);
        let db = house.house.db.read();
        let id = access::account_named(db, "ratih.w").await.expect("read").expect("is open");
        let account = facts::account(db, id).await.expect("read").expect("is open");
        assert_eq!(
            (account.roles, account.post.as_str()),
            (vec!["registrar".to_owned(), "work".to_owned()], "Kasi Giatja")
        );
        let first = house.get("ratih.w", "/organisations").await.expect(303);
        assert_eq!(first.location, "/account/password", "what the administrator set is changed first");
        let taken = house.post("admin", "/accounts/new", &form).await.expect(422);
        assert!(taken.shows("sudah dipakai"));
        let wrong = [
            ("organisation", "x"),
            ("name", ""),
            ("login", "a b"),
            ("password", "pendek"),
            ("roles", "raja"),
        ];
        let page = house.post("admin", "/accounts/new", &wrong).await.expect(422);
        for field in ["organisation", "name", "login", "password", "roles"] {
            assert!(page.body.contains(&format!("problem-{field}")), "{field} is named with all others");
        }
        house.get("kepala", "/accounts").await.expect(403);
        assert!(house.get("admin", "/accounts?q=ratih").await.expect(200).shows("Kegiatan kerja"));

        house.get("admin", "/accounts/ratih.w/closing").await.expect(200);
        house.post("admin", "/accounts/admin/closing", &[]).await.expect(409);
        house.post("admin", "/accounts/ratih.w/closing", &[]).await.expect(303);
        assert!(access::account_named(db, "ratih.w").await.expect("read").is_none());
        house.post("admin", "/accounts/ratih.w/closing", &[]).await.expect(404);
        let reused = house.post("admin", "/accounts/new", &form).await.expect(422);
        assert!(reused.shows("sudah dipakai"), "the name of a closed account stays taken");
        let events =
            audit::recent(db, facts::by_code(db, "pusat").await.expect("read").expect("is there").id.0, 10)
                .await;
        let shown = format!("{:?}", events.expect("read"));
        assert!(
            shown.contains("AccountOpened")
                && shown.contains("AccountClosed")
                && !shown.contains("jalan pulang")
        );
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn people_choose_by_name_and_hand_in_codes() {
    on_each_database(PLAN, |standing| async move {
        let house = settled(standing).await;
        let desk = house.desk("admin").await;
        let form = desk::Form::default();
        let offices = facts::pick_organisations(&desk, &form).await.expect("read");
        assert_eq!(offices.iter().map(|choice| choice.value.as_str()).collect::<Vec<_>>(), ["pusat"]);
        let accounts = facts::pick_accounts(&desk, &form).await.expect("read");
        assert_eq!(
            accounts.iter().map(|choice| choice.value.as_str()).collect::<Vec<_>>(),
            ["admin", "kepala"]
        );
        assert_eq!(accounts[1].label, "kepala, pusat", "an empty post leaves no gap");
    })
    .await;
}

#[test]
fn forms_and_codes_can_be_said_in_both_languages() {
    let words = Words::new(&[desk::WORDS, web::WORDS, office::WORDS]).expect("the words can be read");
    let only_english =
        Words::new(&[desk::WORDS, web::WORDS, (office::WORDS.1, office::WORDS.1)]).expect("as well");
    let mut wanted: Vec<String> = office::EVENTS.iter().map(|event| format!("event-{event}")).collect();
    for number in 1..=7 {
        wanted.extend([format!("refusal-offc-0{number}"), format!("refusal-offc-0{number}.next")]);
    }
    for problem in ["too-short", "too-common", "holds-login", "same", "again", "wrong"] {
        wanted.push(format!("office-password-{problem}"));
    }
    for action in office::actions() {
        let key = action.name.replace(' ', "-");
        wanted.extend([key.clone(), format!("{key}.lead"), format!("{key}.verb")]);
        // The label of an organisation is shared by all rooms.
        let own = |field: &&desk::Field| !matches!(field.kind, Kind::Path) && field.name != "organisation";
        for field in action.fields.iter().filter(own) {
            wanted.push(format!("field-{key}-{}", field.name.replace('_', "-")));
            if let Kind::Codes { prefix, codes } = field.kind {
                wanted.extend(codes.iter().map(|code| format!("{prefix}-{}", code.replace('_', "-"))));
            }
        }
    }
    wanted.extend(Role::ALL.iter().map(|role| format!("office-role-{}", role.code().replace('_', "-"))));
    for key in wanted {
        assert!(words.try_say(Lang::Id, &Say::new(&key)).is_some(), "{key}");
        assert!(only_english.try_say(Lang::Id, &Say::new(&key)).is_some(), "{key} in English");
    }
}

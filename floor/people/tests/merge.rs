// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Two records of one person: proposed, compared, merged, undone to the letter; and what stands against it, all at once.

use access::Role;
use kernel::id::PersonId;
use kernel::zone::Zone;
use people::facts;
use store::FromQueryResult;
use uuid::Uuid;
use web::Rooms;
use web::testing::{Plan, Standing, on_each_database};

const PLAN: Plan = Plan {
    migrations: &[people::MIGRATIONS],
    rooms: || Rooms { actions: people::actions(), pages: people::pages() },
    words: &[people::WORDS],
    reactions: &[],
    links: &[],
};

async fn admitted(standing: &Standing, name: &str, number: &str, nik: Option<&str>) -> PersonId {
    let mut fields = vec![
        ("name", name),
        ("register", number),
        ("sex", "male"),
        ("born_on", "17-11-1992"),
        ("admitted_on", "1-2-2026"),
    ];
    fields.push(nik.map_or(("nik_missing", "document-lost"), |nik| ("nik", nik)));
    standing.post("satu", "/people/new", &fields).await.expect(303);
    let desk = standing.desk("satu").await;
    facts::resolve(&desk, number).await.expect("was admitted").id
}

async fn house(standing: &Standing) {
    for code in ["satu", "dua"] {
        standing.office(code, "lapas", Zone::Wib).await;
        standing.account(code, code, &[Role::Registrar]).await;
    }
    standing.account("kepala", "satu", &[Role::Head]).await;
}

#[derive(Debug, PartialEq, FromQueryResult)]
struct PersonRow {
    id: Uuid,
    name: String,
    kind: String,
    nik_sealed: Option<Vec<u8>>,
    nik_hash: Option<Vec<u8>>,
    nik_masked: Option<String>,
    nik_missing: Option<String>,
    nik_note: Option<String>,
    merged_into: Option<Uuid>,
}

#[derive(Debug, PartialEq, FromQueryResult)]
struct StayRow {
    id: Uuid,
    person_id: Uuid,
    register: Option<String>,
    ended_on: Option<kernel::day::Day>,
    end_reason: Option<String>,
    name_key: Option<String>,
}

/// Everything a merge may touch.
async fn everything(standing: &Standing) -> (Vec<PersonRow>, Vec<StayRow>) {
    let db = standing.house.db.read();
    let people = "SELECT id, name, kind, nik_sealed, nik_hash, nik_masked, nik_missing, nik_note, merged_into FROM person ORDER BY id";
    let stays = "SELECT id, person_id, register, ended_on, end_reason, name_key FROM episode ORDER BY id";
    (store::rows(db, people, []).await.expect("people"), store::rows(db, stays, []).await.expect("stays"))
}

async fn proposed_and_compared(standing: &Standing, kept: PersonId, second: PersonId) {
    let list = standing.get("satu", "/people/duplicates").await.expect(200);
    let (one, other) = (kept.min(second), kept.max(second));
    assert!(list.shows(&format!("/people/{one}/merge/{other}")), "{}", list.body);
    standing.get("kepala", "/people/duplicates").await.expect(403);
    let form = format!("/people/{kept}/merge/{second}");
    let page = standing.get("satu", &form).await.expect(200);
    for shown in ["B.I 15/2025", "B.I 45/2026", "Berbeda"] {
        assert!(page.shows(shown), "{shown}: {}", page.body);
    }
    assert!(!page.shows("3511081711929003"), "the number itself stays sealed");
    standing.get("dua", &form).await.expect(404);
    standing.post("kepala", &form, &[("reason", "Sama")]).await.expect(403);
    standing.post("satu", &form, &[("reason", "")]).await.expect(422);
}

#[tokio::test]
async fn a_merge_is_proposed_compared_done_and_undone_to_the_letter() {
    on_each_database(PLAN, |standing| async move {
        house(&standing).await;
        let kept = admitted(&standing, "Abdul Halim", "B.I 15/2025", None).await;
        let second =
            admitted(&standing, "Halim alias Abdul Halim", "B.I 45/2026", Some("3511081711929003")).await;
        let form = format!("/people/{kept}/merge/{second}");
        proposed_and_compared(&standing, kept, second).await;

        let before = everything(&standing).await;
        standing.post("satu", &form, &[("reason", "KK sama")]).await.expect(303);
        let db = standing.house.db.read();
        let desk = standing.desk("satu").await;
        for number in ["B.I 15/2025", "B.I 45/2026"] {
            assert_eq!(facts::resolve(&desk, number).await.expect("one person").id, kept, "{number}");
        }
        let seen = facts::person(db, second).await.expect("read").expect("is there");
        assert_eq!((seen.id, seen.known_as, seen.name.as_str()), (second, kept, "Abdul Halim"));
        assert_eq!(seen.aliases, ["Halim"], "the name of the second record is another name");
        assert_eq!(facts::records(db, second).await.expect("read"), [kept, second]);
        assert!(facts::has_nik(db, kept).await.expect("read"), "the number went to the record that is kept");
        assert_eq!(facts::episodes(db, second).await.expect("read").len(), 2);
        let stays = facts::episodes_of(db, &[kept, second]).await.expect("read");
        assert_eq!(
            (stays[&kept].len(), stays[&second].len()),
            (2, 2),
            "under whichever record they are asked for"
        );
        let (_, stays) = everything(&standing).await;
        let named = stays.iter().filter(|stay| stay.name_key.as_deref() == Some("abdul halim")).count();
        assert_eq!(named, 2, "a stay that went over stands in the list under the name it has now");
        for found in ["Halim", "B.I 45/2026"] {
            let address = format!("/people?state=all&q={}", found.replace(' ', "%20").replace('/', "%2F"));
            assert!(standing.get("satu", &address).await.expect(200).shows("Abdul Halim"), "{found}");
        }
        let open = facts::held_at(db, desk.actor.office_id().expect("an office")).await.expect("read");
        assert_eq!(open.len(), 1, "one person is held once");
        standing.post("satu", &form, &[("reason", "KK sama")]).await.expect(409);
        assert!(standing.get("satu", "/people/duplicates").await.expect(200).shows("Tidak ada dua catatan"));

        let part = format!("/people/{second}/part");
        standing.post("dua", &part, &[("reason", "Keliru")]).await.expect(404);
        standing.post("satu", &part, &[("reason", "Keliru")]).await.expect(303);
        assert_eq!(everything(&standing).await, before, "as if it had never been");
        standing.post("satu", &part, &[("reason", "Keliru")]).await.expect(409);
        standing.post("satu", &form, &[("reason", "Ternyata sama")]).await.expect(303);
        assert_eq!(standing.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn what_happened_meanwhile_stays_after_undoing() {
    on_each_database(PLAN, |standing| async move {
        house(&standing).await;
        let kept = admitted(&standing, "Abdul Halim", "B.I 15/2025", None).await;
        let second = admitted(&standing, "Halim alias Abdul Halim", "B.I 45/2026", None).await;
        standing
            .post("satu", &format!("/people/{kept}/merge/{second}"), &[("reason", "KK sama")])
            .await
            .expect(303);
        let release = [("kind", "full-release"), ("day", "20-11-2026")];
        standing.post("satu", &format!("/people/{kept}/release"), &release).await.expect(303);
        standing.post("satu", &format!("/people/{kept}/part"), &[("reason", "Keliru")]).await.expect(303);
        let db = standing.house.db.read();
        let kind = async |id| facts::person(db, id).await.expect("read").expect("is there").kind.code();
        assert_eq!(kind(kept).await, "former", "she was released under this record");
        assert_eq!(kind(second).await, "convict", "and he was not");
        assert!(facts::open_episode(db, second).await.expect("read").is_some());
    })
    .await;
}

#[tokio::test]
async fn whatever_she_was_called_on_either_record_means_her() {
    on_each_database(PLAN, |standing| async move {
        house(&standing).await;
        let kept = admitted(&standing, "Abdul Halim alias Bang Alim", "B.I 15/2025", None).await;
        let twice = "Halim alias Abdul Halim alias Pak Lim";
        let second = admitted(&standing, twice, "B.I 45/2026", None).await;
        let desk = standing.desk("satu").await;
        assert_eq!(facts::resolve(&desk, "Pak Lim").await.expect("one person").id, second);
        let form = format!("/people/{kept}/merge/{second}");
        standing.post("satu", &form, &[("reason", "KK sama")]).await.expect(303);
        for called in ["Halim", "Bang Alim", "pak lim"] {
            assert_eq!(facts::resolve(&desk, called).await.expect("one person").id, kept, "{called}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_is_kept_apart_stays_so_through_a_merge() {
    on_each_database(PLAN, |standing| async move {
        house(&standing).await;
        let kept = admitted(&standing, "Abdul Halim", "B.I 15/2025", None).await;
        let second = admitted(&standing, "Halim alias Abdul Halim", "B.I 45/2026", None).await;
        let other = admitted(&standing, "Sulaiman", "B.I 11/2025", None).await;
        let apart = [("other", "B.I 11/2025"), ("reason", "Berselisih"), ("day", "10-2-2026")];
        standing.post("kepala", &format!("/people/{second}/apart"), &apart).await.expect(303);
        let doubles = [("other", "B.I 45/2026"), ("reason", "Berselisih"), ("day", "10-2-2026")];
        standing.post("kepala", &format!("/people/{kept}/apart"), &doubles).await.expect(303);
        let merge = format!("/people/{kept}/merge/{second}");
        standing.post("satu", &merge, &[("reason", "KK sama")]).await.expect(303);

        let db = standing.house.db.read();
        let mut people = [kept, other];
        people.sort();
        let pairs = async || facts::apart_pairs(db, &people).await.expect("read").places(&people);
        assert_eq!(
            pairs().await,
            [(0, 1)],
            "it was decided under the other record, and nobody is beside oneself"
        );
        let form = standing.get("kepala", &format!("/people/{kept}/apart")).await.expect(200);
        assert!(form.shows("dipisahkan dari Sulaiman"), "{}", form.body);
        let reunite = [("other", "B.I 11/2025"), ("day", "20-2-2026")];
        standing.post("kepala", &format!("/people/{kept}/apart/ended"), &reunite).await.expect(303);
        assert_eq!(pairs().await, []);
    })
    .await;
}

#[tokio::test]
async fn everything_that_stands_against_it_is_named_at_once() {
    on_each_database(PLAN, |standing| async move {
        house(&standing).await;
        let kept = admitted(&standing, "Abdul Halim", "B.I 15/2025", Some("3511081711929003")).await;
        let second =
            admitted(&standing, "Halim alias Abdul Halim", "B.I 45/2026", Some("3511081711929011")).await;
        for person in [kept, second] {
            let away = [("reason", "court"), ("from_on", "20-11-2026")];
            standing.post("satu", &format!("/people/{person}/absence"), &away).await.expect(303);
        }
        let form = format!("/people/{kept}/merge/{second}");
        let refused = standing.post("satu", &form, &[("reason", "KK sama")]).await.expect(409);
        for reason in ["NIK keduanya berbeda", "Keduanya sedang tidak hadir"] {
            assert!(refused.shows(reason), "{reason}: {}", refused.body);
        }
        let same = format!("/people/{kept}/merge/{kept}");
        standing.post("satu", &same, &[("reason", "KK sama")]).await.expect(409);
        assert!(everything(&standing).await.0.iter().all(|row| row.merged_into.is_none()));
    })
    .await;
}

#[tokio::test]
async fn the_tables_themselves_keep_a_pointer_a_pointer() {
    on_each_database(PLAN, |standing| async move {
        house(&standing).await;
        let kept = admitted(&standing, "Abdul Halim", "B.I 15/2025", None).await;
        let second = admitted(&standing, "Halim alias Abdul Halim", "B.I 45/2026", None).await;
        let third = admitted(&standing, "Abd. Halim", "B.I 46/2026", None).await;
        let on = standing.house.db.writer();
        let point = "UPDATE person SET merged_into = $2 WHERE id = $1";
        let refused = store::run(on, point, [second.0.into(), kept.0.into()]).await;
        assert!(refused.is_err(), "a record with stays is nobody's pointer");
        assert!(store::run(on, point, [second.0.into(), second.0.into()]).await.is_err(), "nor its own");
        standing
            .post("satu", &format!("/people/{kept}/merge/{second}"), &[("reason", "KK sama")])
            .await
            .expect(303);
        let stay = "UPDATE episode SET person_id = $2 WHERE person_id = $1";
        assert!(
            store::run(on, stay, [third.0.into(), second.0.into()]).await.is_err(),
            "a pointer has no stay"
        );
        let onward = format!("/people/{third}/merge/{kept}");
        standing.post("satu", &onward, &[("reason", "KK sama")]).await.expect(409);
    })
    .await;
}

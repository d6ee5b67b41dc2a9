// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a token may do: never more than its account, never outside its scopes, never after its end; on every database at hand.

use access::{
    Act, Actor, Entry, NewToken, Role, Target, TokenScope, actor_of_token, authorise, make_token, policy,
    revoke_token, scope, token_text,
};
use chrono::{DateTime, Duration, Utc};
use kernel::id::{AccountId, OrganisationId};
use kernel::sensitive::Class;
use store::testing::on_each_database;
use store::{Db, Migration, insert, run};
use uuid::Uuid;

fn steps() -> Vec<Migration> {
    [audit::MIGRATIONS, access::MIGRATIONS].concat()
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_764_000_000, 0).expect("an instant")
}

const OFFICE: OrganisationId = OrganisationId(Uuid::from_u128(1));
const HEAD: AccountId = AccountId(Uuid::from_u128(2));

async fn settle(db: &Db) {
    let on = db.writer();
    let row = insert("organisation").set("id", OFFICE.0).set("code", "lapas").set("kind", "prison");
    let row = row.set("name", "Lapas").set("short_name", "Lapas").set("zone", "WIB");
    row.run(on).await.expect("the office fits");
    let row = insert("account").set("id", HEAD.0).set("login", "kepala").set("name", "Kepala");
    let row = row.set("password_hash", "!").set("organisation_id", OFFICE.0);
    row.run(on).await.expect("the account fits");
    let row = insert("account_role").set("account_id", HEAD.0).set("role", Role::Head.code());
    row.run(on).await.expect("the role fits");
}

async fn make(db: &Db, number: u8, scopes: &[TokenScope], days: i64) -> (Uuid, String) {
    let (id, text) = (Uuid::from_u128(100 + u128::from(number)), token_text([number; 32]));
    let tx = db.begin().await.expect("a transaction begins");
    let new = NewToken { id, account: HEAD, name: "Uji", text: &text, scopes, days };
    make_token(&tx, &new, now()).await.expect("the token fits");
    tx.commit().await.expect("it is written");
    (id, text)
}

async fn actor(db: &Db, text: &str) -> Option<Actor> {
    actor_of_token(db.read(), text, now()).await.expect("the database answers").map(|(actor, _)| actor)
}

#[tokio::test]
async fn a_token_never_reaches_further_than_scopes_and_account_together() {
    on_each_database(&steps(), false, |db| async move {
        settle(&db).await;
        let (_, reading) = make(&db, 1, &[TokenScope::Reading], 30).await;
        let (_, writing) = make(&db, 2, &[TokenScope::Writing], 30).await;
        let (_, named) =
            make(&db, 3, &[TokenScope::One(Act::SeeOffence), TokenScope::One(Act::PlanLay)], 30).await;
        let account = access::actor_of(db.read(), HEAD).await.expect("read").expect("is open");
        for (text, scopes) in [
            (&reading, vec![TokenScope::Reading]),
            (&writing, vec![TokenScope::Writing]),
            (&named, vec![TokenScope::One(Act::SeeOffence), TokenScope::One(Act::PlanLay)]),
        ] {
            let token = actor(&db, text).await.expect("is valid");
            for act in Act::ALL.iter().copied() {
                let (whole, part) = (scope(&account, act, now()), scope(&token, act, now()));
                let row = policy().iter().find(|row| row.act == act).expect("every act has a row");
                let named = scopes.contains(&TokenScope::One(act));
                let grouped = !act.code().starts_with("see.")
                    && (scopes.contains(&TokenScope::Writing)
                        || scopes.contains(&TokenScope::Reading)
                            && (act.code().ends_with(".read") || act.code().ends_with(".list")));
                let is_given = row.is_for_tokens() && (named || grouped);
                assert_eq!(part, if is_given { whole } else { access::Scope::default() }, "{}", act.code());
                // The list's condition and the single thing come from one scope.
                let own = authorise(&token, act, &Target::of(OFFICE), now()).is_ok();
                assert_eq!(own, part.all || part.owner == Some(OFFICE), "{}", act.code());
            }
        }
        let named = actor(&db, &named).await.expect("is valid");
        let target = Target::of(OFFICE);
        assert!(access::right(&named, Class::Offence, &target, now()).is_some(), "named, and hers");
        assert!(access::right(&named, Class::Health, &target, now()).is_none(), "hers, and not named");
        assert!(scope(&named, Act::PlanLay, now()).is_nowhere(), "named, and not hers");
    })
    .await;
}

#[tokio::test]
async fn a_token_ends_by_its_day_by_revocation_and_with_its_account() {
    on_each_database(&steps(), false, |db| async move {
        settle(&db).await;
        let (id, text) = make(&db, 1, &[TokenScope::Reading], 30).await;
        let at = |after: Duration| {
            let (db, text) = (db.clone(), text.clone());
            async move { actor_of_token(db.read(), &text, now() + after).await.expect("read").is_some() }
        };
        assert!(at(Duration::days(30) - Duration::seconds(1)).await);
        assert!(!at(Duration::days(30)).await, "its last day is over");
        assert!(actor(&db, &token_text([9; 32])).await.is_none(), "nobody made it");
        let found = actor(&db, &text).await.expect("is valid");
        assert!(matches!(&found.entry, Entry::Token(scopes) if scopes.token == id));

        let tx = db.begin().await.expect("a transaction begins");
        assert!(revoke_token(&tx, id, now()).await.expect("written"));
        assert!(!revoke_token(&tx, id, now()).await.expect("written"), "only once");
        tx.commit().await.expect("it is written");
        assert!(actor(&db, &text).await.is_none());
        let sql = "UPDATE api_token SET revoked_at = NULL WHERE id = $1";
        let again = run(db.writer(), sql, [id.into()]).await;
        assert!(again.is_err(), "the database itself keeps a revoked token revoked");

        let (_, text) = make(&db, 2, &[TokenScope::Reading], 365).await;
        assert!(actor(&db, &text).await.is_some());
        let sql = "UPDATE account SET closed_on = '2025-11-24' WHERE id = $1";
        run(db.writer(), sql, [HEAD.0.into()]).await.expect("closed");
        assert!(actor(&db, &text).await.is_none(), "a closed account acts nowhere");
    })
    .await;
}

#[tokio::test]
async fn the_database_refuses_a_token_without_end() {
    on_each_database(&steps(), false, |db| async move {
        settle(&db).await;
        for days in [0, 366] {
            let tx = db.begin().await.expect("a transaction begins");
            let text = token_text([4; 32]);
            let new = NewToken {
                id: Uuid::from_u128(7),
                account: HEAD,
                name: "Uji",
                text: &text,
                scopes: &[],
                days,
            };
            let error = make_token(&tx, &new, now()).await.expect_err("too short or too long");
            assert!(store::violation(&error).is_some_and(|no| no.is("api_token_days", "")), "{error}");
        }
    })
    .await;
}

#[test]
fn nothing_that_asks_for_a_proof_can_be_named() {
    for row in policy() {
        let named = TokenScope::from_code(row.act.code());
        assert_eq!(named.is_some(), row.is_for_tokens(), "{}", row.act.code());
    }
    for act in [Act::DecreeIssue, Act::SeeNik, Act::AccountOwn, Act::TokenCreate, Act::TokenRevoke] {
        assert_eq!(TokenScope::from_code(act.code()), None, "{}", act.code());
    }
    assert_eq!(TokenScope::from_code("all"), None);
}

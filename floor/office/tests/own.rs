// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One's own account in a running house: password, authenticator, sign-ins and tokens; and what the administrator may do
//! for somebody who cannot get in. On every database at hand.

use access::{Role, TokenScope, totp};
use audit::Object;
use kernel::id::AccountId;
use kernel::zone::Zone;
use web::Rooms;
use web::testing::{Answer, Plan, Standing, on_each_database};

const PLAN: Plan = Plan {
    migrations: &[],
    rooms: || Rooms { actions: office::actions(), pages: office::pages() },
    words: &[office::WORDS],
    reactions: &[],
    links: &[],
};

const PASSWORD: &str = "jalan pulang ke rumah";
const OTHER: &str = "roti hangat tiap pagi";

/// A house with an administrator and ratih, both with a password.
async fn settled(standing: Standing) -> (Standing, AccountId) {
    standing.office("pusat", "ditjenpas", Zone::Wib).await;
    standing.account_of("admin", "pusat", &[Role::Admin], PASSWORD).await;
    let ratih = standing.account_of("ratih", "pusat", &[Role::Head], PASSWORD).await;
    (standing, ratih)
}

async fn kinds(house: &Standing, kind: &'static str, id: uuid::Uuid) -> Vec<String> {
    let found = audit::timeline(house.house.db.read(), Object::new(kind, id), 50).await.expect("read");
    found.into_iter().map(|entry| entry.kind).collect()
}

/// What stands in `<code>` on a page that is shown once.
fn shown_once(page: &Answer) -> Vec<String> {
    let parts = page.body.split("<code>").skip(1).filter_map(|part| part.split("</code>").next());
    parts.map(str::to_owned).collect()
}

async fn send(house: &Standing, cookie: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    house.post_with(cookie, path, fields, &[]).await
}

async fn is_in(house: &Standing, cookie: &str) -> bool {
    house.get_with(cookie, "/organisations").await.status == 200
}

#[tokio::test]
async fn an_authenticator_is_set_up_by_its_first_code_and_shows_ten_codes_once() {
    on_each_database(PLAN, |standing| async move {
        let (house, ratih) = settled(standing).await;
        let other = house.signed_in("ratih", PASSWORD).await;
        let cookie = house.signed_in("ratih", PASSWORD).await;
        send(&house, &cookie, "/account/second-factor", &[("code", "000000")]).await.expect(409);
        let begun = send(&house, &cookie, "/account/second-factor/new", &[]).await.expect(303);
        assert_eq!(begun.location, "/account/second-factor");
        let factor = access::factor_of(house.house.db.read(), ratih).await.expect("read").expect("begun");
        let key = desk::open_key(&house.house.secrets, ratih, &factor.sealed_key).expect("opens");
        assert!(!factor.sealed_key.windows(20).any(|part| part == key), "never in the clear");
        let page = house.get_with(&cookie, "/account/second-factor").await.expect(200);
        assert!(page.shows(&totp::grouped(&key)) && page.body.contains("<svg role=\"img\""));
        house.signed_in("ratih", PASSWORD).await;

        let code = |house: &Standing| totp::code_of(&key, totp::step_at(house.now()));
        let wrong = send(&house, &cookie, "/account/second-factor", &[("code", "12345")]).await.expect(422);
        assert!(wrong.shows("Kode ini tidak cocok"));
        let enrol = [("code", code(&house)), ("_once", "k".to_owned())];
        let enrol: Vec<(&str, &str)> = enrol.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let done = send(&house, &cookie, "/account/second-factor", &enrol).await.expect(200);
        let codes = shown_once(&done);
        assert!(codes.len() == 10 && codes.iter().all(|code| code.len() == 19), "{codes:?}");
        let again = send(&house, &cookie, "/account/second-factor", &enrol).await;
        assert!(shown_once(&again).is_empty(), "the codes are shown once");
        assert!(!is_in(&house, &other).await, "who came in without a code is out");
        assert!(
            house.get_with(&cookie, "/account").await.expect(200).shows("Kode pemulihan yang tersisa: 10.")
        );
        house.get_with(&cookie, "/account/second-factor").await.expect(409);
        send(&house, &cookie, "/account/second-factor/new", &[]).await.expect(409);
        assert!(kinds(&house, "account", ratih.0).await.contains(&"SecondFactorEnrolled".to_owned()));
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

/// Sets up an authenticator by the pages; answers its key and the ten recovery codes.
async fn enrolled(house: &Standing, account: AccountId, cookie: &str) -> (totp::Key, Vec<String>) {
    send(house, cookie, "/account/second-factor/new", &[]).await.expect(303);
    let factor = access::factor_of(house.house.db.read(), account).await.expect("read").expect("begun");
    let key = desk::open_key(&house.house.secrets, account, &factor.sealed_key).expect("opens");
    let code = totp::code_of(&key, totp::step_at(house.now()));
    let done = send(house, cookie, "/account/second-factor", &[("code", &code)]).await.expect(200);
    (key, shown_once(&done))
}

#[tokio::test]
async fn recovery_codes_are_counted_renewed_and_go_with_the_authenticator() {
    on_each_database(PLAN, |standing| async move {
        let (house, ratih) = settled(standing).await;
        let cookie = house.signed_in("ratih", PASSWORD).await;
        let (key, codes) = enrolled(&house, ratih, &cookie).await;
        let code = |house: &Standing| totp::code_of(&key, totp::step_at(house.now()));
        for (used, code) in codes.iter().take(8).enumerate() {
            let name = [("login", "ratih"), ("password", PASSWORD)];
            let half = house.post("", "/sign-in", &name).await.expect(303).cookie("separuh");
            send(&house, &half, "/sign-in/code", &[("code", code)]).await.expect(303).cookie("sesi");
            let page = house.get_with(&cookie, "/account").await.expect(200);
            assert_eq!(page.shows("Buatlah kode baru"), 9 - used < 3, "{used}");
        }
        house.later(11);
        let asked = send(&house, &cookie, "/account/recovery-codes", &[]).await.expect(401);
        assert!(asked.body.contains("one-time-code"), "an authenticator answers for itself");
        let made =
            send(&house, &cookie, "/account/recovery-codes", &[("_proof", &code(&house))]).await.expect(200);
        assert!(shown_once(&made).len() == 10 && !shown_once(&made).contains(&codes[9]));
        let gone = [("login", "ratih"), ("password", PASSWORD)];
        let half = house.post("", "/sign-in", &gone).await.expect(303).cookie("separuh");
        send(&house, &half, "/sign-in/code", &[("code", &codes[9])]).await.expect(422);
        send(&house, &cookie, "/account/second-factor/removal", &[]).await.expect(303);
        let plain = house.signed_in("ratih", PASSWORD).await;
        assert!(is_in(&house, &plain).await, "the password is enough again");
        let told = kinds(&house, "account", ratih.0).await;
        for kind in [
            "SecondFactorEnrolled",
            "RecoveryCodeUsed",
            "RecoveryCodesMade",
            "SecondFactorRemoved",
            "ProofFailed",
        ] {
            assert!(told.iter().any(|known| known == kind), "{kind} in {told:?}");
        }
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_password_is_changed_by_its_owner_with_the_present_one() {
    on_each_database(PLAN, |standing| async move {
        let (house, ratih) = settled(standing).await;
        let other = house.signed_in("ratih", PASSWORD).await;
        let cookie = house.signed_in("ratih", PASSWORD).await;
        let change = |current: &'static str, password: &'static str, again: &'static str| {
            let (house, cookie) = (&house, &cookie);
            async move {
                let fields = [("current", current), ("password", password), ("again", again)];
                send(house, cookie, "/account/password", &fields).await
            }
        };
        for (current, password, again, problem) in [
            ("", OTHER, OTHER, "problem-current"),
            (PASSWORD, "pendek", "pendek", "problem-password"),
            (PASSWORD, "Indonesia2026", "Indonesia2026", "problem-password"),
            (PASSWORD, "ratih dan keluarga", "ratih dan keluarga", "problem-password"),
            (PASSWORD, PASSWORD, PASSWORD, "problem-password"),
            (PASSWORD, OTHER, "lain sama sekali", "problem-again"),
            ("bukan yang sekarang", OTHER, OTHER, "problem-current"),
        ] {
            let page = change(current, password, again).await.expect(422);
            assert!(page.body.contains(problem) && !page.body.contains(OTHER), "{problem}: {}", page.body);
        }
        change(PASSWORD, OTHER, OTHER).await.expect(303);
        assert!(is_in(&house, &cookie).await && !is_in(&house, &other).await, "elsewhere one is out");
        house.post("", "/sign-in", &[("login", "ratih"), ("password", PASSWORD)]).await.expect(422);
        house.signed_in("ratih", OTHER).await;
        for _ in 0..5 {
            change("bukan yang sekarang", PASSWORD, PASSWORD).await.expect(422);
        }
        change(OTHER, PASSWORD, PASSWORD).await.expect(409);
        let told = kinds(&house, "account", ratih.0).await;
        assert_eq!(told.iter().filter(|kind| *kind == "ProofFailed").count(), 6, "{told:?}");
        assert!(told.contains(&"PasswordChanged".to_owned()));
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_first_password_opens_nothing_but_its_own_change() {
    on_each_database(PLAN, |standing| async move {
        let (house, ratih) = settled(standing).await;
        let before = house.signed_in("ratih", PASSWORD).await;
        house.post("ratih", "/accounts/ratih/reset", &[]).await.expect(403);
        house.post("admin", "/accounts/admin/reset", &[]).await.expect(409);
        let page = house.post("admin", "/accounts/ratih/reset", &[]).await.expect(200);
        let lines = shown_once(&page);
        assert_eq!(lines[0], "ratih");
        assert!(!is_in(&house, &before).await, "whatever was open is closed");
        house.post("", "/sign-in", &[("login", "ratih"), ("password", PASSWORD)]).await.expect(422);
        let cookie = house.signed_in("ratih", &lines[1]).await;
        for path in ["/organisations", "/account/tokens/new", "/account/second-factor/new"] {
            assert_eq!(
                house.get_with(&cookie, path).await.expect(303).location,
                "/account/password",
                "{path}"
            );
        }
        let sent =
            send(&house, &cookie, "/account/tokens/new", &[("name", "x"), ("scopes", "read"), ("days", "1")]);
        assert_eq!(sent.await.expect(303).location, "/account/password");
        let page = house.get_with(&cookie, "/account/password").await.expect(200);
        assert!(page.shows("Kata sandi Anda dibuat orang lain"));
        let change = [("current", lines[1].as_str()), ("password", OTHER), ("again", OTHER)];
        send(&house, &cookie, "/account/password", &change).await.expect(303);
        assert!(is_in(&house, &cookie).await);

        // Opened without a password: one is made, shown once, and good for a week.
        let new = [("organisation", "pusat"), ("name", "Budi"), ("login", "budi"), ("roles", "work")];
        let page = house.post("admin", "/accounts/new", &new).await.expect(200);
        let first = shown_once(&page)[1].clone();
        house.later(7 * 24 * 60 - 1);
        let cookie = house.signed_in("budi", &first).await;
        assert_eq!(house.get_with(&cookie, "/organisations").await.expect(303).location, "/account/password");
        house.later(1);
        house.post("", "/sign-in", &[("login", "budi"), ("password", &first)]).await.expect(422);
        let told = kinds(&house, "account", ratih.0).await;
        assert!(told.contains(&"AccountReset".to_owned()), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn the_administrator_helps_somebody_without_telephone_and_codes() {
    on_each_database(PLAN, |standing| async move {
        let (house, ratih) = settled(standing).await;
        let cookie = house.signed_in("ratih", PASSWORD).await;
        enrolled(&house, ratih, &cookie).await;
        house.post("admin", "/accounts/ratih/reset", &[]).await.expect(200);
        assert!(access::confirmed_factor(house.house.db.read(), ratih).await.expect("read").is_some());
        let page = house.post("admin", "/accounts/ratih/reset", &[("second_factor", "1")]).await.expect(200);
        let cookie = house.signed_in("ratih", &shown_once(&page)[1]).await;
        let page = house.get_with(&cookie, "/account").await.expect(200);
        assert!(page.shows("Belum terpasang"), "in by the password alone");
    })
    .await;
}

#[tokio::test]
async fn sign_ins_are_listed_and_ended_one_by_one_or_all() {
    on_each_database(PLAN, |standing| async move {
        let (house, _) = settled(standing).await;
        let first = house.signed_in("ratih", PASSWORD).await;
        house.later(5);
        let second = house.signed_in("ratih", PASSWORD).await;
        let admin = house.signed_in("admin", PASSWORD).await;
        let page = house.get_with(&second, "/account").await.expect(200);
        assert_eq!(page.body.matches("Perangkat ini").count(), 1);
        assert!(page.shows("09.00") && page.shows("09.05"), "since when, and when last");
        let path = page.body.split("/account/sign-ins/").find(|part| part.contains("/ending\">Keluarkan"));
        let mark = path.and_then(|part| part.split('/').next()).expect("the other one can be ended");
        let path = format!("/account/sign-ins/{mark}/ending");
        send(&house, &admin, &path, &[]).await.expect(404);
        house.get_with(&admin, &path).await.expect(404);
        house.get_with(&second, &path).await.expect(200);
        send(&house, &second, &path, &[]).await.expect(303);
        assert!(!is_in(&house, &first).await && is_in(&house, &second).await);
        let third = house.signed_in("ratih", PASSWORD).await;
        assert_eq!(
            send(&house, &second, "/account/sign-ins/ending", &[]).await.expect(303).location,
            "/sign-in"
        );
        assert!(!is_in(&house, &second).await && !is_in(&house, &third).await && is_in(&house, &admin).await);
        let last = house.signed_in("ratih", PASSWORD).await;
        send(&house, &admin, "/accounts/ratih/closing", &[]).await.expect(303);
        assert!(!is_in(&house, &last).await, "a closed account is out at once");
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_token_is_made_shown_once_and_revoked_by_its_owner_or_the_administrator() {
    on_each_database(PLAN, |standing| async move {
        let (house, ratih) = settled(standing).await;
        house.account("lain", "pusat", &[Role::Work]).await;
        let db = house.house.db.read();
        let wrong = [("name", ""), ("acts", "see.nik plan.lay terbang"), ("days", "366")];
        let page = house.post("ratih", "/account/tokens/new", &wrong).await.expect(422);
        assert!(page.shows("see.nik") && page.shows("Anda sendiri tidak berhak atas “plan.lay”"));
        assert!(
            page.body.contains("problem-name") && page.body.contains("problem-days") && page.shows("terbang")
        );
        let none =
            house.post("ratih", "/account/tokens/new", &[("name", "x"), ("days", "1")]).await.expect(422);
        assert!(none.body.contains("problem-scopes"));
        let form = [("name", "Ekspor"), ("scopes", "read"), ("acts", "see.offence"), ("days", "90")];
        let made = house.post("ratih", "/account/tokens/new", &form).await.expect(200);
        let text = shown_once(&made)[0].clone();
        assert!(text.starts_with("bekal_") && text.len() == 70);
        let (actor, scopes) =
            access::actor_of_token(db, &text, house.now()).await.expect("read").expect("is valid");
        assert_eq!((actor.account, scopes.scopes.contains(&TokenScope::Reading)), (Some(ratih), true));
        let page = house.get("ratih", "/account").await.expect(200);
        assert!(page.shows("Ekspor") && page.shows("read, see.offence") && !page.body.contains(&text));
        assert_eq!(page.body.matches("/revocation\"").count(), 1);

        let path = format!("/account/tokens/{}/revocation", scopes.token);
        house.get("lain", &path).await.expect(404);
        house.post("lain", &path, &[]).await.expect(404);
        house.get("lain", "/accounts/ratih/tokens").await.expect(404);
        assert!(house.get("admin", "/accounts/ratih/tokens").await.expect(200).shows("Ekspor"));
        house.post("admin", &path, &[]).await.expect(303);
        assert!(access::actor_of_token(db, &text, house.now()).await.expect("read").is_none());
        house.post("ratih", &path, &[]).await.expect(409);
        assert_eq!(kinds(&house, "token", scopes.token).await, ["TokenRevoked", "TokenCreated"]);

        let second = house.post("ratih", "/account/tokens/new", &form).await.expect(200);
        let second = shown_once(&second)[0].clone();
        house.post("admin", "/accounts/ratih/reset", &[]).await.expect(200);
        assert!(access::actor_of_token(db, &second, house.now()).await.expect("read").is_none());
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn roles_change_by_another_hand_and_at_once() {
    on_each_database(PLAN, |standing| async move {
        let (house, ratih) = settled(standing).await;
        house.post("ratih", "/accounts/ratih/roles", &[("roles", "admin")]).await.expect(403);
        house.post("admin", "/accounts/admin/roles", &[("roles", "work")]).await.expect(409);
        house.post("admin", "/accounts/ratih/roles", &[("roles", "raja")]).await.expect(422);
        let form = [("roles", "work"), ("second_role", "registrar")];
        house.post("admin", "/accounts/ratih/roles", &form).await.expect(303);
        let actor = access::actor_of(house.house.db.read(), ratih).await.expect("read").expect("is open");
        assert_eq!(actor.roles, [Role::Registrar, Role::Work]);
        let page = house.get("admin", "/accounts/ratih/roles").await.expect(200);
        assert!(page.body.contains("value=\"registrar\" selected"));
        assert!(kinds(&house, "account", ratih.0).await.contains(&"RolesChanged".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn opening_an_account_asks_who_it_is_and_then_does_it() {
    on_each_database(PLAN, |standing| async move {
        let (house, _) = settled(standing).await;
        let cookie = house.signed_in("admin", PASSWORD).await;
        house.later(11);
        let new = [("organisation", "pusat"), ("name", "Budi"), ("login", "budi"), ("roles", "work")];
        let asked = send(&house, &cookie, "/accounts/new", &new).await.expect(401);
        assert!(asked.body.contains("name=\"login\" value=\"budi\""), "{}", asked.body);
        let again = [&new[..], &[("_proof", PASSWORD)]].concat();
        send(&house, &cookie, "/accounts/new", &again).await.expect(200);
        assert!(access::account_named(house.house.db.read(), "budi").await.expect("read").is_some());
    })
    .await;
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What has large consequences asks again who it is, and loses nothing of what was typed.

mod bakery;

use access::{Role, totp};
use audit::Object;
use bakery::in_a_bakery;
use kernel::id::AccountId;
use web::testing::Standing;

const PASSWORD: &str = "jalan pulang ke rumah";
const FORM: [(&str, &str); 4] =
    [("_once", "k-1"), ("note", "baris satu\r\nbaris <dua>"), ("crumb.1", "besar"), ("secret", "")];

async fn head(house: &Standing) -> (AccountId, String) {
    let account = house.account_of("kepala", "lapas-jember", &[Role::Head], PASSWORD).await;
    (account, house.signed_in("kepala", PASSWORD).await)
}

async fn events(house: &Standing, kind: &str, account: AccountId) -> Vec<audit::Entry> {
    let db = house.house.db.read();
    let mut found = audit::timeline(db, Object::new("account", account.0), 50).await.expect("read");
    found.extend(
        audit::timeline(db, Object::new("organisation", office(house).await), 50).await.expect("read"),
    );
    found.into_iter().filter(|entry| entry.kind == kind).collect()
}

async fn office(house: &Standing) -> uuid::Uuid {
    house.desk("budi").await.actor.office_id().expect("budi has an office").0
}

/// The hidden fields of the page that asks, as a browser sends them on.
fn hidden(page: &str) -> Vec<(String, String)> {
    let plain = |text: &str| {
        text.replace("&#60;", "<")
            .replace("&#62;", ">")
            .replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&#38;", "&")
    };
    let parts = page.split("<input type=\"hidden\" name=\"").skip(1);
    let read = |part: &str| {
        let (name, rest) = part.split_once("\" value=\"")?;
        Some((plain(name), plain(rest.split_once("\">")?.0)))
    };
    parts.filter_map(read).collect()
}

async fn answer(house: &Standing, cookie: &str, page: &str, proof: &str) -> web::testing::Answer {
    let mut fields = hidden(page);
    fields.push(("_proof".to_owned(), proof.to_owned()));
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    house.post_with(cookie, "/loaves/seals/R1", &fields, &[]).await
}

#[tokio::test]
async fn the_very_form_goes_on_after_the_proof_and_only_once() {
    in_a_bakery(|house| async move {
        let (account, cookie) = head(&house).await;
        house.later(9);
        house.post_with(&cookie, "/loaves/seals/R0", &FORM[1..], &[]).await.expect(303);
        house.later(1);
        house.get_with(&cookie, "/loaves/seals/R1").await.expect(200);
        let asked = house.post_with(&cookie, "/loaves/seals/R1", &FORM, &[]).await.expect(401);
        assert!(asked.shows("Segel roti") && asked.shows("Isian Anda tidak hilang"), "{}", asked.body);
        assert!(asked.body.contains("type=\"password\"") && !asked.body.contains(PASSWORD));
        assert_eq!(events(&house, "LoafSealed", account).await.len(), 1, "nothing was written yet");

        let wrong = answer(&house, &cookie, &asked.body, "bukan itu").await.expect(422);
        assert!(wrong.shows("Kata sandi ini tidak cocok") && !wrong.body.contains("bukan itu"));
        answer(&house, &cookie, &wrong.body, "").await.expect(422);
        let done = answer(&house, &cookie, &wrong.body, PASSWORD).await.expect(303);
        assert_eq!(done.said, ["Roti R1 dipanggang."]);
        answer(&house, &cookie, &wrong.body, PASSWORD).await.expect(303);
        let sealed = events(&house, "LoafSealed", account).await;
        assert_eq!(sealed.len(), 2, "sent twice, done once");
        assert_eq!(sealed[0].content["note"], "baris satu\r\nbaris <dua>");
        assert_eq!(sealed[0].content["crumbs"][0], "besar");
        assert_eq!(events(&house, "ProofFailed", account).await.len(), 1);
        house.later(9);
        house.post_with(&cookie, "/loaves/seals/R2", &FORM[1..], &[]).await.expect(303);
        house.later(1);
        house.post_with(&cookie, "/loaves/seals/R3", &FORM[1..], &[]).await.expect(401);
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_proof_counts_for_its_own_sign_in_and_says_nothing_about_rights() {
    in_a_bakery(|house| async move {
        let (_, cookie) = head(&house).await;
        house.later(11);
        let fresh = house.signed_in("kepala", PASSWORD).await;
        house.post_with(&fresh, "/loaves/seals/R1", &FORM[1..], &[]).await.expect(303);
        house.post_with(&cookie, "/loaves/seals/R1", &FORM[1..], &[]).await.expect(401);
        house.account_with_password("kerja", "lapas-jember", PASSWORD).await;
        let worker = house.signed_in("kerja", PASSWORD).await;
        house.later(11);
        house.post_with(&worker, "/loaves/seals/R1", &FORM[1..], &[]).await.expect(403);
        let proof = [("_proof", PASSWORD), ("note", "x")];
        house.post_with(&worker, "/loaves/seals/R1", &proof, &[]).await.expect(403);
        house.post_with("", "/loaves/seals/R1", &proof, &[]).await.expect(401);
    })
    .await;
}

#[tokio::test]
async fn files_and_passwords_are_asked_for_again_by_name() {
    in_a_bakery(|house| async move {
        let (account, cookie) = head(&house).await;
        house.later(11);
        let fields = [("note", "catatan panjang"), ("secret", "rahasia besar")];
        let file: [(&str, &str, &[u8]); 1] = [("file", "scan.pdf", b"%PDF")];
        let asked = house.post_with(&cookie, "/loaves/seals/R1", &fields, &file).await.expect(401);
        assert!(
            asked.shows("Berkas, Kata rahasia") && !asked.body.contains("rahasia besar"),
            "{}",
            asked.body
        );
        let again = answer(&house, &cookie, &asked.body, PASSWORD).await.expect(422);
        assert!(again.shows("catatan panjang") && again.shows("Isi atau pilih sekali lagi"));
        assert!(again.body.contains("problem-file") && again.body.contains("problem-secret"));
        assert!(events(&house, "LoafSealed", account).await.is_empty());
        house.post_with(&cookie, "/loaves/seals/R1", &fields, &file).await.expect(303);
        assert_eq!(events(&house, "LoafSealed", account).await[0].content["bytes"], 4);
    })
    .await;
}

#[tokio::test]
async fn after_five_wrong_proofs_comes_a_pause() {
    in_a_bakery(|house| async move {
        let (_, cookie) = head(&house).await;
        house.later(11);
        let send = |proof: &'static str| {
            let (house, cookie) = (&house, &cookie);
            async move {
                house.post_with(cookie, "/loaves/seals/R1", &[("_proof", proof), ("note", "x")], &[]).await
            }
        };
        for _ in 0..5 {
            send("bukan itu").await.expect(422);
        }
        assert!(send(PASSWORD).await.expect(429).shows("Tunggu lima menit"));
        house.later(5);
        send(PASSWORD).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn a_page_leads_to_the_question_and_back() {
    in_a_bakery(|house| async move {
        let (_, cookie) = head(&house).await;
        let page = house.get_with(&cookie, "/proof?next=%2Floaves%3Fq%3D1").await.expect(401);
        assert_eq!(hidden(&page.body), [("next".to_owned(), "/loaves?q=1".to_owned())]);
        let send = |next: &'static str| [("next", next), ("_proof", PASSWORD)];
        let done = house.post_with(&cookie, "/proof", &send("/loaves?q=1"), &[]).await.expect(303);
        assert_eq!(done.location, "/loaves?q=1");
        let away = house.post_with(&cookie, "/proof", &send("//elsewhere.example"), &[]).await.expect(303);
        assert_eq!(away.location, "/", "the way back never leads to another site");
        let stranger = house.post_with("", "/proof", &send("/loaves"), &[]).await.expect(303);
        assert!(stranger.location.starts_with("/sign-in"));
    })
    .await;
}

/// Gives an account an authenticator without the pages of its own room.
async fn enrolled(house: &Standing, account: AccountId) -> totp::Key {
    let key: totp::Key = [5; 20];
    let tx = house.house.db.begin().await.expect("a transaction begins");
    let sealed = desk::seal_key(&house.house.secrets, account, &key, [1; 24]);
    access::begin_factor(&tx, account, sealed, house.now()).await.expect("written");
    access::confirm_factor(&tx, account, 1, house.now()).await.expect("written");
    let hash = desk::recovery_hash(&house.house.secrets, account, "ABCD-EFGH-IJKL-MNOP");
    access::set_recovery_codes(&tx, account, vec![hash], house.now()).await.expect("written");
    tx.commit().await.expect("it is written");
    key
}

#[tokio::test]
async fn with_an_authenticator_the_password_alone_opens_nothing() {
    in_a_bakery(|house| async move {
        let account = house.account_of("kepala", "lapas-jember", &[Role::Head], PASSWORD).await;
        let key = enrolled(&house, account).await;
        let code = |house: &Standing| totp::code_of(&key, totp::step_at(house.now()));
        let name = [("login", "kepala"), ("password", PASSWORD), ("next", "/loaves")];
        let half = house.post("", "/sign-in", &name).await.expect(303);
        assert_eq!(half.location, "/sign-in/code?next=%2Floaves");
        let half = half.cookie("separuh");
        let as_whole = half.replace("separuh=", "sesi=");
        house.get_with(&as_whole, "/loaves").await.expect(303);
        house.get_with(&half, "/loaves").await.expect(303);
        let page = house.get_with(&half, "/sign-in/code?next=%2Floaves").await.expect(200);
        assert!(page.shows("Kode dari aplikasi autentikator") && page.body.contains("value=\"/loaves\""));

        let send = |code: String| [("code", code), ("next", "/loaves".to_owned())];
        let post = |half: String, code: String| {
            let house = &house;
            async move {
                let fields = send(code);
                let fields: Vec<(&str, &str)> =
                    fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                house.post_with(&half, "/sign-in/code", &fields, &[]).await
            }
        };
        post(half.clone(), "000000".to_owned()).await.expect(422);
        assert_eq!(events(&house, "ProofFailed", account).await.len(), 1);
        let used = code(&house);
        let done = post(half.clone(), used.clone()).await.expect(303);
        assert_eq!(done.location, "/loaves");
        let cookie = done.cookie("sesi");
        assert_ne!(cookie, as_whole, "the whole sign-in has a token of its own");
        house.get_with(&cookie, "/loaves").await.expect(200);
        let used_up = post(half, code(&house)).await.expect(303);
        assert!(used_up.location.starts_with("/sign-in?next="), "a half sign-in is made whole once");

        let again = house.post("", "/sign-in", &name).await.expect(303).cookie("separuh");
        assert!(post(again.clone(), used).await.expect(422).shows("sudah pernah dipakai"), "replayed");
        post(again.clone(), "abcd efgh ijkl mnop".to_owned()).await.expect(303).cookie("sesi");
        assert_eq!(events(&house, "RecoveryCodeUsed", account).await[0].content["left"], 0);
        let third = house.post("", "/sign-in", &name).await.expect(303).cookie("separuh");
        post(third.clone(), "ABCD-EFGH-IJKL-MNOP".to_owned()).await.expect(422);
        house.later(6);
        let late = post(third, code(&house)).await.expect(303);
        assert!(late.location.starts_with("/sign-in?next="), "after five minutes from the beginning");

        house.later(5);
        let asked = house.post_with(&cookie, "/loaves/seals/R1", &FORM, &[]).await.expect(401);
        assert!(asked.body.contains("one-time-code") && !asked.body.contains("type=\"password\""));
        answer(&house, &cookie, &asked.body, PASSWORD).await.expect(422);
        answer(&house, &cookie, &asked.body, &code(&house)).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn codes_are_limited_like_passwords() {
    in_a_bakery(|house| async move {
        let account = house.account_of("kepala", "lapas-jember", &[Role::Head], PASSWORD).await;
        let key = enrolled(&house, account).await;
        let name = [("login", "kepala"), ("password", PASSWORD)];
        for _ in 0..5 {
            // A new half sign-in does not begin a new count.
            let half = house.post("", "/sign-in", &name).await.expect(303).cookie("separuh");
            house.post_with(&half, "/sign-in/code", &[("code", "000000")], &[]).await.expect(422);
        }
        let half = house.post("", "/sign-in", &name).await.expect(303).cookie("separuh");
        let code = totp::code_of(&key, totp::step_at(house.now()));
        house.post_with(&half, "/sign-in/code", &[("code", &code)], &[]).await.expect(429);
    })
    .await;
}

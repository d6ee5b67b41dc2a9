// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who comes in, who is kept out, and what every answer carries.

mod bakery;

use axum::body::Body;
use axum::http::{Method, Request};
use bakery::in_a_bakery;
use web::testing::Standing;

const GOOD: [(&str, &str); 4] =
    [("code", "ROTI-1"), ("day", "24-11-2026"), ("count", "3"), ("shape", "round")];

#[tokio::test]
async fn who_may_not_is_told_as_little_as_needed() {
    in_a_bakery(|house| async move {
        house.post("budi", "/loaves/new", &GOOD).await.expect(303);
        house.get("budi", "/loaves/ROTI-1").await.expect(200);
        let theirs = house.get("gita", "/loaves/ROTI-1").await.expect(404);
        let none = house.get("gita", "/loaves/ROTI-7").await.expect(404);
        let same = |page: &str| page.replace("ROTI-1", "").replace("ROTI-7", "");
        assert_eq!(same(&theirs.body), same(&none.body), "another office's thing looks like nothing");
        house.post("gita", "/loaves/ROTI-1/photo", &[("file", "x")]).await.expect(404);
        house.get("gita", "/loaves/ROTI-1/photo").await.expect(404);
        for path in ["/loaves/ROTI-1", "/loaves/ROTI-7", "/loaves/new"] {
            let page = house.get("adi", path).await.expect(403);
            assert!(page.shows("Tindakan ini bukan untuk peran Anda") && page.body.contains("href=\"/\""));
        }
        house.post("adi", "/loaves/new", &GOOD).await.expect(403);
        let ask = house.get("", "/loaves?q=roti").await.expect(303);
        assert_eq!(ask.location, "/sign-in?next=%2Floaves%3Fq%3Droti");
        let kept_out = house.post("", "/loaves/new", &GOOD).await.expect(401);
        assert!(kept_out.shows("Anda belum masuk") && kept_out.body.contains("href=\"/sign-in?next="));
    })
    .await;
}

#[tokio::test]
async fn the_path_shows_only_rooms_one_may_enter() {
    in_a_bakery(|house| async move {
        let budi = house.get("budi", "/loaves").await.expect(200);
        assert!(budi.body.contains(">Kemitraan</a>") && !budi.body.contains(">Wawasan</a>"));
        let adi = house.get("adi", "/ticked").await.expect(200);
        assert!(!adi.body.contains(">Kemitraan</a>") && adi.body.contains(">Wawasan</a>"));
        assert!(adi.shows("Halaman dengan formulir sendiri"), "a page may hold an action's form");
    })
    .await;
}

#[tokio::test]
async fn another_site_cannot_send_a_form() {
    in_a_bakery(|house| async move {
        let cookie = signed_in(&house).await;
        let forged = |name: &str, value: &str| {
            let request = Request::post("/loaves/new").header("host", "localhost").header("cookie", &cookie);
            let request =
                request.header("content-type", "application/x-www-form-urlencoded").header(name, value);
            request.body(Body::from("code=ROTI-1&day=24-11-2026&count=3&shape=round")).unwrap()
        };
        let page = house.send(forged("sec-fetch-site", "cross-site")).await.expect(403);
        assert!(page.shows("Permintaan ini datang dari situs lain"));
        house.send(forged("sec-fetch-site", "same-site")).await.expect(403);
        house.send(forged("origin", "https://elsewhere.example")).await.expect(403);
        house.send(forged("origin", "http://localhost")).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_opens_keeps_and_ends() {
    in_a_bakery(|house| async move {
        let cookie = signed_in(&house).await;
        let see =
            |cookie: &str| Request::get("/loaves").header("cookie", cookie).body(Body::empty()).unwrap();
        house.later(20);
        house.send(see(&cookie)).await.expect(200);
        house.later(29);
        house.send(see(&cookie)).await.expect(200);
        house.later(30);
        house.send(see(&cookie)).await.expect(303);
        let cookie = signed_in(&house).await;
        let out = Request::post("/sign-out").header("cookie", &cookie).body(Body::empty()).unwrap();
        let out = house.send(out).await.expect(303);
        assert!(out.header("set-cookie").starts_with("sesi=; Max-Age=0"));
        house.send(see(&cookie)).await.expect(303);
        let cookie = signed_in(&house).await;
        for _ in 0..24 {
            house.later(29);
            house.send(see(&cookie)).await.expect(200);
        }
        house.later(24);
        house.send(see(&cookie)).await.expect(303);
        house.send(see("sesi=0000")).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn after_five_failures_comes_a_pause() {
    in_a_bakery(|house| async move {
        house.account_with_password("ratih", "lapas-jember", "kata sandi panjang").await;
        let wrong = [("login", "ratih"), ("password", "bukan itu"), ("next", "/loaves")];
        let right = [("login", "ratih"), ("password", "kata sandi panjang"), ("next", "//elsewhere.example")];
        for _ in 0..5 {
            let page = house.post("", "/sign-in", &wrong).await.expect(422);
            assert!(
                page.shows("tidak cocok")
                    && page.body.contains("value=\"ratih\"")
                    && !page.body.contains("bukan itu")
            );
            assert!(
                page.body.contains("name=\"next\" value=\"/loaves\"")
                    && page.body.contains("<title>Kesalahan: Masuk")
            );
        }
        let paused = house.post("", "/sign-in", &right).await.expect(429);
        assert!(paused.shows("Tunggu lima menit") && paused.header("set-cookie").is_empty());
        house.later(5);
        let done = house.post("", "/sign-in", &right).await.expect(303);
        assert_eq!(done.location, "/", "next never leads to another site");
        let cookie = done.header("set-cookie");
        assert!(cookie.contains("HttpOnly; SameSite=Lax") && cookie.len() > 64);
    })
    .await;
}

#[tokio::test]
async fn theme_and_language_are_kept_and_leave_the_address() {
    in_a_bakery(|house| async move {
        let moved = house.get("budi", "/loaves?q=a&tema=gelap&bahasa=en").await.expect(303);
        assert_eq!(moved.location, "/loaves?q=a");
        let cookies: Vec<&str> =
            moved.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap()).collect();
        assert!(cookies[0].starts_with("tema=gelap;") && cookies[1].starts_with("bahasa=en;"));
        let request =
            Request::get("/sign-in").header("cookie", "tema=gelap; bahasa=en").body(Body::empty()).unwrap();
        let page = house.send(request).await.expect(200);
        assert!(
            page.body.contains("<html lang=\"en\" data-theme=\"dark\">")
                && page.shows("What was earned comes home too.")
        );
        let away = house.get("", "//elsewhere.example/?tema=gelap").await;
        assert_eq!(away.location, "/", "the way back never leads to another site");
    })
    .await;
}

#[tokio::test]
async fn every_answer_carries_its_headers_and_every_page_is_light() {
    in_a_bakery(|house| async move {
        for (login, path) in [
            ("budi", "/loaves"),
            ("budi", "/loaves/new"),
            ("budi", "/account"),
            ("", "/sign-in"),
            ("", "/nowhere"),
            ("", "/c/7"),
        ] {
            let page = house.get(login, path).await;
            let policy = page.header("content-security-policy");
            assert!(
                policy.contains("default-src 'none'") && policy.contains("script-src 'none'"),
                "{path}: {policy}"
            );
            assert_eq!(page.header("cache-control"), "no-store", "{path}");
            assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(page.header("referrer-policy"), "same-origin", "{path}");
            assert_eq!(page.header("x-request-id").len(), 36, "{path}");
            assert!(page.body.len() < 100_000, "{path} has {} bytes", page.body.len());
            assert!(!page.body.contains("<script") && !page.body.contains(" style="), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_keyboard_reaches_the_content_first() {
    in_a_bakery(|house| async move {
        for (login, path) in [("budi", "/loaves"), ("", "/sign-in"), ("", "/nowhere")] {
            let page = house.get(login, path).await.body;
            let link = page.split("<a ").nth(1).unwrap();
            let target = link.split("href=\"#").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            assert!(
                link.starts_with("class=\"skip\"") && page.contains(&format!("id=\"{target}\"")),
                "{path}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn errors_have_a_way_on_and_never_tell_their_cause() {
    in_a_bakery(|house| async move {
        let missing = house.get("budi", "/nowhere").await.expect(404);
        assert!(
            missing.shows("Tidak ada halaman di alamat ini")
                && missing.body.contains("<a class=\"btn\" href=\"/\">")
        );
        for path in ["/loaves/broken", "/loaves/dropped"] {
            let broken = house.post("budi", path, &[]).await.expect(500);
            let reference = &broken.header("x-request-id")[..8];
            assert!(
                broken.shows("Ada yang rusak di sisi kami") && broken.shows(reference),
                "{}",
                broken.body
            );
            assert!(!broken.body.contains("secret") && broken.body.contains("class=\"btn\""));
        }
        house.get("budi", "/loaves").await.expect(200);
        let request = Request::builder().method(Method::DELETE).uri("/loaves").body(Body::empty()).unwrap();
        assert!(house.send(request).await.expect(405).shows("tidak menerima kiriman seperti itu"));
        assert_eq!(house.get("", "/healthz").await.expect(200).body, "ok\n");
        assert_eq!(house.get("", "/readyz").await.expect(200).body, "ok\n");
    })
    .await;
}

#[tokio::test]
async fn outside_nothing_names_the_product() {
    in_a_bakery(|house| async move {
        let cookie = signed_in(&house).await;
        for path in
            ["/c/7", "/c/7?bahasa=en", "/c/0", "/c/7/broken", "/c/7/x/y", "/c/-/style.css", "/c/-/nothing"]
        {
            let request = Request::get(path).header("cookie", &cookie).body(Body::empty()).unwrap();
            let answer = house.send(request).await;
            let all = format!("{:?} {}", answer.headers, answer.body).to_lowercase();
            for word in ["bekal", "rantang", "set-cookie", "lapas", "tokens.css", "secret"] {
                assert!(!all.contains(word), "{path} says {word}: {all}");
            }
        }
        assert_eq!(
            house.get("", "/c/7").await.expect(200).body.matches("<h1>1</h1>").count(),
            1,
            "only its own path part"
        );
        assert!(
            house.get("", "/c/7?bahasa=en").await.expect(200).location.is_empty(),
            "no cookie, no way round"
        );
        let missing = house.get("", "/c/0?bahasa=en").await.expect(404);
        assert!(
            missing.shows("There is no page at this address")
                && missing.shows("Check the certificate number")
                && missing.body.contains("href=\"/c?bahasa=en\"")
        );
        house.get("", "/c/7/broken").await.expect(500);
    })
    .await;
}

#[tokio::test]
async fn style_and_font_are_kept_for_good_and_files_are_named_plainly() {
    in_a_bakery(|house| async move {
        let page = house.get("", "/sign-in").await.expect(200).body;
        let links: Vec<&str> =
            page.split("href=\"/-/").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(links.len(), 4, "{links:?}");
        for link in links {
            let asset = house.get("", &format!("/-/{link}")).await.expect(200);
            assert_eq!(asset.header("cache-control"), "public, max-age=31536000, immutable");
            assert!(asset.bytes.len() > 1000);
        }
        house.get("", "/-/0000000000000000/bekal.css").await.expect(404);
        assert!(house.get("", "/c/-/inti.woff2").await.expect(200).bytes.starts_with(b"wOF2"));
        let paper = house.get("budi", "/loaves/paper").await.expect(200);
        assert_eq!(paper.header("content-disposition"), "inline; filename=\"roti--a---.pdf\"");
        assert_eq!((paper.header("content-type"), paper.body.as_str()), ("application/pdf", "%PDF"));
    })
    .await;
}

/// Signs ratih in by the form itself; answers her cookie.
async fn signed_in(house: &Standing) -> String {
    let exists =
        access::account_named(house.house.db.read(), "ratih").await.expect("accounts can be read").is_some();
    if !exists {
        house.account_with_password("ratih", "lapas-jember", "kata sandi panjang").await;
    }
    let fields = [("login", "ratih"), ("password", "kata sandi panjang"), ("next", "/loaves")];
    let done = house.post("", "/sign-in", &fields).await.expect(303);
    assert_eq!(done.location, "/loaves");
    done.header("set-cookie").split(';').next().unwrap_or_default().to_owned()
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A demo house for tests, and people who knock at its doors without a network.

use std::path::PathBuf;
use std::sync::Arc;

use access::{NewToken, Role, TokenScope};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use bekal::{Clock, demo, doors_with};
use chrono::{DateTime, Utc};
use desk::{Dice, House};
use kernel::day::Day;
use sha2::{Digest, Sha256};
use tower::ServiceExt;
use uuid::Uuid;

/// A house in which the stories have been played; its folder goes when the test ends.
pub struct DemoHouse {
    pub house: Arc<House>,
    pub folder: PathBuf,
}

impl DemoHouse {
    pub async fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("bekal-demo-{}", Uuid::new_v4()));
        let house = demo::load(&folder).await.expect("the stories go as written");
        Self { house, folder }
    }

    /// The same without one of the stories.
    pub async fn without(story: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("bekal-demo-{}", Uuid::new_v4()));
        let others: Vec<_> = demo::STORIES.iter().copied().filter(|(name, _)| *name != story).collect();
        assert!(others.len() < demo::STORIES.len(), "no story {story}");
        let house = demo::play(&folder, &others).await.expect("the stories go as written");
        Self { house, folder }
    }
}

impl Drop for DemoHouse {
    fn drop(&mut self) {
        // A test that fails leaves its folder for those who want to look.
        if !std::thread::panicking() {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

/// What a door answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The page was kept from the visitor.
    pub fn is_denied(&self) -> bool {
        matches!(self.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND | StatusCode::UNAUTHORIZED)
    }
}

/// The request of a program.
pub fn bearing(request: axum::http::request::Builder, token: &str) -> axum::http::request::Builder {
    request.header(header::AUTHORIZATION, format!("Bearer {token}"))
}

/// The doors on one day.
pub struct Site {
    house: Arc<House>,
    router: Router,
    now: DateTime<Utc>,
}

impl Site {
    pub fn on(house: &Arc<House>, day: Day) -> Self {
        Self::with(house, Clock::FixedDay(day))
    }

    /// At one instant, for ever.
    pub fn at(house: &Arc<House>, instant: DateTime<Utc>) -> Self {
        Self::with(house, Clock::Fixed(instant))
    }

    pub fn with(house: &Arc<House>, clock: Clock) -> Self {
        // A test asks as often as it likes.
        let router = doors_with(Arc::clone(house), clock, false, api::Limits { per_minute: 60_000_000 });
        Self { house: Arc::clone(house), router, now: clock.read() }
    }

    /// Opens an account with one role at an office and signs it in; answers the cookie's token.
    pub async fn person_with(&self, office: &str, role: Role) -> String {
        let login = self.account_with(office, role).await;
        self.sign_in(&login).await
    }

    async fn account_with(&self, office: &str, role: Role) -> String {
        let on = self.house.db.writer();
        let organisation =
            office::facts::by_code(self.house.db.read(), office).await.expect("the database answers");
        let organisation = organisation.unwrap_or_else(|| panic!("no office {office}")).id;
        let id = Uuid::new_v4();
        let login = format!("uji.{}", id.simple());
        store::insert("account")
            .set("id", id)
            .set("login", login.clone())
            .set("name", "Orang Uji")
            .set("password_hash", "!")
            .set("organisation_id", organisation.0)
            .run(on)
            .await
            .expect("the account fits");
        store::insert("account_role")
            .set("account_id", id)
            .set("role", role.code())
            .run(on)
            .await
            .expect("the role fits");
        login
    }

    /// Signs an account of the stories in without its password; answers the cookie's token.
    pub async fn sign_in(&self, login: &str) -> String {
        let found = access::account_named(self.house.db.read(), login).await.expect("the database answers");
        let account = found.unwrap_or_else(|| panic!("no account {login}"));
        let token = Uuid::new_v4().simple().to_string();
        store::insert("sign_in")
            .set("token_hash", Sha256::digest(token.as_bytes()).to_vec())
            .set("account_id", account.0)
            .set("since", self.now)
            .set("seen_at", self.now)
            .set("proved_at", self.now)
            .run(self.house.db.writer())
            .await
            .expect("the sign-in fits");
        token
    }

    pub async fn get(&self, token: &str, path: &str) -> Answer {
        self.send(Request::get(path).header(header::COOKIE, format!("sesi={token}")).body(Body::empty()))
            .await
    }

    pub async fn post(&self, token: &str, path: &str, body: &str) -> Answer {
        let request = Request::post(path)
            .header(header::COOKIE, format!("sesi={token}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body.to_owned()));
        self.send(request).await
    }

    /// A token with which a program may do all that this account may, as far as programs may do it.
    pub async fn api_token(&self, login: &str) -> String {
        let db = &self.house.db;
        let found = access::account_named(db.read(), login).await.expect("the database answers");
        let text = access::token_text(Dice::from_system().bytes());
        let token = NewToken {
            id: Uuid::new_v4(),
            account: found.unwrap_or_else(|| panic!("no account {login}")),
            name: "Uji",
            text: &text,
            scopes: &[TokenScope::Reading, TokenScope::Writing],
            days: 30,
        };
        let tx = db.begin().await.expect("the database answers");
        access::make_token(&tx, &token, self.now).await.expect("the token fits");
        tx.commit().await.expect("the database answers");
        text
    }

    /// Opens an account with one role at an office; answers the token of its program.
    pub async fn program_with(&self, office: &str, role: Role) -> String {
        let login = self.account_with(office, role).await;
        self.api_token(&login).await
    }

    /// Asks as a program.
    pub async fn tell(&self, token: &str, path: &str) -> Answer {
        self.send(bearing(Request::get(path), token).body(Body::empty())).await
    }

    /// Does something as a program, with a fresh key.
    pub async fn order(&self, token: &str, path: &str, body: &str) -> Answer {
        let request = bearing(Request::post(path), token)
            .header("idempotency-key", Uuid::new_v4().to_string())
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_owned()));
        self.send(request).await
    }

    /// What stands at an address, as it is.
    pub async fn bytes(&self, token: &str, path: &str) -> Vec<u8> {
        let request = Request::get(path).header(header::COOKIE, format!("sesi={token}")).body(Body::empty());
        let request = request.expect("a request can be built");
        let response = self.router.clone().oneshot(request).await.expect("the router always answers");
        axum::body::to_bytes(response.into_body(), 4 << 20).await.expect("the body can be read").to_vec()
    }

    pub async fn send(&self, request: Result<Request<Body>, axum::http::Error>) -> Answer {
        let request = request.expect("a request can be built");
        let response = self.router.clone().oneshot(request).await.expect("the router always answers");
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 4 << 20).await.expect("the body can be read");
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

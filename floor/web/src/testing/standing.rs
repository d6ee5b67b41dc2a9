// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The house of a test.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use access::Role;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use chrono::{DateTime, Duration, Utc};
use desk::{Desk, Dice, House, ReactionTable, Reactions, Secrets, Settings, Words};
use kernel::Lang;
use kernel::day::Day;
use kernel::id::{AccountId, OrganisationId};
use kernel::zone::Zone;
use sha2::{Digest, Sha256};
use store::{Db, insert};
use tower::ServiceExt;

use super::{Answer, Plan, request};
use crate::{Clock, Door, Rooms, router};

/// A running house: rooms, offices, people who are signed in, and a clock that stands until it is moved.
/// It begins on Tuesday, 24 November 2026, at 09.00 WIB.
pub struct Standing {
    pub house: Arc<House>,
    router: Router,
    clock: Arc<Mutex<DateTime<Utc>>>,
    dice: Dice,
    /// The sign-in of a person at an instant; a new one when the clock has moved, so that nobody grows idle.
    tokens: Mutex<HashMap<(String, DateTime<Utc>), String>>,
}

impl fmt::Debug for Standing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Standing at {}", self.now())
    }
}

impl Standing {
    /// A house of these rooms on a database whose tables stand. `words` are the rooms' own.
    pub async fn new(
        db: Db,
        rooms: Rooms,
        words: &[(&'static str, &'static str)],
        reactions: Reactions,
    ) -> Self {
        Self::build(db, rooms, words, ReactionTable(reactions), &[])
    }

    /// A house by its plan.
    pub async fn of(plan: Plan, db: Db) -> Self {
        Self::build(db, (plan.rooms)(), plan.words, ReactionTable(plan.reactions), plan.links)
    }

    fn build(
        db: Db,
        rooms: Rooms,
        words: &[(&'static str, &'static str)],
        reactions: ReactionTable,
        links: &'static [desk::RoomLink],
    ) -> Self {
        let words: Vec<_> = [desk::WORDS, crate::WORDS].into_iter().chain(words.iter().copied()).collect();
        let house = Arc::new(House {
            db,
            words: Words::new(&words).expect("the words of the rooms can be read"),
            secrets: Secrets::new([7; 32]),
            log: audit::Log {
                origin: "contoh.example/c/log".to_owned(),
                seed: [7; 32],
                shelves: Vec::new(),
                patience: chrono::TimeDelta::hours(1),
            },
            settings: Settings { public_base: "https://contoh.example".to_owned(), specimen: false },
            rooms: links,
            reactions,
        });
        let first = Zone::Wib.at(Day::from_ymd_opt(2026, 11, 24).expect("a day of the calendar"), 9, 0);
        let clock = Arc::new(Mutex::new(first));
        let hands = Arc::clone(&clock);
        let door = Door {
            house: Arc::clone(&house),
            clock: Arc::new(move || *hands.lock().unwrap_or_else(PoisonError::into_inner)),
            secure_cookie: false,
        };
        let dice = Dice::from_seed("standing");
        Self { house, router: router(door, rooms), clock, dice, tokens: Mutex::default() }
    }

    pub fn now(&self) -> DateTime<Utc> {
        *self.clock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The clock as the door holds it, for whatever else must live at the same time.
    pub fn clock(&self) -> Clock {
        let hands = Arc::clone(&self.clock);
        Arc::new(move || *hands.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Sets the clock to 09.00 WIB of a day.
    pub fn at(&self, day: Day) {
        self.set(Zone::Wib.at(day, 9, 0));
    }

    /// Moves the clock on.
    pub fn later(&self, minutes: i64) {
        self.set(self.now() + Duration::minutes(minutes));
    }

    fn set(&self, now: DateTime<Utc>) {
        *self.clock.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }

    /// Founds an organisation; its name is its code.
    pub async fn office(&self, code: &str, kind: &str, zone: Zone) -> OrganisationId {
        let id = self.dice.ordered_id(self.now());
        insert("organisation")
            .set("id", id)
            .set("code", code)
            .set("kind", kind)
            .set("name", code)
            .set("short_name", code)
            .set("zone", zone.label())
            .run(self.house.db.writer())
            .await
            .expect("the organisation can be written");
        OrganisationId(id)
    }

    /// Opens an account, whose name is its login, without a password.
    pub async fn account(&self, login: &str, organisation_code: &str, roles: &[Role]) -> AccountId {
        self.account_with(login, organisation_code, roles, "!").await
    }

    /// Opens an account with a password, for tests of the sign-in itself.
    pub async fn account_with_password(
        &self,
        login: &str,
        organisation_code: &str,
        password: &str,
    ) -> AccountId {
        self.account_of(login, organisation_code, &[Role::Work], password).await
    }

    /// The same with other roles.
    pub async fn account_of(&self, login: &str, code: &str, roles: &[Role], password: &str) -> AccountId {
        let hash = access::hash_password(password, [3; 16]).expect("the password of the test is long enough");
        self.account_with(login, code, roles, &hash).await
    }

    /// Signs somebody in by the form itself, who has no authenticator; answers her cookie.
    pub async fn signed_in(&self, login: &str, password: &str) -> String {
        let done = self.post("", "/sign-in", &[("login", login), ("password", password)]).await.expect(303);
        done.cookie("sesi")
    }

    async fn account_with(&self, login: &str, code: &str, roles: &[Role], hash: &str) -> AccountId {
        let db = &self.house.db;
        let id = self.dice.ordered_id(self.now());
        let sql = "INSERT INTO account (id, login, name, post, password_hash, organisation_id) \
                   SELECT $1, $2, $2, '', $3, id FROM organisation WHERE code = $4";
        let values = [id.into(), login.into(), hash.into(), code.into()];
        let written = store::run(db.writer(), sql, values).await.expect("the account can be written");
        assert_eq!(written, 1, "there is no organisation {code}");
        for role in roles {
            let row = insert("account_role").set("account_id", id).set("role", role.code());
            row.run(db.writer()).await.expect("the role can be written");
        }
        AccountId(id)
    }

    /// The desk of a person, for calling a room's functions directly.
    pub async fn desk(&self, login: &str) -> Desk {
        let db = &self.house.db;
        let account = access::account_named(db.read(), login).await.expect("accounts can be read");
        let account = account.unwrap_or_else(|| panic!("there is no account {login}"));
        let mut actor =
            access::actor_of(db.read(), account).await.expect("accounts can be read").expect("it is open");
        actor.entry = access::Entry::Operator;
        Desk::new(Arc::clone(&self.house), actor, Lang::Id, self.now(), Dice::from_system())
    }

    /// Opens a page as a person; `""` has not signed in.
    pub async fn get(&self, login: &str, path: &str) -> Answer {
        let token = self.token(login).await;
        self.send(request::get(path, &token)).await
    }

    /// Sends a form as a person, with a fresh idempotency key unless the fields bring `_once`.
    pub async fn post(&self, login: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_file(login, path, fields, &[]).await
    }

    /// Sends a form with files: field, name of the file, bytes.
    pub async fn post_file(
        &self,
        login: &str,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        let token = self.token(login).await;
        let once = self.dice.random_id().to_string();
        let mut fields = fields.to_vec();
        if !fields.iter().any(|(name, _)| *name == "_once") {
            fields.push(("_once", &once));
        }
        let request = match files.is_empty() {
            true => request::post(path, &token, &fields),
            false => request::post_files(path, &token, &fields, files),
        };
        self.send(request).await
    }

    /// Opens a page with the cookie a browser would hold, such as `sesi=…`; for tests of signing in itself.
    pub async fn get_with(&self, cookie: &str, path: &str) -> Answer {
        self.send(with_cookie(request::get(path, ""), cookie)).await
    }

    /// Sends a form, with files as in `post_file`, with the cookie a browser would hold.
    pub async fn post_with(
        &self,
        cookie: &str,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        let request = match files.is_empty() {
            true => request::post(path, "", fields),
            false => request::post_files(path, "", fields, files),
        };
        self.send(with_cookie(request, cookie)).await
    }

    /// Sends a request as it stands.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await;
        Answer::read(response.unwrap_or_else(|never| match never {})).await
    }

    /// The token of a person's sign-in, written without a password.
    async fn token(&self, login: &str) -> String {
        if login.is_empty() {
            return String::new();
        }
        let key = (login.to_owned(), self.now());
        if let Some(token) = self.tokens.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return token.clone();
        }
        let db = &self.house.db;
        let account = access::account_named(db.read(), login).await.expect("accounts can be read");
        let account = account.unwrap_or_else(|| panic!("there is no account {login}"));
        let token = self.dice.random_id().to_string();
        insert("sign_in")
            .set("token_hash", Sha256::digest(token.as_bytes()).to_vec())
            .set("account_id", account.0)
            .set("since", self.now())
            .set("seen_at", self.now())
            // As after a real sign-in: whoever has just come in has just proven who she is.
            .set("proved_at", self.now())
            .run(db.writer())
            .await
            .expect("the sign-in can be written");
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).insert(key, token.clone());
        token
    }
}

fn with_cookie(mut request: Request<Body>, cookie: &str) -> Request<Body> {
    let value = cookie.parse().expect("the cookie of a test is plain letters");
    request.headers_mut().insert(axum::http::header::COOKIE, value);
    request
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Signing in by name and password, and out again. Where the account has an authenticator, its code comes next.

use std::sync::Arc;

use access::{Entered, SignInRefused};
use anyhow::Context;
use askama::Template;
use axum::extract::{Form as Fields, Request, State};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Response};
use desk::{Dice, Halt, Teller};
use serde::Deserialize;

use crate::chrome::{Trouble, assets, trouble_page};
use crate::door::pass::{halted, see_other};
use crate::door::{Site, Visitor};
use crate::guard::Dressed;
use crate::{address, cookie};

#[derive(Deserialize)]
struct Sent {
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

#[derive(Template)]
#[template(path = "sign-in.html")]
struct Document<'a> {
    t: Teller<'a>,
    theme: &'static str,
    assets: &'static str,
    title: String,
    problem: String,
    /// The name and password were right; now the code.
    is_code: bool,
    login: &'a str,
    next: &'a str,
    /// Address, tag and own name of the other language.
    language: (String, &'static str, &'static str),
}

/// `GET /sign-in`
pub(crate) async fn show(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = Visitor::stranger(&site, &parts);
    let next = address::local(visitor.parameter("next"));
    Step { is_code: false, login: "", next }.document(&site, &visitor, None)
}

/// `POST /sign-in`
pub(crate) async fn enter(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let visitor = Visitor::stranger(&site, &parts);
    let request = Request::from_parts(parts, body);
    let Ok(Fields(sent)) = <Fields<Sent> as axum::extract::FromRequest<()>>::from_request(request, &()).await
    else {
        return trouble_page(&site, &visitor, Trouble::BadRequest);
    };
    let token = fresh_token();
    match attempt(&site, &visitor, &sent, &token).await {
        Ok(Ok(Entered::Whole(_))) => {
            let mut response = see_other(&sent.next);
            let cookie = cookie::for_session(cookie::SIGN_IN, &token, site.door.secure_cookie);
            response.headers_mut().append(SET_COOKIE, cookie);
            response
        }
        Ok(Ok(Entered::Half(_))) => {
            let next = address::local(&sent.next);
            let mut response = see_other(&address::with_parameter("/sign-in/code", "next", next));
            let cookie = cookie::for_session(cookie::HALF, &token, site.door.secure_cookie);
            response.headers_mut().append(SET_COOKIE, cookie);
            response
        }
        Ok(Err(refused)) => {
            Step { is_code: false, login: sent.login.trim(), next: address::local(&sent.next) }.document(
                &site,
                &visitor,
                Some(refused),
            )
        }
        Err(halt) => halted(&site, &visitor, halt),
    }
}

/// `POST /sign-out`
pub(crate) async fn leave(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    if let Err(halt) = forget(&site, &parts).await {
        return halted(&site, &Visitor::stranger(&site, &parts), halt);
    }
    let mut response = see_other("/sign-in");
    for name in [cookie::SIGN_IN, cookie::HALF] {
        response.headers_mut().append(SET_COOKIE, cookie::forget(name, site.door.secure_cookie));
    }
    response
}

async fn attempt(
    site: &Site,
    visitor: &Visitor,
    sent: &Sent,
    token: &str,
) -> Result<Result<Entered, SignInRefused>, Halt> {
    let db = &site.door.house.db;
    let attempt = Arc::new(access::attempt(db.read(), sent.login.trim(), visitor.now).await?);
    // Hashing takes a core for a while: neither the one writer nor the server's own threads wait for it.
    let (known, password) = (Arc::clone(&attempt), sent.password.clone());
    let fits =
        tokio::task::spawn_blocking(move || known.fits(&password)).await.context("hashing a password")?;
    let tx = db.begin().await?;
    let outcome = access::sign_in(&tx, &attempt, fits, token, visitor.now).await?;
    // A failure is written too: it counts towards the pause.
    tx.commit().await?;
    Ok(outcome)
}

async fn forget(site: &Site, parts: &Parts) -> Result<(), Halt> {
    for name in [cookie::SIGN_IN, cookie::HALF] {
        let token = cookie::value(&parts.headers, name);
        if !token.is_empty() {
            access::end_sign_in(site.door.house.db.writer(), token).await?;
        }
    }
    Ok(())
}

/// Which of the two questions is asked, and what is already known.
pub(super) struct Step<'a> {
    pub is_code: bool,
    pub login: &'a str,
    pub next: &'a str,
}

impl Step<'_> {
    pub(super) fn document(
        &self,
        site: &Site,
        visitor: &Visitor,
        refused: Option<SignInRefused>,
    ) -> Response {
        let t = visitor.teller(site);
        let (address, wrong) = match self.is_code {
            true => ("/sign-in/code", "sign-in-code.wrong"),
            false => ("/sign-in", "sign-in.wrong"),
        };
        let (status, problem) = match refused {
            None => (StatusCode::OK, String::new()),
            Some(SignInRefused::Wrong) => (StatusCode::UNPROCESSABLE_ENTITY, t.say(wrong)),
            Some(SignInRefused::Paused) => (StatusCode::TOO_MANY_REQUESTS, t.say("sign-in.paused")),
        };
        let title = t.say(if self.is_code { "sign-in-code" } else { "sign-in" });
        let other = visitor.other_language();
        let here = address::with_parameter(address, "next", self.next);
        let document = Document {
            t,
            theme: visitor.theme.attribute(),
            assets: assets::base(),
            title: if problem.is_empty() { title } else { t.with("form-problem-title", "title", title) },
            problem,
            is_code: self.is_code,
            login: self.login,
            next: self.next,
            language: (
                address::with_parameter(&here, cookie::LANGUAGE, other.tag()),
                other.tag(),
                crate::chrome::own_name(other),
            ),
        };
        match crate::html(&document) {
            Ok(page) => (status, Dressed::marked(), Html(page)).into_response(),
            Err(halt) => halted(site, visitor, halt),
        }
    }
}

/// 32 random bytes in hex.
pub(super) fn fresh_token() -> String {
    Dice::from_system().bytes::<32>().iter().map(|byte| format!("{byte:02x}")).collect()
}

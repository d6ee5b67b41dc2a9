// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A fresh proof that it is still the same person: her password, or the code of her authenticator where she has one. The
//! page that asks carries the form that was sent, so that the answer does both: it proves, and the form goes on.

use std::sync::Arc;

use anyhow::Context;
use askama::Template;
use audit::{Event, Object};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use desk::{Action, Done, Form, Halt, Kind, Say, Taken, Teller};
use kernel::id::AccountId;
use serde_json::json;

use crate::chrome::{Frame, framed, trouble_page};
use crate::door::pass::{halted, see_other, to_sign_in};
use crate::door::{Site, Visitor};
use crate::{address, forms, html};

/// The field that holds the password or code.
const PROOF: &str = "_proof";
/// Names of fields that were filled and cannot be carried: files and passwords.
const LOST: &str = "_lost";

/// What came of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Fits,
    NotAsked,
    Empty,
    Wrong,
    Paused,
}

/// The answer to the question, taken out of the form it travelled with.
pub(crate) struct Given {
    pub typed: String,
    pub lost: Vec<String>,
}

/// Parts the answer from the form.
pub(crate) fn split(form: Form) -> (Form, Option<Given>) {
    let Some((_, typed)) = form.pairs().iter().rev().find(|(name, _)| name == PROOF) else {
        return (form, None);
    };
    // Not trimmed like other fields: a space at the end of a password may be meant.
    let given = Given { typed: typed.clone(), lost: form.all(LOST).map(str::to_owned).collect() };
    let rest = form.pairs().iter().filter(|(name, _)| name != PROOF && name != LOST).cloned();
    (Form::new(rest.collect()), Some(given))
}

/// What was filled and cannot be carried over: a file is not kept, and a password never stands in a page.
pub(crate) fn lost(action: &Action, form: &Form) -> Vec<String> {
    let is_lost = |name: &str, kind: &Kind| match kind {
        Kind::File => form.file(name).is_some(),
        Kind::Password => !form.text(name).is_empty(),
        _ => false,
    };
    let fields = action.fields.iter().filter(|field| is_lost(field.name, &field.kind));
    fields.map(|field| field.name.to_owned()).collect()
}

#[derive(Template)]
#[template(path = "proof.html")]
struct Body<'a> {
    t: Teller<'a>,
    /// What is to be done; empty for a page.
    deed: String,
    problem: String,
    action: &'a str,
    back: &'a str,
    kept: Vec<(String, String)>,
    has_kept: bool,
    lost: String,
    is_code: bool,
}

/// Asks, carrying the form along.
pub(crate) async fn ask(
    site: &Site,
    visitor: &Visitor,
    (action, form, lost): (&Action, &Form, Vec<String>),
    outcome: Outcome,
) -> Response {
    let t = visitor.teller(site);
    let is_carried = |name: &str| {
        let is_unfit =
            |field: &desk::Field| field.name == name && matches!(field.kind, Kind::Password | Kind::Path);
        !action.fields.iter().any(is_unfit)
    };
    let mut kept: Vec<(String, String)> =
        form.pairs().iter().filter(|(name, _)| is_carried(name)).cloned().collect();
    let has_kept = kept.iter().any(|(name, _)| name != forms::ONCE);
    let labels: Vec<String> = lost.iter().map(|name| forms::label_of(t, action, name)).collect();
    kept.extend(lost.into_iter().map(|name| (LOST.to_owned(), name)));
    let question = Question {
        deed: t.say(&action.name.replace(' ', "-")),
        action: visitor.uri.path(),
        back: visitor.uri.path(),
        kept,
        has_kept,
        lost: labels.join(", "),
    };
    question.page(site, visitor, (action.room, outcome)).await
}

struct Question<'a> {
    deed: String,
    action: &'a str,
    back: &'a str,
    kept: Vec<(String, String)>,
    has_kept: bool,
    lost: String,
}

impl Question<'_> {
    async fn page(self, site: &Site, visitor: &Visitor, (room, outcome): (&str, Outcome)) -> Response {
        let Some(account) = visitor.actor.as_ref().and_then(|actor| actor.account) else {
            return to_sign_in(visitor);
        };
        let is_code = match access::confirmed_factor(site.door.house.db.read(), account).await {
            Ok(factor) => factor.is_some(),
            Err(error) => return halted(site, visitor, error.into()),
        };
        let t = visitor.teller(site);
        let (status, problem) = match outcome {
            Outcome::NotAsked | Outcome::Fits => (StatusCode::UNAUTHORIZED, ""),
            Outcome::Empty => (StatusCode::UNPROCESSABLE_ENTITY, "proof.empty"),
            Outcome::Wrong if is_code => (StatusCode::UNPROCESSABLE_ENTITY, "sign-in-code.wrong"),
            Outcome::Wrong => (StatusCode::UNPROCESSABLE_ENTITY, "proof.wrong"),
            Outcome::Paused => (StatusCode::TOO_MANY_REQUESTS, "sign-in.paused"),
        };
        let title = t.say("proof");
        let body = html(&Body {
            t,
            deed: self.deed,
            problem: if problem.is_empty() { String::new() } else { t.say(problem) },
            action: self.action,
            back: self.back,
            kept: self.kept,
            has_kept: self.has_kept,
            lost: self.lost,
            is_code,
        });
        let title = if problem.is_empty() { title } else { t.with("form-problem-title", "title", title) };
        match body {
            Ok(body) => framed(site, visitor, status, Frame { room, title, body, about: None, script: None }),
            Err(halt) => halted(site, visitor, halt),
        }
    }
}

/// Takes the proof: counts the try, checks, and notes a right one in the sign-in and a wrong one in the log.
///
/// # Errors
/// The database did not answer.
pub(crate) async fn take(site: &Site, visitor: &mut Visitor, typed: &str) -> Result<Outcome, Halt> {
    let Some((actor, account)) =
        visitor.actor.as_ref().and_then(|actor| Some((actor.clone(), actor.account?)))
    else {
        return Err(Halt::Missing);
    };
    if typed.is_empty() {
        return Ok(Outcome::Empty);
    }
    let house = &site.door.house;
    let has_factor = access::confirmed_factor(house.db.read(), account).await?.is_some();
    // Hashing takes a core for a while; the one writer does not wait for it.
    let fits = !has_factor && password_fits(site, account, typed.to_owned()).await?;
    let desk = visitor.desk(site, actor);
    desk.allow(access::Act::AccountOwn, &access::Target::default())?;
    let mut work = desk.begin("proof").await?;
    if !access::take_try(&work.tx, account, visitor.now).await? {
        return Ok(Outcome::Paused);
    }
    let taken = match has_factor {
        true => desk::take_code(&work.tx, &house.secrets, account, typed, visitor.now).await?,
        false => fits.then_some(Taken::Code),
    };
    match taken {
        Some(taken) => {
            access::forget_wrong_proofs(&work.tx, account).await?;
            access::note_proof(&work.tx, &visitor.token, visitor.now).await?;
            if let Taken::Recovery { left } = taken {
                work.record(recovery_used(account, left)).await?;
            }
        }
        None => work.record(failed(account, "proof")).await?,
    }
    work.commit(Done::new("/", Say::new("proof"))).await?;
    if taken.is_none() {
        return Ok(Outcome::Wrong);
    }
    visitor.is_proven_now();
    Ok(Outcome::Fits)
}

async fn password_fits(site: &Site, account: AccountId, typed: String) -> Result<bool, Halt> {
    let Some(hash) = access::password_hash_of(site.door.house.db.read(), account).await? else {
        return Ok(false);
    };
    let fits = tokio::task::spawn_blocking(move || access::password_fits(&typed, &hash)).await;
    Ok(fits.context("hashing a password")?)
}

/// Somebody at an open or half-open door did not prove who she is.
pub(crate) fn failed(account: AccountId, step: &str) -> Event {
    Event::new("ProofFailed", Object::new("account", account.0), json!({ "step": step }))
}

/// A recovery code stood in for the authenticator.
pub(crate) fn recovery_used(account: AccountId, left: i64) -> Event {
    Event::new("RecoveryCodeUsed", Object::new("account", account.0), json!({ "left": left }))
}

/// `GET /proof`: before a page that shows what needs a proof.
pub(crate) async fn show(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = match Visitor::arrive(&site, &parts).await {
        Ok(visitor) => visitor,
        Err(halt) => return halted(&site, &Visitor::stranger(&site, &parts), halt),
    };
    let next = address::local(visitor.parameter("next")).to_owned();
    ask_for_page(&site, &visitor, &next, Outcome::NotAsked).await
}

/// `POST /proof`
pub(crate) async fn enter(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let mut visitor = match Visitor::arrive(&site, &parts).await {
        Ok(visitor) => visitor,
        Err(halt) => return halted(&site, &Visitor::stranger(&site, &parts), halt),
    };
    let form = match forms::from_body(Request::from_parts(parts, body), Vec::new()).await {
        Ok(form) => form,
        Err(trouble) => return trouble_page(&site, &visitor, trouble),
    };
    let next = address::local(form.text("next")).to_owned();
    let typed = split(form).1.map(|given| given.typed).unwrap_or_default();
    match take(&site, &mut visitor, &typed).await {
        Ok(Outcome::Fits) => see_other(&next),
        Ok(outcome) => ask_for_page(&site, &visitor, &next, outcome).await,
        Err(Halt::Missing) => to_sign_in(&visitor),
        Err(halt) => halted(&site, &visitor, halt),
    }
}

async fn ask_for_page(site: &Site, visitor: &Visitor, next: &str, outcome: Outcome) -> Response {
    let question = Question {
        deed: String::new(),
        action: "/proof",
        back: "/",
        kept: vec![("next".to_owned(), next.to_owned())],
        has_kept: false,
        lost: String::new(),
    };
    question.page(site, visitor, ("", outcome)).await
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The second step of signing in: the code of the authenticator, or a recovery code. Who is half signed in stands in the
//! database; the browser holds a token for it that opens nothing else.

use std::sync::Arc;

use access::SignInRefused;
use axum::extract::{Form as Fields, Request, State};
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use desk::{Done, Halt, Say, Taken};
use kernel::id::AccountId;
use serde::Deserialize;

use crate::chrome::{Trouble, trouble_page};
use crate::door::pass::{halted, see_other};
use crate::door::sign_in::{Step, fresh_token};
use crate::door::{Site, Visitor, proof};
use crate::{address, cookie};

#[derive(Deserialize)]
struct Sent {
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

/// `GET /sign-in/code`
pub(crate) async fn show(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = Visitor::stranger(&site, &parts);
    let next = address::local(visitor.parameter("next"));
    let half = cookie::value(&parts.headers, cookie::HALF);
    match access::half_signed_in(site.door.house.db.read(), half, visitor.now).await {
        Ok(Some(_)) => Step { is_code: true, login: "", next }.document(&site, &visitor, None),
        Ok(None) => see_other(&address::with_parameter("/sign-in", "next", next)),
        Err(error) => halted(&site, &visitor, error.into()),
    }
}

/// `POST /sign-in/code`
pub(crate) async fn enter(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let visitor = Visitor::stranger(&site, &parts);
    let half = cookie::value(&parts.headers, cookie::HALF).to_owned();
    let request = Request::from_parts(parts, body);
    let Ok(Fields(sent)) = <Fields<Sent> as axum::extract::FromRequest<()>>::from_request(request, &()).await
    else {
        return trouble_page(&site, &visitor, Trouble::BadRequest);
    };
    let next = address::local(&sent.next);
    let token = fresh_token();
    match complete(&site, &visitor, (&half, &token), &sent.code).await {
        Ok(Ok(())) => {
            let mut response = see_other(next);
            let secure = site.door.secure_cookie;
            let headers = response.headers_mut();
            headers.append(SET_COOKIE, cookie::for_session(cookie::SIGN_IN, &token, secure));
            headers.append(SET_COOKIE, cookie::forget(cookie::HALF, secure));
            response
        }
        Ok(Err(refused)) => Step { is_code: true, login: "", next }.document(&site, &visitor, Some(refused)),
        // Waited too long, or used already: from the beginning.
        Err(Halt::Missing) => see_other(&address::with_parameter("/sign-in", "next", next)),
        Err(halt) => halted(&site, &visitor, halt),
    }
}

/// Makes the half sign-in whole. `Missing`: there is none.
async fn complete(
    site: &Site,
    visitor: &Visitor,
    (half, token): (&str, &str),
    typed: &str,
) -> Result<Result<(), SignInRefused>, Halt> {
    let house = &site.door.house;
    let now = visitor.now;
    let account: AccountId =
        access::half_signed_in(house.db.read(), half, now).await?.ok_or(Halt::Missing)?;
    let actor = access::actor_of(house.db.read(), account).await?.ok_or(Halt::Missing)?;
    let desk = visitor.desk(site, actor);
    desk.allow(access::Act::AccountOwn, &access::Target::default())?;
    let mut work = desk.begin("sign-in code").await?;
    if !access::take_try(&work.tx, account, now).await? {
        return Ok(Err(SignInRefused::Paused));
    }
    let taken = desk::take_code(&work.tx, &house.secrets, account, typed, now).await?;
    match taken {
        Some(taken) => {
            access::forget_wrong_proofs(&work.tx, account).await?;
            if !access::complete_sign_in(&work.tx, half, (account, token), now).await? {
                return Err(Halt::Missing);
            }
            if let Taken::Recovery { left } = taken {
                work.record(proof::recovery_used(account, left)).await?;
            }
        }
        None => work.record(proof::failed(account, "sign-in")).await?,
    }
    work.commit(Done::new("/", Say::new("sign-in-code"))).await?;
    Ok(if taken.is_some() { Ok(()) } else { Err(SignInRefused::Wrong) })
}

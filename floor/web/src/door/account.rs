// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One's own account: who I am here, and the way out.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use desk::Teller;

use crate::chrome::{Frame, framed};
use crate::door::pass::{halted, to_sign_in};
use crate::door::{Site, Visitor};
use crate::html;

#[derive(Template)]
#[template(path = "account.html")]
struct Body<'a> {
    t: Teller<'a>,
    name: &'a str,
    login: &'a str,
    post: &'a str,
    office: &'a str,
}

/// `GET /account`
pub(crate) async fn show(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = match Visitor::arrive(&site, &parts).await {
        Ok(visitor) => visitor,
        Err(halt) => return halted(&site, &Visitor::stranger(&site, &parts), halt),
    };
    let Some(actor) = &visitor.actor else {
        return to_sign_in(&visitor);
    };
    let t = visitor.teller(&site);
    let office = actor.office.as_ref().map_or("", |office| &office.name);
    let body = Body { t, name: &actor.name, login: &actor.login, post: &actor.post, office };
    match html(&body) {
        Ok(body) => {
            framed(&site, &visitor, StatusCode::OK, Frame { room: "", title: t.say("account-own"), body })
        }
        Err(halt) => halted(&site, &visitor, halt),
    }
}

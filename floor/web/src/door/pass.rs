// SPDX-License-Identifier: Apache-2.0 OR MIT
//! May this person come to this door at all, and what a halt behind it looks like.

use access::{Act, Actor};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use desk::Halt;

use crate::address;
use crate::chrome::{Trouble, flash, trouble_page};
use crate::door::{Site, Visitor};

/// Where somebody with a first password is led, wherever she wanted to go.
const CHANGE_PASSWORD: &str = "/account/password";

/// The signed-in person, if her role may do the act anywhere.
///
/// # Errors
/// The answer to give instead: to the sign-in, or that this is not for her role.
pub(crate) fn pass(
    site: &Site,
    visitor: &Visitor,
    act: Act,
    is_reading: bool,
) -> Result<Actor, Box<Response>> {
    let Some(actor) = &visitor.actor else {
        return Err(Box::new(if is_reading {
            to_sign_in(visitor)
        } else {
            trouble_page(site, visitor, Trouble::SignIn)
        }));
    };
    if actor.has_first_password && act != Act::AccountOwn {
        return Err(Box::new(see_other(CHANGE_PASSWORD)));
    }
    // Asked before anything is loaded, so that the answer tells nothing about what exists.
    if access::scope(actor, act, visitor.now).is_nowhere() {
        return Err(Box::new(trouble_page(site, visitor, Trouble::Denied)));
    }
    Ok(actor.clone())
}

/// To the sign-in, and back here after it.
pub(crate) fn to_sign_in(visitor: &Visitor) -> Response {
    let here = visitor.uri.path_and_query().map_or("/", |path| path.as_str());
    see_other(&address::with_parameter("/sign-in", "next", here))
}

/// To the page that asks for a proof, and back here after it.
fn to_proof(visitor: &Visitor) -> Response {
    let here = visitor.uri.path_and_query().map_or("/", |path| path.as_str());
    see_other(&address::with_parameter("/proof", "next", here))
}

/// `303 See Other`: the next request is a GET.
pub(crate) fn see_other(location: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, address::plain(address::local(location)))]).into_response()
}

/// The answer to a halt that has no form to show.
pub(crate) fn halted(site: &Site, visitor: &Visitor, halt: Halt) -> Response {
    match halt {
        Halt::Missing | Halt::Problems(_) => trouble_page(site, visitor, Trouble::Missing),
        Halt::Denied(denied) => {
            let is_nowhere = |actor| access::scope(actor, denied.act, visitor.now).is_nowhere();
            let trouble = if visitor.actor.as_ref().is_some_and(is_nowhere) {
                Trouble::Denied
            } else {
                Trouble::Missing
            };
            trouble_page(site, visitor, trouble)
        }
        Halt::Proof(_) => to_proof(visitor),
        Halt::Refusal(refusal) => super::deed::refused_without_form(site, visitor, &refusal),
        Halt::Already(done) => {
            let login = visitor.actor.as_ref().map_or("", |actor| &actor.login);
            let mut said = vec![visitor.teller(site).tell(&done.say)];
            said.extend(done.said);
            see_other(&flash::carry(&site.door.house.secrets, login, &done.location, &said, visitor.now))
        }
        Halt::Fault(error) => {
            // The cause is for the log alone: it may name a table, a file or a person.
            tracing::error!(reference = visitor.reference, "{error:#}");
            trouble_page(site, visitor, Trouble::Fault)
        }
    }
}

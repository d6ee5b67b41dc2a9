// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Pages for when something is not there, not allowed or broken. Each has a way on.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use desk::Say;
use kernel::Lang;

use crate::chrome::{Frame, framed};
use crate::door::{Site, Visitor};
use crate::guard::Dressed;
use crate::{address, cookie};

/// What stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    Missing,
    Denied,
    SignIn,
    Fault,
    CrossSite,
    TooLarge,
    Slow,
    BadRequest,
    Method,
}

impl Trouble {
    fn word(self) -> (&'static str, &'static str) {
        match self {
            Self::Missing => ("error-missing", "error-missing.lead"),
            Self::Denied => ("error-denied", "error-denied.lead"),
            Self::SignIn => ("error-sign-in", "error-sign-in.lead"),
            Self::Fault => ("error-fault", "error-fault.lead"),
            Self::CrossSite => ("error-cross-site", "error-cross-site.lead"),
            Self::TooLarge => ("error-too-large", "error-too-large.lead"),
            Self::Slow => ("error-slow", "error-slow.lead"),
            Self::BadRequest => ("error-bad-request", "error-bad-request.lead"),
            Self::Method => ("error-method", "error-method.lead"),
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Denied | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Slow => StatusCode::SERVICE_UNAVAILABLE,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
        }
    }

    /// What a bare answer of the machinery below the rooms means.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::Missing,
            StatusCode::FORBIDDEN => Self::CrossSite,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::SERVICE_UNAVAILABLE => Self::Slow,
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            status if status.is_client_error() => Self::BadRequest,
            _ => Self::Fault,
        }
    }
}

#[derive(Template)]
#[template(path = "trouble.html")]
struct Body {
    title: String,
    lead: String,
    href: String,
    verb: String,
}

#[derive(Template)]
#[template(path = "trouble-outside.html")]
struct Outside {
    lang: Lang,
    title: String,
    lead: String,
    verb: String,
    /// The form for checking, in the language of this page.
    href: String,
    /// Address, tag and name of the other language.
    language: (String, &'static str, &'static str),
}

/// The page; outside, one that names neither product nor office.
pub(crate) fn trouble_page(site: &Site, visitor: &Visitor, trouble: Trouble) -> Response {
    let t = visitor.teller(site);
    let (title, lead) = trouble.word();
    let (title, lead) = (t.say(title), t.tell(&Say::new(lead).with("reference", &visitor.reference)));
    if address::is_outside(visitor.uri.path()) {
        let verb = t.say("sign-in.check");
        let lead = if trouble == Trouble::Missing { t.say("error-missing.outside") } else { lead };
        let other = visitor.other_language();
        let language = (visitor.here_with(cookie::LANGUAGE, other.tag()), other.tag(), other.own_name());
        let href = match visitor.lang {
            Lang::Id => "/c".to_owned(),
            Lang::En => address::with_parameter("/c", cookie::LANGUAGE, visitor.lang.tag()),
        };
        let page = Outside { lang: visitor.lang, title, lead, verb, href, language };
        return (trouble.status(), Dressed::marked(), Html(page.render().unwrap_or_default()))
            .into_response();
    }
    let (href, verb) = match visitor.actor {
        Some(_) => ("/".to_owned(), t.say("chrome-home")),
        None => (address::with_parameter("/sign-in", "next", visitor.uri.path()), t.say("sign-in.verb")),
    };
    let body = Body { title: title.clone(), lead, href, verb };
    let body = body.render().unwrap_or_default();
    framed(site, visitor, trouble.status(), Frame { room: "", title, body, about: None, script: None })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Pages: what a room shows, inside the layout or, outside, alone.

use std::sync::Arc;

use access::{Actor, actor_without_account};
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    REFRESH,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use desk::{Page, Shown};

use crate::chrome::{Frame, Trouble, framed, trouble_page};
use crate::door::pass::{halted, pass};
use crate::door::{Site, Visitor};
use crate::forms;
use crate::guard::Dressed;

/// The room of pages that anyone may open.
pub(super) const PUBLIC: &str = "public";

/// What a stranger may send: a code, never a file.
///
/// # Units
/// Bytes.
const MOST_ASKED: usize = 4_096;

/// `GET` of a page.
pub(crate) async fn show(site: Arc<Site>, page: Page, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let stranger = Visitor::stranger(&site, &parts);
    if page.room == PUBLIC {
        let form = forms::from_address(&mut parts, &stranger).await;
        let actor = actor_without_account("publik", Vec::new());
        let mut response = answer(&site, &stranger, page, actor, form).await;
        // Verifiers that run in a browser come from anywhere; no cookie comes with them.
        response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        return response;
    }
    let visitor = match Visitor::arrive(&site, &parts).await {
        Ok(visitor) => visitor,
        Err(halt) => return halted(&site, &stranger, halt),
    };
    let actor = match pass(&site, &visitor, page.act, true) {
        Ok(actor) => actor,
        Err(response) => return *response,
    };
    let form = forms::from_address(&mut parts, &visitor).await;
    answer(&site, &visitor, page, actor, form).await
}

/// `POST` to a page that anyone may open.
pub(crate) async fn show_asked(site: Arc<Site>, page: Page, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let stranger = Visitor::stranger(&site, &parts);
    let path = forms::path_parts(&mut parts).await;
    let Ok(body) = to_bytes(body, MOST_ASKED).await else {
        return trouble_page(&site, &stranger, Trouble::TooLarge);
    };
    let form = match forms::from_body(Request::from_parts(parts, body.into()), path).await {
        Ok(form) => form,
        Err(trouble) => return trouble_page(&site, &stranger, trouble),
    };
    answer(&site, &stranger, page, actor_without_account("publik", Vec::new()), form).await
}

async fn answer(site: &Site, visitor: &Visitor, page: Page, actor: Actor, form: desk::Form) -> Response {
    let desk = visitor.desk(site, actor);
    match (page.view)(&desk, &form).await {
        Ok(Shown::Html { body, .. }) if page.room == PUBLIC => Html(body).into_response(),
        Ok(Shown::Html { title, body, .. }) => framed(
            site,
            visitor,
            StatusCode::OK,
            Frame { room: page.room, title, body, about: site.about(&desk, visitor).await, script: None },
        ),
        Ok(Shown::Waiting { title, body, seconds, .. }) => {
            let mut page = framed(
                site,
                visitor,
                StatusCode::OK,
                Frame { room: page.room, title, body, about: site.about(&desk, visitor).await, script: None },
            );
            page.headers_mut().insert(REFRESH, HeaderValue::from(seconds));
            page
        }
        Ok(Shown::Helped { title, body, script, .. }) => framed(
            site,
            visitor,
            StatusCode::OK,
            Frame {
                room: page.room,
                title,
                body,
                about: site.about(&desk, visitor).await,
                script: Some(script),
            },
        ),
        Ok(Shown::Absent { body, .. }) => {
            (StatusCode::NOT_FOUND, Dressed::marked(), Html(body)).into_response()
        }
        Ok(Shown::File { name, media_type, bytes }) => file(&name, media_type, bytes),
        Ok(Shown::Served { media_type, bytes, fresh }) => served(media_type, bytes, fresh),
        Err(halt) => halted(site, visitor, halt),
    }
}

fn served(media_type: &'static str, bytes: Vec<u8>, fresh: u32) -> Response {
    let mut response = ([(CONTENT_TYPE, media_type)], bytes).into_response();
    let keep = HeaderValue::from_str(&format!("public, max-age={fresh}")).expect("digits and letters only");
    response.headers_mut().insert(CACHE_CONTROL, keep);
    response
}

/// A PDF opens in the browser, whose own reader needs styles the content policy forbids; anything else is saved.
fn file(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Response {
    let is_shown = media_type.starts_with("application/pdf");
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    let name: String = name.chars().map(|letter| if plain(letter) { letter } else { '-' }).collect();
    let disposition = format!("{}; filename=\"{name}\"", if is_shown { "inline" } else { "attachment" });
    let disposition =
        HeaderValue::from_str(&disposition).expect("only letters, digits and dashes are in the name");
    let mut response = ([(CONTENT_TYPE, media_type)], bytes).into_response();
    response.headers_mut().insert(CONTENT_DISPOSITION, disposition);
    if is_shown {
        let policy = HeaderValue::from_static("frame-ancestors 'none'; base-uri 'none'");
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

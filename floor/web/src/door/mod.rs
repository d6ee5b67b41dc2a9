// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The whole site: which address leads to which action, page or sign-in.

mod code;
mod deed;
mod health;
mod pass;
mod proof;
mod sight;
mod sign_in;
mod visitor;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use access::Act;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use chrono::{DateTime, Utc};
use desk::{Action, Desk, House, Page};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

pub(crate) use visitor::Visitor;

use crate::chrome::near::{self, About, FindAbout};
use crate::chrome::{Near, Trouble, assets, preference, trouble_page};
use crate::{address, guard};

/// What time it is; a fixed day in a demonstration.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// The largest request.
const LARGEST_BYTES: usize = 10 * 1024 * 1024;
const LONGEST_SECONDS: u64 = 30;

/// With which house and clock the site is served.
#[derive(Clone)]
pub struct Door {
    pub house: Arc<House>,
    pub clock: Clock,
    /// Cookies only over HTTPS; false only where the site is served without it.
    pub secure_cookie: bool,
}

impl fmt::Debug for Door {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Door(secure_cookie: {})", self.secure_cookie)
    }
}

/// What the rooms offer.
///
/// # Shape
/// An action and a page may share a path: then the page answers GET and holds the form itself, the action answers POST.
/// A page whose room is `public` needs no sign-in; its body is the whole document. It may be asked by POST too, where what is
/// asked must not stand in an address.
#[derive(Clone, Default)]
pub struct Rooms {
    pub actions: Vec<Action>,
    pub pages: Vec<Page>,
}

/// What all requests of the site share.
pub(crate) struct Site {
    pub door: Door,
    acts: BTreeMap<&'static str, Act>,
    near: Vec<Near>,
    find_about: FindAbout,
}

impl Site {
    pub(crate) fn has_page(&self, path: &str) -> bool {
        self.acts.contains_key(path)
    }

    /// Routes about the same single thing, such as everything about one batch.
    pub(crate) fn near(&self) -> &[Near] {
        &self.near
    }

    /// What the visitor's address is about.
    pub(crate) async fn about(&self, desk: &Desk, visitor: &Visitor) -> Option<About> {
        near::about(self.find_about, desk, visitor.uri.path()).await
    }

    pub(crate) fn act_of_page(&self, path: &str) -> Option<Act> {
        self.acts.get(path).copied()
    }
}

/// Builds the site.
///
/// # Panics
/// Two rooms claim one address: a mistake of the build, found by its first start.
pub fn router(door: Door, rooms: Rooms) -> Router {
    router_about(door, rooms, near::nothing_known)
}

/// Builds the site for a door that knows what addresses are about.
///
/// # Panics
/// As `router`.
pub fn router_about(door: Door, rooms: Rooms, find_about: FindAbout) -> Router {
    let acts = rooms.pages.iter().map(|page| (page.path, page.act)).collect();
    let site = Arc::new(Site { door, acts, near: Near::of(&rooms), find_about });
    let routes = serve_parts(rooms)
        .route("/sign-in", get(sign_in::show).post(sign_in::enter))
        .route("/sign-in/code", get(code::show).post(code::enter))
        .route("/sign-out", post(sign_in::leave))
        .route("/proof", get(proof::show).post(proof::enter))
        .route("/-/{fingerprint}/{*name}", get(assets::inside))
        .route("/c/-/{name}", get(assets::outside))
        .fallback(nothing_here)
        .with_state(Arc::clone(&site));
    let routes = routes
        .layer(from_fn_with_state(Arc::clone(&site), preference::keep))
        .layer(DefaultBodyLimit::max(LARGEST_BYTES))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(LONGEST_SECONDS),
        ))
        .layer(CatchPanicLayer::custom(guard::after_panic))
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(Arc::clone(&site), guard::dress));
    Router::new()
        .route("/healthz", get(health::process))
        .route("/readyz", get(health::database))
        .with_state(site)
        .merge(routes)
        .layer(CompressionLayer::new())
        .layer(from_fn(guard::headers))
        .layer(from_fn(guard::pace))
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
}

/// Actions and pages, each at its path.
fn serve_parts(rooms: Rooms) -> Router<Arc<Site>> {
    let mut routes: BTreeMap<&'static str, MethodRouter<Arc<Site>>> = BTreeMap::new();
    for page in rooms.pages {
        let route = routes.remove(page.path).unwrap_or_default();
        let route = route.get(move |State(site), request| sight::show(site, page, request));
        let asked = |route: MethodRouter<Arc<Site>>| {
            route.post(move |State(site), request| sight::show_asked(site, page, request))
        };
        routes.insert(page.path, if page.room == sight::PUBLIC { asked(route) } else { route });
    }
    for action in rooms.actions {
        let has_page = routes.contains_key(action.path);
        let route = routes.remove(action.path).unwrap_or_default();
        let route = route.post(move |State(site), request| deed::run(site, action, request));
        let shown = |route: MethodRouter<Arc<Site>>| {
            route.get(move |State(site), request| deed::show(site, action, request))
        };
        routes.insert(action.path, if has_page { route } else { shown(route) });
    }
    routes.into_iter().fold(Router::new(), |router, (path, route)| router.route(path, route))
}

async fn nothing_here(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let visitor = match Visitor::arrive(&site, &parts).await {
        Ok(visitor) => visitor,
        Err(_) => Visitor::stranger(&site, &parts),
    };
    trouble_page(&site, &visitor, Trouble::Missing)
}

/// What the log says of a request: never the query, which may hold a name someone searched for, nor the secret part of a
/// calendar's address.
fn span(request: &Request) -> tracing::Span {
    let id = visitor::request_id(request.headers());
    let path = address::loggable(request.uri().path());
    tracing::info_span!("request", method = %request.method(), path, id)
}

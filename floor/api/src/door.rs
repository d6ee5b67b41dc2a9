// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Which address leads to which action or page, and what stands before all of them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::ALLOW;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use chrono::{DateTime, Utc};
use desk::{Action, House, Page, Twin};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::problem::{Code, Problem};
use crate::rate::Rate;
use crate::{deed, document, explain, guard, language, sight};

/// What time it is; a fixed day in a demonstration.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

const LONGEST_SECONDS: u64 = 30;

/// How much one token may ask.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Requests a minute, in the long run; a third of it at once.
    pub per_minute: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { per_minute: 600 }
    }
}

/// With which house, clock and limits the API is served.
#[derive(Clone)]
pub struct Door {
    pub house: Arc<House>,
    pub clock: Clock,
    pub limits: Limits,
}

impl fmt::Debug for Door {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Door({:?})", self.limits)
    }
}

/// What the rooms offer: a page without a twin is known, and answered with 406.
#[derive(Clone, Default)]
pub struct Rooms {
    pub actions: Vec<Action>,
    pub pages: Vec<Page>,
    pub twins: Vec<Twin>,
}

/// What all requests share.
pub(crate) struct Site {
    pub house: Arc<House>,
    pub clock: Clock,
    pub rooms: Rooms,
    pub rate: Rate,
    document: OnceLock<String>,
}

impl Site {
    /// The OpenAPI document; made when somebody first asks, for few ever do and everybody waits for the start.
    pub(crate) fn document(&self) -> &str {
        self.document.get_or_init(|| document::document(&self.house.words, &self.rooms).to_string())
    }
}

/// What is behind one address.
#[derive(Clone, Copy, Default)]
struct Place {
    page: Option<Page>,
    twin: Option<Twin>,
    action: Option<Action>,
}

/// True for the addresses of this door.
pub fn is_here(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}

/// Builds the API.
///
/// # Panics
/// Two actions claim one address: a mistake of the build, found by its first start.
pub fn router(door: Door, rooms: Rooms) -> Router {
    let site = Arc::new(Site {
        document: OnceLock::new(),
        rooms: rooms.clone(),
        rate: Rate::new(door.limits),
        house: door.house,
        clock: door.clock,
    });
    places(rooms)
        .into_iter()
        .fold(Router::new(), |router, (path, place)| {
            let serve = move |State(site), request| answer(site, place, request);
            router.route(&format!("/api{path}"), any(serve))
        })
        .route("/api", get(explain::index))
        .route("/api/openapi.json", get(explain::openapi))
        .route("/api/problems/{code}", get(explain::problem))
        .fallback(nothing_here)
        .with_state(Arc::clone(&site))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(LONGEST_SECONDS),
        ))
        .layer(CatchPanicLayer::custom(guard::after_panic))
        .layer(from_fn_with_state(site, guard::dress))
        .layer(from_fn(guard::headers))
        .layer(TraceLayer::new_for_http().make_span_with(guard::span))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
}

fn places(rooms: Rooms) -> BTreeMap<&'static str, Place> {
    let mut places: BTreeMap<&'static str, Place> = BTreeMap::new();
    for page in rooms.pages {
        places.entry(page.path).or_default().page = Some(page);
    }
    for twin in rooms.twins {
        places.entry(twin.page.path).or_default().twin = Some(twin);
    }
    for action in rooms.actions {
        let place = places.entry(action.path).or_default();
        assert!(place.action.is_none(), "two actions claim {}", action.path);
        place.action = Some(action);
    }
    places
}

impl Place {
    fn allow(&self) -> HeaderValue {
        HeaderValue::from_static(match (self.page.is_some(), self.action.is_some()) {
            (true, true) => "GET, HEAD, POST, OPTIONS",
            (true, false) => "GET, HEAD, OPTIONS",
            (false, _) => "POST, OPTIONS",
        })
    }
}

async fn answer(site: Arc<Site>, place: Place, request: Request) -> Response {
    let lang = language::asked(request.headers());
    match (request.method(), place) {
        (&Method::GET | &Method::HEAD, Place { page: Some(page), twin, .. }) => {
            sight::show(&site, page, twin, request).await
        }
        (&Method::POST, Place { action: Some(action), .. }) => deed::run(&site, action, request).await,
        (&Method::OPTIONS, _) => (StatusCode::NO_CONTENT, [(ALLOW, place.allow())]).into_response(),
        _ => Problem::new(Code::Method).header(ALLOW, place.allow()).response(&site.house.words, lang),
    }
}

async fn nothing_here(State(site): State<Arc<Site>>, request: Request) -> Response {
    Problem::new(Code::Missing).response(&site.house.words, language::asked(request.headers()))
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Errors of the machinery below the rooms come as bare text; here each becomes a page with a way on.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use crate::chrome::{Trouble, trouble_page};
use crate::door::{Site, Visitor};

/// Marks an answer that is already what the person should read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dressed;

impl Dressed {
    /// To stand among the parts of a response.
    pub(crate) fn marked() -> Extension<Self> {
        Extension(Self)
    }
}

pub(crate) async fn dress(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let stranger = Visitor::stranger(&site, &parts);
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    let is_bare = (status.is_client_error() || status.is_server_error())
        && response.extensions().get::<Dressed>().is_none();
    if is_bare { trouble_page(&site, &stranger, Trouble::of_status(status)) } else { response }
}

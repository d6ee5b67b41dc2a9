// SPDX-License-Identifier: Apache-2.0 OR MIT
//! For those who watch over the installation: does the process answer, does the database.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use store::ConnectionTrait;

use crate::door::Site;

/// `GET /healthz`
pub(crate) async fn process() -> &'static str {
    "ok\n"
}

/// `GET /readyz`
pub(crate) async fn database(State(site): State<Arc<Site>>) -> (StatusCode, &'static str) {
    match site.door.house.db.read().execute_unprepared("SELECT 1").await {
        Ok(_) => (StatusCode::OK, "ok\n"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "database\n")
        }
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Answers outside leave at whole steps of time after the request came. How long the house looked for a number, how many files it
//! opened and how well the answer could be packed then tells nobody whether the number exists.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::{Instant, sleep_until};

use crate::address;

/// Answers leave at multiples of this.
///
/// # Source
/// Product decision: several times what the longest of these answers takes, and less than a person notices. Chance would only
/// blur a difference, which enough requests show again; a step hides it.
const STEP: Duration = Duration::from_millis(25);

/// The same for everyone and at any time, so that there is nothing to hide.
const WITHOUT_SECRET: [&str; 3] = ["/c/-/", "/c/log/", "/c/status/"];

pub(crate) async fn pace(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if !address::is_outside(path) || WITHOUT_SECRET.iter().any(|known| path.starts_with(known)) {
        return next.run(request).await;
    }
    let came = Instant::now();
    let (parts, body) = next.run(request).await.into_parts();
    // Read to its end, so that no part of it is still to be made when its head leaves.
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    sleep_until(came + leaves_after(came.elapsed())).await;
    Response::from_parts(parts, Body::from(bytes))
}

/// The first whole step after so much time.
fn leaves_after(spent: Duration) -> Duration {
    let steps = spent.as_nanos() / STEP.as_nanos() + 1;
    STEP.saturating_mul(u32::try_from(steps).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_leaves_at_the_next_step() {
        let of = |micros| leaves_after(Duration::from_micros(micros)).as_micros();
        let cases = [(0, 25_000), (900, 25_000), (24_999, 25_000), (25_000, 50_000), (61_000, 75_000)];
        for (spent, leaves) in cases {
            assert_eq!(of(spent), leaves, "{spent}");
        }
    }
}

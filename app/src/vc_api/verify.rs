// SPDX-License-Identifier: Apache-2.0 OR MIT
//! POST …/credentials/verify and …/presentations/verify: 200, or 400 with everything that is wrong.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use credential::general::{did_key, verify_credential, verify_presentation};

use super::answer::{Refused, verified};
use super::bed::Bed;
use super::request::Asked;
use super::status;

pub(super) async fn credential(State(bed): State<Arc<Bed>>, body: Bytes) -> Result<Response, Refused> {
    let asked = Asked::read(&body, "verifiableCredential")?;
    verify_credential(&asked.document, &asked.expected(&bed, "assertionMethod"), &did_key)?;
    status::check(&bed, &asked.document, asked.asks_status())?;
    Ok(verified(&asked.document))
}

pub(super) async fn presentation(State(bed): State<Arc<Bed>>, body: Bytes) -> Result<Response, Refused> {
    let asked = Asked::read(&body, "verifiablePresentation")?;
    verify_presentation(&asked.document, &asked.expected(&bed, "authentication"), &did_key)?;
    let inside = &asked.document["verifiableCredential"];
    for credential in inside.as_array().map(Vec::as_slice).unwrap_or(std::slice::from_ref(inside)) {
        status::check(&bed, credential, asked.asks_status())?;
    }
    Ok(verified(&asked.document))
}

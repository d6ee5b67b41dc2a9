// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The status list of the test bed: published, changed, and looked up.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::Duration;
use credential::general::{Cryptosuite, ProofOptions, did_key, issue, read, verify_credential};
use credential::status::{Entry, REVOCATION, StatusListFacts, entry_state, unsigned_credential};
use credential::{Problem, ProblemKind};
use serde_json::{Value, json};

use super::answer::{Json, Refused};
use super::bed::Bed;

/// Where the list is published.
pub(super) const PATH: &str = "/status/lists/revocation";

/// The same as an address.
pub(super) fn url(bed: &Bed) -> String {
    format!("{}{PATH}", bed.url)
}

/// GET: the signed list; it holds for an hour.
pub(super) async fn list(State(bed): State<Arc<Bed>>) -> Result<Json, Refused> {
    Ok(Json(signed_list(&bed)?))
}

fn signed_list(bed: &Bed) -> Result<Value, Refused> {
    let (url, issuer) = (url(bed), bed.did());
    let facts = StatusListFacts {
        url: &url,
        issuer: &issuer,
        purpose: REVOCATION,
        valid_from: bed.now() - Duration::minutes(1),
        valid_until: Some(bed.now() + Duration::hours(1)),
    };
    let unsigned = unsigned_credential(&bed.bits(), &facts);
    Ok(issue(&unsigned, &bed.key, &ProofOptions::assertion(Cryptosuite::Rdfc, bed.stamp()))?)
}

/// POST /credentials/status: `credentialId`, `credentialStatus` with its type and purpose, and `status`, true unless it says
/// otherwise.
pub(super) async fn update(State(bed): State<Arc<Bed>>, body: Bytes) -> Result<Json, Refused> {
    let body = read(&body)?;
    let asked = &body["credentialStatus"];
    if asked["type"] != "BitstringStatusListEntry" {
        return Err(Problem::malformed("$.credentialStatus.type", "must be BitstringStatusListEntry").into());
    }
    if asked["statusPurpose"] != REVOCATION {
        return Err(Problem::malformed("$.credentialStatus.statusPurpose", "must be revocation").into());
    }
    let revoked = body.get("status").or_else(|| asked.get("status")).and_then(Value::as_bool).unwrap_or(true);
    let id = body["credentialId"].as_str().unwrap_or_default();
    if bed.set_status(id, revoked) {
        Ok(Json(json!({ "credentialId": id, "status": revoked })))
    } else {
        let problem =
            Problem::malformed("$.credentialId", "no credential of this id was issued with a status");
        Err(Refused::with(StatusCode::NOT_FOUND, problem))
    }
}

/// Whether any status speaks against `credential`. Lists of others cannot be fetched, which is wrong only if the status was
/// asked for.
pub(super) fn check(bed: &Bed, credential: &Value, is_asked: bool) -> Result<(), Refused> {
    let Some(status) = credential.get("credentialStatus") else { return Ok(()) };
    let own = url(bed);
    for one in status.as_array().map(Vec::as_slice).unwrap_or(std::slice::from_ref(status)) {
        let path = "$.credentialStatus";
        if one["type"] != "BitstringStatusListEntry" || one["statusListCredential"] != own.as_str() {
            if is_asked {
                let detail = "only the status list of this server is looked up";
                return Err(Problem::new(ProblemKind::StatusRetrieval, path, detail).into());
            }
            continue;
        }
        let entry = Entry::read(one, path)?;
        let list = signed_list(bed)?;
        let expected = credential::general::Expected::at(bed.now(), "assertionMethod");
        verify_credential(&list, &expected, &did_key)?;
        if !entry_state(&entry, &list, bed.now())?.holds() {
            let detail = "the credential was revoked";
            return Err(Problem::new(ProblemKind::StatusVerification, path, detail).into());
        }
    }
    Ok(())
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! POST …/credentials/issue: the signed credential itself, 201.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use credential::general::{Cryptosuite, ProofOptions, issue};
use credential::status::{REVOCATION, entry};
use credential::{Problem, ProblemKind};
use serde_json::Value;

use super::answer::{Json, Refused};
use super::bed::Bed;
use super::request::Asked;
use super::status::url;

type Issued = Result<(StatusCode, Json), Refused>;

pub(super) async fn by_meaning(State(bed): State<Arc<Bed>>, body: Bytes) -> Issued {
    sign(&bed, &Asked::read(&body, "credential")?, Cryptosuite::Rdfc)
}

pub(super) async fn by_text(State(bed): State<Arc<Bed>>, body: Bytes) -> Issued {
    sign(&bed, &Asked::read(&body, "credential")?, Cryptosuite::Jcs)
}

/// The entry is added to those the credential has already.
pub(super) async fn with_status(State(bed): State<Arc<Bed>>, body: Bytes) -> Issued {
    let mut asked = Asked::read(&body, "credential")?;
    // Whatever cannot be issued takes no bit.
    sign(&bed, &asked, Cryptosuite::Rdfc)?;
    let index = bed.take_index(asked.document["id"].as_str()).ok_or_else(|| {
        Problem::new(ProblemKind::ProofGeneration, "$.credentialStatus", "the status list is full")
    })?;
    let own = entry(&url(&bed), index, REVOCATION);
    if let Some(members) = asked.document.as_object_mut() {
        let status = match members.remove("credentialStatus") {
            None => own,
            Some(Value::Array(mut all)) => {
                all.push(own);
                Value::Array(all)
            }
            Some(one) => Value::Array(vec![one, own]),
        };
        members.insert("credentialStatus".into(), status);
    }
    sign(&bed, &asked, Cryptosuite::Rdfc)
}

fn sign(bed: &Bed, asked: &Asked, usual: Cryptosuite) -> Issued {
    let options = ProofOptions::assertion(asked.cryptosuite(usual)?, bed.stamp());
    let signed = issue(&asked.document, &bed.key, &options)?;
    Ok((StatusCode::CREATED, Json(signed)))
}

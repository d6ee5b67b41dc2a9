// SPDX-License-Identifier: Apache-2.0 OR MIT
//! POST …/credentials/issue: the signed credential itself, 201.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use credential::general::{Cryptosuite, ProofOptions, add_status, issue};
use credential::status::{REVOCATION, entry};
use credential::{Problem, ProblemKind};

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
    let asked = Asked::read(&body, "credential")?;
    let sign_with = |index| {
        let mut asked = asked.clone();
        add_status(&mut asked.document, entry(&url(&bed), index, REVOCATION));
        sign(&bed, &asked, Cryptosuite::Rdfc)
    };
    // Whatever cannot be issued takes no bit.
    sign_with(0)?;
    let index = bed.take_index(asked.document["id"].as_str()).ok_or_else(|| {
        Problem::new(ProblemKind::ProofGeneration, "$.credentialStatus", "the status list is full")
    })?;
    sign_with(index)
}

fn sign(bed: &Bed, asked: &Asked, usual: Cryptosuite) -> Issued {
    let options = ProofOptions::assertion(asked.cryptosuite(usual)?, bed.stamp());
    let signed = issue(&asked.document, &bed.key, &options)?;
    Ok((StatusCode::CREATED, Json(signed)))
}

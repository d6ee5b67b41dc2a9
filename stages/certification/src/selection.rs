// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The file whose holder chooses what to show: signed once, when somebody first asks for it, and kept.

use audit::{Event, Object};
use desk::{Desk, Done, Halt, Say, Shown};
use serde_json::json;
use store::{ConnectionTrait, DbErr, FromQueryResult, insert, one};
use uuid::Uuid;

use crate::facts::CertificateFact;
use crate::signer;
use crate::subject::changed_meanwhile;

/// What the signer's log calls it.
const ACT: &str = "certificate sd-jwt";

/// The certificate's file. The desk must have been allowed to read the certificate.
///
/// # Errors
/// Where it is not signed yet: `CERT-29` to `CERT-31`, the signer is shut; `CERT-35`, the issuer has another key by now.
pub async fn of(desk: &Desk, certificate: &CertificateFact, credential: &str) -> Result<String, Halt> {
    if let Some(file) = kept(desk.house.db.read(), certificate).await? {
        return Ok(file);
    }
    let pen = signer::take_up(desk, certificate.issuer, ACT, 1).await?;
    let document: Uuid = desk.fresh_id();
    let file = pen.selection(document, credential)?;
    let mut work = desk.begin(ACT).await?;
    // Somebody else may have asked at the same moment.
    if let Some(file) = kept(&work.tx, certificate).await? {
        return Ok(file);
    }
    pen.note(&work).await?;
    insert("selection_file")
        .set("certificate_id", certificate.id.0)
        .set("document_id", document)
        .set("file", file.clone())
        .run(&work.tx)
        .await
        .map_err(changed_meanwhile)?;
    let content =
        json!({ "number": certificate.number, "selection_sha256": audit::fingerprint(file.as_bytes()) });
    let event = Event::new("SelectionSigned", Object::new("certificate", certificate.id.0), content)
        .about("batch", certificate.batch.0)
        .about("person", certificate.person.0);
    work.record(event).await?;
    work.commit(Done::new("", Say::new("certificate-sd-jwt"))).await?;
    Ok(file)
}

/// The file, to be saved.
pub fn shown(certificate: &CertificateFact, file: String) -> Shown {
    Shown::File {
        name: format!("sertifikat-{}.sd-jwt", certificate.number),
        media_type: "application/dc+sd-jwt",
        bytes: file.into_bytes(),
    }
}

/// The file as it was signed once; nothing before somebody asked for it.
pub async fn kept<C: ConnectionTrait>(
    on: &C,
    certificate: &CertificateFact,
) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        file: String,
    }
    let sql = "SELECT file FROM selection_file WHERE certificate_id = $1";
    Ok(one::<Row, _>(on, sql, [certificate.id.0.into()]).await?.map(|row| row.file))
}

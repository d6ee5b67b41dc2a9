// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Writing schemes, licences and certificates of assessors. They are added and never changed.

use ::store::{DatabaseTransaction, DbErr, insert, violation};
use desk::{Halt, Say};
use kernel::id::SchemeId;

use super::or_taken;
use crate::facts::{AssessorCertificateFact, LicenceFact, SchemeFact, SchemeUnitFact};

pub async fn scheme(
    tx: &DatabaseTransaction,
    fact: &SchemeFact,
    units: &[SchemeUnitFact],
) -> Result<(), Halt> {
    let written = insert("scheme")
        .set("id", fact.id.0)
        .set("code", fact.code.clone())
        .set("number", fact.number.clone())
        .set("title", fact.title.clone())
        .set("kind", fact.kind.code())
        .set("field", fact.field.clone())
        .set("standard", fact.standard.clone())
        .set("lsp_id", fact.lsp.0)
        .set("forbids", fact.forbids.code())
        .run(tx)
        .await;
    or_taken(written, "scheme", &fact.code)?;
    for (position, unit) in (1_i64..).zip(units) {
        let row = insert("scheme_unit").set("scheme_id", fact.id.0).set("position", position);
        row.set("code", unit.code.clone()).set("title", unit.title.clone()).run(tx).await?;
        for (position, element) in (1_i64..).zip(&unit.elements) {
            insert("scheme_element")
                .set("scheme_id", fact.id.0)
                .set("unit_code", unit.code.clone())
                .set("position", position)
                .set("number", element.number.clone())
                .set("title", element.title.clone())
                .run(tx)
                .await?;
        }
    }
    Ok(())
}

pub async fn licence(tx: &DatabaseTransaction, scheme: SchemeId, fact: &LicenceFact) -> Result<(), Halt> {
    let written = insert("scheme_licence")
        .set("scheme_id", scheme.0)
        .set("number", fact.number.clone())
        .set("starts_on", fact.starts_on)
        .set("ends_on", fact.ends_on)
        .run(tx)
        .await;
    number_taken(written, ("scheme_licence_once", "scheme_licence.scheme_id"), &fact.number)
}

pub async fn assessor_certificate(
    tx: &DatabaseTransaction,
    fact: &AssessorCertificateFact,
) -> Result<(), Halt> {
    let written = insert("assessor_certificate")
        .set("account_id", fact.account.0)
        .set("number", fact.term.number.clone())
        .set("field", fact.field.clone())
        .set("workplace_id", fact.workplace.map(|id| id.0))
        .set("starts_on", fact.term.starts_on)
        .set("ends_on", fact.term.ends_on)
        .run(tx)
        .await;
    let key = ("assessor_certificate_once", "assessor_certificate.account_id");
    number_taken(written, key, &fact.term.number)
}

fn number_taken(
    written: Result<(), DbErr>,
    (constraint, column): (&str, &str),
    number: &str,
) -> Result<(), Halt> {
    written.map_err(|error| match violation(&error) {
        Some(found) if found.is(constraint, column) => {
            Halt::field("number", Say::new("problem-taken").with("text", number))
        }
        Some(_) | None => error.into(),
    })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The faces of a certificate as files: paper and credential as they were issued, and the credential in the form whose holder
//! chooses what to show.

use access::Act;
use anyhow::anyhow;
use desk::{Desk, Form, Halt, Page, Shown};

use crate::facts::{self, CertificateFact};
use crate::key::issuer_key;
use crate::subject;

/// `certificate pdf`.
pub const PDF: Page = Page {
    name: "certificate pdf",
    path: "/certificates/{certificate}/pdf",
    act: Act::CertificateRead,
    room: "certification",
    view: |desk, form| Box::pin(pdf(desk, form)),
};

/// `certificate json`.
pub const JSON: Page = Page {
    name: "certificate json",
    path: "/certificates/{certificate}/json",
    act: Act::CertificateRead,
    room: "certification",
    view: |desk, form| Box::pin(json(desk, form)),
};

/// `certificate sd-jwt`.
pub const SD_JWT: Page = Page {
    name: "certificate sd-jwt",
    path: "/certificates/{certificate}/sd-jwt",
    act: Act::CertificateRead,
    room: "certification",
    view: |desk, form| Box::pin(sd_jwt(desk, form)),
};

async fn read(desk: &Desk, form: &Form) -> Result<(CertificateFact, Vec<u8>, String), Halt> {
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateRead, &subject::target(desk, &certificate, &batch).await?)?;
    let (pdf, credential) = facts::files(desk.house.db.read(), certificate.id).await?.ok_or(Halt::Missing)?;
    Ok((certificate, pdf, credential))
}

async fn pdf(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (certificate, bytes, _) = read(desk, form).await?;
    Ok(Shown::File {
        name: format!("sertifikat-{}.pdf", certificate.number),
        media_type: "application/pdf",
        bytes,
    })
}

async fn json(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (certificate, _, credential) = read(desk, form).await?;
    Ok(credential_file(&certificate, credential))
}

/// Made of the stored credential each time; the issuer's key makes the same bytes of it again.
async fn sd_jwt(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (certificate, _, credential) = read(desk, form).await?;
    let key = issuer_key(desk, certificate.issuer).await?;
    let file = credential::sdjwt::issue_again(&credential, &key)
        .map_err(|cause| anyhow!("certificate {}: {}", certificate.number, cause.code()))?;
    Ok(Shown::File {
        name: format!("sertifikat-{}.sd-jwt", certificate.number),
        media_type: "application/dc+sd-jwt",
        bytes: file.into_bytes(),
    })
}

/// The credential, to be saved.
pub fn credential_file(certificate: &CertificateFact, credential: String) -> Shown {
    Shown::File {
        name: format!("sertifikat-{}.json", certificate.number),
        media_type: "application/vc+json",
        bytes: credential.into_bytes(),
    }
}

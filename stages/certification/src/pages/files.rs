// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The faces of a certificate as files: paper and credential as they were issued, and the credential in the form whose holder
//! chooses what to show.

use access::Act;
use desk::{Desk, Form, Halt, Page, Shown};

use crate::facts::{self, CertificateFact};
use crate::{selection, subject};

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

/// Signed when it is first asked for, and the same bytes from then on.
async fn sd_jwt(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (certificate, _, credential) = read(desk, form).await?;
    let file = selection::of(desk, &certificate, &credential).await?;
    Ok(selection::shown(&certificate, file))
}

/// The credential, to be saved.
pub fn credential_file(certificate: &CertificateFact, credential: String) -> Shown {
    Shown::File {
        name: format!("sertifikat-{}.json", certificate.number),
        media_type: "application/vc",
        bytes: credential.into_bytes(),
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The slip with the code, for the holder to take along. The issuer speaks on it, as on the certificate; nothing says where she was.

use access::Act;
use anyhow::Context;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use document::{Block, LabelledText, LetterPaper, Letterhead, PaperSize, render_letter};
use kernel::Lang;
use kernel::day::long;
use office::facts::OrganisationFact;

use crate::claim::{self, Claim};
use crate::facts::CertificateFact;
use crate::subject;

/// `certificate claim-slip`.
pub const SLIP: Page = Page {
    name: "certificate claim-slip",
    path: "/certificates/{certificate}/claim-slip.pdf",
    act: Act::CertificateClaimCode,
    room: "certification",
    view: |desk, form| Box::pin(view(desk, form)),
};

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateClaimCode, &subject::target(desk, &certificate, &batch).await?)?;
    let claim = claim::latest(desk, certificate.id).await?.ok_or(Halt::Missing)?;
    let issuer =
        office::facts::by_id(desk.house.db.read(), certificate.issuer).await?.ok_or(Halt::Missing)?;
    let printed = render_letter(&letter(desk, &certificate, &claim, issuer))
        .context("the slip could not be printed")?;
    let name = format!("slip-{}.pdf", certificate.number);
    Ok(Shown::File { name, media_type: "application/pdf", bytes: printed.pdf })
}

/// In both languages, sentence by sentence: whoever helps her may read either.
fn letter(
    desk: &Desk,
    certificate: &CertificateFact,
    claim: &Claim,
    issuer: OrganisationFact,
) -> LetterPaper {
    let words = &desk.house.words;
    let (first, second) = (Teller { words, lang: Lang::Id }, Teller { words, lang: Lang::En });
    let address = format!("{}/c/ambil", desk.house.settings.public_base);
    let entry = |key: &str, text: String| LabelledText { label: first.say(key), texts: vec![text] };
    let step = |key: &str| {
        let text = |teller: Teller<'_>| teller.with(key, "address", &address);
        format!("{} / {}", text(first), text(second))
    };
    LetterPaper {
        letterhead: Letterhead {
            parent_offices: Vec::new(),
            office: issuer.name,
            detail_lines: Some(issuer.address).filter(|address| !address.is_empty()).into_iter().collect(),
        },
        title: first.say("certificate-claim-slip-title"),
        number: second.say("certificate-claim-slip-title"),
        place_date: String::new(),
        body: vec![
            Block::Labelled(vec![
                entry("certificate-claim-slip-name", certificate.learner_name.clone()),
                entry("certificate-claim-slip-of", certificate.title.clone()),
                entry("field-number", certificate.number.clone()),
                entry("certificate-claim-until", long(claim.until, Lang::Id)),
            ]),
            Block::Heading(first.say("certificate-claim-code-word")),
            Block::Code(claim.code.reveal().to_owned()),
            Block::Numbered(
                ["one", "two", "three"].map(|end| step(&format!("certificate-claim-step-{end}"))).to_vec(),
            ),
            Block::Paragraph(step("certificate-claim-slip-keep")),
        ],
        signers: Vec::new(),
        footer: String::new(),
        specimen: desk.house.settings.specimen,
        paper: PaperSize::A4,
        document_date: desk.today(),
    }
}

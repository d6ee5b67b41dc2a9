// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Makes the certificates of one issue: numbers, credentials, papers. Nothing is stored here.

use std::sync::Arc;

use anyhow::Context;
use askama::Template;
use desk::{Desk, Halt, Refusal, Teller};
use document::CertificatePaper;
use kernel::Lang;
use kernel::id::{CertificateId, OrganisationId};
use programme::facts::{BatchFact, CertificateKind};
use uuid::Uuid;

use super::request::{Request, defaults};
use crate::candidate::Candidate;
use crate::paper::{Award, Faces, Occasion};
use crate::seal::print_all;
use crate::signer::{self, Pen};
use crate::status::draw;
use crate::store::NewCertificate;

/// Letters and dashes of a number: twelve letters of five bits.
///
/// # Source
/// Product decision: 60 random bits, so that a number can be neither guessed nor counted.
const NUMBER_LENGTH: usize = 14;

/// Reads what all certificates of this issue share.
pub async fn occasion<'d>(
    desk: &'d Desk,
    batch: BatchFact,
    (kind, issuer): (CertificateKind, OrganisationId),
    request: &Request,
) -> Result<Occasion<'d>, Halt> {
    let on = desk.house.db.read();
    let programme = &batch.programme;
    let issuer =
        office::facts::by_id(on, issuer).await?.context("a certificate names an issuer that is not there")?;
    let above = match issuer.parent {
        Some(above) => office::facts::by_id(on, above).await?,
        None => None,
    };
    let defaults = defaults(on, issuer.id).await?;
    let chosen = request.completed(&issuer, kind, defaults)?;
    Ok(Occasion {
        words: &desk.house.words,
        kind,
        units: programme::facts::units(on, programme.id).await?,
        modules: programme::facts::modules(on, programme.id).await?,
        issuer,
        above,
        batch,
        place: chosen.place,
        signer: chosen.signer,
        signer_post: chosen.signer_post,
        issued_on: request.day,
        valid_until: request.valid_until,
        public_base: desk.house.settings.public_base.clone(),
        specimen: desk.house.settings.specimen,
    })
}

/// Certificates that are made and not yet stored.
pub struct Made {
    pub certificates: Vec<NewCertificate>,
    /// What signed them: noted before they are stored.
    pub pen: Arc<Pen>,
}

/// Signs, prints and seals a certificate for everyone who earned it. `act` is what the signer's log calls it.
///
/// # Errors
/// `CERT-05` where a text would betray custody, `CERT-06` where a paper cannot be printed or sealed; `CERT-29` to `CERT-31`
/// where the signer is shut.
pub async fn make_all(
    desk: &Desk,
    occasion: &Occasion<'_>,
    (act, earned): (&'static str, Vec<Candidate>),
) -> Result<Made, Halt> {
    let pen = Arc::new(signer::take_up(desk, occasion.issuer.id, act, earned.len()).await?);
    let acknowledgement = match occasion.kind {
        CertificateKind::Acknowledgement => Some(desk.fresh_id()),
        CertificateKind::Training | CertificateKind::School | CertificateKind::Competence => None,
    };
    let mut papers = Vec::with_capacity(earned.len());
    let mut made = Vec::with_capacity(earned.len());
    let ids: Vec<Uuid> = earned.iter().map(|_| desk.dice.random_id()).collect();
    let places = draw(desk, &ids).await?;
    for ((candidate, credential_id), place) in earned.into_iter().zip(ids).zip(places) {
        let number = fresh_number(desk);
        let accompanied = candidate.accompanied;
        let id: CertificateId = desk.fresh_id();
        let award = Award { id: id.0, number, credential_id, person: candidate.person, place, accompanied };
        let Faces { credential, paper } = occasion.faces(&award, &pen)?;
        papers.push((id.0, paper));
        made.push(NewCertificate {
            id,
            number: award.number,
            credential_id: award.credential_id,
            kind: occasion.kind,
            batch: occasion.batch.id,
            person: award.person.id,
            issuer: occasion.issuer.id,
            acknowledgement,
            turn: candidate.turn,
            learner_name: award.person.name,
            title: occasion.title(Lang::Id),
            jp: occasion.jp(),
            issued_on: occasion.issued_on,
            valid_until: occasion.valid_until,
            units: units_of(occasion, candidate.units),
            credential,
            pdf: Vec::new(),
        });
    }
    for (certificate, pdf) in made.iter_mut().zip(print(desk.lang, papers, &pen).await?) {
        certificate.pdf = pdf;
    }
    Ok(Made { certificates: made, pen })
}

fn fresh_number(desk: &Desk) -> String {
    let mut number = kernel::number::readable(&desk.dice.bytes::<8>());
    number.truncate(NUMBER_LENGTH);
    number
}

/// Units are kept where the certificate rests on them.
fn units_of(occasion: &Occasion<'_>, mastered: Vec<kernel::id::UnitId>) -> Vec<kernel::id::UnitId> {
    match occasion.kind {
        CertificateKind::Competence | CertificateKind::School => {
            let of_programme = |unit: &kernel::id::UnitId| occasion.units.iter().any(|of| of.id == *unit);
            mastered.into_iter().filter(of_programme).collect()
        }
        CertificateKind::Training | CertificateKind::Acknowledgement => Vec::new(),
    }
}

/// Setting pages takes the processor for a while, so it is done aside.
async fn print(
    lang: Lang,
    papers: Vec<(Uuid, CertificatePaper)>,
    pen: &Arc<Pen>,
) -> Result<Vec<Vec<u8>>, Halt> {
    let pen = Arc::clone(pen);
    let printed =
        tokio::task::spawn_blocking(move || print_all(&papers, &pen)).await.context("the press stopped")?;
    printed.map_err(|problem| {
        let why = match lang {
            Lang::Id => problem.sentence_id(),
            Lang::En => problem.to_string(),
        };
        Refusal::new("CERT-06").with("why", why).into()
    })
}

#[derive(Template)]
#[template(path = "issue_notes.html")]
struct Notes<'a> {
    t: Teller<'a>,
    earned: Vec<String>,
    others: Vec<String>,
}

#[derive(Template)]
#[template(path = "issue_many_notes.html")]
struct ManyNotes<'a> {
    t: Teller<'a>,
    total: usize,
    ready: &'a [(BatchFact, usize)],
}

/// Which batches wait, shown above the form for many.
pub fn notes_of_many(desk: &Desk, ready: &[(BatchFact, usize)]) -> Result<String, Halt> {
    let total = ready.iter().map(|(_, count)| count).sum();
    web::html(&ManyNotes { t: desk.teller(), total, ready })
}

/// Who would get a certificate today and who not, shown above the form.
pub fn notes(desk: &Desk, found: &[Candidate]) -> Result<String, Halt> {
    let t = desk.teller();
    let earned = found.iter().filter(|candidate| candidate.reasons.is_empty());
    let sentences = |candidate: &Candidate| -> Vec<String> {
        candidate
            .reasons
            .iter()
            .map(|reason| t.tell(&reason.say(&candidate.person.name, desk.lang)))
            .collect()
    };
    web::html(&Notes {
        t,
        earned: earned.map(|candidate| candidate.person.name.clone()).collect(),
        others: found.iter().flat_map(sentences).collect(),
    })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Where a holder fetches the files of her certificate with the code on her slip. The code comes in the body of a request, never in
//! an address that a browser or a log would keep; of who asks nothing is noted, only that the files were fetched.

use access::{Act, Target};
use askama::Template;
use audit::{Event, Object};
use desk::{Desk, Done, Form, Halt, Page, Say, Shown, Teller};
use kernel::Lang;
use kernel::day::long;
use serde_json::json;

use super::files::credential_file;
use crate::claim::{self, Opened, Typed};
use crate::facts::{self, CertificateFact, Standing};
use crate::selection;
use crate::store::{self, Tie};

/// `certificate claim`: the form, and the files for whoever has the code.
pub const CLAIM: Page = Page {
    name: "certificate claim",
    path: "/c/ambil",
    act: Act::CertificateClaim,
    room: "public",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// A file that the code opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum File {
    Paper,
    Wallet,
    Selection,
}

impl File {
    const ALL: [Self; 3] = [Self::Paper, Self::Wallet, Self::Selection];

    fn code(self) -> &'static str {
        match self {
            Self::Paper => "pdf",
            Self::Wallet => "json",
            Self::Selection => "sd-jwt",
        }
    }
}

/// What there is to say above the form; the end of the keys `claim-…`.
const ASK: &str = "ask";
const UNKNOWN: &str = "unknown";
const NUMBER: &str = "number";
const HELD_BACK: &str = "held-back";
const LATER: &str = "later";

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    desk.allow(Act::CertificateClaim, &Target::default())?;
    let code = match claim::typed(form.secret("code")) {
        _ if form.secret("code").is_empty() => return page(desk, form, ASK, None),
        Typed::Number => return page(desk, form, NUMBER, None),
        Typed::Other => return page(desk, form, UNKNOWN, None),
        Typed::Code(code) => code,
    };
    let Some(opened) = claim::opened(desk, &code, desk.today()).await? else {
        return page(desk, form, UNKNOWN, None);
    };
    let certificate = in_force(desk, &opened).await?;
    match certificate.standing(desk.today()) {
        Standing::InForce | Standing::Expired(_) => {}
        Standing::Revoked(_) | Standing::Replaced(_) | Standing::Suspended(_) => {
            return page(desk, form, HELD_BACK, Some((&certificate, &opened)));
        }
    }
    match File::ALL.into_iter().find(|file| file.code() == form.text("file")) {
        None => page(desk, form, "", Some((&certificate, &opened))),
        Some(file) => match fetched(desk, (&certificate, &opened), file).await {
            // The signer is shut for a while; the other files need none.
            Err(Halt::Refusal(_)) => page(desk, form, LATER, Some((&certificate, &opened))),
            file => file,
        },
    }
}

/// The certificate of a code, or the one that stands in its place by now.
async fn in_force(desk: &Desk, opened: &Opened) -> Result<CertificateFact, Halt> {
    let on = desk.house.db.read();
    let mut certificate = facts::by_id(on, opened.certificate).await?.ok_or(Halt::Missing)?;
    while let (_, Some(after)) = store::chain(on, certificate.id, Tie::Replaces).await? {
        certificate = facts::by_number(on, &after).await?.ok_or(Halt::Missing)?;
    }
    Ok(certificate)
}

async fn fetched(
    desk: &Desk,
    (certificate, opened): (&CertificateFact, &Opened),
    file: File,
) -> Result<Shown, Halt> {
    let (pdf, credential) = facts::files(desk.house.db.read(), certificate.id).await?.ok_or(Halt::Missing)?;
    let shown = match file {
        File::Paper => Shown::File {
            name: format!("sertifikat-{}.pdf", certificate.number),
            media_type: "application/pdf",
            bytes: pdf,
        },
        File::Wallet => credential_file(certificate, credential),
        File::Selection => {
            selection::shown(certificate, selection::of(desk, certificate, &credential).await?)
        }
    };
    note(desk, certificate, opened).await?;
    Ok(shown)
}

/// That it was fetched, once.
async fn note(desk: &Desk, certificate: &CertificateFact, opened: &Opened) -> Result<(), Halt> {
    if claim::is_taken(desk.house.db.read(), opened).await? {
        return Ok(());
    }
    let mut work = desk.begin("certificate claim").await?;
    if !claim::take(&work.tx, opened, desk.today()).await? {
        return Ok(());
    }
    let content = json!({ "number": certificate.number, "turn": opened.turn });
    let event = Event::new("CertificateClaimed", Object::new("certificate", opened.certificate.0), content)
        .about("batch", certificate.batch.0)
        .about("person", certificate.person.0);
    work.record(event).await?;
    work.commit(Done::new("/c/ambil", Say::new("certificate-claim"))).await?;
    Ok(())
}

/// A sentence and what follows it.
struct Told {
    key: String,
    lead: String,
    is_trouble: bool,
}

impl Told {
    fn of(end: &str) -> Option<Self> {
        let key = format!("claim-{end}");
        let told = Self { lead: format!("{key}.lead"), key, is_trouble: end != ASK };
        (!end.is_empty()).then_some(told)
    }
}

struct Button {
    code: &'static str,
    key: String,
    lead: String,
}

struct Facts {
    certificate: CertificateFact,
    until_first: String,
    until_second: String,
    files: Vec<Button>,
}

#[derive(Template)]
#[template(path = "claim.html")]
struct ClaimPage<'a> {
    first: Teller<'a>,
    second: Teller<'a>,
    /// Where the form goes, in the language asked for.
    here: String,
    switch: (String, &'static str),
    typed: String,
    told: Option<Told>,
    facts: Option<Facts>,
}

fn page(
    desk: &Desk,
    form: &Form,
    told: &'static str,
    found: Option<(&CertificateFact, &Opened)>,
) -> Result<Shown, Halt> {
    let words = &desk.house.words;
    let (first, second) = (desk.lang, desk.lang.other());
    let file = |file: File| {
        let key = format!("claim-file-{}", file.code());
        Button { code: file.code(), lead: format!("{key}.lead"), key }
    };
    let facts = found.map(|(certificate, opened)| Facts {
        certificate: certificate.clone(),
        until_first: long(opened.until, first),
        until_second: long(opened.until, second),
        files: if told == HELD_BACK { Vec::new() } else { File::ALL.map(file).into() },
    });
    let here = |lang: Lang| match lang {
        Lang::Id => "/c/ambil".to_owned(),
        Lang::En => format!("/c/ambil?bahasa={}", lang.tag()),
    };
    let page = ClaimPage {
        first: Teller { words, lang: first },
        second: Teller { words, lang: second },
        here: here(first),
        switch: (here(second), second.own_name()),
        typed: form.secret("code").to_owned(),
        told: Told::of(told),
        facts,
    };
    let title = page.first.say("certificate-claim");
    let text = text_of(&page);
    Ok(Shown::Html { title, body: web::html(&page)?, text })
}

fn text_of(page: &ClaimPage<'_>) -> String {
    let mut lines = Vec::new();
    lines.extend(page.told.iter().map(|told| page.first.say(&told.key)));
    if let Some(facts) = &page.facts {
        let of = &facts.certificate;
        lines.push(format!("{}\n{}\n{}", of.learner_name, of.title, of.number));
        lines.extend(facts.files.iter().map(|file| page.first.say(&file.key)));
    }
    lines.join("\n")
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The pages a stranger sees: type or scan a number, and be told whether it can be relied on. Nobody is asked who they
//! are, nobody is noted, and nothing on them names an office of custody or this product.

use access::Act;
use askama::Template;
use credential::{BadgeKind, Read};
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::Lang;
use kernel::day::{Day, long};
use kernel::zone::Zone;

use super::files::credential_file;
use crate::facts::{self, CertificateFact, CertificateKind, Standing};
use crate::verification::{Answer, KeyStanding, answer, key_standing};

/// `certificate lookup`: the form, and the answer for `?number=`.
pub const LOOKUP: Page = Page {
    name: "certificate lookup",
    path: "/c",
    act: Act::PublicRead,
    room: "public",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// `certificate check`: where the code on the paper leads.
pub const CHECK: Page = Page {
    name: "certificate check",
    path: "/c/{number}",
    act: Act::PublicRead,
    room: "public",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// `certificate credential`: the signed file, for those who check it with a tool of their own.
pub const CREDENTIAL: Page = Page {
    name: "certificate credential",
    path: "/c/{number}/credential.json",
    act: Act::PublicRead,
    room: "public",
    view: |desk, form| Box::pin(credential(desk, form)),
};

/// What stands across the head of the page.
#[derive(Clone, Copy)]
struct Head {
    /// The end of the keys `outside-…`.
    key: &'static str,
    /// Class of the head and picture in it.
    tone: &'static str,
}

/// Lines that are checked of every certificate; what follows them is about a key that was replaced.
const CHECKED_OF_ALL: usize = 4;

/// A line that was checked.
struct Checked {
    key: &'static str,
    holds: bool,
}

struct Told {
    read: Read,
    units: Vec<UnitLine>,
    total_hours: i64,
    /// A letter of acknowledgement says what it is not.
    is_letter: bool,
    /// What else to know of its end: that it can be renewed, or that it was.
    end: Option<&'static str>,
    issued_first: String,
    issued_second: String,
    until_first: String,
    until_second: String,
    checked: Vec<Checked>,
}

struct UnitLine {
    title: String,
    code: String,
    hours: Option<i32>,
}

#[derive(Template)]
#[template(path = "outside.html")]
struct OutsidePage<'a> {
    /// The language asked for, then the other one: whoever checks may read either.
    first: Teller<'a>,
    second: Teller<'a>,
    /// The language to be kept by the form; none for the house's first.
    kept: Option<&'static str>,
    /// Address and name of the other language first.
    switch: (String, &'static str),
    typed: String,
    head: Option<Head>,
    /// The day of a revocation, or the last day of the term.
    on_first: String,
    on_second: String,
    told: Option<Told>,
    now_first: String,
    now_machine: String,
}

/// What a number asks for is looked up, judged and written down, and so is the answer that there is no such number; one of the two
/// is thrown away. An answer costs the same work whether there is something to find or not.
async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let typed = form.text("number");
    if typed.is_empty() {
        return page(desk, typed, Found::nothing(None));
    }
    let asked = asked_for(desk, typed).await?;
    let unknown = page(desk, typed, Found::nothing(Some(Answer::Unknown)))?;
    let Some(asked) = asked else { return Ok(unknown) };
    let known = page(desk, typed, judged(desk, &asked.certificate).await?)?;
    Ok(if asked.is_known { known } else { unknown })
}

fn page(desk: &Desk, typed: &str, found: Found) -> Result<Shown, Halt> {
    let Found { answer: found, zone, end, key } = found;
    let words = &desk.house.words;
    let teller = |lang| Teller { words, lang };
    let (first, second) = (desk.lang, desk.lang.other());
    let ended = found.as_ref().and_then(|answer| match answer {
        Answer::Revoked(_, on)
        | Answer::Replaced(_, on)
        | Answer::Suspended(_, on)
        | Answer::Expired(_, on) => Some(*on),
        Answer::Valid(_) | Answer::Broken | Answer::Unknown => None,
    });
    let ended = |lang| ended.map(|on| long(on, lang)).unwrap_or_default();
    let today = zone.day_of(desk.now);
    let page = OutsidePage {
        first: teller(first),
        second: teller(second),
        kept: (first == Lang::En).then(|| first.tag()),
        switch: (with_language(typed, second), second.own_name()),
        typed: typed.to_owned(),
        head: found.as_ref().map(head),
        on_first: ended(first),
        on_second: ended(second),
        told: found.and_then(|answer| told(answer, (end, key), (first, second))),
        now_first: format!("{}, {}", long(today, first), zone.clock_label(desk.now)),
        now_machine: desk.now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
    };
    let (title, text) = titles(&page);
    Ok(Shown::Html { title, body: web::html(&page)?, text })
}

/// For a number that is not there, the page that says so: the pages of errors belong to the inside. Either is made each time.
/// Where a file is not there, the page to check a number: the pages of errors belong to the inside.
pub(super) async fn absent(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    Ok(match view(desk, form).await? {
        Shown::Html { body, text, .. } => Shown::Absent { body, text },
        shown => shown,
    })
}

async fn credential(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let page = absent(desk, form).await?;
    let Some(asked) = asked_for(desk, form.text("number")).await? else { return Ok(page) };
    let on = desk.house.db.read();
    let credential = facts::credential(on, asked.certificate.id).await?.ok_or(Halt::Missing)?;
    let file = credential_file(&asked.certificate, credential);
    Ok(if asked.is_known { file } else { page })
}

/// The same question in another language. Outside no cookie is set, so the address says it.
fn with_language(typed: &str, lang: Lang) -> String {
    match kernel::number::normalise(typed) {
        Some(number) => format!("/c/{number}?bahasa={}", lang.tag()),
        None => format!("/c?bahasa={}", lang.tag()),
    }
}

/// What is known of a number.
struct Found {
    answer: Option<Answer>,
    /// The issuer's.
    zone: Zone,
    /// The word for what else to know of its end.
    end: Option<&'static str>,
    key: KeyStanding,
}

impl Found {
    fn nothing(answer: Option<Answer>) -> Self {
        Self { answer, zone: Zone::Wib, end: None, key: KeyStanding::Signs }
    }
}

/// A certificate to look at when a number is asked for: its own, or where it has none, any other, so that looking takes as long.
pub(super) struct Asked {
    pub certificate: CertificateFact,
    /// The number is that of the certificate; else nothing of it may be told.
    pub is_known: bool,
}

/// Nothing before the first certificate was issued.
pub(super) async fn asked_for(desk: &Desk, typed: &str) -> Result<Option<Asked>, Halt> {
    let on = desk.house.db.read();
    let (found, other) = (facts::by_number(on, typed).await?, facts::any(on).await?);
    let is_known = found.is_some();
    Ok(found.or(other).map(|certificate| Asked { certificate, is_known }))
}

/// Judges a certificate on the day it is at the issuer.
async fn judged(desk: &Desk, certificate: &CertificateFact) -> Result<Found, Halt> {
    let on = desk.house.db.read();
    let credential = facts::credential(on, certificate.id).await?.ok_or(Halt::Missing)?;
    let zone = office::facts::by_id(on, certificate.issuer).await?.map_or(Zone::Wib, |issuer| issuer.zone);
    let trust = facts::trust_list(on).await?;
    let today = zone.day_of(desk.now);
    let answer = answer(certificate, &credential, &trust, today);
    let key = match &answer {
        Answer::Valid(read) | Answer::Expired(read, _) => {
            key_standing(on, certificate, &read.issuer_did).await?
        }
        Answer::Revoked(..) | Answer::Replaced(..) | Answer::Suspended(..) => KeyStanding::Signs,
        Answer::Broken | Answer::Unknown => KeyStanding::Signs,
    };
    Ok(Found { answer: Some(answer), zone, end: end(certificate, today), key })
}

/// Only what attests competence is judged anew; the older one says that a newer one is with its holder.
fn end(certificate: &CertificateFact, today: Day) -> Option<&'static str> {
    match (certificate.standing(today), certificate.renewed_on, certificate.kind) {
        (Standing::InForce | Standing::Expired(_), Some(_), _) => Some("outside-renewed"),
        (Standing::Expired(_), None, CertificateKind::Competence) => Some("outside-renewable"),
        (Standing::Expired(_) | Standing::InForce, None, _) => None,
        (Standing::Suspended(_) | Standing::Revoked(_) | Standing::Replaced(_), _, _) => None,
    }
}

/// A letter is not called a certificate.
fn head(answer: &Answer) -> Head {
    let of = |read: &Read, certificate, letter| match read.kind {
        BadgeKind::Training | BadgeKind::School | BadgeKind::Competence => certificate,
        BadgeKind::Acknowledgement => letter,
    };
    match answer {
        Answer::Valid(read) => Head { key: of(read, "valid", "letter-valid"), tone: "" },
        Answer::Revoked(read, _) => Head { key: of(read, "revoked", "letter-revoked"), tone: "gone" },
        Answer::Replaced(read, _) => Head { key: of(read, "replaced", "letter-replaced"), tone: "gone" },
        Answer::Suspended(read, _) => Head { key: of(read, "suspended", "letter-suspended"), tone: "gone" },
        Answer::Expired(..) => Head { key: "expired", tone: "gone" },
        Answer::Broken => Head { key: "broken", tone: "gone" },
        Answer::Unknown => Head { key: "unknown", tone: "none" },
    }
}

/// The facts that were signed, and what was found out about them just now.
fn told(
    answer: Answer,
    (end, key): (Option<&'static str>, KeyStanding),
    (first, second): (Lang, Lang),
) -> Option<Told> {
    // What the line of the status says, and whether it has run out.
    let (read, status, expired) = match answer {
        Answer::Valid(read) => (read, "outside-checked-not-revoked", false),
        Answer::Revoked(read, _) => (read, "outside-checked-revoked", false),
        Answer::Replaced(read, _) => (read, "outside-checked-replaced", false),
        Answer::Suspended(read, _) => (read, "outside-checked-suspended", false),
        Answer::Expired(read, _) => (read, "outside-checked-not-revoked", true),
        Answer::Broken | Answer::Unknown => return None,
    };
    let long_or_empty = |day: Option<Day>, lang| day.map(|day| long(day, lang)).unwrap_or_default();
    let unit = |unit: &credential::BadgeUnit| UnitLine {
        title: unit.title.clone(),
        code: unit.code.clone().unwrap_or_default(),
        hours: unit.hours,
    };
    Some(Told {
        units: read.units.iter().map(unit).collect(),
        total_hours: read.units.iter().filter_map(|unit| unit.hours).map(i64::from).sum(),
        end,
        is_letter: read.kind == BadgeKind::Acknowledgement,
        issued_first: long(read.awarded_on, first),
        issued_second: long(read.awarded_on, second),
        until_first: long_or_empty(read.valid_until, first),
        until_second: long_or_empty(read.valid_until, second),
        checked: checked(status, expired, key),
        read,
    })
}

fn checked(status: &'static str, expired: bool, key: KeyStanding) -> Vec<Checked> {
    let mut all = vec![
        Checked { key: "outside-checked-signature", holds: true },
        Checked { key: "outside-checked-issuer", holds: true },
        Checked { key: status, holds: status == "outside-checked-not-revoked" },
        Checked {
            key: if expired { "outside-checked-expired" } else { "outside-checked-in-term" },
            holds: !expired,
        },
    ];
    let of_key = match key {
        KeyStanding::Signs => None,
        KeyStanding::Recorded => Some("outside-checked-recorded"),
        KeyStanding::LookedAt => Some("outside-checked-looked-at"),
    };
    all.extend(of_key.map(|key| Checked { key, holds: true }));
    all
}

/// The title, and the lines for a command.
fn titles(page: &OutsidePage<'_>) -> (String, String) {
    let teller = page.first;
    let Some(head) = page.head else { return (teller.say("outside-lookup"), teller.say("outside-lookup")) };
    let title = teller.say(&format!("outside-{}", head.key));
    let text = match &page.told {
        Some(Told { read, is_letter, end, checked, .. }) => {
            let line =
                format!("{title}\n{}\n{}\n{}  {}", read.learner, read.name, read.issuer_name, read.number);
            let of_key = checked.iter().skip(CHECKED_OF_ALL).map(|line| line.key);
            let more = is_letter.then_some("outside-letter").into_iter().chain(*end).chain(of_key);
            more.fold(line, |line, key| format!("{line}\n{}", teller.say(key)))
        }
        None => title.clone(),
    };
    (title, text)
}

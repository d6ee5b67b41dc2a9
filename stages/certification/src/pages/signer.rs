// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The signer of an issuer: whether it signs, how much this hour still allows, who used it last; and who can stop it.

use access::{Act, Target};
use askama::Template;
use chrono::{DateTime, Utc};
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;
use kernel::id::OrganisationId;
use office::facts::OrganisationFact;
use store::{FromQueryResult, rows};
use uuid::Uuid;

use super::did;
use crate::signer::rekey::{self, Compromise, Retired};
use crate::signer::rules::Gate;
use crate::signer::switch::{self, HANDS, Release, Stop};
use crate::signer::{self, Line};
use crate::{facts, subject};

/// `certificate signers`: every signer that one may see.
pub const SIGNERS: Page = Page {
    name: "certificate signers",
    path: "/certificates/signers",
    act: Act::CertificateSigner,
    room: "certification",
    view: |desk, form| Box::pin(list(desk, form)),
};

/// `certificate signer`.
pub const SIGNER: Page = Page {
    name: "certificate signer",
    path: "/certificates/signers/{issuer}",
    act: Act::CertificateSigner,
    room: "certification",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// Signatures shown.
const LINES: i64 = 60;

/// Whether a signer signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Open,
    UsedUp,
    Stalled,
    Stopped,
}

impl Standing {
    /// The word in `state-signer-CODE` and its tone.
    pub(super) fn code(self) -> (&'static str, &'static str) {
        match self {
            Self::Open => ("open", "ok"),
            Self::UsedUp => ("used-up", "soon"),
            Self::Stalled => ("stalled", "no"),
            Self::Stopped => ("stopped", "no"),
        }
    }

    pub(super) fn of(gate: &Gate) -> Self {
        match gate.shut(1) {
            None => Self::Open,
            Some("CERT-29") => Self::Stopped,
            Some("CERT-31") => Self::Stalled,
            Some(_) => Self::UsedUp,
        }
    }
}

/// One signer as it is now.
pub(super) struct Seen {
    pub issuer: OrganisationFact,
    pub gate: Gate,
    /// None before the first certificate.
    pub did: Option<String>,
    pub stop: Option<(Stop, Vec<Release>)>,
    pub pending: Option<Compromise>,
    pub retired: Vec<Retired>,
}

impl Seen {
    async fn of(desk: &Desk, issuer: OrganisationFact) -> Result<Self, Halt> {
        let on = desk.house.db.read();
        Ok(Self {
            gate: Gate::read(on, issuer.id, desk.now).await?,
            stop: switch::last(on, issuer.id).await?,
            did: facts::did_of(on, issuer.id).await?,
            pending: rekey::pending(on, issuer.id).await?,
            retired: rekey::retired(on)
                .await?
                .into_iter()
                .filter(|key| key.issuer_id == issuer.id.0)
                .collect(),
            issuer,
        })
    }

    /// The stop in force.
    pub(super) fn stopped(&self) -> Option<&(Stop, Vec<Release>)> {
        self.stop.as_ref().filter(|(_, released)| released.len() < HANDS)
    }
}

/// Signers that one may see: the own office's, or all that ever issued.
pub(super) async fn seen(desk: &Desk) -> Result<Vec<Seen>, Halt> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
    }
    desk.scope(Act::CertificateSigner)?;
    let on = desk.house.db.read();
    let sql = "SELECT o.id FROM organisation o WHERE o.id IN (SELECT organisation_id FROM issuer_key) \
               OR o.id IN (SELECT issuer_id FROM programme) ORDER BY o.name, o.id";
    let mut all = Vec::new();
    for Row { id } in rows::<Row, _>(on, sql, []).await? {
        if desk.may(Act::CertificateSigner, &Target::of(OrganisationId(id)))
            && let Some(issuer) = office::facts::by_id(on, OrganisationId(id)).await?
        {
            all.push(Seen::of(desk, issuer).await?);
        }
    }
    Ok(all)
}

/// The one named in the address.
pub(super) async fn named(desk: &Desk, form: &Form) -> Result<(Seen, Vec<Line>), Halt> {
    let issuer = subject::issuer(desk, form).await?;
    desk.allow(Act::CertificateSigner, &Target::of(issuer.id))?;
    let lines = signer::latest(desk.house.db.read(), issuer.id, LINES).await?;
    Ok((Seen::of(desk, issuer).await?, lines))
}

struct ListLine {
    name: String,
    href: String,
    state: &'static str,
    tone: &'static str,
    used: i64,
    per_hour: i64,
}

#[derive(Template)]
#[template(path = "signers.html")]
struct ListPage<'a> {
    t: Teller<'a>,
    lines: Vec<ListLine>,
}

async fn list(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    let t = desk.teller();
    let line = |seen: Seen| {
        let (state, tone) = Standing::of(&seen.gate).code();
        ListLine {
            href: subject::signer_page(&seen.issuer),
            name: seen.issuer.name,
            state,
            tone,
            used: seen.gate.used,
            per_hour: seen.gate.per_hour,
        }
    };
    let page = ListPage { t, lines: seen(desk).await?.into_iter().map(line).collect() };
    let text = |line: &ListLine| {
        format!("{}  {}  {}/{}", line.name, t.code("state-signer", line.state), line.used, line.per_hour)
    };
    let text: Vec<String> = page.lines.iter().map(text).collect();
    Ok(Shown::Html { title: t.say("certificate-signers"), body: web::html(&page)?, text: text.join("\n") })
}

/// One document of the log, with what of it was signed.
struct DocumentLine {
    when: String,
    number: String,
    faces: Vec<(String, String)>,
    act: String,
    who: String,
}

#[derive(Template)]
#[template(path = "signer.html")]
struct SignerPage<'a> {
    t: Teller<'a>,
    name: String,
    href: String,
    did: String,
    state: &'static str,
    tone: &'static str,
    /// Why it does not sign, and what would change that.
    trouble: String,
    agreed: Vec<String>,
    /// How much this hour has seen and still allows.
    hour: String,
    /// The same keys by address.
    web: String,
    /// Keys that sign no more: the name, and what is to be known of it.
    retired: Vec<(String, String)>,
    /// Certificates that wait for a look.
    review: Vec<String>,
    pending: String,
    may_declare: bool,
    may_retire: bool,
    documents: Vec<DocumentLine>,
    may_limit: bool,
    may_stop: bool,
    may_resume: bool,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (seen, lines) = named(desk, form).await?;
    let t = desk.teller();
    let (state, tone) = Standing::of(&seen.gate).code();
    let target = Target::of(seen.issuer.id);
    let may = |act| desk.may(act, &target);
    let is_stopped = seen.stopped().is_some();
    let hour = Say::new("certificate-signer-hour")
        .with("used", seen.gate.used)
        .with("most", seen.gate.per_hour)
        .with("left", seen.gate.left())
        .with("until", moment(desk, seen.gate.anew_at()));
    let mut review = Vec::new();
    for key in &seen.retired {
        review.extend(rekey::under_review(desk.house.db.read(), seen.issuer.id, &key.did).await?);
    }
    let page = SignerPage {
        t,
        web: seen.did.as_ref().map(|_| did::name(desk, seen.issuer.id)).unwrap_or_default(),
        retired: seen.retired.iter().map(|key| (key.did.clone(), ended(desk, key))).collect(),
        review,
        pending: pending(desk, &seen),
        may_declare: seen.did.is_some() && may(Act::CertificateCompromiseKey),
        may_retire: seen
            .pending
            .as_ref()
            .is_some_and(|of| Some(of.account_id) != desk.actor.account.map(|own| own.0))
            && may(Act::CertificateRetireKey),
        hour: t.tell(&hour),
        name: seen.issuer.name.clone(),
        href: subject::signer_page(&seen.issuer),
        did: seen.did.clone().unwrap_or_default(),
        state,
        tone,
        trouble: trouble(desk, &seen),
        agreed: agreed(desk, &seen),
        documents: documents(desk, lines),
        may_limit: may(Act::CertificateSigningLimit),
        may_stop: !is_stopped && may(Act::CertificateStopSigning),
        may_resume: is_stopped && may(Act::CertificateResumeSigning),
    };
    let mut text = vec![
        format!("{}  {}", page.name, t.code("state-signer", state)),
        page.hour.clone(),
        page.did.clone(),
    ];
    text.extend(Some(page.trouble.clone()).filter(|line| !line.is_empty()));
    text.extend(page.agreed.iter().cloned());
    text.extend(Some(page.pending.clone()));
    text.extend(page.retired.iter().map(|(did, ended)| format!("{did}  {ended}")));
    if !page.review.is_empty() {
        text.push(t.with("certificate-signer-review", "count", page.review.len()));
    }
    text.extend(page.review.iter().cloned());
    text.extend(page.documents.iter().map(text_of));
    text.retain(|line| !line.is_empty());
    Ok(Shown::Html { title: t.say("certificate-signer"), body: web::html(&page)?, text: text.join("\n") })
}

fn text_of(line: &DocumentLine) -> String {
    let faces: Vec<&str> = line.faces.iter().map(|(face, _)| face.as_str()).collect();
    format!("{}  {}  {}  {}  {}", line.when, line.number, faces.join(", "), line.act, line.who)
}

fn moment(desk: &Desk, at: DateTime<Utc>) -> String {
    let zone = desk.zone();
    format!("{}, {}", day::long(zone.day_of(at), desk.lang), zone.clock_label(at))
}

fn ended(desk: &Desk, key: &Retired) -> String {
    let ended = Say::new("certificate-signer-retired").with("since", moment(desk, key.since));
    desk.teller().tell(&ended.with("at", moment(desk, key.at)).with("recorded", key.recorded))
}

fn pending(desk: &Desk, seen: &Seen) -> String {
    let Some(pending) = &seen.pending else { return String::new() };
    let say = Say::new("certificate-signer-pending").with("since", moment(desk, pending.since));
    desk.teller().tell(&say.with("by", &pending.account_name).with("reason", &pending.reason))
}

fn trouble(desk: &Desk, seen: &Seen) -> String {
    let t = desk.teller();
    match (seen.stopped(), seen.gate.stalled) {
        (Some((stop, _)), _) => t.tell(
            &Say::new("certificate-signer-stopped")
                .with("since", moment(desk, stop.at))
                .with("by", &stop.account_name)
                .with("reason", &stop.reason),
        ),
        (None, Some(since)) => t.with("certificate-signer-stalled", "since", moment(desk, since)),
        (None, None) => String::new(),
    }
}

fn agreed(desk: &Desk, seen: &Seen) -> Vec<String> {
    let one = |release: &Release| {
        desk.teller().tell(
            &Say::new("certificate-signer-agreed")
                .with("by", &release.account_name)
                .with("at", moment(desk, release.at))
                .with("reason", &release.reason),
        )
    };
    seen.stopped().map(|(_, released)| released.iter().map(one).collect()).unwrap_or_default()
}

/// Rows of one document follow one another.
fn documents(desk: &Desk, lines: Vec<Line>) -> Vec<DocumentLine> {
    let (t, zone) = (desk.teller(), desk.zone());
    let mut all: Vec<(Uuid, DocumentLine)> = Vec::new();
    for line in lines {
        let face = (t.code("certificate-face", &line.face), line.digest.chars().take(16).collect());
        match all.last_mut() {
            Some((document, last)) if *document == line.document_id => last.faces.push(face),
            Some(_) | None => all.push((
                line.document_id,
                DocumentLine {
                    when: format!("{} {}", day::short(zone.day_of(line.at)), zone.clock_label(line.at)),
                    number: line.number.unwrap_or_else(|| line.document_id.to_string()),
                    faces: vec![face],
                    act: t.say(&line.act.replace(' ', "-")),
                    who: line.account_name,
                },
            )),
        }
    }
    all.into_iter().map(|(_, line)| line).collect()
}

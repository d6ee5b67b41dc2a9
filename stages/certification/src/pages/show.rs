// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One certificate: what it attests, its files, and what became of it.

use access::Act;
use askama::Template;
use audit::Object;
use credential::{BadgeUnit, TrustList, Verdict};
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::{Day, long};
use programme::facts::BatchFact;

use super::renewing::Renewal;
use super::tag;
use crate::chain::{self, Moved};
use crate::claim;
use crate::facts::{self, CertificateFact};
use crate::state::{Command, Hold, Reliance, State, decide, hold};
use crate::store::Tie;
use crate::{store, subject};

/// `certificate show`.
pub const SHOW: Page = Page {
    name: "certificate show",
    path: "/certificates/{certificate}",
    act: Act::CertificateRead,
    room: "certification",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Event {
    when: String,
    title: String,
    who: String,
}

#[derive(Template)]
#[template(path = "show.html")]
struct ShowPage<'a> {
    t: Teller<'a>,
    certificate: CertificateFact,
    batch: BatchFact,
    back: String,
    issuer: String,
    kind: String,
    state: &'static str,
    tone: &'static str,
    issued_on: String,
    valid_until: String,
    handed_on: String,
    revoked_on: String,
    reason: String,
    suspended_on: String,
    suspension_reason: String,
    before: Option<String>,
    after: Option<String>,
    renewal: Renewal,
    check_url: String,
    units: Vec<BadgeUnit>,
    /// Where the paper was, step by step.
    paper: Vec<String>,
    may_move_paper: bool,
    /// Until when its holder can fetch its files, or since when she has; empty where no code was made.
    claim: String,
    may_claim: bool,
    may_hand: bool,
    may_suspend: bool,
    may_lift: bool,
    may_replace: bool,
    may_revoke: bool,
    may_tell: bool,
    told: String,
    may_see_batch: bool,
    may_see_person: bool,
    events: Vec<Event>,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let on = desk.house.db.read();
    let (certificate, batch) = subject::certificate(desk, form).await?;
    let target = subject::target(desk, &certificate, &batch).await?;
    desk.allow(Act::CertificateRead, &target)?;
    let (_, credential) = facts::files(on, certificate.id).await?.ok_or(Halt::Missing)?;
    let issuer = office::facts::by_id(on, certificate.issuer).await?.ok_or(Halt::Missing)?.name;
    let person = people::facts::target(on, certificate.person).await?.under(batch.agreement);
    let (state, tone) = tag(&certificate, desk.today());
    let t = desk.teller();
    let day = |day: Option<Day>| day.map(|day| long(day, desk.lang)).unwrap_or_default();
    let can = |command: Command| decide(State::of(&certificate), command).is_ok();
    let told = told(desk, &certificate).await?;
    let by_issuer = |act: Act| desk.may(act, &subject::issued_by(&certificate));
    let can_hold = |command| hold(State::of(&certificate), Reliance::of(&certificate), command).is_ok();
    let (before, after) = store::chain(on, certificate.id, Tie::Replaces).await?;
    let page = ShowPage {
        t,
        back: format!("/certificates?batch={}", batch.code),
        kind: t.say(&format!("certificate-kind-{}", certificate.kind.code())),
        issuer,
        state,
        tone,
        issued_on: long(certificate.issued_on, desk.lang),
        valid_until: day(certificate.valid_until),
        handed_on: day(certificate.handed_on),
        revoked_on: day(certificate.revoked_on),
        reason: store::revocation_reason(on, certificate.id).await?.unwrap_or_default(),
        suspended_on: day(certificate.suspended_on),
        suspension_reason: store::suspension_reason(on, certificate.id).await?.unwrap_or_default(),
        before,
        after,
        renewal: Renewal::of(desk, &certificate, &batch).await?,
        check_url: format!("{}/c/{}", desk.house.settings.public_base, certificate.number),
        units: units(&credential),
        paper: chain::chain(on, certificate.id).await?.iter().map(|moved| moved_words(desk, moved)).collect(),
        may_move_paper: certificate.revoked_on.is_none() && desk.may(Act::CertificatePaper, &target),
        claim: claim_words(desk, &certificate).await?,
        may_claim: certificate.revoked_on.is_none() && desk.may(Act::CertificateClaimCode, &target),
        may_hand: can(Command::Hand)
            && certificate.suspended_on.is_none()
            && desk.may(Act::CertificateHand, &target),
        may_suspend: can_hold(Hold::Suspend) && by_issuer(Act::CertificateSuspend),
        may_lift: can_hold(Hold::Lift) && by_issuer(Act::CertificateSuspend),
        may_replace: can(Command::Revoke) && by_issuer(Act::CertificateIssue),
        may_revoke: can(Command::Revoke) && by_issuer(Act::CertificateRevoke),
        may_tell: certificate.revoked_on.is_some()
            && told.is_none()
            && desk.may(Act::CertificateTell, &subject::keepers(desk, &certificate, &batch).await?),
        told: told.unwrap_or_default(),
        may_see_batch: desk.may(Act::BatchRead, &batch.target()),
        may_see_person: desk.may(Act::PersonRead, &person),
        events: events(desk, &certificate).await?,
        certificate,
        batch,
    };
    let (title, text) = (page.certificate.learner_name.clone(), text_of(&page));
    Ok(Shown::Html { title, body: web::html(&page)?, text })
}

/// The same for a command: one line, and where its paper was.
fn text_of(page: &ShowPage<'_>) -> String {
    let of = &page.certificate;
    let state = page.t.code("state-certificate", page.state);
    let line = format!(
        "{}  {}  {}  {}  {}  {state}",
        of.number, of.learner_name, of.title, page.issuer, page.issued_on
    );
    page.paper.iter().fold(line, |text, moved| format!("{text}\n{moved}"))
}

fn moved_words(desk: &Desk, moved: &Moved) -> String {
    let t = desk.teller();
    let say = Say::new("certificate-paper-line")
        .with("step", t.code("certificate-paper-step", &moved.step))
        .with("copy", moved.copy)
        .with("day", long(moved.day, desk.lang))
        .with("by", &moved.account_name);
    let more = [&moved.place, &moved.reason].into_iter().filter(|text| !text.is_empty());
    more.fold(t.tell(&say), |line, text| format!("{line} {text}"))
}

/// Of the newest code.
async fn claim_words(desk: &Desk, certificate: &CertificateFact) -> Result<String, Halt> {
    let Some(claim) = claim::latest(desk, certificate.id).await? else { return Ok(String::new()) };
    let say = match claim.taken_on {
        Some(on) => Say::new("certificate-claim-taken").with("day", long(on, desk.lang)),
        None if claim.until < desk.today() => Say::new("certificate-claim-ended"),
        None => Say::new("certificate-claim-waits"),
    };
    Ok(desk.teller().tell(&say.with("until", long(claim.until, desk.lang))))
}

/// That the holder knows of the revocation.
async fn told(desk: &Desk, certificate: &CertificateFact) -> Result<Option<String>, Halt> {
    let found = store::told(desk.house.db.read(), certificate.id).await?;
    let say = |(on, by)| Say::new("certificate-told-on").with("day", long(on, desk.lang)).with("by", by);
    Ok(found.map(|found| desk.teller().tell(&say(found))))
}

/// The units as they were signed.
fn units(credential: &str) -> Vec<BadgeUnit> {
    match credential::verify(credential.as_bytes(), &TrustList::any()) {
        Verdict::Valid(read) => read.units,
        Verdict::Invalid(_) | Verdict::Unreadable(_) => Vec::new(),
    }
}

async fn events(desk: &Desk, certificate: &CertificateFact) -> Result<Vec<Event>, Halt> {
    let object = Object::new("certificate", certificate.id.0);
    let entries = audit::timeline(desk.house.db.read(), object, 20).await?;
    let event = |entry: audit::Entry| Event {
        when: long(desk.zone().day_of(entry.at), desk.lang),
        title: desk.teller().say(&format!("event-{}", entry.kind)),
        // The code is known, not the hand that typed it.
        who: match entry.kind.as_str() {
            "CertificateClaimed" => desk.teller().say("certificate-claimed-by"),
            _ => entry.actor_name,
        },
    };
    Ok(entries.into_iter().rev().map(event).collect())
}

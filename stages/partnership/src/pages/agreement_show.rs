// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One agreement: who, with which numbers, what was promised and delivered, what is left of the term, what happened.

use access::{Act, Target};
use askama::Template;
use audit::Object;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::Day;

use super::timeline::{self, Moment};
use super::{Link, Tag, Term, long, standing_tag, term};
use crate::facts::{
    AgreementFact, AgreementState, MeetingFact, ObligationFact, PartyFact, Progress, Standing,
    agreement_named, meeting_of, obligations,
};
use crate::rules;

pub const AGREEMENT_SHOW: Page = Page {
    name: "agreement show",
    path: "/agreements/{agreement}",
    act: Act::AgreementRead,
    room: "partnership",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "agreement_show.html")]
struct Body<'a> {
    t: Teller<'a>,
    agreement: &'a AgreementFact,
    crumb: Vec<(String, String)>,
    tags: Vec<Tag>,
    kind: String,
    dates: String,
    lead: String,
    actions: Vec<Link>,
    cards: Vec<Card>,
    promises: Vec<Promise>,
    as_of: String,
    add_href: String,
    moments: Vec<Moment>,
    term: Option<Term>,
    meeting: Option<(String, String)>,
    ending: String,
}

/// One party.
struct Card {
    name: String,
    role: String,
    /// The document number, or what is still awaited.
    number: String,
    is_signed: bool,
    signer: String,
    signed_on: String,
    sees: String,
}

/// One promise.
struct Promise {
    code: String,
    what: String,
    party: String,
    tag: Tag,
    percent: i64,
    tone: &'static str,
    label: String,
    delivered: i64,
    of: String,
    due: String,
    /// Where a delivery is noted; empty for one who may not.
    deliver_href: String,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let agreement = agreement_named(desk, form.text("agreement")).await?;
    let target = agreement.target();
    desk.allow(Act::AgreementRead, &target)?;
    let teller = desk.teller();
    let on = desk.house.db.read();
    let promised = obligations(on, agreement.id).await?;
    let meeting = meeting_of(on, agreement.id.0).await?;
    let seen_meeting = meeting.filter(|meeting| desk.may(Act::MeetingRead, &meeting.target()));
    let may_add =
        desk.may(Act::ObligationAdd, &target) && rules::may_add_obligation(&agreement, desk.today()).is_ok();
    let add_href =
        if may_add { format!("/agreements/{}/obligations/new", agreement.code) } else { String::new() };
    let term = term(desk, &agreement);
    let body = Body {
        t: teller,
        crumb: vec![(teller.say("agreement-list"), "/agreements".to_owned())],
        tags: [Some(standing_tag(desk, &agreement)), term.as_ref().map(|term| term.tag.clone())]
            .into_iter()
            .flatten()
            .collect(),
        kind: teller.code("agreement-kind", agreement.kind.code()),
        dates: format!("{} – {}", long(desk, agreement.starts_on), long(desk, agreement.last_day())),
        lead: lead(desk, &promised),
        actions: actions(desk, &agreement, &target),
        cards: agreement.parties.iter().map(|party| card(desk, party)).collect(),
        promises: promised.iter().map(|promise| promise_line(desk, &agreement, &target, promise)).collect(),
        as_of: teller.with("agreement-as-of", "day", long(desk, desk.today())),
        add_href,
        moments: moments(desk, &agreement).await?,
        term,
        meeting: seen_meeting.as_ref().map(|meeting| meeting_link(desk, meeting)),
        ending: ending(desk, &agreement),
        agreement: &agreement,
    };
    let text = body.text();
    Ok(Shown::Html { title: agreement.title.clone(), body: web::html(&body)?, text })
}

/// How many promises are kept, and how many are late.
fn lead(desk: &Desk, promised: &[ObligationFact]) -> String {
    let today = desk.today();
    let count =
        |wanted: Progress| promised.iter().filter(|promise| promise.progress(today) == wanted).count();
    let say = Say::new("agreement-show-promises").with("all", promised.len());
    desk.teller().tell(&say.with("delivered", count(Progress::Delivered)).with("late", count(Progress::Late)))
}

/// At most three ways on: what moves the agreement first.
fn actions(desk: &Desk, agreement: &AgreementFact, target: &Target) -> Vec<Link> {
    let teller = desk.teller();
    let office = desk.actor.office_id();
    let waits = |has_acted: fn(&PartyFact) -> bool| {
        let own = |party: &&PartyFact| rules::acts_for(office, party.organisation, agreement.host).is_ok();
        agreement.parties.iter().filter(own).any(|party| !has_acted(party))
    };
    let link = |class, action: &str, end: &str| Link {
        class,
        href: format!("/agreements/{}/{end}", agreement.code),
        label: teller.say(&format!("{action}.verb")),
    };
    let mut links = Vec::new();
    match agreement.state {
        AgreementState::Draft => {
            if desk.may(Act::AgreementAgree, target) && waits(|party| party.agreed_on.is_some()) {
                links.push(link("btn", "agreement-agree", "agreeing"));
            }
        }
        AgreementState::Agreed => {
            if desk.may(Act::AgreementSign, target) && waits(|party| party.signed_on.is_some()) {
                links.push(link("btn", "agreement-sign", "signing"));
            }
        }
        AgreementState::Signed => {
            if desk.may(Act::AgreementEnd, target) && desk.today() < agreement.last_day() {
                links.push(link("btn stop", "agreement-end", "ending"));
            }
        }
        AgreementState::Ended => {}
    }
    links
}

fn card(desk: &Desk, party: &PartyFact) -> Card {
    let teller = desk.teller();
    let awaited = match party.agreed_on {
        Some(day) => teller.with("agreement-card-agreed", "day", long(desk, day)),
        None => teller.say("agreement-card-waiting"),
    };
    let signer = [party.signer.as_deref(), party.signer_post.as_deref()];
    Card {
        name: party.name.clone(),
        role: teller.code("agreement-role", party.role.code()),
        number: party.number.clone().unwrap_or(awaited),
        is_signed: party.number.is_some(),
        signer: signer.into_iter().flatten().collect::<Vec<_>>().join(", "),
        signed_on: party.signed_on.map(|day| long(desk, day)).unwrap_or_default(),
        sees: teller.code("agreement-sees", party.role.code()),
    }
}

fn promise_line(
    desk: &Desk,
    agreement: &AgreementFact,
    target: &Target,
    promise: &ObligationFact,
) -> Promise {
    let teller = desk.teller();
    let today = desk.today();
    let progress = promise.progress(today);
    let (tag_tone, tone) = match progress {
        Progress::Delivered => ("ok", "done"),
        Progress::Late => ("no", "no"),
        Progress::Partly => ("soon", "soon"),
        Progress::NotYet => ("plan", "plan"),
    };
    let share =
        Say::new("obligation-share").with("delivered", promise.delivered).with("promised", promise.quantity);
    let due = Say::new(if progress == Progress::Late { "obligation-due-late" } else { "obligation-due" });
    let may_deliver = desk.may(Act::ObligationDeliver, target)
        && rules::acts_for(desk.actor.office_id(), promise.party, agreement.host).is_ok()
        && rules::may_deliver(agreement, today).is_ok()
        && progress != Progress::Delivered;
    Promise {
        code: promise.code.clone(),
        what: promise.what.clone(),
        party: agreement.party(promise.party).map(|party| party.name.clone()).unwrap_or_default(),
        tag: Tag { tone: tag_tone, text: teller.code("obligation-progress", progress.code()) },
        percent: promise.percent(),
        tone,
        label: teller.tell(&share.with("unit", &promise.unit)),
        delivered: promise.delivered,
        of: teller
            .tell(&Say::new("obligation-of").with("promised", promise.quantity).with("unit", &promise.unit)),
        due: teller.tell(&due.with("day", long(desk, promise.due_on)).with("days", promise.days_late(today))),
        deliver_href: if may_deliver {
            format!("/obligations/{}/deliveries/new", promise.code)
        } else {
            String::new()
        },
    }
}

/// The past as it was written down, then today, then the end of the term.
async fn moments(desk: &Desk, agreement: &AgreementFact) -> Result<Vec<Moment>, Halt> {
    let teller = desk.teller();
    let today = desk.today();
    let mut moments = timeline::past(desk, Object::new("agreement", agreement.id.0)).await?;
    let standing = agreement.standing(today);
    let stop = |class: &'static str, day: Day, title: String, detail: String| Moment {
        class,
        when: long(desk, day),
        title,
        detail,
    };
    let now = teller.code("state-agreement", standing.code());
    moments.push(stop("now", today, teller.with("agreement-today", "state", now), String::new()));
    match standing {
        Standing::Signed | Standing::InForce => {
            let (title, detail) = (teller.say("agreement-last-day"), teller.say("agreement-last-day.detail"));
            moments.push(stop("next", agreement.last_day(), title, detail));
        }
        Standing::Draft | Standing::Agreed | Standing::PartlySigned | Standing::Expired | Standing::Ended => {
        }
    }
    Ok(moments)
}

fn meeting_link(desk: &Desk, meeting: &MeetingFact) -> (String, String) {
    let label =
        Say::new("meeting-choice").with("day", long(desk, meeting.held_on)).with("place", &meeting.place);
    (format!("/meetings/{}", meeting.code), desk.teller().tell(&label))
}

/// Why it ended before its time; empty for one that did not.
fn ending(desk: &Desk, agreement: &AgreementFact) -> String {
    let (Some(day), Some(reason)) = (agreement.ended_on, &agreement.end_reason) else { return String::new() };
    desk.teller().tell(&Say::new("agreement-ended-early").with("day", long(desk, day)).with("reason", reason))
}

impl Body<'_> {
    /// As the command prints it.
    fn text(&self) -> String {
        let mut lines = vec![format!("{} {}", self.agreement.code, self.agreement.title)];
        lines.extend(self.tags.iter().map(|tag| tag.text.clone()));
        lines.push(format!("{}, {}. {}", self.kind, self.dates, self.lead));
        lines
            .extend(self.cards.iter().map(|card| format!("{} | {} | {}", card.name, card.role, card.number)));
        let promise = |line: &Promise| {
            format!(
                "{} | {} | {} | {} | {} | {}",
                line.code, line.what, line.party, line.label, line.tag.text, line.due
            )
        };
        lines.extend(self.promises.iter().map(promise));
        lines.extend(
            self.moments.iter().map(|moment| format!("{}: {} {}", moment.when, moment.title, moment.detail)),
        );
        lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
    }
}

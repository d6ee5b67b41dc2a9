// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One batch: who, where and when, its seats, its curriculum in JP, who teaches, and what is reserved for its assessment.

use access::Act;
use askama::Template;
use audit::Object;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::range_long;

use super::history::{Moment, history};
use super::instructor_list::hours_text;
use super::jp_bar::{JpBar, jp_bar};
use super::readiness::{Condition, readiness};
use super::{Fact, Link, Tag, fact, fitness_tag, link, long, name_of, title_of, where_allowed};
use crate::facts::{self, BatchFact, InstructorFact, ProgrammeFact};
use crate::named;

pub const SHOW: Page = Page {
    name: "batch show",
    path: "/batches/{batch}",
    act: Act::BatchRead,
    room: "programme",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "batch_show.html")]
struct Body<'a> {
    t: Teller<'a>,
    crumbs: Vec<(String, String)>,
    title: String,
    tags: Vec<Tag>,
    lead: String,
    links: Vec<Link>,
    conditions: Vec<Condition>,
    facts: Vec<Fact>,
    /// The reserved assessment; empty while there is none.
    booking: Vec<Fact>,
    reserve_href: String,
    bar: JpBar,
    programme_href: String,
    instructors: Vec<InstructorView>,
    history: Vec<Moment>,
}

struct InstructorView {
    name: String,
    kind: String,
    organisation: String,
    hours: String,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = named::batch(desk, form).await?;
    desk.allow(Act::BatchRead, &batch.target())?;
    let on = desk.house.db.read();
    let teller = desk.teller();
    let instructors = facts::instructors_of_batch(on, batch.id).await?;
    let bar = jp_bar(desk, &facts::modules(on, batch.programme.id).await?);
    let reserve_href = match desk.may(Act::BatchReserveAssessment, &batch.target()) {
        true => format!("/batches/{}/assessment-booking", batch.code),
        false => String::new(),
    };
    let lead = Say::new("batch-show-lead")
        .with("seats", batch.seats)
        .with("reserves", batch.reserves)
        .with("jp", bar.total);
    let body = Body {
        t: teller,
        crumbs: super::crumbs(
            desk,
            &[
                ("programme-list", "/programmes", Act::ProgrammeRead),
                ("batch-list", "/batches", Act::BatchRead),
            ],
        ),
        title: batch.title.clone(),
        tags: tags(desk, &batch).await?,
        lead: teller.tell(&lead.with("days", range_long(batch.starts_on, batch.ends_on, desk.lang))),
        links: links(desk, &batch, &reserve_href).await?,
        conditions: readiness(desk, &batch, &instructors).await?,
        facts: facts_of(desk, &batch).await?,
        booking: booking(desk, &batch).await?,
        reserve_href,
        bar,
        programme_href: programme_href(desk, &batch.programme),
        instructors: instructor_views(desk, &instructors).await?,
        history: history(desk, Object::new("batch", batch.id.0)).await?,
    };
    let text = text(&body);
    Ok(Shown::Html { title: batch.title.clone(), body: web::html(&body)?, text })
}

async fn tags(desk: &Desk, batch: &BatchFact) -> Result<Vec<Tag>, Halt> {
    let on = desk.house.db.read();
    let teller = desk.teller();
    let mut tags = vec![Tag {
        tone: "plain",
        text: teller.code("programme-certificate", batch.programme.certificate_kind.code()),
    }];
    if let Some(id) = batch.programme.facility {
        let rounds = facts::inspections(on, id).await?;
        tags.push(fitness_tag(desk, &rounds, &facts::findings(on, id).await?));
    }
    if batch.assessment.is_none() {
        tags.push(Tag { tone: "plan", text: teller.say("batch-assessment-none") });
    }
    Ok(tags)
}

async fn links(desk: &Desk, batch: &BatchFact, reserve_href: &str) -> Result<Vec<Link>, Halt> {
    let mut found = match (reserve_href, &batch.assessment) {
        ("", _) => Vec::new(),
        (href, None) => vec![link(desk, "btn", href, "batch-reserve-assessment.verb")],
        (href, Some(_)) => vec![link(desk, "btn quiet", href, "batch-reserve-assessment-again")],
    };
    let agreement = named::agreement_of_batch(desk.house.db.read(), batch).await?;
    let is_cut_off = agreement.last_day() < desk.today() && !agreement.outlives(batch.last_day());
    if is_cut_off && desk.may(Act::BatchTakeOver, &batch.target()) {
        let href = format!("/batches/{}/takeover", batch.code);
        found.push(link(desk, "btn", &href, "batch-take-over.verb"));
    }
    Ok(found)
}

fn programme_href(desk: &Desk, programme: &ProgrammeFact) -> String {
    where_allowed(desk, Act::ProgrammeRead, &programme.target(), || format!("/programmes/{}", programme.code))
}

async fn facts_of(desk: &Desk, batch: &BatchFact) -> Result<Vec<Fact>, Halt> {
    let on = desk.house.db.read();
    let offices = office::facts::all(on).await?;
    let programme = &batch.programme;
    let agreement = named::agreement_of_batch(on, batch).await?;
    let mut found = vec![
        fact(desk, "field-code", &batch.code),
        Fact {
            href: programme_href(desk, programme),
            ..fact(desk, "field-programme", title_of(desk, programme))
        },
        Fact {
            href: where_allowed(desk, Act::AgreementRead, &agreement.target(), || {
                format!("/agreements/{}", agreement.code)
            }),
            ..fact(desk, "field-agreement", agreement.title.clone())
        },
        fact(desk, "batch-host", name_of(&offices, batch.host)),
        fact(desk, "field-programme-propose-provider", name_of(&offices, batch.provider)),
    ];
    if let Some(last) = facts::takeovers(on, batch.id).await?.pop() {
        let before =
            partnership::facts::agreement(on, last.from).await?.map_or_else(String::new, |one| one.title);
        let say = Say::new("batch-fact-taken-over-from").with("day", long(desk, last.since));
        found.push(fact(desk, "batch-fact-taken-over", desk.teller().tell(&say.with("agreement", before))));
    }
    if let Some(id) = programme.facility
        && let Some(facility) = facts::facility(on, id).await?
    {
        let target = named::facility_target(on, facility.host).await?;
        let href =
            where_allowed(desk, Act::ProgrammeRead, &target, || format!("/facilities/{}", facility.code));
        let value = format!("{}, {}", facility.name, facility.place);
        found.push(Fact { href, ..fact(desk, "field-facility", value) });
    }
    Ok(found)
}

async fn booking(desk: &Desk, batch: &BatchFact) -> Result<Vec<Fact>, Halt> {
    let Some(booked) = &batch.assessment else { return Ok(Vec::new()) };
    let organisation = office::facts::by_id(desk.house.db.read(), booked.assessor_organisation).await?;
    let mut found = vec![
        fact(desk, "field-day", long(desk, booked.reserved_on)),
        fact(desk, "field-place", &booked.place),
        fact(desk, "field-batch-reserve-assessment-assessor-name", &booked.assessor_name),
        fact(desk, "field-organisation", organisation.map_or_else(String::new, |office| office.name)),
    ];
    found.extend(
        booked.scheme.as_ref().map(|scheme| fact(desk, "field-batch-reserve-assessment-scheme", scheme)),
    );
    if let Some(id) = booked.licensed
        && let Some(scheme) = facts::scheme(desk.house.db.read(), id).await?
    {
        let href =
            where_allowed(desk, Act::SchemeRead, &scheme.target(), || format!("/schemes/{}", scheme.code));
        let label = "field-batch-reserve-assessment-licensed-scheme";
        found.push(Fact { href, ..fact(desk, label, scheme.number) });
    }
    Ok(found)
}

async fn instructor_views(desk: &Desk, instructors: &[InstructorFact]) -> Result<Vec<InstructorView>, Halt> {
    let on = desk.house.db.read();
    let offices = office::facts::all(on).await?;
    let mut views = Vec::new();
    for one in instructors {
        let week = facts::instructor_hours(on, one.id).await?;
        views.push(InstructorView {
            name: one.name.clone(),
            kind: desk.teller().code("instructor-kind", one.kind.code()),
            organisation: name_of(&offices, one.organisation),
            hours: hours_text(desk.teller(), &week),
        });
    }
    Ok(views)
}

fn text(body: &Body) -> String {
    let mut lines = vec![body.title.clone(), body.lead.clone()];
    let facts = body.facts.iter().chain(&body.booking);
    lines.extend(facts.map(|fact| format!("{}: {}", fact.name, fact.value)));
    lines.push(body.bar.label.clone());
    lines.extend(body.instructors.iter().map(|one| format!("{} ({}): {}", one.name, one.kind, one.hours)));
    let mark = |state| match state {
        "met" => "[v]",
        "unmet" => "[x]",
        _ => "[ ]",
    };
    lines.extend(
        body.conditions.iter().map(|one| format!("{} {}: {}", mark(one.state), one.title, one.detail)),
    );
    lines.join("\n")
}

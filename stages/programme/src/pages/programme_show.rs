// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One programme: what it leads to, its curriculum, what people are judged by, and its batches.

use access::Act;
use askama::Template;
use audit::Object;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::range_long;

use super::history::{Moment, history};
use super::jp_bar::{JpBar, jp_bar};
use super::{Fact, Link, Tag, fact, link, name_of, title_of, where_allowed};
use crate::facts::{self, CertificateKind, ModuleFact, ProgrammeFact, UnitFact};
use crate::named;

pub const SHOW: Page = Page {
    name: "programme show",
    path: "/programmes/{programme}",
    act: Act::ProgrammeRead,
    room: "programme",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "programme_show.html")]
struct Body<'a> {
    t: Teller<'a>,
    title: String,
    tags: Vec<Tag>,
    lead: String,
    links: Vec<Link>,
    facts: Vec<Fact>,
    bar: JpBar,
    modules: Vec<ModuleView>,
    curriculum_href: String,
    units_title: String,
    units: Vec<UnitView>,
    batches: Vec<BatchView>,
    history: Vec<Moment>,
}

struct ModuleView {
    code: String,
    title: String,
    kind: String,
    jp: i64,
    units: String,
    needs: String,
}

struct UnitView {
    code: String,
    title: String,
    detail: String,
    source: String,
}

struct BatchView {
    href: String,
    title: String,
    days: String,
    seats: i64,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let programme = named::programme(desk, form).await?;
    let target = programme.target();
    desk.allow(Act::ProgrammeRead, &target)?;
    let on = desk.house.db.read();
    let teller = desk.teller();
    let modules = facts::modules(on, programme.id).await?;
    let units = facts::units(on, programme.id).await?;
    let bar = jp_bar(desk, &modules);
    let batches = match desk.may(Act::BatchRead, &target) {
        true => batches(desk, &programme).await?,
        false => Vec::new(),
    };
    let may_set = batches.is_empty() && desk.may(Act::ProgrammeCurriculum, &target);
    let curriculum_href =
        if may_set { format!("/programmes/{}/curriculum", programme.code) } else { String::new() };
    let lead = Say::new("programme-show-lead").with("jp", bar.total).with("modules", modules.len());
    let lead = lead.with("minutes", programme.minutes_per_jp).with("percent", programme.completion_percent);
    let body = Body {
        t: teller,
        title: title_of(desk, &programme),
        tags: tags(desk, &programme),
        lead: teller.tell(&lead),
        links: links(desk, &programme, !modules.is_empty(), &curriculum_href),
        facts: facts_of(desk, &programme).await?,
        bar,
        modules: modules.iter().map(|module| module_view(teller, module, &modules, &units)).collect(),
        curriculum_href,
        units_title: teller.say(match programme.certificate_kind {
            CertificateKind::School => "programme-skills",
            CertificateKind::Competence | CertificateKind::Training | CertificateKind::Acknowledgement => {
                "programme-units"
            }
        }),
        units: units.iter().map(unit_view).collect(),
        batches,
        history: history(desk, Object::new("programme", programme.id.0)).await?,
    };
    let text = text(&body);
    Ok(Shown::Html { title: body.title.clone(), body: web::html(&body)?, text })
}

fn tags(desk: &Desk, programme: &ProgrammeFact) -> Vec<Tag> {
    let teller = desk.teller();
    let mut tags = vec![Tag {
        tone: "plain",
        text: teller.code("programme-certificate", programme.certificate_kind.code()),
    }];
    if programme.theory_first {
        tags.push(Tag { tone: "plain", text: teller.say("programme-theory-first") });
    }
    tags
}

fn links(desk: &Desk, programme: &ProgrammeFact, has_curriculum: bool, curriculum_href: &str) -> Vec<Link> {
    let mut links = Vec::new();
    if has_curriculum && desk.may(Act::BatchPlan, &programme.target()) {
        links.push(link(
            desk,
            "btn",
            format!("/batches/new?programme={}", programme.code),
            "batch-plan.verb",
        ));
    }
    if !curriculum_href.is_empty() {
        let class = if has_curriculum { "btn quiet" } else { "btn" };
        links.push(link(desk, class, curriculum_href, "programme-curriculum.verb"));
    }
    links
}

async fn facts_of(desk: &Desk, programme: &ProgrammeFact) -> Result<Vec<Fact>, Halt> {
    let on = desk.house.db.read();
    let offices = office::facts::all(on).await?;
    let agreement = named::agreement_of(on, programme).await?;
    let mut facts = vec![
        fact(desk, "field-code", &programme.code),
        Fact {
            href: where_allowed(desk, Act::AgreementRead, &agreement.target(), || {
                format!("/agreements/{}", agreement.code)
            }),
            ..fact(desk, "field-agreement", agreement.title.clone())
        },
        fact(desk, "field-programme-propose-provider", name_of(&offices, programme.provider)),
        fact(desk, "field-programme-propose-issuer", name_of(&offices, programme.issuer)),
    ];
    facts.extend(
        programme.standard.as_ref().map(|standard| fact(desk, "field-programme-propose-standard", standard)),
    );
    if let Some(id) = programme.facility
        && let Some(facility) = facts::facility(on, id).await?
    {
        let target = named::facility_target(on, facility.host).await?;
        let href =
            where_allowed(desk, Act::ProgrammeRead, &target, || format!("/facilities/{}", facility.code));
        facts.push(Fact { href, ..fact(desk, "field-facility", facility.name) });
    }
    Ok(facts)
}

fn module_view(
    teller: Teller<'_>,
    module: &ModuleFact,
    modules: &[ModuleFact],
    units: &[UnitFact],
) -> ModuleView {
    let own = units.iter().filter(|unit| module.units.contains(&unit.id));
    let own: Vec<&str> = own.map(|unit| unit.code.as_deref().unwrap_or(&unit.title)).collect();
    let needs = modules.iter().filter(|one| module.needs.contains(&one.id)).map(|one| one.code.as_str());
    ModuleView {
        code: module.code.clone(),
        title: module.title.clone(),
        kind: teller.code("module-kind", module.kind.code()),
        jp: module.jp,
        units: own
            .into_iter()
            .chain([module.follows.as_str()])
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("; "),
        needs: needs.collect::<Vec<_>>().join(", "),
    }
}

fn unit_view(unit: &UnitFact) -> UnitView {
    let detail = if unit.measure.is_empty() { &unit.standard } else { &unit.measure };
    UnitView {
        code: unit.code.clone().unwrap_or_default(),
        title: unit.title.clone(),
        detail: detail.clone(),
        source: unit.source.clone(),
    }
}

async fn batches(desk: &Desk, programme: &ProgrammeFact) -> Result<Vec<BatchView>, Halt> {
    let found = facts::batches_ever_under(desk.house.db.read(), programme.agreement).await?;
    let own = found.into_iter().filter(|batch| batch.programme.id == programme.id);
    let view = |batch: facts::BatchFact| BatchView {
        href: format!("/batches/{}", batch.code),
        title: batch.title,
        days: range_long(batch.starts_on, batch.ends_on, desk.lang),
        seats: batch.seats,
    };
    Ok(own.map(view).collect())
}

fn text(body: &Body) -> String {
    let mut lines = vec![body.title.clone(), body.lead.clone()];
    lines.extend(body.facts.iter().map(|fact| format!("{}: {}", fact.name, fact.value)));
    lines.extend(
        body.modules.iter().map(|one| format!("{}  {} JP  {}  {}", one.code, one.jp, one.kind, one.title)),
    );
    lines.extend(body.units.iter().map(|one| format!("{}  {}", one.code, one.title)));
    lines.join("\n")
}

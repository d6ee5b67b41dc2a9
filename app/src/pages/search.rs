// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One box over people, agreements, batches and certificates. What lies outside the reader's reach is not found, nor counted.

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::name::PersonName;
use people::facts::PersonFact;

use super::reach;

/// `search run`.
pub const SEARCH: Page = Page {
    name: "search run",
    path: "/search",
    act: Act::HomeRead,
    room: "today",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// Of each kind, this many are shown; more letters find fewer.
const LONGEST: usize = 20;
/// Fewer letters would find nearly everyone.
const SHORTEST: usize = 2;

/// One thing found.
struct Hit {
    href: String,
    title: String,
    detail: String,
}

/// Things of one kind.
struct Group {
    /// Its label is the word `search-CODE`.
    code: &'static str,
    hits: Vec<Hit>,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    t: Teller<'a>,
    q: &'a str,
    lead: String,
    groups: Vec<Group>,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    desk.scope(Act::HomeRead)?;
    let q = form.text("q");
    let wanted = q.to_lowercase();
    let is_long_enough = q.chars().count() >= SHORTEST;
    let mut groups = Vec::new();
    if is_long_enough {
        groups.push(Group { code: "people", hits: people(desk, q).await? });
        groups.push(Group { code: "agreements", hits: agreements(desk, form, &wanted).await? });
        groups.push(Group { code: "batches", hits: batches(desk, &wanted).await? });
        groups.push(Group { code: "certificates", hits: certificates(desk, q).await? });
        groups.retain(|group| !group.hits.is_empty());
    }
    let t = desk.teller();
    let lead = match (q.is_empty(), is_long_enough, groups.is_empty()) {
        (true, _, _) => t.say("search-run.lead"),
        (false, false, _) => t.say("search-too-short"),
        (false, true, true) => t.with("search-none", "q", q),
        (false, true, false) => t.with("search-found", "q", q),
    };
    let line = |hit: &Hit| format!("{}  {}  {}", hit.title, hit.detail, hit.href);
    let text: Vec<String> = groups.iter().flat_map(|group| &group.hits).map(line).collect();
    let text = if text.is_empty() { lead.clone() } else { text.join("\n") };
    let page = SearchPage { t, q, lead, groups };
    Ok(Shown::Html { title: t.say("search-run"), body: web::html(&page)?, text })
}

/// People of the own office by part of a name or register number; for partners, those seated under their agreements.
async fn people(desk: &Desk, q: &str) -> Result<Vec<Hit>, Halt> {
    let on = desk.house.db.read();
    let scope = access::scope(&desk.actor, Act::PersonList, desk.now);
    let key = PersonName::parse(q).map(|name| name.compare_key()).unwrap_or_default();
    let number = people::register::canonical(q);
    let fits = |person: &PersonFact| !key.is_empty() && names(person).any(|name| name.contains(&key));
    let mut found: Vec<(PersonFact, String)> = Vec::new();
    if let Some(own) = scope.owner {
        for (person, stay) in people::facts::held_at(on, own).await? {
            let register = stay.register.unwrap_or_default();
            if fits(&person) || !number.is_empty() && register.contains(&number) {
                found.push((person, register));
            }
        }
    }
    if !scope.agreements.is_empty() {
        for batch in reach::batches(desk, Act::PersonList).await? {
            if !scope.agreements.contains(&batch.agreement) {
                continue;
            }
            for person in enrolment::facts::participants(on, batch.id).await?.into_iter().filter(&fits) {
                if !found.iter().any(|(known, _)| known.known_as == person.known_as) {
                    found.push((person, batch.title.clone()));
                }
            }
        }
    }
    found.truncate(LONGEST);
    let hit = |(person, detail): (PersonFact, String)| Hit {
        href: format!("/people/{}", person.known_as),
        title: person.honoured_name(desk.teller()),
        detail,
    };
    Ok(found.into_iter().map(hit).collect())
}

/// The name and the aliases, as they are compared.
fn names(person: &PersonFact) -> impl Iterator<Item = String> {
    let all = std::iter::once(&person.name).chain(&person.aliases);
    all.filter_map(|name| PersonName::parse(name).ok()).map(|name| name.compare_key())
}

/// Agreements the reader may read, by title or code.
async fn agreements(desk: &Desk, form: &Form, wanted: &str) -> Result<Vec<Hit>, Halt> {
    if access::scope(&desk.actor, Act::AgreementRead, desk.now).is_nowhere() {
        return Ok(Vec::new());
    }
    let found = partnership::facts::pick_agreements(desk, form).await?;
    let fitting =
        found.into_iter().filter(|choice| choice.label.to_lowercase().contains(wanted)).take(LONGEST);
    let hit = |choice: desk::Choice| Hit {
        href: format!("/agreements/{}", choice.value),
        title: choice.label,
        detail: String::new(),
    };
    Ok(fitting.map(hit).collect())
}

/// Batches the reader may read, by title, code or programme.
async fn batches(desk: &Desk, wanted: &str) -> Result<Vec<Hit>, Halt> {
    let found = reach::batches(desk, Act::BatchRead).await?;
    let fits = |batch: &programme::facts::BatchFact| {
        [&batch.title, &batch.code, &batch.programme.title_id, &batch.programme.title_en]
            .into_iter()
            .any(|text| text.to_lowercase().contains(wanted))
    };
    let hit = |batch: programme::facts::BatchFact| Hit {
        href: format!("/batches/{}", batch.code),
        detail: kernel::day::range_long(batch.starts_on, batch.ends_on, desk.lang),
        title: format!("{} ({})", batch.title, batch.code),
    };
    Ok(found.into_iter().rev().filter(fits).take(LONGEST).map(hit).collect())
}

/// The certificate with this number, for the issuer, the host, the offices in charge, and partners under the agreement.
async fn certificates(desk: &Desk, q: &str) -> Result<Vec<Hit>, Halt> {
    let on = desk.house.db.read();
    let Some(certificate) = certification::facts::by_number(on, q).await? else { return Ok(Vec::new()) };
    let mut target = Target::of(certificate.issuer);
    if let Some(batch) = programme::facts::batch(on, certificate.batch).await? {
        target = target.also_of(batch.host).under(batch.agreement);
    }
    target.owners.extend(people::facts::offices_of(on, certificate.person).await?);
    if !desk.may(Act::CertificateRead, &target) {
        return Ok(Vec::new());
    }
    let detail = format!("{} · {}", certificate.learner_name, certificate.title);
    Ok(vec![Hit { href: format!("/certificates/{}", certificate.number), title: certificate.number, detail }])
}

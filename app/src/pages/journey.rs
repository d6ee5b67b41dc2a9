// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One person's journey, from interest to follow-up, composed from the facts of every room.

mod about;
mod earned;
mod life;
mod stops;
mod told;

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use release::facts::Standing;

use about::Line;
use earned::{Paper, Tier};
use life::Life;
use stops::Stop;
pub use told::JourneyFacts;

use super::reach;

/// `person show`.
pub const JOURNEY: Page = Page {
    name: "person show",
    path: "/people/{person}",
    act: Act::PersonRead,
    room: "enrolment",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// More buttons than this are read by nobody; what else can be done is folded away.
const MOST_DEEDS: usize = 3;

/// Something that can be done from here.
struct Deed {
    href: String,
    verb: String,
}

#[derive(Template)]
#[template(path = "journey.html")]
struct JourneyPage<'a> {
    t: Teller<'a>,
    name: String,
    /// Other names, parted by commas; may be empty.
    aliases: String,
    may_list: bool,
    lead: String,
    deeds: Vec<Deed>,
    more_deeds: Vec<Deed>,
    stops: Vec<Stop>,
    tiers: Vec<Tier>,
    sum: String,
    /// Hours, whole modules and whole units over all batches.
    credit: String,
    lines: Vec<Line>,
    case: Vec<Line>,
    is_closed: bool,
    papers: Vec<Paper>,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let life = life::life(desk, form.text("person")).await?;
    let t = desk.teller();
    let (jp, units, certificates) = earned::sum(&life);
    let (case, is_closed) = about::case(desk, &life).await?;
    let mut deeds = deeds(desk, &life).await?;
    let more_deeds = deeds.split_off(deeds.len().min(MOST_DEEDS));
    let page = JourneyPage {
        t,
        name: life.person.honoured_name(t),
        aliases: life.person.aliases.join(", "),
        may_list: life.is_ours && desk.scope(Act::PersonList).is_ok(),
        lead: lead(desk, &life),
        deeds,
        more_deeds,
        stops: stops::stops(desk, &life).await?,
        tiers: earned::tiers(desk, &life),
        sum: t.tell(
            &Say::new("journey-sum").with("jp", jp).with("units", units).with("certificates", certificates),
        ),
        credit: t.tell(
            &Say::new("journey-credit")
                .with("jp", life.earned.jp)
                .with("modules", life.earned.full_modules)
                .with("units", life.earned.full_units)
                .with("batches", life.earned.batches.len()),
        ),
        lines: about::lines(desk, &life).await?,
        case,
        is_closed,
        papers: earned::papers(desk, &life),
    };
    Ok(Shown::Html { title: page.name.clone(), body: web::html(&page)?, text: text(&page) })
}

/// Age, home, and what is carried along.
fn lead(desk: &Desk, life: &Life) -> String {
    let t = desk.teller();
    let mut parts = Vec::new();
    if let Some(age) = life.person.born_on.and_then(|born_on| about::age(born_on, desk.today())) {
        parts.push(t.with("journey-age", "years", age));
    }
    let home = about::home(&life.person);
    if !home.is_empty() {
        parts.push(t.with("journey-from", "district", home));
    }
    parts.join(", ")
}

/// What can be done, the most usual first, each only for who may; for one who has died, only to say that she has not.
async fn deeds(desk: &Desk, life: &Life) -> Result<Vec<Deed>, Halt> {
    let t = desk.teller();
    let id = life.id().to_string();
    let deed = |act: Act, name: &str| {
        let href = reach::address(name, &[&id]).filter(|_| desk.may(act, &life.target))?;
        Some(Deed { href, verb: t.say(&format!("{}.verb", name.replace(' ', "-"))) })
    };
    let mut deeds = Vec::new();
    let on = desk.house.db.read();
    if life.person.died_on.is_some() {
        let entry = people::facts::death(on, life.id()).await?;
        if entry.is_some_and(|entry| !entry.is_by(desk.actor.account, &desk.actor.name)) {
            deeds.extend(deed(Act::PersonDeathUndo, "person undo-death"));
        }
        return Ok(deeds);
    }
    if life.stay().is_some() && life.passages.is_empty() {
        deeds.extend(deed(Act::InterestRecord, "interest record"));
    }
    if life.is_in_custody() {
        let standing = release::facts::standing(on, life.id()).await?;
        if matches!(standing, Standing::NotYetReleased | Standing::ReturnedPack) {
            deeds.extend(deed(Act::HandoverPrepare, "handover prepare"));
        }
        deeds.extend(deed(Act::PersonRelease, "person release"));
    }
    if let Some(stay) = life.stay() {
        if stay.register.is_none() && desk.actor.office_id() == Some(stay.office) {
            deeds.extend(deed(Act::PersonAdmit, "person number"));
        }
        deeds.extend(deed(Act::PersonTransfer, "person transfer"));
        let is_away = people::facts::open_absence(on, life.id()).await?.is_some();
        deeds.extend(deed(Act::PersonAbsence, if is_away { "person return" } else { "person absence" }));
    }
    deeds.extend(deed(Act::BusinessRecord, "business record"));
    if desk.may(Act::CertificateRead, &life.target) {
        let href = reach::address("outside list", &[&id]);
        deeds.extend(href.map(|href| Deed { href, verb: t.say("journey-outside") }));
    }
    if desk.may(Act::ConsentRead, &life.target)
        && !livelihood::facts::referrals(on, life.id()).await?.is_empty()
    {
        let href = reach::address("consent list", &[&id]);
        deeds.extend(href.map(|href| Deed { href, verb: t.say("consent-list") }));
    }
    if !life.is_in_custody() && desk.may(Act::MentoringRead, &life.target) {
        deeds.extend(
            reach::address("mentoring show", &[&id]).map(|href| Deed { href, verb: t.say("mentoring-show") }),
        );
    }
    deeds.extend(deed(Act::PersonCorrectName, "person correct-name"));
    deeds.extend(deed(Act::PersonDeath, "person death"));
    if people::facts::latest_merge(on, life.id()).await?.is_some() {
        deeds.extend(deed(Act::PersonMerge, "person part"));
    }
    Ok(deeds)
}

/// The same for the command line.
fn text(page: &JourneyPage<'_>) -> String {
    let mut lines = vec![page.name.clone(), page.lead.clone(), page.sum.clone(), page.credit.clone()];
    lines.extend(page.stops.iter().map(|stop| format!("{}  {}", stop.when, stop.title)));
    lines.extend(page.tiers.iter().map(|tier| format!("{}  {}  {}", tier.tag, tier.title, tier.hours)));
    lines.extend(
        page.papers.iter().map(|paper| format!("{}  {}  {}", paper.number, paper.title, paper.state)),
    );
    lines.join("\n")
}

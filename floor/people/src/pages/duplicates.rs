// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Records that may be of one person, and two of them side by side for the one who decides.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;
use kernel::id::PersonId;
use kernel::region;

use crate::facts::{self, EndReason, EpisodeFact, PersonFact};

/// `person duplicates`.
pub const DUPLICATES: Page = Page {
    name: "person duplicates",
    path: "/people/duplicates",
    act: Act::PersonMerge,
    room: "people",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// A pair as the list shows it.
struct Pair {
    kept: PersonId,
    second: PersonId,
    name: String,
    born: String,
    registers: String,
}

#[derive(Template)]
#[template(path = "duplicates.html")]
struct DuplicatesPage<'a> {
    t: Teller<'a>,
    pairs: Vec<Pair>,
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    desk.scope(Act::PersonMerge)?;
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    let on = desk.house.db.read();
    let mut pairs = Vec::new();
    for (kept, second) in facts::duplicates_at(on, own).await? {
        // Who has gone to another office since is that office's to decide about.
        let mut targets = Vec::new();
        for record in [kept, second] {
            targets.push(facts::target(on, record).await?);
        }
        if targets.iter().any(|target| !desk.may(Act::PersonMerge, target)) {
            continue;
        }
        let Some(person) = facts::person(on, kept).await? else { continue };
        let mut registers = Vec::new();
        for record in [kept, second] {
            let stays = facts::episodes(on, record).await?;
            registers.extend(stays.into_iter().filter_map(|stay| stay.register));
        }
        let born = person.born_on.map(|born| day::long(born, desk.lang)).unwrap_or_default();
        pairs.push(Pair { kept, second, name: person.name, born, registers: registers.join(", ") });
    }
    let t = desk.teller();
    let line = |pair: &Pair| format!("{}  {}  {}", pair.name, pair.born, pair.registers);
    let text: Vec<String> = pairs.iter().map(line).collect();
    let text = if text.is_empty() { t.say("people-duplicates-none") } else { text.join("\n") };
    Ok(Shown::Html {
        title: t.say("person-duplicates"),
        body: web::html(&DuplicatesPage { t, pairs })?,
        text,
    })
}

/// One line of the comparison.
struct Line {
    label: String,
    kept: String,
    second: String,
    differs: bool,
}

#[derive(Template)]
#[template(path = "side_by_side.html")]
struct SideBySide<'a> {
    t: Teller<'a>,
    lines: Vec<Line>,
    /// Where the first becomes the second's pointer instead.
    turned: String,
}

/// Both records in two columns, as ready HTML. Nothing in it needs a right of its own.
pub(crate) async fn side_by_side(
    desk: &Desk,
    kept: &PersonFact,
    second: &PersonFact,
) -> Result<String, Halt> {
    let t = desk.teller();
    let (left, right) = (column(desk, kept).await?, column(desk, second).await?);
    let lines = left.into_iter().zip(right).map(|((key, kept), (_, second))| Line {
        label: t.say(key),
        differs: kept != second,
        kept,
        second,
    });
    let turned = format!("/people/{}/merge/{}", second.id, kept.id);
    web::html(&SideBySide { t, lines: lines.collect(), turned })
}

async fn column(desk: &Desk, person: &PersonFact) -> Result<Vec<(&'static str, String)>, Halt> {
    let t = desk.teller();
    let home = person.home_district.as_deref().and_then(region::district).map(|home| home.name.clone());
    let missing =
        || person.nik_missing.as_deref().map(|code| t.code("nik-missing", code)).unwrap_or_default();
    let mut stays = Vec::new();
    for stay in facts::episodes(desk.house.db.read(), person.id).await? {
        stays.push(told(desk, &stay).await?);
    }
    Ok(vec![
        ("people-name", person.name.clone()),
        ("people-aliases", person.aliases.join(", ")),
        ("people-column-birth-day", person.born_on.map(|on| day::long(on, desk.lang)).unwrap_or_default()),
        ("people-column-birth-place", person.birth_place.clone().unwrap_or_default()),
        ("people-column-sex", person.sex.label(desk.lang).to_owned()),
        ("people-kind", person.kind.label(desk.lang).to_owned()),
        ("people-column-nik", person.nik_masked.clone().unwrap_or_else(missing)),
        ("people-home", home.unwrap_or_default()),
        ("people-column-phone", person.phone.clone().unwrap_or_default()),
        ("people-stays", stays.join("; ")),
    ])
}

/// A stay in one line: office, number, days, and how it ended.
async fn told(desk: &Desk, stay: &EpisodeFact) -> Result<String, Halt> {
    let t = desk.teller();
    let office = office::facts::by_id(desk.house.db.read(), stay.office).await?;
    let mut parts = vec![office.map(|office| office.name).unwrap_or_default()];
    parts.extend(stay.register.clone());
    let ended = stay.ended_on.map_or_else(|| t.say("people-state-open"), day::short);
    parts.push(format!("{} – {ended}", day::short(stay.admitted_on)));
    parts.extend(stay.end_reason.as_ref().map(|reason| match reason {
        EndReason::Released(kind) => kind.label(desk.lang).to_owned(),
        EndReason::Other(code) => t.code("people-ended", code),
    }));
    Ok(parts.join(", "))
}

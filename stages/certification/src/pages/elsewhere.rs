// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What other registries certified of a person: copies on record, never papers of this house.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::long;

use crate::elsewhere::{self, OutsideFact};

/// `outside list`.
pub const OUTSIDE: Page = Page {
    name: "outside list",
    path: "/people/{person}/outside-certificates",
    act: Act::CertificateRead,
    room: "certification",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    number: String,
    title: String,
    issuer: String,
    days: String,
    scan: String,
    tone: &'static str,
    handed: String,
    /// Empty once it was handed, or for whoever may not note it.
    hand_href: String,
}

#[derive(Template)]
#[template(path = "elsewhere.html")]
struct Body<'a> {
    t: Teller<'a>,
    name: String,
    person_href: String,
    record_href: String,
    lines: Vec<Line>,
}

/// The person named in the address and everything on record of her.
pub(super) async fn read(
    desk: &Desk,
    form: &Form,
) -> Result<(people::facts::PersonFact, Vec<OutsideFact>), Halt> {
    let person = people::facts::resolve(desk, form.text("person")).await?;
    let on = desk.house.db.read();
    desk.allow(Act::CertificateRead, &people::facts::target(on, person.id).await?)?;
    let found = elsewhere::of_person(on, person.id).await?;
    Ok((person, found))
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (person, found) = read(desk, form).await?;
    let t = desk.teller();
    let target = people::facts::target(desk.house.db.read(), person.id).await?;
    let may_record = desk.may(Act::CertificateOutside, &target);
    let address = format!("/people/{}/outside-certificates", person.id);
    let line = |one: OutsideFact| {
        let until = one.valid_until.map(|day| long(day, desk.lang));
        let days = match until {
            Some(until) => Say::new("outside-days-until").with("until", until),
            None => Say::new("outside-days"),
        };
        let (tone, handed) = match &one.handed {
            Some((day, to)) => {
                let say = Say::new("outside-handed-to").with("day", long(*day, desk.lang)).with("to", to);
                ("ok", t.tell(&say))
            }
            None => ("soon", t.say("outside-not-handed")),
        };
        Line {
            hand_href: match one.handed.is_none() && may_record {
                true => format!("{address}/{}/handing", one.id),
                false => String::new(),
            },
            issuer: format!("{} ({})", one.issuer, t.code("registry", one.registry.code())),
            days: t.tell(&days.with("day", long(one.issued_on, desk.lang))),
            scan: match (&one.scan_digest, one.kept_at.as_str()) {
                (Some(digest), "") => digest.clone(),
                (Some(digest), kept) => format!("{kept}, {digest}"),
                (None, kept) => kept.to_owned(),
            },
            number: one.number,
            title: one.title,
            tone,
            handed,
        }
    };
    let lines: Vec<Line> = found.into_iter().map(line).collect();
    let text: Vec<String> = lines
        .iter()
        .map(|line| format!("{}  {}  {}  {}", line.number, line.title, line.issuer, line.handed))
        .collect();
    let title = t.with("outside-list-of", "name", &person.name);
    let page = Body {
        t,
        person_href: format!("/people/{}", person.id),
        record_href: if may_record { format!("{address}/new") } else { String::new() },
        name: person.name,
        lines,
    };
    Ok(Shown::Html { title, body: web::html(&page)?, text: text.join("\n") })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who could be asked about a vacancy, each with the reasons; for the office in charge of the people only.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;

use super::vacancies::district_name;
use crate::matching::{self, Match, Ready};
use crate::store;

/// `vacancy match`.
pub const MATCH: Page = Page {
    name: "vacancy match",
    path: "/vacancies/{vacancy}/matches",
    act: Act::VacancyMatch,
    room: "livelihood",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    id: String,
    name: String,
    certificate: String,
    number: String,
    nearness: &'static str,
    home: String,
    ready: String,
}

#[derive(Template)]
#[template(path = "matches.html")]
struct MatchesPage<'a> {
    t: Teller<'a>,
    code: String,
    title: String,
    employer: String,
    district: String,
    lines: Vec<Line>,
    may_refer: bool,
}

fn line(desk: &Desk, found: Match) -> Line {
    let t = desk.teller();
    Line {
        id: found.person.id.to_string(),
        name: found.person.name,
        certificate: found.certificate.title,
        number: found.certificate.number,
        nearness: found.nearness.code(),
        home: found.home,
        ready: match found.ready {
            Ready::Now => t.say("match-ready-now"),
            Ready::On(day) => t.with("match-ready-on", "day", day::short(day)),
            Ready::AfterRelease => t.say("match-ready-after"),
        },
    }
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    desk.scope(Act::VacancyMatch)?;
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    let vacancy =
        store::vacancy_by_code(desk.house.db.read(), form.text("vacancy")).await?.ok_or(Halt::Missing)?;
    let found = matching::matches(desk, own, &vacancy).await?;
    let lines: Vec<Line> = found.into_iter().map(|found| line(desk, found)).collect();
    let t = desk.teller();
    let one = |line: &Line| {
        let near = t.code("nearness", line.nearness);
        format!("{}  {}  {}  {near}: {}  {}", line.name, line.certificate, line.number, line.home, line.ready)
    };
    let mut text = vec![format!("{}  {}  {}", vacancy.code, vacancy.title, district_name(&vacancy.district))];
    text.extend(lines.iter().map(one));
    if lines.is_empty() {
        text.push(t.say("match-none"));
    }
    let page = MatchesPage {
        t,
        district: district_name(&vacancy.district),
        may_refer: desk.scope(Act::ApplicationRefer).is_ok() && vacancy.closes_on >= desk.today(),
        code: vacancy.code,
        title: vacancy.title,
        employer: vacancy.employer_name,
        lines,
    };
    Ok(Shown::Html { title: t.say("vacancy-match"), body: web::html(&page)?, text: text.join("\n") })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Vacancies; an employer sees its own.

use access::{Act, Role, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;
use kernel::region;

use crate::store::{self, VacancyFact};

/// `vacancy list`.
pub const VACANCIES: Page = Page {
    name: "vacancy list",
    path: "/vacancies",
    act: Act::VacancyRead,
    room: "livelihood",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    code: String,
    title: String,
    employer: String,
    district: String,
    openings: i64,
    closes: String,
    is_open: bool,
}

#[derive(Template)]
#[template(path = "vacancies.html")]
struct VacanciesPage<'a> {
    t: Teller<'a>,
    lines: Vec<Line>,
    query: String,
    open: usize,
    may_post: bool,
    may_import: bool,
    may_register: bool,
    may_match: bool,
}

pub(super) fn district_name(code: &str) -> String {
    region::district(code).map_or_else(|| code.to_owned(), |district| district.name.clone())
}

/// The vacancies within reach: all, or an employer's own.
pub(super) async fn within(desk: &Desk) -> Result<Vec<VacancyFact>, Halt> {
    desk.scope(Act::VacancyRead)?;
    let own = desk.actor.office_id().filter(|_| desk.actor.has(Role::Employer));
    Ok(store::vacancies(desk.house.db.read(), own).await?)
}

/// Whether title, employer or district hold what was searched for.
pub(super) fn is_found(vacancy: &VacancyFact, query: &str) -> bool {
    let district = district_name(&vacancy.district);
    let text = format!("{} {} {district}", vacancy.title, vacancy.employer_name);
    text.to_lowercase().contains(&query.to_lowercase())
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let is_employer = desk.actor.has(Role::Employer);
    let query = form.text("q").to_owned();
    let today = desk.today();
    let line = |vacancy: VacancyFact| Line {
        district: district_name(&vacancy.district),
        is_open: vacancy.closes_on >= today,
        closes: day::short(vacancy.closes_on),
        code: vacancy.code,
        title: vacancy.title,
        employer: vacancy.employer_name,
        openings: vacancy.openings,
    };
    let mut found = within(desk).await?;
    found.retain(|vacancy| is_found(vacancy, &query));
    let lines: Vec<Line> = found.into_iter().map(line).collect();
    let may_post = desk.may(Act::VacancyPost, &Target::default());
    let t = desk.teller();
    let text: Vec<String> = lines
        .iter()
        .map(|line| format!("{}  {}  {}  {}", line.code, line.title, line.employer, line.district))
        .collect();
    let page = VacanciesPage {
        t,
        open: lines.iter().filter(|line| line.is_open).count(),
        lines,
        query,
        may_post,
        may_import: may_post && !is_employer,
        may_register: desk.may(Act::EmployerRegister, &Target::default()),
        may_match: desk.scope(Act::VacancyMatch).is_ok(),
    };
    Ok(Shown::Html { title: t.say("vacancy-list"), body: web::html(&page)?, text: text.join("\n") })
}

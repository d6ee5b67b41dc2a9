// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Two figures beside each field before a programme is proposed: how many here want it, and how many openings there are in
//! the districts those people come from.

use std::collections::{BTreeMap, BTreeSet};

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use enrolment::facts::{WishFact, field_means};
use kernel::id::PersonId;
use kernel::region::{self, District, Nearness};

use crate::store::{self, VacancyFact};

/// `vacancy need`.
pub const NEED: Page = Page {
    name: "vacancy need",
    path: "/vacancies/need",
    act: Act::VacancyMatch,
    room: "livelihood",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// One field with its figures. Openings are counted once, at the nearest home of anyone who wants the field.
struct Line {
    field: String,
    first: usize,
    second: usize,
    at_home: i64,
    near: i64,
    in_province: i64,
}

#[derive(Template)]
#[template(path = "need.html")]
struct NeedPage<'a> {
    t: Teller<'a>,
    lines: Vec<Line>,
    asked: usize,
    vacancies: usize,
}

fn line(
    field: &str,
    wishes: &[WishFact],
    homes: &BTreeMap<PersonId, &'static District>,
    vacancies: &[VacancyFact],
) -> Line {
    let wants = |choice: &str| choice.eq_ignore_ascii_case(field);
    let of = |wish: &&WishFact| wants(&wish.first_choice) || wants(&wish.second_choice);
    let districts: BTreeSet<&str> =
        wishes.iter().filter(of).filter_map(|wish| homes.get(&wish.person)).map(|home| home.code).collect();
    let mut line = Line {
        field: field.to_owned(),
        first: wishes.iter().filter(|wish| wants(&wish.first_choice)).count(),
        second: wishes.iter().filter(|wish| wants(&wish.second_choice)).count(),
        at_home: 0,
        near: 0,
        in_province: 0,
    };
    let meant = [field.to_owned()];
    for vacancy in vacancies.iter().filter(|vacancy| field_means(&vacancy.field, &meant)) {
        let Some(place) = region::district(&vacancy.district) else { continue };
        let homes = districts.iter().filter_map(|code| region::district(code));
        match homes.map(|home| Nearness::between(home, place)).min() {
            Some(Nearness::Same) => line.at_home += vacancy.openings,
            Some(Nearness::Neighbouring) => line.near += vacancy.openings,
            Some(Nearness::SameProvince) => line.in_province += vacancy.openings,
            Some(Nearness::Elsewhere) | None => {}
        }
    }
    line
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    desk.scope(Act::VacancyMatch)?;
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    let on = desk.house.db.read();
    let wishes = enrolment::facts::wishes_at(on, own).await?;
    let ids: Vec<PersonId> = wishes.iter().map(|wish| wish.person).collect();
    let people = people::facts::persons(on, &ids).await?;
    let homes: BTreeMap<PersonId, &'static District> = people
        .iter()
        .filter_map(|person| Some((person.id, region::district(person.home_district.as_deref()?)?)))
        .collect();
    let vacancies = store::open_vacancies(on, desk.today()).await?;
    let choices = wishes.iter().flat_map(|wish| [&wish.first_choice, &wish.second_choice]);
    let fields: BTreeSet<String> =
        choices.map(|choice| choice.to_lowercase()).filter(|choice| !choice.is_empty()).collect();
    let mut lines: Vec<Line> = fields.iter().map(|field| line(field, &wishes, &homes, &vacancies)).collect();
    lines.sort_by(|one, other| {
        (other.first, other.second, &one.field).cmp(&(one.first, one.second, &other.field))
    });
    let t = desk.teller();
    let text: Vec<String> = lines
        .iter()
        .map(|line| {
            let say = desk::Say::new("need-line")
                .with("field", &line.field)
                .with("first", line.first)
                .with("second", line.second)
                .with("home", line.at_home)
                .with("near", line.near)
                .with("province", line.in_province);
            t.tell(&say)
        })
        .collect();
    let text = if text.is_empty() { t.say("need-none") } else { text.join("\n") };
    let page = NeedPage { t, lines, asked: wishes.len(), vacancies: vacancies.len() };
    Ok(Shown::Html { title: t.say("vacancy-need"), body: web::html(&page)?, text })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who does not come and which room cannot be used, from today on. Why is written nowhere.

use std::collections::HashMap;

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;

use crate::away::{Away, Who, aways};

/// `plan absences`.
pub const ABSENCES: Page = Page {
    name: "plan absences",
    path: "/plans/absences",
    act: Act::PlanWindow,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// One who is away, or a room.
pub(super) struct Absence {
    pub away: Away,
    pub code: String,
    pub name: String,
}

#[derive(Template)]
#[template(path = "absences.html")]
struct AbsencesPage<'a> {
    t: Teller<'a>,
    lines: Vec<(String, String, String)>,
    may_mend: bool,
}

/// The absences ahead of the own office, the earliest first.
pub(super) async fn absences(desk: &Desk) -> Result<Vec<Absence>, Halt> {
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    desk.allow(Act::PlanWindow, &Target::of(own))?;
    let on = desk.house.db.read();
    let rooms = programme::facts::facilities_of_host(on, own).await?;
    let rooms: HashMap<_, _> = rooms.into_iter().map(|room| (room.id, (room.code, room.name))).collect();
    let mut found = Vec::new();
    for away in aways(on, own, desk.today()).await? {
        let named = match away.who {
            Who::Room(id) => rooms.get(&id).cloned(),
            Who::Instructor(id) => {
                programme::facts::instructor(on, id).await?.map(|one| (one.code, one.name))
            }
        };
        found.extend(named.map(|(code, name)| Absence { away, code, name }));
    }
    Ok(found)
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    let t = desk.teller();
    let line = |one: Absence| {
        let term = day::range_long(one.away.from, one.away.until, desk.lang);
        (one.name, one.code, term)
    };
    let lines: Vec<_> = absences(desk).await?.into_iter().map(line).collect();
    let text: Vec<String> =
        lines.iter().map(|(name, code, term)| format!("{term}  {name}  {code}")).collect();
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    let page = AbsencesPage { t, lines, may_mend: desk.may(Act::PlanLay, &Target::of(own)) };
    Ok(Shown::Html { title: t.say("plan-absences"), body: web::html(&page)?, text: text.join("\n") })
}

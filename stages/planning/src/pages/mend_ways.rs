// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a repair of the timetable would change, way by way, for whoever only wants to look.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};

use crate::actions::mend::{Looked, Notes, Way, fixed_days, look, way};

/// `plan ways`.
pub const WAYS: Page = Page {
    name: "plan ways",
    path: "/plans/repair/ways",
    act: Act::PlanLay,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "mend_ways.html")]
struct WaysPage<'a> {
    t: Teller<'a>,
    notes: String,
    days: i64,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let days = fixed_days(form)?;
    let Looked { running, ways } = look(desk, days).await?;
    let t = desk.teller();
    let ways: Vec<Way> = ways.into_iter().map(|(stay, found)| way(desk, &running, stay, found)).collect();
    let notes = Notes::of(desk, &running, ways);
    let mut text = vec![t.with("mend-broken", "count", notes.broken)];
    text.extend(notes.because.iter().map(|line| format!("  {line}")));
    for way in &notes.ways {
        let sum = desk::Say::new("mend-way-told").with("way", &way.name).with("sessions", way.count);
        text.push(t.tell(&sum.with("people", way.people).with("cost", way.cost)));
        text.extend(way.changes.iter().chain(&way.reasons).map(|line| format!("  {line}")));
    }
    let notes = web::html(&notes)?;
    let page = WaysPage { t, notes, days };
    Ok(Shown::Html { title: t.say("plan-ways"), body: web::html(&page)?, text: text.join("\n") })
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One's own calendar address, what a calendar program reads there, and the sessions of one batch as a file.

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::Lang;
use kernel::day;

use crate::actions::batch_in_path;
use crate::calendar::{account_of, key_of, of_batch, of_person};

/// `calendar show`.
pub const SHOW: Page = Page {
    name: "calendar show",
    path: "/account/calendar",
    act: Act::CalendarKeep,
    room: "training",
    view: |desk, form| Box::pin(show(desk, form)),
};

/// `calendar feed`: for programs, which cannot sign in.
pub const FEED: Page = Page {
    name: "calendar feed",
    path: "/calendar/{calendar}",
    act: Act::PublicRead,
    room: "public",
    view: |desk, form| Box::pin(feed(desk, form)),
};

/// `calendar batch`.
pub const BATCH: Page = Page {
    name: "calendar batch",
    path: "/batches/{batch}/sessions.ics",
    act: Act::SessionRead,
    room: "training",
    view: |desk, form| Box::pin(batch(desk, form)),
};

const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

#[derive(Template)]
#[template(path = "calendar.html")]
struct CalendarPage<'a> {
    t: Teller<'a>,
    /// Empty where there is none yet.
    address: String,
    since: String,
    sessions: usize,
}

async fn show(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    desk.allow(Act::CalendarKeep, &Target::default())?;
    let on = desk.house.db.read();
    let key = match desk.actor.account {
        Some(account) => key_of(on, &desk.house.secrets, account).await?,
        None => None,
    };
    let t = desk.teller();
    let page = CalendarPage {
        t,
        address: key.as_ref().map(crate::calendar::Key::address).unwrap_or_default(),
        since: key.map(|key| day::long(desk.zone().day_of(key.since), desk.lang)).unwrap_or_default(),
        sessions: of_person(on, &desk.actor, desk.now).await?.len(),
    };
    let text = if page.address.is_empty() { t.say("calendar-none") } else { page.address.clone() };
    Ok(Shown::Html { title: t.say("calendar-show"), body: web::html(&page)?, text })
}

/// Whoever knows the address reads what its owner may read now: after an agreement's end nothing of it, and nothing at
/// all once the account is closed.
async fn feed(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let on = desk.house.db.read();
    let token = form.text("calendar").strip_suffix(".ics").ok_or(Halt::Missing)?;
    let account = account_of(on, &desk.house.secrets, token).await?.ok_or(Halt::Missing)?;
    let owner = access::actor_of(on, account).await?.ok_or(Halt::Missing)?;
    let events = of_person(on, &owner, desk.now).await?;
    Ok(file(desk, "jadwal", events))
}

async fn batch(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SessionRead, &batch.target())?;
    let events = of_batch(desk.house.db.read(), &batch, &[]).await?;
    Ok(file(desk, &batch.code.to_lowercase(), events))
}

fn file(desk: &Desk, name: &str, events: Vec<calendar::Event>) -> Shown {
    let t = Teller { words: &desk.house.words, lang: Lang::Id };
    let calendar = calendar::Calendar { name: t.say("calendar-name"), events };
    Shown::File { name: format!("{name}.ics"), media_type: MEDIA_TYPE, bytes: calendar.file().into_bytes() }
}

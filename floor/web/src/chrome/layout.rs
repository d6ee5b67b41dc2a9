// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The frame around a page: plum cap, main path, footer.

use access::Actor;
use askama::Template;
use axum::http::StatusCode;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::{Html, IntoResponse, Response};
use desk::Teller;
use kernel::day::long;

use crate::address;
use crate::chrome::near::{About, Way, ways};
use crate::chrome::{Theme, assets, flash};
use crate::cookie;
use crate::door::{Site, Visitor};
use crate::guard::{Dressed, WITH_OWN_SCRIPT};

/// The search is shown where a room serves it.
const SEARCH: &str = "/search";

/// What goes into the frame.
pub(crate) struct Frame<'a> {
    /// The room whose stop is marked on the main path.
    pub room: &'a str,
    pub title: String,
    /// HTML, already escaped by the template that made it.
    pub body: String,
    /// What the page is about, for the ways onward; none where the door does not know it.
    pub about: Option<About>,
    /// The one script this page may run, a file among the assets; none for nearly all.
    pub script: Option<&'static str>,
}

struct Stop {
    label: String,
    path: &'static str,
    is_current: bool,
}

struct Account {
    name: String,
    initials: String,
    office: String,
}

struct Switch {
    href: String,
    label: String,
}

#[derive(Template)]
#[template(path = "layout.html")]
struct Layout<'a> {
    t: Teller<'a>,
    title: &'a str,
    theme: &'static str,
    assets: &'static str,
    account: Option<Account>,
    stops: Vec<Stop>,
    has_search: bool,
    query: &'a str,
    done: Vec<String>,
    near: Vec<Way>,
    body: &'a str,
    script: Option<&'static str>,
    opened: String,
    themes: [Switch; 3],
    language: Switch,
    other_language: &'static str,
}

/// The whole page.
pub(crate) fn framed(site: &Site, visitor: &Visitor, status: StatusCode, frame: Frame<'_>) -> Response {
    let t = visitor.teller(site);
    let other = visitor.other_language();
    let login = visitor.actor.as_ref().map_or("", |actor| &actor.login);
    let carried = visitor.parameter(flash::DONE);
    let is_search = visitor.uri.path() == SEARCH;
    let switch = |theme: Theme, key| Switch {
        href: visitor.here_with(cookie::THEME, theme.code()),
        label: t.say(key),
    };
    let layout = Layout {
        t,
        title: &frame.title,
        theme: visitor.theme.attribute(),
        assets: assets::base(),
        account: visitor.actor.as_ref().map(Account::of),
        stops: stops(site, visitor, frame.room),
        has_search: visitor.actor.is_some() && site.has_page(SEARCH),
        query: if is_search { visitor.parameter("q") } else { "" },
        done: flash::arrived(&site.door.house.secrets, login, carried, visitor.now),
        // What could not be found, or may not be seen, leads nowhere near.
        near: if frame.room.is_empty() { Vec::new() } else { near(site, visitor, frame.about.as_ref()) },
        body: &frame.body,
        script: frame.script,
        opened: t.with("chrome-now", "when", visitor.clock()),
        themes: [
            switch(Theme::Light, "chrome-theme-light"),
            switch(Theme::Dark, "chrome-theme-dark"),
            switch(Theme::System, "chrome-theme-system"),
        ],
        language: Switch {
            href: visitor.here_with(cookie::LANGUAGE, other.tag()),
            label: other.own_name().to_owned(),
        },
        other_language: other.tag(),
    };
    match layout.render() {
        Ok(page) => {
            let mut page = (status, Dressed::marked(), Html(page)).into_response();
            if frame.script.is_some() {
                page.headers_mut().insert(CONTENT_SECURITY_POLICY, WITH_OWN_SCRIPT);
            }
            page
        }
        Err(error) => {
            tracing::error!(%error, "the layout could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

impl Account {
    fn of(actor: &Actor) -> Self {
        Self {
            name: short_name(&actor.name),
            initials: initials(&actor.name),
            office: actor.office.as_ref().map(|office| office.name.clone()).unwrap_or_default(),
        }
    }
}

/// The other routes about the thing of this page.
fn near(site: &Site, visitor: &Visitor, about: Option<&About>) -> Vec<Way> {
    let Some(actor) = &visitor.actor else { return Vec::new() };
    let may = |act| {
        let scope = access::scope(actor, act, visitor.now);
        about.map_or(!scope.is_nowhere(), |about| scope.admits(about.target(act)))
    };
    ways(site.near(), visitor.uri.path(), &may, visitor.teller(site))
}

/// The stops this person may enter at all.
fn stops(site: &Site, visitor: &Visitor, room: &str) -> Vec<Stop> {
    let Some(actor) = &visitor.actor else {
        return Vec::new();
    };
    let t = visitor.teller(site);
    let may_enter = |path: &str| {
        site.act_of_page(path).is_none_or(|act| !access::scope(actor, act, visitor.now).is_nowhere())
    };
    let links = site.door.house.rooms.iter().filter(|link| may_enter(link.path));
    links
        .map(|link| Stop {
            label: t.say(&format!("room-{}", link.code)),
            path: link.path,
            is_current: link.code == room,
        })
        .collect()
}

/// `Ratih Wulandari` is `Ratih W.` in the cap.
fn short_name(name: &str) -> String {
    let plain = name.split(',').next().unwrap_or(name);
    let mut words = plain.split_whitespace();
    let first = words.next().unwrap_or_default();
    match words.next_back().and_then(|word| word.chars().next()) {
        Some(letter) => format!("{first} {letter}."),
        None => first.to_owned(),
    }
}

fn initials(name: &str) -> String {
    short_name(name).split_whitespace().filter_map(|word| word.chars().next()).collect()
}

impl Visitor {
    /// The moment of this request, in the person's zone and language.
    fn clock(&self) -> String {
        let zone = self.zone();
        format!("{}, {}", long(zone.day_of(self.now), self.lang), zone.clock_label(self.now))
    }

    /// This very address with one parameter more, for the switches of the footer.
    pub(crate) fn here_with(&self, name: &str, value: &str) -> String {
        address::with_parameter(&address::without_parameters(&self.uri, &[name, flash::DONE]), name, value)
    }
}

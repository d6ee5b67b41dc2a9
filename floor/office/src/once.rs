// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is shown once and kept nowhere: a first password, recovery codes, a token. Made to be printed or copied.

use askama::Template;
use desk::{Desk, Halt, Say, Shown};

#[derive(Template)]
#[template(path = "once.html")]
struct Body<'a> {
    title: &'a str,
    lead: String,
    lines: &'a [String],
    next: String,
    href: &'a str,
    verb: String,
}

struct Paper<'a> {
    /// `KEY`, `KEY.lead` and `KEY.next` are its sentences.
    key: &'static str,
    name: &'a str,
    lines: &'a [String],
    href: &'a str,
}

impl Paper<'_> {
    fn shown(&self, desk: &Desk) -> Result<Shown, Halt> {
        let t = desk.teller();
        let say = |part: &str| t.tell(&Say::new(format!("{}{part}", self.key)).with("name", self.name));
        let title = say("");
        let body = web::html(&Body {
            title: &title,
            lead: say(".lead"),
            lines: self.lines,
            next: say(".next"),
            href: self.href,
            verb: t.say("office-once-kept"),
        })?;
        Ok(Shown::Html { title, body, text: self.lines.join("\n") })
    }
}

/// A first password, for the person who hands it over.
pub(crate) fn first_password(desk: &Desk, name: &str, login: &str, password: &str) -> Result<Shown, Halt> {
    let lines = [login.to_owned(), password.to_owned()];
    Paper { key: "office-first-password", name, lines: &lines, href: "/accounts" }.shown(desk)
}

/// Ten recovery codes.
pub(crate) fn recovery_codes(desk: &Desk, codes: &[String]) -> Result<Shown, Halt> {
    Paper { key: "office-recovery-codes", name: &desk.actor.name, lines: codes, href: "/account" }.shown(desk)
}

/// A new token.
pub(crate) fn token(desk: &Desk, name: &str, text: &str) -> Result<Shown, Halt> {
    let lines = [text.to_owned()];
    Paper { key: "office-token-once", name, lines: &lines, href: "/account" }.shown(desk)
}

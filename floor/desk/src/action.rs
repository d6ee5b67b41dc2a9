// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done and what can be seen, as values: the web and the command line are two doors to the same rooms.

use std::pin::Pin;

use access::Act;

use crate::{Desk, Field, Form, Halt, Say};

/// A boxed future that may borrow desk and form.
pub type Future<'a, T> = Pin<Box<dyn std::future::Future<Output = T> + Send + 'a>>;

/// Something that can be done.
///
/// # Shape
/// `name` is the command, such as `agreement sign`; its words are `agreement-sign` (title), `.lead`, `.verb`.
/// `path` is where its form stands (GET) and is sent (POST); each `{part}` has a field of kind `Path`.
#[derive(Clone, Copy)]
pub struct Action {
    pub name: &'static str,
    pub path: &'static str,
    pub act: Act,
    pub room: &'static str,
    pub fields: &'static [Field],
    /// Asks for permission and answers what the empty form shows.
    pub open: for<'a> fn(&'a Desk, &'a Form) -> Future<'a, Result<Prepared, Halt>>,
    /// The six verbs: parse, allow, load, decide, record, show.
    pub run: for<'a> fn(&'a Desk, &'a Form) -> Future<'a, Result<Done, Halt>>,
}

/// What the form shows before it is filled.
#[derive(Debug, Clone, Default)]
pub struct Prepared {
    /// What it is about, under the title: the agreement's or the person's name.
    pub subject: String,
    /// Where to go back to.
    pub back: String,
    /// Values already filled in.
    pub values: Vec<(String, String)>,
    /// Facts to know before acting, as ready HTML from the room's own template, shown above the fields.
    pub notes_html: String,
    /// The body of a form that is a table: ready HTML with its own inputs, shown after the fields.
    pub grid_html: String,
    /// Optional fields that mean nothing for what it is about, and are left out.
    pub without: Vec<&'static str>,
}

impl Prepared {
    pub fn about(subject: impl Into<String>, back: impl Into<String>) -> Self {
        Self { subject: subject.into(), back: back.into(), ..Self::default() }
    }

    #[must_use]
    pub fn filled(mut self, name: &str, value: impl ToString) -> Self {
        self.values.push((name.to_owned(), value.to_string()));
        self
    }

    #[must_use]
    pub fn without(mut self, name: &'static str) -> Self {
        self.without.push(name);
        self
    }
}

/// What an action did.
#[derive(Debug, Clone)]
pub struct Done {
    /// Where to look at the result.
    pub location: String,
    pub say: Say,
    /// More lines for the command line, and for the page that follows.
    pub more: Vec<Say>,
    /// The sentences as said when the form was first sent; set when it came again.
    pub said: Vec<String>,
    /// The digest of what was sent then, where the desk held one.
    pub content: Option<String>,
    /// What can be shown this once and never again, such as a new token: the answer itself, not kept anywhere. A form
    /// that comes again leads to `location`.
    pub shown_once: Option<Shown>,
}

impl Done {
    pub fn new(location: impl Into<String>, say: Say) -> Self {
        Self {
            location: location.into(),
            say,
            more: Vec::new(),
            said: Vec::new(),
            content: None,
            shown_once: None,
        }
    }

    #[must_use]
    pub fn and(mut self, say: Say) -> Self {
        self.more.push(say);
        self
    }

    #[must_use]
    pub fn showing_once(mut self, shown: Shown) -> Self {
        self.shown_once = Some(shown);
        self
    }
}

/// Something that can be seen.
#[derive(Clone, Copy)]
pub struct Page {
    /// The command that prints it, such as `agreement show`.
    pub name: &'static str,
    pub path: &'static str,
    pub act: Act,
    pub room: &'static str,
    pub view: for<'a> fn(&'a Desk, &'a Form) -> Future<'a, Result<Shown, Halt>>,
}

/// What a page shows.
#[derive(Debug, Clone)]
pub enum Shown {
    /// The inside of `<main>`; the layout is put around it. `text` is what the command prints.
    Html { title: String, body: String, text: String },
    /// A page about something that goes on: the browser asks for it again after so many seconds, without a script.
    Waiting { title: String, body: String, text: String, seconds: u32 },
    /// A page that a script of the house makes handier; without it everything goes by links and forms. `script` names one of
    /// the files of the web.
    Helped { title: String, body: String, text: String, script: &'static str },
    /// A page in place of a file that is not there: programs learn it from the status, people read it. The whole document, as outside.
    Absent { body: String, text: String },
    /// A file to be opened or saved.
    File { name: String, media_type: &'static str, bytes: Vec<u8> },
    /// What programs fetch; for `fresh` seconds nobody needs to ask again, whoever they are.
    Served { media_type: &'static str, bytes: Vec<u8>, fresh: u32 },
}

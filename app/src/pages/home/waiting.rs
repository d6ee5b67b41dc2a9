// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One thing that waits, with the one verb that answers it.

use desk::{Desk, Say};

use crate::pages::reach;

/// How soon it must be done; the most urgent comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    Now,
    Soon,
    Planned,
}

impl Urgency {
    /// The tone of its tag.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Now => "no",
            Self::Soon => "soon",
            Self::Planned => "plan",
        }
    }

    /// The word of its tag.
    fn word(self) -> &'static str {
        match self {
            Self::Now => "home-urgency-now",
            Self::Soon => "home-urgency-soon",
            Self::Planned => "home-urgency-planned",
        }
    }
}

/// A line of what waits.
pub struct Waiting {
    pub urgency: Urgency,
    pub tag: String,
    /// When it is due, in words; may be empty.
    pub when: String,
    pub title: String,
    pub detail: String,
    pub href: String,
    pub verb: String,
}

/// Begins a line that is answered by an action or page; none where no room offers it.
///
/// # Shape
/// The verb is the word `home-KEY.verb`, the title `home-KEY` with the argument `what`.
pub fn line(
    desk: &Desk,
    urgency: Urgency,
    (key, what): (&str, &str),
    (name, parts): (&str, &[&str]),
) -> Option<Waiting> {
    let t = desk.teller();
    Some(Waiting {
        urgency,
        tag: t.say(urgency.word()),
        when: String::new(),
        title: t.tell(&Say::new(format!("home-{key}")).with("what", what)),
        detail: String::new(),
        href: reach::address(name, parts)?,
        verb: t.say(&format!("home-{key}.verb")),
    })
}

impl Waiting {
    #[must_use]
    pub fn when(mut self, when: String) -> Self {
        self.when = when;
        self
    }

    #[must_use]
    pub fn detail(mut self, detail: String) -> Self {
        self.detail = detail;
        self
    }
}

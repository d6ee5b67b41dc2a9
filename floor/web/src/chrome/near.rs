// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Ways onward about the same thing: from one page about a batch to all others about it, across the rooms, which do not
//! know of each other. A route is offered where the word `near-NAME` exists and its act is allowed on what the page is about.

use access::{Act, Target};
use desk::{Desk, Future, Halt, Say, Teller};

use crate::Rooms;

/// A route whose only unknown part is the thing: `/batches/{batch}/gate`.
pub(crate) struct Near {
    path: &'static str,
    word: String,
    act: Act,
}

/// The one thing that a page is about, such as a batch: whose it is, and for some acts whose they are instead.
#[derive(Debug, Clone, Default)]
pub struct About {
    pub target: Target,
    /// Acts that are asked of another target: a certificate of a batch is its issuer's to give.
    pub of_acts: Vec<(Act, Target)>,
}

impl About {
    pub(crate) fn target(&self, act: Act) -> &Target {
        let own = self.of_acts.iter().find(|(other, _)| *other == act);
        own.map_or(&self.target, |(_, target)| target)
    }
}

/// Finds what the first two parts of an address name, such as `batches` and a code.
pub type FindAbout = for<'a> fn(&'a Desk, &'a str, &'a str) -> Future<'a, Result<Option<About>, Halt>>;

/// Knows nothing: then ways are offered by what may be done anywhere.
pub(crate) fn nothing_known<'a>(
    _: &'a Desk,
    _: &'a str,
    _: &'a str,
) -> Future<'a, Result<Option<About>, Halt>> {
    Box::pin(async { Ok(None) })
}

/// What an address is about. That it cannot be found out now only leaves the ways out of the page.
pub(crate) async fn about(find: FindAbout, desk: &Desk, here: &str) -> Option<About> {
    let mut parts = here.split('/').skip(1);
    let (kind, code) = (parts.next()?, parts.next()?);
    find(desk, kind, code).await.unwrap_or_default()
}

/// One way onward, for the layout.
pub(crate) struct Way {
    pub href: String,
    pub label: String,
    pub is_current: bool,
}

impl Near {
    pub(crate) fn of(rooms: &Rooms) -> Vec<Self> {
        let pages = rooms.pages.iter().map(|page| (page.name, page.path, page.act));
        let actions = rooms.actions.iter().map(|action| (action.name, action.path, action.act));
        let about_one_thing = |path: &str| {
            path.matches('{').count() == 1 && path.split('/').nth(2).is_some_and(|part| part.starts_with('{'))
        };
        pages
            .chain(actions)
            .filter(|(_, path, _)| about_one_thing(path))
            .map(|(name, path, act)| Self { path, word: format!("near-{}", name.replace(' ', "-")), act })
            .collect()
    }
}

/// The ways onward from an address, in the order of the rooms; none where there is only the page itself.
pub(crate) fn ways(near: &[Near], here: &str, may: &dyn Fn(Act) -> bool, t: Teller<'_>) -> Vec<Way> {
    let mut parts = here.split('/').skip(1);
    let (Some(kind), Some(code)) = (parts.next(), parts.next()) else { return Vec::new() };
    if code == "new" || code == "import" {
        return Vec::new();
    }
    let about = |route: &&Near| route.path.split('/').nth(1) == Some(kind);
    let may = |route: &&Near| may(route.act);
    let way = |route: &Near| {
        let label = t.words.try_say(t.lang, &Say::new(route.word.as_str()))?;
        let rest = route.path.split('/').skip(3);
        let href = std::iter::once(format!("/{kind}/{code}"))
            .chain(rest.map(str::to_owned))
            .collect::<Vec<_>>()
            .join("/");
        Some(Way { is_current: href == here, href, label })
    };
    let ways: Vec<Way> = near.iter().filter(about).filter(may).filter_map(way).collect();
    if ways.len() > 1 { ways } else { Vec::new() }
}

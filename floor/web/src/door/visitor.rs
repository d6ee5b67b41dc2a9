// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who comes in: read once for a request from its cookies.

use std::sync::Arc;

use access::{Actor, Entry};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use chrono::{DateTime, Utc};
use desk::{Desk, Dice, Halt, Teller};
use kernel::Lang;
use kernel::zone::Zone;

use crate::chrome::Theme;
use crate::door::Site;
use crate::{address, cookie};

/// One request's person, language and address.
pub(crate) struct Visitor {
    /// None: nobody has signed in.
    pub actor: Option<Actor>,
    /// The token of the sign-in; empty where there is none.
    pub token: String,
    pub lang: Lang,
    pub theme: Theme,
    pub now: DateTime<Utc>,
    pub uri: Uri,
    pub parameters: Vec<(String, String)>,
    /// What the person may tell the administrator, and the log holds.
    pub reference: String,
}

impl Visitor {
    /// Reads cookies only. Outside, where no cookie is set, the language comes from the address.
    pub(crate) fn stranger(site: &Site, parts: &Parts) -> Self {
        let parameters = address::parameters(&parts.uri);
        let asked =
            parameters.iter().find(|(name, _)| name == cookie::LANGUAGE).map(|(_, value)| value.as_str());
        let is_outside = address::is_outside(parts.uri.path());
        let kept = if is_outside { "" } else { cookie::value(&parts.headers, cookie::LANGUAGE) };
        Self {
            actor: None,
            token: String::new(),
            lang: Lang::from_tag(asked.unwrap_or(kept)),
            theme: Theme::from_code(cookie::value(&parts.headers, cookie::THEME)),
            now: (site.door.clock)(),
            uri: parts.uri.clone(),
            reference: request_id(&parts.headers).chars().take(8).collect(),
            parameters,
        }
    }

    /// Reads the sign-in too, and keeps it alive.
    ///
    /// # Errors
    /// The database did not answer.
    pub(crate) async fn arrive(site: &Site, parts: &Parts) -> Result<Self, Halt> {
        let mut visitor = Self::stranger(site, parts);
        let token = cookie::value(&parts.headers, cookie::SIGN_IN);
        if token.is_empty() || address::is_outside(parts.uri.path()) {
            return Ok(visitor);
        }
        let db = &site.door.house.db;
        let Some((found, actor)) = access::arrived(db.read(), token, visitor.now).await? else {
            return Ok(visitor);
        };
        let is_due = found.is_due(visitor.now);
        visitor.actor = Some(actor);
        visitor.token = token.to_owned();
        if is_due {
            access::keep_signed_in(db.writer(), token, visitor.now).await?;
        }
        Ok(visitor)
    }

    /// The person has just proven again who she is.
    pub(crate) fn is_proven_now(&mut self) {
        if let Some(Entry::SignIn { proved_at, .. }) = self.actor.as_mut().map(|actor| &mut actor.entry) {
            *proved_at = Some(self.now);
        }
    }

    /// A parameter of the address; empty where it did not come.
    pub(crate) fn parameter(&self, name: &str) -> &str {
        let found = self.parameters.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value)
    }

    /// The desk at which this person works.
    pub(crate) fn desk(&self, site: &Site, actor: Actor) -> Desk {
        Desk::new(Arc::clone(&site.door.house), actor, self.lang, self.now, Dice::from_system())
    }

    pub(crate) fn teller<'s>(&self, site: &'s Site) -> Teller<'s> {
        Teller { words: &site.door.house.words, lang: self.lang }
    }

    pub(crate) fn zone(&self) -> Zone {
        self.actor.as_ref().map_or(Zone::Wib, Actor::zone)
    }

    pub(crate) fn other_language(&self) -> Lang {
        self.lang.other()
    }
}

pub(crate) fn request_id(headers: &HeaderMap) -> &str {
    headers.get("x-request-id").and_then(|value| value.to_str().ok()).unwrap_or_default()
}

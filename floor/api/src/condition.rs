// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `ETag`, `If-None-Match`, `If-Match`: what a program has read, and whether it is still so.

use std::sync::Arc;

use access::Actor;
use axum::http::header::{IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName};
use chrono::{DateTime, Utc};
use desk::{Action, Desk, Dice, Form, Guard, Halt, House, Twin};
use kernel::Lang;
use sha2::{Digest, Sha256};

/// The strong tag of an answer's bytes: 32 hex digits of their SHA-256.
pub(crate) fn tag_of(bytes: &[u8]) -> String {
    format!("\"{}\"", hex(&Sha256::digest(bytes)[..16]))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// True when the program already has these bytes.
pub(crate) fn has_already(headers: &HeaderMap, tag: &str) -> bool {
    let weak = |sent: &str| sent.trim_start_matches("W/").to_owned();
    tags(headers, &IF_NONE_MATCH).is_some_and(|tags| tags.iter().any(|sent| sent == "*" || weak(sent) == tag))
}

/// The tags of `If-Match`, one of which must be the thing's; none where the header did not come.
pub(crate) fn expected(headers: &HeaderMap) -> Option<Vec<String>> {
    tags(headers, &IF_MATCH)
}

fn tags(headers: &HeaderMap, name: &HeaderName) -> Option<Vec<String>> {
    let mut sent = headers.get_all(name).iter().peekable();
    sent.peek()?;
    let text = sent.filter_map(|value| value.to_str().ok()).collect::<Vec<_>>().join(",");
    Some(text.split(',').map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect())
}

/// The page that shows what an action changes: the longest one that the action's address begins with.
pub(crate) fn thing(twins: &[Twin], action: &Action) -> Option<Twin> {
    let is_above = |page: &str| {
        page.contains('{')
            && action.path.strip_prefix(page).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    twins.iter().filter(|twin| is_above(twin.page.path)).max_by_key(|twin| twin.page.path.len()).copied()
}

/// Who read the thing, and when the answer is given.
#[derive(Clone)]
pub(crate) struct Reader {
    pub house: Arc<House>,
    pub actor: Actor,
    pub lang: Lang,
    pub now: DateTime<Utc>,
}

impl Reader {
    /// A fresh desk: what was allowed for one thing says nothing about another.
    pub(crate) fn desk(&self) -> Desk {
        Desk::new(Arc::clone(&self.house), self.actor.clone(), self.lang, self.now, Dice::from_system())
    }

    /// The bytes of a page's twin.
    ///
    /// # Errors
    /// The page halts, or it answered without asking whether it may.
    pub(crate) async fn read(&self, twin: &Twin, form: &Form) -> Result<Vec<u8>, Halt> {
        let desk = self.desk();
        let facts = (twin.read)(&desk, form).await?;
        if !desk.was_allowed() {
            return Err(Halt::Fault(anyhow::anyhow!(
                "the twin of {} answered without asking for permission",
                twin.page.path
            )));
        }
        Ok(facts.to_string().into_bytes())
    }
}

/// Reads the thing again when the action begins to write, and compares.
pub(crate) fn guard(reader: Reader, twin: Twin, form: Form, tags: Vec<String>) -> Guard {
    let ask = move || {
        let (reader, form, tags) = (reader.clone(), form.clone(), tags.clone());
        let compare = async move {
            match reader.read(&twin, &form).await {
                Ok(bytes) => Ok(tags.iter().any(|tag| tag == "*" || *tag == tag_of(&bytes))),
                Err(Halt::Fault(fault)) => Err(Halt::Fault(fault)),
                // What may not be read, or is gone, is not what was read before.
                Err(_) => Ok(false),
            }
        };
        Box::pin(compare) as desk::Future<'static, Result<bool, Halt>>
    };
    Guard(Arc::new(ask))
}

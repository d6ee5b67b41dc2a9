// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a room says has happened.

use serde_json::Value;
use uuid::Uuid;

/// A thing an event is about, by kind and id: `("agreement", …)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Object {
    pub kind: &'static str,
    pub id: Uuid,
}

impl Object {
    pub fn new(kind: &'static str, id: impl Into<Uuid>) -> Self {
        Self { kind, id: id.into() }
    }
}

/// A fact in the past tense: `AgreementSigned`.
///
/// # Shape
/// `content` is a JSON object of what changed. It never holds offence, sentence, health, block, keep-apart reasons or a NIK.
#[derive(Debug, Clone)]
pub struct Event {
    pub kind: &'static str,
    pub object: Object,
    pub about: Vec<Object>,
    pub content: Value,
}

impl Event {
    pub fn new(kind: &'static str, object: Object, content: Value) -> Self {
        Self { kind, object, about: Vec::new(), content }
    }

    /// Also shows the event on the timeline of another thing.
    #[must_use]
    pub fn about(mut self, kind: &'static str, id: impl Into<Uuid>) -> Self {
        self.about.push(Object::new(kind, id));
        self
    }
}

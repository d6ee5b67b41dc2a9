// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A certificate as RDF statements: what its JSON means under the two pinned contexts. The shape is fixed, so the statements
//! are written down directly; no context is read, fetched or expanded.

use crate::badge::{Badge, BadgeStatus, Facts};

/// What a statement is about, or points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Iri(String),
    /// Without a name of its own, numbered as it was met.
    Blank(usize),
}

/// The end of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Object {
    Node(Node),
    Text(String),
    /// Text of a datatype, named by its IRI.
    Typed(String, &'static str),
}

/// One statement in the default graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quad {
    pub subject: Node,
    pub predicate: &'static str,
    pub object: Object,
}

const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const ANY_URI: &str = "https://www.w3.org/2001/XMLSchema#anyURI";
const DATE: &str = "https://www.w3.org/2001/XMLSchema#date";
const BOOLEAN: &str = "https://www.w3.org/2001/XMLSchema#boolean";
const FLOAT: &str = "https://www.w3.org/2001/XMLSchema#float";
const DATE_TIME: &str = "http://www.w3.org/2001/XMLSchema#dateTime";
/// As the badge context has it, which leaves the prefix unexpanded.
const BADGE_DATE_TIME: &str = "xsd:dateTime";

/// Terms of the badge vocabulary, of schema.org, of status lists and of the credentials vocabulary.
macro_rules! ob {
    ($name:literal) => {
        concat!("https://purl.imsglobal.org/spec/vc/ob/vocab.html#", $name)
    };
}
macro_rules! schema {
    ($name:literal) => {
        concat!("https://schema.org/", $name)
    };
}
macro_rules! status {
    ($name:literal) => {
        concat!("https://www.w3.org/ns/credentials/status#", $name)
    };
}
macro_rules! vc {
    ($name:literal) => {
        concat!("https://www.w3.org/2018/credentials#", $name)
    };
}

/// The statements of a certificate issued by `did`, in no particular order.
///
/// # Source
/// JSON-LD 1.1 applied to the contexts of [`CONTEXTS`](crate::badge::CONTEXTS); the tests hold it against general processors.
pub fn quads(badge: &Badge, did: &str) -> Vec<Quad> {
    let facts = badge.facts(did);
    let mut all = Statements::default();
    let credential = Node::Iri(badge.id.clone());
    all.iri(&credential, TYPE, vc!("VerifiableCredential"));
    all.iri(&credential, TYPE, ob!("OpenBadgeCredential"));
    all.text(&credential, schema!("name"), &badge.achievement_name);
    all.text(&credential, schema!("description"), facts.english);
    all.typed(&credential, ob!("awardedDate"), &facts.awarded, BADGE_DATE_TIME);
    all.typed(&credential, vc!("validFrom"), &facts.awarded, DATE_TIME);
    if let Some(last) = &facts.last_instant {
        all.typed(&credential, vc!("validUntil"), last, DATE_TIME);
    }
    all.iri(&credential, vc!("issuer"), &facts.issuer);
    all.issuer(badge, &facts);
    let subject = all.subject(badge, &facts);
    all.node(&credential, vc!("credentialSubject"), subject);
    if let Some(status) = &badge.status {
        all.status(&credential, status);
    }
    all.quads
}

/// The statements of proof options; the one blank node is the proof itself.
///
/// # Shape
/// `created` is an instant, `method` the key's own address.
pub fn proof_quads(cryptosuite: &str, created: &str, method: &str) -> Vec<Quad> {
    const SUITE: &str = "https://w3id.org/security#cryptosuiteString";
    let mut all = Statements::default();
    let proof = all.blank();
    all.iri(&proof, TYPE, "https://w3id.org/security#DataIntegrityProof");
    all.typed(&proof, "https://w3id.org/security#cryptosuite", cryptosuite, SUITE);
    all.typed(&proof, "http://purl.org/dc/terms/created", created, DATE_TIME);
    all.iri(&proof, "https://w3id.org/security#proofPurpose", "https://w3id.org/security#assertionMethod");
    all.iri(&proof, "https://w3id.org/security#verificationMethod", method);
    all.quads
}

#[derive(Default)]
struct Statements {
    quads: Vec<Quad>,
    blanks: usize,
}

impl Statements {
    fn blank(&mut self) -> Node {
        self.blanks += 1;
        Node::Blank(self.blanks - 1)
    }

    fn add(&mut self, subject: &Node, predicate: &'static str, object: Object) {
        self.quads.push(Quad { subject: subject.clone(), predicate, object });
    }

    fn node(&mut self, subject: &Node, predicate: &'static str, object: Node) {
        self.add(subject, predicate, Object::Node(object));
    }

    fn iri(&mut self, subject: &Node, predicate: &'static str, iri: &str) {
        self.node(subject, predicate, Node::Iri(iri.to_owned()));
    }

    fn text(&mut self, subject: &Node, predicate: &'static str, text: &str) {
        self.add(subject, predicate, Object::Text(text.to_owned()));
    }

    fn typed(&mut self, subject: &Node, predicate: &'static str, text: &str, datatype: &'static str) {
        self.add(subject, predicate, Object::Typed(text.to_owned(), datatype));
    }

    fn issuer(&mut self, badge: &Badge, facts: &Facts<'_>) {
        let issuer = Node::Iri(facts.issuer.clone());
        self.iri(&issuer, TYPE, ob!("Profile"));
        self.text(&issuer, schema!("name"), &badge.issuer_name);
        if let Some(url) = &badge.issuer_url {
            self.typed(&issuer, schema!("url"), url, ANY_URI);
        }
    }

    fn subject(&mut self, badge: &Badge, facts: &Facts<'_>) -> Node {
        let (subject, identity) = (self.blank(), self.blank());
        self.iri(&subject, TYPE, ob!("AchievementSubject"));
        self.node(&subject, ob!("identifier"), identity.clone());
        self.iri(&identity, TYPE, ob!("IdentityObject"));
        self.typed(&identity, ob!("hashed"), "false", BOOLEAN);
        self.text(&identity, ob!("identityHash"), &badge.learner_name);
        self.text(&identity, ob!("identityType"), "name");
        self.text(&subject, ob!("licenseNumber"), &badge.number);
        self.text(&subject, ob!("narrative"), &badge.verify_url);
        if let Some(hours) = facts.hours {
            self.typed(&subject, ob!("creditsEarned"), &hours.to_string(), FLOAT);
        }
        if let Some([first, last]) = &facts.trained {
            self.typed(&subject, ob!("activityStartDate"), first, DATE);
            self.typed(&subject, ob!("activityEndDate"), last, DATE);
        }
        let achievement = self.achievement(badge, facts);
        self.node(&subject, ob!("achievement"), achievement);
        subject
    }

    fn status(&mut self, credential: &Node, status: &BadgeStatus) {
        for (purpose, list) in status.entries() {
            let entry = self.blank();
            self.node(credential, vc!("credentialStatus"), entry.clone());
            self.iri(&entry, TYPE, status!("BitstringStatusListEntry"));
            self.text(&entry, status!("statusPurpose"), purpose);
            self.text(&entry, status!("statusListIndex"), &status.index.to_string());
            self.iri(&entry, status!("statusListCredential"), list);
        }
    }

    fn achievement(&mut self, badge: &Badge, facts: &Facts<'_>) -> Node {
        let achievement = Node::Iri(facts.achievement.clone());
        self.iri(&achievement, TYPE, ob!("Achievement"));
        self.text(&achievement, ob!("achievementType"), badge.kind.achievement_type());
        self.text(&achievement, schema!("inLanguage"), "id");
        self.text(&achievement, schema!("name"), &badge.achievement_name);
        self.text(&achievement, schema!("description"), &badge.description);
        let criteria = self.blank();
        self.node(&achievement, ob!("Criteria"), criteria.clone());
        self.text(&criteria, ob!("narrative"), &badge.criteria);
        self.text(&achievement, schema!("keywords"), badge.kind.tag());
        for unit in &facts.alignments {
            let alignment = self.blank();
            self.node(&achievement, ob!("alignment"), alignment.clone());
            self.iri(&alignment, TYPE, schema!("AlignmentObject"));
            self.text(&alignment, schema!("targetName"), unit.name);
            self.typed(&alignment, schema!("targetUrl"), &unit.url, ANY_URI);
            let optional = [
                (ob!("targetType"), unit.kind),
                (ob!("targetCode"), unit.code),
                (schema!("targetFramework"), unit.framework),
                (schema!("targetDescription"), unit.hours.as_deref()),
            ];
            for (predicate, text) in optional {
                if let Some(text) = text {
                    self.text(&alignment, predicate, text);
                }
            }
        }
        achievement
    }
}

/// A statement as one line of N-Quads, open where a nameless node gets its name.
pub(crate) struct Line {
    pub subject: Option<usize>,
    /// From after a nameless subject up to a nameless object, or to the end.
    middle: String,
    pub object: Option<usize>,
}

impl Line {
    pub fn of(quad: &Quad) -> Self {
        let mut middle = String::with_capacity(160);
        let subject = match &quad.subject {
            Node::Iri(iri) => {
                middle.extend(["<", iri, ">"]);
                None
            }
            Node::Blank(number) => Some(*number),
        };
        middle.extend([" <", quad.predicate, "> "]);
        let object = match &quad.object {
            Object::Node(Node::Blank(number)) => Some(*number),
            Object::Node(Node::Iri(iri)) => {
                middle.extend(["<", iri, "> .\n"]);
                None
            }
            Object::Text(text) => {
                middle.push('"');
                escape(text, &mut middle);
                middle.push_str("\" .\n");
                None
            }
            Object::Typed(text, datatype) => {
                middle.push('"');
                escape(text, &mut middle);
                middle.extend(["\"^^<", datatype, "> .\n"]);
                None
            }
        };
        Self { subject, middle, object }
    }

    /// Writes the line with the names that `name` gives.
    pub fn write<'n>(&self, name: impl Fn(usize) -> &'n str, out: &mut String) {
        out.push_str(self.subject.map_or("", &name));
        out.push_str(&self.middle);
        if let Some(number) = self.object {
            out.extend([name(number), " .\n"]);
        }
    }
}

/// Writes text as canonical N-Quads write it.
///
/// # Source
/// RDF Dataset Canonicalization 1.0, section 5 (canonical form of N-Quads).
fn escape(text: &str, out: &mut String) {
    if !text.bytes().any(|byte| matches!(byte, b'"' | b'\\' | 0..0x20 | 0x7f)) {
        out.push_str(text);
        return;
    }
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\0'..='\u{1f}' | '\u{7f}' => out.push_str(&format!("\\u{:04X}", u32::from(letter))),
            _ => out.push(letter),
        }
    }
}

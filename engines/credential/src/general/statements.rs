// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a document says, as RDF: nothing of it left out, or an error.

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::{Dataset, GraphName, NamedNodeRef, NamedOrBlankNode, Quad, Term};
use serde_json::{Map, Value, json};

use super::contexts::pinned;
use super::marked;
use crate::problem::{Problem, ProblemKind};

/// A document that says more is refused before anything is compared.
const MOST_STATEMENTS: usize = 20_000;

/// The statements of `document` under pinned contexts.
///
/// # Errors
/// At once `DataLoss` for every undefined term, `MalformedValue` for every unknown context and relative reference;
/// `ProofTransformation` where the document is no JSON-LD or a context redefines a protected term.
///
/// # Source
/// Data Integrity 1.0, section 2.4.1 (securing data losslessly); RDF of texts with a direction: JSON-LD 1.1, section 10.3
/// (`i18n-datatype`), as the cryptosuite's other implementations write it.
pub fn statements(document: &Value) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    marked::unsayable(document, "$", &mut problems);
    unknown_contexts(document, "$", &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let document = readable(document);
    let marked = parse(&marked::document(&document), Some(marked::BASE)).map_err(|problem| vec![problem])?;
    let mut undefined = odd_names(&marked, &document);
    if let Some(filled) = marked::filled(&document) {
        let filled =
            parse(&marked::document(&filled), Some(marked::BASE)).map_err(|problem| vec![problem])?;
        undefined = odd_names(&filled, &document);
    }
    if !undefined.is_empty() {
        return Err(undefined);
    }
    let statements = parse(&document, None).map_err(|problem| vec![problem])?;
    if statements.len() != marked.len() {
        let detail = "something in the document would not be signed";
        return Err(vec![Problem::new(ProblemKind::ProofTransformation, "$", detail)]);
    }
    Ok(statements.into_iter().collect())
}

fn unknown_contexts(value: &Value, path: &str, problems: &mut Vec<Problem>) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                unknown_contexts(item, &format!("{path}[{at}]"), problems);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                let path = format!("{path}.{name}");
                if name == "@context" {
                    let all = value.as_array().map(Vec::as_slice).unwrap_or(std::slice::from_ref(value));
                    let unknown = all.iter().filter_map(Value::as_str).filter(|url| pinned(url).is_none());
                    problems.extend(unknown.map(|url| {
                        Problem::malformed(path.as_str(), format!("the context {url} is not known here"))
                    }));
                }
                unknown_contexts(value, &path, problems);
            }
        }
        _ => {}
    }
}

fn parse(document: &Value, base: Option<&str>) -> Result<Vec<Quad>, Problem> {
    let refused = |detail: String| Problem::new(ProblemKind::ProofTransformation, "$", detail);
    let text = document.to_string();
    let is_marked = base.is_some();
    let mut parser = JsonLdParser::new();
    if let Some(base) = base {
        // Lenient, so that what is no URL comes out to be seen; the plain reading that follows is strict.
        parser = parser.lenient().with_base_iri(base).map_err(|error| refused(error.to_string()))?;
    }
    let quads =
        parser.for_slice(text.as_bytes()).with_load_document_callback(move |url, _| load(url, is_marked));
    let mut found = Vec::new();
    for quad in quads {
        found.push(quad.map_err(|error| refused(format!("is not JSON-LD: {error}")))?);
        if found.len() > MOST_STATEMENTS {
            return Err(refused(format!("says more than {MOST_STATEMENTS} things")));
        }
    }
    Ok(found)
}

type Loaded = Result<JsonLdRemoteDocument, Box<dyn std::error::Error + Send + Sync>>;

fn load(url: &str, is_marked: bool) -> Loaded {
    let pinned = pinned(url).ok_or_else(|| format!("the context {url} is not known here"))?;
    let document = if is_marked {
        let published: Value = serde_json::from_slice(pinned.bytes)?;
        json!({ "@context": marked::context(&published["@context"]) }).to_string().into_bytes()
    } else {
        pinned.bytes.to_vec()
    };
    Ok(JsonLdRemoteDocument { document, document_url: url.into() })
}

/// Every name that only the mark gave, or that is no URL.
fn odd_names(quads: &[Quad], document: &Value) -> Vec<Problem> {
    let is_odd = |iri: &&str| iri.starts_with(marked::MARK) || NamedNodeRef::new(iri).is_err();
    let mut odd: Vec<&str> = quads.iter().flat_map(names).filter(is_odd).collect();
    odd.sort_unstable();
    odd.dedup();
    let problem = |iri: &str| {
        let (kind, name, what) = match (iri.strip_prefix(marked::UNDEFINED), iri.strip_prefix(marked::BASE)) {
            (Some(name), _) => (ProblemKind::DataLoss, name, "is not defined by any context"),
            (_, Some(name)) => (ProblemKind::MalformedValue, name, "is not an absolute URL"),
            _ => (ProblemKind::MalformedValue, iri, "is not a URL"),
        };
        let path = marked::place(document, name, "$").unwrap_or_else(|| "$".into());
        Problem::new(kind, path, format!("{name} {what}, so it would not be signed"))
    };
    odd.into_iter().map(problem).collect()
}

fn names(quad: &Quad) -> Vec<&str> {
    let mut names = vec![quad.predicate.as_str()];
    if let NamedOrBlankNode::NamedNode(name) = &quad.subject {
        names.push(name.as_str());
    }
    if let GraphName::NamedNode(name) = &quad.graph_name {
        names.push(name.as_str());
    }
    match &quad.object {
        Term::NamedNode(name) => names.push(name.as_str()),
        Term::Literal(literal) => names.push(literal.datatype().as_str()),
        _ => {}
    }
    names
}

/// The document as the processor reads it: texts with a direction as RDF can say them, and a context inside a context, which
/// other processors read, without its wrapping.
fn readable(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(readable).collect(),
        Value::Object(members) => {
            match (members.get("@value"), members.get("@direction").and_then(Value::as_str)) {
                (Some(text), Some(direction)) => {
                    let language =
                        members.get("@language").and_then(Value::as_str).unwrap_or_default().to_lowercase();
                    json!({ "@value": text, "@type": format!("https://www.w3.org/ns/i18n#{language}_{direction}") })
                }
                _ => {
                    let below = |(name, value): (&String, &Value)| {
                        (name.clone(), if name == "@context" { unwrapped(value) } else { readable(value) })
                    };
                    Value::Object(members.iter().map(below).collect::<Map<_, _>>())
                }
            }
        }
        other => other.clone(),
    }
}

fn unwrapped(context: &Value) -> Value {
    match context {
        Value::Array(all) => all.iter().map(unwrapped).collect(),
        Value::Object(members) if members.contains_key("@context") => unwrapped(&members["@context"]),
        other => other.clone(),
    }
}

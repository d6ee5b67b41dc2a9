// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every page that is told, for every role, has the shape it declares. The check knows the part of JSON Schema that
//! shapes use, and refuses what it does not know.

use access::Role;
use bekal::rooms;
use desk::Shapes;
use serde_json::{Map, Value};

use super::Demo;
use crate::access_matrix::fill;

/// What is wrong with a value, by where it is.
fn flaws(schema: &Value, value: &Value, schemas: &Map<String, Value>, at: &str, found: &mut Vec<String>) {
    let schema = schema.as_object().unwrap_or_else(|| panic!("{at}: the schema is no object"));
    for (keyword, rule) in schema {
        let fits = match keyword.as_str() {
            "$ref" => {
                let name = rule.as_str().and_then(|text| text.rsplit('/').next()).unwrap_or_default();
                flaws(&schemas[name], value, schemas, at, found);
                true
            }
            "type" => match rule.as_str() {
                Some("string") => value.is_string(),
                Some("integer") => value.is_i64(),
                Some("boolean") => value.is_boolean(),
                Some("array") => value.is_array(),
                Some("object") => value.is_object(),
                Some("null") => value.is_null(),
                _ => panic!("{at}: an unknown type {rule}"),
            },
            "anyOf" => rule.as_array().into_iter().flatten().any(|one| {
                let mut own = Vec::new();
                flaws(one, value, schemas, at, &mut own);
                own.is_empty()
            }),
            "items" => {
                for (place, item) in value.as_array().into_iter().flatten().enumerate() {
                    flaws(rule, item, schemas, &format!("{at}/{place}"), found);
                }
                true
            }
            "required" => rule
                .as_array()
                .into_iter()
                .flatten()
                .all(|name| name.as_str().is_some_and(|name| value.get(name).is_some())),
            "properties" => {
                for (name, property) in rule.as_object().into_iter().flatten() {
                    if let Some(own) = value.get(name) {
                        flaws(property, own, schemas, &format!("{at}/{name}"), found);
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = schema["properties"].as_object().expect("an object has properties");
                value.as_object().into_iter().flatten().all(|(name, _)| known.contains_key(name))
            }
            "format" | "pattern" | "description" => true,
            _ => panic!("{at}: the keyword {keyword} is not checked"),
        };
        if !fits {
            found.push(format!("{at}: {keyword} {rule} does not fit {value}"));
        }
    }
}

pub async fn every_page_has_the_shape_it_declares(demo: &Demo) {
    let Demo { site, samples, .. } = demo;
    let mut shapes = Shapes::default();
    let twins: Vec<_> = rooms::twins().into_iter().map(|twin| ((twin.shape)(&mut shapes), twin)).collect();
    let schemas: Map<String, Value> =
        shapes.into_schemas().map(|(name, shape)| (name.to_owned(), shape)).collect();
    // What only batches have that a certification body judges.
    let mut judged = samples.clone();
    judged.insert("batch", "LAS-KTB-1".to_owned());
    let mut told = Vec::new();
    let mut found = Vec::new();
    for role in Role::ALL.iter().copied() {
        for office in ["lapas-jember", "smkn3-jember", "roti-gembira", "lapas-mojokerto", "lapas-kotabaru"] {
            let samples = if office == "lapas-kotabaru" { &judged } else { samples };
            if office::facts::by_code(demo.house.house.db.read(), office).await.expect("it answers").is_none()
            {
                continue;
            }
            let program = site.program_with(office, role).await;
            for (shape, twin) in &twins {
                let address = format!("/api{}", fill(twin.page.path, samples));
                let answer = site.tell(&program, &address).await;
                if answer.status.is_success() {
                    told.push(twin.page.path);
                    assert_eq!(answer.header("content-type"), "application/json");
                    flaws(shape, &answer.json(), &schemas, &address, &mut found);
                } else {
                    assert!(answer.is_denied(), "{address}: {} {}", answer.status, answer.body);
                    assert_eq!(answer.header("content-type"), "application/problem+json", "{address}");
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    let silent: Vec<&str> =
        twins.iter().map(|(_, twin)| twin.page.path).filter(|path| !told.contains(path)).collect();
    // The receiving probation office alone reads its pack; the vacancy is read by a list of its own.
    assert!(silent.is_empty(), "told to nobody: {silent:?}");
}

pub async fn what_needs_a_right_of_its_class_is_told_to_nobody(demo: &Demo) {
    let Demo { site, samples, .. } = demo;
    #[derive(store::FromQueryResult)]
    struct Row {
        offence: Option<String>,
        sentence_text: Option<String>,
        block: Option<String>,
    }
    let sql = "SELECT offence, sentence_text, block FROM episode_secret";
    let rows: Vec<Row> =
        store::rows(demo.house.house.db.read(), sql, []).await.expect("the database answers");
    let secrets: std::collections::BTreeSet<String> = rows
        .into_iter()
        .flat_map(|row| [row.offence, row.sentence_text, row.block])
        .flatten()
        .filter(|text| text.len() > 3)
        .collect();
    assert!(!secrets.is_empty(), "the demo has something to hide");
    let program = site.program_with("lapas-jember", Role::Head).await;
    for twin in rooms::twins() {
        let answer = site.tell(&program, &format!("/api{}", fill(twin.page.path, samples))).await;
        for secret in &secrets {
            assert!(!answer.body.contains(secret), "{} tells {secret}", twin.page.path);
        }
    }
}

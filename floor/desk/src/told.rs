// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Facts as values: what a program may read, with the shape it has. Only what implements `Told` gets out, and sensitive
//! data does not; a struct of facts is declared with `told!`.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, Utc};
use kernel::day::Day;
use kernel::id::PersonId;
use kernel::rupiah::Rupiah;
use kernel::zone::Minute;
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// Something a program may read.
pub trait Told: Sized {
    /// The value as JSON.
    fn tell(self) -> Value;
    /// Its JSON Schema (2020-12); a struct adds itself to `shapes` and answers a reference.
    fn shape(shapes: &mut Shapes) -> Value;
}

/// The schemas of all structs, by name.
#[derive(Debug, Default)]
pub struct Shapes {
    known: BTreeMap<&'static str, (&'static str, Value)>,
}

impl Shapes {
    /// Adds the struct with its fields, once, and answers a reference to it.
    ///
    /// # Panics
    /// Two structs of one name: a mistake of the build, found by the first document that is made.
    pub fn named(
        &mut self,
        (name, full_name): (&'static str, &'static str),
        fields: impl FnOnce(&mut Self) -> Vec<(&'static str, Value)>,
    ) -> Value {
        match self.known.get(name) {
            Some((known, _)) => assert_eq!(*known, full_name, "two shapes have the name {name}"),
            None => {
                // Known before its fields are, so that a shape may hold itself.
                self.known.insert(name, (full_name, Value::Null));
                let fields = fields(self);
                let required: Vec<&str> = fields.iter().map(|(field, _)| *field).collect();
                let required = json!(required);
                let properties: Map<String, Value> =
                    fields.into_iter().map(|(field, shape)| (field.to_owned(), shape)).collect();
                let shape = json!({
                    "type": "object",
                    "additionalProperties": false,
                    "required": required,
                    "properties": properties,
                });
                self.known.insert(name, (full_name, shape));
            }
        }
        json!({ "$ref": format!("#/components/schemas/{name}") })
    }

    /// Every schema, by name.
    pub fn into_schemas(self) -> impl Iterator<Item = (&'static str, Value)> {
        self.known.into_iter().map(|(name, (_, shape))| (name, shape))
    }
}

/// Declares structs of facts: each field is told under its own name, and always there; what is not known is `null`.
#[macro_export]
macro_rules! told {
    ($($(#[$about:meta])* $name:ident { $($(#[$field_about:meta])* $field:ident: $type:ty),* $(,)? })*) => {$(
        $(#[$about])*
        #[derive(Debug, Clone)]
        pub struct $name { $($(#[$field_about])* pub $field: $type),* }

        impl $crate::Told for $name {
            fn tell(self) -> $crate::Json {
                let fields = [$((stringify!($field).to_owned(), $crate::Told::tell(self.$field))),*];
                $crate::Json::Object(fields.into_iter().collect())
            }

            fn shape(shapes: &mut $crate::Shapes) -> $crate::Json {
                shapes.named((stringify!($name), concat!(module_path!(), "::", stringify!($name))), |shapes| {
                    vec![$((stringify!($field), <$type as $crate::Told>::shape(shapes))),*]
                })
            }
        }
    )*};
}

macro_rules! plain {
    ($($type:ty: |$value:ident| $tell:expr, $shape:expr;)*) => {$(
        impl Told for $type {
            fn tell(self) -> Value {
                let $value = self;
                $tell
            }

            fn shape(_: &mut Shapes) -> Value {
                $shape
            }
        }
    )*};
}

plain! {
    String: |text| Value::String(text), json!({ "type": "string" });
    &'static str: |text| json!(text), json!({ "type": "string" });
    bool: |is| Value::Bool(is), json!({ "type": "boolean" });
    i64: |number| json!(number), json!({ "type": "integer" });
    Rupiah: |amount| json!(amount.0), json!({ "type": "integer", "description": "rupiah" });
    Day: |day| json!(day.format("%Y-%m-%d").to_string()), json!({ "type": "string", "format": "date" });
    Minute: |minute| json!(format!("{:02}:{:02}", minute.0 / 60, minute.0 % 60)),
        json!({ "type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$" });
    DateTime<Utc>: |at| json!(at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        json!({ "type": "string", "format": "date-time" });
    PersonId: |id| json!(id.0.to_string()), json!({ "type": "string", "format": "uuid" });
    Uuid: |id| json!(id.to_string()), json!({ "type": "string", "format": "uuid" });
}

impl<T: Told> Told for Option<T> {
    fn tell(self) -> Value {
        self.map_or(Value::Null, Told::tell)
    }

    fn shape(shapes: &mut Shapes) -> Value {
        json!({ "anyOf": [T::shape(shapes), { "type": "null" }] })
    }
}

impl<T: Told> Told for Vec<T> {
    fn tell(self) -> Value {
        Value::Array(self.into_iter().map(Told::tell).collect())
    }

    fn shape(shapes: &mut Shapes) -> Value {
        json!({ "type": "array", "items": T::shape(shapes) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    told! {
        /// For this test.
        Leaf { day: Day, at: Minute, note: Option<String> }
        Tree { name: &'static str, leaves: Vec<Leaf> }
    }

    #[test]
    fn a_struct_is_told_with_its_shape() {
        let day = Day::from_ymd_opt(2026, 3, 4).unwrap();
        let tree = Tree { name: "jati", leaves: vec![Leaf { day, at: Minute(510), note: None }] };
        assert_eq!(
            tree.tell(),
            json!({ "name": "jati", "leaves": [{ "day": "2026-03-04", "at": "08:30", "note": null }] })
        );
        let mut shapes = Shapes::default();
        assert_eq!(Tree::shape(&mut shapes), json!({ "$ref": "#/components/schemas/Tree" }));
        let known: BTreeMap<_, _> = shapes.into_schemas().collect();
        assert_eq!(known["Leaf"]["properties"]["day"], json!({ "type": "string", "format": "date" }));
        assert_eq!(known["Tree"]["required"], json!(["name", "leaves"]));
        assert_eq!(
            known["Tree"]["properties"]["leaves"]["items"],
            json!({ "$ref": "#/components/schemas/Leaf" })
        );
    }
}

// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From JSON to a form: each value by the kind of its field. What does not fit is noted, all of it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use desk::{Action, Field, FieldProblem, Form, Kind, Say, Upload};
use serde_json::{Map, Value};

use crate::problem::Problem;

/// Numbers a form can hold.
pub(crate) const LARGEST_NUMBER: i64 = 1_000_000_000_000;

/// The form of an action: the object's fields, then the parts of the address, which win.
///
/// # Errors
/// Fields that the action does not have, and values of another kind.
pub(crate) fn form_of(
    action: &Action,
    object: Map<String, Value>,
    path: &[(String, String)],
) -> Result<Form, Problem> {
    let mut filled = Filled { form: Form::default(), problems: Vec::new() };
    for (name, value) in object {
        let is_own = |field: &&Field| field.name == name && !matches!(field.kind, Kind::Path);
        match action.fields.iter().find(is_own) {
            Some(field) => filled.fill(field, value),
            None => filled.problem(&name, Say::new("api-unknown-field").with("field", &name)),
        }
    }
    if !filled.problems.is_empty() {
        return Err(Problem::of_fields(filled.problems));
    }
    for (name, value) in path {
        filled.form.set(name, value.as_str());
    }
    Ok(filled.form)
}

struct Filled {
    form: Form,
    problems: Vec<FieldProblem>,
}

impl Filled {
    fn problem(&mut self, field: &str, say: impl Into<Say>) {
        self.problems.push(FieldProblem { field: field.to_owned(), say: say.into() });
    }

    fn fill(&mut self, field: &Field, value: Value) {
        if value.is_null() {
            return;
        }
        match field.kind {
            Kind::Number | Kind::Rupiah => self.number(field.name, &value),
            Kind::Check => self.flag(field.name, &value),
            Kind::Lines => self.lines(field.name, value),
            Kind::Grid => self.grid(field.name, value),
            Kind::File => self.file(field.name, value),
            Kind::Text
            | Kind::Long
            | Kind::Day
            | Kind::Minute
            | Kind::Password
            | Kind::Codes { .. }
            | Kind::Pick(_)
            | Kind::Path => self.text(field.name, value),
        }
    }

    fn text(&mut self, name: &str, value: Value) {
        match value {
            Value::String(text) if is_sayable(&text) => self.form.set(name, text),
            Value::String(_) => self.problem(name, "api-control"),
            _ => self.problem(name, "api-wants-text"),
        }
    }

    /// A whole number; `16.0` is one too.
    fn number(&mut self, name: &str, value: &Value) {
        match whole(value) {
            Some(number) if (0..=LARGEST_NUMBER).contains(&number) => {
                self.form.set(name, number.to_string());
            }
            _ => self.problem(name, "api-wants-number"),
        }
    }

    fn flag(&mut self, name: &str, value: &Value) {
        match value {
            Value::Bool(true) => self.form.set(name, "1"),
            Value::Bool(false) => {}
            _ => self.problem(name, "api-wants-flag"),
        }
    }

    fn lines(&mut self, name: &str, value: Value) {
        let is_line = |line: &Value| line.as_str().is_some_and(|line| !line.contains(['\n', '\r', '\0']));
        match value {
            Value::Array(lines) if lines.iter().all(is_line) => {
                let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
                self.form.set(name, lines.join("\n"));
            }
            _ => self.problem(name, "api-wants-lines"),
        }
    }

    fn grid(&mut self, name: &str, value: Value) {
        let Value::Object(cells) = value else { return self.problem(name, "api-wants-grid") };
        for (cell, value) in cells {
            let cell_name = format!("{name}.{cell}");
            if !is_sayable(&cell) {
                self.problem(name, "api-control");
                continue;
            }
            match value {
                Value::Number(_) => match whole(&value) {
                    Some(number) => self.form.set(&cell_name, number.to_string()),
                    None => self.problem(&cell_name, "api-wants-cell"),
                },
                Value::Bool(is) => self.form.set(&cell_name, if is { "1" } else { "" }),
                Value::String(text) if is_sayable(&text) => self.form.set(&cell_name, text),
                Value::String(_) => self.problem(&cell_name, "api-control"),
                _ => self.problem(&cell_name, "api-wants-cell"),
            }
        }
    }

    fn file(&mut self, name: &str, value: Value) {
        let Value::Object(file) = value else { return self.problem(name, "api-wants-file") };
        let text = |key: &str| file.get(key).and_then(Value::as_str);
        let (Some(file_name), Some(content), 2) = (text("name"), text("content"), file.len()) else {
            return self.problem(name, "api-wants-file");
        };
        match STANDARD.decode(content) {
            Ok(bytes) if is_sayable(file_name) => {
                self.form.attach(name, Upload { name: file_name.to_owned(), bytes });
            }
            Ok(_) => self.problem(name, "api-control"),
            Err(_) => self.problem(name, "api-base64"),
        }
    }
}

fn whole(value: &Value) -> Option<i64> {
    let exact =
        |number: f64| (number.fract() == 0.0 && number.abs() <= 9.0e15).then(|| format!("{number:.0}"));
    value.as_i64().or_else(|| exact(value.as_f64()?)?.parse().ok())
}

/// No database keeps the letter NUL.
pub(crate) fn is_sayable(text: &str) -> bool {
    !text.contains('\0')
}

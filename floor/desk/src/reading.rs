// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reading a form: each method answers a value and notes what is wrong; `done` refuses with every problem at once.

use kernel::day::{self, Day};
use kernel::rupiah::Rupiah;
use kernel::zone::Minute;

use crate::{FieldProblem, Form, Halt, Say, Upload};

/// A form being read. Values read before `done` must not be used when `done` refuses.
#[derive(Debug)]
pub struct Reading<'f> {
    form: &'f Form,
    problems: Vec<FieldProblem>,
}

impl<'f> Reading<'f> {
    pub(crate) fn new(form: &'f Form) -> Self {
        Self { form, problems: Vec::new() }
    }

    /// Notes a problem found by the caller.
    pub fn problem(&mut self, field: impl Into<String>, say: impl Into<Say>) {
        self.problems.push(FieldProblem { field: field.into(), say: say.into() });
    }

    /// Refuses with all problems, or lets go on.
    ///
    /// # Errors
    /// `Halt::Problems`, when there was any.
    pub fn done(self) -> Result<(), Halt> {
        if self.problems.is_empty() { Ok(()) } else { Err(Halt::Problems(self.problems)) }
    }

    pub fn optional_text(&mut self, name: &str) -> Option<String> {
        let text = self.form.text(name);
        if text.chars().count() > 20_000 {
            self.problem(name, "problem-too-long");
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    pub fn text(&mut self, name: &str) -> String {
        self.optional_text(name).unwrap_or_else(|| {
            self.problem(name, "problem-empty");
            String::new()
        })
    }

    pub fn optional_day(&mut self, name: &str) -> Option<Day> {
        let text = self.form.text(name);
        if text.is_empty() {
            return None;
        }
        match day::parse(text) {
            Ok(day) => Some(day),
            Err(problem) => {
                self.problem(name, Say::new(format!("problem-{}", problem.code())).with("text", text));
                None
            }
        }
    }

    pub fn day(&mut self, name: &str) -> Day {
        if self.form.text(name).is_empty() {
            self.problem(name, "problem-empty");
        }
        self.optional_day(name).unwrap_or_default()
    }

    /// A time of day such as `08.30`.
    pub fn minute(&mut self, name: &str) -> Minute {
        let text = self.form.text(name);
        Minute::parse(text).unwrap_or_else(|_| {
            self.problem(name, if text.is_empty() { "problem-empty" } else { "problem-minute" });
            Minute(0)
        })
    }

    pub fn optional_number(&mut self, name: &str) -> Option<i64> {
        let text = self.form.text(name);
        if text.is_empty() {
            return None;
        }
        let number = text
            .replace('.', "")
            .parse::<i64>()
            .ok()
            .filter(|number| (0..=1_000_000_000_000).contains(number));
        if number.is_none() {
            self.problem(name, Say::new("problem-number").with("text", text));
        }
        number
    }

    /// A whole number, not negative.
    pub fn number(&mut self, name: &str) -> i64 {
        if self.form.text(name).is_empty() {
            self.problem(name, "problem-empty");
        }
        self.optional_number(name).unwrap_or_default()
    }

    pub fn optional_rupiah(&mut self, name: &str) -> Option<Rupiah> {
        let text = self.form.text(name);
        if text.is_empty() {
            return None;
        }
        let amount = Rupiah::parse(text).ok();
        if amount.is_none() {
            self.problem(name, Say::new("problem-rupiah").with("text", text));
        }
        amount
    }

    /// A ticked box.
    pub fn check(&mut self, name: &str) -> bool {
        matches!(self.form.text(name), "1" | "on" | "ya" | "yes" | "true")
    }

    /// One of a fixed list of codes.
    pub fn optional_code<T>(&mut self, name: &str, from_code: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.form.text(name);
        if text.is_empty() {
            return None;
        }
        let value = from_code(text);
        if value.is_none() {
            self.problem(name, Say::new("problem-choice").with("text", text));
        }
        value
    }

    /// One of a fixed list of codes; `otherwise` stands in while problems are collected.
    pub fn code<T>(&mut self, name: &str, from_code: impl Fn(&str) -> Option<T>, otherwise: T) -> T {
        if self.form.text(name).is_empty() {
            self.problem(name, "problem-empty");
        }
        self.optional_code(name, from_code).unwrap_or(otherwise)
    }

    /// The records of a field of lines: non-empty lines, split at `|`, each part trimmed. A command may give the option
    /// several times instead.
    pub fn lines(&mut self, name: &str) -> Vec<Vec<String>> {
        let split = |line: &str| line.split('|').map(|part| part.trim().to_owned()).collect();
        self.form.all(name).flat_map(str::lines).filter(|line| !line.trim().is_empty()).map(split).collect()
    }

    pub fn file(&mut self, name: &str) -> Option<&'f Upload> {
        let file = self.form.file(name);
        if file.is_none() {
            self.problem(name, "problem-file");
        }
        file
    }
}

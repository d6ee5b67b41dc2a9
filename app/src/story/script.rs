// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reading a story.
//!
//! ```text
//! # A line for the reader, kept in the transcript.
//! at 17-12-2025 09.00 WIB
//! as kalapas.jember
//! agreement sign --agreement PKS-JBR-1 --party lapas-jember
//!     --number "W15-123"
//! ! batch open --batch ROTI-JBR-1      (a line with ! must be refused)
//! ```

use std::fmt;

use chrono::{DateTime, Utc};
use kernel::day::{self, Day};
use kernel::zone::{Minute, Zone};

/// One step of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    Remark(String),
    At(DateTime<Utc>, String),
    As(Option<String>),
    Command { number: usize, words: Vec<String>, text: String, refused: bool },
}

/// A whole story.
#[derive(Debug, Clone)]
pub struct Script {
    pub name: &'static str,
    pub lines: Vec<Line>,
}

/// A line that is no step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptProblem {
    pub line: usize,
    pub what: String,
}

impl fmt::Display for ScriptProblem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for ScriptProblem {}

impl Script {
    /// Reads a story; a line that begins with a space goes on with the command before it.
    ///
    /// # Errors
    /// The first line that is no step.
    pub fn read(name: &'static str, text: &str) -> Result<Self, ScriptProblem> {
        let mut steps: Vec<(usize, String)> = Vec::new();
        for (place, line) in text.lines().enumerate() {
            let goes_on = line.starts_with([' ', '\t']) && !line.trim().is_empty();
            match steps.last_mut() {
                Some((_, step)) if goes_on => {
                    step.push(' ');
                    step.push_str(line.trim());
                }
                _ => steps.push((place + 1, line.trim_end().to_owned())),
            }
        }
        let lines = steps
            .into_iter()
            .filter(|(_, step)| !step.is_empty())
            .map(|(number, step)| read_step(number, step));
        Ok(Self { name, lines: lines.collect::<Result<_, _>>()? })
    }

    /// Leaves out what happens after a day.
    pub fn end_on(&mut self, day: Day) {
        let is_after = |line: &Line| matches!(line, Line::At(at, _) if Zone::Wib.day_of(*at) > day);
        if let Some(place) = self.lines.iter().position(is_after) {
            self.lines.truncate(place);
        }
    }
}

fn read_step(number: usize, step: String) -> Result<Line, ScriptProblem> {
    let problem = |what: &str| ScriptProblem { line: number, what: what.to_owned() };
    if let Some(remark) = step.strip_prefix('#') {
        return Ok(Line::Remark(remark.trim().to_owned()));
    }
    if let Some(when) = step.strip_prefix("at ") {
        let instant =
            read_instant(when).ok_or_else(|| problem("`at` wants a day, a time and WIB, WITA or WIT"))?;
        return Ok(Line::At(instant, when.trim().to_owned()));
    }
    if let Some(who) = step.strip_prefix("as ") {
        let who = who.trim();
        return Ok(Line::As((who != "penyiapan").then(|| who.to_owned())));
    }
    let (refused, text) = step.strip_prefix("! ").map_or((false, step.as_str()), |rest| (true, rest));
    let words = shell_words::split(text).map_err(|_| problem("a quotation mark is not closed"))?;
    Ok(Line::Command { number, words, text: step.clone(), refused })
}

fn read_instant(text: &str) -> Option<DateTime<Utc>> {
    let mut parts = text.split_whitespace();
    let day = day::parse(parts.next()?).ok()?;
    let minute = Minute::parse(parts.next()?).ok()?;
    let zone = Zone::from_label(parts.next()?)?;
    Some(zone.at_minute(day, minute))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_goes_on_over_indented_lines() {
        let script = Script::read("t", "as budi\nx y --a \"b c\"\n   --d e\n! z w\n").unwrap();
        assert_eq!(script.lines.len(), 3);
        let Line::Command { words, refused, .. } = &script.lines[1] else { panic!("a command") };
        assert_eq!(words, &["x", "y", "--a", "b c", "--d", "e"]);
        assert!(!refused);
        assert!(matches!(&script.lines[2], Line::Command { refused: true, .. }));
    }

    #[test]
    fn a_story_ends_with_a_day() {
        let text = "at 17-12-2025 23.59 WIB\nx y\nat 18-12-2025 00.00 WIB\nx z\nat 17-12-2025 09.00 WIB\n";
        let mut script = Script::read("t", text).unwrap();
        script.end_on(day::parse("18-12-2025").unwrap());
        assert_eq!(script.lines.len(), 5);
        script.end_on(day::parse("17-12-2025").unwrap());
        assert_eq!(script.lines.len(), 2);
    }

    #[test]
    fn a_day_without_a_zone_is_no_instant() {
        let problem = Script::read("t", "at 17-12-2025 09.00").unwrap_err();
        assert_eq!(problem.line, 1);
    }
}
